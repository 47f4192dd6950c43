import { z } from 'zod';
import { forgetKeys } from '../../platform/idempotency.ts';
import { defineJob } from '../../platform/jobs/job.ts';

const EVERY_MS = 3_600_000;

/** The indexes over keys hold no more than those that are still kept, so that looking is cheap however many payments there are. */
const forgetIn = (table: string, since: string) => `
  UPDATE ${table} SET idempotency_key = NULL, input_hash = NULL WHERE id IN (
    SELECT id FROM ${table} WHERE idempotency_key IS NOT NULL AND ${since} < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING id`;

/** Of mutations that change what is there, the key is all that is kept. */
const FORGET_ANSWERED = `
  DELETE FROM payments.answered WHERE (caller, idempotency_key) IN (
    SELECT caller, idempotency_key FROM payments.answered WHERE answered_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
  RETURNING kind`;

/** Forgets by which keys payments, refunds and decisions were asked for, once nobody may repeat them. What was asked for stays. */
export const forgetPaymentKeysJob = defineJob({
  name: 'payments.forget-keys',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  async run(hub, _input, signal) {
    await forgetKeys(hub, forgetIn('payments.payment', 'created_at'), signal);
    await forgetKeys(hub, forgetIn('payments.refund_request', 'requested_at'), signal);
    await forgetKeys(hub, FORGET_ANSWERED, signal);
  },
});
