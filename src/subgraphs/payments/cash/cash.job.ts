import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import { arriveByName } from './cash.deposit.ts';

/** Cash that was paid in and arrived in its account. */
export const followDepositsJob = defineJob({
  name: 'payments.cash-deposits',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: 60_000, inputs: async () => [{}] },
  run: (hub) => arriveByName(hub),
});
