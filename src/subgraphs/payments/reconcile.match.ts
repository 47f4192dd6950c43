import type { Transaction } from '../../platform/database/database.ts';
import { judgeCash } from './cash/cash.judge.ts';
import { type Matching, mayRepeat, type Paid, paidOf, setApart, sift } from './reconcile.sift.ts';
import { UNIDENTIFIED_PREFIX } from './reconciliation.row.ts';
import { judgeBatches } from './settlements/batch.judge.ts';

export interface Matched {
  statementTotal: number;
  hubTotal: number;
  /** Payments and refunds on which both sides agree in amount, state and day. */
  matched: number;
  discrepancies: number;
  /** Differences that were written off and are there no more. A batch's write-off closed it for what was open then, and stays. */
  writtenOffAndGone: string[];
}

/** What a join or a grouping of a million rows takes without going to the disk, in the database. */
const HASH_MEMORY_MB = 256;

/** How far away a statement may lie in which a payment of the day turns up. */
const NEIGHBOR_DAYS = 3;

/**
 * Matches by set-based SQL: whatever the number of rows, the hub holds none of them. Rows that agree with their payment drop
 * out in one join; the rest, normally a handful, is judged by kind. Each row and each payment of the day is in at most one
 * judgment that carries amounts on which the sides differ, so that the differences add up to statementTotal − hubTotal.
 */
export async function match(sql: Transaction, matching: Matching): Promise<Matched> {
  await sql.query(`SET LOCAL work_mem = '${HASH_MEMORY_MB}MB'`);
  await sql.query(`CREATE TEMP TABLE extra (row_no integer PRIMARY KEY, why text NOT NULL, first integer) ON COMMIT DROP`);
  await sql.query(`
    CREATE TEMP TABLE loose (row_no integer, reference text NOT NULL, transaction text, status text, gross bigint, fee_wrong boolean, net bigint,
      paid boolean NOT NULL, agrees boolean NOT NULL) ON COMMIT DROP`);
  await sql.query(`
    CREATE TEMP TABLE found (kind text NOT NULL, key text NOT NULL, main boolean NOT NULL, row_no integer, reference text, payment_id uuid,
      hub_amount bigint, statement_amount bigint, facts jsonb NOT NULL) ON COMMIT DROP`);
  const paid = await paidOf(sql, matching);
  await sift(sql, matching);
  if (await mayRepeat(sql, matching, paid)) {
    await setApart(sql, matching);
    await sql.query('TRUNCATE loose');
    await sift(sql, matching);
  }
  await sql.query('DELETE FROM loose WHERE agrees');
  await judgePayments(sql, matching);
  if (matching.cash !== undefined) await judgeCash(sql, matching.cash);
  await judgeExtras(sql, matching);
  await judgeRefunds(sql, matching);
  await judgeAdjustments(sql, matching);
  await judgeObligations(sql, matching);
  await judgeBatches(sql, matching);
  return conclude(sql, matching, paid);
}

/** Rows of the newest statements of the days around, for what is missing here. `$1` merchant, `$2` day. */
const ELSEWHERE = `
  SELECT x.type, x.merchant_ref, x.gross, s.business_date FROM payments.statement s JOIN payments.statement_row x ON x.statement_id = s.id
  WHERE s.merchant_id = $1 AND s.business_date <> $2::date
    AND s.business_date BETWEEN $2::date - ${NEIGHBOR_DAYS} AND $2::date + ${NEIGHBOR_DAYS}
    AND s.version = (SELECT max(version) FROM payments.statement v WHERE v.merchant_id = s.merchant_id AND v.business_date = s.business_date)
    AND x.status = 'SUCCESS'`;

