import { type Modes, modesRule, NoticeFaults, type StatementFault } from './simulator.modes.ts';
import { type SimulatedTransaction, TransactionStore } from './simulator.store.ts';
import { canonical, sign } from './wire.sign.ts';
import { toWireTime } from './wire.values.ts';

/** The simulated VNPAY: its merchants and transactions, and the notices that it sends. */
export class SimulatedVnpay {
  readonly store = new TransactionStore();
  readonly noticeFaults = new NoticeFaults();
  readonly merchants: Map<string, string>;
  /** Outcomes decided by an operator before the payer came, by reference. */
  readonly presets = new Map<string, Outcome>();
  readonly seenRequests = new Set<string>();
  readonly now: () => number;
  statementFaults: StatementFault[] = [];
  modes: Modes = modesRule.parse({});
  readonly #hubUrl: string | undefined;
  readonly #closing = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(merchants: Iterable<[string, string]>, options: { now: () => number; hubUrl: string | undefined }) {
    this.merchants = new Map(merchants);
    this.now = options.now;
    this.#hubUrl = options.hubUrl;
  }

  stop(): void {
    this.#closing.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Ends a transaction as the payer, an operator or the clock decided, and tells the hub. The first decision stands. */
  decide(transaction: SimulatedTransaction, { responseCode, transactionStatus }: Outcome, notify = true): void {
    if (transaction.responseCode !== undefined) return;
    transaction.responseCode = responseCode;
    transaction.transactionStatus = transactionStatus ?? statusOf(responseCode);
    transaction.payDate = this.now();
    if (notify) this.#notify(transaction);
  }

  /** Ends it where its window is over. */
  expire(transaction: SimulatedTransaction): void {
    if (transaction.expiresAt !== undefined && transaction.expiresAt <= this.now()) this.decide(transaction, { responseCode: '11' });
  }

  /** Sends its notice again, whatever was answered before. */
  resend(transaction: SimulatedTransaction): void {
    transaction.notices = { ...transaction.notices, done: false };
    this.#later(0, () => this.#send(transaction, signedQuery(this, transaction), 1));
  }

  /** Runs `work` unless the simulator stops before. */
  #later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      // Each attempt keeps its own failure as `lastCode`.
      work().catch(() => undefined);
    }, ms);
    this.#timers.add(timer);
  }

  #notify(transaction: SimulatedTransaction): void {
    const faults = new Map(this.noticeFaults.take(transaction.reference).map((fault) => [fault.kind, fault]));
    if (faults.has('LOST_IPN')) return;
    const amount = transaction.amount + (faults.has('WRONG_AMOUNT') ? 1_000 : 0);
    let query = signedQuery(this, { ...transaction, amount });
    if (faults.has('TAMPERED_AMOUNT')) query = query.replace(/vnp_Amount=\d+/, 'vnp_Amount=100');
    if (faults.has('TAMPERED_SIGNATURE')) query = query.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    const delay = faults.get('DELAYED_IPN')?.ms ?? this.modes.ipnDelayMs;
    this.#later(delay, () => this.#send(transaction, query, 1));
    if (faults.has('DOUBLE_IPN')) this.#later(delay, () => this.#send(transaction, query, this.modes.ipnAttempts));
  }

  async #send(transaction: SimulatedTransaction, query: string, attempt: number): Promise<void> {
    const hub = this.modes.hubUrl ?? this.#hubUrl;
    if (hub === undefined) return;
    const { notices } = transaction;
    notices.sent += 1;
    notices.lastCode = await this.#get(`${hub.replace(/\/+$/, '')}/payments/vnpay/ipn?${query}`);
    if (notices.lastCode === '00' || notices.lastCode === '02') notices.done = true;
    else if (attempt < this.modes.ipnAttempts) this.#later(this.modes.ipnRetryMs, () => this.#send(transaction, query, attempt + 1));
  }

  /** The RspCode of the answer, or why there is none. */
  async #get(url: string): Promise<string> {
    try {
      const response = await fetch(url, { signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(this.modes.ipnTimeoutMs)]) });
      const answer = (await response.json()) as { RspCode?: unknown };
      return response.ok && typeof answer.RspCode === 'string' ? answer.RspCode : `HTTP ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }
}

export interface Outcome {
  responseCode: string;
  transactionStatus?: string | undefined;
}

/** Suspected fraud is a hold, everything else that is no success an error. */
function statusOf(responseCode: string): string {
  return responseCode === '00' || responseCode === '07' ? responseCode : '02';
}

/** The signed query of a notice and of the browser's return. */
export function signedQuery({ merchants }: Pick<SimulatedVnpay, 'merchants'>, transaction: SimulatedTransaction): string {
  const paid = transaction.responseCode === '00' || transaction.responseCode === '07';
  const query = canonical([
    ['vnp_Amount', `${transaction.amount}00`],
    ['vnp_BankCode', transaction.bankCode],
    ['vnp_BankTranNo', paid ? transaction.bankTransactionNo : ''],
    ['vnp_CardType', transaction.channel],
    ['vnp_OrderInfo', transaction.orderInfo],
    ['vnp_PayDate', toWireTime(new Date(transaction.payDate))],
    ['vnp_ResponseCode', transaction.responseCode ?? '99'],
    ['vnp_TmnCode', transaction.tmnCode],
    ['vnp_TransactionNo', transaction.transactionNo],
    ['vnp_TransactionStatus', transaction.transactionStatus],
    ['vnp_TxnRef', transaction.reference],
  ]);
  return `${query}&vnp_SecureHash=${sign(query, merchants.get(transaction.tmnCode) ?? '')}`;
}
