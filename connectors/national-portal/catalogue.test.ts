import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import { procedureOf } from './catalogue.procedure.ts';
import { amountOf, dayOf, numberOf } from './catalogue.read.ts';

describe('lenient reading', () => {
  it.each([
    ['150.000', 150_000],
    ['1.250.000', 1_250_000],
    ['8,000đ', 8_000],
    ['15000 đồng', 15_000],
    ['150000.00', 150_000],
    ['Không', 0],
    ['KHÔNG thu', 0],
    ['Miễn phí', 0],
    ['0', 0],
    ['', null],
    ['Theo quy định', null],
    ['từ 5.000 đến 8.000', null],
    ['1.5', null],
  ])('%j is %j đồng', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });

  it.each([
    ['5', 5],
    ['1,5', 1.5],
    ['', null],
    ['Không quy định', null],
  ])('%j is the number %j', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  it.each([
    ['01/02/2024', '2024-02-01'],
    ['1-2-2024', '2024-02-01'],
    ['2024-02-01T00:00:00', '2024-02-01'],
    ['20240201', '2024-02-01'],
    ['31/02/2024', undefined],
    ['', undefined],
  ])('%j is the day %j', (text, day) => {
    expect(dayOf(text)).toBe(day);
  });

  it('makes a procedure of a row that lacks nearly all', () => {
    expect(
      procedureOf({ MATTHC: '1.009999', TENTTHC: 'Thủ tục mẫu'.normalize('NFD'), CAPTHUCHIEN: '', CACHTHUCTHUCHIEN: [{ KENH: '9' }] }),
    ).toMatchObject({
      code: '1.009999',
      name: 'Thủ tục mẫu',
      published: false,
      levels: [],
      ways: [{ times: [] }],
      agencies: { handling: [] },
    });
  });
});

describe.each(['adapter', 'gateway', 'lgsp by form'])('the catalogue by %s', (way) => {
  let rig: PortalRig;
  beforeAll(async () => {
    rig = await portalRig({}, WAYS[way]);
  });
  afterAll(() => rig.stop());

  it('is listed, whole or as short as the portal makes it', async () => {
    const listed = (await rig.port.listProcedures?.()) ?? [];
    expect(listed).toHaveLength(79);
    expect(listed).toContainEqual({ code: '1.001193', name: 'Thủ tục đăng ký khai sinh' });
    await rig.modes({ listedProcedures: 3 });
    expect(await rig.port.listProcedures?.()).toHaveLength(3);
    await rig.modes({ listedProcedures: 0 });
    expect(await rig.port.listProcedures?.()).toEqual([]);
    await rig.modes({ listedProcedures: null });
  });

  it('gives each procedure with its fees, times and papers', async () => {
    const copy = await rig.port.procedure?.('2.000635');
    expect(copy).toMatchObject({
      code: '2.000635',
      published: true,
      levels: ['COMMUNE'],
      fields: [{ name: 'Hộ tịch' }],
      legalBases: [{ issuedOn: '2024-01-01', effectiveOn: '2024-02-15' }],
    });
    const [byHand, online] = copy?.ways ?? [];
    expect([byHand?.channel, online?.channel]).toEqual(['IN_PERSON', 'ONLINE']);
    expect(byHand?.times[0]).toMatchObject({ duration: 0, fees: [{ kind: 'CHARGE', code: "2'", amount: 8_000, amountText: '8.000' }] });
    expect(copy?.components[0]?.papers[0]).toMatchObject({ originals: 1, copies: 0, formName: 'to-khai.docx' });
    expect(copy?.components[0]?.papers[1]).toMatchObject({ name: 'Căn cước', replacedByResult: 'KQ.SIM.000001' });
    expect((await rig.port.procedure?.('1.001193'))?.ways[0]?.times[0]?.fees[0]).toMatchObject({ amount: 0, amountText: 'Không' });
    expect((await rig.port.procedure?.('1.004873'))?.ways[0]?.times[0]).toMatchObject({ duration: 3, unit: 'Ngày làm việc', fees: [] });
    expect(await rig.port.procedure?.('9.999999')).toBeNull();
  });

  it('that can’t be read says so, and is no empty list', async () => {
    await rig.fault({ kind: 'page', status: 200, service: 'LayDanhSachTTHC', count: 1 });
    await expect(rig.port.listProcedures?.()).rejects.toMatchObject({ code: 'ADAPTER_PAGE', retry: true });
    await rig.fault({ kind: 'reject', service: 'LayThuTuc', count: 1, message: 'Lỗi hệ thống' });
    await expect(rig.port.procedure?.('2.000635')).rejects.toMatchObject({ code: 'LOOKUP_-1', retry: true });
  });
});
