import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { collectingProviders } from '../accounts/bank-account.register.ts';
import { receivableAccount, suspenseAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import type { Values } from '../payment.access.ts';
import { settleWithin } from '../settlement.ts';
import { CREDIT_COLUMNS, CREDIT_FROM, type CreditRow } from './credit.row.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log'>;

export async function readCredit(sql: Pick<Transaction, 'query'>, id: string, lock = ''): Promise<CreditRow | undefined> {
  const [row] = await sql.query<CreditRow>(`SELECT ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} WHERE c.id = $1 ${lock}`, [id]);
  return row;
}

/**
 * The condition under which a credit may pay a payment `p`: one through its own merchant; where it has none, one that is paid by transfer to
 * an account of the same unit, since the transfer went to that unit's other account.
 */
export function payableBy(hub: Pick<Platform, 'connectors'>, credit: Pick<CreditRow, 'merchant_id' | 'unit'>, values: Values): string {
  if (credit.merchant_id !== null) return `p.merchant_id = ${values.add(credit.merchant_id)}`;
  const [unit, providers] = [values.add(credit.unit), values.add(collectingProviders(hub))];
  return `p.merchant_id IN (SELECT id FROM payments.merchant WHERE unit = ${unit} AND provider = ANY(${providers}::text[]) AND NOT external)`;
}

/** What became of a credit that was to pay something. NOT_PAYABLE: the payment is none, is not open, or is of another amount. */
export type PaidWith = 'PAID' | 'CREDIT_DECIDED' | 'NOT_PAYABLE';

/**
 * Settles the payment whose whole reference stands in a credit's text, where amount and account are right and it is still open. Anything less,
 * and a reference in a credit of an account that collects for no merchant, is no more than a suggestion to an accountant. Any number of times: the first counts.
 */
export async function identify(hub: Hub, id: string): Promise<boolean> {
  const credit = await readCredit(hub.db, id);
  if (credit?.state !== 'UNIDENTIFIED' || credit.own_reference === null || credit.merchant_id === null) return false;
  // What the bank has taken back pays nothing by itself.
  if (credit.reversed_on !== null) return false;
  const paid = { reference: credit.own_reference, merchantId: credit.merchant_id, by: null, note: null };
  return (await payWith(hub, credit, paid)) === 'PAID';
}

/**
 * Pays a payment with a credit, all of it in one transaction: a credit that is decided on meanwhile pays nothing, and none pays twice. Locks
 * the credit before the dossier; nobody who holds a dossier asks for a credit.
 */
export function payWith(
  hub: Hub,
  { id }: Pick<CreditRow, 'id'>,
  { reference, merchantId, by, note }: { reference: string; merchantId: string; by: string | null; note: string | null },
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
    if ((await settleWithin(hub, sql, { merchantId, fact, via: 'credit' })) !== 'RECORDED') return 'NOT_PAYABLE';
    await markMatched(hub, sql, { credit, reference, merchantId, by: by ?? 'hub', note });
    return 'PAID';
  });
}

async function markMatched(
  hub: Hub,
  sql: Transaction,
  {
    credit,
    reference,
    merchantId,
    by,
    note,
  }: { credit: CreditRow; reference: string; merchantId: string; by: string; note: string | null },
): Promise<void> {
  const now = hub.clock.now();
  const [paid] = await sql.query<{ id: string; provider: string; code: string }>(
    `SELECT p.id, m.provider, m.code FROM payments.payment p JOIN payments.merchant m ON m.id = p.merchant_id WHERE p.merchant_id = $1 AND p.reference = $2`,
    [merchantId, reference],
  );
  if (paid === undefined) throw new Error('a payment that was just settled is not there');
  await sql.query(
    `UPDATE payments.account_credit SET state = 'MATCHED', decided_by = $2, decided_at = $3, note = $4, payment_id = $5 WHERE id = $1`,
    [credit.id, by, now, note, paid.id],
  );
  await postTransaction(sql, {
    source: `credit.identified:${credit.id}`,
    at: now,
    day: localDateOf(now),
    unit: credit.unit,
    paymentId: paid.id,
    memo: `Xác định ghi có ${credit.bank_reference}`,
    legs: moved(suspenseAccount(credit.account), receivableAccount(paid.provider, paid.code), credit.amount),
  });
}
