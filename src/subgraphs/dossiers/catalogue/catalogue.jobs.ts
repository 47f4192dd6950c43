import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { JobAddress } from '../../../platform/jobs/wake-up.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { isNight } from '../reporting/month.ts';
import { type PullRequest, pullCatalogue } from './pull.ts';

const SWEEP_MS = 3_600_000;

/** How a look at the national catalogue is asked for. */
export const PULL_WAKE_UP: JobAddress<PullRequest> = {
  name: 'dossiers.pull-catalogue',
  input: z.object({ askedBy: z.string(), acceptLoss: z.boolean() }),
  // One at a time, whoever asks.
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
};

/** Looks at the national catalogue every night, and whenever an administrator asks. */
export const pullCatalogueJob = defineJob<PullRequest>({
  ...PULL_WAKE_UP,
  schedule: { everyMs: SWEEP_MS, inputs: ofTonight },
  async run(hub, request) {
    const pulled = await pullCatalogue(hub, request);
    if (pulled === undefined) return;
    if (pulled.outcome === 'GUARDED') hub.log.warn(pulled, 'the national list of procedures is too short to be believed');
    else hub.log.info(pulled, 'the catalogue of procedures was looked at');
  },
});

async function ofTonight({ clock, db }: Platform): Promise<PullRequest[]> {
  const now = clock.business();
  if (!isNight(now)) return [];
  const done = await db.query('SELECT 1 FROM dossiers.catalogue_pull WHERE day = $1 LIMIT 1', [localDateOf(now)]);
  return done.length === 0 ? [{ askedBy: 'schedule', acceptLoss: false }] : [];
}
