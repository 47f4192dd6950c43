import { join } from 'node:path';
import type { KnownPayment, RememberWorld } from '../contract/manifest.ts';
import { type Journal, openJournal, replaceJournal } from '../contract/simulator.journal.ts';
import { isSerial, type NewTransaction } from './simulator.store.ts';
import type { Entry, SimulatedVnpay } from './simulator.vnpay.ts';
import { toWireTime } from './wire.values.ts';

const FILE = 'vnpay.simulator.jsonl';

/** A movement of money that was known before, lean because a sample has many. Amounts in whole đồng, times epoch milliseconds. */
type KnownLine = [
  type: KnownPayment['type'],
  reference: string,
  transactionNo: string,
  amount: number,
  status: KnownPayment['status'],
  createdAt: number,
  at: number,
  originalTransactionNo?: string,
];

/** Brings back what was known before and all transactions as they last were. One file holds both, so that one rename replaces both. */
export function openMemory(stateDir: string, { vnpay, tmnCode }: { vnpay: SimulatedVnpay; tmnCode: string }): Promise<Journal> {
  return openJournal(join(stateDir, FILE), (line) => {
    if (Array.isArray(line)) return know(vnpay, tmnCode, line as KnownLine);
    const entry = line as Entry;
    if ('merchant' in entry) vnpay.merchants.set(...entry.merchant);
    else vnpay.store.put(entry.transaction);
  });
}

/** Makes the VNPAY that next starts in `stateDir` know these payments by VNPAY, at its own merchant, and nothing else. */
export const rememberPayments: RememberWorld = (stateDir, { payments = [] }) => {
  const own = [...payments].filter(({ provider }) => provider === 'VNPAY');
  let serial = 0;
  for (const { providerTransactionId: id } of own) if (id !== null && isSerial(id)) serial = Math.max(serial, Number(id));
  // Each its own number, written down, so that a statement says the same at every start.
  const numberOf = (payment: KnownPayment) => payment.providerTransactionId ?? (cameToNothing(payment) ? '0' : String(++serial));
  const lines = own.map((payment) => lineOf(payment, numberOf(payment)));
  // A refund stands at its payment, which must be there first.
  const order = [...lines.filter(([type]) => type === 'PAY'), ...lines.filter(([type]) => type === 'REFUND')];
  return replaceJournal(join(stateDir, FILE), order);
};

/** VNPAY writes 0 for what never became a transaction: nobody paid while the window was open. */
function cameToNothing({ type, status }: KnownPayment): boolean {
  return type === 'PAY' && status === 'FAILED';
}

function lineOf({ type, reference, amount, status, createdAt, at, originalTransactionId }: KnownPayment, transactionNo: string): KnownLine {
  const original: [string?] = originalTransactionId === null ? [] : [originalTransactionId];
  return [type, reference, transactionNo, amount, status, createdAt.getTime(), at.getTime(), ...original];
}

function know({ store }: SimulatedVnpay, tmnCode: string, line: KnownLine): void {
  const [type, reference, transactionNo, amount, status, createdAt, at, originalTransactionNo = ''] = line;
  if (type === 'PAY') {
    const common = { tmnCode, reference, amount, transactionNo, createDate: toWireTime(new Date(createdAt)) };
    store.put({ ...common, ...(status === 'PENDING' ? {} : outcomeOf(line)) });
    return;
  }
  const payment = store.find(tmnCode, reference);
  const state = REFUND_STATES[status];
  if (payment !== undefined) {
    const refund = { requestId: '', amount, full: amount === payment.amount, transactionNo, at, outcome: state, state };
    store.put({ ...payment, refunds: [...payment.refunds, refund] });
  } else if (status === 'SUCCESS') {
    store.put({ type, tmnCode, reference, amount, transactionNo, originalTransactionNo, ...outcomeOf(line) });
  }
}

const REFUND_STATES = { SUCCESS: '00', FAILED: '09', PENDING: '05' } as const;

function outcomeOf([, , transactionNo, , status, , at]: KnownLine): Partial<NewTransaction> {
  if (status === 'SUCCESS') return { responseCode: '00', transactionStatus: '00', payDate: at };
  return { responseCode: transactionNo === '0' ? '11' : '24', transactionStatus: '02', payDate: at };
}
