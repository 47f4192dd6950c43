import { createHash } from 'node:crypto';
import type { DossierStatus, PaymentStatus } from '../../../platform/graphql/enums.ts';
import { newUuid } from '../../../platform/ids.ts';
import { FINISHED } from '../deadline/timeliness.ts';
import { type DossierRow, type EventRow, type StoredDocument, type StoredFee, searchedNames } from '../dossier.row.ts';
import { isUnusual } from '../lifecycle/lifecycle.ts';
import { countsAsOnline } from '../reference/online-payment.ts';
import { keepAdditions } from './additions.ts';
import { hubSteps } from './echo.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';

/** States of a payment whose money came in and is still there, in part at least. */
const PAID: ReadonlySet<PaymentStatus> = new Set(['SUCCEEDED', 'REFUND_PENDING', 'PARTIALLY_REFUNDED']);

/** What the hub holds of a dossier while a batch is worked through. */
export interface Held {
  row: DossierRow | undefined;
  /** Notes of the hub's own steps alone: a source may send such a step under another key. */
  steps: { key: string; at: Date; status: DossierStatus; note?: string | null }[];
}

/** Who a dossier's people are in the identity subgraph; row keys. */
export interface Registered {
  citizenId: string | undefined;
  organizationId: string | undefined;
  identified: boolean;
  /** Blind index of the applicant's 12-digit number. */
  applicantIndex: Buffer | undefined;
}

/** The steps of an input that are not held yet, oldest first, each one once; the hub's own are held under its own keys. A step of nobody is the unit's: an officer is never invented. */
export function newSteps(held: Held, input: DossierIngestInput, unitName: string): { events: EventRow[]; steps: DossierStepInput[] } {
  const known = new Set(held.steps.map((step) => step.key));
  const isHubs = hubSteps(held.steps);
  const steps: { key: string; step: DossierStepInput }[] = [];
  for (const step of input.steps ?? []) {
    const key = step.key ?? createHash('sha256').update(`${step.at.toISOString()} ${step.status} ${step.content}`).digest('hex');
    if (known.has(key) || isHubs(step)) continue;
    known.add(key);
    steps.push({ key, step });
  }
  steps.sort((a, b) => a.step.at.getTime() - b.step.at.getTime());
  const line = [...held.steps, ...steps.map(({ key, step }) => ({ key, at: step.at, status: step.status }))].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  const events = steps.map(({ key, step }) => {
    const before = line[line.findIndex((each) => each.key === key) - 1];
    return {
      id: newUuid(),
      dossier_id: held.row?.id ?? '',
      step_key: key,
      at: step.at,
      status: step.status,
      actor: step.officer === '' ? unitName : step.officer,
      title: step.title ?? null,
      department: step.department ?? null,
      note: step.content,
      unusual: isUnusual(before?.status, step.status),
    };
  });
  return { events, steps: steps.map(({ step }) => step) };
}

/**
 * When a dossier came to its end: by the source's own dates, else with the first of the steps that ended it, else as long as it is
 * known to have ended. A later step that takes it up again undoes an earlier end.
 */
