import { z } from 'zod';
import { stableUuid } from '../../../platform/ids.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { appendEvents, type OutboxEvent } from '../../../platform/outbox/outbox.ts';
import { STATEMENTS_COUNTED, type StatementGap } from '../../../platform/outbox/statement-gap.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addDays, localDateOf } from '../../../platform/time.ts';

const EVERY_MS = 5 * 60_000;
/** So many days back somebody is told of what has not come: over the longest holidays. What is older is in the list of missing statements. */
const DAYS_BACK = 10;

/**
 * Tells how many statements each provider owes, where that has changed since it was told: of days that are over, on which money moved
 * through a merchant of the province's units, by the clock by which days are reconciled. Returns what was told.
 */
export function tellStatementGaps(hub: Platform): Promise<StatementGap[]> {
  const now = hub.clock.now();
  const today = localDateOf(now);
  return hub.db.transaction(async (sql) => {
    const changed = await sql.query<StatementGap>(
      `WITH missing AS (
         SELECT m.provider, p.business_date AS day
         FROM (SELECT DISTINCT merchant_id, business_date FROM payments.payment WHERE business_date BETWEEN $1 AND $2 AND amount > 0) p
           JOIN payments.merchant m ON m.id = p.merchant_id
         WHERE m.provider <> 'CASH' AND NOT m.external
           AND NOT EXISTS (SELECT FROM payments.statement s WHERE s.merchant_id = p.merchant_id AND s.business_date = p.business_date)),
       counted AS (SELECT provider, count(*)::int AS missing, min(day) AS oldest_day FROM missing GROUP BY provider),
       now AS (
         SELECT provider, coalesce(c.missing, 0) AS missing, c.oldest_day FROM counted c FULL JOIN payments.statement_gap g USING (provider))
       INSERT INTO payments.statement_gap AS g (provider, missing, oldest_day) SELECT provider, missing, oldest_day FROM now ORDER BY provider
       ON CONFLICT (provider) DO UPDATE SET missing = excluded.missing, oldest_day = excluded.oldest_day
         WHERE (g.missing, g.oldest_day) IS DISTINCT FROM (excluded.missing, excluded.oldest_day)
       RETURNING provider, missing, to_char(oldest_day, 'YYYY-MM-DD') AS "oldestDay"`,
      [addDays(today, -DAYS_BACK), addDays(today, -1)],
    );
    await appendEvents(
      sql,
      hub.cipher,
      changed.map((gap) => eventOf(gap, now)),
    );
    return changed;
  });
}

function eventOf(gap: StatementGap, at: Date): OutboxEvent {
  const { provider } = gap;
  return { at, kind: STATEMENTS_COUNTED, subjectId: stableUuid('statement-gap', provider), subject: provider, data: { ...gap } };
}

/** Looks after statements that have not come. */
export const tellStatementGapsJob = defineJob({
  name: 'payments.statement-gaps',
  input: z.object({}),
  key: () => 'all',
  attempts: 2,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub) {
    await tellStatementGaps(hub);
  },
});
