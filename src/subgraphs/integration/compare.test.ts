import { describe, expect, it } from 'vitest';
import { compareWithPortal, type OurSide } from './compare.ts';

const ours: OurSide = { status: 4, unit: 'Ủy ban nhân dân phường An Xuyên', byNotice: false };
const record = (status?: number, unitName?: string) => ({
  code: 'H12.64-250930-0001',
  raw: {},
  ...(status === undefined ? {} : { status }),
  ...(unitName === undefined ? {} : { unitName }),
});
const kind = (mine: Partial<OurSide>, theirs: ReturnType<typeof record> | null) => compareWithPortal({ ...ours, ...mine }, theirs).kind;

describe('a comparison with the portal', () => {
  it('tells what is missing, what differs, and what the portal does not say', () => {
    expect(kind({}, null)).toBe('MISSING');
    expect(kind({}, record(4))).toBe('EQUAL');
    expect(kind({}, record(2))).toBe('STATE_DIFFERS');
    expect(kind({}, record())).toBe('UNKNOWN');
    expect(kind({}, record(4, 'Ủy ban nhân dân xã Trí Phải'))).toBe('UNIT_DIFFERS');
    expect(kind({}, record(2, 'Ủy ban nhân dân xã Trí Phải'))).toBe('STATE_DIFFERS');
  });

  it('takes the same words with other accents, spaces and capitals as the same unit', () => {
    expect(kind({}, record(4, `  ${ours.unit.normalize('NFD').toUpperCase()} `))).toBe('EQUAL');
  });

  it('knows that notices leave the portal with fewer states', () => {
    const theirsOf = (status: number) => [1, 2, 5].filter((their) => kind({ status, byNotice: true }, record(their)) === 'EQUAL');
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(theirsOf)).toEqual([[1], [2], [5], [2], [5], [2], [5], [5], [2], [2]]);
    expect(kind({ status: 9, byNotice: false }, record(2))).toBe('STATE_DIFFERS');
  });

  it('keeps both sides', () => {
    expect(compareWithPortal(ours, record(2))).toEqual({
      kind: 'STATE_DIFFERS',
      ours: { status: 4, unit: ours.unit },
      theirs: { status: 2, unit: null },
    });
  });
});
