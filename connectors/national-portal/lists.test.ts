import { afterEach, describe, expect, it } from 'vitest';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import { UpstreamError } from '../contract/errors.ts';

let rig: PortalRig;
afterEach(() => rig.stop());

const OTHER = 'LayDanhMucQuocGia';
const names = () => Object.keys(rig.port.lists ?? {});
const rowsOf = async (name: string) => (await rig.port.lists?.[name]?.()) ?? [];

describe('the portal’s lists', () => {
  it.each(Object.entries(WAYS).filter(([way]) => !way.startsWith('gateway')))('are read whole, by way of %s', async (_, way) => {
    rig = await portalRig({ NATIONAL_PORTAL_LISTS: OTHER }, way);
    expect(names()).toEqual(['PUBLIC_SERVICES', 'AGENCIES', 'FIELDS', OTHER]);
    const services = await rowsOf('PUBLIC_SERVICES');
    expect(services.length).toBeGreaterThan(50);
    expect(services[0]).toEqual({
      code: '1.001193.01',
      name: 'Thủ tục đăng ký khai sinh',
      about: { procedure: '1.001193', publisher: 'Bộ mẫu', agencies: [{ code: 'H12', level: 'FULL' }] },
    });
    expect(services[1]?.about).toMatchObject({ agencies: [{ level: 'PARTIAL' }] });
    expect((await rowsOf('AGENCIES'))[0]).toEqual({ code: 'H12', name: 'Cơ quan mẫu H12', about: { level: '1' } });
    expect((await rowsOf('FIELDS'))[0]).toEqual({ code: 'G99-SIM01', name: 'Hộ tịch', about: { ministry: 'G99' } });
    expect(await rowsOf(OTHER)).toEqual([
      { code: '1', name: '', about: { MA: '1', TEN: `${OTHER} 1` } },
      { code: '2', name: '', about: { MA: '2', TEN: `${OTHER} 2` } },
    ]);
  });

  it('are at a gateway those whose address is known, or set', async () => {
    rig = await portalRig({}, WAYS['gateway']);
    expect(names()).toEqual(['FIELDS']);
    expect(await rowsOf('FIELDS')).not.toEqual([]);
    await rig.stop();
    rig = await portalRig({ NATIONAL_PORTAL_SERVICE_PATHS: 'LayDVC=/KetNoiMotCuaQuocGia/LayDVC' }, WAYS['gateway']);
    expect(names()).toEqual(['PUBLIC_SERVICES', 'FIELDS']);
    expect((await rowsOf('PUBLIC_SERVICES')).length).toBeGreaterThan(50);
  });

  it.each([
    ['refused', { kind: 'reject' }],
    ['a page', { kind: 'page' }],
    ['no list', { kind: 'reject', code: '0', message: '' }],
  ])('that are %s are no empty lists', async (_, fault) => {
    rig = await portalRig();
    await rig.fault({ ...fault, service: 'LayDVC', count: 1 });
    await expect(rowsOf('PUBLIC_SERVICES')).rejects.toBeInstanceOf(UpstreamError);
    expect((await rowsOf('PUBLIC_SERVICES')).length).toBeGreaterThan(50);
  });
});
