import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleDossier, sampleStep } from '../../tests/contract/portal.ts';
import type { PortalDossier, PortalFile, PortalStep } from '../contract/portal.ts';
import { portalConfig, type WireOptions } from './config.ts';
import { dossierRule, noticeRule, stepRule } from './simulator.rules.ts';
import { wireDossier as write } from './wire.dossier.ts';
import { foldStatus, wireStatus } from './wire.status.ts';
import { missingSteps, wireStep as writeStep } from './wire.steps.ts';
import { FieldTexts, wireText } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

const SETTINGS = {
  NATIONAL_PORTAL_URL: 'http://adapter.invalid',
  NATIONAL_PORTAL_USERNAME: 'u',
  NATIONAL_PORTAL_PASSWORD: 'p',
  NATIONAL_PORTAL_AGENCY: 'H99',
};
const { wire } = portalConfig.parse(SETTINGS);
const file: PortalFile = { id: '9001', name: 'don.pdf', digitized: true, reused: false, fromPersonalStore: false, isResult: false };
const CODE = 'H99.14-250618-0007';
const wireDossier = (dossier: PortalDossier, options: WireOptions) => write(dossier, options, new FieldTexts(options.limits));
const wireStep = (code: string, step: PortalStep) => writeStep(code, step, { at: 0, texts: new FieldTexts(wire.limits) });

describe('time', () => {
  it.each([
    ['2025-06-18T08:30:15+07:00', '20250618083015'],
    ['2025-06-17T17:30:00.900Z', '20250618003000'],
    ['2024-12-31T23:59:59-05:00', '20250101115959'],
    [undefined, ''],
  ])('%s → %s', (instant, expected) => {
    expect(wireTime(instant)).toBe(expected);
  });
});

describe('text', () => {
  it('is composed and cut without halving a letter', () => {
    expect(wireText('Đề nghị'.normalize('NFD'))).toBe('Đề nghị');
    expect(wireText('abcdef', 4)).toBe('abc…');
    expect(wireText('ab😀cd', 4)).toBe('ab…');
    expect(wireText('a👩‍👩‍👧bcdefgh', 9)).toBe('a…');
    expect(wireText('xg̃g̃g̃', 5)).toBe('xg̃…');
    expect(wireText('👩‍👩‍👧👩‍👩‍👧', 4)).toBe('…');
    expect(wireText(undefined, 4)).toBe('');
  });
});

