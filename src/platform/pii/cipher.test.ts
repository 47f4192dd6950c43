import { createHmac, hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCipher } from './cipher.ts';

const key = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const cipher = createCipher([key('a')], key('c'));

describe('the cipher', () => {
  it('opens what it sealed, for the same purpose alone', () => {
    const sealed = cipher.seal('identity.citizen', 'Nguyễn Văn Thử');
    expect(cipher.open('identity.citizen', sealed)).toBe('Nguyễn Văn Thử');
    expect(() => cipher.open('outbox.event', sealed)).toThrow();
    expect(() =>
      cipher.open('identity.citizen', Buffer.concat([sealed.subarray(0, -1), Buffer.from([(sealed.at(-1) ?? 0) ^ 1])])),
    ).toThrow();
  });

  it('never uses an IV twice', () => {
    const values = Array.from({ length: 2_000 }, () => cipher.seal('p', 'same').subarray(5, 17).toString('hex'));
    expect(new Set(values).size).toBe(values.length);
  });

  it('opens what an older key sealed while it is held, and says that it is not current', () => {
    const old = cipher.seal('p', 'text');
    const rotated = createCipher([key('b'), key('a')], key('c'));
    expect(rotated.open('p', old)).toBe('text');
    expect(rotated.isCurrent(old)).toBe(false);
    expect(rotated.isCurrent(rotated.seal('p', 'text'))).toBe(true);
    expect(() => createCipher([key('b')], key('c')).open('p', old)).toThrow('PII_KEY');
  });

  it('indexes with HMAC-SHA-256 under a key of the field, blind to spaces around and to case', () => {
    const fieldKey = Buffer.from(hkdfSync('sha256', Buffer.alloc(32, 'c'), Buffer.alloc(0), 'hub index technicalId', 32));
    const expected = createHmac('sha256', fieldKey).update('AB12').digest();
    expect(cipher.blindIndex('technicalId', ' ab12 ')).toEqual(expected);
    expect(cipher.blindIndex('identityDocument', 'AB12')).not.toEqual(expected);
  });
});
