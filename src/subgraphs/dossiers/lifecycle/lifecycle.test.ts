import { describe, expect, it } from 'vitest';
import { type DossierStatus, STATUS_BY_NATIONAL_CODE as STATES } from '../../../platform/graphql/enums.ts';
import { judge, type Move, reachable, type Situation } from './judge.ts';
import { nameOfState } from './labels.ts';
import { NEXT_STATES } from './lifecycle.ts';
import { reDatingKey, reDatingOf } from './re-dating.ts';
import type { Mover } from './transitions.ts';

/** What follows each national state 1 … 10, as the published reading of the decree has it. */
const NEXT = [
  [2, 3, 4, 5, 6, 7, 9],
  [4, 5, 6, 7, 8, 9, 10],
  [],
  [5, 6, 7, 8, 9],
  [1, 2, 3, 4, 7, 8],
  [1, 2, 3, 4, 7, 8, 9],
  [1, 2, 4, 5, 8],
];
NEXT.push([10], [4, 6, 10], []);

const NOW = new Date('2025-09-30T09:00:00+07:00');
const DUE = new Date('2025-10-02T17:00:00+07:00');
const LATER = new Date('2025-10-06T17:00:00+07:00');
const MOVERS: readonly Mover[] = ['APPLICANT', 'UNIT', 'SYSTEM'];
const BEFORE: readonly DossierStatus[] = ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'RESOLVED'];
const whole: Omit<Move, 'to'> = { reason: 'vì', documents: 1, fees: 1, newDueAt: undefined };
const standing = (from: DossierStatus, over: Partial<Situation> = {}): Situation => ({
  ...{ from, movers: new Set(['UNIT']), voided: false, before: 'ACCEPTED', supplemented: false, reDated: false },
  ...{ dueAt: DUE, owes: false, now: NOW },
  ...over,
});

/** The same rules in the words of the law, one after the other: who may, and what the state alone does not tell. */
function lawful(mover: Mover, { from, to, before }: { from: DossierStatus; to: DossierStatus; before: DossierStatus }): boolean {
  const [a, b, back] = [from, to, before].map((state) => STATES.indexOf(state) + 1) as [number, number, number];
  if (!(NEXT[a - 1] ?? []).includes(b)) return false;
  // The applicant withdraws, by themselves or at the desk; what they withdrew goes on where it was, whoever says so.
  if (b === 7) return mover !== 'SYSTEM';
  if (a === 7 && b !== 8) return mover !== 'SYSTEM' && b === back;
  // Beyond that the applicant answers a request for papers: to where the dossier was, or to the beginning.
  if (mover === 'APPLICANT') return a === 5 && (b === 1 || ((b === 2 || b === 4) && b === back));
  // The hub itself acts on money alone.
  if (mover === 'SYSTEM') return a === 6 && [1, 2, 4, 9].includes(b) && b === back;
  return true;
}

describe('the state machine over all pairs of states', () => {
  it('foresees what the decree names, and no more', () => {
    for (const [at, state] of STATES.entries()) expect(NEXT_STATES[state].map((to) => STATES.indexOf(to) + 1)).toEqual(NEXT[at]);
  });

  it.each(MOVERS)('lets %s make the lawful moves and names them where another is tried', (mover) => {
    for (const from of STATES) {
      for (const before of BEFORE) {
        const situation = standing(from, { movers: new Set([mover]), before });
        const open = STATES.filter((to) => lawful(mover, { from, to, before }));
        expect(reachable(situation)).toEqual(open);
        for (const to of STATES) {
          if (to === from) continue;
          const verdict = judge(situation, { ...whole, to });
          if (open.includes(to)) {
            expect(verdict).toMatchObject({ transition: { from, to } });
            continue;
          }
          if (!('error' in verdict)) throw new Error(`${mover} may move ${from} to ${to}`);
          expect(verdict.error).toMatchObject({ code: 'ILLEGAL_TRANSITION', field: ['input', 'to'] });
          const goals = (text: string) => STATES.filter((state) => text.slice(text.indexOf('. ')).includes(nameOfState(state)));
          expect(goals(verdict.error.text.vi)).toEqual(open);
          expect(goals(verdict.error.text.en)).toEqual(open);
        }
      }
    }
  });

  it('gives a person of both sides what either may', () => {
    const both = standing('PROCESSING', { movers: new Set<Mover>(['APPLICANT', 'UNIT']) });
    expect(reachable(both)).toEqual(NEXT_STATES.PROCESSING);
  });

  it('moves nothing that was voided, and nothing for who has no part in it', () => {
    for (const from of STATES) {
      expect(reachable(standing(from, { voided: true, movers: new Set(MOVERS) }))).toEqual([]);
      expect(reachable(standing(from, { movers: new Set() }))).toEqual([]);
      for (const to of STATES) {
        expect(judge(standing(from, { voided: true, movers: new Set(MOVERS) }), { ...whole, to, newDueAt: LATER })).toMatchObject({
          error: { code: 'ILLEGAL_TRANSITION', text: { vi: expect.stringContaining('đã bị hủy') } },
        });
      }
    }
  });
});

