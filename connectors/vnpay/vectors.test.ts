import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testTools } from '../../tests/contract/portal.ts';
import type { InboundRequest, NoticeVerdict, PaymentFact } from '../contract/payment.ts';
import { VnpayApi } from './api.ts';
import { vnpayConfig } from './config.ts';
import { notice } from './notice.ts';
import { payPage } from './simulator.page.ts';
import { SimulatedVnpay } from './simulator.vnpay.ts';
import { type ApiMessage, answerData, readMessage, requestData } from './wire.api.ts';
import { payUrl } from './wire.pay.ts';
import { canonical, receivedQuery, sign, signed } from './wire.sign.ts';
import { fromWireTime, plainText, toWireTime } from './wire.values.ts';

interface Vector {
  id: string;
  op: string;
  secret?: string;
  canonical?: string;
  expectedSignature?: string;
  expectedUrl?: string;
  wireParams?: Record<string, string>;
  queryString?: string;
  body?: Record<string, string | number>;
  hashData?: string;
  response?: Record<string, string | number>;
  instant?: string;
  expected?: unknown;
}

interface Expected {
  signatureValid: boolean;
  paid?: boolean;
  reply?: { RspCode: string; Message: string };
}

const { vectors } = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8')) as { vectors: Vector[] };
const SECRET = 'TESTSECRETTESTSECRETTESTSECRET01';
const MERCHANT = { code: 'TESTTMN1', secrets: { hashSecret: SECRET } };
const of = (...ops: string[]) => vectors.filter(({ op }) => ops.includes(op));
const vector = (id: string): Vector => {
  const found = vectors.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no vector ${id}`);
  return found;
};
const inbound = (query: string): InboundRequest => ({
  method: 'GET',
  url: `/payments/vnpay/ipn?${query}`,
  headers: {},
  body: Buffer.alloc(0),
});
const message = (body: unknown): ApiMessage => readMessage(JSON.stringify(body)) ?? {};

it('has every vector in one of the groups below', () => {
  const ops = ['pay.url', 'canonicalisation-only', 'ipn.verify', 'querydr.request', 'refund.request', 'querydr.response.verify'];
  const more = [
    'querydr.response',
    'refund.response.verify',
    'querydr.response.shape',
    'refund.response.shape',
    'timestamp',
    'pay.url.legacy',
  ];
  expect(of(...ops, ...more)).toHaveLength(vectors.length);
});

describe('pay URLs', () => {
  it.each(of('pay.url').map((each) => [each.id, each] as const))('%s: canonical form, signature and address', (_, each) => {
    const query = canonical(Object.entries(each.wireParams ?? {}));
    expect(query).toBe(each.canonical);
    expect(sign(query, SECRET)).toBe(each.expectedSignature);
    expect(`https://sandbox.vnpayment.vn/paymentv2/vpcpay.html?${query}&vnp_SecureHash=${sign(query, SECRET)}`).toBe(each.expectedUrl);
  });

  it('vnpay-doc-canonical: reads the documents’ sample and writes it again byte for byte', () => {
    const sample = vector('vnpay-doc-canonical').canonical ?? '';
    expect(receivedQuery(sample)?.candidates).toEqual([sample, sample]);
  });

  // References of the vectors have hyphens, which we never send: the connector's own URL is compared with the reference replaced.
  it('vnpay-pay-03 comes out as vnpay-pay-08 from the connector: diacritics and dash are written plainly', () => {
    const params = vector('vnpay-pay-08').wireParams ?? {};
    const url = payUrl(
      'https://pay.example.invalid/p',
      {
        merchant: MERCHANT,
        reference: 'H0126000125',
        amount: 50_000,
        description: vector('vnpay-pay-03').wireParams?.['vnp_OrderInfo'] ?? '',
        createdAt: new Date('2026-01-05T02:30:15Z'),
        expiresAt: new Date('2026-01-05T02:45:15Z'),
        payerIp: '113.160.92.202',
        returnUrl: params['vnp_ReturnUrl'] ?? '',
        locale: 'vi',
      },
      SECRET,
    );
    const query = canonical(Object.entries({ ...params, vnp_TxnRef: 'H0126000125' }));
    expect(url).toBe(`https://pay.example.invalid/p?${query}&vnp_SecureHash=${sign(query, SECRET)}`);
  });

  it('vnpay-pay-04: no character that the samples encode differently leaves the connector', () => {
    const plain = plainText(vector('vnpay-pay-04').wireParams?.['vnp_OrderInfo'] ?? '', 'R');
    expect(plain).toBe('Phi le phi gap ho so A');
  });

  it('vnpay-legacy-md5: the simulator refuses version 2 and MD5', () => {
    const vnpay = new SimulatedVnpay([['TESTTMN1', SECRET]], { now: () => Date.parse('2026-01-05T02:31:00Z'), hubUrl: undefined });
    const answer = payPage(vnpay, new URL(vector('vnpay-legacy-md5').expectedUrl ?? '').search.slice(1), undefined);
    expect(answer).toMatchObject({ status: 400, html: expect.stringContaining('data-code="03"') });
  });
});

