import { coversScope } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockDossiers } from '../payment.lock.ts';
import { newReference } from '../payment.reference.ts';
import { concludeDone, concludeWithout, postOwed, showOnPayment } from './refund.books.ts';
import { isCovered, trimProposals } from './refund.proposal.ts';
import { type Asked, readRefund, reasonProblem } from './refund.request.ts';
import type { RefundRow } from './refund.row.ts';

/** So long a gateway has the word on a refund; afterwards a person may say what became of it. */
const GATEWAY_HAS_THE_WORD_MS = 72 * 3_600_000;

export interface Decision {
  /** The refund's id in the graph. */
  refund: string;
  /** Of an approval: go ahead; of an outcome: the money has gone. */
  yes: boolean;
  note: string;
}

/** A second accountant lets a refund go ahead, or sends it back. */
export function approveRefund(context: HubContext, decision: Decision): Promise<Asked> {
  return decide(context, decision, async (sql, refund) => {
    if (refund.state !== 'REQUESTED') return standsElsewhere(refund);
    const actor = actorOf(context.viewer);
    if (refund.requested_by === actor) return needsSecond('refund');
    if (!decision.yes) {
      await concludeWithout(context.hub, sql, refund, { state: 'WITHDRAWN', by: actor, note: decision.note });
      return undefined;
    }
    if (await isCovered(sql, refund)) return covered();
    await release(context.hub, sql, { refund, by: actor, note: decision.note });
    return undefined;
  });
}

/** Lets a refund go ahead that waits for it, inside a transaction that holds its dossier's lock. */
export async function release(
  hub: Pick<Platform, 'cipher' | 'clock'>,
  sql: Transaction,
  { refund, by, note }: { refund: RefundRow; by: string; note: string },
): Promise<void> {
  await sql.query(
    `UPDATE payments.refund_request SET state = 'READY', reference = $5, approved_by = $2, approved_at = $3, approval_note = $4,
       next_attempt_at = CASE WHEN way = 'GATEWAY' THEN $3::timestamptz END WHERE id = $1`,
    // Gateways want the day on which it is sent in a refund's reference, and it has not been sent yet.
    [refund.id, by, hub.clock.now(), note, newReference(hub.clock.now())],
  );
  await postOwed(hub, sql, refund);
  await showOnPayment(sql, refund.payment_id);
}

type Standing = Pick<RefundRow, 'state' | 'way' | 'first_sent_at'>;

const isUnderWay = ({ state }: Standing) => state === 'READY' || state === 'SENT';

/** Whether people are to say what became of a refund: it is under way, and no gateway has the word on it. */
export function awaitsConclusion({ clock }: Pick<Platform, 'clock'>, refund: Standing): boolean {
  const waited = refund.first_sent_at === null ? 0 : clock.now().getTime() - refund.first_sent_at.getTime();
  return isUnderWay(refund) && (refund.way !== 'GATEWAY' || waited >= GATEWAY_HAS_THE_WORD_MS);
}

/**
 * An accountant says what became of a refund that no gateway speaks of: paid out over the desk, transferred by the bank, or still without
 * the gateway's last word after three days.
 */
export function concludeRefund(context: HubContext, decision: Decision): Promise<Asked> {
  return decide(context, decision, async (sql, refund, dossier) => {
    const { hub } = context;
    if (!isUnderWay(refund)) return standsElsewhere(refund);
    if (!awaitsConclusion(hub, refund)) return gatewayHasTheWord();
    const actor = actorOf(context.viewer);
    const decided = [refund.requested_by, refund.approved_by];
    if (refund.amount >= hub.config.refundApprovalFrom && decided.every((who) => who === null || who === actor))
      return needsSecond('refund');
    const how = { by: actor, note: decision.note };
    if (decision.yes) {
      await concludeDone(hub, sql, refund, how);
      await trimProposals(hub, sql, [dossier]);
    } else await concludeWithout(hub, sql, refund, { ...how, state: 'REFUSED' });
    return undefined;
  });
}

type Change = (sql: Transaction, refund: RefundRow, dossier: string) => Promise<UserErrorValue | undefined>;

async function decide({ hub, viewer }: HubContext, { refund: id, note }: Decision, change: Change): Promise<Asked> {
  const problem = reasonProblem(note, 'note');
  if (problem !== undefined) return { error: problem };
  const key = fromGlobalId('refund', id);
  const seen = key === undefined ? undefined : await readRefund(hub.db, key);
  if (seen === undefined || !coversScope(viewer, 'ACCOUNTANT', seen.scope)) return { error: notFound('refund') };
  return hub.db.transaction(async (sql) => {
    const [payment] = await sql.query<{ dossier_id: string }>('SELECT dossier_id FROM payments.payment WHERE id = $1', [seen.payment_id]);
    const dossier = payment?.dossier_id ?? '';
    await lockDossiers(sql, [dossier]);
    const refund = (await readRefund(sql, seen.id, 'FOR UPDATE OF r')) ?? seen;
    const error = await change(sql, refund, dossier);
    return error === undefined ? { refund: (await readRefund(sql, seen.id)) ?? seen } : { error };
  });
}

function standsElsewhere({ state }: RefundRow): UserErrorValue {
  const text = {
    vi: `Khoản hoàn đang ở trạng thái ${state}, không thể làm việc này.`,
    en: `The refund is ${state}: this can't be done now.`,
  };
  return userError('ILLEGAL_TRANSITION', text, ['refund']);
}

function covered(): UserErrorValue {
  const text = {
    vi: 'Hồ sơ này đang có khoản hoàn khác chưa xong; khi có kết quả, đề nghị này tự mất hoặc được duyệt tiếp.',
    en: 'Another refund of this dossier is under way: its outcome decides, by itself, whether this one is still needed.',
  };
  return userError('ILLEGAL_TRANSITION', text, ['refund']);
}

/** Whoever asked for something, or settled it, does not approve it. */
export function needsSecond(field: string): UserErrorValue {
  const text = { vi: 'Cần một kế toán khác duyệt.', en: 'Another accountant must approve it.' };
  return userError('ILLEGAL_TRANSITION', text, [field]);
}

function gatewayHasTheWord(): UserErrorValue {
  const text = {
    vi: 'Cổng thanh toán sẽ cho biết kết quả; sau ba ngày chưa rõ mới ghi nhận bằng tay.',
    en: 'The gateway will say what became of it; by hand only where it has not after three days.',
  };
  return userError('ILLEGAL_TRANSITION', text, ['refund']);
}
