import { toGlobalId } from '../../../platform/ids.ts';
import type { OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { PortalContact } from '../portal-contact.ts';
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

/** A change that the hub itself made, which the dossier's source does not know of yet. */
export interface MadeByHub {
  madeBy: 'hub';
  /** What was done, in one word: see `Emission` of the state machine. */
  change: string;
}

/** Tells the other subgraphs that a dossier is new or changed. */
export function changedEvent(row: DossierRow, made?: MadeByHub): OutboxEvent {
  return {
    ...base(row),
    kind: 'dossier.changed',
    data: { version: row.version, status: row.status, citizenId: row.applicant_id, organizationId: row.organization_id, ...made },
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

/** What a delivery calls the procedure and the unit, and whether the hub reports the dossier at all. */
export interface DeliveryNames {
  procedure: string;
  field: string;
  unit: string;
  reported: boolean;
  /** The national state that closes a voided dossier at the portal. */
  voidedStatus: number;
}

/** A change of a dossier that the portal must learn. */
interface Change {
  row: DossierRow;
  contact: PortalContact;
  events: readonly EventRow[];
  /** What the source says of each event beyond it, at the same place. */
  steps: readonly DossierStepInput[];
  snapshot: boolean;
  names: DeliveryNames;
}

/** What the portal must learn of a change at that instant: the dossier as it now is, then its new steps. Counts the row's sequence on. */
export function deliveries(at: Date, { row, contact, events, steps, snapshot, names }: Change): Delivery[] {
  if (!names.reported) return [];
  const made: Delivery[] = [];
  if (snapshot) made.push({ ...delivery(row, at, 'snapshot'), personal: { dossier: portalDossier(row, contact, names) } });
  if (events.length > 0) {
    const told = events.map((event, place) => portalStep(event, steps[place]));
    made.push({ ...delivery(row, at, 'steps'), personal: { steps: told, origin: row.origin } });
  }
  return made;
}

/** An event that an outside system must learn. */
export type Delivery = OutboxEvent & Required<Pick<OutboxEvent, 'delivery'>>;

/** The next delivery of a dossier without its content. Counts the row's sequence on. */
export function delivery(row: DossierRow, at: Date, what: 'snapshot' | 'steps'): Delivery {
  const { kind, operation } = what === 'steps' ? STEPS : row.origin === 'NATIONAL_PORTAL' ? STATUS : DOSSIER;
  row.portal_sequence += 1;
  return { ...base(row), at, kind, delivery: { connector: PORTAL, operation, sequence: row.portal_sequence } };
}

const DOSSIER = { kind: 'portal.dossier', operation: 'DongBoHoSoMC' };
/** What was filed at the portal is known there: it learns the state alone. */
const STATUS = { kind: 'portal.status', operation: 'DongBoTrangThaiHoSo' };
const STEPS = { kind: 'portal.steps', operation: 'CapNhatTienDoHoSoMC' };
