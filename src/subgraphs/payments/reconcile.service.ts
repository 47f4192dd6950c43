import { UpstreamError } from '../../../connectors/contract/errors.ts';
import type { Queryable, Transaction } from '../../platform/database/database.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Message } from '../../platform/language.ts';
import type { Platform } from '../../platform/platform.ts';
import { cashDayOf } from './cash/cash.judge.ts';
import { defaultMerchant, MERCHANT_COLUMNS, type MerchantRow, merchantByCode } from './merchant.service.ts';
import { fetchNewest, type HeldStatement, hasBegun, newestStatement } from './reconcile.fetch.ts';
import { type Matched, match } from './reconcile.match.ts';
import { lookAgain, reopen } from './reconcile.reopen.ts';
import { confirmLost } from './reconcile.repair.ts';
import { RECONCILIATION_COLUMNS, type ReconciliationRow } from './reconciliation.row.ts';
import { writeStep } from './resolution.step.ts';
import { followBatches } from './settlements/batch.follow.ts';
import { summarizeRows, takeStatement } from './statement.service.ts';
import { undoWriteOffs } from './write-off.ts';

type Hub = Pick<Platform, 'config' | 'db' | 'cipher' | 'clock' | 'connectors' | 'log' | 'peers'>;

export interface ReconcileRequest {
  provider: PaymentProvider;
  /** YYYY-MM-DD. */
  businessDate: string;
  /** A merchant's code; left out: all of the provider's that have a statement of that day or can be asked for one. */
  merchant?: string;
  /** A statement to take first. Damaged: the reconciliation is REJECTED and what was there before stays. */
  file?: AsyncIterable<Uint8Array>;
  /** Whether the file lies on this machine. */
  atHand?: boolean;
  /** Who starts it. */
  startedBy: string;
  /** Leaves out merchants that are not the caller's. */
  mayReconcile?(merchant: MerchantRow): boolean;
}

/** A run that lost against another one starts over. */
const ATTEMPTS = 4;
const SERIALIZATION_FAILURE = '40001';
const NO_STATEMENT = { vi: 'Chưa có sao kê của ngày này.', en: 'There is no statement of that day yet.' };

/**
 * Reconciles a business day, merchant by merchant, and answers what came of each; empty: there is none to reconcile. The
 * same statement and the same payments give the same result again.
 */
export async function reconcile(hub: Hub, request: ReconcileRequest): Promise<ReconciliationRow[]> {
  const results: ReconciliationRow[] = [];
  if (request.file !== undefined) {
    const one = await reconcileFile(hub, request, request.file);
    return one === undefined ? [] : [one];
  }
  for (const merchant of await merchantsOf(hub, request)) results.push(await reconcileOne(hub, request, merchant));
  return results;
}

async function reconcileFile(hub: Hub, request: ReconcileRequest, body: AsyncIterable<Uint8Array>): Promise<ReconciliationRow | undefined> {
  const { provider, businessDate, merchant: merchantCode, startedBy, atHand = false } = request;
  const named = merchantCode === undefined ? {} : { merchantCode };
  const taken = await takeStatement(hub, { provider, businessDate, ...named, body, atHand, uploadedBy: startedBy });
  if (taken.outcome === 'FORBIDDEN') return undefined;
  const known = taken.merchantId === undefined ? undefined : await merchantById(hub.db, taken.merchantId);
  const merchant =
    known ?? (await (merchantCode === undefined ? defaultMerchant(hub.db, provider) : merchantByCode(hub.db, provider, merchantCode)));
  if (merchant === undefined) return undefined;
  if (taken.outcome !== 'REFUSED') {
    const [row] = await Promise.all([reconcileOne(hub, request, merchant), atHand && summarizeRows(hub, taken)]);
    return row;
  }
  const begun = await begin(hub, request, merchant);
  return begun.closed_at === null ? end(hub, begun.id, { status: 'REJECTED', rejection: taken.reason }) : begun;
}

