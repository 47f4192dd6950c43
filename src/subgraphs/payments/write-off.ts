import type { Queryable } from '../../platform/database/database.ts';
import { type LedgerTransaction, postTransaction } from './ledger.ts';

/** No difference comes and goes more often than that. */
const MOST_ROUNDS = 100;

const undoneSource = (id: string, round: number) => `write-off-undone:${id}:${round}`;
const writtenSource = (id: string, round: number) => (round === 0 ? `write-off:${id}` : `write-off:${id}:${round}`);

/** How often the write-off of a difference was taken back: it may come again, and be written off again. */
async function roundOf(sql: Queryable, id: string): Promise<number> {
  const sources = Array.from({ length: MOST_ROUNDS }, (_, round) => undoneSource(id, round));
  const [row] = await sql.query<{ count: number }>(
    'SELECT count(*) FROM payments.ledger_entry WHERE source = ANY($1::text[]) AND leg = 0',
    [sources],
  );
  return row?.count ?? 0;
}

/** Posts the write-off of a difference; once, until it is taken back. */
export async function postWriteOff(sql: Queryable, id: string, transaction: Omit<LedgerTransaction, 'source'>): Promise<void> {
  await postTransaction(sql, { ...transaction, source: writtenSource(id, await roundOf(sql, id)) });
}

/** Takes back the write-offs of differences that are there no more, by entries the other way round. */
export async function undoWriteOffs(sql: Queryable, { ids, at }: { ids: readonly string[]; at: Date }): Promise<void> {
  for (const id of ids) {
    const round = await roundOf(sql, id);
    const legs = await sql.query<{ account: string; debit: number; credit: number; day: string; unit: string; paymentId: string | null }>(
      `SELECT account, debit, credit, to_char(day, 'YYYY-MM-DD') AS day, unit, payment_id AS "paymentId"
       FROM payments.ledger_entry WHERE source = $1 ORDER BY leg`,
      [writtenSource(id, round)],
    );
    const [first] = legs;
    if (first === undefined) continue;
    await postTransaction(sql, {
      ...{ source: undoneSource(id, round), at, day: first.day, unit: first.unit, paymentId: first.paymentId },
      memo: 'Hủy xóa sổ: chênh lệch không còn',
      legs: legs.map(({ account, debit, credit }) => ({ account, debit: credit, credit: debit })),
    });
  }
}