function finishedAt(input: DossierIngestInput, held: Held, now: Date): Date | null {
  if (!FINISHED.has(input.status)) return null;
  const said = input.status === 'REFUSED' ? input.refusedAt : (input.resolvedAt ?? input.returnedAt);
  if (said != null) return said;
  const line = [...(input.steps ?? []), ...held.steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  const open = line.findLastIndex((step) => !FINISHED.has(step.status));
  const known = held.row !== undefined && FINISHED.has(held.row.status) ? held.row.finished_at : null;
  return line[open + 1]?.at ?? known ?? now;
}

/** Fees as they are kept. */
export function feesOf(fees: DossierIngestInput['fees']): StoredFee[] {
  return (fees ?? []).map(({ code, name, kind, amount, exemptedAmount, collection }) => ({
    code,
    name,
    kind: kind ?? 'CHARGE',
    amount,
    exemptedAmount: exemptedAmount ?? 0,
    collection: collection ?? 'BEFORE',
  }));
}

/** What is to be paid of fees, whole đồng. */
export function feeTotalOf(fees: readonly StoredFee[]): number {
  return fees.reduce((sum, fee) => sum + fee.amount - fee.exemptedAmount, 0);
}

/** The papers of an input. One that was there before keeps its id, which clients hold. */
export function documentsOf(
  input: Pick<DossierIngestInput, 'documents'>,
  held: { row: Pick<DossierRow, 'documents'> | undefined },
): StoredDocument[] {
  const paper = (
    each: Pick<StoredDocument, 'name'> & { componentCode?: string | null; resultCode?: string | null; isResult: boolean | null },
  ) => JSON.stringify([each.name, each.componentCode ?? null, each.resultCode ?? null, each.isResult ?? false]);
  const known = Map.groupBy(held.row?.documents ?? [], paper);
  return (input.documents ?? []).map((document) => ({
    id: known.get(paper(document))?.shift()?.id ?? newUuid(),
    name: document.name,
    componentCode: document.componentCode ?? null,
    resultCode: document.resultCode ?? null,
    url: document.url ?? null,
    digitized: document.digitized ?? false,
    reused: document.reused ?? false,
    fromPersonalStore: document.fromPersonalStore ?? false,
    isResult: document.isResult ?? false,
    sha256: document.sha256?.toLowerCase() ?? null,
  }));
}

/**
 * Whether the source itself collected money in a way that counts as online. What went back in full was not paid. A version that
 * does not speak of money takes nothing back.
 */
function paidOnlineBySource({ paidOnline, payments }: DossierIngestInput, held: Held): boolean {
  if (paidOnline == null && payments == null) return held.row?.paid_online_by_source ?? false;
  return (
    paidOnline === true || (payments ?? []).some(({ provider, status }) => PAID.has(status) && countsAsOnline(provider, 'SOURCE_SYSTEM'))
  );
}

/** The row that a new or newer input makes, with what the hub added and the input does not say. */
export function nextRow(
  input: DossierIngestInput,
  held: Held,
  made: { hash: Buffer; registered: Registered; scope: string[]; now: Date },
): DossierRow {
  const { registered, now } = made;
  const applicantName = input.applicant.fullName;
  const ownerName = input.owner?.name ?? applicantName;
  const fees = feesOf(input.fees);
  const documents = documentsOf(input, held);
  const row: DossierRow = {
    id: held.row?.id ?? newUuid(),
    code: input.code,
    source_system: input.sourceSystem,
    source_version: input.sourceVersion,
    content_hash: made.hash,
    national_code: input.nationalCode ?? null,
    origin: input.origin ?? (input.nationalCode == null ? 'PROVINCE' : 'NATIONAL_PORTAL'),
    procedure: input.procedure,
    receiving_unit: input.receivingUnit,
    handling_unit: input.handlingUnit ?? input.receivingUnit,
    reception_point: input.receptionPoint ?? null,
    scope: made.scope,
    applicant_id: registered.citizenId ?? null,
    applicant_index: registered.applicantIndex ?? null,
    applicant_name: applicantName,
    unidentified: !registered.identified,
    organization_id: registered.organizationId ?? null,
    owner_kind: input.owner?.kind ?? 'CITIZEN',
    owner_name: ownerName,
    name_folded: searchedNames(ownerName, applicantName),
    channel: input.channel,
    status: input.status,
    summary: input.summary ?? null,
    submitted_at: input.submittedAt,
    accepted_at: input.acceptedAt ?? null,
    due_at: input.dueAt ?? null,
    resolved_at: input.resolvedAt ?? null,
    returned_at: input.returnedAt ?? null,
    refused_at: input.refusedAt ?? null,
    finished_at: finishedAt(input, held, now),
    voided_at: input.voided === true ? (held.row?.voided_at ?? now) : null,
    void_reason: input.voided === true ? (input.voidReason ?? null) : null,
    result_by_post: input.resultByPost ?? false,
    documents,
    fees,
    supplements: (input.supplements ?? []).map((each) => ({
      number: each.number,
      requestedAt: each.requestedAt.toISOString(),
      requestedBy: each.requestedBy,
      content: each.content,
      receivedAt: each.receivedAt?.toISOString() ?? null,
      receivedBy: each.receivedBy ?? null,
      previousDueAt: each.previousDueAt?.toISOString() ?? null,
      newDueAt: each.newDueAt?.toISOString() ?? null,
    })),
    fee_total: feeTotalOf(fees),
    fees_settled: input.paidOnline === true || input.feesSettled === true,
    paid_online_by_source: paidOnlineBySource(input, held),
    paid_online_by_hub: held.row?.paid_online_by_hub ?? false,
    digitized_result: documents.some((document) => document.isResult && document.digitized),
    rating: input.rating ?? held.row?.rating ?? null,
    version: (held.row?.version ?? 0) + 1,
    portal_sequence: held.row?.portal_sequence ?? 0,
    updated_at: now,
    // Reckoned once its steps are joined.
    engine_due_at: null,
    statutory_due_at: null,
    clock_stopped_at: null,
    hub_additions: {},
  };
  if (held.row !== undefined) keepAdditions(row, held.row);
  return row;
}

/** The step that a change of state makes where the source sends no steps: in the unit's name, never an officer's. */
export function stateStep(row: DossierRow, held: Held, unitName: string): EventRow | undefined {
  const before = held.row?.status;
  const key = `state ${row.source_version} ${row.status}`;
  if (before === row.status || held.steps.some((step) => step.key === key)) return undefined;
  const times: Partial<Record<DossierStatus, Date | null>> = {
    SUBMITTED: row.submitted_at,
    ACCEPTED: row.accepted_at,
    REFUSED: row.refused_at,
    RESOLVED: row.resolved_at,
    RETURNED: row.returned_at,
  };
  return {
    id: newUuid(),
    dossier_id: row.id,
    step_key: key,
    at: times[row.status] ?? row.updated_at,
    status: row.status,
    actor: unitName,
    title: null,
    department: null,
    note: null,
    unusual: isUnusual(before, row.status),
  };
}
