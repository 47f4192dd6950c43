import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { dispatchDays } from './dispatch.ts';
import { sendDays } from './send.ts';

const EVERY_MS = 15_000;

/** Tells those who run a unit of its day, each by their own way. */
export const tellDaysJob = defineJob({
  name: 'integration.tell-days',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    while (!signal.aborted && (await dispatchDays(hub)) > 0);
    while (!signal.aborted && (await sendDays(hub, signal)) > 0);
  },
});
