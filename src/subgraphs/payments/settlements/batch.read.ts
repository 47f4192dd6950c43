import { type Page, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { startOfLocalDate } from '../../../platform/time.ts';
import { showCredit } from '../credits/credit.read.ts';
import { CREDIT_COLUMNS, CREDIT_FROM, type CreditRow } from '../credits/credit.row.ts';
import { booksVisibleTo, Values } from '../payment.access.ts';
import { type Keyset, keysetConditions, keysetOrder } from '../payment.keyset.ts';
import { BATCH_COLUMNS, BATCH_FROM, type BatchRow, openOf } from './batch.row.ts';
import type { SettlementBatch, SettlementBatchArguments, SettlementShare } from './batch.type.ts';

export function showBatch(row: BatchRow): SettlementBatch {
  return {
    row,
    id: toGlobalId('settlementBatch', row.id),
    provider: row.provider,
    batch: row.batch,
    firstDay: row.first_day,
    lastDay: row.last_day,
    dueOn: row.due_on,
    gross: row.gross,
    refunded: row.refunded,
    fees: row.fees,
    adjustments: row.adjustments,
    net: row.net,
    credited: row.credited,
    writtenOff: row.written_off,
    open: openOf(row),
    state: row.state,
  };
}

const BY_DAY: Keyset = { at: `(b.last_day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`, id: 'b.id', ascending: false };

/** The batches of the merchants whose books the viewer may read, the latest first. */
export async function listBatches(context: HubContext, wanted: SettlementBatchArguments): Promise<Page<BatchRow>> {
  const page = readPage(wanted);
  const filter = (values: Values) => {
    const where = [booksVisibleTo(context.viewer, values)];
    if (wanted.unit != null) where.push(`m.unit = ${values.add(wanted.unit)}`);
    if (wanted.provider != null) where.push(`m.provider = ${values.add(wanted.provider)}`);
    if (wanted.states != null) where.push(`b.state = ANY(${values.add(wanted.states)}::text[])`);
    if (wanted.from != null) where.push(`b.last_day >= ${values.add(wanted.from)}::date`);
    if (wanted.to != null) where.push(`b.last_day <= ${values.add(wanted.to)}::date`);
    return where;
  };
  const values = new Values();
  const where = [...filter(values), ...keysetConditions(page, BY_DAY, values)].join(' AND ');
  const rows = await context.hub.db.query<BatchRow>(
    `SELECT ${BATCH_COLUMNS} FROM ${BATCH_FROM} WHERE ${where} ${keysetOrder(page, BY_DAY)} LIMIT ${page.size + 1}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [startOfLocalDate(row.last_day).toISOString(), row.id],
    async count() {
      const counted = new Values();
      const conditions = filter(counted).join(' AND ');
      const [row] = await context.hub.db.query<{ count: number }>(`SELECT count(*) FROM ${BATCH_FROM} WHERE ${conditions}`, counted.list);
      return row?.count ?? 0;
    },
  });
}

/** The credits in which batches came, the oldest first; one statement for all batches of a request. */
export function sharesOfBatch(context: HubContext, batchId: string): Promise<SettlementShare[]> {
  const loader = context.loader<string, SettlementShare[]>('payments.settlementShares', async (ids) => {
    const rows = await context.hub.db.query<CreditRow & { batch_id: string; share: number }>(
      `SELECT s.batch_id, s.amount AS share, ${CREDIT_COLUMNS} FROM ${CREDIT_FROM} JOIN payments.settlement_credit s ON s.credit_id = c.id
       WHERE s.batch_id = ANY($1::uuid[]) ORDER BY c.booked_at, c.id`,
      [ids],
    );
    const byBatch = Map.groupBy(rows, (row) => row.batch_id);
    return ids.map((id) => (byBatch.get(id) ?? []).map((row) => ({ credit: showCredit(row), amount: row.share })));
  });
  return loader.load(batchId);
}

/** Batches by their keys, one statement for all of a request. */
export function loadBatches(context: HubContext, ids: readonly string[]): Promise<SettlementBatch[]> {
  const loader = context.loader<string, SettlementBatch>('payments.settlementBatch', async (keys) => {
    const rows = await context.hub.db.query<BatchRow>(`SELECT ${BATCH_COLUMNS} FROM ${BATCH_FROM} WHERE b.id = ANY($1::uuid[])`, [keys]);
    const byId = new Map(rows.map((row) => [row.id, showBatch(row)]));
    return keys.map((key) => byId.get(key) ?? new Error('a credit names a batch that is not there'));
  });
  return Promise.all(ids.map((id) => loader.load(id)));
}

/** The batches that a credit paid out; one statement for all credits of a request. */
export async function batchesOfCredit(context: HubContext, creditId: string): Promise<SettlementBatch[]> {
  const loader = context.loader<string, string[]>('payments.batchesOfCredit', async (ids) => {
    const rows = await context.hub.db.query<{ credit_id: string; batch_id: string }>(
      'SELECT credit_id, batch_id FROM payments.settlement_credit WHERE credit_id = ANY($1::uuid[]) ORDER BY batch_id',
      [ids],
    );
    const byCredit = Map.groupBy(rows, (row) => row.credit_id);
    return ids.map((id) => (byCredit.get(id) ?? []).map((row) => row.batch_id));
  });
  return loadBatches(context, await loader.load(creditId));
}
