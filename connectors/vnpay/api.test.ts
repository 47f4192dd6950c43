import { describe, expect, it } from 'vitest';
import { testTools } from '../../tests/contract/portal.ts';
import { VnpayApi } from './api.ts';
import { vnpayConfig } from './config.ts';
import manifest from './manifest.ts';
import { type ApiMessage, answerData, requestData } from './wire.api.ts';
import { sign } from './wire.sign.ts';

const SECRET = 'TESTSECRETTESTSECRETTESTSECRET01';
const ENVIRONMENT = {
  VNPAY_URL: 'https://pay.example.invalid/vpcpay.html',
  VNPAY_API_URL: 'https://merchant.example.invalid',
  VNPAY_TMN_CODE: 'TESTTMN1',
  VNPAY_HASH_SECRET: SECRET,
};
const QUERY = {
  merchant: { code: 'TESTTMN1', secrets: { hashSecret: SECRET } },
  reference: 'H0126000123',
  description: 'Lệ phí hồ sơ',
  createdAt: new Date('2026-01-05T02:30:15Z'),
};
const REFUND = { ...QUERY, amount: 20_000, paidAmount: 50_000, requestedBy: 'Kế toán', refundReference: 'hoàn-1' };

/** The API before an upstream that answers as told; what was sent is kept. */
function apiBefore(answer: (request: ApiMessage) => Response | Promise<Response>, environment: Record<string, string> = ENVIRONMENT) {
  const sent: ApiMessage[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    sent.push(JSON.parse(String(init?.body)) as ApiMessage);
    return answer(sent.at(-1) ?? {});
  };
  return { api: new VnpayApi(vnpayConfig.parse(environment), testTools({ now: () => new Date('2026-01-05T03:00:00Z'), fetch })), sent };
}

function answerTo(request: ApiMessage, fields: ApiMessage, secret: string | null = SECRET): Response {
  const { vnp_Command = '', vnp_TmnCode = '', vnp_TxnRef = '', vnp_Version = '' } = request;
  const answer: ApiMessage = {
    vnp_ResponseId: 'a1',
    vnp_Command,
    vnp_ResponseCode: '00',
    vnp_TmnCode,
    vnp_TxnRef,
    vnp_Amount: '5000000',
    ...fields,
  };
  return Response.json(secret === null ? answer : { ...answer, vnp_SecureHash: sign(answerData(answer, vnp_Version), secret) });
}

describe('a call of the API', () => {
  it('is signed over what it sends, all of it text, in Vietnamese time and plain letters', async () => {
    const { api, sent } = apiBefore((request) => answerTo(request, { vnp_TransactionStatus: '05' }));
    await api.refund(REFUND);
    await api.query(QUERY);
    const [refund = {}, query = {}] = sent;
    for (const each of sent) expect(each['vnp_SecureHash']).toBe(sign(requestData(each), SECRET));
    expect(refund).toMatchObject({ vnp_TransactionType: '03', vnp_Amount: '2000000', vnp_TransactionNo: '0', vnp_CreateBy: 'Ketoan' });
    expect(refund['vnp_RequestId']).toMatch(/^[0-9a-f]{32}$/);
    expect(query).toMatchObject({ vnp_TransactionDate: '20260105093015', vnp_CreateDate: '20260105100000', vnp_OrderInfo: 'Le phi ho so' });
  });

  it('carries the same request id for the same refund, so that a repetition is known as one', async () => {
    const { api, sent } = apiBefore((request) => answerTo(request, { vnp_TransactionStatus: '05' }));
    await api.refund(REFUND);
    await api.refund(REFUND);
    await api.refund({ ...REFUND, refundReference: 'hoàn-2' });
    expect(new Set(sent.map((each) => each['vnp_RequestId'])).size).toBe(2);
  });

  it.each([
    ['02', 'VNPAY_02', false],
    ['03', 'VNPAY_03', false],
    ['97', 'VNPAY_97', false],
    ['94', 'VNPAY_94', true],
    ['99', 'VNPAY_99', true],
    ['77', 'VNPAY_77', true],
    ['', 'VNPAY_UNKNOWN', true],
  ])('answered with code "%s" is an error %s, retried: %s', async (vnp_ResponseCode, code, retry) => {
    const { api } = apiBefore((request) => answerTo(request, { vnp_ResponseCode, vnp_Message: 'of 096885123456' }, null));
    const error: unknown = await api.query(QUERY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, retry, unreachable: false, outcomeUnknown: false });
    expect(String(error)).not.toContain('096885123456');
  });

  it.each<[string, (request: ApiMessage) => Response, string, boolean]>([
    ['a gateway error', () => new Response('<html>bad gateway</html>', { status: 502 }), 'HTTP_502', true],
    ['a page instead of JSON', () => new Response('<html></html>'), 'VNPAY_UNREADABLE', false],
    ['a list', () => Response.json([]), 'VNPAY_UNREADABLE', false],
    ['another secret', (request) => answerTo(request, { vnp_TransactionStatus: '00' }, 'ANOTHERSECRET'), 'VNPAY_SIGNATURE', false],
    ['a wrongly signed refusal', (request) => answerTo(request, { vnp_ResponseCode: '91' }, 'ANOTHERSECRET'), 'VNPAY_SIGNATURE', false],
    ['another transaction', (request) => answerTo(request, { vnp_TxnRef: 'OTHER', vnp_TransactionStatus: '00' }), 'VNPAY_MISMATCH', false],
  ])('answered by %s leaves a refund in doubt', async (_, answer, code, unreachable) => {
    const doubt = { code, unreachable, retry: true, outcomeUnknown: true };
    await expect(apiBefore(answer).api.refund(REFUND)).rejects.toMatchObject(doubt);
    await expect(apiBefore(answer).api.query(QUERY)).rejects.toMatchObject({ ...doubt, outcomeUnknown: false });
  });

  it('never refuses a refund on an unsigned word', async () => {
    const { api } = apiBefore((request) => answerTo(request, { vnp_ResponseCode: '95' }, null));
    await expect(api.refund(REFUND)).rejects.toMatchObject({ code: 'VNPAY_95', outcomeUnknown: true });
  });

  it('that is not answered in time says so', async () => {
    const { api } = apiBefore(() => Promise.reject(new DOMException('late', 'TimeoutError')));
    await expect(api.refund(REFUND)).rejects.toMatchObject({ code: 'TIMEOUT', unreachable: true, outcomeUnknown: true });
  });

  it.each([
    ['00', 'DONE'],
    ['05', 'ACCEPTED'],
    ['06', 'ACCEPTED'],
    ['09', 'REFUSED'],
    ['42', 'ACCEPTED'],
    ['', 'ACCEPTED'],
  ])('for a refund with status "%s" is %s', async (vnp_TransactionStatus, status) => {
    const { api } = apiBefore((request) => answerTo(request, { vnp_TransactionStatus }));
    expect(await api.refund(REFUND)).toMatchObject({ status });
  });

  it.each([
    [{ vnp_TransactionStatus: '00', vnp_TransactionType: '02' }, 'PENDING'],
    [{ vnp_TransactionStatus: '00', vnp_TransactionType: '01', vnp_Amount: '50000.5' }, 'PENDING'],
    [{ vnp_TransactionStatus: '42', vnp_TransactionType: '01' }, 'PENDING'],
    [{ vnp_TransactionType: '01' }, 'PENDING'],
    [{ vnp_TransactionStatus: '02', vnp_TransactionType: '01' }, 'FAILED'],
  ])('for a query with %o is %s', async (fields, status) => {
    const { api } = apiBefore((request) => answerTo(request, fields));
    expect(await api.query(QUERY)).toMatchObject({ status });
  });
});

