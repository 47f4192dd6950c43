import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { ensureMerchants, paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { row, statement, TMN } from '../support/payments.ts';

let hub: TestHub;
beforeAll(async () => {
  const environment = {
    ...{ VNPAY_URL: 'http://127.0.0.1:9/vpcpay.html', VNPAY_API_URL: 'http://127.0.0.1:9', VNPAY_TMN_CODE: TMN },
    VNPAY_HASH_SECRET: 'A-SECRET-OF-32-CHARACTERS-LENGTH',
  };
  const port = vnpay.create(vnpay.config.parse(environment), {
    now: () => new Date(),
    log: () => undefined,
    fetch,
    store: { get: async () => undefined, set: async () => undefined, delete: async () => undefined, exclusively: (_, work) => work() },
  });
  hub = await createTestHub({ connectors: hostConnectors([vnpay as never], () => ({ port })) });
  await ensureMerchants(hub.platform);
});
afterAll(() => hub.stop());

async function put(body: AsyncIterable<Uint8Array>, day: string) {
  const url = `/payments/vnpay/statements/${day}`;
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, { method: 'PUT', url }));
  if (route?.kind !== 'streamed') throw new Error('no route');
  const viewer = await hub.platform.authenticator.viewer(`Bearer ${await hub.token({ role: 'ACCOUNTANT' })}`);
  const reply = await route.handle({ method: 'PUT', url, headers: { 'accept-language': 'en' }, body }, viewer);
  return { status: reply.status, body: JSON.parse(reply.body) as { rows?: number; version?: number; error?: { message: string } } };
}

async function* own(id: string) {
  yield Buffer.from('\ufeffMã website;Mã đơn hàng;Mã giao dịch VNPAY;Thời gian giao dịch;Số tiền;Phí;Thuế GTGT;Trạng thái\r\n');
  yield Buffer.from(`${TMN};OWN1;${id};14/03/2026 08:15:00;1.250.000;13.750;1.375;Thành công\r\n`);
  yield Buffer.from('Tổng cộng;;;;1.250.000;13.750;1.375;\r\n');
}

const count = async (table: string) => (await hub.platform.db.query<{ count: number }>(`SELECT count(*) FROM payments.${table}`))[0]?.count;

describe("a provider's own table", () => {
  it('is refused whole where Excel has cut an id, and taken once as the provider made it', async () => {
    const before = [await count('statement'), await count('statement_row')];
    const refused = await put(own('1.40001E+13'), '2026-03-14');
    expect(refused.status).toBe(422);
    expect(refused.body.error?.message).toMatch(/line 2, providerTransactionId: has lost digits/);
    expect([await count('statement'), await count('statement_row')]).toEqual(before);
    expect(await put(own('14000123456789'), '2026-03-14')).toEqual({ status: 201, body: { rows: 1, version: 1 } });
    expect(await put(own('14000123456789'), '2026-03-14')).toEqual({ status: 200, body: { rows: 1, version: 1 } });
    const [kept] = await hub.platform.db.query<{ gross: number; fee: number; fee_vat: number; net: number; at: Date }>(
      `SELECT gross::int, fee::int, fee_vat::int, net::int, at FROM payments.statement_row WHERE merchant_ref = 'OWN1'`,
    );
    expect(kept).toEqual({ gross: 1_250_000, fee: 13_750, fee_vat: 1_375, net: 1_234_875, at: new Date('2026-03-14T08:15:00+07:00') });
  });

  it('is refused for another day than that of its rows', async () => {
    const refused = await put(own('14000123456780'), '2026-03-10');
    expect(refused.status).toBe(422);
    expect(refused.body.error?.message).toContain('line 2, time: is not of 2026-03-10');
  });

  it('stands beside the canonical form, which is accepted always', async () => {
    const file = statement([row({ merchantRef: 'C1', providerTransactionId: 'TC1' })], { day: '2026-03-15' });
    expect(await put(file, '2026-03-15')).toEqual({ status: 201, body: { rows: 1, version: 1 } });
  });
});
