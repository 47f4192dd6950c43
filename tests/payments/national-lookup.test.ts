import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import national from '../../connectors/national-payment-platform/manifest.ts';
import { SIMULATOR_LOOKUP_SECRET } from '../../connectors/national-payment-platform/simulator.lookup.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';

let hub: GatewayHub;
let serial = 0;
beforeAll(async () => {
  hub = await createGatewayHub(national);
  await hub.configure('PUT', 'modes', { noticeDelayMs: 5 });
});
afterAll(() => hub.stop());

const code = () => {
  serial += 1;
  return `H12.64-250929-${String(serial).padStart(4, '0')}`;
};
/** The portal's question as it is, or as somebody else asks it. */
async function lookUp(body: string, authorization: string | null = `Bearer ${SIMULATOR_LOOKUP_SECRET}`) {
  const headers = authorization === null ? {} : { authorization };
  const response = await fetch(`${hub.hubUrl}/payments/national/lookup`, { method: 'POST', body, headers });
  return { status: response.status, ...((await response.json()) as { error_code: number; message: Record<string, unknown> & string }) };
}
const question = (MaHoSo: unknown) => JSON.stringify({ MaHoSo });
const payments = () =>
  hub.platform.db.query<{ reference: string; status: string; amount: number }>(
    'SELECT reference, status, amount FROM payments.payment ORDER BY created_at, id',
  );
/** The payer looks a dossier up at the portal; answers the page. */
const visit = async (dossierCode: string) => (await fetch(`${hub.simulator.url}/tra-cuu?MaHoSo=${encodeURIComponent(dossierCode)}`)).text();
const payLink = (page: string) => `${hub.simulator.url}${/href="([^"]+)"/.exec(page)?.[1] ?? '/'}`;

describe('a dossier that the portal looks up', () => {
  it('is paid by whoever looked it up, and then nothing is due', async () => {
    const own = code();
    const dossier = await hub.ingest({ code: own });
    const page = await visit(own);
    expect(page).toContain('Phải nộp 50000 đồng');
    await hub.choose(payLink(page), '00');
    await vi.waitFor(async () => expect(await hub.paid(dossier)).toBe(50_000), { timeout: 20_000 });
    expect(await lookUp(question(own))).toMatchObject({ status: 200, error_code: 0 });
    expect(await visit(own)).toContain('khong con khoan phai nop');
  });

  it('tells its fees and whom they are for, and nothing of any person', async () => {
    const own = code();
    await hub.ingest({ code: own });
    const { message, ...rest } = await lookUp(question(own));
    expect(rest).toEqual({ status: 200, error_code: 1 });
    expect(message).toMatchObject({
      ...{ MaHoSo: own, MaDichVu: '2', MaDVC: '1.001193.01', MaTTHC: '1.001193', HoTenNguoiNop: '', SoCMNDNguoiNop: '' },
      PhiLePhi: [{ MaPhiLePhi: 'LP', TenPhiLePhi: 'Lệ phí', SoTien: '50000' }],
      DSKhoanNop: [{ SoTien: '50000' }],
    });
    expect(message['MaTraCuuTT']).toMatch(/^[A-Za-z0-9]{1,20}$/);
    expect(JSON.stringify(message)).not.toMatch(/Thử Nghiệm|096885/);
  });

  it('has one open payment, however often and however many at once look it up', async () => {
    const own = code();
    await hub.ingest({ code: own });
    const before = (await payments()).length;
    const answers = await Promise.all(Array.from({ length: 12 }, () => lookUp(question(own))));
    expect(new Set(answers.map(({ message }) => message['MaTraCuuTT'])).size).toBe(1);
    expect(await payments()).toHaveLength(before + 1);
  });

  it('that changes is paid as it is then', async () => {
    const own = code();
    await hub.ingest({ code: own });
    const first = await lookUp(question(own));
    await hub.ingest({ code: own, version: 2, fee: 80_000 });
    const second = await lookUp(question(own));
    expect(second.message['DSKhoanNop']).toMatchObject([{ SoTien: '80000' }]);
    expect(second.message['MaTraCuuTT']).not.toBe(first.message['MaTraCuuTT']);
  });

  it('is paid though the notice is lost: the hub asks', async () => {
    const own = code();
    const dossier = await hub.ingest({ code: own });
    await hub.configure('POST', 'notice-faults', { kind: 'LOST', times: 100 });
    await hub.choose(payLink(await visit(own)), '00');
    await hub.configure('DELETE', 'notice-faults');
    expect(await hub.paid(dossier)).toBe(0);
    await hub.platform.db.query("UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE status = 'PENDING'");
    await queryPending(hub.platform, new AbortController().signal);
    expect(await hub.paid(dossier)).toBe(50_000);
  });
});

describe('a look-up', () => {
  it.each([
    ['without the secret', null, 401],
    ['with another', 'Bearer another-secret-of-somebody-else', 401],
    ['with a part of it', `Bearer ${SIMULATOR_LOOKUP_SECRET.slice(0, -1)}`, 401],
    ['with it as a password', `Basic ${SIMULATOR_LOOKUP_SECRET}`, 401],
  ])('%s is refused, and opens nothing', async (_, authorization, status) => {
    const own = code();
    await hub.ingest({ code: own });
    const before = await payments();
    const answer = await lookUp(question(own), authorization);
    expect(answer).toEqual({ status, error_code: -1, message: 'Khong co quyen tra cuu' });
    expect(await payments()).toEqual(before);
  });

  it.each([
    ['cut off', '{"MaHoSo":"H12'],
    ['without a code', '{}'],
    ['of an empty code', question(' ')],
    ['of a code that is none', question({ a: 1 })],
    ['of a code with a line in it', question('H12\n-1')],
    ['of a code without end', question('H'.repeat(101))],
    ['that is a list', '["H12"]'],
  ])('%s is refused, and opens nothing', async (_, body) => {
    const before = await payments();
    expect(await lookUp(body)).toMatchObject({ status: 400, error_code: -1 });
    expect(await payments()).toEqual(before);
  });

  it('of a dossier that nobody knows says so', async () => {
    expect(await lookUp(question('H12.64-250929-9999'))).toMatchObject({ status: 200, error_code: -1, message: 'Khong tim thay ho so' });
    expect(await visit('H12.64-250929-9999')).toContain('Khong tim thay ho so');
  });

  it('of a dossier whose fees were settled elsewhere has nothing due', async () => {
    const own = code();
    await hub.ingest({ code: own, feesSettled: true });
    expect(await lookUp(question(own))).toMatchObject({ status: 200, error_code: 0 });
  });

  it('while the gateway is paused is put off', async () => {
    const own = code();
    await hub.ingest({ code: own });
    await hub.platform.db.query("UPDATE outbox.connector SET paused = true WHERE id = 'national-payment-platform'");
    expect(await lookUp(question(own))).toMatchObject({ error_code: -1, message: expect.stringContaining('thu lai') });
  });
});
