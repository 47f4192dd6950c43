import { boundOf, type Viewer } from '../../platform/auth/viewer.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import { newUuid } from '../../platform/ids.ts';
import type { ResendChoice, ResendRequester } from '../../platform/jobs/resend-wakeup.ts';
import { sealPersonal } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { MENDERS } from './synchronization.access.ts';

/** Below today's 0: what people ask to be sent again. */
export const HISTORY = -1;
/** Below that: what a comparison found. */
export const REPAIR = -2;
/** Last of all: looking for it. */
export const COMPARISON = -3;

/** What is to be sent again, and in whose name. */
export interface NewResend {
  reason: string;
  requester: ResendRequester;
  /** Bounds who sees and stops it; null: the province. */
  unit: string | null;
  choice: ResendChoice;
  /** How many dossiers it means. */
  expected: number;
  priority: number;
  /** Whether they are told again, or looked up and compared. */
  purpose?: 'SEND' | 'COMPARE';
}

/** Keeps a request; a job makes and sends its dossiers from then on. Returns its row key. */
export async function addResend(hub: Pick<Platform, 'cipher' | 'clock'>, sql: Queryable, wanted: NewResend): Promise<string> {
  const id = newUuid();
  await sql.query(
    `INSERT INTO integration.resend (id, reason, requested_by, requested_at, requester, unit, filter, choice, priority, purpose, state, expected)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9, $10, 'RUNNING', $11)`,
    [
      id,
      wanted.reason,
      wanted.requester.subject,
      hub.clock.business(),
      JSON.stringify(wanted.requester),
      wanted.unit,
      JSON.stringify(shown(wanted.choice)),
      sealPersonal(hub.cipher, wanted.choice),
      wanted.priority,
      wanted.purpose ?? 'SEND',
      wanted.expected,
    ],
  );
  return id;
}

/** A search text may be a name or a number; row keys say nothing to anybody. */
function shown(choice: ResendChoice): Record<string, unknown> {
  if ('ids' in choice) return { dossiers: choice.ids.length };
  if ('sample' in choice) return { sample: choice.sample };
  const { search, ...rest } = choice.filter;
  return { ...rest, ...(search == null || search === '' ? {} : { search: '***' }), ...(choice.steps === true ? { withSteps: true } : {}) };
}

/** A filter as it is kept: what was left out is left out, instants as text. */
export function choiceOf(filter: DossierFilter, steps = false): ResendChoice & { filter: Record<string, unknown> } {
  const given = Object.entries(filter).filter(([, value]) => value != null);
  const kept = given.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]);
  return { filter: Object.fromEntries(kept), ...(steps ? { steps } : {}) };
}

/** In whose name dossiers are chosen later, when the token is gone: with the roles alone that may ask for it. */
export function requesterOf(viewer: Viewer): { requester: ResendRequester; unit: string | null } {
  const roles = MENDERS.filter((role) => viewer.roles.includes(role));
  const all = roles.some((role) => boundOf(viewer, role) === 'ALL');
  return { requester: { subject: viewer.subject, roles, unit: viewer.unit ?? null }, unit: all ? null : (viewer.unit ?? null) };
}

/**
 * Ends a request that runs: no more dossiers are chosen, and what waits and was not tried yet is taken out of line. False where
 * it had ended before.
 */
export async function stopResend(hub: Platform, id: string, by: string): Promise<boolean> {
  return hub.db.transaction(async (sql) => {
    const stopped = await sql.query(
      `UPDATE integration.resend SET state = 'STOPPED', finished_at = $2, stopped_by = $3 WHERE id = $1 AND state = 'RUNNING' RETURNING id`,
      [id, hub.clock.business(), by],
    );
    if (stopped.length > 0) await withdraw(sql, id);
    return stopped.length > 0;
  });
}

/** What is under way or was tried is let go on: whether it arrived must still be found out. */
async function withdraw(sql: Queryable, id: string): Promise<void> {
  await sql.query(
    `DELETE FROM integration.delivery WHERE key IN (
       SELECT key FROM integration.delivery
       WHERE resend = $1 AND state = 'PENDING' AND attempts = 0 AND lease_owner IS NULL AND NOT look FOR UPDATE SKIP LOCKED)`,
    [id],
  );
}
