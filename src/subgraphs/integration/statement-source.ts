import { consumeEvents } from '../../platform/outbox/outbox.ts';
import { STATEMENT_SOURCE_TOLD, statementSourceState } from '../../platform/outbox/statement-source.ts';
import type { Platform } from '../../platform/platform.ts';

const EVENTS_AT_ONCE = 100;

/** Keeps which servers with statements can not be read, as it was last told. */
export async function takeStatementSources(hub: Platform): Promise<void> {
  const consumer = { name: 'integration.statement-sources', where: `kind = '${STATEMENT_SOURCE_TOLD}'`, limit: EVENTS_AT_ONCE };
  const take = () =>
    hub.db.transaction((sql) =>
      consumeEvents(sql, consumer, async (events) => {
        for (const { data } of events) {
          const { source, provider, problem, since } = statementSourceState.parse(data);
          await sql.query(
            `INSERT INTO integration.statement_source (source, provider, problem, since) VALUES ($1, $2, $3, $4)
             ON CONFLICT (source) DO UPDATE SET provider = excluded.provider, problem = excluded.problem, since = excluded.since`,
            [source, provider, problem, since],
          );
        }
      }),
    );
  while ((await take()) > 0);
}