describe('dossier', () => {
  const core =
    'MaHoSo MaTTHC TenTTHC MaLinhVuc TenLinhVuc SoBienNhan ChuHoSo LoaiDoiTuong MaDoiTuong ThongTinKhac Email Fax SoDienThoai TrichYeuHoSo NgayTiepNhan NgayHenTra TrangThaiHoSo NgayTra ThongTinTra HinhThuc NgayKetThucXuLy DonViXuLy GhiChu TaiLieuNop DanhSachLePhi DanhSachTepDinhKemKhac DanhSachHoSoBoSung DanhSachGiayToKetQua'.split(
      ' ',
    );
  const later =
    'KenhThucHien SoGiayToChuHoSo NoiNopHoSo HoSoCoThanhPhanSoHoa TaiKhoanDuocXacThucVoiVNeID DuocThanhToanTrucTuyen NgayTuChoi NgayNopHoSo DinhDanhCHS DSKetNoiCSDL'.split(
      ' ',
    );

  it('names the hub’s address of a file where the hub has one for the portal', () => {
    const files = [
      { ...file, id: 'a', url: 'https://mot-cua.example/kho/1', isResult: false },
      { ...file, id: 'b', url: 'https://mot-cua.example/kho/2', isResult: true },
    ];
    const at = (filesUrl: string | undefined) => {
      const { TaiLieuNop, DanhSachGiayToKetQua } = wireDossier(sampleDossier(CODE, { files }), { ...wire, filesUrl });
      return [TaiLieuNop, DanhSachGiayToKetQua];
    };
    expect(at(undefined)).toMatchObject([
      [{ DuongDanTaiTepTin: 'https://mot-cua.example/kho/1' }],
      [{ DuongDanTepTinKetQua: 'https://mot-cua.example/kho/2' }],
    ]);
    expect(at('https://adapter.example/hub')).toMatchObject([
      [{ DuongDanTaiTepTin: `https://adapter.example/hub/downloadfile/${CODE}/a` }],
      [{ DuongDanTepTinKetQua: `https://adapter.example/hub/downloadfile/${CODE}/b` }],
    ]);
  });

  it('has the fields of its era', () => {
    const dossier = sampleDossier(CODE, { files: [file] });
    expect(Object.keys(wireDossier(dossier, wire)).sort()).toEqual([...core, ...later].sort());
    const older = wireDossier(dossier, { ...wire, fields: '1.4' });
    expect(Object.keys(older).sort()).toEqual([...core].sort());
    expect(Object.keys((older['TaiLieuNop'] as object[])[0] ?? {})).toEqual([
      'TepDinhKemId',
      'TenTepDinhKem',
      'IsDeleted',
      'MaThanhPhanHoSo',
      'DuongDanTaiTepTin',
    ]);
  });

  it('writes each value in the type of the wire', () => {
    const dossier = sampleDossier(CODE, {
      ownerKind: 2,
      owner: { nationalId: '096885123456', technicalId: 'SIM-TECHID-17', verified: true },
      channel: 'PUBLIC_POST',
      status: 10,
      resultByPost: true,
      paidOnline: 'AT_PROVINCE',
      dueAt: '2025-07-05T17:00:00+07:00',
      finishedAt: '2025-07-04T10:15:00+07:00',
      returnedAt: '2025-07-04T14:30:00+07:00',
      files: [
        { ...file, reused: true, componentCode: 'KQ.SIM.000001', resultCode: 'KQ.SIM.000002', url: 'https://motcua.example.invalid/9001' },
        { ...file, id: '9102', isResult: true, resultCode: 'KQ.SIM.000009' },
      ],
      fees: [{ code: 'LP1', name: '', kind: 'CHARGE', amount: 150_000 }],
      supplements: [
        {
          number: 1,
          requestedAt: '2025-07-02T09:00:00+07:00',
          requestedBy: 'Lê Văn Thử',
          content: 'Bổ sung',
          newDueAt: '2025-07-07T17:00:00+07:00',
        },
      ],
    });
    expect(wireDossier(dossier, wire)).toMatchObject({
      LoaiDoiTuong: '2',
      MaDoiTuong: 'SIM-TECHID-17',
      KenhThucHien: '3',
      TrangThaiHoSo: '10',
      HinhThuc: '1',
      NgayTiepNhan: '20250701083015',
      NgayHenTra: '20250705170000',
      NgayKetThucXuLy: '20250704101500',
      NgayTra: '20250704143000',
      NgayNopHoSo: '20250701080000',
      NgayTuChoi: '',
      DuocThanhToanTrucTuyen: '2',
      TaiKhoanDuocXacThucVoiVNeID: '1',
      HoSoCoThanhPhanSoHoa: '1',
      SoGiayToChuHoSo: '096885123456',
      DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '096885123456' }],
      DanhSachLePhi: [{ TenPhiLePhi: CODE, MaPhiLePhi: 'LP1', HinhThucThu: '1', Gia: '150000', LoaiPhiLePhi: '2' }],
      TaiLieuNop: [
        {
          TepDinhKemId: '9001',
          IsDeleted: 'False',
          DuocSoHoa: '1',
          DuocTaiSuDung: '2',
          DuocLayTuKhoDMQG: '0',
          MaKetQuaThayThe: 'KQ.SIM.000002',
        },
      ],
      DanhSachGiayToKetQua: [{ GiayToId: '9102', MaGiayToKetQua: 'KQ.SIM.000009', DuongDanTepTinKetQua: '' }],
      DanhSachHoSoBoSung: [{ HoSoBoSungId: 1, NgayBoSung: '20250702090000', TrangThaiBoSung: false, NgayHenTraMoi: '20250707170000' }],
    });
  });

  it('carries what only some sources know, by code lists that an installation sets', () => {
    const dossier = sampleDossier(CODE, {
      origin: 'NATIONAL_PORTAL',
      note: 'Ghi chú'.normalize('NFD'),
      receiptNumber: 'BN-17',
      otherInformation: 'Nộp thay',
      returnNote: 'Trả tại nhà',
      refusedAt: '2025-07-02T10:00:00+07:00',
      owner: { fax: '02903800000', verified: true },
      otherPapers: [{ name: 'Giấy khác', count: 2 }],
      databases: ['7', '1'],
      fees: [{ code: 'P1', name: 'Phí', kind: 'FEE', amount: 1 }],
    });
    expect(wireDossier(dossier, wire)).toMatchObject({
      GhiChu: 'Ghi chú',
      SoBienNhan: 'BN-17',
      ThongTinKhac: 'Nộp thay',
      ThongTinTra: 'Trả tại nhà',
      NgayTuChoi: '20250702100000',
      Fax: '02903800000',
      NoiNopHoSo: '1',
      DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Giấy khác', SoLuong: 2, LoaiGiayTo: 0 }],
      DSKetNoiCSDL: [{ MaCSDL: '7' }, { MaCSDL: '1' }],
    });
    expect(dossierRule.safeParse(wireDossier(dossier, wire)).error).toBeUndefined();
    const set = portalConfig.parse({
      ...SETTINGS,
      NATIONAL_PORTAL_PLACE_CODES: 'A,B,C',
      NATIONAL_PORTAL_FEE_KIND_CODES: '8,9',
      NATIONAL_PORTAL_FEE_COLLECTION_CODE: '5',
      NATIONAL_PORTAL_DATABASE_CODES: '3,4',
    }).wire;
    const { databases: _, ...unnamed } = dossier;
    expect(wireDossier(unnamed, set)).toMatchObject({
      NoiNopHoSo: 'A',
      DSKetNoiCSDL: [{ MaCSDL: '3' }, { MaCSDL: '4' }],
      DanhSachLePhi: [{ HinhThucThu: '5', LoaiPhiLePhi: '8' }],
    });
  });

  it('makes up no number for an owner who has none', () => {
    expect(wireDossier(sampleDossier(CODE, { owner: { verified: false } }), wire)).toMatchObject({ DinhDanhCHS: [], SoGiayToChuHoSo: '' });
    expect(wireDossier(sampleDossier(CODE, { owner: { oldId: '086812345', verified: false } }), wire)).toMatchObject({
      DinhDanhCHS: [{ LoaiDinhDanh: '2', SoDinhDanh: '086812345' }],
    });
    expect(wireDossier(sampleDossier(CODE, { owner: { oldId: 'B1234567', verified: false } }), wire)).toMatchObject({ DinhDanhCHS: [] });
    const foreigner = sampleDossier(CODE, { owner: { otherId: 'C9000001', verified: false } });
    expect(wireDossier(foreigner, wire)).toMatchObject({ DinhDanhCHS: [], SoGiayToChuHoSo: 'C9000001' });
  });

  it('counts an account as verified where it filed online, since VNeID is the one way in, or only where it is told', () => {
    const account = (over: Partial<PortalDossier>, verified: 'online' | 'told' = 'online') =>
      wireDossier(sampleDossier(CODE, { channel: 'ONLINE', owner: { verified: false }, ...over }), { ...wire, verified })[
        'TaiKhoanDuocXacThucVoiVNeID'
      ];
    expect(account({})).toBe('1');
    expect(account({ channel: 'IN_PERSON' })).toBe('0');
    expect(account({ submittedAt: '2024-06-30T23:59:59+07:00' })).toBe('0');
    expect([account({}, 'told'), account({ owner: { verified: true } }, 'told')]).toEqual(['0', '1']);
  });

  it('does not date a reception that has not been', () => {
    const { acceptedAt: _, ...unaccepted } = sampleDossier(CODE, { status: 1 });
    expect(wireDossier(unaccepted, wire)).toMatchObject({ NgayTiepNhan: '' });
    expect(wireDossier(unaccepted, { ...wire, unacceptedDate: 'submitted' })).toMatchObject({ NgayTiepNhan: '20250701080000' });
    expect(wireDossier({ ...unaccepted, status: 9 }, wire)).toMatchObject({ NgayTiepNhan: '20250701080000' });
  });

  it('is taken by the strict rules whatever its texts are', () => {
    const text = fc.string({ maxLength: 5_000, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 2, max: 10 }), (summary, name, content, status) => {
        const dossier = sampleDossier(CODE, {
          summary,
          status,
          files: [
            { ...file, name },
            { ...file, name, isResult: true },
          ],
        });
        expect(dossierRule.safeParse(wireDossier(dossier, wire)).error).toBeUndefined();
        expect(noticeRule.safeParse(wireStatus(dossier)).error).toBeUndefined();
        expect(stepRule.safeParse(wireStep(CODE, sampleStep(1, { officer: `Cán bộ ${name}`, content, status }))).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('notice', () => {
  it('folds the ten states to those that a notice has', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(foldStatus)).toEqual(['1', '2', '5', '2', '5', '2', '5', '5', '2', '2']);
  });

  it('names the dossier by both codes, at the time of what it tells', () => {
    const dossier = sampleDossier(CODE, { nationalCode: 'SIM-QG-000123', status: 3, refusedAt: '2025-07-02T10:00:00+07:00' });
    expect(wireStatus(dossier)).toMatchObject({
      MaHoSo: 'SIM-QG-000123',
      MaHoSoDonVi: CODE,
      NgayXuLy: '20250702100000',
      TrangThai: '5',
      TaiLieuXuLy: [],
    });
    expect(wireStatus(sampleDossier(CODE))).toMatchObject({ MaHoSo: CODE, NgayXuLy: '20250701083015', TrangThai: '2' });
  });
});

describe('steps', () => {
  const steps = [1, 2, 2, 3].map((minute) => wireStep(CODE, sampleStep(minute)));

  it('have text where the source wrote none, and an officer of at most 50 letters', () => {
    const step = wireStep(CODE, sampleStep(1, { content: '', officer: 'x'.repeat(60) }));
    expect(step.NoiDungXuLy).toBe('Đang xử lý');
    expect(step.NguoiXuLy).toHaveLength(50);
  });

  it('that are missing are counted, not merged', () => {
    expect(missingSteps(steps, [])).toEqual(steps);
    expect(missingSteps(steps, steps)).toEqual([]);
    expect(missingSteps(steps, [steps[0], steps[1]])).toEqual([steps[2], steps[3]]);
    expect(missingSteps(steps, ['nonsense', null])).toEqual(steps);
  });
});
