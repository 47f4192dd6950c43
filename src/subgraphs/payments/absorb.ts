import { z } from 'zod';
import type { Transaction } from '../../platform/database/database.ts';
import { PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';
import { fromGlobalId, newUuid } from '../../platform/ids.ts';
import { appendEvents, type StoredEvent } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf } from '../../platform/time.ts';
import { post } from './ledger.ts';
import { type Collector, collectorKey, ensureCollectors, scopeOfUnit } from './merchant.service.ts';
import { refundedEvent, settledEvent } from './payment.events.ts';
import { lockDossiers } from './payment.lock.ts';
import { isPaid, netPaid, PAYMENT_COLUMNS, type PaymentRow } from './payment.row.ts';
import { trimProposals } from './refunds/refund.proposal.ts';
import { numberOf, postedBefore, type Taken, takeNote } from './repeats/repeat.find.ts';
import { keepRepeats, type Repeat } from './repeats/repeat.keep.ts';

const reported = z.object({
  provider: z.enum(Object.keys(PaymentProvider) as [PaymentProvider]),
  reference: z.string(),
  providerTransactionId: z.string().nullish(),
  amount: z.number().int().min(0),
  status: z.enum(Object.keys(PaymentStatus) as [PaymentStatus]),
  paidAt: z.coerce.date().nullish(),
  receiptNumber: z.string().nullish(),
  receiptUrl: z.string().nullish(),
  merchant: z.string().nullish(),
});
const report = z.object({ dossierId: z.string(), code: z.string(), citizenId: z.string().nullish(), payments: z.array(reported) });

type Hub = Pick<Platform, 'cipher' | 'clock' | 'log'>;
type Reported = z.infer<typeof reported>;

/** One payment of one report. */
interface Item {
  event: StoredEvent;
  dossierId: string;
  code: string;
  citizenId: string | null;
  payment: Reported;
  collector: Collector;
}

/** An external payment as it is kept, with what only absorbing needs. */
interface ExternalRow extends PaymentRow {
  reported_event: number | null;
  receipt_number: string | null;
  receipt_url: string | null;
}

/**
 * Takes what one-stop systems collected themselves into payments and the ledger, inside the caller's transaction.
 * Any number of times and in any order: of each payment the newest report counts.
 */
export async function absorb(hub: Hub, sql: Transaction, events: readonly StoredEvent[]): Promise<void> {
  const reports = events.flatMap((event) => reportOf(hub, event) ?? []);
  if (reports.length === 0) return;
  const items = reports.flatMap(itemsOf);
  const dossiers = [...new Set(reports.map(({ dossierId }) => dossierId))];
  await lockDossiers(sql, dossiers);
  const merchants = await ensureCollectors(
    sql,
    items.map((item) => item.collector),
  );
  await takeTurns(sql, [...merchants.values(), ...items.flatMap(({ payment }) => numberOf(payment) ?? [])]);
  const known = await readKnown(sql, { dossiers, items, merchants });
  const before = new Map<string, ExternalRow | undefined>();
  const after = new Map<string, ExternalRow>();
  const repeats = new Map<string, Repeat>();
  for (const item of items) {
    const merchantId = merchants.get(collectorKey(item.collector)) as string;
    const key = keyOf(item.dossierId, item.payment);
    const held = after.get(key) ?? known.ofDossier.get(key);
    // A source that reports what the hub collected itself, under a number of its own, brings no more money.
    if (known.own.has(keyOf(item.dossierId, { ...item.payment, reference: item.payment.providerTransactionId ?? '' }))) continue;
    const posted = held === undefined ? postedBefore(known.taken, merchantId, item.payment) : undefined;
    if (posted !== undefined) {
      // Of several reports the last one counts; what brought no money is not said twice.
      if (isPaid(item.payment.status)) repeats.set(key, repeatOf(item, posted));
      else repeats.delete(key);
      continue;
    }
    if (held !== undefined && (!held.external || (held.reported_event ?? 0) >= item.event.id)) continue;
    if (!before.has(key)) before.set(key, held);
    const next = rowOf(item, merchantId, held);
    after.set(key, next);
    takeNote(known.taken, next);
  }
  if (after.size > 0) await write(sql, [...after.values()]);
  await keepRepeats(sql, dossiers, [...repeats.values()]);
  if (after.size === 0) return;
  await book(
    hub,
    sql,
    [...after].map(([key, row]) => ({ old: before.get(key), row })),
  );
  const refunded = [...after.values()].filter(({ refunded_amount: amount }) => amount > 0);
  if (refunded.length > 0) await trimProposals(hub, sql, [...new Set(refunded.map(({ dossier_id: dossier }) => dossier))]);
}

