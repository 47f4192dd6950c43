import type { KnownDossier, KnownPayment, KnownWorld } from '../../../connectors/contract/manifest.ts';
import { nationalCodeOf } from '../../platform/graphql/enums.ts';
import { procedures } from '../../subgraphs/dossiers/reference/procedures.ts';
import { generateQuarter, type SampleOptions } from './generate.ts';
import type { SampleDossier, SamplePayment } from './sample.ts';

const REPORTED_BY_OTHERS = new Set(procedures.filter((each) => each.reportedBy !== 'PROVINCE').map((each) => each.code));

/** What the portal was told of a dossier and has acknowledged; undefined: nothing, or it is not the hub's to report. */
export function knownDossier({ code, nationalCode, origin, procedure, steps, syncedThrough }: SampleDossier): KnownDossier | undefined {
  if (origin === 'MINISTRY_SYSTEM' || REPORTED_BY_OTHERS.has(procedure)) return undefined;
  const last = steps.findLast((step) => step.at < syncedThrough);
  return last === undefined ? undefined : { code, nationalCode, status: nationalCodeOf(last.status) };
}

/** What the gateways carried for the province's own merchants: every attempt, and what went back. */
export function knownPayments({ payments }: SampleDossier): KnownPayment[] {
  return payments
    .filter((payment) => !payment.external && payment.provider !== 'CASH')
    .flatMap((payment) => [attempt(payment), ...refund(payment)]);
}

function attempt({
  provider,
  reference,
  providerTransactionId,
  amount,
  status,
  createdAt,
  expiresAt,
  paidAt,
}: SamplePayment): KnownPayment {
  const failed = status === 'FAILED' || status === 'EXPIRED';
  const end = paidAt ?? (status === 'EXPIRED' ? expiresAt : null) ?? createdAt;
  return {
    ...{ provider, type: 'PAY', reference, providerTransactionId, originalTransactionId: null, amount },
    status: paidAt !== null ? 'SUCCESS' : failed ? 'FAILED' : 'PENDING',
    createdAt: new Date(createdAt),
    at: new Date(end),
  };
}

/** A refund that is on its way has its whole amount still before it. */
function refund({ provider, reference, providerTransactionId, amount, refundedAmount, status, refundedAt }: SamplePayment): KnownPayment[] {
  const pending = status === 'REFUND_PENDING';
  if (refundedAt === null || (!pending && refundedAmount === 0)) return [];
  const at = new Date(refundedAt);
  return [
    {
      ...{ provider, type: 'REFUND', reference, providerTransactionId: null, originalTransactionId: providerTransactionId },
      amount: pending ? amount : refundedAmount,
      status: pending ? 'PENDING' : 'SUCCESS',
      createdAt: at,
      at,
    },
  ];
}

/**
 * What the world outside knows when the sample begins: dossiers that the portal has acknowledged, and what the gateways carried.
 * Made anew from the options at each iteration, in order of submission; a database is not needed.
 */
export function sampleWorld(options: SampleOptions = {}): KnownWorld {
  return {
    dossiers: again(options, (dossier) => knownDossier(dossier) ?? []),
    payments: again(options, knownPayments),
  };
}

function again<T>(options: SampleOptions, read: (dossier: SampleDossier) => T | T[]): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      for (const dossier of generateQuarter(options)) {
        const known = read(dossier);
        if (Array.isArray(known)) yield* known;
        else yield known;
      }
    },
  };
}
