import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { PORTAL } from '../ingest/portal.ts';
import { isNight, monthBefore } from './month.ts';
import { reportMonth } from './monthly.report.ts';

const SWEEP_MS = 3_600_000;

/**
 * Tells the portal the month before this one, by night, and again what has changed since: a source may bring a dossier late. Where
 * the installation's way to the portal has no service for a report, there is none.
 */
export const monthlyReportJob = defineJob<{ month: string }>({
  name: 'dossiers.monthly-report',
  input: z.object({ month: z.string() }),
  key: ({ month }) => month,
  attempts: 3,
  backoffMs: 60_000,
  schedule: {
    everyMs: SWEEP_MS,
    inputs: async ({ clock }) => (isNight(clock.business()) ? [{ month: monthBefore(clock.business()) }] : []),
  },
  async run(hub, { month }) {
    const port = hub.connectors.portal(PORTAL);
    const reports = [
      ...(port?.reportRatings === undefined ? [] : (['ratings'] as const)),
      ...(port?.reportStatistics === undefined ? [] : (['statistics'] as const)),
    ];
    const made = await reportMonth(hub, month, reports);
    if (made > 0) hub.log.info({ month, deliveries: made }, 'a month is reported');
  },
});
