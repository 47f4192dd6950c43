import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dossierTask,
  ratingsTask,
  sampleDossier,
  sampleRating,
  sampleStatistics,
  sampleStep,
  statisticsTask,
  stepsTask,
} from '../../tests/contract/portal.ts';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import { UpstreamError } from '../contract/errors.ts';

let rig: PortalRig;
beforeEach(async () => {
  rig = await portalRig();
});
afterEach(() => rig.stop());

interface Reports {
  ratings: Record<string, unknown>[];
  statistics: Record<string, unknown>[];
  replaced: number;
}
const reports = async () => (await rig.admin('GET', 'reports')) as Reports;

describe('reports', () => {
  it('are written in the portal’s types, percentages that make a whole', async () => {
    await rig.port.deliver([ratingsTask([sampleRating()]), statisticsTask([sampleStatistics()])]);
    const { ratings, statistics } = await reports();
    expect(ratings).toMatchObject([
      {
        NgayTongHop: '9-2025',
        TongSoNguoiDanhGia: 3,
        PhanTramDanhGiaRatHaiLong: '34%',
        PhanTramDanhGiaHaiLong: '33%',
        PhanTramDanhGiaChuaHaiLong: '33%',
        Madonvi: 'H12.32248',
      },
    ]);
    expect(statistics).toMatchObject([
      {
        Thang: '9',
        Nam: '2025',
        TongSoXuLy: '150',
        TongDaXuLy: '110',
        PhanTramXuLyDungHan: '95.45',
        PhanTramXuLyTreHan: '4.55',
        TongChuaXuLy: '40',
        PhanTramChuaXuLyTrongHan: '95.00',
        PhanTramChuaXuLyTreHan: '5.00',
        LoaiThongKe: '1',
      },
    ]);
  });

  it('of a month that is told again replace what was told', async () => {
    for (const received of [120, 121]) {
      const row = sampleStatistics({ received, openInTime: received - 82 });
      expect(await rig.port.deliver([statisticsTask([row])])).toMatchObject([{ kind: 'delivered' }]);
    }
    const { statistics, replaced } = await reports();
    expect(statistics).toMatchObject([{ SoNhanTrongKy: '121' }]);
    expect(replaced).toBe(1);
  });

  it('of a month without dossiers or answers hold no division by zero', async () => {
    const none = { received: 0, carriedOver: 0, finishedOnTime: 0, finishedLate: 0, openInTime: 0, openOverdue: 0 };
    await rig.port.reportStatistics?.([sampleStatistics(none)]);
    await rig.port.reportRatings?.([sampleRating({ veryPleased: 0, pleased: 0, notPleased: 0 })]);
    const { ratings, statistics } = await reports();
    expect(statistics).toMatchObject([{ PhanTramXuLyDungHan: '0.00', PhanTramChuaXuLyTreHan: '0.00' }]);
    expect(ratings).toMatchObject([{ PhanTramDanhGiaHaiLong: '0%' }]);
  });

  it('that do not add up, or are of no month, are sent to nobody', async () => {
    const wrong = [statisticsTask([sampleStatistics({ received: 121 })]), ratingsTask([sampleRating({ month: '2025-13' })])];
    expect(await rig.port.deliver(wrong)).toMatchObject([
      { kind: 'refused', code: 'CONTENT_INVALID' },
      { kind: 'refused', code: 'CONTENT_INVALID' },
    ]);
    expect(await reports()).toMatchObject({ ratings: [], statistics: [] });
  });

  it('that the portal refuses stand alone with its reason', async () => {
    const good = { ...statisticsTask([sampleStatistics()]), id: 'good' };
    const bad = { ...statisticsTask([sampleStatistics({ unitName: '' })]), id: 'bad' };
    const outcomes = await rig.port.deliver([good, bad]);
    expect(outcomes).toContainEqual({ id: 'good', kind: 'delivered' });
    expect(outcomes).toContainEqual(expect.objectContaining({ id: 'bad', kind: 'refused', reason: expect.stringContaining('TenDonVi') }));
    await expect(rig.port.reportStatistics?.([sampleStatistics({ unitName: '' })])).rejects.toThrow(UpstreamError);
  });

  it.each(['drop-after', 'drop-before', 'silent', 'apply-late'])('%s: arrive', async (kind) => {
    await rig.fault({ kind, service: 'DongBoThongKeHoSo', count: 1, ms: kind === 'apply-late' ? 0 : 20_000 });
    const { outcomes, rounds } = await rig.deliverAll([statisticsTask([sampleStatistics()])]);
    expect(rounds.length).toBeGreaterThan(1);
    expect(outcomes).toEqual([{ id: 'c-2025-09', kind: 'delivered' }]);
    expect((await reports()).statistics).toHaveLength(1);
  });

  it('have no way through a gateway without such a service, and a person is told so', async () => {
    const gateway = await portalRig({}, WAYS['gateway']);
    expect(await gateway.port.deliver([ratingsTask([sampleRating()])])).toMatchObject([{ kind: 'refused', code: 'SERVICE_ABSENT' }]);
    await gateway.stop();
  });
});

describe('what was cut', () => {
  it('is told with the outcome, by field and length, and never keeps a delivery from arriving', async () => {
    const file = { id: '1', name: 'ộ'.repeat(4_001), digitized: false, reused: false, fromPersonalStore: false, isResult: false };
    const dossier = sampleDossier('H12.1-250701-0001', {
      summary: 'Đề nghị '.normalize('NFD').repeat(200),
      note: 'x'.repeat(2_000),
      files: [file, { ...file, id: '2', name: 'a'.repeat(2_001), isResult: true }],
    });
    const cut = [
      { field: 'TrichYeuHoSo', from: 1_599, to: 1_000 },
      { field: 'TaiLieuNop[0].TenTepDinhKem', from: 4_001, to: 4_000 },
      { field: 'DanhSachGiayToKetQua[0].TenGiayTo', from: 2_001, to: 2_000 },
    ];
    expect(await rig.port.deliver([dossierTask(dossier)])).toEqual([
      { id: 'd-H12.1-250701-0001', kind: 'delivered', notes: { shortened: cut } },
    ]);
    const steps = stepsTask('H12.1-250701-0001', [sampleStep(1), sampleStep(2, { officer: 'Nguyễn '.repeat(10) })]);
    expect(await rig.port.deliver([steps])).toMatchObject([{ notes: { shortened: [{ field: 'data[1].NguoiXuLy', from: 69, to: 50 }] } }]);
  });

  it('follows limits that an installation adds', async () => {
    const port = rig.another({ NATIONAL_PORTAL_LIMITS: 'ChuHoSo=5, TrichYeuHoSo=10' });
    const [outcome] = await port.deliver([dossierTask(sampleDossier('H12.1-250701-0001', { summary: '0123456789' }))]);
    expect(outcome).toMatchObject({ notes: { shortened: [{ field: 'ChuHoSo', from: 12, to: 5 }] } });
  });
});
