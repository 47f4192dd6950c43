import { z } from 'zod';
import { defineJob } from '../../platform/jobs/job.ts';
import { sweepExchanges } from './exchange.store.ts';

const EVERY_MS = 3_600_000;

/** Forgets what was sent and received once operators need it no more. */
export const sweepExchangesJob = defineJob({
  name: 'integration.sweep-exchanges',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    await sweepExchanges(hub, signal);
  },
});
