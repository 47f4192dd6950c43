import { UpstreamError } from '../../connectors/contract/errors.ts';
import type { PaymentFact, RefundFact, RefundRequest } from '../../connectors/contract/payment.ts';

/** How a gateway answers the next request for a refund. LOST: the money goes and the answer does not come. */
export type RefundAnswer = 'DONE' | 'ACCEPTED' | 'REFUSED' | 'LOST' | 'UNDELIVERED';

/** What really happened to the money, as the gateway knows it: the truth that the hub must come to in the end. */
export class RefundWorld {
  /** Per payment's reference: what became of it; absent: the payer has done nothing yet. */
  readonly outcomes = new Map<string, { paid: boolean; amount: number; transaction: string }>();
  /** Per refund's reference: what of which payment went back. */
  readonly returned = new Map<string, { reference: string; amount: number }>();
  /** Refunds that the gateway has refused for good. */
  readonly refused = new Set<string>();
  /** How often money of one refund went back: never more than once. */
  readonly repeated: string[] = [];
  answers: RefundAnswer[] = [];
  private serial = 0;

  /** The payer pays, or the payment fails; the first of it stands. */
  decide(reference: string, amount: number, paid: boolean): void {
    if (this.outcomes.has(reference)) return;
    this.serial += 1;
    this.outcomes.set(reference, { paid, amount, transaction: `W${this.serial}` });
  }

  fact(reference: string): PaymentFact {
    const outcome = this.outcomes.get(reference);
    if (outcome === undefined) return { reference, status: 'PENDING', code: '01' };
    const { paid, amount, transaction } = outcome;
    return { reference, status: paid ? 'SUCCEEDED' : 'FAILED', amount, providerTransactionId: transaction, code: '00' };
  }

  /** A gateway that knows a refund by its reference does it once, however often it is asked. */
  async refund({ refundReference, reference, amount }: RefundRequest): Promise<RefundFact> {
    const answer = this.answers.shift() ?? 'DONE';
    if (answer === 'UNDELIVERED') throw failed(false);
    if (this.refused.has(refundReference)) return { status: 'REFUSED', code: '95' };
    const known = this.returned.get(refundReference);
    if (known === undefined && answer === 'REFUSED') {
      this.refused.add(refundReference);
      return { status: 'REFUSED', code: '95' };
    }
    if (known !== undefined && known.amount !== amount) this.repeated.push(refundReference);
    this.returned.set(refundReference, { reference, amount });
    if (answer === 'LOST') throw failed(true);
    return answer === 'ACCEPTED' ? { status: 'ACCEPTED', code: '05' } : { status: 'DONE', code: '00' };
  }

  async queryRefund({ refundReference }: RefundRequest): Promise<RefundFact> {
    if (this.refused.has(refundReference)) return { status: 'REFUSED', code: '95' };
    return { status: this.returned.has(refundReference) ? 'DONE' : 'ACCEPTED', code: '00' };
  }

  /** Whole đồng of a payment that the gateway keeps for the unit. */
  kept(reference: string): number {
    const outcome = this.outcomes.get(reference);
    const back = [...this.returned.values()].filter((each) => each.reference === reference).reduce((sum, { amount }) => sum + amount, 0);
    return (outcome?.paid === true ? outcome.amount : 0) - back;
  }
}

function failed(outcomeUnknown: boolean): UpstreamError {
  return new UpstreamError('no answer', { code: 'TIMEOUT', retry: true, outcomeUnknown, unreachable: false });
}
