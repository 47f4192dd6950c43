import { z } from 'zod';
import { ROLES } from '../auth/viewer.ts';
import type { JobAddress } from './wake-up.ts';

/**
 * How dossiers are told once more. The subgraph that delivers wants them a batch at a time, as fast as they go out; the one that
 * owns them makes their snapshots and says where it stands. They talk through the outbox, so that neither waits for the other.
 */

/** Events of this kind ask for one batch; `personal` is a ResendChoice. */
export const BATCH_WANTED = 'synchronization.batch-wanted';
/** Events of this kind answer it. */
export const BATCH_MADE = 'synchronization.batch-made';

const cursor = z.object({ at: z.string(), id: z.string() });
/** The dossier up to which a request has come, in the order of filing. */
export type ResendCursor = z.infer<typeof cursor>;

/** In whose name dossiers are chosen: nobody reaches by it what they may not see. */
const requester = z.object({ subject: z.string(), roles: z.array(z.enum(ROLES)), unit: z.string().nullable() });
export type ResendRequester = z.infer<typeof requester>;

/** A code that the portal was seen to have and the hub had not, to be looked up again; the unit whose codes begin so, and who may see it. */
const lookAgain = z.object({ code: z.string(), unit: z.string(), scope: z.array(z.string()) });
export type LookAgain = z.infer<typeof lookAgain>;

export const batchWanted = z.object({
  resend: z.string(),
  /** Whether dossiers are told again, or looked up at the portal and compared. */
  purpose: z.enum(['SEND', 'COMPARE']),
  after: cursor.nullable(),
  limit: z.number().int().min(1).max(500),
  /** Of the deliveries, below that of today's. */
  priority: z.number().int().max(-1),
  requester,
  /** Beside the dossiers that are chosen. */
  again: z.array(lookAgain).default([]),
});
export type BatchWanted = z.infer<typeof batchWanted>;

export const batchMade = z.object({
  resend: z.string(),
  appended: z.number().int(),
  /** Dossiers that are not reported, or not by the hub. */
  skipped: z.number().int(),
  /** Null: there are no more. */
  after: cursor.nullable(),
  /** Codes that were to be looked up again and that are a dossier's by now. */
  ours: z.array(z.string()).default([]),
});
export type BatchMade = z.infer<typeof batchMade>;

/**
 * Which dossiers: a DossierFilter as JSON, which may hold a name or a number, or row keys, either with all steps where the portal
 * lacks them; or so many by chance of those that the portal was told of and of those at COMPARE, null: all.
 */
export type ResendChoice =
  | { filter: Record<string, unknown>; steps?: boolean }
  | { ids: string[]; steps: boolean }
  | { sample: number | null };

const ALL = { input: z.object({}), key: () => 'all', attempts: 5, backoffMs: 1_000 };
/** Wakes the job that makes batches. */
export const MAKE_BATCH_WAKE_UP: JobAddress<Record<string, never>> = { name: 'dossiers.make-resend-batch', ...ALL };
/** Wakes the job that wants them. */
export const RESEND_WAKE_UP: JobAddress<Record<string, never>> = { name: 'integration.resend', ...ALL };
