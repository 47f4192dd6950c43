import { stableUuid, toGlobalId } from '../../../platform/ids.ts';
import type { OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { PortalContact } from '../portal-contact.ts';
import type { Reporting } from '../reporting/directory.ts';
import type { PortalServiceName } from '../reporting/rule.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';
import { PORTAL, portalDossier, portalStep } from './portal.ts';
import type { SourceContent } from './source-content.ts';

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

/** Tells the other subgraphs that a dossier is new or changed, and of the hub's own changes what the dossier's source must learn. */
export function changedEvent(row: DossierRow, made?: MadeByHub, told?: SourceContent): OutboxEvent {
  const { version, status, source_system: sourceSystem, applicant_id: citizenId, organization_id: organizationId } = row;
  return {
    ...base(row),
    kind: 'dossier.changed',
    data: { version, status, sourceSystem, citizenId, organizationId, ...made },
    ...(told === undefined ? {} : { personal: told }),
  };
}

/** Tells payments what the source collected itself. */
export function paymentsReported(row: DossierRow, input: Pick<DossierIngestInput, 'payments'>): OutboxEvent[] {
  if (input.payments == null || input.payments.length === 0) return [];
  return [
    {
      ...base(row),
      kind: 'dossier.payments-reported',
      data: { dossierId: toGlobalId('dossier', row.id), code: row.code, citizenId: row.applicant_id, payments: input.payments },
    },
  ];
}

/** What a delivery calls the procedure and the unit, and how the hub reports the dossier, if at all. */
export interface DeliveryNames {
  procedure: string;
  field: string;
  /** Null: the catalogue has not said it. */
  fieldCode: string | null;
  unit: string;
  reporting: Reporting;
  /** The national state that closes a voided dossier at the portal. */
  voidedStatus: number;
}

/** A change of a dossier that the portal must learn. */
export interface Change {
  row: DossierRow;
  contact: PortalContact;
  events: readonly EventRow[];
  /** What the source says of each event beyond it, at the same place. */
  steps: readonly DossierStepInput[];
  snapshot: boolean;
  names: DeliveryNames;
  /** The events void the dossier: their steps carry the state that closes it at the portal. */
  voids?: boolean;
}

/** What the portal must learn of a change at that instant: the dossier as it now is, then its new steps. Counts the row's sequence on. */
export function deliveries(at: Date, { row, contact, events, steps, snapshot, names, voids = false }: Change): Delivery[] {
  const { whole, steps: tellsSteps } = sending(names.reporting);
  if (names.reporting.mode === 'COMPARE') return snapshot && comparing(names.reporting) ? [comparison(row, at, contact, names)] : [];
  const made: Delivery[] = [];
  // Steps of a dossier that the portal was never told of, because its switch was off then, would find nothing there.
  const unknown = row.portal_sequence === 0 && whole === 'DongBoHoSoMC';
  if (whole !== undefined && (snapshot || (unknown && events.length > 0))) {
    made.push({ ...delivery(row, at, whole), personal: { dossier: portalDossier(row, contact, names) } });
  }
  if (tellsSteps && events.length > 0) {
    const told = events.map((event, place) => portalStep(event, steps[place], voids ? names.voidedStatus : undefined));
    const { origin, national_code: nationalCode } = row;
    const content = { steps: told, origin, ...(nationalCode === null ? {} : { nationalCode }) };
    made.push({ ...delivery(row, at, 'CapNhatTienDoHoSoMC'), personal: content });
  }
  return made;
}

/** Behind everything of today, and behind what was asked to be sent again. */
const IMPORTED_PRIORITY = -3;

/** The portal is told nothing, but asked in its time what it has of a dossier; not while the switch is OFF. */
export function lookUpOnly(at: Date, { row, contact, snapshot, names }: Change): Delivery[] {
  const { mode, services } = names.reporting;
  if (!snapshot || mode === 'OFF' || services.length === 0) return [];
  return [{ ...comparison(row, at, contact, names), data: { priority: IMPORTED_PRIORITY } }];
}

/** Which service tells the portal of the dossier itself, and whether its steps are told; neither while the switch is not ON. */
export function sending({ services, mode }: Reporting): {
  whole: Exclude<PortalServiceName, 'CapNhatTienDoHoSoMC'> | undefined;
  steps: boolean;
} {
  if (mode !== 'ON') return { whole: undefined, steps: false };
  const whole = services.find((service) => service !== 'CapNhatTienDoHoSoMC');
  return { whole, steps: services.includes('CapNhatTienDoHoSoMC') };
}

/** Whether a dossier is not told yet, but looked up at the portal and compared. */
export function comparing({ services, mode }: Reporting): boolean {
  return mode === 'COMPARE' && services.length > 0;
}

/**
 * What would be sent, to be compared with what the portal says. It has an order of its own: nothing that is sent ever waits for it,
 * and the dossier's version counts it, since the portal is told nothing that a number would have to be kept for.
 */
function comparison(row: DossierRow, at: Date, contact: PortalContact, names: DeliveryNames): Delivery {
  const byNotice = names.reporting.services.includes('DongBoTrangThaiHoSo');
  const about = { dossierId: row.id, unit: row.handling_unit, scope: row.scope, byNotice };
  // Nobody is told anything, so that it is no matter of the applicant's.
  const { citizenIndex: _, ...ofUnits } = base(row);
  return {
    ...ofUnits,
    at,
    subjectId: stableUuid('portal.compare', row.id),
    kind: 'portal.compare',
    delivery: { connector: PORTAL, operation: 'TraCuuHoSo', sequence: row.version },
    personal: { dossier: portalDossier(row, contact, names), about },
  };
}

/** An event that an outside system must learn. */
export type Delivery = OutboxEvent & Required<Pick<OutboxEvent, 'delivery'>>;

/** The next delivery of a dossier without its content. Counts the row's sequence on. */
export function delivery(row: DossierRow, at: Date, operation: PortalServiceName): Delivery {
  const kind = KINDS[operation];
  row.portal_sequence += 1;
  return { ...base(row), at, kind, delivery: { connector: PORTAL, operation, sequence: row.portal_sequence } };
}

const KINDS: Record<PortalServiceName, string> = {
  DongBoHoSoMC: 'portal.dossier',
  DongBoTrangThaiHoSo: 'portal.status',
  CapNhatTienDoHoSoMC: 'portal.steps',
};