describe('the settings', () => {
  it('get VNPAY’s own paths where an address has none', () => {
    expect(vnpayConfig.parse(ENVIRONMENT)).toMatchObject({
      payUrl: 'https://pay.example.invalid/vpcpay.html',
      apiUrl: 'https://merchant.example.invalid/merchant_webapi/api/transaction',
      apiVersion: '2.1.0',
      statementUrl: undefined,
    });
  });

  it.each([
    ['VNPAY_URL', 'ftp://x'],
    ['VNPAY_URL', 'https://user:pw@pay.example.invalid/'],
    ['VNPAY_API_URL', 'nonsense'],
    ['VNPAY_TMN_CODE', 'SHORT'],
    ['VNPAY_HASH_SECRET', 'too-short'],
    ['VNPAY_API_VERSION', '2.0.1'],
    ['VNPAY_TIMEOUT_MS', 'soon'],
    ['VNPAY_SERVER_IP', 'nearby'],
    ['VNPAY_STATEMENT_URL', 'nowhere'],
  ])('refuse %s=%s by name, without repeating it', (name, value) => {
    const messages = vnpayConfig.safeParse({ ...ENVIRONMENT, [name]: value }).error?.issues.map(({ message }) => message) ?? [];
    expect(messages).toEqual([expect.stringMatching(new RegExp(`^${name}: .{10,}`))]);
    expect(messages[0]).not.toContain(value);
  });

  it('name what belongs to a sandbox alone, and nothing for a real merchant', () => {
    const findings = (environment: Record<string, string>) => manifest.sandboxOnly?.(vnpayConfig.parse({ ...ENVIRONMENT, ...environment }));
    expect(findings({})).toEqual([]);
    expect(findings({ VNPAY_URL: 'https://sandbox.vnpayment.vn/paymentv2/vpcpay.html' })).toEqual([expect.stringContaining('VNPAY_URL')]);
    expect(findings({ VNPAY_API_URL: 'http://127.0.0.1:4102' })).toEqual([expect.stringContaining('VNPAY_API_URL')]);
  });

  it('leave out the statement where no server offers one', () => {
    expect(manifest.create(vnpayConfig.parse(ENVIRONMENT), testTools()).fetchStatement).toBeUndefined();
  });

  it.each([{ reference: 'with-hyphen' }, { amount: 0.5 }, { amount: 10_000_000_000 }, { returnUrl: 'x' }])(
    'allow no checkout with %o',
    async (changes) => {
      const port = manifest.create(vnpayConfig.parse(ENVIRONMENT), testTools());
      await expect(port.createCheckout?.(checkoutOf(changes))).rejects.toThrow(RangeError);
    },
  );
});

function checkoutOf(changes: object) {
  const expiresAt = new Date('2026-01-05T02:45:15Z');
  const rest = { amount: 50_000, expiresAt, payerIp: '203.0.113.7', returnUrl: 'https://dvc.example.invalid/', locale: 'vi' as const };
  return { ...QUERY, ...rest, ...changes };
}
