import { Faults, type StatementFault } from '../contract/simulator.faults.ts';
import type { Journal } from '../contract/simulator.journal.ts';
import { type ApiFault, type Modes, modesRule, type NoticeFault } from './simulator.modes.ts';
import { dayOf, type NewTransaction, type SimulatedTransaction, TransactionStore } from './simulator.store.ts';
import { canonical, sign } from './wire.sign.ts';
import { toWireTime } from './wire.values.ts';

/** What is written down: a transaction as it now is, or a merchant that was added. */
export type Entry = { transaction: SimulatedTransaction } | { merchant: [code: string, secret: string] };

/** The simulated VNPAY: its merchants and transactions, and the notices that it sends. */
export class SimulatedVnpay {
  readonly store: TransactionStore;
  readonly noticeFaults = new Faults<NoticeFault>();
  readonly apiFaults = new Faults<ApiFault>();
  readonly merchants: Map<string, string>;
  /** Outcomes decided by an operator before the payer came, by reference. */
  readonly presets = new Map<string, Outcome>();
  readonly now: () => number;
  statementFaults: StatementFault[] = [];
  modes: Modes = modesRule.parse({});
  /** Set once what it holds is known again. */
  journal: Journal | undefined;
  readonly #own: ReadonlyMap<string, string>;
  readonly #requests = { day: '', ids: new Set<string>() };
  readonly #hubUrl: string | undefined;
  readonly #closing = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(merchants: Iterable<[string, string]>, options: { now: () => number; hubUrl: string | undefined }) {
    this.#own = new Map(merchants);
    this.merchants = new Map(this.#own);
    this.now = options.now;
    this.store = new TransactionStore(this.now);
    this.#hubUrl = options.hubUrl;
  }

  /** Aborted when it stops. */
  get stopped(): AbortSignal {
    return this.#closing.signal;
  }

  stop(): void {
    this.#closing.abort();
    this.#forgetNotices();
  }

  /** Takes up what an earlier process left: the notices that it still owed, and which refunds it was asked for today. */
  resume(): void {
    const today = dayOf(this.now());
    for (const transaction of this.store.all()) {
      if (transaction.telling) this.#later(this.modes.ipnDelayMs, () => this.#send(transaction, signedQuery(this, transaction)));
      for (const { at, requestId } of transaction.refunds)
        if (requestId !== '' && dayOf(at) === today) this.repeats(transaction.tmnCode, requestId);
    }
  }

  /** Back to the beginning, on the disk too: transactions, merchants, faults, modes and the notices still to be sent. */
  reset(): void {
    this.#forgetNotices();
    this.store.clear();
    this.journal?.clear();
    this.merchants.clear();
    for (const [code, secret] of this.#own) this.merchants.set(code, secret);
    this.noticeFaults.clear();
    this.apiFaults.clear();
    this.presets.clear();
    this.#requests.ids.clear();
    this.statementFaults = [];
    this.modes = modesRule.parse({});
  }

  /** Keeps a new transaction, across its own end too. */
  put(given: NewTransaction): SimulatedTransaction {
    const transaction = this.store.put(given);
    this.keep(transaction);
    return transaction;
  }

  /** Writes down what transactions now are: before the answer that says so. */
  keep(...transactions: SimulatedTransaction[]): void {
    this.journal?.append(...transactions.map((transaction): Entry => ({ transaction })));
  }

  addMerchant(code: string, secret: string): void {
    this.merchants.set(code, secret);
    this.journal?.append({ merchant: [code, secret] } satisfies Entry);
  }

  /** Whether the merchant sent this request id before on this day; from now on it did. */
  repeats(tmnCode: string, requestId: string): boolean {
    const day = dayOf(this.now());
    const { ids } = this.#requests;
    if (this.#requests.day !== day) ids.clear();
    this.#requests.day = day;
    return ids.size === ids.add(`${tmnCode} ${requestId}`).size;
  }

  /** Ends a transaction as the payer, an operator or the clock decided, and tells the hub. The first decision stands. */
  decide(transaction: SimulatedTransaction, { responseCode, transactionStatus }: Outcome, notify = true): void {
    if (transaction.responseCode !== undefined) return;
    transaction.responseCode = responseCode;
    transaction.transactionStatus = transactionStatus ?? statusOf(responseCode);
    transaction.payDate = this.now();
    transaction.telling = notify;
    if (notify) this.#notify(transaction);
    this.keep(transaction);
  }

  /** Ends it where its window is over. */
  expire(transaction: SimulatedTransaction): void {
    if (transaction.expiresAt !== undefined && transaction.expiresAt <= this.now()) this.decide(transaction, { responseCode: '11' });
  }

  /** Sends its notice again, whatever was answered before. */
  resend(transaction: SimulatedTransaction): void {
    transaction.notices = { ...transaction.notices, done: false };
    this.#later(0, () => this.#send(transaction, signedQuery(this, transaction)));
  }

  #forgetNotices(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
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
    const { reference } = transaction;
    const befallen = this.noticeFaults.take((fault) => fault.reference === undefined || fault.reference === reference);
    const faults = new Map(befallen.map((fault) => [fault.kind, fault]));
    if (faults.has('LOST_IPN')) {
      transaction.telling = false;
      return;
    }
    const amount = transaction.amount + (faults.has('WRONG_AMOUNT') ? 1_000 : 0);
    let query = signedQuery(this, { ...transaction, amount });
    if (faults.has('TAMPERED_AMOUNT')) query = query.replace(/vnp_Amount=\d+/, 'vnp_Amount=100');
    if (faults.has('TAMPERED_SIGNATURE')) query = query.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    if (faults.has('UNSIGNED')) query = query.replace(/&vnp_SecureHash=\w+$/, '');
    if (faults.has('UPPER_CASE_SIGNATURE')) query = query.replace(/\w+$/, (hash) => hash.toUpperCase());
    if (faults.has('STRAY_PARAMETERS')) query = `utm_source=proxy&${query}&fbclid=1`;
    const delay = faults.get('DELAYED_IPN')?.ms ?? this.modes.ipnDelayMs;
    this.#later(delay, () => this.#send(transaction, query));
    if (faults.has('DOUBLE_IPN')) this.#later(delay, () => this.#send(transaction, query, this.modes.ipnAttempts));
  }

  async #send(transaction: SimulatedTransaction, query: string, attempt = 1): Promise<void> {
    const hub = this.modes.hubUrl ?? this.#hubUrl;
    if (hub === undefined) return;
    const { notices } = transaction;
    notices.sent += 1;
    notices.lastCode = await this.#get(`${hub.replace(/\/+$/, '')}/payments/vnpay/ipn?${query}`);
    // Stopped or reset meanwhile: nobody owes this notice any more.
    if (this.#closing.signal.aborted || this.store.find(transaction.tmnCode, transaction.reference) !== transaction) return;
    notices.done ||= notices.lastCode === '00' || notices.lastCode === '02';
    if (!notices.done && attempt < this.modes.ipnAttempts) {
      this.#later(this.modes.ipnRetryMs, () => this.#send(transaction, query, attempt + 1));
    } else if (transaction.telling) {
      transaction.telling = false;
      this.keep(transaction);
    }
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
