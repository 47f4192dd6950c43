import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { paymentRoutes, reconcile, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { absorbReported } from '../../src/subgraphs/payments/payment.jobs.ts';
import { COMMUNE, createPaymentsHub, load, loaded, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

let hub: PaymentsHub;
beforeAll(async () => {
  hub = await createPaymentsHub();
  await load(hub, [loaded([{ external: true, provider: 'VNPAY', reference: 'EXT1' }])]);
});
afterAll(() => hub.stop());

async function put(body: AsyncIterable<Uint8Array>, token: string | undefined, path = '/payments/vnpay/statements/2026-03-10') {
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, { method: 'PUT', url: path }));
  if (route?.kind !== 'streamed') throw new Error('no route');
  const viewer = await hub.platform.authenticator.viewer(token === undefined ? undefined : `Bearer ${token}`);
  const reply = await route.handle({ method: 'PUT', url: path, headers: { 'accept-language': 'en' }, body }, viewer);
  return {
    status: reply.status,
    body: JSON.parse(reply.body) as { rows?: number; version?: number; error?: { code: string; message: string } },
  };
}

const file = () =>
  statement([row({ merchantRef: 'X1', providerTransactionId: 'T1' }), row({ merchantRef: 'X2', providerTransactionId: 'T2' })]);
const count = async (table: string) => (await hub.platform.db.query<{ count: number }>(`SELECT count(*) FROM payments.${table}`))[0]?.count;

/** Ranges of rows in which every statement is looked for. */
const unsummarized = async () =>
  (await hub.platform.db.query<{ ranges: number }>(`SELECT brin_summarize_new_values('payments.statement_row_by_statement') AS ranges`))[0]
    ?.ranges;

