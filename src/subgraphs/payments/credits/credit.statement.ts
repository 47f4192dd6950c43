import { type StatementRowInput, writeStatement } from '../../../../connectors/contract/statement.writer.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { addDays, toLocalIso } from '../../../platform/time.ts';
import type { MerchantRow } from '../merchant.service.ts';
import { UNIDENTIFIED_PREFIX } from '../reconciliation.row.ts';
import type { CreditState } from './credit.row.ts';

interface Booked {
  bank_reference: string;
  amount: number;
  booked_at: Date;
  account: string;
  state: CreditState;
  reference: string | null;
}

/**
 * What a bank told of an account on a day, as a statement: the credits that paid something under their payments' references, the others under
 * a mark of their own; with those that paid something of the merchant's on an account that collects for none. What went back to whoever sent it is in neither side. The same credits make the same statement.
 */
export async function creditStatement(sql: Queryable, merchant: MerchantRow, businessDate: string): Promise<AsyncGenerator<Uint8Array>> {
  const booked = await sql.query<Booked>(
    `SELECT c.bank_reference, c.amount, c.booked_at, c.account, c.state, p.reference FROM payments.account_credit c LEFT JOIN payments.payment p ON p.id = c.payment_id
     WHERE (c.merchant_id = $1 OR (c.merchant_id IS NULL AND p.merchant_id = $1)) AND c.booked_on = $2 AND c.state IN ('MATCHED', 'UNIDENTIFIED') ORDER BY c.booked_at, c.bank_reference`,
    [merchant.id, businessDate],
  );
  const generatedAt = `${addDays(businessDate, 1)}T00:00:00+07:00`;
  return writeStatement(
    { provider: merchant.provider, merchantCode: merchant.code, businessDate, generatedAt, sequence: 1 },
    booked.map(rowOf),
  );
}

function rowOf({ bank_reference: bankReference, amount, booked_at: at, account, reference }: Booked): StatementRowInput {
  return {
    type: 'PAY',
    merchantRef: reference ?? `${UNIDENTIFIED_PREFIX}${bankReference}`,
    providerTransactionId: `${account}/${bankReference}`,
    originalProviderTransactionId: '',
    bankCode: '',
    bankTransactionId: bankReference,
    channel: 'QR',
    time: toLocalIso(at),
    gross: amount,
    fee: 0,
    feeVat: 0,
    status: 'SUCCESS',
    batchId: '',
    orderInfo: '',
  };
}
