import { z } from 'zod';
import type { JobAddress } from './wake-up.ts';

/** Which connector has something to deliver. */
export interface DeliverInput {
  connector: string;
}

/**
 * The wake-up that follows a transaction which wrote deliveries to the outbox. It is declared here because
 * the subgraphs that write and the one that delivers do not know each other.
 */
export const DELIVER_WAKE_UP: JobAddress<DeliverInput> = {
  name: 'integration.deliver',
  input: z.object({ connector: z.string().min(1).max(100) }),
  key: ({ connector }) => connector,
  attempts: 5,
  backoffMs: 1_000,
};
