import { describe, expect, it } from 'vitest';
import { countsAsOnline } from '../../subgraphs/dossiers/reference/online-payment.ts';
import { generateQuarter } from './generate.ts';
import { QUARTER_END } from './profile.ts';
import type { SampleDossier } from './sample.ts';

const sample = [...generateQuarter({ dossiers: 25_000, seed: 9 })];
const payments = sample.flatMap((dossier) => dossier.payments);
const due = ({ fees }: SampleDossier) => fees.reduce((sum, fee) => sum + fee.amount - fee.exemptedAmount, 0);
const net = (dossier: SampleDossier) =>
  dossier.payments.filter((each) => each.paidAt !== null).reduce((sum, each) => sum + each.amount - each.refundedAmount, 0);
const offenders = (check: (dossier: SampleDossier) => boolean) =>
  sample.filter((dossier) => !check(dossier)).map((dossier) => dossier.code);

describe('payments', () => {
  it('come by every provider and end in every way', () => {
    expect(new Set(payments.map((each) => each.provider))).toEqual(
      new Set(['VNPAY', 'MOMO', 'ZALOPAY', 'VIETQR', 'NATIONAL_PLATFORM', 'CASH']),
    );
    const statuses = new Set(payments.map((each) => each.status));
    for (const status of ['SUCCEEDED', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED']) expect(statuses).toContain(status);
  });

  it('carry references and transactions that are used once', () => {
    const references = payments.map((each) => each.reference);
    expect(new Set(references).size).toBe(references.length);
    expect(references.filter((reference) => !/^[A-Za-z0-9]+$/.test(reference))).toEqual([]);
    const transactions = payments.flatMap((each) => each.providerTransactionId ?? []);
    expect(new Set(transactions).size).toBe(transactions.length);
    expect(payments.filter((each) => each.provider === 'CASH' && each.providerTransactionId !== null)).toEqual([]);
  });

  it('hold whole amounts and instants that fit their status', () => {
    const wrong = payments.filter(({ amount, refundedAmount, status, paidAt, createdAt, refundedAt }) => {
      const paid = !['PENDING', 'FAILED', 'EXPIRED'].includes(status);
      const refunded =
        status === 'REFUNDED' ? amount : status === 'PARTIALLY_REFUNDED' ? Math.min(Math.max(refundedAmount, 1), amount - 1) : 0;
      const timely = (paidAt ?? createdAt) >= createdAt && Math.max(paidAt ?? 0, refundedAt ?? 0, createdAt) <= QUARTER_END;
      return !(Number.isInteger(amount) && amount > 0 && paid === (paidAt !== null) && refundedAmount === refunded && timely);
    });
    expect(wrong).toEqual([]);
  });

  it('follow the submission, and say how they were made', () => {
    expect(offenders((dossier) => dossier.payments.every((each) => each.createdAt >= dossier.submittedAt))).toEqual([]);
    expect(payments.filter((each) => each.external !== (each.way === 'SOURCE_SYSTEM'))).toEqual([]);
  });
});

describe('obligations', () => {
  it('are met by what was paid, settled elsewhere, or still open while the dossier is', () => {
    const wrong = offenders((dossier) => {
      if (dossier.feesSettled) return due(dossier) > 0 && dossier.payments.length === 0;
      if (dossier.payments.some((each) => each.status === 'REFUND_PENDING')) return net(dossier) > due(dossier);
      if (due(dossier) === 0) return net(dossier) === 0;
      return net(dossier) === due(dossier) || (net(dossier) === 0 && dossier.resolvedAt === null);
    });
    expect(wrong).toEqual([]);
  });

  it('are waived for some, and where a dossier was refused or stopped', () => {
    expect(sample.some((dossier) => dossier.status === 'RETURNED' && dossier.fees[0]?.collection === 'EXEMPT')).toBe(true);
    expect(offenders((dossier) => !['REFUSED', 'STOPPED'].includes(dossier.status) || due(dossier) === 0)).toEqual([]);
  });

  it('count as paid online only where no word is ambiguous: fully paid, and never by cash as well', () => {
    const wrong = offenders((dossier) => {
      const online = dossier.payments.filter((each) => each.paidAt !== null && countsAsOnline(each.provider, each.way));
      const cash = dossier.payments.some((each) => each.provider === 'CASH');
      return due(dossier) === 0 || online.length === 0 || (!cash && net(dossier) >= due(dossier));
    });
    expect(wrong).toEqual([]);
    expect(offenders((dossier) => !dossier.paidOnline || dossier.feesSettled)).toEqual([]);
  });
});