describe('notices', () => {
  const STORED = 50_000;
  /** The decision order, as the hub takes it. */
  const decide = (fact: PaymentFact): NoticeVerdict => (fact.amount === STORED ? 'RECORDED' : 'WRONG_AMOUNT');

  it.each(of('ipn.verify').map((each) => [each.id, each] as const))('%s', (_, each) => {
    const expected = each.expected as Expected;
    const request = inbound(each.queryString ?? '');
    expect(notice.merchantOf(request)).toBe('TESTTMN1');
    const fact = notice.read(request, MERCHANT);
    expect(fact !== undefined).toBe(expected.signatureValid);
    expect(fact?.status === 'SUCCEEDED').toBe(expected.paid);
    const reply = fact === undefined ? notice.refuse('SIGNATURE') : notice.reply(decide(fact));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual(expected.reply);
  });

  it('vnpay-ipn-05: what VNPAY suspects is held, neither paid nor failed', () => {
    expect(notice.read(inbound(vector('vnpay-ipn-05-split-status').queryString ?? ''), MERCHANT)).toMatchObject({
      status: 'PENDING',
      code: '00/07',
    });
  });
});

describe('API messages', () => {
  it.each(
    of('querydr.request', 'refund.request')
      .filter(({ body }) => body !== undefined)
      .map((each) => [each.id, each] as const),
  )('%s', (_, each) => {
    // refund-03 was made by a library that signs "0" and leaves the number out; we send what we sign.
    const sent = each.id === 'vnpay-refund-03-no-transno' ? { ...each.body, vnp_TransactionNo: '0' } : each.body;
    expect(requestData(message(sent))).toBe(each.hashData);
    expect(sign(requestData(message(sent)), SECRET)).toBe(each.expectedSignature);
  });

  it('vnpay-querydr-06: version 2.1.3 signs the transaction’s number as well', () => {
    const each = vector('vnpay-querydr-06-request-v213');
    const data = requestData({ ...message(vector('vnpay-querydr-01-request').body), vnp_Version: '2.1.3' });
    expect([data, sign(data, SECRET)]).toEqual([each.hashData, each.expectedSignature]);
  });

  it.each(of('querydr.response.verify', 'refund.response.verify').map((each) => [each.id, each] as const))('%s', (_, each) => {
    const answer = message(each.response);
    if (each.hashData !== undefined) expect(answerData(answer, '2.1.0')).toBe(each.hashData);
    expect(signed(answerData(answer, '2.1.0'), answer['vnp_SecureHash'], SECRET)).toBe((each.expected as Expected).signatureValid);
  });

  // Their keys are unknown, so that only what is done with the codes can be held against them: signed anew here.
  it.each([
    ['vnpay-querydr-02-response-good', { status: 'SUCCEEDED', amount: 50_000, providerTransactionId: '14226112' }],
    ['vnpay-querydr-05-response-notfound', { status: 'PENDING', code: '91/-' }],
    ['vnpay-querydr-07-real-shape', { status: 'SUCCEEDED', amount: 100_000, providerTransactionId: '14048284' }],
    ['vnpay-refund-04-response-good', { status: 'ACCEPTED', code: '00/05' }],
    ['vnpay-refund-05-real-shape', { status: 'ACCEPTED', code: '00/05' }],
  ])('%s: what the connector makes of it', async (id, expected) => {
    const answer = message(vector(id).response);
    const merchant = { code: answer['vnp_TmnCode'] ?? '', secrets: { hashSecret: SECRET } };
    const body = JSON.stringify({ ...answer, vnp_SecureHash: sign(answerData(answer, '2.1.0'), SECRET) });
    const api = apiAnswering(body);
    const query = { merchant, reference: answer['vnp_TxnRef'] ?? '', description: 'x', createdAt: new Date() };
    const refund = { ...query, amount: 50_000, paidAmount: 50_000, requestedBy: 'ketoan', refundReference: 'RF1' };
    expect(await (answer['vnp_Command'] === 'refund' ? api.refund(refund) : api.query(query))).toMatchObject(expected);
  });

  it('vnpay-querydr-04: an unsigned success is an error, not a payment', async () => {
    const answer = message(vector('vnpay-querydr-04-response-unsigned').response);
    const query = { merchant: MERCHANT, reference: answer['vnp_TxnRef'] ?? '', description: 'x', createdAt: new Date() };
    await expect(apiAnswering(JSON.stringify(answer)).query(query)).rejects.toMatchObject({ code: 'VNPAY_SIGNATURE', retry: true });
  });
});

it('vnpay-clock-01: writes Vietnamese time in any time zone', () => {
  const { instant = '', expected } = vector('vnpay-clock-01');
  const before = process.env['TZ'];
  try {
    for (const zone of ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York']) {
      process.env['TZ'] = zone;
      expect(toWireTime(new Date(instant))).toBe(expected);
      expect(fromWireTime(String(expected))?.toISOString()).toBe('2026-01-05T02:30:15.000Z');
    }
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

function apiAnswering(body: string): VnpayApi {
  const config = vnpayConfig.parse({
    VNPAY_URL: 'http://vnpay.invalid',
    VNPAY_API_URL: 'http://vnpay.invalid',
    VNPAY_TMN_CODE: 'TESTTMN1',
    VNPAY_HASH_SECRET: SECRET,
  });
  return new VnpayApi(config, testTools({ fetch: async () => new Response(body) }));
}
