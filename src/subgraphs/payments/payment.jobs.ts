import { z } from 'zod';
import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { appendEvents, consumeEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { absorb } from './absorb.ts';
import { callGateway } from './gateway.service.ts';
import { accountOf, MERCHANT_COLUMNS, type MerchantRow } from './merchant.service.ts';
import { descriptionOf } from './payment.create.ts';
import { expiredEvent } from './payment.events.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import { settle } from './settlement.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVERY_MS = MINUTE;
/** How often it is seen what there is to ask about. */
const ASK_EVERY_MS = 10_000;
const BATCH = 50;
/** The waits between questions to a gateway; the last one repeats until three days have passed. */
const WAITS_MS = [2 * MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
const GIVEN_UP_AFTER_MS = 72 * HOUR;
/** Long enough that no other process asks about the same payment meanwhile. */
const CLAIM_MS = 5 * MINUTE;
/** How long after its end a payment may still be paid in the payer's open page. */
const GRACE_MS = 5 * MINUTE;

interface Asked {
  id: string;
  reference: string;
  provider: PaymentProvider;
  merchant_id: string;
  dossier_code: string;
  provider_transaction_id: string | null;
  created_at: Date;
  query_attempts: number;
}

/**
 * Asks the gateways about payments whose notice has not come. A payment that can't be asked about now is asked about
 * later; three days after it was made the hub gives up and the reconciliation has the word. One that can't be settled holds up no
 * other, and a gateway that is away is asked once in a round. Returns whether there may be more to ask about at once.
 */
export async function queryPending(hub: Platform, signal: AbortSignal): Promise<boolean> {
  const now = hub.clock.now();
  const due = await hub.db.query<Asked>(
    `UPDATE payments.payment SET next_query_at = $2 WHERE id IN (
       SELECT id FROM payments.payment WHERE next_query_at <= $1 AND status IN ('PENDING', 'EXPIRED') ORDER BY next_query_at LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, reference, provider, merchant_id, dossier_code, provider_transaction_id, created_at, query_attempts`,
    [now, new Date(now.getTime() + CLAIM_MS), BATCH],
  );
  const merchants = await readMerchants(
    hub.db,
    due.map((payment) => payment.merchant_id),
  );
  const away = new Set<PaymentProvider>();
  for (const payment of due) {
    if (signal.aborted) return false;
    const unasked = away.has(payment.provider);
    if (!unasked && !(await ask(hub, payment, merchants.get(payment.merchant_id)))) away.add(payment.provider);
    await hub.db.query(
      `UPDATE payments.payment SET next_query_at = $2, query_attempts = query_attempts + $3 WHERE id = $1 AND status IN ('PENDING', 'EXPIRED')`,
      [payment.id, unasked ? new Date(now.getTime() + EVERY_MS) : nextQueryAt(payment, now, waitsOf(hub, payment)), unasked ? 0 : 1],
    );
  }
  return due.length === BATCH && away.size === 0;
}

/** A gateway's own advice how often to ask it, or the hub's. */
function waitsOf({ connectors }: Pick<Platform, 'connectors'>, { provider }: Asked): readonly number[] {
  return connectors.payment(provider)?.queryWaits ?? WAITS_MS;
}

/** When a payment is asked about again; null: no more. */
export function nextQueryAt(
  payment: { created_at: Date; query_attempts: number },
  now: Date,
  waits: readonly number[] = WAITS_MS,
): Date | null {
  if (now.getTime() - payment.created_at.getTime() > GIVEN_UP_AFTER_MS) return null;
  const wait = waits[Math.min(payment.query_attempts, waits.length - 1)] ?? HOUR;
  return new Date(now.getTime() + wait);
}

async function readMerchants(sql: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, MerchantRow>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE id = ANY($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Asks about one payment and takes the answer. False: the gateway does not answer at all. */
async function ask(hub: Platform, payment: Asked, merchant: MerchantRow | undefined): Promise<boolean> {
  const port = hub.connectors.payment(payment.provider);
  if (merchant === undefined || port?.query === undefined) return true;
  const about = { reference: payment.reference, provider: payment.provider };
  try {
    const question = {
      merchant: accountOf(hub, merchant),
      reference: payment.reference,
      description: descriptionOf(payment.dossier_code),
      createdAt: payment.created_at,
      ...(payment.provider_transaction_id === null ? {} : { providerTransactionId: payment.provider_transaction_id }),
    };
    const fact = await callGateway(hub, port, async () => port.query?.(question));
    if (fact === undefined) return true;
    const verdict = await settle(hub, merchant.id, fact, 'query');
    if (verdict === 'WRONG_AMOUNT') hub.log.error({ ...about, code: fact.code }, 'a gateway has another amount than the hub');
    return true;
  } catch (error) {
    if (error instanceof UpstreamError) {
      hub.log.warn({ ...about, code: error.code }, 'a gateway could not be asked about a payment');
      return !error.unreachable;
    }
    const { name, code } = error as Error & { code?: string };
    hub.log.error({ ...about, error: name, code }, 'what a gateway said of a payment could not be taken');
    return true;
  }
}

/** Marks payments that were not paid in time. A late success still counts: the question to the gateway stays open. */
export async function expirePending(hub: Pick<Platform, 'db' | 'clock' | 'cipher'>): Promise<void> {
  await hub.db.transaction(async (sql) => {
    const rows = await sql.query<PaymentRow>(
      `UPDATE payments.payment p SET status = 'EXPIRED' WHERE p.status = 'PENDING' AND NOT p.external AND p.expires_at < $1
       RETURNING ${PAYMENT_COLUMNS}`,
      [new Date(hub.clock.now().getTime() - GRACE_MS)],
    );
    await appendEvents(
      sql,
      hub.cipher,
      rows.map((row) => expiredEvent(hub, row)),
    );
  });
}

const REPORTED = `kind = 'dossier.payments-reported'`;
const REPORTS = 200;

/** Absorbs reports that no caller asked to be absorbed at once. Returns how many were read. */
export async function absorbReported(hub: Platform): Promise<number> {
  let read = 0;
  for (;;) {
    const taken = await hub.db.transaction((sql) =>
      consumeEvents(sql, { name: 'payments.reported', where: REPORTED, limit: REPORTS }, (events) => absorb(hub, sql, events)),
    );
    read += taken;
    if (taken < REPORTS) return read;
  }
}

/** Absorbs what was reported for these dossiers, at once and before the job comes to it. */
export async function absorbForDossiers(hub: Platform, dossierIds: readonly string[]): Promise<void> {
  const ids = dossierIds.flatMap((id) => fromGlobalId('dossier', id) ?? []);
  await hub.db.transaction(async (sql) => {
    // The newest report of each: it says all that the source knows by now, and older ones were absorbed when they came.
    const events = await sql.query<StoredEvent>(
      `SELECT DISTINCT ON (subject_id) id, key, tx::text, at, kind, subject_id, subject, connector, operation, sequence, receiving_unit, handling_unit,
         scope, citizen_index, data, sealed
       FROM outbox.event WHERE subject_id = ANY($1::uuid[]) AND ${REPORTED} ORDER BY subject_id, id DESC`,
      [ids],
    );
    await absorb(hub, sql, events);
  });
}

const everyMinute = {
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
};

export const queryPendingJob = defineJob({
  ...everyMinute,
  name: 'payments.query-pending',
  schedule: { everyMs: ASK_EVERY_MS, inputs: async () => [{}] },
  run: async (hub, _, signal) => {
    while ((await queryPending(hub, signal)) && !signal.aborted) hub.log.debug({}, 'more payments to ask about');
  },
});

export const expireJob = defineJob({ ...everyMinute, name: 'payments.expire', run: (hub) => expirePending(hub) });

export const absorbReportedJob = defineJob({
  ...everyMinute,
  name: 'payments.absorb-reported',
  schedule: { everyMs: 5_000, inputs: async () => [{}] },
  run: async (hub) => {
    await absorbReported(hub);
  },
});
