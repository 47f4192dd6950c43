import { contractFee } from './money.ts';
import { Faults, type StatementFault } from './simulator.faults.ts';
import { type GatewayFault, type GatewayModes, gatewayModesRule, type NoticeFault } from './simulator.gateway.rules.ts';
import type { Journal } from './simulator.journal.ts';
import { dayAfter, dayOf, localTimeOf, pick, spoil } from './simulator.statement.ts';
import { type StatementRowInput, writeStatement } from './statement.writer.ts';

/** A refund in a simulated gateway. Times are epoch milliseconds, amounts whole đồng. */
export interface GatewayRefund {
  /** The hub's reference of it. */
  reference: string;
  amount: number;
  transactionId: string;
  at: number;
  /** What the clock or an operator made of it; undefined: the clock decides. */
  outcome: 'PENDING' | 'DONE' | 'REFUSED' | undefined;
}

/** An order in a simulated gateway. */
export interface GatewayOrder {
  merchant: string;
  reference: string;
  amount: number;
  text: string;
  createdAt: number;
  expiresAt: number | undefined;
  returnUrl: string;
  /** Where the hub wants to be told; empty: where the simulator was told that the hub is. */
  noticeUrl: string;
  /** What else came with it and is sent back. */
  extra: Record<string, string>;
  state: 'OPEN' | 'PAID' | 'FAILED' | 'REVERSED';
  /** The gateway's own result code; '' while it is open. */
  code: string;
  transactionId: string;
  bankCode: string;
  paidAt: number;
  /** Until when the gateway has not made up its mind about what the payer confirmed, and what it says till then. */
  inFlight?: { until: number; code: string | undefined };
  refunds: GatewayRefund[];
  notices: { sent: number; last: string; done: boolean };
}

/** A call that the gateway makes to the hub. */
export interface GatewayCall {
  method: 'GET' | 'POST';
  path: string;
  body: string;
}

/** What is peculiar to one gateway. */
export interface GatewayPlay {
  /** The graph's `PaymentProvider`, as statements name it. */
  provider: string;
  title: string;
  merchant: { code: string; secrets: Record<string, string> };
  /** What the payer may choose, by result code, with what becomes of the order. */
  outcomes: Readonly<Record<string, { label: string; state: GatewayOrder['state'] }>>;
  /** The notice of a decided order; undefined: this gateway says nothing of such an end. */
  noticeOf(order: GatewayOrder): GatewayCall | undefined;
  /** Whether the hub's answer ends the telling. */
  isTaken(answer: { status: number; body: string }): boolean;
  /** Where the payer's browser goes. */
  backTo(order: GatewayOrder): string;
  /** A notice changed after it was signed, and one without its signature. */
  tamper(call: GatewayCall): GatewayCall;
  unsign(call: GatewayCall): GatewayCall;
}

/** A simulated payment gateway: its orders, what its payers decide, its notices and its settlement files. */
export class SimulatedGateway {
  readonly play: GatewayPlay;
  readonly now: () => number;
  readonly orders = new Map<string, GatewayOrder>();
  readonly noticeFaults = new Faults<NoticeFault>();
  readonly callFaults = new Faults<GatewayFault>();
  statementFaults: StatementFault[] = [];
  modes: GatewayModes = gatewayModesRule.parse({});
  journal: Journal | undefined;
  /** Where it listens. */
  url = '';
  readonly #hubUrl: string | undefined;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #closing = new AbortController();
  #serial = 0;

  constructor(play: GatewayPlay, { now, hubUrl }: { now: () => number; hubUrl: string | undefined }) {
    this.play = play;
    this.now = now;
    this.#hubUrl = hubUrl;
  }

  get stopped(): AbortSignal {
    return this.#closing.signal;
  }

