import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCipher } from '../pii/cipher.ts';
import { type Grant, GrantSigner } from './grant.ts';
import { NOBODY, type Viewer } from './viewer.ts';

const key = () => randomBytes(32).toString('base64');
const cipher = createCipher([key()], key());
const viewerOf = (token: string): Viewer => ({ ...NOBODY, subject: 'officer', roles: ['OFFICER'], unit: '32248', token });
const GRANT: Grant = {
  subject: '0197c0de-0000-7000-8000-000000000001',
  code: 'H12.64-250701-0001',
  citizen: '0197c0de-0000-7000-8000-000000000002',
  organization: undefined,
  aspects: new Set(['core', 'payments']),
  person: 'masked',
  units: ['32248', '96'],
};

describe('a grant', () => {
  let now: number;
  let signers: Record<'the process that signed it' | 'another process', GrantSigner>;
  let text: string;
  const officer = viewerOf('token of an officer');

  beforeEach(() => {
    now = Date.parse('2025-09-30T08:00:00Z');
    signers = { 'the process that signed it': new GrantSigner(cipher, () => now), 'another process': new GrantSigner(cipher, () => now) };
    text = signers['the process that signed it'].sign(officer, GRANT);
  });

  describe.each(['the process that signed it', 'another process'] as const)('in %s', (where) => {
    it('tells the same the first time and every time', () => {
      expect(signers[where].verify(officer, text)).toEqual(GRANT);
      expect(signers[where].verify({ ...officer }, text)).toEqual(GRANT);
    });

    it('is nothing for another token, also after it was good for its own', () => {
      expect(signers[where].verify(officer, text)).toEqual(GRANT);
      expect(signers[where].verify(viewerOf('token of another'), text)).toBeUndefined();
      expect(signers[where].verify(NOBODY, text)).toBeUndefined();
      expect(signers[where].verify(officer, text)).toEqual(GRANT);
    });

    it('ends after five minutes, also where it was good before', () => {
      expect(signers[where].verify(officer, text)).toEqual(GRANT);
      now += 5 * 60_000;
      expect(signers[where].verify(officer, text)).toEqual(GRANT);
      now += 1_000;
      expect(signers[where].verify(officer, text)).toBeUndefined();
    });

    it('is nothing once a letter of it is another', () => {
      const other = text.startsWith('W') ? 'X' : 'W';
      expect(signers[where].verify(officer, other + text.slice(1))).toBeUndefined();
      expect(signers[where].verify(officer, text.slice(0, -2))).toBeUndefined();
      expect(signers[where].verify(officer, 'nothing')).toBeUndefined();
    });
  });
});
