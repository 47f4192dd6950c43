import type { PortalNotes, PortalOutcome } from '../../../connectors/contract/portal.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { maskText } from '../../platform/pii/mask.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ClaimedDelivery } from './delivery.claim.ts';
import { tellParked } from './source/parked.ts';

const ITEM_BACKOFF = { firstMs: 2_000, longestMs: 900_000 };
/** Looking tells nothing new to the system, and until it has told something the whole dossier waits. */
const DOUBT_BACKOFF = { firstMs: 1_000, longestMs: 8_000 };
/** One probe every few seconds is no burden, and recovery is noticed soon. */
const CONNECTOR_BACKOFF = { firstMs: 1_000, longestMs: 10_000 };
const REASON_LENGTH = 500;
/** Earned by a connector whose first probe is answered; each answered call doubles what the next may carry. */
const FIRST_ALLOWANCE = 2;

/** What becomes of one delivery's row. */
interface Settlement {
  key: string;
  state: 'PENDING' | 'RETRYING' | 'DELIVERED' | 'PARKED';
  /** Whether a call carried it: attempts count calls, not intentions. */
  tried: boolean;
  waitMs: number | null;
  look: boolean;
  code: string | null;
  reason: string | null;
  notes: PortalNotes | null;
}

/** Doubles with every attempt up to the longest, less up to half by chance so that many do not return together. */
export function backoffMs({ firstMs, longestMs }: { firstMs: number; longestMs: number }, attempt: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full * (0.5 + Math.random() / 2));
}

/**
 * Records what became of claimed deliveries, and what that tells of the connector, in one transaction.
 * A delivery whose lease was lost meanwhile is left to its new holder, which looks before repeating.
 */
export async function settle(
  hub: Platform,
  { connector, owner, fullCall = 1 }: { connector: string; owner: string /** The most that one call carries. */; fullCall?: number },
  results: readonly { delivery: ClaimedDelivery; outcome: PortalOutcome; sent: boolean }[],
): Promise<void> {
  const settlements = results.map(({ delivery, outcome }) => settlementOf(delivery, outcome));
  // As the time at which it was asked for: business time. Waits and leases are real time, the database's.
  const at = hub.clock.business();
  await hub.db.transaction(async (sql) => {
    await sql.query(
      `UPDATE integration.delivery d
       SET state = s.state, attempts = d.attempts + s.tried::int, delivered_at = CASE WHEN s.state = 'DELIVERED' THEN $9::timestamptz END,
           next_attempt_at = now() + s.wait_ms * interval '1 millisecond', look = s.look, error_code = s.code, last_error = s.reason,
           notes = s.notes,
           lease_owner = NULL, leased_until = NULL
       FROM unnest($2::uuid[], $3::text[], $4::boolean[], $5::int[], $6::boolean[], $7::text[], $8::text[], $10::jsonb[])
            AS s(key, state, tried, wait_ms, look, code, reason, notes)
       WHERE d.key = s.key AND d.lease_owner = $1`,
      [
        owner,
        settlements.map((settlement) => settlement.key),
        settlements.map((settlement) => settlement.state),
        settlements.map((settlement) => settlement.tried),
        settlements.map((settlement) => settlement.waitMs),
        settlements.map((settlement) => settlement.look),
        settlements.map((settlement) => settlement.code),
        settlements.map((settlement) => settlement.reason),
        at,
        settlements.map(({ notes }) => (notes === null ? null : JSON.stringify(notes))),
      ],
    );
    await tellParked(sql, hub, { keys: settlements.filter(({ state }) => state === 'PARKED').map(({ key }) => key), at });
    const answers = results.filter(({ sent }) => sent).map(({ outcome }) => outcome);
    if (answers.length > 0) await recordHealth(sql, { connector, at, fullCall }, answers);
  });
}

