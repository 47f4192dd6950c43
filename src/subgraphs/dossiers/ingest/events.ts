import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import type { OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';
import { PORTAL, portalDossier, portalStep } from './portal.ts';

/** What every event of a dossier carries, so that it can be shown to the right people without asking back. */
function base(
  row: DossierRow,
): Pick<OutboxEvent, 'at' | 'subjectId' | 'subject' | 'receivingUnit' | 'handlingUnit' | 'scope'> & { citizenIndex?: Buffer } {
  return {
    at: row.updated_at,
    subjectId: row.id,
    subject: row.code,
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    ...(row.applicant_index === null ? {} : { citizenIndex: row.applicant_index }),
  };
}

/** Tells the other subgraphs that a dossier is new or changed. */
export function changedEvent(row: DossierRow): OutboxEvent {
  return {
    ...base(row),
    kind: 'dossier.changed',
    data: { version: row.version, status: row.status, citizenId: row.applicant_id, organizationId: row.organization_id },
  };
}

/** Tells payments what the source collected itself. */
export function paymentsReported(row: DossierRow, input: DossierIngestInput): OutboxEvent[] {
  if (input.payments == null || input.payments.length === 0) return [];
  return [
    {
      ...base(row),
      kind: 'dossier.payments-reported',
      data: { dossierId: toGlobalId('dossier', row.id), code: row.code, citizenId: row.applicant_id, payments: input.payments },
    },
  ];
}

/** What the portal must learn of a change: the dossier as it now is, then its new steps. Counts the row's sequence on. */
export function deliveries(
  context: HubContext,
  change: {
    row: DossierRow;
    input: DossierIngestInput;
    events: readonly EventRow[];
    steps: readonly DossierStepInput[];
    snapshot: boolean;
    names: { procedure: string; field: string; unit: string; reported: boolean };
  },
): OutboxEvent[] {
  const { row, input, events, names } = change;
  if (!names.reported) return [];
  const at = context.hub.clock.business();
  const made: OutboxEvent[] = [];
  const deliver = (kind: string, operation: string, personal: unknown) => {
    row.portal_sequence += 1;
    made.push({ ...base(row), at, kind, delivery: { connector: PORTAL, operation, sequence: row.portal_sequence }, personal });
  };
  if (change.snapshot) {
    const atPortal = row.origin === 'NATIONAL_PORTAL';
    const dossier = portalDossier(row, input, names);
    deliver(atPortal ? 'portal.status' : 'portal.dossier', atPortal ? 'DongBoTrangThaiHoSo' : 'DongBoHoSoMC', { dossier });
  }
  if (events.length > 0) {
    const steps = events.map((event, at) => portalStep(event, change.steps[at]));
    deliver('portal.steps', 'CapNhatTienDoHoSoMC', { steps, origin: row.origin });
  }
  return made;
}
