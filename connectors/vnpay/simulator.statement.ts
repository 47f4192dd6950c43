import { contractFee } from '../contract/money.ts';
import { type StatementRowInput, writeStatement } from '../contract/statement.writer.ts';
import { refundState } from './simulator.api.ts';
import type { StatementFault } from './simulator.modes.ts';
import { dayOf, type SimulatedTransaction } from './simulator.store.ts';
import type { SimulatedVnpay } from './simulator.vnpay.ts';

/** The day's settlement file of a merchant in the canonical form, with the faults set for it; of a day that is not over, what there is by now. Undefined: nobody knows the merchant. */
export function statementOf(vnpay: SimulatedVnpay, tmnCode: string, businessDate: string): AsyncGenerator<Uint8Array> | undefined {
  const faults = vnpay.statementFaults.filter((fault) => fault.businessDate === businessDate && (fault.merchant ?? tmnCode) === tmnCode);
  const late = vnpay.statementFaults.filter(
    (fault) => fault.kind === 'OTHER_DAY' && (fault.merchant ?? tmnCode) === tmnCode && following(fault.businessDate) === businessDate,
  );
  const rows = rowsOf(vnpay, tmnCode, businessDate);
  for (const fault of late) {
    const moved = pick(rowsOf(vnpay, tmnCode, fault.businessDate), fault);
    if (moved !== undefined) rows.push(moved);
  }
  for (const fault of faults) spoil(rows, fault);
  if (rows.length === 0 && faults.length === 0 && !vnpay.merchants.has(tmnCode)) return undefined;
  const header = {
    provider: 'VNPAY',
    merchantCode: tmnCode,
    businessDate,
    generatedAt: `${following(businessDate)}T01:00:00+07:00`,
    sequence: 1,
  };
  const damaged = faults.some(({ kind }) => kind === 'DAMAGED_TRAILER');
  return writeStatement(
    header,
    rows,
    damaged ? { trailer: (line) => line.replace(/^T,(\d+)/, (_, count) => `T,${Number(count) + 1}`) } : {},
  );
}

function rowsOf(vnpay: SimulatedVnpay, tmnCode: string, day: string): StatementRowInput[] {
  const rows: StatementRowInput[] = [];
  const batchId = `${tmnCode}-${day.replaceAll('-', '')}`;
  for (const transaction of vnpay.store.all()) {
    if (transaction.tmnCode !== tmnCode) continue;
    if (dayOf(transaction.payDate) === day && settled(transaction)) rows.push({ ...rowOf(vnpay, transaction), batchId });
    for (const refund of transaction.refunds) {
      if (dayOf(refund.at) !== day || refundState(vnpay, refund) !== '00') continue;
      const { net: _, ...payment } = rowOf(vnpay, transaction);
      rows.push({
        ...payment,
        batchId,
        type: 'REFUND',
        providerTransactionId: refund.transactionNo,
        originalProviderTransactionId: transaction.transactionNo,
        bankTransactionId: `VNP${refund.transactionNo}`,
        time: timeOf(refund.at),
        gross: refund.amount,
        fee: 0,
        feeVat: 0,
        status: 'SUCCESS',
      });
    }
  }
  return rows;
}

/** What moved money, or was taken back: 00 paid, 04 reversed. */
function settled({ responseCode, transactionStatus }: SimulatedTransaction): boolean {
  return (responseCode === '00' && transactionStatus === '00') || transactionStatus === '04';
}

function rowOf({ modes }: SimulatedVnpay, transaction: SimulatedTransaction): Omit<StatementRowInput, 'batchId'> {
  const contract =
    transaction.type === 'PAY'
      ? contractFee(transaction.amount, { ratePpm: modes.feeRatePpm, vatPercent: modes.feeVatPercent })
      : { fee: 0, feeVat: 0 };
  return {
    type: transaction.type,
    merchantRef: transaction.reference,
    providerTransactionId: transaction.transactionNo,
    originalProviderTransactionId: transaction.originalTransactionNo,
    bankCode: transaction.bankCode,
    bankTransactionId: transaction.bankTransactionNo,
    channel: transaction.channel,
    time: timeOf(transaction.payDate),
    gross: transaction.amount,
    fee: transaction.fee ?? contract.fee,
    feeVat: transaction.feeVat ?? contract.feeVat,
    ...(transaction.net === undefined ? {} : { net: transaction.net }),
    status: transaction.transactionStatus === '04' ? 'REVERSED' : 'SUCCESS',
    orderInfo: transaction.orderInfo,
  };
}

function spoil(rows: StatementRowInput[], fault: StatementFault): void {
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

function pick(rows: StatementRowInput[], { reference }: StatementFault): StatementRowInput | undefined {
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

function following(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function timeOf(at: number): string {
  return `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
