import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { FINISHED } from '../deadline/timeliness.ts';
import type { DossierRow } from '../dossier.row.ts';
import { nextNumber, noteAdditions } from '../ingest/additions.ts';
import { documentsOf, feesOf, feeTotalOf } from '../ingest/apply.ts';
import type { DocumentInput, FeeInput } from '../ingest/ingest.input.ts';
import type { Transition } from '../lifecycle/transitions.ts';
import type { Actor } from './caller.ts';

/** What a move brings along. */
export interface MoveContent {
  note: string | undefined;
  documents: DocumentInput[];
  fees: FeeInput[];
  newDueAt: Date | undefined;
}

/** How a move is made. */
interface Making {
  content: MoveContent;
  at: Date;
  by: Actor;
  /** When the result is due of what is received, or complete again, at that instant; null: not known. */
  promised: Date | null;
}

/** States that only a dossier can be in that was received. */
const RECEIVED: ReadonlySet<DossierStatus> = new Set(['ACCEPTED', 'PROCESSING', 'RESOLVED', 'RETURNED']);

/** Whether a dossier is received with this move: its time begins. */
export function receives(row: Pick<DossierRow, 'accepted_at' | 'status'>, { to }: Pick<Transition, 'to'>): boolean {
  // Papers of what was stopped before it was received go back; it is not received by that.
  return row.accepted_at === null && RECEIVED.has(to) && row.status !== 'STOPPED';
}

/** Brings a row to what a move makes of it. */
export function applyMove(row: DossierRow, transition: Transition, making: Making): void {
  addPapers(row, making.content);
  addFees(row, making.content);
  setDueDate(row, transition, making);
  setSupplements(row, transition, making);
  setTimes(row, transition, making.at);
  row.status = transition.to;
  row.version += 1;
}

function addPapers(row: DossierRow, { documents }: MoveContent): void {
  const added = documentsOf({ documents }, { row: undefined });
  row.documents = [...row.documents, ...added];
  noteAdditions(row, { documents: added.map(({ id }) => id) });
  row.digitized_result = row.documents.some((document) => document.isResult && document.digitized);
}

/** A fee of a code that the dossier has already replaces it. */
function addFees(row: DossierRow, { fees }: MoveContent): void {
  if (fees.length === 0) return;
  const given = feesOf(fees);
  const codes = new Set(given.map(({ code }) => code));
  row.fees = [...row.fees.filter(({ code }) => !codes.has(code)), ...given];
  row.fee_total = feeTotalOf(row.fees);
}

function setDueDate(row: DossierRow, transition: Transition, { content, promised }: Making): void {
  if (transition.emits === 'RE_DATED') row.due_at = content.newDueAt ?? row.due_at;
  else if (receives(row, transition)) row.due_at ??= content.newDueAt ?? promised;
}

function setSupplements(row: DossierRow, { emits }: Transition, { content, at, by }: Making): void {
  if (emits === 'SUPPLEMENT_REQUESTED') {
    const number = nextNumber(row.supplements);
    noteAdditions(row, { requests: [number] });
    row.supplements = [
      ...row.supplements,
      {
        number,
        requestedAt: at.toISOString(),
        requestedBy: by.actor,
        content: content.note ?? '',
        receivedAt: null,
        receivedBy: null,
        previousDueAt: row.due_at?.toISOString() ?? null,
        newDueAt: null,
      },
    ];
  }
  if (emits !== 'SUPPLEMENTED') return;
  const answered = { receivedAt: at.toISOString(), receivedBy: by.actor };
  noteAdditions(row, { receptions: row.supplements.flatMap(({ number, receivedAt }) => (receivedAt === null ? [number] : [])) });
  row.supplements = row.supplements.map((each) => (each.receivedAt === null ? { ...each, ...answered } : each));
}

/**
 * Gives the new due date of a dossier that is complete again since that instant, once the engine has reckoned it: the time starts
 * anew (Decree 61/2018 Art. 19(4)), unless the procedure's rule says that it goes on.
 */
export function dateAnswer(row: DossierRow, at: Date): void {
  if (row.accepted_at !== null && row.accepted_at < at) row.due_at = row.engine_due_at ?? row.due_at;
  const answeredNow = at.toISOString();
  row.supplements = row.supplements.map((each) =>
    each.receivedAt === answeredNow ? { ...each, newDueAt: row.due_at?.toISOString() ?? null } : each,
  );
}

function setTimes(row: DossierRow, transition: Transition, at: Date): void {
  const { to } = transition;
  if (receives(row, transition)) row.accepted_at = at;
  if (to === 'REFUSED') row.refused_at = at;
  // What is stopped and then handed back has no result.
  if (to === 'RESOLVED') row.resolved_at = at;
  else if (to === 'RETURNED' && row.status !== 'STOPPED') row.resolved_at ??= at;
  else if (!FINISHED.has(to)) row.resolved_at = null;
  if (to === 'RETURNED') row.returned_at = at;
  // An end stays where it first came, and is undone by what takes the dossier up again.
  if (!FINISHED.has(to)) row.finished_at = null;
  else if (!FINISHED.has(row.status) || row.finished_at === null) row.finished_at = at;
}
