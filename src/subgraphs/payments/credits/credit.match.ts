import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { receivableAccount, suspenseAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import { settle } from '../settlement.ts';
import { CREDIT_COLUMNS, CREDIT_FROM, type CreditRow } from './credit.row.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log'>;

export async function readCredit(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<CreditRow | undefined> {
  const [row] = await sql.query<CreditRow>(`SELECT ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} WHERE c.id = $1 ${lock}`, [id]);
  return row;
}

/**
 * Settles the payment whose whole reference stands in a credit's text, where amount and account are right and it is still open. Anything less
 * is no more than a suggestion to an accountant. Any number of times: the first counts.
 */
export async function identify(hub: Hub, id: string): Promise<boolean> {
  const credit = await readCredit(hub.db, id);
  if (credit?.state !== 'UNIDENTIFIED' || credit.own_reference === null) return false;
  return payWith(hub, credit, { reference: credit.own_reference, by: null, note: null });
}

/** Pays a payment with a credit: false where it does not fit, and then nothing was done. */
export async function payWith(
  hub: Hub,
  credit: CreditRow,
  { reference, by, note }: { reference: string; by: string | null; note: string | null },
): Promise<boolean> {
  const transaction = `${credit.account}/${credit.bank_reference}`;
  const fact = {
    reference,
    status: 'SUCCEEDED',
    amount: credit.amount,
    providerTransactionId: transaction,
    paidAt: credit.booked_at,
    code: 'CREDIT',
  } as const;
  const verdict = await settle(hub, credit.merchant_id, fact, 'credit');
  if (verdict !== 'RECORDED' && verdict !== 'ALREADY_FINAL') return false;
  return hub.db.transaction(async (sql) => {
    const held = await readCredit(sql, credit.id, 'FOR UPDATE OF c');
    // After a crash between the two the payment is paid already, by this very credit.
    const [payment] = await sql.query<{ id: string }>(
      `SELECT id FROM payments.payment WHERE merchant_id = $1 AND reference = $2 AND provider_transaction_id = $3 AND paid_at IS NOT NULL`,
      [credit.merchant_id, reference, transaction],
    );
    if (held?.state !== 'UNIDENTIFIED' || payment === undefined) return held?.payment_id !== null && held?.payment_id === payment?.id;
    const now = hub.clock.now();
    await sql.query(
      `UPDATE payments.account_credit SET state = 'MATCHED', payment_id = $2, decided_by = $3, decided_at = $4, note = $5 WHERE id = $1`,
      [credit.id, payment.id, by ?? 'hub', now, note],
    );
    await postTransaction(sql, {
      source: `credit.identified:${credit.id}`,
      at: now,
      day: localDateOf(now),
      unit: credit.merchant_unit,
      paymentId: payment.id,
      memo: `Xác định ghi có ${credit.bank_reference}`,
      legs: moved(suspenseAccount(credit.account), receivableAccount('VIETQR', credit.merchant_code), credit.amount),
    });
    return true;
  });
}