async function judgePayments(sql: Transaction, { merchantId, day }: Matching): Promise<void> {
  await sql.query(
    `WITH cut AS (
       SELECT merchant_ref, min(business_date) AS day FROM (${ELSEWHERE}) x
       WHERE type = 'PAY' AND merchant_ref IN (SELECT reference FROM loose WHERE row_no IS NULL) GROUP BY merchant_ref),
     judged AS (
       SELECT l.*, p.id, p.amount, p.status AS hub_status, p.business_date AS hub_day, cut.day AS statement_day,
         CASE WHEN p.business_date = $2 THEN p.amount END AS hub_amount,
         CASE WHEN l.status = 'SUCCESS' THEN l.gross END AS statement_amount,
         CASE
           WHEN l.row_no IS NULL AND cut.day IS NULL THEN 'MISSING_AT_PROVIDER'
           WHEN l.row_no IS NULL THEN 'CUTOFF'
           WHEN p.id IS NULL AND l.reference LIKE '${UNIDENTIFIED_PREFIX}%' THEN 'UNIDENTIFIED_CREDIT'
           WHEN p.id IS NULL THEN 'MISSING_AT_HUB'
           WHEN (l.status = 'SUCCESS') <> (p.paid_at IS NOT NULL) THEN 'STATUS_MISMATCH'
           WHEN l.status <> 'SUCCESS' THEN NULL
           WHEN p.business_date <> $2 THEN 'CUTOFF'
           WHEN l.gross <> p.amount THEN 'AMOUNT_MISMATCH'
         END AS kind
       FROM loose l LEFT JOIN payments.payment p ON p.merchant_id = $1 AND p.reference = l.reference
         LEFT JOIN cut ON l.row_no IS NULL AND cut.merchant_ref = l.reference),
     told AS (
       SELECT *, coalesce('row:' || row_no, 'payment:' || id) AS key,
         jsonb_strip_nulls(jsonb_build_object('row', row_no, 'rowStatus', status, 'gross', gross, 'net', net, 'hubStatus', hub_status, 'amount', amount,
           'hubDay', hub_day, 'statementDay', statement_day)) AS facts
       FROM judged)
     INSERT INTO found
     SELECT kind, key, true, row_no, reference, id, hub_amount, statement_amount, facts FROM told WHERE kind IS NOT NULL
     UNION ALL
     SELECT 'AMOUNT_MISMATCH', key, false, row_no, reference, id, NULL, NULL, facts FROM told WHERE kind = 'CUTOFF' AND row_no IS NOT NULL AND gross <> amount
     UNION ALL
     SELECT 'FEE_MISMATCH', key, false, row_no, reference, id, CASE WHEN kind IS NULL THEN hub_amount END, CASE WHEN kind IS NULL THEN statement_amount END, facts
     FROM told WHERE fee_wrong AND status = 'SUCCESS' AND id IS NOT NULL`,
    [merchantId, day],
  );
}

/** What a row adds to the statement's total. */
const SIGNED = `CASE WHEN r.status <> 'SUCCESS' THEN NULL WHEN r.type = 'PAY' THEN r.gross WHEN r.type = 'REFUND' THEN -r.gross END`;
const ROW_FACTS = `jsonb_build_object('row', r.row_no, 'rowStatus', r.status, 'gross', r.gross, 'net', r.net, 'type', r.type)`;

async function judgeExtras(sql: Transaction, { merchantId, statementId }: Matching): Promise<void> {
  await sql.query(
    `INSERT INTO found
     SELECT e.why, 'row:' || r.row_no, true, r.row_no, r.merchant_ref, p.id, NULL, ${SIGNED}, ${ROW_FACTS} || jsonb_build_object('first', e.first)
     FROM extra e JOIN payments.statement_row r ON r.statement_id = $1 AND r.row_no = e.row_no
       LEFT JOIN payments.payment p ON p.merchant_id = $2 AND p.reference = r.merchant_ref
     WHERE e.why <> 'ATTEMPT'`,
    [statementId, merchantId],
  );
}