async function merchantById(sql: Queryable, id: string): Promise<MerchantRow | undefined> {
  const [row] = await sql.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE m.id = $1`, [id]);
  return row;
}

async function merchantsOf(hub: Hub, { provider, businessDate, merchant, mayReconcile }: ReconcileRequest): Promise<MerchantRow[]> {
  const port = hub.connectors.payment(provider);
  const fetched = (port?.fetchStatement !== undefined || port?.credits !== undefined) && hasBegun(hub, businessDate);
  const rows = await hub.db.query<MerchantRow>(
    `SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m
     WHERE m.provider = $1 AND CASE WHEN $2::text IS NOT NULL THEN m.code = $2 ELSE
       ($3 AND NOT m.external AND m.secrets IS NOT NULL) OR EXISTS (SELECT FROM payments.statement s WHERE s.merchant_id = m.id AND s.business_date = $4)
       OR EXISTS (SELECT FROM payments.cash_drawer d WHERE d.merchant_id = m.id AND d.day = $4) END
     ORDER BY m.is_default DESC, m.code`,
    [provider, merchant ?? null, fetched, businessDate],
  );
  return mayReconcile === undefined ? rows : rows.filter(mayReconcile);
}

async function reconcileOne(hub: Hub, request: ReconcileRequest, merchant: MerchantRow): Promise<ReconciliationRow> {
  const begun = await begin(hub, request, merchant);
  if (begun.closed_at !== null) await lookAgain(hub, request, merchant, begun.id);
  // A closed day stands as it was closed, until a statement of it is issued anew.
  if (begun.closed_at !== null && !(await reopen(hub, begun))) return begun;
  try {
    const rejection = await fetchNewest(hub, request, merchant);
    if (rejection !== undefined) return await end(hub, begun.id, { status: 'REJECTED', rejection });
    const statement = await newestStatement(hub.db, merchant.id, request.businessDate);
    if (statement === undefined) return await end(hub, begun.id, { status: 'FAILED', rejection: NO_STATEMENT });
    await followBatches(hub, { merchant, day: request.businessDate, statementId: statement.id });
    const confirmed = await confirmLost(hub, merchant, statement.id);
    await noteConfirmed(hub, begun.id, confirmed);
    return await retrying(() => matchOne(hub, { reconciliation: begun, statement }));
  } catch (error) {
    await end(hub, begun.id, { status: 'FAILED', rejection: reasonOf(error) });
    if (error instanceof UpstreamError) return (await readOne(hub.db, begun.id)) as ReconciliationRow;
    throw error;
  }
}

function reasonOf(error: unknown): Message {
  const code = error instanceof UpstreamError ? error.code : 'FAULT';
  return { vi: `Đối soát chưa chạy được (${code}). Hãy chạy lại.`, en: `The reconciliation could not be run (${code}). Run it again.` };
}

async function begin(hub: Hub, { businessDate, startedBy }: ReconcileRequest, merchant: MerchantRow): Promise<ReconciliationRow> {
  const [row] = await hub.db.query<{ id: string }>(
    `INSERT INTO payments.reconciliation AS r (id, provider, merchant_id, business_date, status, statement_rows, matched, discrepancy_count,
       statement_total, hub_total, started_by, started_at)
     VALUES ($1, $2, $3, $4, 'RUNNING', 0, 0, 0, 0, 0, $5, $6)
     ON CONFLICT (merchant_id, business_date) DO UPDATE SET
       status = CASE WHEN r.closed_at IS NULL THEN 'RUNNING' ELSE r.status END,
       started_by = CASE WHEN r.closed_at IS NULL THEN excluded.started_by ELSE r.started_by END,
       started_at = CASE WHEN r.closed_at IS NULL THEN excluded.started_at ELSE r.started_at END,
       finished_at = CASE WHEN r.closed_at IS NULL THEN NULL ELSE r.finished_at END
     RETURNING r.id`,
    [newUuid(), merchant.provider, merchant.id, businessDate, startedBy, hub.clock.now()],
  );
  return (await readOne(hub.db, row?.id ?? '')) as ReconciliationRow;
}

/** Notices that were lost and that the provider has confirmed: the trail of the day names each. */
async function noteConfirmed(hub: Hub, id: string, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  await hub.db.transaction(async (sql) => {
    await sql.query('UPDATE payments.reconciliation SET confirmed_by_query = confirmed_by_query + $2 WHERE id = $1', [
      id,
      references.length,
    ]);
    const step = { reconciliationId: id, discrepancyId: null, at: hub.clock.now(), actor: 'hub', action: 'CONFIRMED' as const };
    for (const reference of references) await writeStep(sql, { ...step, note: reference });
  });
}

async function readOne(sql: Queryable, id: string): Promise<ReconciliationRow | undefined> {
  const [row] = await sql.query<ReconciliationRow>(
    `SELECT ${RECONCILIATION_COLUMNS} FROM payments.reconciliation r JOIN payments.merchant m ON m.id = r.merchant_id WHERE r.id = $1`,
    [id],
  );
  return row;
}

async function end(hub: Hub, id: string, how: { status: 'REJECTED' | 'FAILED'; rejection: Message }): Promise<ReconciliationRow> {
  await hub.db.query('UPDATE payments.reconciliation SET status = $2, rejection = $3, finished_at = $4 WHERE id = $1', [
    id,
    how.status,
    JSON.stringify(how.rejection),
    hub.clock.now(),
  ]);
  return (await readOne(hub.db, id)) as ReconciliationRow;
}

async function matchOne(hub: Hub, run: { reconciliation: ReconciliationRow; statement: HeldStatement }): Promise<ReconciliationRow> {
  const { reconciliation, statement } = run;
  return hub.db.transaction(async (sql: Transaction) => {
    // Totals and differences of one and the same moment, whatever is settled meanwhile.
    await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await sql.query('SELECT 1 FROM payments.reconciliation WHERE id = $1 FOR UPDATE', [reconciliation.id]);
    const { merchant_id: merchantId, business_date: day } = reconciliation;
    const cash = reconciliation.provider === 'CASH' ? { cash: cashDayOf(hub, { merchantId, day }) } : {};
    const matched = await match(sql, {
      reconciliationId: reconciliation.id,
      merchantId,
      day,
      statementId: statement.id,
      rows: statement.rows,
      ...cash,
    });
    const at = hub.clock.now();
    await undoWriteOffs(sql, { ids: matched.writtenOffAndGone, at });
    await conclude(sql, { run, matched, at });
    return (await readOne(sql, reconciliation.id)) as ReconciliationRow;
  });
}

async function conclude(
  sql: Transaction,
  { run, matched, at }: { run: { reconciliation: ReconciliationRow; statement: HeldStatement }; matched: Matched; at: Date },
): Promise<void> {
  const { reconciliation, statement } = run;
  await sql.query(
    `UPDATE payments.reconciliation SET status = $2, statement_id = $3, statement_version = $4, statement_rows = $5, matched = $6, discrepancy_count = $7,
       statement_total = $8, hub_total = $9, rejection = NULL, finished_at = $10 WHERE id = $1`,
    [
      ...[reconciliation.id, matched.discrepancies === 0 ? 'BALANCED' : 'DISCREPANT', statement.id, statement.version, statement.rows],
      ...[matched.matched, matched.discrepancies, matched.statementTotal, matched.hubTotal, at],
    ],
  );
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || (error as { code?: string }).code !== SERIALIZATION_FAILURE) throw error;
    }
  }
}
