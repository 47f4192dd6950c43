import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPortalHub, type PortalHub } from '../../../../tests/support/dossiers-portal.ts';
import { type PortalRig, portalRig } from '../../../../tests/support/portal-rig.ts';
import { statisticsOf } from '../reporting/monthly.figures.ts';
import { reportMonth } from '../reporting/monthly.report.ts';
import { pullCatalogue } from './pull.ts';

const NIGHTLY = { askedBy: 'schedule', acceptLoss: false };

let rig: PortalRig;
let hub: PortalHub;
beforeAll(async () => {
  rig = await portalRig();
  hub = await createPortalHub({ port: rig.port });
});
afterAll(async () => {
  await hub.stop();
  await rig.stop();
});

const active = async () =>
  (await hub.platform.db.query<{ count: number }>('SELECT count(*) FROM dossiers.procedure WHERE active'))[0]?.count ?? 0;

it('the catalogue is read from the portal as it serves it, and believed only in whole', async () => {
  const before = await active();
  const pulled = await pullCatalogue(hub.platform, NIGHTLY);
  expect(pulled).toMatchObject({ outcome: 'DONE', failed: 0, withdrawn: 0 });
  expect(pulled?.listed).toBeGreaterThan(50);
  const whole = await active();
  expect(whole).toBe(before + (pulled?.added ?? 0));
  await rig.modes({ listedProcedures: Math.floor((pulled?.listed ?? 0) * 0.8) });
  expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ outcome: 'GUARDED', withdrawn: 0 });
  await rig.modes({ listedProcedures: 0 });
  expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ outcome: 'GUARDED', withdrawn: 0 });
  expect(await active()).toBe(whole);
  await rig.modes({ listedProcedures: (pulled?.listed ?? 0) - 2 });
  expect(await pullCatalogue(hub.platform, NIGHTLY)).toMatchObject({ outcome: 'DONE', withdrawn: 2 });
});

it('a month arrives at the portal as it was counted, once for each unit, and what is corrected replaces it', async () => {
  const finished = { status: 'RESOLVED' as const, resolvedAt: '2025-08-07T09:00:00+07:00' };
  const rated = hub.dossier({ submittedAt: '2025-08-04T08:00:00+07:00', acceptedAt: '2025-08-04T08:00:00+07:00', ...finished, rating: 5 });
  await hub.feed({
    ...rated,
    steps: [{ key: '1', at: finished.resolvedAt, status: 'RESOLVED', officer: 'Lê Thị Cán Bộ', content: 'xong' }],
  });
  expect(await reportMonth(hub.platform, '2025-08', ['ratings', 'statistics'])).toBe(2);
  await hub.deliver();
  const [counted] = await statisticsOf(hub.platform, '2025-08');
  expect(counted).toMatchObject({ received: 1, carriedOver: 0, finishedOnTime: 1 });
  expect(await rig.admin('GET', 'reports')).toMatchObject({
    ratings: [{ NgayTongHop: '8-2025', TongSoNguoiDanhGia: 1, PhanTramDanhGiaRatHaiLong: '100%', Madonvi: expect.stringMatching(/^H12/) }],
    statistics: [{ Thang: '8', Nam: '2025', SoNhanTrongKy: '1', TongXuLyDungHan: '1', PhanTramXuLyDungHan: '100.00' }],
    replaced: 0,
  });
  await hub.feed(hub.dossier({ submittedAt: '2025-08-28T08:00:00+07:00', acceptedAt: '2025-08-28T08:00:00+07:00' }));
  expect(await reportMonth(hub.platform, '2025-08', ['ratings', 'statistics'])).toBe(1);
  await hub.deliver();
  expect(await rig.admin('GET', 'reports')).toMatchObject({ statistics: [{ SoNhanTrongKy: '2', TongChuaXuLy: '1' }], replaced: 1 });
});
