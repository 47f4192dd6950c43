import type { Transaction } from '../../../platform/database/database.ts';
import type { Language } from '../../../platform/language.ts';
import { DAY_BEGAN, DAY_COUNTED, dossiersOfDay, moneyOfDay } from '../../../platform/outbox/day-list.ts';
import { consumeEvents, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { DayListRole } from './day.type.ts';
import { type DayContent, stuckContent } from './message.ts';
import { EVERYTHING, readStuck } from './stuck.read.ts';

const EVENTS_AT_ONCE = 100;

/**
 * Writes down what each recipient of a day that has begun is to be told, once. Of an earlier day, which nobody was told of because
 * the hub was down, nothing. Returns how many events were read.
 */
export function dispatchDays(hub: Platform): Promise<number> {
  const consumer = { name: 'integration.day', where: `kind IN ('${DAY_BEGAN}', '${DAY_COUNTED}')`, limit: EVENTS_AT_ONCE };
  return hub.db.transaction((sql) =>
    consumeEvents(sql, consumer, async (events) => {
      for (const event of events) await dispatch(hub, sql, event);
    }),
  );
}

async function dispatch(hub: Platform, sql: Transaction, { kind, data }: StoredEvent): Promise<void> {
  const today = localDateOf(hub.clock.business());
  if (kind === DAY_COUNTED) {
    const { unbalanced, ...head } = moneyOfDay.parse(data);
    if (head.day === today) await write(sql, 'ACCOUNTANT', () => ({ ...head, unbalanced }));
    return;
  }
  const { dossiers, ...head } = dossiersOfDay.parse(data);
  if (head.day !== today) return;
  const stuck = await readStuck(sql, head.unit, EVERYTHING);
  await write(sql, 'UNIT_LEADER', (language) => ({ ...head, dossiers, stuck: stuckContent(stuck, language) }));
  await write(sql, 'OPERATOR', (language) => ({ ...head, stuck: stuckContent(stuck, language) }));
}

/** For the recipients of each language what they are told in it. */
async function write(
  sql: Transaction,
  role: DayListRole,
  contentIn: (language: Language) => Omit<DayContent, 'role' | 'language'>,
): Promise<void> {
  for (const language of ['vi', 'en'] as const) {
    const content = { ...contentIn(language), role, language };
    await sql.query(
      `INSERT INTO integration.day_message (recipient, day, content)
       SELECT id, $3, $4::jsonb FROM integration.day_recipient WHERE unit = $1 AND role = $2 AND language = $5 AND removed_at IS NULL
       ON CONFLICT DO NOTHING`,
      [content.unit, role, content.day, JSON.stringify(content), language],
    );
  }
}
