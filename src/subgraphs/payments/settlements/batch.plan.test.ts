import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '../../../platform/working-days.ts';
import { planOf, sharesOf } from './batch.plan.ts';
import { workingDaysAfter } from './batch.row.ts';

const batch = (id: string, open: number, more: object = {}) => ({
  ...{ id, batch: `VNP-${id}`, merchant_id: 'm1', merchant_code: 'DATMUI01', last_day: '2025-09-01' },
  ...{ net: open, credited: 0, written_off: 0 },
  ...more,
});

describe('what a credit pays out', () => {
  it.each([
    ['names a batch, in whatever spelling', 'TT vnp 20250901', [batch('20250901', 500)], [['20250901', 400]]],
    [
      'names one whose number begins like another',
      'TT VNP-202509011',
      [batch('20250901', 400), batch('202509011', 400)],
      [['202509011', 400]],
    ],
    ['names its merchant, with one batch of that amount', 'DATMUI01', [batch('1', 300), batch('2', 400)], [['2', 400]]],
    [
      'names its merchant, with the oldest ones of that amount together',
      'DATMUI01',
      [batch('1', 300), batch('2', 100), batch('3', 50)],
      [
        ['1', 300],
        ['2', 100],
      ],
    ],
    ['names a batch of digits beside its merchant', 'DATMUI01 20250901', [batch('x', 900, { batch: '20250901' })], [['x', 400]]],
    [
      'has refunds kept back',
      'VNP-000001 VNP-000002',
      [batch('000001', 500), batch('000002', -100)],
      [
        ['000001', 500],
        ['000002', -100],
      ],
    ],
    ['names a batch that was settled before', 'VNP-000001', [batch('000001', 500, { credited: 500 })], [['000001', 400]]],
  ] as const)('where it %s', (_, content, candidates, shares) => {
    expect(planOf({ amount: 400, content }, candidates)).toEqual(shares.map(([id, amount]) => ({ batch: id, amount })));
  });

  it.each([
    ['nothing, though the amount is right', 'thanh toan', [batch('1', 400)]],
    ['a day alone', 'hoc phi 20250901', [batch('x', 400, { batch: '20250901' })]],
    ['a merchant whose batches are of other amounts', 'DATMUI01', [batch('1', 300), batch('2', 99)]],
    ['two merchants', 'DATMUI01 NAMCAN01', [batch('1', 400), batch('2', 400, { merchant_id: 'm2', merchant_code: 'NAMCAN01' })]],
  ])('is for people to say where it names %s', (_, content, candidates) => {
    expect(planOf({ amount: 400, content }, candidates)).toBeUndefined();
  });

  it('is shared out to the đồng, and never beyond what is open but in the last batch', () => {
    const open = fc.array(fc.integer({ min: -1_000, max: 5_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(open, fc.integer({ min: 1, max: 20_000 }), (nets, amount) => {
        const batches = nets.map((net, at) => batch(String(at), net));
        const shares = sharesOf(amount, batches);
        expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
        const last = String(nets.length - 1);
        for (const share of shares.filter((each) => each.batch !== last))
          expect(share.amount).toBeLessThanOrEqual(Math.max(0, nets[Number(share.batch)] ?? 0));
      }),
    );
  });
});

it.each([
  ['2026-11-26', 1, '2026-11-27'],
  ['2026-11-27', 1, '2026-11-30'],
  ['2026-11-27', 6, '2026-12-07'],
  ['2026-11-28', 2, '2026-12-01'],
])('%s and %i working days are %s', (day, count, due) => expect(workingDaysAfter(day, count, WEEKDAYS)).toBe(due));
