import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { collectChanges } from './change.collect.ts';

const LOOK_MS = 2_000;

/** Takes what the hub learned first into the streams of the sources. Where there is nothing new it costs one look at an index. */
export const collectJob = defineJob({
  name: 'integration.collect-source-changes',
  input: z.object({}),
  key: () => 'all',
  attempts: 5,
  backoffMs: 1_000,
  schedule: { everyMs: LOOK_MS, inputs: async () => [{}] },
  run: async (hub, _, signal) => {
    await collectChanges(hub, signal);
  },
});
