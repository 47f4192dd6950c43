import { describe, expect, it } from 'vitest';
import type { InboundRequest } from '../contract/payment.ts';
import { notice, returned } from './notice.ts';
import { canonical, sign } from './wire.sign.ts';

const SECRET = 'TESTSECRETTESTSECRETTESTSECRET01';
const MERCHANT = { code: 'TESTTMN1', secrets: { hashSecret: SECRET } };
const VALUES = {
  vnp_Amount: '5000000',
  vnp_BankCode: 'NCB',
  vnp_OrderInfo: 'Le phi ho so',
  vnp_PayDate: '20260105093312',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'TESTTMN1',
  vnp_TransactionNo: '14226112',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: 'H0126000123',
};

function inbound(query: string): InboundRequest {
  return { method: 'GET', url: `/payments/vnpay/ipn?${query}`, headers: {}, body: Buffer.alloc(0) };
}

function signedNotice(changes: Partial<Record<keyof typeof VALUES, string>> = {}): string {
  const query = canonical(Object.entries({ ...VALUES, ...changes }));
  return `${query}&vnp_SecureHash=${sign(query, SECRET)}`;
}

const read = (query: string) => notice.read(inbound(query), MERCHANT);

describe('a VNPAY notice', () => {
  it('stands at the registered paths', () => {
    expect([notice.method, notice.path, returned.path]).toEqual(['GET', '/payments/vnpay/ipn', '/payments/vnpay/return']);
  });

  it('says what was paid, when and where', () => {
    expect(read(signedNotice())).toEqual({
      reference: 'H0126000123',
      status: 'SUCCEEDED',
      amount: 50_000,
      providerTransactionId: '14226112',
      paidAt: new Date('2026-01-05T02:33:12Z'),
      bankCode: 'NCB',
      code: '00/00',
    });
    expect(returned.read(inbound(signedNotice()), MERCHANT)?.status).toBe('SUCCEEDED');
  });

  it.each([
    ['00', '00', 'SUCCEEDED'],
    ['00', '07', 'PENDING'],
    ['07', '07', 'PENDING'],
    ['07', '00', 'PENDING'],
    ['07', '02', 'PENDING'],
    ['00', '02', 'PENDING'],
    ['24', '00', 'PENDING'],
    ['00', '01', 'PENDING'],
    ['00', '05', 'PENDING'],
    ['00', '06', 'PENDING'],
    ['00', '09', 'PENDING'],
    ['00', '42', 'PENDING'],
    ['00', '', 'PENDING'],
    ['', '', 'PENDING'],
    ['24', '02', 'FAILED'],
    ['51', '02', 'FAILED'],
    ['99', '02', 'FAILED'],
    ['11', '02', 'FAILED'],
    ['00', '04', 'FAILED'],
  ])('with ResponseCode %s and TransactionStatus %s is %s', (vnp_ResponseCode, vnp_TransactionStatus, status) => {
    expect(read(signedNotice({ vnp_ResponseCode, vnp_TransactionStatus }))?.status).toBe(status);
  });

  it.each(['50000.5', '5000050', '-5000000', '', '5e6', 'NaN'])('with amount "%s" equals no amount and is no success', (vnp_Amount) => {
    expect(read(signedNotice({ vnp_Amount }))).toMatchObject({ amount: Number.NaN, status: 'PENDING' });
  });

  it('is verified in the sender’s encoding and after a proxy encoded it anew, in either case of hex and any order', () => {
    const query = signedNotice({ vnp_OrderInfo: 'Phi (le phi) ~1' });
    const hash = query.slice(query.indexOf('&vnp_SecureHash='));
    const plain = query.slice(0, query.indexOf('&vnp_SecureHash='));
    const node = plain.replaceAll('%28', '(').replaceAll('%29', ')').replaceAll('%7E', '~');
    expect(read(node + hash)?.status).toBe('SUCCEEDED');
    expect(read(`${node}&vnp_SecureHash=${sign(node, SECRET)}`)?.status).toBe('SUCCEEDED');
    expect(read(plain.replaceAll('+', '%20') + hash)?.status).toBe('SUCCEEDED');
    expect(read(plain.split('&').reverse().join('&') + hash.replace(/[0-9a-f]{128}/, (hex) => hex.toUpperCase()))?.status).toBe(
      'SUCCEEDED',
    );
    expect(read(`utm_source=x&${plain}${hash}&vnp_Empty=`)?.status).toBe('SUCCEEDED');
  });

  it.each([
    ['no signature', (query: string) => query.replace(/&vnp_SecureHash=.*/, '')],
    ['an empty one', (query: string) => query.replace(/vnp_SecureHash=.*/, 'vnp_SecureHash=')],
    ['a short one', (query: string) => query.slice(0, -2)],
    ['no hex', (query: string) => query.replace(/.$/, 'z')],
    ['one digit changed', (query: string) => query.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a value changed', (query: string) => query.replace('5000000', '500000')],
    ['a value added', (query: string) => `${query}&vnp_Extra=1`],
    ['a value left out', (query: string) => query.replace('vnp_BankCode=NCB&', '')],
    ['a parameter twice', (query: string) => `${query}&vnp_Amount=5000000`],
    ['a signature twice', (query: string) => `${query}&vnp_SecureHash=00`],
    ['another merchant', (query: string) => query.replace('TESTTMN1', 'TESTTMN2')],
    ['the query without its mark', () => ''],
  ])('with %s is not read', (_, change) => {
    expect(read(change(signedNotice()))).toBeUndefined();
  });

  it('validly signed for another merchant code under the same secret is not read', () => {
    expect(notice.read(inbound(signedNotice({ vnp_TmnCode: 'TESTTMN2' })), MERCHANT)).toBeUndefined();
  });

  it('names no merchant where it is empty or ambiguous', () => {
    expect(notice.merchantOf({ method: 'GET', url: '/payments/vnpay/ipn', headers: {}, body: Buffer.alloc(0) })).toBeUndefined();
    expect(notice.merchantOf(inbound('vnp_TmnCode=A&vnp_TmnCode=B'))).toBeUndefined();
    expect(notice.merchantOf(inbound('a=b'))).toBeUndefined();
  });

  it('is answered by the table, always with 200', () => {
    const replies = (['UNKNOWN_REFERENCE', 'WRONG_AMOUNT', 'ALREADY_FINAL', 'RECORDED', 'FAULT'] as const).map((verdict) =>
      notice.reply(verdict),
    );
    const refusals = (['SIGNATURE', 'UNREADABLE'] as const).map((reason) => notice.refuse(reason));
    const all = [...replies, ...refusals];
    expect(all.map(({ body }) => (JSON.parse(body) as { RspCode: string }).RspCode)).toEqual(['01', '04', '02', '00', '99', '97', '99']);
    expect(new Set(all.map(({ status, contentType }) => `${status} ${contentType}`))).toEqual(
      new Set(['200 application/json; charset=utf-8']),
    );
  });
});
