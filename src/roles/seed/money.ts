import type { PaymentProvider } from '../../../connectors/contract/payment.ts';
import { countsAsOnline } from '../../subgraphs/dossiers/reference/online-payment.ts';
import type { ReferenceProcedure } from '../../subgraphs/dossiers/reference/procedures.ts';
import type { Course } from './course.ts';
import type { PlannedDossier } from './plan.ts';
import { QUARTER_END, sampleFeeOf } from './profile.ts';
import { createPicker, type Random } from './random.ts';
import type { EpochMs, SampleFee, SampleOrigin, SamplePayment, SamplePaymentStatus } from './sample.ts';
import { DAY, HOUR, MINUTE, shortDate, toSecond } from './timetable.ts';

/** The money side of a dossier. */
export interface Money {
  fees: SampleFee[];
  payments: SamplePayment[];
  paidOnline: boolean;
  feesSettled: boolean;
}

/** What is to be paid, and what became of the dossier. */
interface Bill {
  amount: number;
  origin: SampleOrigin;
  planned: PlannedDossier;
  course: Course;
}

interface ProviderTraits {
  provider: PaymentProvider;
  /** In comparison, for dossiers of the portal and for others. */
  portal: number;
  elsewhere: number;
  /** Share collected by the one-stop system itself. */
  external: number;
  /** The smallest amount that the sample takes through it, in đồng. */
  least: number;
  /** How long a request to pay lives. */
  life: number;
  letter: string;
}

// Shares are invented: most who file at the portal also pay there.
const PROVIDERS: readonly ProviderTraits[] = [
  { provider: 'NATIONAL_PLATFORM', portal: 52, elsewhere: 8, external: 0.7, least: 0, life: 30 * MINUTE, letter: 'N' },
  { provider: 'VNPAY', portal: 24, elsewhere: 34, external: 0.3, least: 10_000, life: 15 * MINUTE, letter: 'V' },
  { provider: 'VIETQR', portal: 12, elsewhere: 38, external: 0.35, least: 0, life: DAY, letter: 'Q' },
  { provider: 'MOMO', portal: 7, elsewhere: 12, external: 0.2, least: 1_000, life: 15 * MINUTE, letter: 'M' },
  { provider: 'ZALOPAY', portal: 5, elsewhere: 8, external: 0.2, least: 1_000, life: 15 * MINUTE, letter: 'Z' },
].map((traits) => ({ ...traits, provider: traits.provider as PaymentProvider }));
const CASH: ProviderTraits = { provider: 'CASH', portal: 0, elsewhere: 0, external: 0.7, least: 0, life: 0, letter: 'C' };
const pickAtPortal = createPicker(PROVIDERS.map((traits) => traits.portal));
const pickElsewhere = createPicker(PROVIDERS.map((traits) => traits.elsewhere));

const ONLY_A_FACT = 0.14;
const FAILED_FIRST = 0.045;
const PARTIAL_REFUND = 0.004;
const PAID_TWICE = 0.0012;

/** Writes fees and payments, each reference once. */
export class Cashier {
  private readonly random: Random;
  private sequence = 0;

  constructor(random: Random) {
    this.random = random;
  }

  settle(planned: PlannedDossier, course: Course, origin: SampleOrigin): Money {
    const money: Money = { fees: [], payments: [], paidOnline: false, feesSettled: false };
    if (planned.fee === 'NONE') return money;
    const amount = this.amountOf(planned.procedure);
    money.fees.push(feeOf(planned, amount));
    if (planned.fee === 'EXEMPT') this.giveBack({ amount, origin, planned, course }, money);
    else if (planned.paidOnline) this.payOnline({ amount, origin, planned, course }, money);
    else this.payOtherwise({ amount, origin, planned, course }, money);
    return money;
  }