function settlementOf(delivery: ClaimedDelivery, outcome: PortalOutcome): Settlement {
  const base = { key: delivery.key, look: false, waitMs: null, notes: null };
  if (outcome.kind === 'delivered')
    return { ...base, state: 'DELIVERED', tried: true, code: null, reason: null, notes: outcome.notes ?? null };
  const told = { code: outcome.code, reason: maskReason(outcome.reason) };
  if (outcome.kind === 'refused') return { ...base, ...told, state: 'PARKED', tried: true };
  const waitMs = Math.max(backoffMs(outcome.look ? DOUBT_BACKOFF : ITEM_BACKOFF, delivery.attempts + 1), outcome.retryAfterMs ?? 0);
  if (!outcome.unreachable || outcome.look) return { ...base, ...told, state: 'RETRYING', tried: true, look: outcome.look, waitMs };
  // Nothing arrived: it was not tried, and goes again as soon as the connector's rest is over.
  return { ...base, ...told, state: delivery.state, tried: false, look: delivery.look };
}

async function recordHealth(
  sql: Transaction,
  { connector, at, fullCall }: { connector: string; at: Date; fullCall: number },
  outcomes: readonly PortalOutcome[],
): Promise<void> {
  const delivered = outcomes.some((outcome) => outcome.kind === 'delivered');
  const unreachable = outcomes.find((outcome) => outcome.kind === 'retry' && outcome.unreachable);
  const answered = outcomes.some((outcome) => outcome.kind !== 'retry' || !outcome.unreachable);
  const failed = outcomes.find((outcome) => outcome.kind !== 'delivered');
  await sql.query(`INSERT INTO integration.connector (id) VALUES ($1) ON CONFLICT DO NOTHING`, [connector]);
  const [row] = await sql.query<Trial>(`SELECT failures, allowance FROM integration.connector WHERE id = $1 FOR UPDATE`, [connector]);
  const failures = unreachable === undefined ? 0 : (answered ? 0 : (row?.failures ?? 0)) + 1;
  const told = unreachable ?? failed;
  await sql.query(
    `UPDATE integration.connector
     SET failures = $2, down_since = CASE WHEN $2 > 0 THEN coalesce(down_since, now()) END, allowance = $8, rest_until = ${RESTS},
         open_until = greatest(now() + $3 * interval '1 millisecond', CASE WHEN ${RESTS} > now() THEN ${RESTS} END),
         last_success_at = CASE WHEN $4 THEN $7::timestamptz ELSE last_success_at END, error_code = $5, last_error = $6
     WHERE id = $1`,
    [
      connector,
      failures,
      failures === 0 ? null : backoffMs(CONNECTOR_BACKOFF, failures),
      delivered,
      told === undefined || told.kind === 'delivered' ? null : told.code,
      told === undefined || told.kind === 'delivered' ? null : maskReason(told.reason),
      at,
      unreachable === undefined ? nextAllowance(row, outcomes.length, fullCall) : null,
      askedRestMs(outcomes),
    ],
  );
}

/** What another lane was asked meanwhile counts too. */
const RESTS = `greatest(rest_until, now() + $9 * interval '1 millisecond')`;

/** How long the system as a whole asks to be left alone; null: it does not say. */
function askedRestMs(outcomes: readonly PortalOutcome[]): number | null {
  const asked = outcomes.flatMap((outcome) => (outcome.kind === 'retry' && outcome.unreachable ? (outcome.retryAfterMs ?? []) : []));
  return asked.length === 0 ? null : Math.max(...asked);
}

interface Trial {
  failures: number;
  allowance: number | null;
}

/** How many the next call may carry; null: as many as one call can, because the connector has earned it or no more waits. */
function nextAllowance(before: Trial | undefined, carried: number, fullCall: number): number | null {
  if (before === undefined || (before.failures === 0 && before.allowance === null)) return null;
  if (before.failures > 0) return fullCall > 1 ? FIRST_ALLOWANCE : null;
  const allowed = before.allowance ?? 1;
  return carried < allowed || allowed >= fullCall ? null : allowed * 2;
}

/** Upstream text as an operator may read it. Masked here once more, because what is stored stays. */
function maskReason(reason: string): string {
  return maskText(reason).slice(0, REASON_LENGTH);
}
