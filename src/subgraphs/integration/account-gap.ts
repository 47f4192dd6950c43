import { ACCOUNT_STATEMENTS_COUNTED, accountGap } from '../../platform/outbox/account-gap.ts';
import { consumeEvents } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';

const EVENTS_AT_ONCE = 100;

/** Keeps of which days each account's statement has not come, as it was last told. */
export async function takeAccountGaps(hub: Platform): Promise<void> {
  const consumer = { name: 'integration.account-gaps', where: `kind = '${ACCOUNT_STATEMENTS_COUNTED}'`, limit: EVENTS_AT_ONCE };
  const take = () =>
    hub.db.transaction((sql) =>
      consumeEvents(sql, consumer, async (events) => {
        for (const { data } of events) {
          const { account, days } = accountGap.parse(data);
          await sql.query(
            `INSERT INTO integration.account_gap (account, days) VALUES ($1, $2::text[]) ON CONFLICT (account) DO UPDATE SET days = excluded.days`,
            [account, days],
          );
        }
      }),
    );
  while ((await take()) > 0);
}