  /** Certified copies by pages and copies (Circular 226/2016/TT-BTC, capped); everything else by the case. */
  private amountOf(procedure: ReferenceProcedure): number {
    const { random } = this;
    const rule = procedure.feeRule;
    if (rule?.kind === 'tiered') {
      const pages = Math.ceil(random.next() ** 2 * 8) || 1;
      const copy = rule.tiers.reduce((sum, { fromPage, toPage, amount }) => {
        return sum + amount * Math.max(0, Math.min(pages, toPage ?? pages) - fromPage + 1);
      }, 0);
      return Math.min(copy, rule.maxPerCopy) * random.between(1, 10);
    }
    const perCopy = rule?.kind === 'flat' && rule.unit === 'copy';
    return sampleFeeOf(procedure) * (perCopy ? random.between(1, 6) : 1);
  }

  /** A refused or stopped dossier's fee is waived, and what was paid already goes back in full. */
  private giveBack({ amount, origin, planned, course }: Bill, money: Money): void {
    const ended = course.status === 'REFUSED' || course.status === 'STOPPED';
    if (!ended || planned.channel !== 'ONLINE' || !this.random.chance(0.4)) return;
    const payment = this.succeeded(this.traitsFor(amount, origin), amount, course.payableAt);
    const end = course.steps.at(-1)?.at ?? course.payableAt;
    // Paid after the dossier had ended: there is nothing to give back.
    if ((payment.paidAt ?? 0) > end) return;
    money.payments.push(this.refund(payment, amount, end));
  }

  private payOnline({ amount, origin, course }: Bill, money: Money): void {
    const { random } = this;
    if (random.chance(ONLY_A_FACT)) {
      money.paidOnline = true;
      money.feesSettled = true;
      return;
    }
    const traits = this.traitsFor(amount, origin);
    let at = Math.min(course.payableAt, QUARTER_END - 8 * MINUTE);
    if (random.chance(FAILED_FIRST) && at + traits.life + HOUR < QUARTER_END) {
      const first = this.unpaid(traits, amount, at);
      money.payments.push(first);
      // A failure is seen at once, and tried again; a page left open is not.
      at += (first.status === 'FAILED' ? 0 : traits.life) + random.between(1, 20) * MINUTE;
    }
    const lot = random.next();
    if (lot < PARTIAL_REFUND && at + 5 * DAY < QUARTER_END) {
      // More pages were counted at first than there were: the difference goes back.
      const over = Math.max(1_000, Math.round(amount / 2_000) * 1_000);
      const payment = this.succeeded(traits, amount + over, at);
      money.payments.push(this.refund(payment, over, payment.createdAt + 2 * HOUR));
      return;
    }
    const payment = this.succeeded(traits, amount, at);
    money.payments.push(payment);
    if (lot < PARTIAL_REFUND + PAID_TWICE && at + HOUR < QUARTER_END) {
      const second = this.succeeded(traits, amount, at + 9 * MINUTE);
      money.payments.push(this.refund(second, amount, second.createdAt + 5 * HOUR));
    }
  }

  /** In cash at the desk, or settled in some way of which the source says no more; who has not been served may still owe. */
  private payOtherwise({ amount, origin, planned, course }: Bill, money: Money): void {
    const { random } = this;
    const open = course.resolvedAt === null && (course.acceptedAt === null || random.chance(0.35));
    if (open) {
      if (planned.channel === 'ONLINE' && random.chance(0.5))
        money.payments.push(this.unpaid(this.traitsFor(amount, origin), amount, course.payableAt));
      return;
    }
    const at = course.acceptedAt ?? course.payableAt;
    if (random.chance(0.2)) money.feesSettled = true;
    else money.payments.push(this.succeeded(CASH, amount, Math.min(at, QUARTER_END - 8 * MINUTE)));
  }

  private traitsFor(amount: number, origin: SampleOrigin): ProviderTraits {
    const traits = PROVIDERS[(origin === 'NATIONAL_PORTAL' ? pickAtPortal : pickElsewhere)(this.random)] ?? CASH;
    if (amount >= traits.least) return traits;
    return PROVIDERS.find((each) => each.provider === (origin === 'NATIONAL_PORTAL' ? 'NATIONAL_PLATFORM' : 'VIETQR')) ?? traits;
  }

