import { type StatementRowInput, writeStatement } from '../../../../connectors/contract/statement.writer.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import { addDays, toLocalIso } from '../../../platform/time.ts';
import type { MerchantRow } from '../merchant.service.ts';

interface Told {
  type: 'PAY' | 'REFUND';
  id: string;
  reference: string;
  amount: number;
  at: Date;
  drawer: string | null;
}

/**
 * What a unit's desks say of a day's cash, as a statement: the payments whose drawers have been counted, and what was given back. A payment that
 * no drawer has, such as one that a one-stop system took, stands as its source reported it. The same drawers make the same statement.
 */
export async function cashStatement(sql: Queryable, merchant: MerchantRow, businessDate: string): Promise<AsyncGenerator<Uint8Array>> {
  const told = await sql.query<Told>(
    `SELECT 'PAY' AS type, p.id, p.reference, p.amount, p.paid_at AS at, k.drawer_id AS drawer
     FROM payments.payment p LEFT JOIN payments.cash_taking k ON k.payment_id = p.id LEFT JOIN payments.cash_drawer d ON d.id = k.drawer_id
     WHERE p.merchant_id = $1 AND p.business_date = $2 AND d.state IS DISTINCT FROM 'OPEN'
     UNION ALL
     SELECT 'REFUND', r.id, r.reference, r.amount, r.refunded_at, NULL FROM payments.refund r WHERE r.merchant_id = $1 AND r.business_date = $2
     ORDER BY at, type, id`,
    [merchant.id, businessDate],
  );
  const generatedAt = `${addDays(businessDate, 1)}T00:00:00+07:00`;
  return writeStatement({ provider: 'CASH', merchantCode: merchant.code, businessDate, generatedAt, sequence: 1 }, told.map(rowOf));
}

function rowOf({ type, id, reference, amount, at, drawer }: Told): StatementRowInput {
  return {
    type,
    merchantRef: reference,
    providerTransactionId: id,
    originalProviderTransactionId: '',
    bankCode: '',
    bankTransactionId: '',
    channel: 'DESK',
    time: toLocalIso(at),
    gross: amount,
    fee: 0,
    feeVat: 0,
    status: 'SUCCESS',
    batchId: drawer ?? '',
    orderInfo: '',
  };
}
