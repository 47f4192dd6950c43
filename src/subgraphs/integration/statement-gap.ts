import { consumeEvents } from '../../platform/outbox/outbox.ts';
import { STATEMENTS_COUNTED, statementGap } from '../../platform/outbox/statement-gap.ts';
import type { Platform } from '../../platform/platform.ts';

const EVENTS_AT_ONCE = 100;

/** Keeps how many statements each provider owes, as it was last told. */
export async function takeStatementGaps(hub: Platform): Promise<void> {
  const consumer = { name: 'integration.statement-gaps', where: `kind = '${STATEMENTS_COUNTED}'`, limit: EVENTS_AT_ONCE };
  const take = () =>
    hub.db.transaction((sql) =>
      consumeEvents(sql, consumer, async (events) => {
        for (const { data } of events) {
          const { provider, missing, oldestDay } = statementGap.parse(data);
          await sql.query(
            `INSERT INTO integration.statement_gap (provider, missing, oldest_day) VALUES ($1, $2, $3)
             ON CONFLICT (provider) DO UPDATE SET missing = excluded.missing, oldest_day = excluded.oldest_day`,
            [provider, missing, oldestDay],
          );
        }
      }),
    );
  while ((await take()) > 0);
}
