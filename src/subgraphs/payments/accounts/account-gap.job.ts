import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { stableUuid } from '../../../platform/ids.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { ACCOUNT_STATEMENTS_COUNTED, type AccountGap } from '../../../platform/outbox/account-gap.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addDays, localDateOf } from '../../../platform/time.ts';
import { workingDays } from '../../../platform/working-days.ts';
import { missingDaysOf } from './account-gap.read.ts';

const EVERY_MS = 5 * 60_000;
/** So many days back somebody is told of what has not come: over the longest holidays. `accountStatements` shows what is older. */
const DAYS_BACK = 10;

/** Tells of which days each account in use lacks its statement, where that has changed since it was told. Returns what was told. */
export async function tellAccountGaps(hub: Platform): Promise<AccountGap[]> {
  const calendar = await workingDays(hub);
  const at = hub.clock.now();
  const today = localDateOf(at);
  return hub.db.transaction(async (sql) => {
    const active = await sql.query<{ number: string }>('SELECT number FROM payments.bank_account WHERE active');
    const accounts = active.map(({ number }) => number);
    const missing = await missingDaysOf(sql, { accounts, from: addDays(today, -DAYS_BACK), to: addDays(today, -1), calendar });
    const changed = await keepGaps(
      sql,
      Map.groupBy(missing, ({ account }) => account),
    );
    const events = changed.map((gap) => ({
      ...{
        at,
        kind: ACCOUNT_STATEMENTS_COUNTED,
        subjectId: stableUuid('account-gap', gap.account),
        subject: gap.account,
        data: { ...gap },
      },
    }));
    await appendEvents(sql, hub.cipher, events);
    return changed;
  });
}

/** Keeps what is missing now, and returns what differs from what was told; an account that lacks nothing any more is told of too. */
async function keepGaps(sql: Transaction, missing: ReadonlyMap<string, readonly { day: string }[]>): Promise<AccountGap[]> {
  const held = await sql.query<AccountGap>('SELECT account, days FROM payments.account_gap FOR UPDATE');
  const told = new Map(held.map(({ account, days }) => [account, days.join()]));
  const accounts = [...new Set([...missing.keys(), ...told.keys()])].sort();
  const gaps = accounts.map((account) => ({ account, days: (missing.get(account) ?? []).map(({ day }) => day) }));
  const changed = gaps.filter(({ account, days }) => days.join() !== told.get(account));
  for (const { account, days } of changed)
    await sql.query(
      'INSERT INTO payments.account_gap (account, days) VALUES ($1, $2::text[]) ON CONFLICT (account) DO UPDATE SET days = excluded.days',
      [account, days],
    );
  return changed;
}

/** Looks after statements of accounts that have not come. */
export const tellAccountGapsJob = defineJob({
  name: 'payments.account-gaps',
  input: z.object({}),
  key: () => 'all',
  attempts: 2,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub) {
    await tellAccountGaps(hub);
  },
});
