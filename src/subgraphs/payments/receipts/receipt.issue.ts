import { z } from 'zod';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { newUuid } from '../../../platform/ids.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { callGateway } from '../gateway.service.ts';
import { accountOf, MERCHANT_COLUMNS, type MerchantRow, PROVINCE } from '../merchant.service.ts';
import { descriptionOf } from '../payment.create.ts';
import { numberText } from './receipt.row.ts';
import { orderReceipts, PROVIDER_OF, servedUnits } from './receipt-order.service.ts';

const BATCH = 200;
/** So long a gateway that writes receipts itself is asked for one. */
const ASKED_FOR = '7 days';

interface Unreceipted {
  id: string;
  reference: string;
  provider: PaymentProvider;
  merchant_id: string;
  dossier_code: string;
  provider_transaction_id: string | null;
  created_at: Date;
  receiving_unit: string;
  scope: string[];
  paid_at: Date;
  net: number;
}

/** Issues, replaces and cancels what is due. Returns whether there may be more. */
export async function issueReceipts(hub: Platform, signal: AbortSignal): Promise<boolean> {
  const ordered = await orderReceipts(hub);
  const ended = await followRefunds(hub);
  const issued = await issueByUnits(hub);
  await askGateways(hub, signal);
  return ordered || ended === BATCH || issued === BATCH;
}

/** The providers that write receipts themselves: their number is the only one. */
function selfReceipting(hub: Pick<Platform, 'connectors'>): PaymentProvider[] {
  return hub.connectors.all.flatMap(({ port }) =>
    typeof port === 'object' && port !== null && 'bill' in port && 'provider' in port ? [port.provider as PaymentProvider] : [],
  );
}

const PAYMENT = `p.id, p.reference, p.provider, p.merchant_id, p.dossier_code, p.provider_transaction_id, p.created_at, p.receiving_unit, p.scope, p.paid_at,
  p.amount - p.refunded_amount AS net`;
const WITHOUT = `p.paid_at IS NOT NULL AND NOT p.external AND p.refunded_amount < p.amount AND NOT EXISTS (SELECT FROM payments.receipt r WHERE r.payment_id = p.id)
  AND NOT EXISTS (SELECT FROM payments.receipt_order o WHERE o.payment_id = p.id) AND NOT EXISTS (${PROVIDER_OF})`;

/** Payments of units that have a series, or else the province's, oldest first: each gets the next number, and no number is lost. */
async function issueByUnits(hub: Platform): Promise<number> {
  return hub.db.transaction(async (sql) => {
    const due = await sql.query<Unreceipted & { series_id: string }>(
      `SELECT ${PAYMENT}, s.id AS series_id
       FROM payments.payment p, LATERAL (
         SELECT s.id FROM payments.receipt_series s
         WHERE s.unit IN (p.receiving_unit, '${PROVINCE}') AND s.approved_at IS NOT NULL AND s.next_number <= s.last_number
           AND p.paid_at >= s.valid_from::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
           AND (s.valid_to IS NULL OR p.paid_at < s.valid_to::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
         ORDER BY (s.unit = p.receiving_unit) DESC, s.valid_from, s.id LIMIT 1) s
       WHERE p.paid_at >= (SELECT min(valid_from) FROM payments.receipt_series WHERE approved_at IS NOT NULL)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
         AND NOT p.provider = ANY($4::text[]) AND ${WITHOUT}
       ORDER BY p.paid_at, p.id LIMIT ${BATCH} FOR UPDATE OF p SKIP LOCKED`,
      [...servedUnits(hub), selfReceipting(hub)],
    );
    for (const payment of due) await issueOne(hub, sql, { payment, seriesId: payment.series_id, amount: payment.net });
    return due.length;
  });
}

/** Takes the next number of a series and issues a receipt under it, inside one transaction. Undefined: the series is used up. */
async function issueOne(
  hub: Pick<Platform, 'clock'>,
  sql: Transaction,
  { payment, seriesId, amount }: { payment: Pick<Unreceipted, 'id' | 'receiving_unit'>; seriesId: string; amount: number },
): Promise<string | undefined> {
  const [series] = await sql.query<{ number: number; template: string; symbol: string }>(
    `UPDATE payments.receipt_series SET next_number = next_number + 1 WHERE id = $1 AND next_number <= last_number
     RETURNING next_number - 1 AS number, template, symbol`,
    [seriesId],
  );
  if (series === undefined) return undefined;
  const id = newUuid();
  await sql.query(
    `INSERT INTO payments.receipt (id, payment_id, series_id, number, number_text, template, symbol, amount, status, issued_at, unit)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'ISSUED', $9, $10)`,
    [
      ...[id, payment.id, seriesId, series.number, numberText(series.number), series.template, series.symbol, amount],
      ...[hub.clock.now(), payment.receiving_unit],
    ],
  );
  return id;
}

