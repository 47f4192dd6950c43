import type { StatementFault } from './simulator.faults.ts';
import type { StatementRowInput } from './statement.writer.ts';

/** Does to a day's rows what a fault says. */
export function spoil(rows: StatementRowInput[], fault: StatementFault): void {
  const row = pick(rows, fault);
  if (fault.kind === 'EXTRA_ROW') rows.push(invented(fault));
  if (row === undefined) return;
  switch (fault.kind) {
    case 'MISSING_ROW':
    case 'OTHER_DAY':
      rows.splice(rows.indexOf(row), 1);
      break;
    case 'ALTERED_AMOUNT':
      row.gross = fault.amount ?? row.gross + 1_000;
      break;
    case 'DUPLICATE_ROW':
      rows.push({ ...row });
      break;
    case 'WRONG_FEE':
      row.fee = fault.amount ?? row.fee + 500;
      break;
    case 'WRONG_NET':
      row.net = row.gross - row.fee - row.feeVat - 1;
      break;
    case 'REVERSED':
      row.status = 'REVERSED';
      break;
  }
}

/** The row that a fault befalls. */
export function pick(rows: StatementRowInput[], { reference }: StatementFault): StatementRowInput | undefined {
  return reference === undefined ? rows[0] : rows.find(({ merchantRef }) => merchantRef === reference);
}

function invented({ businessDate, reference, amount }: StatementFault): StatementRowInput {
  const id = `9${businessDate.replaceAll('-', '')}`;
  return {
    type: 'PAY',
    merchantRef: reference ?? `UNKNOWN${id}`,
    providerTransactionId: id,
    originalProviderTransactionId: '',
    bankCode: 'NCB',
    bankTransactionId: `VNP${id}`,
    channel: 'ATM',
    time: `${businessDate}T12:00:00+07:00`,
    gross: amount ?? 50_000,
    fee: 0,
    feeVat: 0,
    status: 'SUCCESS',
    batchId: `X-${id}`,
    orderInfo: 'Giao dich khong ro',
  };
}

/** The day after a civil day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** An instant as a statement writes it. */
export function localTimeOf(at: number): string {
  return `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

/** The Vietnamese day of an instant, YYYY-MM-DD. */
export function dayOf(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}