/** Refunds pair by payment and amount, in order; what is left of one payment on both sides differs in amount. */
async function judgeRefunds(sql: Transaction, { merchantId, day, statementId }: Matching): Promise<void> {
  await sql.query(
    `WITH theirs AS (
       SELECT r.row_no, r.merchant_ref AS reference, r.gross, row_number() OVER (PARTITION BY r.merchant_ref, r.gross ORDER BY r.row_no) AS n
       FROM payments.statement_row r JOIN payments.payment p ON p.merchant_id = $1 AND p.reference = r.merchant_ref
       WHERE r.statement_id = $3 AND r.type <> 'PAY' AND r.type = 'REFUND' AND r.status = 'SUCCESS' AND NOT EXISTS (SELECT FROM extra e WHERE e.row_no = r.row_no)),
     ours AS (
       SELECT id, reference, amount, row_number() OVER (PARTITION BY reference, amount ORDER BY refunded_at, id) AS n
       FROM payments.refund WHERE merchant_id = $1 AND business_date = $2),
     single AS (
       SELECT t.row_no, t.gross, o.id, o.amount, coalesce(t.reference, o.reference) AS reference
       FROM theirs t FULL JOIN ours o ON o.reference = t.reference AND o.amount = t.gross AND o.n = t.n WHERE t.row_no IS NULL OR o.id IS NULL),
     ordered AS (SELECT *, row_number() OVER (PARTITION BY reference, row_no IS NULL ORDER BY row_no, id) AS k FROM single),
     paired AS (
       SELECT t.row_no, t.gross, o.id, o.amount, coalesce(t.reference, o.reference) AS reference
       FROM (SELECT * FROM ordered WHERE row_no IS NOT NULL) t FULL JOIN (SELECT * FROM ordered WHERE row_no IS NULL) o ON o.reference = t.reference AND o.k = t.k),
     kept AS (
       SELECT h.reference, h.amount, min(h.business_date) AS day FROM payments.refund h
       WHERE h.merchant_id = $1 AND h.business_date <> $2 AND h.reference IN (SELECT reference FROM paired WHERE id IS NULL) GROUP BY 1, 2),
     told AS (
       SELECT x.merchant_ref, x.gross, min(x.business_date) AS day FROM (${ELSEWHERE}) x
       WHERE x.type = 'REFUND' AND x.merchant_ref IN (SELECT reference FROM paired WHERE row_no IS NULL) GROUP BY 1, 2),
     cut AS (
       SELECT q.*, kept.day AS hub_day, told.day AS statement_day FROM paired q
         LEFT JOIN kept ON q.id IS NULL AND kept.reference = q.reference AND kept.amount = q.gross
         LEFT JOIN told ON q.row_no IS NULL AND told.merchant_ref = q.reference AND told.gross = q.amount)
     INSERT INTO found
     SELECT CASE WHEN c.row_no IS NOT NULL AND c.id IS NOT NULL THEN 'AMOUNT_MISMATCH'
                 WHEN (c.id IS NULL AND c.hub_day IS NOT NULL) OR (c.row_no IS NULL AND c.statement_day IS NOT NULL) THEN 'CUTOFF'
                 ELSE 'REFUND_UNMATCHED' END,
       coalesce('row:' || c.row_no, 'refund:' || c.id), true, c.row_no, c.reference, p.id, -c.amount, -c.gross,
       jsonb_strip_nulls(jsonb_build_object('type', 'REFUND', 'row', c.row_no, 'gross', c.gross, 'amount', c.amount, 'hubDay', c.hub_day, 'statementDay', c.statement_day))
     FROM cut c JOIN payments.payment p ON p.merchant_id = $1 AND p.reference = c.reference`,
    [merchantId, day, statementId],
  );
}

/** What rows that are no payment say beyond their amount: references that nobody knows, fees that do not add up, adjustments. */
async function judgeAdjustments(sql: Transaction, { merchantId, statementId }: Matching): Promise<void> {
  await sql.query(
    `INSERT INTO found
     SELECT CASE WHEN p.id IS NULL THEN 'MISSING_AT_HUB' ELSE 'FEE_MISMATCH' END, 'row:' || r.row_no, false, r.row_no, r.merchant_ref, p.id, NULL,
       CASE WHEN p.id IS NULL THEN ${SIGNED} END, ${ROW_FACTS}
     FROM payments.statement_row r LEFT JOIN payments.payment p ON p.merchant_id = $2 AND p.reference = r.merchant_ref
     WHERE r.statement_id = $1 AND r.type <> 'PAY' AND NOT EXISTS (SELECT FROM extra e WHERE e.row_no = r.row_no)
       AND (p.id IS NULL OR r.status = 'SUCCESS' AND (r.type = 'ADJUST' OR r.net <> -(r.gross + r.fee + r.fee_vat)))`,
    [statementId, merchantId],
  );
}

