import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { followCalendar } from './batch.calendar.ts';
import { restateDue, settleCredits } from './batch.settle.ts';

/** Credits that pay out a batch, and batches whose day has passed. */
export const settleBatchesJob = defineJob({
  name: 'payments.settlements',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: 60_000, inputs: async () => [{}] },
  async run(hub, _, signal) {
    await settleCredits(hub, { signal });
    await followCalendar(hub);
    await restateDue(hub);
  },
});