/** Where money went back: all of it cancels a receipt, a part has it replaced by one of what is left. */
async function followRefunds(hub: Platform): Promise<number> {
  return hub.db.transaction(async (sql) => {
    const due = await sql.query<{ id: string; payment_id: string; series_id: string | null; unit: string; net: number }>(
      `SELECT r.id, r.payment_id, r.series_id, r.unit, p.amount - p.refunded_amount AS net
       FROM payments.payment p JOIN payments.receipt r ON r.payment_id = p.id AND r.status = 'ISSUED'
       WHERE p.refunded_amount > 0 AND NOT p.external AND r.provider_key IS NULL AND r.amount <> p.amount - p.refunded_amount
       ORDER BY r.issued_at, r.id LIMIT ${BATCH} FOR UPDATE OF r SKIP LOCKED`,
    );
    for (const { id, payment_id: paymentId, series_id: seriesId, unit, net } of due) {
      const now = hub.clock.now();
      await sql.query(`UPDATE payments.receipt SET status = 'CANCELLED', ended_at = $2 WHERE id = $1`, [id, now]);
      // What the gateway wrote, the gateway writes anew.
      if (net === 0 || seriesId === null) continue;
      const next = await issueOne(hub, sql, { payment: { id: paymentId, receiving_unit: unit }, seriesId, amount: net });
      if (next !== undefined)
        await sql.query(`UPDATE payments.receipt SET status = 'REPLACED', replaced_by = $2 WHERE id = $1`, [id, next]);
    }
    return due.length;
  });
}

/** Payments whose gateway writes the receipt: it is asked for its address and number. */
async function askGateways(hub: Platform, signal: AbortSignal): Promise<void> {
  const providers = selfReceipting(hub);
  if (providers.length === 0) return;
  const due = await hub.db.query<Unreceipted>(
    `SELECT ${PAYMENT} FROM payments.payment p WHERE p.provider = ANY($4::text[]) AND p.paid_at > now() - interval '${ASKED_FOR}' AND ${WITHOUT}
     ORDER BY p.paid_at DESC LIMIT 50`,
    [...servedUnits(hub), providers],
  );
  for (const payment of due) {
    if (signal.aborted || !(await askOne(hub, payment))) return;
  }
}

/** False: the gateway does not answer at all. */
async function askOne(hub: Platform, payment: Unreceipted): Promise<boolean> {
  const port = hub.connectors.payment(payment.provider);
  const [merchant] = await hub.db.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE m.id = $1`, [
    payment.merchant_id,
  ]);
  if (port?.bill === undefined || merchant === undefined || merchant.secrets === null) return true;
  try {
    const bill = await callGateway(hub, port, async () =>
      port.bill?.({
        merchant: accountOf(hub, merchant),
        reference: payment.reference,
        description: descriptionOf(payment.dossier_code),
        createdAt: payment.created_at,
        ...(payment.provider_transaction_id !== null && { providerTransactionId: payment.provider_transaction_id }),
      }),
    );
    if (bill == null) return true;
    await hub.db.query(
      `INSERT INTO payments.receipt (id, payment_id, number_text, url, amount, status, issued_at, unit) VALUES ($1, $2, $3, $4, $5, 'ISSUED', $6, $7)
       ON CONFLICT (payment_id) WHERE status = 'ISSUED' DO NOTHING`,
      [newUuid(), payment.id, bill.number ?? payment.reference, bill.url, payment.net, hub.clock.now(), payment.receiving_unit],
    );
    return true;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    hub.log.warn({ provider: payment.provider, reference: payment.reference, code: error.code }, 'a receipt could not be asked for');
    return !error.unreachable;
  }
}

export const issueReceiptsJob = defineJob({
  name: 'payments.receipts',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 2_000,
  schedule: { everyMs: 10_000, inputs: async () => [{}] },
  run: async (hub, _, signal) => {
    while ((await issueReceipts(hub, signal)) && !signal.aborted) hub.log.debug({}, 'more receipts to issue');
  },
});
