import { toWireTime } from './wire.values.ts';

/** A refund in the simulator. Its state follows from the time: 05, then 06, then its outcome. */
export interface SimulatedRefund {
  requestId: string;
  amount: number;
  full: boolean;
  transactionNo: string;
  at: number;
  outcome: '00' | '09';
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
}

/** What a new transaction must say; the rest is usual. */
export type NewTransaction = Pick<SimulatedTransaction, 'tmnCode' | 'reference' | 'amount'> & Partial<SimulatedTransaction>;

/** The transactions of all merchants. */
export class TransactionStore {
  readonly #transactions = new Map<string, SimulatedTransaction>();
  #lastNumber = 14_000_000;

  get size(): number {
    return this.#transactions.size;
  }

  nextNumber(): string {
    this.#lastNumber += 1;
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
      ...given,
      transactionNo,
    };
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

/** The Vietnamese day of an instant, YYYY-MM-DD. */
export function dayOf(at: number): string {
  const text = toWireTime(new Date(at));
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

function keyOf(tmnCode: string, reference: string, type: string): string {
  return `${tmnCode} ${type} ${reference}`;
}
