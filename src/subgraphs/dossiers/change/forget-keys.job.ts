import { z } from 'zod';
import { forgetKeys } from '../../../platform/idempotency.ts';
import { defineJob } from '../../../platform/jobs/job.ts';

const EVERY_MS = 3_600_000;

const FORGET = `
  DELETE FROM dossiers.submission WHERE (caller, idempotency_key) IN (
    SELECT caller, idempotency_key FROM dossiers.submission WHERE at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING dossier_id`;

/** Forgets by which keys dossiers were filed, once nobody may repeat them. The dossiers stay. */
export const forgetSubmissionsJob = defineJob({
  name: 'dossiers.forget-submissions',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    await forgetKeys(hub, FORGET, signal);
  },
});
