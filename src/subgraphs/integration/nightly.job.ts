import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { RESEND_WAKE_UP } from '../../platform/jobs/resend-wakeup.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf, startOfLocalDate } from '../../platform/time.ts';
import { forgetExtras } from './extra/extra.write.ts';
import { NIGHT } from './nightly.repair.ts';
import { addResend, COMPARISON } from './resend.service.ts';

const EVERY_MS = 600_000;
/** Hours of the civil day between which a night's comparison begins: after the day's backlog, before the first desk opens. */
const FROM_HOUR = 1;
const TO_HOUR = 5;
const HOUR_MS = 3_600_000;
const REASON = 'đối chiếu hằng đêm';
/** One at a time for all processes. */
const LOCK = 7_460_001;

/** Puts a comparison in line: so many dossiers by chance, null: all. Undefined where one of that day is there already or runs. */
export async function startComparison(
  hub: Platform,
  wanted: { sample: number | null; by?: string; onceADay: boolean },
): Promise<string | undefined> {
  const { sample, by = NIGHT.requester.subject, onceADay } = wanted;
  const today = startOfLocalDate(localDateOf(hub.clock.business()));
  return hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [there] = await sql.query(
      `SELECT FROM integration.resend WHERE purpose = 'COMPARE' AND (state = 'RUNNING' OR ($1 AND requested_by = $2 AND requested_at >= $3)) LIMIT 1`,
      [onceADay, by, today],
    );
    if (there !== undefined) return undefined;
    const requester = { ...NIGHT.requester, subject: by };
    return addResend(hub, sql, {
      ...NIGHT,
      requester,
      reason: REASON,
      choice: { sample },
      expected: sample ?? 0,
      priority: COMPARISON,
      purpose: 'COMPARE',
    });
  });
}

/** Looks at night whether the portal has what it was told. */
export const nightlyJob = defineJob({
  name: 'integration.nightly-comparison',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
  schedule: { everyMs: EVERY_MS, inputs: async (hub) => (isNight(hub) ? [{}] : []) },
  async run(hub) {
    const sample = hub.config.nightlyComparison;
    if (sample === 0 || !isNight(hub)) return;
    await forgetExtras(hub.db, hub.clock.business());
    if ((await startComparison(hub, { sample, onceADay: true })) !== undefined) await hub.wakeUps.wake(RESEND_WAKE_UP, {});
  },
});

function isNight(hub: Platform): boolean {
  const now = hub.clock.business();
  const hours = (now.getTime() - startOfLocalDate(localDateOf(now)).getTime()) / HOUR_MS;
  return hours >= FROM_HOUR && hours < TO_HOUR;
}
