import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { receivableAccount, suspenseAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import { settleWithin } from '../settlement.ts';
import { CREDIT_COLUMNS, CREDIT_FROM, type CreditRow } from './credit.row.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log'>;

export async function readCredit(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<CreditRow | undefined> {
  const [row] = await sql.query<CreditRow>(`SELECT ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} WHERE c.id = $1 ${lock}`, [id]);
  return row;
}

/** What became of a credit that was to pay something. NOT_PAYABLE: the payment is none, is not open, or is of another amount. */
export type PaidWith = 'PAID' | 'CREDIT_DECIDED' | 'NOT_PAYABLE';

/**
 * Settles the payment whose whole reference stands in a credit's text, where amount and account are right and it is still open. Anything less
 * is no more than a suggestion to an accountant. Any number of times: the first counts.
 */
export async function identify(hub: Hub, id: string): Promise<boolean> {
  const credit = await readCredit(hub.db, id);
  if (credit?.state !== 'UNIDENTIFIED' || credit.own_reference === null) return false;
  return (await payWith(hub, credit, { reference: credit.own_reference, by: null, note: null })) === 'PAID';
}

/**
 * Pays a payment with a credit, all of it in one transaction: a credit that is decided on meanwhile pays nothing, and none pays twice. Locks
 * the credit before the dossier; nobody who holds a dossier asks for a credit.
 */
export function payWith(
  hub: Hub,
  { id }: Pick<CreditRow, 'id'>,
  { reference, by, note }: { reference: string; by: string | null; note: string | null },
): Promise<PaidWith> {
  return hub.db.transaction(async (sql): Promise<PaidWith> => {
    const credit = await readCredit(sql, id, 'FOR UPDATE OF c');
    if (credit?.state !== 'UNIDENTIFIED') return 'CREDIT_DECIDED';
    const fact = {
      reference,
      status: 'SUCCEEDED',
      amount: credit.amount,
      providerTransactionId: `${credit.account}/${credit.bank_reference}`,
      paidAt: credit.booked_at,
      code: 'CREDIT',
    } as const;
    if ((await settleWithin(hub, sql, { merchantId: credit.merchant_id, fact, via: 'credit' })) !== 'RECORDED') return 'NOT_PAYABLE';
    await markMatched(hub, sql, { credit, reference, by: by ?? 'hub', note });
    return 'PAID';
  });
}

async function markMatched(
  hub: Hub,
  sql: Transaction,
  { credit, reference, by, note }: { credit: CreditRow; reference: string; by: string; note: string | null },
): Promise<void> {
  const now = hub.clock.now();
  const [matched] = await sql.query<{ payment_id: string }>(
    `UPDATE payments.account_credit SET state = 'MATCHED', decided_by = $4, decided_at = $5, note = $6,
       payment_id = (SELECT id FROM payments.payment WHERE merchant_id = $2 AND reference = $3) WHERE id = $1 RETURNING payment_id`,
    [credit.id, credit.merchant_id, reference, by, now, note],
  );
  await postTransaction(sql, {
    source: `credit.identified:${credit.id}`,
    at: now,
    day: localDateOf(now),
    unit: credit.merchant_unit,
    paymentId: matched?.payment_id ?? null,
    memo: `Xác định ghi có ${credit.bank_reference}`,
    legs: moved(suspenseAccount(credit.account), receivableAccount(credit.merchant_provider, credit.merchant_code), credit.amount),
  });
}
