import { z } from 'zod';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { PaymentPort, RefundFact, RefundRequest } from '../../../../connectors/contract/payment.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { callGateway } from '../gateway.service.ts';
import { accountOf, MERCHANT_COLUMNS, type MerchantRow } from '../merchant.service.ts';
import { descriptionOf } from '../payment.create.ts';
import { lockDossiers } from '../payment.lock.ts';
import { concludeDone, concludeWithout } from './refund.books.ts';
import { trimProposals } from './refund.proposal.ts';
import { readRefund } from './refund.request.ts';
import type { RefundRow } from './refund.row.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVERY_MS = 10_000;
const BATCH = 20;
/** Long enough that no other process sends the same refund meanwhile. */
const CLAIM_MS = 5 * MINUTE;
/** The waits between attempts, and between questions; the last one repeats. */
const WAITS_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** A refund that is due, with what the gateway is told of its payment. */
interface Due extends RefundRow {
  dossier_id: string;
  dossier_code: string;
  payment_reference: string;
  payment_transaction_id: string | null;
  paid_amount: number;
  created_at: Date;
  merchant_id: string;
}

/**
 * Sends refunds that are ready and asks about those that are under way. One that can't be sent now is sent later under the same reference, so
 * that it never happens twice; a gateway that is away is asked once in a round. Returns whether there may be more.
 */
export async function sendRefunds(hub: Platform, signal: AbortSignal): Promise<boolean> {
  const due = await claim(hub);
  const away = new Set<string>();
  for (const refund of due) {
    if (signal.aborted) return false;
    if (away.has(refund.provider)) await postpone(hub, refund, { attempts: 0 });
    else if (!(await move(hub, refund))) away.add(refund.provider);
  }
  return due.length === BATCH && away.size === 0;
}

/**
 * What a gateway may be asked now. One refund of a payment at a time: asked about its order, a gateway tells of the last refund alone, and one that is
 * asked for meanwhile may be taken for the first once more. A person can end one that never gets its last word.
 */
const CLAIMABLE = `SELECT r.id FROM payments.refund_request r WHERE r.next_attempt_at <= $1 AND (r.state = 'SENT' OR NOT EXISTS (
    SELECT FROM payments.refund_request o WHERE o.payment_id = r.payment_id AND o.way = 'GATEWAY' AND o.id <> r.id AND (o.state = 'SENT'
      OR o.state = 'READY' AND (o.first_sent_at IS NULL, o.requested_at, o.id) < (r.first_sent_at IS NULL, r.requested_at, r.id))))
  ORDER BY r.next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED`;

async function claim(hub: Platform): Promise<Due[]> {
  const now = hub.clock.now();
  const claimed = await hub.db.query<{ id: string }>(
    `UPDATE payments.refund_request SET next_attempt_at = $2 WHERE id IN (${CLAIMABLE}) RETURNING id`,
    [now, new Date(now.getTime() + CLAIM_MS), BATCH],
  );
  return hub.db.query<Due>(
    `SELECT r.*, p.provider, p.scope, p.dossier_id, p.dossier_code, p.reference AS payment_reference, p.provider_transaction_id AS payment_transaction_id,
       p.amount AS paid_amount, p.created_at, p.merchant_id
     FROM payments.refund_request r JOIN payments.payment p ON p.id = r.payment_id WHERE r.id = ANY($1::uuid[]) ORDER BY r.requested_at, r.id`,
    [claimed.map(({ id }) => id)],
  );
}

/** One step of one refund. False: the gateway does not answer at all. */
async function move(hub: Platform, refund: Due): Promise<boolean> {
  const port = hub.connectors.payment(refund.provider);
  const about = { refund: refund.reference, provider: refund.provider };
  if (port?.refund === undefined) {
    hub.log.error(about, 'a refund waits for a connector that is not there');
    await postpone(hub, refund, { attempts: 1 });
    return true;
  }
  try {
    await noteSending(hub, refund);
    const fact = await ask(hub, port, refund);
    if (fact.status === 'ACCEPTED') await accepted(hub, refund, fact);
    else await conclude(hub, refund, fact);
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamError)) {
      const { name, code } = error as Error & { code?: string };
      hub.log.error({ ...about, error: name, code }, 'what a gateway said of a refund could not be taken');
      return true;
    }
    hub.log.warn({ ...about, code: error.code }, 'a gateway could not be asked for a refund');
    const { code } = error;
    await postpone(hub, refund, { attempts: 1, code, ...(error.outcomeUnknown && { tried: true }) });
    return !error.unreachable;
  }
}

