import { type CopyValue, copyRows } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { PaymentProvider, PaymentStatus } from '../../platform/graphql/enums.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf } from '../../platform/time.ts';
import { ENTRY_COLUMNS, entryValues, type Posting, transactionOf } from './ledger.ts';
import { type Collector, collectorKey, ensureCollectors, ensureMerchants, scopeOfUnit } from './merchant.service.ts';
import { isPaid } from './payment.row.ts';

/** A payment to load; instants are milliseconds since 1970 UTC, amounts whole đồng. `id` is a row key. */
interface PaymentToLoad {
  id: string;
  provider: PaymentProvider;
  reference: string;
  providerTransactionId: string | null;
  amount: number;
  refundedAmount: number;
  status: PaymentStatus;
  createdAt: number;
  expiresAt: number | null;
  paidAt: number | null;
  refundedAt: number | null;
  external: boolean;
}

/** A dossier's payments to load, oldest first. */
export interface PaymentsToLoad {
  dossier: {
    /** Row key. */
    id: string;
    code: string;
    version: number;
    receivingUnit: string;
    handlingUnit: string;
    /** Both units and all units above them. */
    scope: readonly string[];
    citizenId: string | null;
    /** Blind index of the applicant's 12-digit number. */
    citizenIndex: Buffer | null;
    /** Fees less exemptions. */
    feeTotal: number;
  };
  payments: readonly PaymentToLoad[];
}

const CHUNK = 5_000;

const PAYMENT = [
  'id',
  'reference',
  'merchant_id',
  'provider',
  'dossier_id',
  'dossier_code',
  'dossier_version',
  'obligation_total',
  'external',
  'amount',
].concat(
  [
    'refunded_amount',
    'status',
    'provider_transaction_id',
    'created_at',
    'expires_at',
    'paid_at',
    'business_date',
    'settled_via',
    'exceeds_obligation',
  ],
  ['receiving_unit', 'handling_unit', 'scope', 'citizen_id', 'citizen_index', 'query_attempts'],
);
const REFUND = ['id', 'payment_id', 'merchant_id', 'reference', 'amount', 'refunded_at', 'business_date'];

interface Line {
  dossier: PaymentsToLoad['dossier'];
  payment: PaymentToLoad;
  merchantId: string;
  merchantCode: string;
  exceeds: boolean;
}

/**
 * Loads payments with their merchants, refunds and ledger entries by COPY, a few thousand dossiers at a time, inside the caller's
 * transaction. Returns how many payments there were.
 */
export async function loadPayments(
  sql: Transaction,
  hub: Pick<Platform, 'config' | 'db' | 'cipher' | 'connectors'>,
  rows: Iterable<PaymentsToLoad> | AsyncIterable<PaymentsToLoad>,
): Promise<number> {
  await ensureMerchants(hub, sql);
  const defaults = await sql.query<{ provider: PaymentProvider; id: string; code: string }>(
    'SELECT provider, id, code FROM payments.merchant WHERE is_default',
  );
  const merchants = new Map(defaults.map(({ provider, id, code }) => [provider as string, { id, code }]));
  let count = 0;
  let chunk: PaymentsToLoad[] = [];
  for await (const row of rows) {
    if (row.payments.length > 0) chunk.push(row);
    if (chunk.length < CHUNK) continue;
    count += await loadChunk(sql, chunk, merchants);
    chunk = [];
  }
  return count + (await loadChunk(sql, chunk, merchants));
}

type Merchants = Map<string, { id: string; code: string }>;

async function loadChunk(sql: Transaction, chunk: readonly PaymentsToLoad[], merchants: Merchants): Promise<number> {
  await addCollectors(sql, chunk, merchants);
  const lines = chunk.flatMap((row) => linesOf(row, merchants));
  await copyRows(sql, { table: 'payments.payment', columns: PAYMENT }, lines.map(paymentValues));
  await copyRows(
    sql,
    { table: 'payments.refund', columns: REFUND },
    lines.filter(({ payment }) => payment.refundedAmount > 0).map(refundValues),
  );
  await copyRows(
    sql,
    { table: 'payments.ledger_entry', columns: ENTRY_COLUMNS },
    lines.flatMap(postingsOf).map(transactionOf).flatMap(entryValues),
  );
  return lines.length;
}

