import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { JobAddress } from '../../../platform/jobs/wake-up.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { PullRequest } from '../catalogue/pull.ts';
import { isNight } from '../reporting/month.ts';
import { pullPortalLists } from './lists.pull.ts';

const SWEEP_MS = 3_600_000;

/** How a look at the portal's lists is asked for. */
export const PULL_LISTS_WAKE_UP: JobAddress<PullRequest> = {
  name: 'dossiers.pull-portal-lists',
  input: z.object({ askedBy: z.string(), acceptLoss: z.boolean() }),
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
};

/** Looks at the portal's lists every night, again while one can't be had, and whenever the catalogue is asked for. */
export const pullPortalListsJob = defineJob<PullRequest>({
  ...PULL_LISTS_WAKE_UP,
  schedule: { everyMs: SWEEP_MS, inputs: ofTonight },
  async run(hub, request) {
    const outcomes = await pullPortalLists(hub, request);
    const doubted = Object.entries(outcomes).filter(([, outcome]) => outcome !== 'DONE');
    if (doubted.length > 0) hub.log.warn({ lists: Object.fromEntries(doubted) }, 'lists of the national portal were not taken');
  },
});

async function ofTonight(hub: Platform): Promise<PullRequest[]> {
  const now = hub.clock.business();
  if (!isNight(now)) return [];
  const looked = await hub.db.query<{ looked_at: Date; outcome: string }>('SELECT looked_at, outcome FROM dossiers.portal_list');
  const done =
    looked.some(({ looked_at }) => localDateOf(looked_at) === localDateOf(now)) && looked.every(({ outcome }) => outcome !== 'FAILED');
  return done ? [] : [{ askedBy: 'schedule', acceptLoss: false }];
}