  private open(traits: ProviderTraits, amount: number, createdAt: EpochMs): SamplePayment {
    const external = this.random.chance(traits.external);
    this.sequence++;
    return {
      id: this.random.uuid(createdAt),
      provider: traits.provider,
      reference: `${shortDate(createdAt)}${traits.letter}${String(this.sequence).padStart(7, '0')}`,
      providerTransactionId: null,
      amount,
      refundedAmount: 0,
      status: 'PENDING',
      createdAt,
      expiresAt: external || traits.life === 0 ? null : createdAt + traits.life,
      paidAt: null,
      refundedAt: null,
      external,
      way: external ? 'SOURCE_SYSTEM' : 'HUB',
    };
  }

  private succeeded(traits: ProviderTraits, amount: number, createdAt: EpochMs): SamplePayment {
    const payment = this.open(traits, amount, toSecond(createdAt));
    payment.status = 'SUCCEEDED';
    payment.paidAt = payment.createdAt + this.random.between(traits.life === 0 ? 0 : 25, 420) * 1_000;
    if (countsAsOnline(traits.provider)) payment.providerTransactionId = this.transactionOf(traits.provider, payment.createdAt);
    return payment;
  }

  /** An attempt that came to nothing; one that may still be paid where the quarter ends first. */
  private unpaid(traits: ProviderTraits, amount: number, createdAt: EpochMs): SamplePayment {
    const at = toSecond(Math.min(createdAt, QUARTER_END - MINUTE));
    const payment = this.open(traits, amount, at);
    payment.external = false;
    payment.way = 'HUB';
    payment.expiresAt = at + traits.life;
    if (payment.expiresAt > QUARTER_END) payment.status = 'PENDING';
    else payment.status = this.random.chance(0.55) ? 'FAILED' : 'EXPIRED';
    if (payment.status === 'FAILED') payment.providerTransactionId = this.transactionOf(traits.provider, at);
    return payment;
  }

  private refund(payment: SamplePayment, amount: number, askedAt: EpochMs): SamplePayment {
    const refundedAt = toSecond(Math.max(askedAt, payment.paidAt ?? 0) + this.random.between(1, 90) * HOUR);
    const done = refundedAt <= QUARTER_END;
    const status: SamplePaymentStatus = amount < payment.amount ? 'PARTIALLY_REFUNDED' : 'REFUNDED';
    // Still on its way at the quarter's end: nothing has gone back yet.
    if (!done) return { ...payment, status: 'REFUND_PENDING', refundedAt: Math.min(askedAt, QUARTER_END) };
    return { ...payment, status, refundedAmount: amount, refundedAt };
  }

  /** In the length and the alphabet of each provider; beginning with 9, and each once. */
  private transactionOf(provider: PaymentProvider, at: EpochMs): string {
    const serial = String(this.sequence).padStart(7, '0');
    if (provider === 'MOMO') return `9000${serial}`;
    if (provider === 'ZALOPAY') return `${shortDate(at)}90${serial}`;
    if (provider === 'VIETQR') return `FT${shortDate(at)}9${serial}`;
    return provider === 'VNPAY' ? `9${serial}` : `NP${shortDate(at)}9${serial}`;
  }
}

function feeOf({ procedure, fee, paidOnline }: PlannedDossier, amount: number): SampleFee {
  const exempt = fee === 'EXEMPT';
  return {
    code: `${procedure.code}.${procedure.feeKind === 'FEE' ? 'P' : 'LP'}`,
    name: `${procedure.feeKind === 'FEE' ? 'Phí' : 'Lệ phí'} ${procedure.field.toLowerCase()}`,
    kind: procedure.feeKind,
    amount,
    exemptedAmount: exempt ? amount : 0,
    collection: exempt ? 'EXEMPT' : paidOnline ? 'BEFORE' : 'AFTER',
  };
}
