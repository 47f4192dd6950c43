import { coversScope } from '../../platform/auth/viewer.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { actorOf } from '../../platform/pii/access-record.ts';
import { addDays, startOfLocalDate } from '../../platform/time.ts';
import type { ReconciliationRow } from './reconciliation.row.ts';
import { RECONCILIATION_COLUMNS } from './reconciliation.row.ts';
import { needsSecond } from './refunds/refund.decide.ts';
import { reasonProblem } from './refunds/refund.request.ts';
import { carryOut, type HeldDiscrepancy } from './resolution.effect.ts';
import { notAllowed, type ResolutionName, SETTLED_SQL, stakeOf } from './resolution.rules.ts';
import { type Step, writeStep } from './resolution.step.ts';

type Change = (sql: Transaction, held: HeldDiscrepancy) => Promise<UserErrorValue | undefined>;
/** The difference's key, or why nothing was done. */
export type Changed = { id: string } | { error: UserErrorValue };

/** An accountant says how a difference is settled, and why. */
export function resolveDiscrepancy(
  context: HubContext,
  { id, resolution, note }: { id: string; resolution: ResolutionName; note: string },
): Promise<Changed> {
  return change(context, { id, note }, async (sql, held) => {
    const wrong = notAllowed(held.kind, resolution);
    if (wrong !== undefined) return wrong;
    if (held.resolution !== null && (!held.needs_approval || held.approved_by !== null)) return alreadySettled();
    const { hub } = context;
    const [actor, now] = [actorOf(context.viewer), hub.clock.now()];
    const needsApproval = stakeOf(held) >= hub.config.reconciliationApprovalFrom;
    await sql.query(
      `UPDATE payments.discrepancy SET resolution = $2, resolved_by = $3, resolved_at = $4, note = $5, needs_approval = $6, approved_by = NULL, approved_at = NULL,
         owner = coalesce(owner, $3) WHERE id = $1`,
      [held.id, resolution, actor, now, note, needsApproval],
    );
    await writeStep(sql, { ...stepOf(held), at: now, actor, action: 'RESOLVED', resolution, note });
    return needsApproval ? undefined : carryOut(context, sql, { held, resolution, note });
  });
}

/** A resolution that was sent back is none. */
const UNRESOLVE =
  'UPDATE payments.discrepancy SET resolution = NULL, resolved_by = NULL, resolved_at = NULL, note = NULL, needs_approval = false WHERE id = $1';

/** Another accountant approves how a difference was settled, or sends it back to be settled anew. */
export function approveDiscrepancy(
  context: HubContext,
  { id, approve, note }: { id: string; approve: boolean; note: string },
): Promise<Changed> {
  return change(context, { id, note }, async (sql, held) => {
    if (held.resolution === null) return notResolved();
    if (held.approved_by !== null) return alreadySettled();
    const [actor, now] = [actorOf(context.viewer), context.hub.clock.now()];
    if (held.resolved_by === actor) return needsSecond('discrepancy');
    if (!approve && !held.needs_approval) return alreadySettled();
    const { resolution } = held;
    if (approve) await sql.query('UPDATE payments.discrepancy SET approved_by = $2, approved_at = $3 WHERE id = $1', [held.id, actor, now]);
    else await sql.query(UNRESOLVE, [held.id]);
    await writeStep(sql, { ...stepOf(held), at: now, actor, action: approve ? 'APPROVED' : 'SENT_BACK', resolution, note });
    if (!approve || !held.needs_approval) return undefined;
    return carryOut(context, sql, { held, resolution, note: held.note ?? note });
  });
}

/** Says who looks after a difference. */
export function assignDiscrepancy(context: HubContext, { id, owner, note }: { id: string; owner: string; note: string }): Promise<Changed> {
  return change(context, { id, note }, async (sql, held) => {
    if (reasonProblem(owner, 'owner') !== undefined) return noOwner();
    await sql.query('UPDATE payments.discrepancy SET owner = $2 WHERE id = $1', [held.id, owner.trim()]);
    const step = { at: context.hub.clock.now(), actor: actorOf(context.viewer), action: 'ASSIGNED' as const };
    await writeStep(sql, { ...stepOf(held), ...step, note: `${owner.trim()}: ${note}` });
    return undefined;
  });
}

function stepOf(held: HeldDiscrepancy): Pick<Step, 'reconciliationId' | 'discrepancyId'> {
  return { reconciliationId: held.reconciliation_id, discrepancyId: held.id };
}

async function change({ hub, viewer }: HubContext, { id, note }: { id: string; note: string }, work: Change): Promise<Changed> {
  const wrong = reasonProblem(note, 'note');
  if (wrong !== undefined) return { error: wrong };
  const key = fromGlobalId('discrepancy', id);
  if (key === undefined) return { error: notFound('discrepancy') };
  return hub.db
    .transaction(async (sql): Promise<Changed> => {
      const [held] = await sql.query<HeldDiscrepancy & { merchant_scope: string[] }>(
        `SELECT d.*, r.business_date, r.closed_at, r.provider, m.unit AS merchant_unit, m.code AS merchant_code, m.scope AS merchant_scope
       FROM payments.discrepancy d JOIN payments.reconciliation r ON r.id = d.reconciliation_id JOIN payments.merchant m ON m.id = r.merchant_id
       WHERE d.id = $1 FOR UPDATE OF r, d`,
        [key],
      );
      if (held === undefined || !coversScope(viewer, 'ACCOUNTANT', held.merchant_scope)) return { error: notFound('discrepancy') };
      const error = held.closed_at === null ? await work(sql, held) : dayIsClosed();
      if (error !== undefined) throw new Refused(error);
      return { id: key };
    })
    .catch((problem: unknown) => {
      if (problem instanceof Refused) return { error: problem.error };
      throw problem;
    });
}

