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
  const open = await hub.db.query<{ id: string; last_day: string; due_on: string }>(
    `SELECT id, last_day, due_on FROM payments.settlement_batch WHERE state <> 'SETTLED' ORDER BY id`,
  );
  const reckoned = open.map((batch) => ({ ...batch, due: workingDaysAfter(batch.last_day, hub.config.settlementDays, calendar) }));
  const other = reckoned.filter(({ due_on: before, due }) => before !== due);
  if (other.length === 0) return 0;
  // One that a newer statement has changed meanwhile is looked at again the next time.
  const changed = await hub.db.query(
    `UPDATE payments.settlement_batch b SET due_on = t.due, changed_at = $4
     FROM unnest($1::uuid[], $2::date[], $3::date[]) AS t(id, last_day, due) WHERE b.id = t.id AND b.last_day = t.last_day RETURNING b.id`,
    [other.map(({ id }) => id), other.map(({ last_day: last }) => last), other.map(({ due }) => due), hub.clock.now()],
  );
  return changed.length;
}
