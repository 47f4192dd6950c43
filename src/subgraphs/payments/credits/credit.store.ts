import type { CreditNotice } from '../../../../connectors/contract/payment.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { bankAccount, suspenseAccount } from '../ledger.accounts.ts';
import { moved, postTransaction } from '../ledger.ts';
import { ownReferenceIn } from './credit.row.ts';

export const CONTENT_PURPOSE = 'payments.account-credit';

/** Credits of one account as they came. */
export interface ToldCredits {
  /** Null: the account collects for none. */
  merchantId: string | null;
  /** In whose books the account stands. */
  unit: string;
  credits: readonly CreditNotice[];
  by: 'NOTICE' | 'STATEMENT';
}

/**
 * Keeps credits of a registered account, each once by the bank's number, and books them: the money is in the bank, and nobody's until it is
 * known whose. Returns the keys of those that are new.
 */
export async function recordCredits(
  hub: Pick<Platform, 'cipher' | 'clock' | 'log'>,
  sql: Transaction,
  { merchantId, unit, credits, by }: ToldCredits,
): Promise<string[]> {
  const fresh: string[] = [];
  for (const credit of credits) {
    const id = newUuid();
    const written = await sql.query(
      `INSERT INTO payments.account_credit (id, merchant_id, account, bank_reference, amount, booked_at, booked_on, content_sealed, own_reference, state, taken_at, noticed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'UNIDENTIFIED', $10, CASE WHEN $11 THEN $10::timestamptz END) ON CONFLICT (account, bank_reference) DO NOTHING RETURNING id`,
      [
        ...[id, merchantId, credit.account, credit.bankReference, credit.amount, credit.at, localDateOf(credit.at)],
        ...[hub.cipher.seal(CONTENT_PURPOSE, credit.content), ownReferenceIn(credit.content) ?? null, hub.clock.now(), by === 'NOTICE'],
      ],
    );
    if (written.length === 0) {
      await compareRepeated(hub, sql, credit);
      if (by === 'NOTICE') await markNoticed(hub, sql, credit);
      continue;
    }
    fresh.push(id);
    await postTransaction(sql, {
      source: `credit.received:${id}`,
      at: hub.clock.now(),
      day: localDateOf(credit.at),
      unit,
      paymentId: null,
      memo: `Ghi có ${credit.bankReference}`,
      legs: moved(bankAccount(credit.account), suspenseAccount(credit.account), credit.amount),
    });
  }
  return fresh;
}

async function markNoticed(hub: Pick<Platform, 'clock'>, sql: Transaction, { account, bankReference }: CreditNotice): Promise<void> {
  await sql.query('UPDATE payments.account_credit SET noticed_at = $3 WHERE account = $1 AND bank_reference = $2 AND noticed_at IS NULL', [
    ...[account, bankReference, hub.clock.now()],
  ]);
}

/** A bank that gives its number to two sums of money has made a mistake, which only people can settle with it. */
async function compareRepeated(
  hub: Pick<Platform, 'log'>,
  sql: Transaction,
  { account, bankReference, amount }: CreditNotice,
): Promise<void> {
  const [held] = await sql.query<{ amount: number }>(
    'SELECT amount FROM payments.account_credit WHERE account = $1 AND bank_reference = $2',
    [account, bankReference],
  );
  if (held === undefined || held.amount === amount) return;
  await sql.query('UPDATE payments.account_credit SET disputed_amount = $3 WHERE account = $1 AND bank_reference = $2', [
    account,
    bankReference,
    amount,
  ]);
  hub.log.error(
    { bankReference, held: held.amount, told: amount },
    'a credit that is known came again with another amount: the first stands',
  );
}
