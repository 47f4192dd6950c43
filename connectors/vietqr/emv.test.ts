import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { BanksObject, QRPay } from 'vietnam-qr-pay';
import { describe, expect, it } from 'vitest';
import { BANKS } from './config.ts';
import { crc16, decode, encode, type TransferCode } from './emv.ts';

interface Vector {
  id: string;
  op: string;
  input: { bin: string; acct: string; service?: TransferCode['service']; amount?: string; purpose?: string; bill?: string };
  payload?: string;
  expectedPayload?: string;
  expected?: { valid?: boolean; bin?: string; account?: string; service?: string } & string;
  portable?: boolean;
}
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector[];
const of = (op: string) => vectors.filter((vector) => vector.op === op);
const codeOf = ({ input: { bin, acct, service = 'QRIBFTTA', amount, purpose, bill } }: Vector): TransferCode => ({
  ...{ bin, account: acct, service },
  ...(amount !== undefined && { amount: Number(amount) }),
  ...(purpose !== undefined && { purpose }),
  ...(bill !== undefined && { bill }),
});

describe('codes by the shared vectors', () => {
  it.each(of('qr.build').filter(({ portable }) => portable !== false))('$id is written, and read back', (vector) => {
    expect(encode(codeOf(vector))).toBe(vector.expectedPayload);
    expect(decode(vector.expectedPayload ?? '')).toEqual(codeOf(vector));
  });

  it.each([...of('qr.build').filter(({ portable }) => portable === false), ...of('qr.build.invalid')])('$id is never written', (vector) => {
    const purpose = vector.input.purpose?.startsWith('X x') ? 'X'.repeat(120) : vector.input.purpose;
    expect(() => encode({ ...codeOf(vector), purpose: purpose ?? '' })).toThrow(RangeError);
  });

  it.each(of('qr.parse'))('$id', ({ payload = '', expected }) => {
    const read = decode(payload);
    if (expected?.valid === false) expect(read).toBeUndefined();
    else expect(read).toMatchObject({ bin: expected?.bin, account: expected?.account, service: expected?.service });
  });

  it('has the check value of its checksum', () => {
    expect(crc16('123456789')).toBe('29B1');
  });
});

const text = (longest: number) => fc.stringMatching(new RegExp(`^[A-Za-z0-9 .-]{1,${longest}}$`));
const codes = fc.record({
  bin: fc.constantFrom(...Object.keys(BANKS)),
  account: fc.stringMatching(/^[A-Z0-9]{4,19}$/),
  service: fc.constant('QRIBFTTA' as const),
  amount: fc.integer({ min: 1, max: 499_999_999 }),
  purpose: text(25),
});

it('reads back whatever it writes, and an independent reader sees the same', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const written = encode(code);
      expect(decode(written)).toEqual(code);
      const theirs = new QRPay(written);
      expect([theirs.isValid, theirs.consumer.bankBin, theirs.consumer.bankNumber, theirs.amount, theirs.additionalData.purpose]).toEqual([
        true,
        code.bin,
        code.account,
        String(code.amount),
        code.purpose,
      ]);
    }),
  );
});

it('reads nothing out of a code in which any one character is another', () => {
  const written = encode({
    bin: '970405',
    account: '3713012345678',
    service: 'QRIBFTTA',
    amount: 150_000,
    purpose: '251126HABCDEFGHJKLMN',
  });
  for (let at = 0; at < written.length; at += 1) {
    const other = written[at] === '0' ? '1' : '0';
    expect(decode(written.slice(0, at) + other + written.slice(at + 1))).toBeUndefined();
  }
});

it('knows the banks of an independent list', () => {
  const theirs = Object.values(BanksObject).map(({ bin }) => bin);
  expect(Object.keys(BANKS).filter((bin) => !theirs.includes(bin))).toEqual([]);
});
