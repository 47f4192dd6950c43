import { describe, expect, it } from 'vitest';
import { faultOf, sameAnswer } from '../bench/worklist/answer.ts';
import { judge, type Measured, median, type Round, turnOrder } from '../bench/worklist/rounds.ts';

const speed = (perSecond: number): Measured => ({ perSecond, ownCpu: undefined, databaseCpu: undefined, median: 1, p99: 2 });
const roundOf = (speeds: Record<string, number>): Round => new Map(Object.entries(speeds).map(([name, each]) => [name, speed(each)]));

describe('the arithmetic of rounds', () => {
  it('takes the middle, or the mean of both middles', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(() => median([])).toThrow(RangeError);
  });

  it('judges by the ratio of each round, so that a slow minute of the machine counts for nothing', () => {
    const rounds = [roundOf({ hub: 100, other: 200 }), roundOf({ hub: 10, other: 20 }), roundOf({ hub: 300, other: 100 })];
    const [verdict] = judge('hub', [{ against: 'other', atLeast: 0.5 }], rounds);
    expect(verdict).toEqual({ against: 'other', atLeast: 0.5, ratio: 0.5, rounds: [0.5, 0.5, 3], passed: true });
    expect(judge('hub', [{ against: 'other', atLeast: 0.51 }], rounds)[0]?.passed).toBe(false);
  });

  it('is no result where somebody answered nothing', () => {
    expect(() => judge('hub', [{ against: 'other', atLeast: 1 }], [roundOf({ hub: 100, other: 0 })])).toThrow('other');
    expect(() => judge('hub', [{ against: 'other', atLeast: 1 }], [roundOf({ hub: 100 })])).toThrow('other');
  });

  it('lets each begin in turn', () => {
    expect([0, 1, 2, 3].map((round) => turnOrder(['a', 'b', 'c'], round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });
});

describe('the check of an answer', () => {
  const node = (id: string, more: object = {}) => ({
    ...{ id, timeliness: 'RUNNING', applicant: { id: 'cit_1' }, payments: [], synchronizations: [], amountDue: 0 },
    ...{ procedure: { code: '1.001193' }, receivingUnit: { code: '32248' }, ...more },
  });
  const answer = (...nodes: object[]) => JSON.stringify({ data: { dossiers: { nodes, pageInfo: { hasNextPage: true, endCursor: 'x' } } } });
  const expected = { unit: '32248', ids: ['dos_1', 'dos_2'] };

  it('takes the page that the database holds', () => {
    expect(faultOf(answer(node('dos_1'), node('dos_2')), expected)).toBeUndefined();
  });

  it.each([
    ['a dossier too few', answer(node('dos_1')), /other dossiers/],
    ['another order', answer(node('dos_2'), node('dos_1')), /other dossiers/],
    ['a subgraph that kept silent', answer(node('dos_1'), node('dos_2', { payments: null })), /payments is missing at dos_2/],
    ['errors beside data', JSON.stringify({ data: { dossiers: null }, errors: [{ message: 'no' }] }), /errors/],
    ['a page of another program', '<html>', /no JSON/],
    ['nothing', '{"data":{}}', /no dossiers/],
  ])('refuses %s', (_, text, fault) => {
    expect(faultOf(text, expected)).toMatch(fault);
  });

  it('compares two answers but for how they stand to the clock', () => {
    const one = answer(node('dos_1'));
    expect(sameAnswer(one, answer(node('dos_1', { timeliness: 'OVERDUE' })))).toBe(true);
    expect(sameAnswer(one, answer(node('dos_1', { amountDue: 1 })))).toBe(false);
    expect(sameAnswer('<html>', '<html>')).toBe(false);
  });
});
