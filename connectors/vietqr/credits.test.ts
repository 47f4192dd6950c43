import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchNotices, withBody } from '../../tests/contract/notices.ts';
import { type NoticeCatcher, sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { InboundRequest, PaymentPort } from '../contract/payment.ts';
import { signatureOf } from './credits.ts';
import manifest from './manifest.ts';
import { SIMULATOR_SECRET } from './simulator.ts';

let hub: NoticeCatcher;
let simulator: RunningSimulator;
let port: PaymentPort;
let now = new Date();
beforeAll(async () => {
  hub = await catchNotices({ status: 200, body: '{"message":"success"}' });
  simulator = (await manifest.simulator?.start({ port: 0, hubUrl: hub.url })) as RunningSimulator;
  port = manifest.create(manifest.config.parse(simulator.environment), testTools({ now: () => now }));
});
afterAll(async () => {
  await simulator.stop();
  await hub.stop();
});

const merchant = () => port.defaultMerchant ?? { code: '', secrets: {} };
const transfer = (fields: Record<string, string>) =>
  fetch(`${simulator.url}/transfers`, { method: 'POST', body: new URLSearchParams(fields) });
const read = (request: InboundRequest) => port.credits?.read(request, merchant());

/** A notice of a transfer by a fresh code. */
async function noticeOf(fields: Record<string, string> = {}): Promise<InboundRequest> {
  const { qrPayload = '' } = (await port.createCheckout?.(sampleCheckout(merchant(), '251126HABCDEFGHJKLMN'))) ?? {};
  expect((await transfer({ payload: qrPayload, ...fields })).status).toBe(200);
  return hub.next();
}

describe('a credit', () => {
  it('is told as it came: the amount, the text and the bank’s own number', async () => {
    now = new Date();
    const notice = await noticeOf({ reference: 'FT26001' });
    expect(port.credits?.merchantOf(notice)).toBe(merchant().code);
    expect(read(notice)).toEqual([
      { account: '8888000000001', bankReference: 'FT26001', amount: 50_000, at: expect.any(Date), content: '251126HABCDEFGHJKLMN' },
    ]);
    expect(read(await noticeOf({ amount: '49000', change: 'CUT' }))).toMatchObject([{ amount: 49_000, content: '251126HABCDEFG' }]);
  });

  it('is not taken with another time than was signed', async () => {
    now = new Date();
    const notice = await noticeOf();
    expect(read(withBody(notice, (body) => body.replace(/"timestamp":"\d/, '"timestamp":"2')))).toBeUndefined();
    expect(read(notice)).toHaveLength(1);
  });

  it.each([
    ['no account', { account: undefined }],
    ['an account of somebody else', { account: '8888000000002' }],
    ['no amount', { amount: 'nhieu' }],
    ['an amount of nothing', { amount: 0 }],
    ['half a đồng', { amount: 10.5 }],
    ['no time', { at: 'hom nay' }],
  ])('with %s takes the whole notice with it: nothing is half taken', (_name, wrong) => {
    now = new Date();
    const good = { account: '8888000000001', reference: 'A', amount: 1_000, at: '2026-01-05T09:00:00+07:00', content: '' };
    const data = JSON.stringify({ merchant: merchant().code, credits: [good, { ...good, ...wrong }] });
    const timestamp = String(Math.floor(now.getTime() / 1_000));
    const body = Buffer.from(JSON.stringify({ timestamp, data, signature: signatureOf(SIMULATOR_SECRET, timestamp, data) }));
    expect(read({ method: 'POST', url: '/', headers: {}, body })).toBeUndefined();
  });
});

describe('the simulated bank', () => {
  it('takes no damaged code and none of another account', async () => {
    const { qrPayload = '' } = (await port.createCheckout?.(sampleCheckout(merchant(), '251126HABCDEFGHJKLMP'))) ?? {};
    expect((await transfer({ payload: qrPayload.slice(0, -1) })).status).toBe(422);
    const elsewhere = await port.createCheckout?.(sampleCheckout({ code: '970436-0011001234567', secrets: {} }, '251126HABCDEFGHJKLMP'));
    expect((await transfer({ payload: elsewhere?.qrPayload ?? '' })).status).toBe(422);
  });

  it('has a page for a payer to scan with', async () => {
    expect(await (await fetch(`${simulator.url}/scan`)).text()).toContain('Quét mã VietQR');
  });
});

it('refuses a bank that nobody knows', () => {
  const parsed = manifest.config.safeParse({ ...simulator.environment, VIETQR_BANK_BIN: '123456' });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(/^VIETQR_BANK_BIN: no bank/)]);
  expect(manifest.sandboxOnly?.(manifest.config.parse(simulator.environment))).toHaveLength(2);
});
