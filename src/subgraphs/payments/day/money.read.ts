import type { Queryable } from '../../../platform/database/database.ts';
import { addDays } from '../../../platform/time.ts';
import type { UnbalancedDay } from './money.type.ts';

const DAYS_BACK = 31;
const MOST = 50;

/**
 * Days before `today` of the merchants of a unit and those below it that do not come out even: no statement though money moved, no
 * reconciliation, or one that is not balanced and not closed. `bound`: the merchants of that unit alone; null: all. Cash has no statement.
 */
export function unbalancedDays(
  sql: Queryable,
  { unit, bound, today }: { unit: string; bound: string | null; today: string },
): Promise<UnbalancedDay[]> {
  return sql.query<UnbalancedDay>(
    `SELECT * FROM (
       SELECT m.provider, m.code AS "merchantCode", r.status, coalesce(r.discrepancy_count, 0)::int AS discrepancies,
              to_char(d.day, 'YYYY-MM-DD') AS "businessDate",
              moved.happened AND NOT EXISTS (SELECT FROM payments.statement s WHERE s.merchant_id = m.id AND s.business_date = d.day) AS "statementMissing",
              CASE WHEN r.id IS NULL THEN moved.happened ELSE r.status NOT IN ('BALANCED', 'RUNNING') AND r.closed_at IS NULL END AS open
       FROM payments.merchant m
       CROSS JOIN LATERAL (SELECT generate_series($3::date, $4::date, interval '1 day')::date AS day) d
       CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM payments.payment p WHERE p.merchant_id = m.id AND p.business_date = d.day AND p.amount > 0) AS happened) moved
       LEFT JOIN payments.reconciliation r ON r.merchant_id = m.id AND r.business_date = d.day
       WHERE m.provider <> 'CASH' AND m.scope @> ARRAY[$1::text] AND ($2::text IS NULL OR m.scope @> ARRAY[$2::text])) days
     WHERE open OR "statementMissing" ORDER BY "businessDate" DESC, provider, "merchantCode" LIMIT ${MOST}`,
    [unit, bound, addDays(today, -DAYS_BACK), addDays(today, -1)],
  );
}