/** Before it is sent: what ends the process meanwhile may have left it at the gateway, and the day of that decides what may be repeated. */
async function noteSending(hub: Platform, { id }: Due): Promise<void> {
  await hub.db.query('UPDATE payments.refund_request SET first_sent_at = coalesce(first_sent_at, $2) WHERE id = $1', [id, hub.clock.now()]);
}

/** Asks for it, or about it. An attempt whose outcome nobody knows is repeated the same day alone: later it is only asked about. */
async function ask(hub: Platform, port: PaymentPort, refund: Due): Promise<RefundFact> {
  const [merchant] = await hub.db.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE m.id = $1`, [
    refund.merchant_id,
  ]);
  if (merchant === undefined) throw new Error('a payment names a merchant that is not there');
  const request: RefundRequest = {
    merchant: accountOf(hub, merchant),
    reference: refund.payment_reference,
    description: descriptionOf(refund.dossier_code),
    createdAt: refund.created_at,
    ...(refund.payment_transaction_id !== null && { providerTransactionId: refund.payment_transaction_id }),
    amount: refund.amount,
    paidAmount: refund.paid_amount,
    requestedBy: refund.requested_by,
    refundReference: refund.reference,
  };
  const sameDay = refund.first_sent_at === null || localDateOf(refund.first_sent_at) === localDateOf(hub.clock.now());
  const asks = refund.state === 'SENT' || !sameDay;
  return callGateway(hub, port, async () => {
    const fact = asks && port.queryRefund !== undefined ? await port.queryRefund(request) : await port.refund?.(request);
    return fact ?? { status: 'ACCEPTED', code: '' };
  });
}

async function accepted(hub: Platform, refund: Due, { code, providerTransactionId }: RefundFact): Promise<void> {
  const next = nextAttemptAt(refund, hub.clock.now());
  await hub.db.query(
    `UPDATE payments.refund_request SET state = 'SENT', provider_code = $2, provider_transaction_id = coalesce($3, provider_transaction_id),
       first_sent_at = coalesce(first_sent_at, $4), attempts = attempts + 1, next_attempt_at = $5 WHERE id = $1 AND state IN ('READY', 'SENT')`,
    [refund.id, code, providerTransactionId ?? null, hub.clock.now(), next],
  );
}

async function conclude(hub: Platform, refund: Due, fact: RefundFact): Promise<void> {
  await hub.db.transaction(async (sql) => {
    await lockDossiers(sql, [refund.dossier_id]);
    const now = await readRefund(sql, refund.id, 'FOR UPDATE OF r');
    // A person may have said meanwhile what became of it.
    if (now === undefined || (now.state !== 'READY' && now.state !== 'SENT')) return;
    const { code, providerTransactionId } = fact;
    const how = { by: null, note: null, code, ...(providerTransactionId !== undefined && { providerTransactionId }) };
    if (fact.status === 'DONE') {
      await concludeDone(hub, sql, now, how);
      await trimProposals(hub, sql, [refund.dossier_id]);
    } else await concludeWithout(hub, sql, now, { ...how, state: 'REFUSED' });
  });
}

async function postpone(hub: Platform, refund: Due, how: { attempts: 0 | 1; code?: string; tried?: true }): Promise<void> {
  const now = hub.clock.now();
  const next = how.attempts === 0 ? new Date(now.getTime() + MINUTE) : nextAttemptAt(refund, now);
  await hub.db.query(
    `UPDATE payments.refund_request SET attempts = attempts + $2, next_attempt_at = $3, provider_code = coalesce($4, provider_code),
       first_sent_at = CASE WHEN $5 THEN coalesce(first_sent_at, $6) ELSE $7 END WHERE id = $1 AND state IN ('READY', 'SENT')`,
    // What surely did not reach the gateway was not sent.
    [refund.id, how.attempts, next, how.code ?? null, how.tried ?? false, now, refund.first_sent_at],
  );
}

function nextAttemptAt({ attempts }: RefundRow, now: Date): Date {
  return new Date(now.getTime() + (WAITS_MS[Math.min(attempts, WAITS_MS.length - 1)] ?? HOUR));
}

export const sendRefundsJob = defineJob({
  name: 'payments.refunds',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: EVERY_MS, inputs: async () => [{}] },
  run: async (hub, _, signal) => {
    while ((await sendRefunds(hub, signal)) && !signal.aborted) hub.log.debug({}, 'more refunds to send');
  },
});
