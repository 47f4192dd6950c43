import { contractFee } from '../contract/money.ts';
import { dayAfter, localTimeOf, pick, spoil } from '../contract/simulator.statement.ts';
import { type StatementRowInput, writeStatement } from '../contract/statement.writer.ts';
import { refundState } from './simulator.api.ts';

import { dayOf, type SimulatedTransaction } from './simulator.store.ts';
import type { SimulatedVnpay } from './simulator.vnpay.ts';

/** The day's settlement file of a merchant in the canonical form, with the faults set for it; of a day that is not over, what there is by now. Undefined: nobody knows the merchant. */
export function statementOf(vnpay: SimulatedVnpay, tmnCode: string, businessDate: string): AsyncGenerator<Uint8Array> | undefined {
  const faults = vnpay.statementFaults.filter((fault) => fault.businessDate === businessDate && (fault.merchant ?? tmnCode) === tmnCode);
  const late = vnpay.statementFaults.filter(
    (fault) => fault.kind === 'OTHER_DAY' && (fault.merchant ?? tmnCode) === tmnCode && dayAfter(fault.businessDate) === businessDate,
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
    generatedAt: `${dayAfter(businessDate)}T01:00:00+07:00`,
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
        time: localTimeOf(refund.at),
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
    time: localTimeOf(transaction.payDate),
    gross: transaction.amount,
    fee: transaction.fee ?? contract.fee,
    feeVat: transaction.feeVat ?? contract.feeVat,
    ...(transaction.net === undefined ? {} : { net: transaction.net }),
    status: transaction.transactionStatus === '04' ? 'REVERSED' : 'SUCCESS',
    orderInfo: transaction.orderInfo,
  };
}
