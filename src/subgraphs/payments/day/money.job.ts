import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { DAY_BEGAN, DAY_COUNTED, dossiersOfDay, type MoneyOfDay } from '../../../platform/outbox/day-list.ts';
import { appendEvents, consumeEvents, type OutboxEvent, type StoredEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { unbalancedDays } from './money.read.ts';

const EVERY_MS = 15_000;
const EVENTS_AT_ONCE = 100;

/** Adds to each unit's day that has begun what stands open in its books. Returns how many days were read. */
export function countMoney(hub: Platform): Promise<number> {
  const consumer = { name: 'payments.day', where: `kind = '${DAY_BEGAN}'`, limit: EVENTS_AT_ONCE };
  return hub.db.transaction((sql) =>
    consumeEvents(sql, consumer, async (events) => {
      const counted: OutboxEvent[] = [];
      for (const event of events) counted.push(await countedDay(hub, sql, event));
      await appendEvents(sql, hub.cipher, counted);
    }),
  );
}

async function countedDay(hub: Platform, sql: Transaction, { data, subject, subject_id: subjectId }: StoredEvent): Promise<OutboxEvent> {
  const { unit, unitName, day } = dossiersOfDay.parse(data);
  const counted: MoneyOfDay = { unit, unitName, day, unbalanced: await unbalancedDays(sql, { unit, bound: null, today: day }) };
  return { at: hub.clock.business(), kind: DAY_COUNTED, subjectId, subject, data: counted };
}

export const countMoneyJob = defineJob({
  name: 'payments.count-day',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    while ((await countMoney(hub)) > 0) if (signal.aborted) return;
  },
});