const repeatOf = ({ event, dossierId, code, payment }: Item, paymentId: string): Repeat => ({
  ...{ dossierId, code, unit: event.receiving_unit ?? '', scope: event.scope, provider: payment.provider, reference: payment.reference },
  ...{ providerTransactionId: payment.providerTransactionId ?? null, amount: payment.amount, paymentId, at: event.at },
});

const keyOf = (dossierId: string, { provider, reference }: Pick<Reported, 'provider' | 'reference'>) =>
  `${dossierId}/${provider}/${reference}`;

/** What one event reports of a dossier. */
interface Report extends Omit<z.infer<typeof report>, 'payments'> {
  event: StoredEvent;
  payments: Reported[];
}

function reportOf(hub: Hub, event: StoredEvent): Report | undefined {
  const read = report.safeParse(event.data);
  if (read.success) return { ...read.data, event, dossierId: fromGlobalId('dossier', read.data.dossierId) ?? read.data.dossierId };
  // One report that nobody can read must not hold up all that come after it.
  hub.log.error({ event: event.id, fields: read.error.issues.map((issue) => issue.path.join('.')) }, 'a report of payments is unreadable');
  return undefined;
}

function itemsOf({ event, dossierId, code, citizenId, payments }: Report): Item[] {
  const unit = event.receiving_unit ?? '';
  const scope = scopeOfUnit({ receivingUnit: unit, handlingUnit: event.handling_unit ?? unit, scope: event.scope });
  return payments.map((payment) => ({
    event,
    dossierId,
    code,
    citizenId: citizenId ?? null,
    payment,
    collector: { provider: payment.provider, code: payment.merchant ?? undefined, unit, scope },
  }));
}

/**
 * References are told apart within a merchant, numbers within a provider: two reports of one and the same take their turns. After the dossiers' locks
 * in every call.
 */
async function takeTurns(sql: Transaction, names: readonly string[]): Promise<void> {
  await sql.query(
    'SELECT pg_advisory_xact_lock(hashtextextended(id, 20250703)) FROM (SELECT DISTINCT id FROM unnest($1::text[]) AS t(id) ORDER BY id) ordered',
    [names],
  );
}

async function readKnown(
  sql: Transaction,
  wanted: { dossiers: string[]; items: readonly Item[]; merchants: ReadonlyMap<string, string> },
): Promise<{ ofDossier: Map<string, ExternalRow>; taken: Taken; own: Set<string> }> {
  const { dossiers, items, merchants } = wanted;
  const numbered = items.filter(({ payment }) => numberOf(payment) !== undefined);
  const rows = await sql.query<ExternalRow>(
    `WITH found AS (
       SELECT p.id FROM payments.payment p WHERE p.dossier_id = ANY($1::uuid[])
       UNION SELECT p.id FROM unnest($2::uuid[], $3::text[]) AS t(merchant_id, reference)
         JOIN payments.payment p ON p.merchant_id = t.merchant_id AND p.reference = t.reference
       UNION SELECT p.id FROM unnest($4::text[], $5::text[]) AS t(provider, number)
         JOIN payments.payment p ON p.provider_transaction_id = t.number AND p.provider = t.provider)
     SELECT ${PAYMENT_COLUMNS}, p.reported_event, p.receipt_number, p.receipt_url FROM found JOIN payments.payment p USING (id)`,
    [
      ...[dossiers, items.map((item) => merchants.get(collectorKey(item.collector))), items.map((item) => item.payment.reference)],
      ...[numbered.map(({ payment }) => payment.provider), numbered.map(({ payment }) => payment.providerTransactionId)],
    ],
  );
  const taken: Taken = new Map();
  for (const row of rows) takeNote(taken, row);
  const mine = new Set(dossiers);
  const ofDossiers = rows.filter((row) => mine.has(row.dossier_id));
  const own = ofDossiers.filter((row) => !row.external && row.provider_transaction_id !== null);
  return {
    ofDossier: new Map(ofDossiers.map((row) => [keyOf(row.dossier_id, row), row])),
    taken,
    own: new Set(own.map((row) => keyOf(row.dossier_id, { provider: row.provider, reference: row.provider_transaction_id ?? '' }))),
  };
}

