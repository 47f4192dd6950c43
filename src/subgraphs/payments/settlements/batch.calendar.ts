import type { Platform } from '../../../platform/platform.ts';
import { workingDays } from '../../../platform/working-days.ts';
import { workingDaysAfter } from './batch.row.ts';

/**
 * Reckons anew by when open batches must be there, where the province's calendar has changed or was not known before. Does nothing while it is not
 * known. Returns how many changed.
 */
export async function followCalendar(hub: Pick<Platform, 'db' | 'config' | 'clock' | 'log' | 'peers'>): Promise<number> {
  const calendar = await workingDays(hub);
  if (!calendar.known) return 0;
  return hub.db.transaction(async (sql) => {
    const open = await sql.query<{ id: string; last_day: string; due_on: string }>(
      `SELECT id, last_day, due_on FROM payments.settlement_batch WHERE state <> 'SETTLED' ORDER BY id FOR UPDATE`,
    );
    const reckoned = open.map((batch) => ({ ...batch, due: workingDaysAfter(batch.last_day, hub.config.settlementDays, calendar) }));
    const other = reckoned.filter(({ due_on: before, due }) => before !== due);
    await sql.query(
      `UPDATE payments.settlement_batch b SET due_on = t.due, changed_at = $3
       FROM unnest($1::uuid[], $2::date[]) AS t(id, due) WHERE b.id = t.id`,
      [other.map(({ id }) => id), other.map(({ due }) => due), hub.clock.now()],
    );
    return other.length;
  });
}
