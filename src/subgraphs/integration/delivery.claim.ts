import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { openWindow } from './rate.window.ts';

/** A process that dies in the middle of a delivery is replaced after this long. */
export const LEASE_MS = 15_000;
/** While the system as a whole does not answer, one delivery tries the way for all. */
const PROBE = 1;
/**
 * The oldest tries first, because what is in doubt must be settled before its dossier goes on; after so
 * many attempts it lets others try, so that one on which the system chokes can't keep the connector closed.
 */
const PROBES_EACH = 6;

/** A delivery that this process alone works on until its lease ends. */
export interface ClaimedDelivery {
  key: string;
  kind: string;
  subject: string;
  state: 'PENDING' | 'RETRYING';
  attempts: number;
  look: boolean;
  /** Its content, encrypted; null where the outbox has none. */
  sealed: Buffer | null;
  /**
   * An earlier delivery of this subject told the system of its existence and was acknowledged; or the hub never made a first one,
   * because what came before it was the source's own doing.
   */
  known: boolean;
}

/** Operations after which the portal has a dossier. */
const MAKES_KNOWN = ['DongBoHoSoMC', 'DongBoTrangThaiHoSo'];

/** Deliveries that may go now, and what is to be done where there are none or few. */
export interface Claim {
  deliveries: ClaimedDelivery[];
  /** The connector is being tried after a failure: until this call is settled, no other one is made. */
  trial: boolean;
  /** Set where the rate alone holds everything back: when it is worth asking again, in milliseconds. */
  againMs?: number;
}

interface Wanted {
  owner: string;
  limit: number;
  /** The connector's own rate, where no operator set another; undefined: none. */
  perSecond?: number | undefined;
  /** The instant by which the rate is reckoned; left out: the database's. */
  at?: Date;
}

interface Gate {
  closed: boolean;
  failures: number;
  allowance: number | null;
  rate_per_second: number | null;
}

const GATE = `SELECT paused OR coalesce(open_until > now(), false) AS closed, failures, allowance, rate_per_second FROM integration.connector WHERE id = $1`;
const NOTHING: Claim = { deliveries: [], trial: false };

/**
 * Takes what may be delivered now: nothing while the connector is paused or rests after a failure; while it is tried
 * again, one call at a time with as many as it has earned; never more than its rate allows all workers together.
 */
export async function claim(hub: Platform, connector: string, wanted: Wanted): Promise<Claim> {
  const [gate] = await hub.db.query<Gate>(GATE, [connector]);
  if (gate?.closed === true) return NOTHING;
  const perSecond = gate?.rate_per_second ?? wanted.perSecond;
  if (perSecond === undefined && !isTrial(gate)) {
    return { deliveries: await take(hub.db, connector, { ...wanted, probing: false }), trial: false };
  }
  return hub.db.transaction((sql) => claimWithin(sql, connector, { ...wanted, perSecond }));
}

function isTrial(gate: Gate | undefined): gate is Gate {
  return gate !== undefined && (gate.failures > 0 || gate.allowance !== null);
}

async function claimWithin(sql: Transaction, connector: string, { perSecond, at, ...wanted }: Wanted): Promise<Claim> {
  const [gate] = await sql.query<Gate>(`${GATE} FOR UPDATE`, [connector]);
  if (gate?.closed === true) return NOTHING;
  const trial = isTrial(gate);
  if (trial && (await isUnderWay(sql, connector))) return NOTHING;
  const window = perSecond === undefined ? undefined : await openWindow(sql, { connector, perSecond, at });
  if (window?.room === 0) return { deliveries: [], trial, againMs: window.againMs };
  const probing = gate !== undefined && gate.failures > 0;
  const allowed = probing ? PROBE : (gate?.allowance ?? wanted.limit);
  const limit = Math.min(wanted.limit, allowed, window?.room ?? wanted.limit);
  const deliveries = await take(sql, connector, { owner: wanted.owner, limit, probing });
  if (deliveries.length > 0) await window?.grant(deliveries.length);
  return { deliveries, trial: trial && deliveries.length > 0 };
}

async function isUnderWay(sql: Transaction, connector: string): Promise<boolean> {
  const [row] = await sql.query(
    `SELECT FROM integration.delivery WHERE lease_owner IS NOT NULL AND connector = $1 AND leased_until > now() LIMIT 1`,
    [connector],
  );
  return row !== undefined;
}

/**
 * Of each subject the first undelivered one alone, so that its order is kept, and of as many subjects as `limit` allows: today's
 * before what is sent again from history, the oldest first. A lease that ran out tells that its holder may have
 * delivered and died, hence `look`. What is not delivered has no `delivered_at`: asked in that way, each
 * subject is looked up by its own index and not in everything that waits.
 */
function take(sql: Queryable, connector: string, { owner, limit, probing }: { owner: string; limit: number; probing: boolean }) {
  return sql.query<ClaimedDelivery>(
    `WITH head AS (
       SELECT d.key FROM integration.delivery d
       WHERE d.connector = $1 AND d.state <> 'DELIVERED' AND d.state <> 'PARKED'
         AND (d.next_attempt_at IS NULL OR d.next_attempt_at <= now())
         AND (d.leased_until IS NULL OR d.leased_until <= now())
         AND NOT EXISTS (
           SELECT 1 FROM integration.delivery earlier
           WHERE earlier.subject_id = d.subject_id AND earlier.connector = d.connector AND earlier.sequence < d.sequence AND earlier.delivered_at IS NULL)
         AND NOT EXISTS (
           SELECT 1 FROM integration.untaken earlier
           WHERE earlier.subject_id = d.subject_id AND earlier.connector = d.connector AND earlier.sequence < d.sequence)
       ORDER BY CASE WHEN $6::boolean THEN d.attempts / ${PROBES_EACH} END, d.priority DESC, d.requested_at, d.sequence
       LIMIT $3 FOR UPDATE OF d SKIP LOCKED),
     claimed AS (
       UPDATE integration.delivery d
       SET lease_owner = $2, leased_until = now() + $4 * interval '1 millisecond',
           attempts = d.attempts + (d.lease_owner IS NOT NULL)::int, look = d.look OR d.lease_owner IS NOT NULL
       FROM head WHERE d.key = head.key
       RETURNING d.*)
     SELECT c.key, c.kind, c.subject, c.state, c.attempts, c.look, e.sealed,
            EXISTS (SELECT 1 FROM integration.delivery past
                    WHERE past.subject_id = c.subject_id AND past.connector = c.connector AND past.state = 'DELIVERED' AND past.operation = ANY($5))
            OR (c.sequence > 1 AND NOT EXISTS (SELECT 1 FROM integration.delivery first
                    WHERE first.subject_id = c.subject_id AND first.connector = c.connector AND first.sequence = 1)) AS known
     FROM claimed c LEFT JOIN outbox.event e ON e.key = c.key
     ORDER BY c.priority DESC, c.requested_at, c.sequence`,
    [connector, owner, limit, LEASE_MS, MAKES_KNOWN, probing],
  );
}

/** Keeps the leases of `owner` while `work` runs, however long the outside system takes. */
export async function holding<T>(hub: Platform, owner: string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    hub.db
      .query(`UPDATE integration.delivery SET leased_until = now() + $2 * interval '1 millisecond' WHERE lease_owner = $1`, [
        owner,
        LEASE_MS,
      ])
      .catch((error: Error) => hub.log.warn({ error: error.message }, 'leases could not be extended'));
  }, LEASE_MS / 4);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
