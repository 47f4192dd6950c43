import type { Transaction } from '../../../platform/database/database.ts';
import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { Platform } from '../../../platform/platform.ts';
import { resumedDate } from '../deadline/dossier-dates.ts';
import type { StoredFee } from '../dossier.row.ts';
import { judge, type Situation } from '../lifecycle/judge.ts';
import { reDatingKey, reDatingOf } from '../lifecycle/re-dating.ts';
import type { Mover, Transition } from '../lifecycle/transitions.ts';
import type { PortalContact } from '../portal-contact.ts';
import { applyMove, dateAnswer, type MoveContent } from './apply-move.ts';
import type { Actor } from './caller.ts';
import { dueDateOf, reckonDates } from './due-date.ts';
import { type Ground, type HeldDossier, readProcedure } from './ground.ts';
import { contentProblems } from './move.content.ts';
import { newStepKey, recordChange } from './record.ts';

/** Somebody's wish to move a dossier that is held for it. */
export interface WantedMove {
  held: HeldDossier;
  to: DossierStatus;
  content: MoveContent;
  movers: ReadonlySet<Mover>;
  /** How the step names who makes a move. */
  actorOf(transition: Transition): Actor;
  contact: PortalContact;
}

/** Moves after which a clock runs again that goes on with what was left. */
const RESUMING: ReadonlySet<Transition['emits']> = new Set(['PAYMENT_CONCLUDED', 'WITHDRAWAL_ENDED']);

/** Makes a move inside the caller's transaction; what is wrong with it otherwise, and then nothing is written. */
export async function makeMove(
  hub: Platform,
  sql: Transaction,
  { ground, wanted }: { ground: Ground; wanted: WantedMove },
): Promise<UserErrorValue[]> {
  const { held, to, content, movers, contact } = wanted;
  const { row } = held;
  const now = hub.clock.business();
  const verdict = judge(situationOf(held, movers, now), {
    to,
    reason: content.note,
    documents: content.documents.length,
    fees: content.fees.length,
    newDueAt: content.newDueAt,
  });
  if ('error' in verdict) return [verdict.error];
  const { transition } = verdict;
  const by = wanted.actorOf(transition);
  const procedure = await readProcedure(sql, row.procedure);
  const at = notBefore(held, now);
  const promised = dueDateOf(ground.book, row, at);
  const problems = contentProblems(row, transition, { content, byUnit: movers.has('UNIT'), promised });
  if (problems.length > 0) return problems;
  const stepKey = transition.emits === 'RE_DATED' ? reDatingKey(datesOf(row.due_at, content.newDueAt)) : newStepKey();
  // A date that was given waits as long as the dossier waited for money or for a withdrawal that was taken back.
  if (RESUMING.has(transition.emits) && to !== 'SUPPLEMENT_REQUESTED') row.due_at = resumedDate(ground.book, row, at);
  applyMove(row, transition, { content, at, by, promised });
  if (transition.emits === 'SUPPLEMENTED') {
    // What the rule after a supplement makes of the date is known once the answer is one of the steps.
    reckonDates(ground.book, row, [...held.steps, { key: stepKey, at, status: row.status }]);
    dateAnswer(row, at);
  }
  const change = { row, steps: held.steps, at, by, note: content.note ?? null, stepKey, emits: transition.emits, contact };
  await recordChange(hub, sql, { ground, procedure, change });
  return [];
}

/** Both are there once the state machine has let a re-dating pass. */
function datesOf(from: Date | null, to: Date | undefined): { from: Date; to: Date } {
  if (from === null || to === undefined) throw new Error('a due date is moved from one to another');
  return { from, to };
}

/** A dossier's steps stay in their order, also where a source's clock runs ahead. */
export function notBefore({ steps }: HeldDossier, now: Date): Date {
  const last = steps.at(-1)?.at;
  return last !== undefined && last > now ? last : now;
}

/** How a dossier stands to the state machine, for these movers. */
export function situationOf(held: HeldDossier, movers: ReadonlySet<Mover>, now: Date): Situation {
  const { row, steps } = held;
  return {
    from: row.status,
    movers,
    voided: row.voided_at !== null,
    before: stateBefore(held),
    supplemented: row.supplements.length > 0 || steps.some(({ status }) => status === 'SUPPLEMENT_REQUESTED'),
    reDated: steps.some(({ key }) => reDatingOf(key) !== undefined),
    dueAt: row.due_at,
    owes: payableOf(row.fees) > 0 && !row.fees_settled,
    now,
  };
}

/** What is to be paid for a dossier in all, whole đồng: what is exempt as a whole counts for nothing. */
export function payableOf(fees: readonly StoredFee[]): number {
  return fees.reduce(
    (sum, { collection, amount, exemptedAmount }) => sum + (collection === 'EXEMPT' ? 0 : Math.max(0, amount - exemptedAmount)),
    0,
  );
}

/** The state from which a dossier was put aside. Waiting for papers is itself one that a withdrawal may be taken back to. */
export function stateBefore({ row, steps }: HeldDossier): DossierStatus {
  const aside: DossierStatus[] = ['WITHDRAWAL_REQUESTED', 'PAYMENT_REQUESTED'];
  if (row.status !== 'WITHDRAWAL_REQUESTED') aside.push('SUPPLEMENT_REQUESTED');
  return steps.findLast(({ status }) => !aside.includes(status))?.status ?? (row.accepted_at === null ? 'SUBMITTED' : 'ACCEPTED');
}

/** The caller saw another version than the one that is held. */
export function versionConflict(field: string[]): UserErrorValue {
  return userError(
    'VERSION_CONFLICT',
    { vi: 'Hồ sơ vừa thay đổi. Hãy tải lại rồi thử lại.', en: 'The dossier has just changed. Load it again and retry.' },
    field,
  );
}
