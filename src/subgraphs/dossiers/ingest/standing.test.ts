import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCipher } from '../../../platform/pii/cipher.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import { contentHash, type HeldVersion, Standings } from './standing.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const cipher = createCipher([key('a')], key('b'));
const rotated = createCipher([key('a')], key('c'));

const input = (over: Partial<DossierIngestInput> = {}): DossierIngestInput =>
  ({
    sourceSystem: 'one-stop',
    sourceVersion: 1,
    code: 'H12.64-250930-0001',
    receivingUnit: '32248',
    applicant: { nationalId: '096885123456', fullName: 'Nguyễn Văn Đạt' },
    status: 'ACCEPTED',
    submittedAt: new Date('2025-09-30T01:00:00Z'),
    ...over,
  }) as DossierIngestInput;

const held = (over: Partial<HeldVersion> = {}): HeldVersion => ({
  code: 'H12.64-250930-0001',
  national_code: null,
  source_system: 'one-stop',
  source_version: 5,
  content_hash: contentHash(cipher, input()),
  scope: ['32248', '96'],
  ...over,
});

const judge = (rows: HeldVersion[], given: DossierIngestInput, units: ReadonlySet<string> | 'ALL' = 'ALL') =>
  new Standings(rows, units).judge(given, contentHash(cipher, given));

describe('the mark of content', () => {
  it('is the same whatever the order of keys and the version, and another for any other content', () => {
    const one = contentHash(cipher, input());
    const reordered = Object.fromEntries(Object.entries(input({ sourceVersion: 9 })).reverse()) as unknown as DossierIngestInput;
    expect(contentHash(cipher, reordered)).toEqual(one);
    expect(contentHash(cipher, input({ summary: null }))).toEqual(one);
    expect(contentHash(cipher, input({ summary: 'x' }))).not.toEqual(one);
    expect(contentHash(cipher, input({ submittedAt: new Date('2025-09-30T01:00:01Z') }))).not.toEqual(one);
  });

  it('gives no number away: without the key nobody can try numbers against it', () => {
    const { sourceVersion: _version, ...content } = input();
    const plain = createHash('sha256').update(JSON.stringify(content)).digest();
    expect(contentHash(cipher, input()).includes(plain)).toBe(false);
    expect(contentHash(rotated, input()).subarray(4)).not.toEqual(contentHash(cipher, input()).subarray(4));
  });

  it('made under an earlier key refuses no version that is sent again, and takes the next one', () => {
    const before = held({ content_hash: contentHash(rotated, input()) });
    expect(judge([before], input({ sourceVersion: 5 }))).toBe('SAME');
    expect(judge([before], input({ sourceVersion: 5, summary: 'x' }))).toBe('SAME');
    expect(judge([before], input({ sourceVersion: 6 }))).toBe('NEWER');
    expect(judge([before], input({ sourceVersion: 4 }))).toBe('STALE');
  });
});

describe('an input', () => {
  const other = { summary: 'khác' };
  it.each<[string, HeldVersion[], Partial<DossierIngestInput>, string]>([
    ['of an unknown code', [], {}, 'NEW'],
    ['of a higher version with other content', [held()], { sourceVersion: 6, ...other }, 'NEWER'],
    ['of a higher version with the same content', [held()], { sourceVersion: 6 }, 'SAME'],
    ['of the same version with the same content', [held()], { sourceVersion: 5 }, 'SAME'],
    ['of the same version with other content', [held()], { sourceVersion: 5, ...other }, 'REUSED'],
    ['of a lower version', [held()], { sourceVersion: 4, ...other }, 'STALE'],
    ["of another source's code", [held({ source_system: 'another' })], { sourceVersion: 9, ...other }, 'FOREIGN'],
    ["with another's national code", [held({ code: 'x', national_code: 'N' })], { nationalCode: 'N' }, 'TAKEN'],
    ['with its own national code', [held({ national_code: 'N' })], { sourceVersion: 6, nationalCode: 'N' }, 'NEWER'],
  ])('%s', (_, rows, over, standing) => {
    expect(judge(rows, input(over))).toBe(standing);
  });

  it('of units that the token does not cover stands outside, whatever it says', () => {
    for (const sourceVersion of [1, 5, 9]) expect(judge([held()], input({ sourceVersion }), new Set(['31825']))).toBe('OUTSIDE');
    expect(judge([held()], input({ sourceVersion: 9, ...other }), new Set(['32248']))).toBe('NEWER');
  });

  it('counts as held for those that follow: whatever the order, each version goes in at most once and the highest last', () => {
    const versions = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(versions, (sent) => {
        const standings = new Standings([], 'ALL');
        const taken = sent.filter((sourceVersion) => {
          const given = input({ sourceVersion, summary: `lần ${sourceVersion}` });
          return ['NEW', 'NEWER'].includes(standings.judge(given, contentHash(cipher, given)));
        });
        expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
        expect(taken.at(-1)).toBe(Math.max(...sent));
      }),
    );
  });

  it('takes a national code for those that follow', () => {
    const standings = new Standings([], 'ALL');
    const of = (code: string, nationalCode: string | null) => {
      const given = input({ code, nationalCode });
      return standings.judge(given, contentHash(cipher, given));
    };
    expect([of('a', 'N'), of('b', 'N'), of('b', null), of('c', 'M'), of('c', 'M')]).toEqual(['NEW', 'TAKEN', 'NEW', 'NEW', 'SAME']);
  });
});