/** Successful payments of the day beyond what was due. Where both sides agree on the payment, both hold its amount. */
async function judgeObligations(sql: Transaction, { merchantId, day }: Matching): Promise<void> {
  await sql.query(
    `INSERT INTO found
     SELECT 'DUPLICATE_PAYMENT', 'payment:' || p.id, false, NULL, p.reference, p.id,
       CASE WHEN agreed THEN p.amount END, CASE WHEN agreed THEN p.amount END, jsonb_build_object('amount', p.amount, 'dossier', p.dossier_code)
     FROM payments.payment p, LATERAL (SELECT NOT EXISTS (SELECT FROM found f WHERE f.main AND f.payment_id = p.id AND f.hub_amount IS NOT NULL) AS agreed) a
     WHERE p.merchant_id = $1 AND p.business_date = $2 AND p.exceeds_obligation AND p.refunded_amount < p.amount`,
    [merchantId, day],
  );
}

async function conclude(sql: Transaction, { reconciliationId, merchantId, day, statementId }: Matching, paid: Paid): Promise<Matched> {
  // What people have said of a difference stays as long as the difference is the same one.
  await sql.query(
    `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT id, kind AS kept_kind, resolution, resolved_by, resolved_at, approved_by, approved_at, note, owner, needs_approval
     FROM payments.discrepancy WHERE reconciliation_id = $1 AND (resolution IS NOT NULL OR owner IS NOT NULL)`,
    [reconciliationId],
  );
  await sql.query('DELETE FROM payments.discrepancy WHERE reconciliation_id = $1', [reconciliationId]);
  // The same difference has the same id in every run, wherever its row stands in the statement.
  await sql.query(
    `WITH told AS (
       SELECT *, row_number() OVER (ORDER BY row_no NULLS LAST, kind, key) AS position,
         row_number() OVER (PARTITION BY kind, reference, hub_amount, statement_amount ORDER BY row_no NULLS LAST, key) AS n FROM found),
     named AS (
       SELECT *, md5(concat_ws('|', $1::uuid, kind, coalesce(nullif(reference, ''), key), hub_amount, '/', statement_amount, facts ->> 'net' || '-' || (facts ->> 'credited'), n))::uuid AS id FROM told)
     INSERT INTO payments.discrepancy (id, reconciliation_id, position, kind, reference, payment_id, hub_amount, statement_amount, facts,
       resolution, resolved_by, resolved_at, approved_by, approved_at, note, owner, needs_approval)
     SELECT id, $1::uuid, position, kind, nullif(reference, ''), payment_id, hub_amount, statement_amount, facts,
       k.resolution, k.resolved_by, k.resolved_at, k.approved_by, k.approved_at, k.note, k.owner, coalesce(k.needs_approval, false)
     FROM named LEFT JOIN kept k USING (id)`,
    [reconciliationId],
  );
  const gone = await sql.query<{ id: string }>(
    `SELECT id FROM kept k WHERE resolution = 'WRITE_OFF' AND kept_kind <> 'SETTLEMENT_MISMATCH'
       AND NOT EXISTS (SELECT FROM payments.discrepancy d WHERE d.id = k.id) ORDER BY id`,
  );
  const [row] = await sql.query<Omit<Matched, 'writtenOffAndGone'>>(
    `SELECT
       s.sum_gross - (SELECT coalesce(sum(r.gross), 0)::bigint FROM payments.statement_row r
         WHERE r.statement_id = s.id AND r.type <> 'PAY' AND r.type = 'ADJUST' AND r.status = 'SUCCESS') AS "statementTotal",
       ($4 - refunded.sum)::bigint AS "hubTotal",
       ($5 + refunded.count - (SELECT count(*) FROM found WHERE main AND hub_amount IS NOT NULL)) AS matched,
       (SELECT count(*) FROM found) AS discrepancies
     FROM payments.statement s,
       (SELECT coalesce(sum(amount), 0) AS sum, count(*) FROM payments.refund WHERE merchant_id = $1 AND business_date = $2) refunded
     WHERE s.id = $3`,
    [merchantId, day, statementId, paid.sum, paid.count],
  );
  return { ...(row as Omit<Matched, 'writtenOffAndGone'>), writtenOffAndGone: gone.map(({ id }) => id) };
}
