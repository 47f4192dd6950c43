import type { Transaction } from '../../platform/database/database.ts';
import type { CashDay } from './cash/cash.judge.ts';

/** One statement of one merchant and day to match with the hub's payments. */
export interface Matching {
  reconciliationId: string;
  merchantId: string;
  /** YYYY-MM-DD. */
  day: string;
  statementId: string;
  /** How many rows it has. */
  rows: number;
  /** Of a unit's cash: what became of it. */
  cash?: CashDay;
}

/** The hub's own payments of the day. */
export interface Paid {
  count: number;
  sum: number;
}

export async function paidOf(sql: Transaction, { merchantId, day }: Matching): Promise<Paid> {
  const [paid] = await sql.query<Paid>(
    'SELECT count(*), coalesce(sum(amount), 0)::bigint AS sum FROM payments.payment WHERE merchant_id = $1 AND business_date = $2',
    [merchantId, day],
  );
  return paid as Paid;
}

/**
 * Whether rows may have to be set apart, told from what the sifting left, so that a day without any is not grouped a second and a third time.
 * More rows that found a payment than payments that were found: a payment has several. A transaction that stands twice is in that, or one of its
 * rows is among those left, since the hub holds each transaction of a provider once: only their numbers are looked for in the whole statement.
 */
export async function mayRepeat(sql: Transaction, { statementId, rows }: Matching, paid: Paid): Promise<boolean> {
  const [left] = await sql.query<{ others: number; strangers: number; unmatched: number; repeated: boolean; transactions: number }>(
    `SELECT (SELECT count(*) FROM payments.statement_row WHERE statement_id = $1 AND type <> 'PAY') AS others,
       count(*) FILTER (WHERE row_no IS NOT NULL AND NOT paid) AS strangers, count(*) FILTER (WHERE row_no IS NULL) AS unmatched,
       EXISTS (SELECT FROM loose WHERE row_no IS NOT NULL GROUP BY reference HAVING count(*) > 1) AS repeated,
       count(transaction) AS transactions
     FROM loose`,
    [statementId],
  );
  const { others, strangers, unmatched, repeated, transactions } = left as NonNullable<typeof left>;
  if (repeated || rows - others - strangers !== paid.count - unmatched) return true;
  if (others + transactions === 0) return false;
  const [twice] = await sql.query<{ found: boolean }>(
    `SELECT EXISTS (
       SELECT FROM payments.statement_row WHERE statement_id = $1 AND (type, provider_txn_id) IN (
         SELECT 'PAY', transaction FROM loose WHERE transaction IS NOT NULL
         UNION ALL SELECT type, provider_txn_id FROM payments.statement_row WHERE statement_id = $1 AND type <> 'PAY')
       GROUP BY type, provider_txn_id HAVING count(*) > 1) AS found`,
    [statementId],
  );
  return twice?.found === true;
}

/** Rows that repeat a transaction, and rows beyond the first of one payment. The row that says paid comes first. */
export async function setApart(sql: Transaction, { merchantId, statementId }: Matching): Promise<void> {
  await sql.query(
    `WITH twice AS (
       SELECT type, provider_txn_id FROM payments.statement_row WHERE statement_id = $1 GROUP BY type, provider_txn_id HAVING count(*) > 1),
     ranked AS (
       SELECT r.row_no, row_number() OVER same AS n, first_value(r.row_no) OVER same AS first
       FROM payments.statement_row r JOIN twice USING (type, provider_txn_id) WHERE r.statement_id = $1
       WINDOW same AS (PARTITION BY type, provider_txn_id ORDER BY (r.status = 'SUCCESS') DESC, r.row_no))
     INSERT INTO extra SELECT row_no, 'DUPLICATE_ROW', first FROM ranked WHERE n > 1`,
    [statementId],
  );
  await sql.query(
    `WITH several AS (
       SELECT merchant_ref FROM payments.statement_row WHERE statement_id = $1 AND type = 'PAY' GROUP BY merchant_ref HAVING count(*) > 1),
     single AS (
       SELECT r.row_no, r.merchant_ref, r.status, r.provider_txn_id FROM payments.statement_row r JOIN several USING (merchant_ref)
       WHERE r.statement_id = $1 AND r.type = 'PAY' AND NOT EXISTS (SELECT FROM extra e WHERE e.row_no = r.row_no)),
     ranked AS (
       SELECT s.row_no, s.status, row_number() OVER same AS n, first_value(s.row_no) OVER same AS first
       FROM single s JOIN payments.payment p ON p.merchant_id = $2 AND p.reference = s.merchant_ref
       WINDOW same AS (PARTITION BY s.merchant_ref
         ORDER BY (s.status = 'SUCCESS') DESC, ((s.provider_txn_id = p.provider_transaction_id) IS TRUE) DESC, s.row_no))
     INSERT INTO extra SELECT row_no, CASE status WHEN 'SUCCESS' THEN 'DUPLICATE_PAYMENT' ELSE 'ATTEMPT' END, first FROM ranked WHERE n > 1`,
    [statementId, merchantId],
  );
}

const NET_WRONG = 'r.net <> r.gross - r.fee - r.fee_vat';
/** As `contractFee` reckons it: each part rounded half up. VAT is doubted where the contract names it. */
const FEE_WRONG = `(coalesce(m.fee_fixed, m.fee_rate_ppm) IS NOT NULL
  AND (r.fee <> coalesce(m.fee_fixed, 0) + round(r.gross::numeric * coalesce(m.fee_rate_ppm, 0) / 1000000)
    OR r.fee_vat <> round(r.fee::numeric * m.fee_vat_percent / 100)))`;

/**
 * Leaves only what does not agree: the one join in which every row and every payment of the day takes part. What agrees in all but the
 * provider's number, or with a payment that another system reported, is left as well, for `mayRepeat` alone.
 */
export async function sift(sql: Transaction, { merchantId, day, statementId }: Matching): Promise<void> {
  await sql.query(
    `WITH rows AS (
       SELECT r.row_no, r.merchant_ref, r.provider_txn_id, r.status, r.gross, r.net, ${NET_WRONG} OR ${FEE_WRONG} AS fee_wrong
       FROM payments.statement_row r JOIN payments.merchant m ON m.id = $2
       WHERE r.statement_id = $1 AND r.type = 'PAY' AND NOT EXISTS (SELECT FROM extra e WHERE e.row_no = r.row_no)),
     paid AS (
       SELECT reference, amount, CASE WHEN NOT external THEN provider_transaction_id END AS transaction
       FROM payments.payment WHERE merchant_id = $2 AND business_date = $3)
     INSERT INTO loose
     SELECT rows.row_no, coalesce(rows.merchant_ref, paid.reference), rows.provider_txn_id, rows.status, rows.gross, rows.fee_wrong, rows.net,
       paid.reference IS NOT NULL, (rows.status = 'SUCCESS' AND rows.gross = paid.amount) IS TRUE AND rows.fee_wrong IS NOT TRUE
     FROM rows FULL JOIN paid ON paid.reference = rows.merchant_ref
     WHERE rows.row_no IS NULL OR paid.reference IS NULL OR rows.status <> 'SUCCESS' OR rows.gross <> paid.amount OR rows.fee_wrong
       OR paid.transaction IS DISTINCT FROM rows.provider_txn_id`,
    [statementId, merchantId, day],
  );
  await sql.query('ANALYZE loose');
}
