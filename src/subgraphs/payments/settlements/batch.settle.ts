import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { readCredit } from '../credits/credit.match.ts';
import type { CreditRow } from '../credits/credit.row.ts';
import { CONTENT_PURPOSE } from '../credits/credit.store.ts';
import { adjustmentsAccount, feesAccount, receivableAccount, suspenseAccount } from '../ledger.accounts.ts';
import { type Leg, postTransaction } from '../ledger.ts';
import { planOf, type Share } from './batch.plan.ts';
import { BATCH_COLUMNS, BATCH_FROM, type BatchRow, openOf, stateSql } from './batch.row.ts';

type Hub = Pick<Platform, 'db' | 'config' | 'cipher' | 'clock' | 'log'>;

/** So long a credit may follow its batch, or come before the statement that tells of it. */
const REACH = '60 days';
const BATCH = 500;

/** Credits that nobody's payment claims, on accounts that providers pay out to (`account`: on that one): each is given to the batches that its text names. */
export async function settleCredits(hub: Hub, { account, signal }: { account?: string; signal?: AbortSignal } = {}): Promise<number> {
  const open = await hub.db.query<{ id: string }>(
    `SELECT c.id FROM payments.account_credit c
     WHERE c.state = 'UNIDENTIFIED' AND (c.own_reference IS NULL OR c.merchant_id IS NULL) AND c.reversed_on IS NULL AND c.booked_at > $1::timestamptz - interval '${REACH}' AND ($2::text IS NULL OR c.account = $2)
       AND EXISTS (SELECT FROM payments.merchant m WHERE m.settlement_account = c.account)
     ORDER BY c.booked_at, c.id LIMIT ${BATCH}`,
    [hub.clock.now(), account ?? null],
  );
  let settled = 0;
  for (const { id } of open) {
    if (signal?.aborted) break;
    if (await settleByName(hub, id)) settled += 1;
  }
  return settled;
}

function settleByName(hub: Hub, id: string): Promise<boolean> {
  return hub.db.transaction(async (sql) => {
    const credit = await readCredit(sql, id, 'FOR UPDATE OF c');
    if (credit?.state !== 'UNIDENTIFIED') return false;
    const content = hub.cipher.open(CONTENT_PURPOSE, credit.content_sealed);
    const candidates = await candidatesFor(sql, credit);
    const shares = planOf({ amount: credit.amount, content }, candidates);
    if (shares === undefined || shares.length === 0) return false;
    await share(hub, sql, { credit, shares, by: 'hub', note: null });
    return true;
  });
}

/** The batches that are paid out to a credit's account, locked in one order for all. */
function candidatesFor(sql: Queryable, { account, booked_at: bookedAt }: CreditRow): Promise<BatchRow[]> {
  return sql.query<BatchRow>(
    `SELECT ${BATCH_COLUMNS} FROM ${BATCH_FROM} WHERE m.settlement_account = $1 AND b.last_day BETWEEN $2::date - interval '${REACH}' AND $2::date + interval '3 days'
     ORDER BY b.id FOR UPDATE OF b`,
    [account, localDateOf(bookedAt)],
  );
}

/** Gives a credit, which the caller has locked, to batches: the money is nobody's no longer, and the provider owes so much less. */
export async function share(
  hub: Pick<Platform, 'clock'>,
  sql: Transaction,
  given: { credit: CreditRow; shares: readonly Share[]; by: string; note: string | null },
): Promise<void> {
  const { credit, shares, by, note } = given;
  const now = hub.clock.now();
  const ids = shares.map(({ batch }) => batch);
  await sql.query(
    'INSERT INTO payments.settlement_credit (batch_id, credit_id, amount) SELECT batch, $2, amount FROM unnest($1::uuid[], $3::bigint[]) AS t(batch, amount)',
    [ids, credit.id, shares.map(({ amount }) => amount)],
  );
  await sql.query(`UPDATE payments.account_credit SET state = 'SETTLEMENT', decided_by = $2, decided_at = $3, note = $4 WHERE id = $1`, [
    ...[credit.id, by, now, note],
  ]);
  const batches = await sql.query<BatchRow>(
    `UPDATE payments.settlement_batch b SET credited = b.credited + t.amount, changed_at = $3
     FROM unnest($1::uuid[], $2::bigint[]) AS t(id, amount), payments.merchant m WHERE b.id = t.id AND m.id = b.merchant_id RETURNING ${BATCH_COLUMNS}`,
    [ids, shares.map(({ amount }) => amount), now],
  );
  const byId = new Map(batches.map((batch) => [batch.id, batch]));
  await postTransaction(sql, {
    source: `credit.settlement:${credit.id}`,
    at: now,
    day: localDateOf(now),
    unit: credit.unit,
    paymentId: null,
    memo: `Thanh quyết toán ${credit.bank_reference}`,
    legs: [debit(suspenseAccount(credit.account), credit.amount), ...shares.map((part) => owedLess(part, byId))],
  });
  await restate(hub, sql, ids);
}