  /** Never one that was given before: by the clock not even in a life that nobody remembers. */
  nextId(): string {
    this.#serial = Math.max(this.#serial + 1, Math.floor(this.now() / 100));
    return String(this.#serial);
  }

  /** Takes up an order, once; undefined: there was one of that reference. */
  open(given: Pick<GatewayOrder, 'merchant' | 'reference' | 'amount'> & Partial<GatewayOrder>): GatewayOrder | undefined {
    if (this.orders.has(given.reference)) return undefined;
    const order: GatewayOrder = {
      text: '',
      createdAt: this.now(),
      expiresAt: undefined,
      returnUrl: '',
      noticeUrl: '',
      extra: {},
      state: 'OPEN',
      code: '',
      transactionId: '',
      bankCode: 'NCB',
      paidAt: 0,
      refunds: [],
      notices: { sent: 0, last: '', done: false },
      ...given,
    };
    this.keep(order);
    return order;
  }

  /** Where the hub is; undefined: nobody said. */
  get hubUrl(): string | undefined {
    return this.modes.hubUrl ?? this.#hubUrl;
  }

  /** Keeps what became of an order, also beyond this process. */
  keep(order: GatewayOrder): void {
    this.orders.set(order.reference, order);
    this.journal?.append(order);
  }

  /** Ends an order as its payer, an operator or the clock decided. The first decision stands. */
  decide(order: GatewayOrder, code: string, notify = true): void {
    if (order.state !== 'OPEN') return;
    order.code = code;
    order.state = this.play.outcomes[code]?.state ?? 'FAILED';
    order.paidAt = this.now();
    order.transactionId ||= this.nextId();
    const { inFlightMs, inFlightCode: word } = this.modes;
    if (notify && inFlightMs > 0) order.inFlight = { until: order.paidAt + inFlightMs, code: word };
    this.keep(order);
    if (notify) this.#notify(order);
  }

  /** Sends its notice again, whatever was answered before. */
  resend(order: GatewayOrder): void {
    const call = this.play.noticeOf(order);
    order.notices.done = false;
    if (call !== undefined) this.#later(0, () => this.#send(order, call, 1));
  }

  #notify(order: GatewayOrder): void {
    const befallen = this.noticeFaults.take((fault) => fault.reference === undefined || fault.reference === order.reference);
    const faults = new Map(befallen.map((fault) => [fault.kind, fault]));
    const told = faults.has('WRONG_AMOUNT') ? { ...order, amount: order.amount + 1_000 } : order;
    let call = this.play.noticeOf(told);
    if (call === undefined || faults.has('LOST')) return;
    if (faults.has('TAMPERED')) call = this.play.tamper(call);
    if (faults.has('UNSIGNED')) call = this.play.unsign(call);
    const sent = call;
    const wait = Math.max(0, (order.inFlight?.until ?? 0) - this.now());
    const delay = wait + (faults.get('DELAYED')?.ms ?? this.modes.noticeDelayMs);
    this.#later(delay, () => this.#send(order, sent, 1));
    if (faults.has('DOUBLE')) this.#later(delay, () => this.#send(order, sent, this.modes.noticeAttempts));
  }

