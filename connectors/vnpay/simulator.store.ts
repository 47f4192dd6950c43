import { toWireTime } from './wire.values.ts';

/** Processed by VNPAY (05), sent to the bank (06), done (00), rejected (09). */
export type RefundState = '05' | '06' | '00' | '09';

/** A refund in the simulator. Its state follows from the time: 05, then 06, then its outcome. */
export interface SimulatedRefund {
  /** '' for one that VNPAY was not asked for in this life. */
  requestId: string;
  amount: number;
  full: boolean;
  transactionNo: string;
  at: number;
  outcome: RefundState;
  /** What it is whatever the time: because it was known before, or an operator said so. */
  state?: RefundState | undefined;
}

/** A transaction in the simulator. Amounts are whole đồng, times epoch milliseconds. */
export interface SimulatedTransaction {
  type: 'PAY' | 'REFUND' | 'ADJUST';
  tmnCode: string;
  reference: string;
  amount: number;
  orderInfo: string;
  /** vnp_CreateDate; '' for one that came by the operators' API. */
  createDate: string;
  expiresAt: number | undefined;
  returnUrl: string | undefined;
  /** The pay page's own query, to know the same order again. */
  query: string;
  /** Undefined: the payer has not decided yet. */
  responseCode: string | undefined;
  transactionStatus: string;
  transactionNo: string;
  originalTransactionNo: string;
  bankCode: string;
  bankTransactionNo: string;
  channel: string;
  payDate: number;
  /** Given by the operators' API; by contract otherwise. */
  fee: number | undefined;
  feeVat: number | undefined;
  net: number | undefined;
  refunds: SimulatedRefund[];
  notices: { sent: number; lastCode: string | undefined; done: boolean };
  /** Whether the hub is still to be told of its end. */
  telling: boolean;
}

/** What a new transaction must say; the rest is usual. */
export type NewTransaction = Pick<SimulatedTransaction, 'tmnCode' | 'reference' | 'amount'> & Partial<SimulatedTransaction>;

/** The transactions of all merchants. */
export class TransactionStore {
  readonly #transactions = new Map<string, SimulatedTransaction>();
  readonly #now: () => number;
  #lastNumber = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#transactions.size;
  }

  /** Never one that was given before: not in this life, and by the clock not in one that nobody remembers. */
  nextNumber(): string {
    this.#lastNumber = Math.max(this.#lastNumber + 1, Math.floor(this.#now() / 1_000));
    return String(this.#lastNumber);
  }

  /** Keeps a transaction, instead of an earlier one of that merchant, type and reference. */
  put(given: NewTransaction): SimulatedTransaction {
    const transactionNo = given.transactionNo ?? this.nextNumber();
    const transaction: SimulatedTransaction = {
      type: 'PAY',
      orderInfo: `Thanh toan ${given.reference}`,
      createDate: '',
      expiresAt: undefined,
      returnUrl: undefined,
      query: '',
      responseCode: undefined,
      transactionStatus: '01',
      originalTransactionNo: '',
      bankCode: 'NCB',
      bankTransactionNo: `VNP${transactionNo}`,
      channel: 'ATM',
      payDate: 0,
      fee: undefined,
      feeVat: undefined,
      net: undefined,
      refunds: [],
      notices: { sent: 0, lastCode: undefined, done: false },
      telling: false,
      ...given,
      transactionNo,
    };
    for (const number of [transactionNo, ...transaction.refunds.map((refund) => refund.transactionNo)])
      if (isSerial(number)) this.#lastNumber = Math.max(this.#lastNumber, Number(number));
    this.#transactions.set(keyOf(transaction.tmnCode, transaction.reference, transaction.type), transaction);
    return transaction;
  }

  /** A payment by its merchant and reference. */
  find(tmnCode: string, reference: string): SimulatedTransaction | undefined {
    return this.#transactions.get(keyOf(tmnCode, reference, 'PAY'));
  }

  /** The first payment of that reference, whoever's. */
  findAny(reference: string): SimulatedTransaction | undefined {
    for (const transaction of this.#transactions.values())
      if (transaction.reference === reference && transaction.type === 'PAY') return transaction;
    return undefined;
  }

  all(): IterableIterator<SimulatedTransaction> {
    return this.#transactions.values();
  }

  first(count: number): SimulatedTransaction[] {
    const first: SimulatedTransaction[] = [];
    for (const transaction of this.#transactions.values()) {
      if (first.length === count) break;
      first.push(transaction);
    }
    return first;
  }

  clear(): void {
    this.#transactions.clear();
  }
}

/** Whether a transaction's number is one to count on from: VNPAY's own have up to 15 digits, of which three are left to grow. */
export function isSerial(transactionNo: string): boolean {
  return /^\d{1,12}$/.test(transactionNo);
}

/** The Vietnamese day of an instant, YYYY-MM-DD. */
export function dayOf(at: number): string {
  const text = toWireTime(new Date(at));
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

function keyOf(tmnCode: string, reference: string, type: string): string {
  return `${tmnCode} ${type} ${reference}`;
}