describe('what moves demand', () => {
  const field = (from: DossierStatus, to: DossierStatus, given: Partial<Move>, over: Partial<Situation> = {}) => {
    const verdict = judge(standing(from, over), { ...whole, ...given, to });
    return 'error' in verdict ? [verdict.error.code, verdict.error.field?.at(-1)] : 'made';
  };

  it('a refusal, a stop, a withdrawal, its settlement and a request for papers give a reason, and so does taking a result back', () => {
    const pairs: [DossierStatus, DossierStatus][] = [];
    for (const from of STATES) {
      for (const to of NEXT_STATES[from]) {
        const reasoned = ['REFUSED', 'STOPPED', 'WITHDRAWAL_REQUESTED', 'SUPPLEMENT_REQUESTED'].includes(to);
        if (reasoned || from === 'WITHDRAWAL_REQUESTED' || (from === 'RESOLVED' && to === 'PROCESSING')) pairs.push([from, to]);
        else expect(field(from, to, { reason: undefined })).toBe('made');
      }
    }
    expect(pairs.length).toBeGreaterThan(15);
    for (const [from, to] of pairs) {
      const movers = new Set<Mover>(['APPLICANT', 'UNIT']);
      expect(field(from, to, { reason: undefined }, { movers, before: to })).toEqual(['INVALID', 'note']);
      expect(field(from, to, {}, { movers, before: to })).toBe('made');
    }
  });

  it('an answer brings papers, a request for money its fees or the dossier has them', () => {
    for (const to of ['SUBMITTED', 'ACCEPTED', 'PROCESSING'] as const) {
      expect(field('SUPPLEMENT_REQUESTED', to, { documents: 0 })).toEqual(['INVALID', 'documents']);
      expect(field('SUPPLEMENT_REQUESTED', to, { documents: 0 }, { movers: new Set(['APPLICANT']), before: to })).toEqual([
        'INVALID',
        'documents',
      ]);
    }
    for (const from of ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'RESOLVED'] as const) {
      expect(field(from, 'PAYMENT_REQUESTED', { fees: 0 })).toEqual(['INVALID', 'fees']);
      expect(field(from, 'PAYMENT_REQUESTED', { fees: 0 }, { owes: true })).toBe('made');
    }
  });

  it('a withdrawal that the desk records brings the applicant’s request on paper', () => {
    for (const from of ['SUBMITTED', 'ACCEPTED', 'PROCESSING', 'SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'] as const) {
      expect(field(from, 'WITHDRAWAL_REQUESTED', { documents: 0 })).toEqual(['INVALID', 'documents']);
      expect(field(from, 'WITHDRAWAL_REQUESTED', {})).toBe('made');
      expect(field(from, 'WITHDRAWAL_REQUESTED', { documents: 0 }, { movers: new Set(['APPLICANT']) })).toBe('made');
    }
  });

  it('papers are asked for once', () => {
    for (const from of ['SUBMITTED', 'ACCEPTED', 'PROCESSING'] as const) {
      const verdict = judge(standing(from, { supplemented: true }), { ...whole, to: 'SUPPLEMENT_REQUESTED' });
      expect(verdict).toMatchObject({ error: { code: 'ILLEGAL_TRANSITION', text: { vi: expect.stringContaining('một lần') } } });
      expect(reachable(standing(from, { supplemented: true }))).not.toContain('SUPPLEMENT_REQUESTED');
    }
    // A withdrawal that is taken back while papers are waited for is no second request.
    expect(field('WITHDRAWAL_REQUESTED', 'SUPPLEMENT_REQUESTED', {}, { supplemented: true, before: 'SUPPLEMENT_REQUESTED' })).toBe('made');
  });

  it('a due date is moved once, with a reason, to a later one, before it passes, by the unit', () => {
    for (const state of ['ACCEPTED', 'PROCESSING'] as const) {
      const again = (given: Partial<Move>, over: Partial<Situation> = {}) => field(state, state, { newDueAt: LATER, ...given }, over);
      expect(again({})).toBe('made');
      expect(again({}, { now: DUE })).toBe('made');
      expect(again({}, { now: new Date(DUE.getTime() + 1) })).toEqual(['ILLEGAL_TRANSITION', 'to']);
      expect(again({}, { reDated: true })).toEqual(['ILLEGAL_TRANSITION', 'to']);
      expect(again({}, { dueAt: null })).toEqual(['ILLEGAL_TRANSITION', 'to']);
      expect(again({}, { movers: new Set(['APPLICANT', 'SYSTEM']) })).toEqual(['ILLEGAL_TRANSITION', 'to']);
      expect(again({ reason: undefined })).toEqual(['INVALID', 'note']);
      for (const newDueAt of [undefined, DUE, NOW]) expect(again({ newDueAt })).toEqual(['INVALID', 'newDueAt']);
    }
    for (const state of STATES.filter((each) => each !== 'ACCEPTED' && each !== 'PROCESSING')) {
      expect(field(state, state, { newDueAt: LATER })).toEqual(['ILLEGAL_TRANSITION', 'to']);
    }
  });

  it('keeps the dates of a moved due date in the key of its step', () => {
    expect(reDatingOf(reDatingKey({ from: DUE, to: LATER }))).toEqual({ from: DUE, to: LATER });
    expect(reDatingOf('hub 0192')).toBeUndefined();
    expect(reDatingOf('hub re-dated')).toBeUndefined();
  });
});