function rowOf({ event, dossierId, code, citizenId, payment }: Item, merchantId: string, held: ExternalRow | undefined): ExternalRow {
  const paid = isPaid(payment.status);
  const refunded = payment.status === 'REFUNDED' ? payment.amount : 0;
  return {
    id: held?.id ?? newUuid(),
    reference: payment.reference,
    merchant_id: held?.merchant_id ?? merchantId,
    provider: payment.provider,
    dossier_id: dossierId,
    dossier_code: code,
    external: true,
    amount: payment.amount,
    refunded_amount: refunded,
    status: payment.status,
    checkout_url: null,
    qr_payload: null,
    provider_transaction_id: payment.providerTransactionId ?? null,
    created_at: held?.created_at ?? payment.paidAt ?? event.at,
    expires_at: null,
    paid_at: paid ? (payment.paidAt ?? held?.paid_at ?? event.at) : null,
    receiving_unit: event.receiving_unit ?? '',
    handling_unit: event.handling_unit ?? '',
    scope: event.scope,
    citizen_id: citizenId,
    citizen_index: event.citizen_index,
    reported_event: event.id,
    receipt_number: payment.receiptNumber ?? null,
    receipt_url: payment.receiptUrl ?? null,
  };
}

const WRITTEN = `id, reference, merchant_id, provider, dossier_id, dossier_code, external, amount, refunded_amount, status, provider_transaction_id, created_at,
  paid_at, business_date, receiving_unit, handling_unit, scope, citizen_id, citizen_index, reported_event, receipt_number, receipt_url,
  exceeds_obligation, query_attempts, settled_via`;

async function write(sql: Transaction, rows: readonly ExternalRow[]): Promise<void> {
  const records = rows.map((row) => ({
    ...row,
    citizen_index: row.citizen_index === null ? null : `\\x${row.citizen_index.toString('hex')}`,
    business_date: row.paid_at === null ? null : localDateOf(row.paid_at),
    exceeds_obligation: false,
    query_attempts: 0,
    settled_via: 'source',
  }));
  const updated = [
    'amount',
    'refunded_amount',
    'status',
    'provider_transaction_id',
    'paid_at',
    'business_date',
    'receiving_unit',
    'handling_unit',
    'scope',
  ]
    .concat(['citizen_id', 'citizen_index', 'reported_event', 'receipt_number', 'receipt_url'])
    .map((column) => `${column} = excluded.${column}`);
  await sql.query(
    `INSERT INTO payments.payment (${WRITTEN}) SELECT ${WRITTEN} FROM jsonb_populate_recordset(NULL::payments.payment, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${updated.join(', ')}`,
    [JSON.stringify(records)],
  );
}

/** Posts the difference that a report made, and tells the others. */
async function book(hub: Hub, sql: Transaction, changes: readonly { old: ExternalRow | undefined; row: ExternalRow }[]): Promise<void> {
  const codes = await sql.query<{ id: string; code: string }>('SELECT id, code FROM payments.merchant WHERE id = ANY($1::uuid[])', [
    [...new Set(changes.map(({ row }) => row.merchant_id))],
  ]);
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  const at = hub.clock.now();
  const refunds: { row: ExternalRow; amount: number }[] = [];
  const postings = changes.flatMap(({ old, row }) => {
    const refunded = Math.max(0, row.refunded_amount - (old?.refunded_amount ?? 0));
    if (refunded > 0) refunds.push({ row, amount: refunded });
    const to = { paymentId: row.id, at, provider: row.provider, merchantCode: codeOf.get(row.merchant_id) ?? '', unit: row.receiving_unit };
    const came = netPaid(row) + refunded - (old === undefined ? 0 : netPaid(old));
    return [
      { ...to, amount: came, memo: came < 0 ? `Điều chỉnh ${row.reference}` : `Thu ${row.reference}` },
      { ...to, amount: -refunded, memo: `Hoàn ${row.reference}` },
    ];
  });
  await post(sql, postings);
  await writeRefunds(sql, refunds, at);
  const settled = changes.filter(({ old, row }) => old?.status !== row.status && (isPaid(row.status) || row.status === 'FAILED'));
  await appendEvents(sql, hub.cipher, [
    ...settled.map(({ row }) => settledEvent(hub, row)),
    ...refunds.map(({ row, amount }) => refundedEvent(hub, row, amount)),
  ]);
}

async function writeRefunds(sql: Transaction, refunds: readonly { row: ExternalRow; amount: number }[], at: Date): Promise<void> {
  if (refunds.length === 0) return;
  await sql.query(
    `INSERT INTO payments.refund (id, payment_id, merchant_id, reference, amount, refunded_at, business_date)
     SELECT id, payment_id, merchant_id, reference, amount, $6, $7
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[]) AS t(id, payment_id, merchant_id, reference, amount)`,
    [
      refunds.map(() => newUuid()),
      refunds.map(({ row }) => row.id),
      refunds.map(({ row }) => row.merchant_id),
      refunds.map(({ row }) => row.reference),
      refunds.map(({ amount }) => amount),
      at,
      localDateOf(at),
    ],
  );
}