/** What the province's own merchants do not collect is the receiving unit's: cash, and whatever its own system took in. */
function collectorOf({ dossier }: PaymentsToLoad, payment: PaymentToLoad): Collector | undefined {
  if (!payment.external && payment.provider !== 'CASH') return undefined;
  return { provider: payment.provider, code: undefined, unit: dossier.receivingUnit, scope: scopeOfUnit(dossier) };
}

async function addCollectors(sql: Transaction, chunk: readonly PaymentsToLoad[], merchants: Merchants): Promise<void> {
  const wanted = chunk.flatMap((row) => row.payments.flatMap((payment) => collectorOf(row, payment) ?? []));
  const fresh = wanted.filter((collector) => !merchants.has(collectorKey(collector)));
  const made = await ensureCollectors(sql, fresh);
  for (const collector of fresh) {
    const key = collectorKey(collector);
    merchants.set(key, { id: made.get(key) as string, code: collector.unit });
  }
}

function linesOf(row: PaymentsToLoad, merchants: Merchants): Line[] {
  let paidBefore = 0;
  return row.payments.map((payment) => {
    const collector = collectorOf(row, payment);
    const merchant = merchants.get(collector === undefined ? payment.provider : collectorKey(collector));
    if (merchant === undefined) throw new Error(`no merchant for ${payment.provider}`);
    const exceeds = !payment.external && isPaid(payment.status) && paidBefore > 0 && paidBefore + payment.amount > row.dossier.feeTotal;
    if (isPaid(payment.status)) paidBefore += payment.amount - payment.refundedAmount;
    return { dossier: row.dossier, payment, merchantId: merchant.id, merchantCode: merchant.code, exceeds };
  });
}

const instant = (at: number | null) => (at === null ? null : new Date(at));
const dayOf = (at: number | null) => (at === null ? null : localDateOf(new Date(at)));

function paymentValues({ dossier, payment, merchantId, exceeds }: Line): CopyValue[] {
  const paidAt = isPaid(payment.status) ? payment.paidAt : null;
  const via = paidAt === null ? null : payment.external ? 'source' : 'notice';
  return [
    ...[
      payment.id,
      payment.reference,
      merchantId,
      payment.provider,
      dossier.id,
      dossier.code,
      dossier.version,
      dossier.feeTotal,
      payment.external,
    ],
    ...[
      payment.amount,
      payment.refundedAmount,
      payment.status,
      payment.providerTransactionId,
      new Date(payment.createdAt),
      instant(payment.expiresAt),
    ],
    ...[
      instant(paidAt),
      dayOf(paidAt),
      via,
      exceeds,
      dossier.receivingUnit,
      dossier.handlingUnit,
      dossier.scope,
      dossier.citizenId,
      dossier.citizenIndex,
      0,
    ],
  ];
}

function refundValues({ payment, merchantId }: Line): CopyValue[] {
  const at = payment.refundedAt ?? payment.paidAt;
  return [newUuid(), payment.id, merchantId, payment.reference, payment.refundedAmount, instant(at), dayOf(at)];
}

function postingsOf({ dossier, payment, merchantCode }: Line): Posting[] {
  if (!isPaid(payment.status) || payment.paidAt === null || payment.amount === 0) return [];
  const to = { paymentId: payment.id, provider: payment.provider, merchantCode, unit: dossier.receivingUnit };
  const came: Posting = { ...to, at: new Date(payment.paidAt), amount: payment.amount, memo: `Thu ${payment.reference}` };
  if (payment.refundedAmount === 0) return [came];
  const back = {
    ...to,
    at: new Date(payment.refundedAt ?? payment.paidAt),
    amount: -payment.refundedAmount,
    memo: `Hoàn ${payment.reference}`,
  };
  return [came, back];
}