  async #send(order: GatewayOrder, call: GatewayCall, attempt: number): Promise<void> {
    const hub = this.hubUrl;
    const url = order.noticeUrl !== '' ? order.noticeUrl : hub === undefined ? undefined : `${hub.replace(/\/+$/, '')}${call.path}`;
    if (url === undefined) return;
    order.notices.sent += 1;
    const answer = await this.#ask(url, call);
    if (this.stopped.aborted || this.orders.get(order.reference) !== order) return;
    order.notices.last = `${answer.status} ${answer.body}`.slice(0, 200);
    order.notices.done ||= this.play.isTaken(answer);
    if (!order.notices.done && attempt < this.modes.noticeAttempts) {
      this.#later(this.modes.noticeRetryMs, () => this.#send(order, call, attempt + 1));
    } else this.keep(order);
  }

  /** Status 0: nothing came back. */
  async #ask(url: string, { method, body }: GatewayCall): Promise<{ status: number; body: string }> {
    try {
      const response = await fetch(url, {
        method,
        ...(method === 'POST' && { body, headers: { 'content-type': 'application/json; charset=utf-8' } }),
        signal: AbortSignal.any([this.stopped, AbortSignal.timeout(this.modes.noticeTimeoutMs)]),
      });
      return { status: response.status, body: await response.text() };
    } catch (error) {
      return { status: 0, body: (error as Error).name };
    }
  }

  #later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work().catch((error: Error) => {
        // A simulated gateway has nobody else to tell.
        if (!this.stopped.aborted) process.emitWarning(error);
      });
    }, ms);
    this.#timers.add(timer);
  }

  /** Whether the gateway has not made up its mind yet about what the payer confirmed. */
  isInFlight({ inFlight }: GatewayOrder): boolean {
    return inFlight !== undefined && this.now() < inFlight.until;
  }

  /** What a refund is by now: under way for a while, then what its outcome says. */
  refundState(refund: GatewayRefund): 'PENDING' | 'DONE' | 'REFUSED' {
    if (refund.outcome !== undefined) return refund.outcome;
    return this.now() - refund.at < this.modes.refundMs ? 'PENDING' : this.modes.refundOutcome;
  }

  /** The day's settlement file in the canonical form, with the faults that are set for it. */
  statement(businessDate: string): AsyncGenerator<Uint8Array> {
    const merchantCode = this.play.merchant.code;
    const faults = this.statementFaults.filter((fault) => fault.businessDate === businessDate);
    const rows = this.#rows(businessDate);
    for (const fault of this.statementFaults) {
      if (fault.kind !== 'OTHER_DAY' || dayAfter(fault.businessDate) !== businessDate) continue;
      const moved = pick(this.#rows(fault.businessDate), fault);
      if (moved !== undefined) rows.push(moved);
    }
    for (const fault of faults) spoil(rows, fault);
    const generatedAt = `${dayAfter(businessDate)}T01:00:00+07:00`;
    const header = { provider: this.play.provider, merchantCode, businessDate, generatedAt, sequence: 1 };
    const damaged = faults.some(({ kind }) => kind === 'DAMAGED_TRAILER');
    const trailer = (line: string) => line.replace(/^T,(\d+)/, (_, count) => `T,${Number(count) + 1}`);
    return writeStatement(header, rows, damaged ? { trailer } : {});
  }

  #rows(day: string): StatementRowInput[] {
    const batchId = `${this.play.merchant.code}-${day.replaceAll('-', '')}`;
    const rows: StatementRowInput[] = [];
    for (const order of this.orders.values()) {
      if ((order.state === 'PAID' || order.state === 'REVERSED') && dayOf(order.paidAt) === day) rows.push(this.#payRow(order, batchId));
      for (const refund of order.refunds) {
        if (this.refundState(refund) !== 'DONE' || dayOf(refund.at) !== day) continue;
        const { net: _, ...payment } = this.#payRow(order, batchId);
        const money = { gross: refund.amount, fee: 0, feeVat: 0, status: 'SUCCESS' as const, time: localTimeOf(refund.at) };
        rows.push({
          ...payment,
          ...money,
          type: 'REFUND',
          providerTransactionId: refund.transactionId,
          originalProviderTransactionId: order.transactionId,
        });
      }
    }
    return rows;
  }

  #payRow(order: GatewayOrder, batchId: string): StatementRowInput {
    return {
      type: 'PAY',
      merchantRef: order.reference,
      providerTransactionId: order.transactionId,
      originalProviderTransactionId: '',
      bankCode: order.bankCode,
      bankTransactionId: `B${order.transactionId}`,
      channel: 'WALLET',
      time: localTimeOf(order.paidAt),
      gross: order.amount,
      ...contractFee(order.amount, { ratePpm: this.modes.feeRatePpm, vatPercent: this.modes.feeVatPercent }),
      status: order.state === 'REVERSED' ? 'REVERSED' : 'SUCCESS',
      batchId,
      orderInfo: order.text,
    };
  }

  /** Forgets everything, on the disk too. */
  reset(): void {
    this.#forgetTimers();
    this.orders.clear();
    this.noticeFaults.clear();
    this.callFaults.clear();
    this.statementFaults = [];
    this.modes = gatewayModesRule.parse({});
    this.journal?.clear();
  }

  stop(): void {
    this.#closing.abort();
    this.#forgetTimers();
  }

  #forgetTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