describe('PUT …/statements/…', () => {
  it('takes a file, the same bytes once, other bytes as the next version', async () => {
    const token = await hub.token({ role: 'ACCOUNTANT' });
    expect(await put(file(), token)).toEqual({ status: 201, body: { rows: 2, version: 1 } });
    expect(await put(file(), token, '/payments/VNPAY/statements/2026-03-10?x=1')).toEqual({ status: 200, body: { rows: 2, version: 1 } });
    const reissued = statement([row({ merchantRef: 'X1', providerTransactionId: 'T1' })], { sequence: 2 });
    expect(await put(reissued, token)).toEqual({ status: 201, body: { rows: 1, version: 2 } });
    expect(await put(file(), token)).toEqual({ status: 200, body: { rows: 2, version: 1 } });
    expect(await count('statement_row')).toBe(3);
  });

  it('leaves no row of a large one among which every other statement would be looked for', async () => {
    const day = '2026-03-19';
    const rows = Array.from({ length: 3_000 }, (_, at) => row({ merchantRef: `L${at}`, providerTransactionId: `L${at}` }));
    expect((await put(statement(rows, { day }), await hub.token({ role: 'ACCOUNTANT' }), `/payments/vnpay/statements/${day}`)).status).toBe(
      201,
    );
    expect(await unsummarized()).toBe(0);
    const found = await hub.platform.db.query<{ rows: number; first: number; last: number }>(
      `SELECT count(*) AS rows, min(r.row_no) AS first, max(r.row_no) AS last
       FROM payments.statement s JOIN payments.statement_row r ON r.statement_id = s.id WHERE s.business_date = $1`,
      [day],
    );
    expect(found).toEqual([{ rows: 3_000, first: 1, last: 3_000 }]);
  });

  it('nor one that lies at hand, which is matched meanwhile', async () => {
    const day = '2026-03-20';
    const rows = Array.from({ length: 3_000 }, (_, at) => row({ merchantRef: `M${at}`, providerTransactionId: `M${at}` }));
    const file = statement(rows, { day });
    const request = { provider: 'VNPAY', businessDate: day, merchant: TMN, file, atHand: true, startedBy: 'test' } as const;
    const [done] = await reconcile(hub.platform, request);
    expect(done).toMatchObject({ status: 'DISCREPANT', statement_rows: 3_000 });
    expect(await unsummarized()).toBe(0);
  });

  it('keeps no text of an order that could be read', async () => {
    const orderInfo = 'NGUYEN VAN MAU 096885123456, 0912 345 678 nop le phi';
    const sent = statement([row({ merchantRef: 'PII', orderInfo })], { day: '2026-03-13' });
    expect((await put(sent, await hub.token({ role: 'ACCOUNTANT' }), '/payments/vnpay/statements/2026-03-13')).status).toBe(201);
    const [kept] = await hub.platform.db.query<{ order_sealed: Buffer; text: string }>(
      `SELECT order_sealed, r::text AS text FROM payments.statement_row r WHERE merchant_ref = 'PII'`,
    );
    expect(kept?.text).not.toMatch(/096885123456|MAU|345 678/);
    expect(hub.platform.cipher.open('payments.order', kept?.order_sealed ?? Buffer.alloc(0))).toBe(orderInfo);
  });

  it('lets two equal uploads at once in as one', async () => {
    const token = await hub.token({ role: 'ACCOUNTANT' });
    const day = '2026-03-12';
    const same = () => statement([row({ merchantRef: 'Y', providerTransactionId: 'T9' })], { day });
    const answers = await Promise.all([1, 2, 3].map(() => put(same(), token, `/payments/vnpay/statements/${day}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
  });

  it('keeps nothing of a damaged one and says why', async () => {
    const token = await hub.token({ role: 'ACCOUNTANT' });
    const before = [await count('statement'), await count('statement_row')];
    const answers = [
      await put(statement([row({ merchantRef: 'X1' })], { damage: (line) => line.replace(/[0-9a-f]{8}\n$/, '00000000\n') }), token),
      await put(statement([row({ merchantRef: 'X1' })], { damage: () => '' }), token),
      await put(statement([row({ merchantRef: 'X1' })], { day: '2026-03-11' }), token),
      await put(statement([row({ merchantRef: 'X1' })], { merchantCode: 'UNKNOWN' }), token),
      await put(file(), token, '/payments/vnpay/statements/2026-02-30'),
      await put(statement([]), token, '/payments/momo/statements/2026-03-10'),
      await put(file(), token, '/payments/vnpay/statements/0000-01-01'),
      await put(statement([row({ merchantRef: 'X1', bankCode: 'N\u0000B' })]), token),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 422));
    expect(answers.map(({ body }) => body.error?.message)).toEqual([
      expect.stringContaining('checksum'),
      expect.stringContaining('trailer'),
      expect.stringContaining('businessDate'),
      expect.stringContaining('merchantCode'),
      expect.stringContaining('YYYY-MM-DD'),
      expect.stringContaining('provider'),
      expect.stringContaining('YYYY-MM-DD'),
      expect.stringContaining('NUL'),
    ]);
    expect([await count('statement'), await count('statement_row')]).toEqual(before);
  });

  it('holds up nobody while it comes, however slowly', { timeout: 120_000 }, async () => {
    const token = await hub.token({ role: 'ACCOUNTANT' });
    let finish: () => void = () => undefined;
    const rest = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const rows = Array.from({ length: 4_000 }, (_, at) => row({ merchantRef: `S${at}` }));
    let begun: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      begun = resolve;
    });
    async function* slow() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of statement(rows, { day: '2026-03-14' })) chunks.push(Uint8Array.from(chunk));
      yield* chunks.slice(0, -1);
      begun();
      await rest;
      yield* chunks.slice(-1);
    }
    const upload = put(slow(), token, '/payments/vnpay/statements/2026-03-14');
    await arrived;
    const dossier = await hub.ingest({
      code: 'H12.64-250929-0901',
      payments: [{ provider: 'CASH', reference: 'SLOW1', amount: 1_000, status: 'SUCCEEDED' }],
    });
    // What a transaction that stays open would keep from every reader of the outbox. Those of other databases of the server end.
    await vi.waitFor(async () => expect(await absorbReported(hub.platform)).toBeGreaterThan(0), { timeout: 60_000, interval: 100 });
    expect(
      await hub.platform.db.query(
        `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
      ),
    ).toEqual([{ count: 0 }]);
    finish();
    expect(await upload).toEqual({ status: 201, body: { rows: 4_000, version: 1 } });
    expect(dossier).toMatch(/./);
  });

  it('keeps nothing of one that breaks off', async () => {
    async function* broken() {
      for await (const chunk of file()) {
        yield chunk.subarray(0, 40);
        throw new Error('connection lost');
      }
    }
    const before = await count('statement_row');
    await expect(put(broken(), await hub.token({ role: 'ACCOUNTANT' }))).rejects.toThrow('connection lost');
    expect(await count('statement_row')).toBe(before);
    expect(readdirSync(join(hub.platform.config.dataDir, 'incoming'))).toEqual([]);
  });

  it('is for accountants, of a unit for its own merchants alone', async () => {
    expect((await put(file(), undefined)).status).toBe(401);
    for (const role of ['OFFICER', 'UNIT_LEADER', 'AUDITOR', 'OPERATOR'] as const) {
      expect((await put(file(), await hub.token({ role, unit: COMMUNE }))).status).toBe(403);
    }
    const unit = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
    expect((await put(file(), unit)).status).toBe(403);
    expect((await put(statement([], { merchantCode: 'UNKNOWN' }), unit)).status).toBe(403);
    expect(await put(statement([], { merchantCode: COMMUNE }), unit)).toEqual({ status: 201, body: { rows: 0, version: 1 } });
    expect((await put(file(), await hub.token({ role: 'ACCOUNTANT', unit: '96' }))).status).toBe(200);
    expect((await put(file(), unit, '/payments/nobody/statements/2026-03-10')).status).toBe(404);
  });
});

describe('the return page', () => {
  async function back(query: Record<string, string>) {
    const route = paymentRoutes(hub.platform).find((each) => each.path === '/payments/vnpay/return');
    if (route?.kind !== 'buffered') throw new Error('no route');
    const url = `${route.path}?${new URLSearchParams({ merchant: TMN, sign: 'test-secret', ...query })}`;
    return route.handle({ method: 'GET', url, headers: {}, body: Buffer.alloc(0) }, await hub.platform.authenticator.viewer(undefined));
  }

  it('shows what the hub knows and changes nothing', async () => {
    await load(hub, [loaded([{ reference: 'RET1', status: 'PENDING', paidAt: null }, { reference: 'RET2' }])]);
    const waiting = await back({ ref: 'RET1', amount: '10000', status: 'SUCCEEDED' });
    expect(waiting).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(waiting.body).toContain('Đang chờ xác nhận');
    expect((await back({ ref: 'RET1', amount: '10000', status: 'FAILED' })).body).toContain('Chưa thanh toán');
    expect((await back({ ref: 'RET2', amount: '10000', status: 'SUCCEEDED' })).body).toContain('Đã thanh toán');
    const states = await hub.platform.db.query(`SELECT status FROM payments.payment WHERE reference = 'RET1'`);
    expect(states).toEqual([{ status: 'PENDING' }]);
  });

  it('has the gateway asked soon where its notice has not come', async () => {
    await load(hub, [loaded([{ reference: 'RET3', status: 'PENDING', paidAt: null }])]);
    const wait = async () => {
      const [row] = await hub.platform.db.query<{ seconds: number | null }>(
        `SELECT extract(epoch FROM next_query_at - now())::float AS seconds FROM payments.payment WHERE reference = 'RET3'`,
      );
      return row?.seconds ?? Number.NaN;
    };
    await hub.platform.db.query(`UPDATE payments.payment SET next_query_at = now() + interval '1 hour' WHERE reference = 'RET3'`);
    await back({ ref: 'RET3', amount: '10000', sign: 'forged' });
    expect(await wait()).toBeGreaterThan(60);
    await back({ ref: 'RET3', amount: '10000', status: 'SUCCEEDED' });
    expect(await wait()).toBeLessThan(60);
  });

  it('believes no forged address and runs no text of it', async () => {
    expect((await back({ ref: 'RET1', sign: 'forged' })).status).toBe(400);
    const unknown = await back({ ref: '<script>', amount: '1' });
    expect(unknown.status).toBe(404);
    expect(unknown.body).not.toContain('<script>');
  });
});
