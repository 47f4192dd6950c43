import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCheckout } from '../../tests/contract/payment.ts';
import { testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import type { CheckoutRequest, PaymentPort } from '../contract/payment.ts';
import manifest from './manifest.ts';
import { noticeBy } from './notice.ts';
import { CHECKSUMS, fromWireTime, macOf, plainText, toWireTime } from './wire.ts';

interface Vector {
  id: string;
  fieldOrder: string[];
  values: string[];
  secret: string;
  expectedSignature: string;
}
const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector[];

describe('checksums', () => {
  it.each(vectors)('$id', ({ id, fieldOrder, values, secret, expectedSignature }) => {
    const message = Object.fromEntries(values.map((value, at) => [fieldOrder[at], value]));
    expect(macOf(id.includes('init') ? 'init' : 'bill', message, { key: secret, checksum: 'sha256' })).toBe(expectedSignature);
  });

  it('of a result cover each field, in both profiles', () => {
    const values = {
      LoaiBanTin: 'C',
      MaLoi: '00',
      MaDoiTac: 'P',
      MaThamChieu: 'R',
      SoTien: '50000',
      MaTienTe: 'VND',
      MaGiaoDich: 'T',
      MaNganHang: 'B',
      ThoiGianGD: '20260105093015',
      ThongTinGiaoDich: 'x',
    };
    for (const checksum of CHECKSUMS) {
      const merchant = { code: 'P', secrets: { secret: 'a-key-that-is-long-enough' } };
      const read = (message: object) =>
        noticeBy(checksum).read({ method: 'POST', url: '/', headers: {}, body: Buffer.from(JSON.stringify(message)) }, merchant);
      const MaXacThuc = macOf('confirm', values, { key: merchant.secrets.secret, checksum });
      expect(read({ ...values, MaXacThuc })).toMatchObject({
        reference: 'R',
        status: 'SUCCEEDED',
        amount: 50_000,
        paidAt: new Date('2026-01-05T09:30:15+07:00'),
      });
      for (const name of Object.keys(values)) expect(read({ ...values, [name]: `${values[name as 'MaLoi']}1`, MaXacThuc })).toBeUndefined();
      expect(read(values)).toBeUndefined();
      const other = CHECKSUMS.find((each) => each !== checksum) ?? 'sha256';
      expect(
        noticeBy(other).read(
          { method: 'POST', url: '/', headers: {}, body: Buffer.from(JSON.stringify({ ...values, MaXacThuc })) },
          merchant,
        ),
      ).toBeUndefined();
    }
  });
});

describe('the values', () => {
  it('are written as the platform takes them', () => {
    expect(plainText('Lệ phí hồ sơ H12.1-250701-0001 (bản sao) đã nộp')).toBe('Le phi ho so H12.1-250701-0001 ban sao da nop');
    const at = new Date('2026-01-05T23:59:58+07:00');
    expect([toWireTime(at), fromWireTime(toWireTime(at)), fromWireTime('20261301000000'), fromWireTime('')]).toEqual([
      '20260105235958',
      at,
      undefined,
      undefined,
    ]);
  });
});

describe.each(CHECKSUMS)('the platform by %s', (checksum) => {
  let simulator: RunningSimulator;
  let port: PaymentPort;
  let serial = 0;
  beforeAll(async () => {
    simulator = (await manifest.simulator?.start({ port: 0 })) as RunningSimulator;
    port = manifest.create(manifest.config.parse({ ...simulator.environment, NATIONAL_PAYMENT_CHECKSUM: checksum }), testTools());
  });
  afterAll(() => simulator.stop());

  const admin = (method: string, path: string, body?: object) =>
    fetch(`${simulator.url}/_simulator/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const checkout = (over: Partial<CheckoutRequest> = {}) =>
    sampleCheckout(port.defaultMerchant ?? { code: '', secrets: {} }, `2601${serial++}HNATIONAL`, over);
  const orderOf = async (reference: string) =>
    (await (await admin('GET', `orders/${reference}`)).json()) as { extra: { dossier: string; info: string } };

  it('is told what the receipt is for, with what is known and nothing else', async () => {
    const obligation = {
      dossierCode: 'H12.1-250701-0001',
      procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
      unit: { code: '32248', agencyCode: 'H12.64', name: 'Xã Đất Mũi' },
      payer: null,
      fees: [
        { code: 'LP', name: 'Lệ phí', kind: 'CHARGE' as const, amount: 30_000 },
        { code: 'P', name: 'Phí', kind: 'FEE' as const, amount: 20_000 },
      ],
    };
    const request = checkout({ obligation });
    await port.createCheckout?.(request);
    const order = await orderOf(request.reference);
    expect(order.extra.dossier).toBe('H12.1-250701-0001');
    expect(JSON.parse(order.extra.info)).toMatchObject({
      MaDichVu: '2',
      MaDonVi: 'H12.64',
      MaTTHC: '1.001193',
      HoTenNguoiNop: '',
      SoCMNDNguoiNop: '',
      PhiLePhi: [
        { LoaiPhiLePhi: '2', MaPhiLePhi: 'LP', SoTien: '30000' },
        { LoaiPhiLePhi: '1', MaPhiLePhi: 'P', SoTien: '20000' },
      ],
    });
  });

  it('has a receipt where the money came in, and none before', async () => {
    const request = checkout();
    await port.createCheckout?.(request);
    expect(await port.bill?.(request)).toBeNull();
    await admin('POST', `orders/${request.reference}/outcome`, { code: '00' });
    expect(await port.bill?.(request)).toMatchObject({ url: expect.stringMatching(/^http.*\.pdf$/), number: expect.any(String) });
  });

  it('refuses a reference that came before, and one that is too long is never sent', async () => {
    const request = checkout();
    await port.createCheckout?.(request);
    await expect(port.createCheckout?.(request)).rejects.toMatchObject({ code: 'NATIONAL_PAYMENT_02', retry: false });
    await expect(port.createCheckout?.(checkout({ reference: 'X'.repeat(21) }))).rejects.toThrow(/at most 20/);
  });

  it.each(['PAGE', 'DROP_BEFORE', 'DROP_AFTER'])('that answers with %s can be asked again', async (kind) => {
    const request = checkout();
    await port.createCheckout?.(request);
    await admin('POST', 'call-faults', { kind, path: '/query' });
    await expect(port.query?.(request)).rejects.toMatchObject({ retry: true, outcomeUnknown: false });
    expect(await port.query?.(request)).toMatchObject({ status: 'PENDING' });
  });
});