/** Rolls back what was begun: a refusal leaves nothing half done. */
class Refused extends Error {
  readonly error: UserErrorValue;
  constructor(error: UserErrorValue) {
    super(error.text.en);
    this.error = error;
  }
}

/** Closes a day in which each difference has an owner and is settled. */
export async function closeReconciliation(
  context: HubContext,
  id: string,
): Promise<{ row: ReconciliationRow } | { error: UserErrorValue }> {
  const { hub, viewer } = context;
  const key = fromGlobalId('reconciliation', id);
  if (key === undefined) return { error: notFound('id') };
  return hub.db.transaction(async (sql) => {
    const read = async (lock: string) => {
      const [row] = await sql.query<ReconciliationRow>(
        `SELECT ${RECONCILIATION_COLUMNS} FROM payments.reconciliation r JOIN payments.merchant m ON m.id = r.merchant_id WHERE r.id = $1 ${lock}`,
        [key],
      );
      return row;
    };
    const row = await read('FOR UPDATE OF r');
    if (row === undefined || !coversScope(viewer, 'ACCOUNTANT', row.merchant_scope)) return { error: notFound('id') };
    if (row.closed_at !== null) return { row };
    if (row.status !== 'BALANCED' && row.status !== 'DISCREPANT') return { error: notReconciled(row.status) };
    if (row.started_at < startOfLocalDate(addDays(row.business_date, 1))) return { error: dayWasNotOver() };
    const [open] = await sql.query<{ count: number }>(
      `SELECT count(*) FROM payments.discrepancy d WHERE d.reconciliation_id = $1 AND NOT (${SETTLED_SQL} AND d.owner IS NOT NULL)`,
      [row.id],
    );
    if ((open?.count ?? 0) > 0) return { error: stillOpen(open?.count ?? 0) };
    const [actor, now] = [actorOf(viewer), hub.clock.now()];
    await sql.query('UPDATE payments.reconciliation SET closed_at = $2, closed_by = $3 WHERE id = $1', [row.id, now, actor]);
    await writeStep(sql, { reconciliationId: row.id, discrepancyId: null, at: now, actor, action: 'CLOSED', note: null });
    return { row: (await read('')) ?? row };
  });
}

/** What came in afterwards would be in no day that anybody closes. */
function dayWasNotOver(): UserErrorValue {
  const text = {
    vi: 'Phiên này chạy khi ngày chưa hết: đối soát lại sau khi hết ngày, rồi khóa sổ.',
    en: 'This run began before the day was over: reconcile it again once it is, then close it.',
  };
  return userError('ILLEGAL_TRANSITION', text, ['id']);
}

function noOwner(): UserErrorValue {
  const text = {
    vi: 'Cần nêu người phụ trách, bằng mã người dùng (subject) trong token của họ.',
    en: 'Say who looks after it, by the subject of their token.',
  };
  return userError('INVALID', text, ['owner']);
}

function alreadySettled(): UserErrorValue {
  const text = { vi: 'Chênh lệch này đã được xử lý xong.', en: 'This difference is settled already.' };
  return userError('ILLEGAL_TRANSITION', text, ['discrepancy']);
}

function notResolved(): UserErrorValue {
  const text = {
    vi: 'Chênh lệch này chưa có cách xử lý: hãy xử lý trước (resolveDiscrepancy).',
    en: 'This difference has no resolution yet: resolve it first (resolveDiscrepancy).',
  };
  return userError('ILLEGAL_TRANSITION', text, ['discrepancy']);
}

function dayIsClosed(): UserErrorValue {
  const text = {
    vi: 'Ngày này đã khóa sổ; chỉ sao kê phát hành lại, hoặc tiền không về như phải về, mới mở ra.',
    en: 'This day is closed; only a statement that is issued anew, or money that does not come as it should, opens it.',
  };
  return userError('ILLEGAL_TRANSITION', text, ['discrepancy']);
}

function notReconciled(status: string): UserErrorValue {
  const text = {
    vi: `Phiên đối soát đang ở trạng thái ${status}: hãy đối soát lại trước khi khóa sổ.`,
    en: `The reconciliation is ${status}: run it again before the day is closed.`,
  };
  return userError('ILLEGAL_TRANSITION', text, ['id']);
}

function stillOpen(count: number): UserErrorValue {
  const text = {
    vi: `Còn ${count} chênh lệch chưa có người phụ trách, chưa xử lý hoặc chưa được duyệt.`,
    en: `${count} differences have no owner, are not settled or not approved.`,
  };
  return userError('ILLEGAL_TRANSITION', text, ['id']);
}
