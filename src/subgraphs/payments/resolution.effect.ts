import type { Transaction } from '../../platform/database/database.ts';
import type { UserErrorValue } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/pii/access-record.ts';
import { receivableAccount, writeOffAccount } from './ledger.accounts.ts';
import { moved } from './ledger.ts';
import { lockDossiers } from './payment.lock.ts';
import { isPaid, PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import type { DiscrepancyRow } from './reconciliation.row.ts';
import { release } from './refunds/refund.decide.ts';
import { isCovered } from './refunds/refund.proposal.ts';
import { insertRefund, readRefund } from './refunds/refund.request.ts';
import { refundsUnderWay } from './refunds/refund.row.ts';
import type { ResolutionName } from './resolution.rules.ts';
import { writeOffBatch } from './settlements/batch.judge.ts';
import { postWriteOff } from './write-off.ts';

/** A difference with its day, locked for the length of a change. */
export type HeldDiscrepancy = DiscrepancyRow & {
  business_date: string;
  closed_at: Date | null;
  merchant_unit: string;
  merchant_code: string;
  provider: string;
};

interface Settled {
  held: HeldDiscrepancy;
  resolution: ResolutionName;
  note: string;
}

/** What a settled difference brings about: a refund of what was paid beyond the obligation, or an entry that writes it off. Else nothing. */
export async function carryOut(context: HubContext, sql: Transaction, settled: Settled): Promise<UserErrorValue | undefined> {
  if (settled.resolution === 'WRITE_OFF') await writeOff(context, sql, settled);
  if (settled.resolution === 'REFUND') await giveBack(context, sql, settled);
  return undefined;
}

async function writeOff({ hub }: HubContext, sql: Transaction, { held, note }: Settled): Promise<void> {
  const difference = await offBy(sql, held, hub.clock.now());
  if (difference === 0) return;
  const receivable = receivableAccount(held.provider, held.merchant_code);
  const lost = writeOffAccount(held.merchant_unit);
  const [debited, credited] = difference > 0 ? [receivable, lost] : [lost, receivable];
  await postWriteOff(sql, held.id, {
    at: hub.clock.now(),
    day: held.business_date,
    unit: held.merchant_unit,
    paymentId: held.payment_id,
    memo: `Xóa sổ chênh lệch ${held.reference ?? ''}: ${note}`,
    legs: moved(debited, credited, Math.abs(difference)),
  });
}

/** What the books have too little, or below 0 too much. Of a batch: what has come beyond its net. */
async function offBy(
  sql: Transaction,
  { kind, facts, statement_amount: statement, hub_amount: ours }: HeldDiscrepancy,
  at: Date,
): Promise<number> {
  if (kind === 'SETTLEMENT_MISMATCH' && facts.batch !== undefined) return -(await writeOffBatch(sql, { batch: facts.batch, at }));
  return (statement ?? 0) - (ours ?? 0);
}

/**
 * The hub gives back what it has booked beyond an obligation. What it has not booked, such as a second transaction at the provider alone, is
 * given back by whoever holds the money: that is only recorded.
 */
async function giveBack(context: HubContext, sql: Transaction, { held, note }: Settled): Promise<void> {
  if (held.kind !== 'DUPLICATE_PAYMENT' || held.facts.row !== undefined || held.payment_id === null) return;
  const [payment] = await sql.query<PaymentRow>(`SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE p.id = $1`, [held.payment_id]);
  if (payment === undefined || payment.external || !isPaid(payment.status)) return;
  await lockDossiers(sql, [payment.dossier_id]);
  const [proposed] = await sql.query<{ id: string }>(
    `SELECT id FROM payments.refund_request WHERE payment_id = $1 AND cause = 'PAID_TWICE' AND state = 'REQUESTED'`,
    [payment.id],
  );
  const by = actorOf(context.viewer);
  const waiting = proposed === undefined ? undefined : await readRefund(sql, proposed.id, 'FOR UPDATE OF r');
  if (waiting !== undefined) {
    // Where another refund of the dossier is under way, its outcome decides about this one.
    if (!(await isCovered(sql, waiting))) await release(context.hub, sql, { refund: waiting, by, note });
    return;
  }
  const left = payment.amount - payment.refunded_amount - (await refundsUnderWay(sql, payment.id));
  if (left > 0) await insertRefund(context.hub, sql, { payment, amount: left, cause: 'PERSON', reason: note, by });
}
