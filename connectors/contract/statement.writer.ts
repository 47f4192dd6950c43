import { createHash } from 'node:crypto';
import { netOf, type StatementHeader, type StatementRow } from './statement.rows.ts';
import { Totals } from './statement.totals.ts';

/** A row to write: numbered and dated by the writer, its net by the rule unless it is given. */
export type StatementRowInput = Omit<StatementRow, 'rowNo' | 'businessDate' | 'currency' | 'net' | 'netAgrees' | 'plain'> & {
  net?: number;
};

/** Damage for tests and simulators: the T line as it should be, changed at will. */
export interface StatementDamage {
  trailer?(line: string): string;
}

const FLUSH = 64 * 1_024;

/** Writes a statement in the canonical form, a chunk at a time. */
export async function* writeStatement(
  header: StatementHeader,
  rows: Iterable<StatementRowInput> | AsyncIterable<StatementRowInput>,
  damage: StatementDamage = {},
): AsyncGenerator<Uint8Array, void, void> {
  const hash = createHash('sha256');
  const totals = new Totals();
  const { provider, merchantCode, businessDate, generatedAt, sequence } = header;
  let text = record(['H', provider, merchantCode, businessDate, generatedAt, sequence]);
  const flush = () => {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(bytes);
    text = '';
    return bytes;
  };
  for await (const row of rows) {
    const net = row.net ?? netOf(row) ?? 0;
    totals.add({ ...row, net }, totals.count + 2);
    text += record(fieldsOf(row, { net, rowNo: totals.count, businessDate }));
    if (text.length > FLUSH) yield flush();
  }
  yield flush();
  const { count, sumGross, sumFee, sumFeeVat, sumNet } = totals.all();
  const trailer = record(['T', count, sumGross, sumFee, sumFeeVat, sumNet, hash.digest('hex')]);
  yield Buffer.from(damage.trailer?.(trailer) ?? trailer, 'utf8');
}

function fieldsOf(
  row: StatementRowInput,
  { net, rowNo, businessDate }: { net: number; rowNo: number; businessDate: string },
): (string | number)[] {
  return [
    'D',
    rowNo,
    businessDate,
    row.type,
    row.merchantRef,
    row.providerTransactionId,
    row.originalProviderTransactionId,
    row.bankCode,
    row.bankTransactionId,
    row.channel,
    row.time,
    row.gross,
    row.fee,
    row.feeVat,
    net,
    'VND',
    row.status,
    row.batchId,
    row.orderInfo,
  ];
}

function record(fields: (string | number)[]): string {
  return `${fields.map(quoted).join(',')}\n`;
}

function quoted(field: string | number): string {
  const text = String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
