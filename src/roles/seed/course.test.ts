import { describe, expect, it } from 'vitest';
import { localDateOf } from '../../platform/time.ts';
import { addWorkingDays, calendar, isWorkingDay } from '../../subgraphs/dossiers/deadline/calendar.ts';
import { procedures, workingDaysOf } from '../../subgraphs/dossiers/reference/procedures.ts';
import { generateQuarter } from './generate.ts';
import { QUARTER, QUARTER_END } from './profile.ts';
import type { SampleDossier, SampleStatus } from './sample.ts';

const sample = [...generateQuarter({ dossiers: 12_000, seed: 5 })];
const procedureOf = new Map(procedures.map((procedure) => [procedure.code, procedure]));
const offenders = (check: (dossier: SampleDossier) => boolean) =>
  sample.filter((dossier) => !check(dossier)).map((dossier) => dossier.code);
const day = (at: number) => localDateOf(new Date(at));

describe('submission', () => {
  it('lies in the quarter; at a desk only while it is open', () => {
    expect(offenders(({ submittedAt }) => day(submittedAt) >= QUARTER.from && day(submittedAt) <= QUARTER.to)).toEqual([]);
    expect(offenders(({ channel, submittedAt }) => channel === 'ONLINE' || calendar.isOpen(new Date(submittedAt)))).toEqual([]);
    const daysOff = sample.filter((dossier) => !isWorkingDay(day(dossier.submittedAt)));
    expect(daysOff.length).toBeGreaterThan(100);
    expect(daysOff.every((dossier) => dossier.channel === 'ONLINE')).toBe(true);
  });

  it('is busiest on Mondays and in the morning', () => {
    const count = (check: (date: Date) => boolean) =>
      sample.filter(({ submittedAt }) => check(new Date(submittedAt + 7 * 3_600_000))).length;
    expect(count((date) => date.getUTCDay() === 1)).toBeGreaterThan(count((date) => date.getUTCDay() === 5));
    expect(count((date) => date.getUTCHours() === 9)).toBeGreaterThan(count((date) => date.getUTCHours() === 16));
    expect(count((date) => date.toISOString().slice(0, 10) === '2025-09-02')).toBeLessThan(40);
  });
});

describe('steps', () => {
  it('go forward in time, end in the status, and carry keys of their own', () => {
    const wrong = offenders(({ steps, status, submittedAt }) => {
      const ordered = steps.every((step, index) => step.at >= (steps[index - 1]?.at ?? submittedAt) && step.at <= QUARTER_END);
      return ordered && steps.at(-1)?.status === status && new Set(steps.map((step) => step.key)).size === steps.length;
    });
    expect(wrong).toEqual([]);
  });

  it('agree with the dossier’s own instants', () => {
    const lastOf = (dossier: SampleDossier, status: SampleStatus) => dossier.steps.findLast((step) => step.status === status)?.at ?? null;
    const wrong = offenders((dossier) => {
      const pairs: [SampleStatus, number | null][] = [
        ['ACCEPTED', dossier.acceptedAt],
        ['RESOLVED', dossier.resolvedAt],
        ['RETURNED', dossier.returnedAt],
        ['REFUSED', dossier.refusedAt],
      ];
      return pairs.every(([status, at]) => lastOf(dossier, status) === at) && (dossier.dueAt !== null) === (dossier.acceptedAt !== null);
    });
    expect(wrong).toEqual([]);
  });

  it('meet every status and every way out', () => {
    const statuses = new Set(sample.map((dossier) => dossier.status));
    for (const status of ['SUBMITTED', 'ACCEPTED', 'REFUSED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED']) {
      expect(statuses).toContain(status);
    }
    const met = new Set(sample.flatMap((dossier) => dossier.steps.map((step) => step.status)));
    for (const status of ['PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED'] as const) expect(met).toContain(status);
  });

  it('of a matter decided at the desk take minutes', () => {
    const atDesk = sample.filter((d) => d.channel !== 'ONLINE' && procedureOf.get(d.procedure)?.sameDay && d.status === 'RETURNED');
    const quick = atDesk.filter((dossier) => (dossier.returnedAt ?? 0) - dossier.submittedAt < 3_600_000);
    expect(quick.length).toBeGreaterThan(atDesk.length * 0.75);
    expect(quick[0]?.steps.map((step) => step.status)).toEqual(['SUBMITTED', 'ACCEPTED', 'RESOLVED', 'RETURNED']);
  });
});

describe('time limits', () => {
  it('follow the working calendar and the 15:00 rule', () => {
    const wrong = offenders((dossier) => {
      const days = workingDaysOf(procedureOf.get(dossier.procedure) ?? (procedures[0] as (typeof procedures)[number]));
      if (days === null || dossier.acceptedAt === null || dossier.supplements.length > 0) return true;
      const received = dossier.channel === 'ONLINE' ? dossier.acceptedAt : dossier.submittedAt;
      return dossier.dueAt === addWorkingDays(new Date(received), days).getTime();
    });
    expect(wrong).toEqual([]);
  });

  it('are mostly kept; some dossiers are late and some still run', () => {
    const resolved = sample.filter((dossier) => dossier.resolvedAt !== null);
    const late = resolved.filter((dossier) => (dossier.resolvedAt ?? 0) > (dossier.dueAt ?? 0));
    expect(late.length / resolved.length).toBeGreaterThan(0.005);
    expect(late.length / resolved.length).toBeLessThan(0.04);
    expect(sample.some((d) => d.status === 'PROCESSING' && (d.dueAt ?? QUARTER_END) < QUARTER_END)).toBe(true);
    expect(sample.some((d) => d.status === 'PROCESSING' && (d.dueAt ?? 0) > QUARTER_END)).toBe(true);
  });

  it('start anew when a dossier is complete; one request each', () => {
    const supplemented = sample.filter((dossier) => dossier.supplements.length > 0);
    expect(supplemented.length).toBeGreaterThan(50);
    const wrong = supplemented.filter(({ supplements: [first, ...more], dueAt, status }) => {
      if (first === undefined || more.length > 0) return true;
      if (first.receivedAt === null) return status !== 'SUPPLEMENT_REQUESTED' || dueAt !== first.previousDueAt;
      return first.receivedAt < first.requestedAt || dueAt !== first.newDueAt;
    });
    expect(wrong).toEqual([]);
  });
});