function owedLess({ batch, amount }: Share, batches: ReadonlyMap<string, BatchRow>): Leg {
  const of = batches.get(batch);
  if (of === undefined) throw new Error('a share names a batch that is not there');
  return debit(receivableAccount(of.provider, of.merchant_code), -amount);
}

/** A leg that debits an amount, or credits it where it is below 0. */
function debit(account: string, amount: number): Leg {
  return { account, debit: Math.max(0, amount), credit: Math.max(0, -amount) };
}

/** Writes the states of batches as they are today, and books what their provider kept back once nothing is open of them any more. */
export async function restate(hub: Pick<Platform, 'clock'>, sql: Transaction, ids: readonly string[]): Promise<void> {
  const now = hub.clock.now();
  await sql.query(`UPDATE payments.settlement_batch b SET state = ${stateSql('$2')} WHERE b.id = ANY($1::uuid[])`, [ids, localDateOf(now)]);
  const batches = await sql.query<BatchRow>(
    `SELECT ${BATCH_COLUMNS} FROM ${BATCH_FROM} WHERE b.id = ANY($1::uuid[]) AND b.state = 'SETTLED' ORDER BY b.id`,
    [ids],
  );
  for (const batch of batches) await postKeptBack(sql, batch, now);
}

/** The provider's fees with their VAT, and its adjustments: only what is not in the ledger yet, so that a later statement's difference is a new entry. */
async function postKeptBack(sql: Transaction, batch: BatchRow, now: Date): Promise<void> {
  const fees = batch.fees - batch.fees_posted;
  const adjustments = batch.adjustments - batch.adjustments_posted;
  if (openOf(batch) !== 0 || (fees === 0 && adjustments === 0)) return;
  const { provider, merchant_code: code } = batch;
  const legs = [
    debit(feesAccount(provider, code), fees),
    debit(adjustmentsAccount(provider, code), -adjustments),
    debit(receivableAccount(provider, code), adjustments - fees),
  ];
  await postTransaction(sql, {
    source: `settlement.fees:${batch.id}:${batch.fees}/${batch.adjustments}:${batch.fees_posted}/${batch.adjustments_posted}`,
    at: now,
    day: localDateOf(now),
    unit: batch.merchant_unit,
    paymentId: null,
    memo: `Phí và điều chỉnh đợt ${batch.batch}`,
    legs: legs.filter((leg) => leg.debit !== leg.credit),
  });
  await sql.query('UPDATE payments.settlement_batch SET fees_posted = fees, adjustments_posted = adjustments WHERE id = $1', [batch.id]);
}

/** Batches whose day has passed, and those that came right by a newer statement. */
export async function restateDue(hub: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  await hub.db.transaction(async (sql) => {
    const now = hub.clock.now();
    const changed = await sql.query<{ id: string }>(
      `UPDATE payments.settlement_batch b SET state = ${stateSql('$1')}, changed_at = $2 WHERE b.state <> 'SETTLED' AND b.state <> ${stateSql('$1')} RETURNING b.id`,
      [localDateOf(now), now],
    );
    const unposted = await sql.query<{ id: string }>(
      `SELECT id FROM payments.settlement_batch WHERE state = 'SETTLED' AND (fees <> fees_posted OR adjustments <> adjustments_posted) ORDER BY id FOR UPDATE`,
    );
    await restate(
      hub,
      sql,
      [...changed, ...unposted].map(({ id }) => id),
    );
  });
}
