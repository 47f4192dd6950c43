import { z } from 'zod';

const AGENCY = String.raw`(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{1,3}){0,4})`;
const DOSSIER = new RegExp(`^${AGENCY}-\\d{6}-\\d{4,5}$`);
const PROCEDURE = /^\d\.\d{6}(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?$/;
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/;

const text = z.string();
const filled = z.string().min(1, 'để trống');
const flag = z.enum(['0', '1']);
const word = z.enum(['True', 'False']);
const time = z.string().refine((value) => value === '' || isTime(value), 'không đúng dạng yyyyMMddHHmmss');
const filledTime = z.string().refine(isTime, 'không đúng dạng yyyyMMddHHmmss');
// Declared by one client as a .NET date, by another as text: both are taken, the first with a warning.
const looseTime = z.string().refine((value) => value === '' || isTime(value) || ISO.test(value), 'không đúng dạng yyyyMMddHHmmss');
const status = z.string().regex(/^(?:[1-9]|10)$/, 'phải từ 1 đến 10');
const dossierCode = z.string().regex(DOSSIER, 'sai mẫu mã hồ sơ');

const submittedFile = z.strictObject({
  TepDinhKemId: text,
  TenTepDinhKem: z.string().max(4_000, 'dài quá 4000'),
  IsDeleted: word,
  MaThanhPhanHoSo: text,
  DuongDanTaiTepTin: text,
  DuocSoHoa: flag.optional(),
  DuocTaiSuDung: z.enum(['0', '1', '2']).optional(),
  DuocLayTuKhoDMQG: flag.optional(),
  MaKetQuaThayThe: text.optional(),
});
const fee = z.strictObject({ TenPhiLePhi: text, MaPhiLePhi: text, HinhThucThu: text, Gia: z.string().regex(/^\d+$/), LoaiPhiLePhi: text });
const otherPaper = z.strictObject({ TenGiayTo: text, SoLuong: z.int(), LoaiGiayTo: z.int() });
const supplement = z.strictObject({
  HoSoBoSungId: z.int(),
  NguoiYeuCauBoSung: text,
  NoiDungBoSung: text,
  NgayBoSung: looseTime,
  NguoiTiepNhanBoSung: text,
  ThongTinTiepNhan: text,
  NgayTiepNhanBoSung: looseTime,
  TrangThaiBoSung: z.boolean(),
  DanhSachGiayToBoSung: z.array(z.unknown()),
  DanhSachLePhiBoSung: z.array(z.unknown()),
  NgayHenTraTruoc: looseTime,
  NgayHenTraMoi: looseTime,
});
const resultPaper = z.strictObject({
  TenGiayTo: z.string().max(2_000, 'dài quá 2000'),
  MaThanhPhanHoSo: text,
  GiayToId: text,
  DuongDanTepTinKetQua: text,
  MaGiayToKetQua: text.optional(),
});

/** Whether a code is one that a province gives; what the portal filed has a number of its own, of a form that nobody published. */
export function isDossierCode(code: string): boolean {
  return DOSSIER.test(code);
}

/** `HoSo` as both eras send it. A dossier not yet received (1), refused (3) or withdrawn (7) may lack the day of reception. */
export const dossierRule = z
  .strictObject({
    MaHoSo: filled,
    MaTTHC: z.string().regex(PROCEDURE, 'sai mẫu mã thủ tục'),
    TenTTHC: filled,
    MaLinhVuc: text,
    TenLinhVuc: text,
    SoBienNhan: text.optional(),
    ChuHoSo: filled,
    LoaiDoiTuong: z.enum(['1', '2', '3', '4']),
    MaDoiTuong: text.nullable().optional(),
    ThongTinKhac: text.optional(),
    Email: text.optional(),
    Fax: text.optional(),
    SoDienThoai: text.optional(),
    TrichYeuHoSo: z.string().max(1_000, 'dài quá 1000').optional(),
    NgayTiepNhan: time,
    NgayHenTra: time,
    TrangThaiHoSo: status,
    NgayTra: time.optional(),
    ThongTinTra: text.optional(),
    HinhThuc: flag,
    NgayKetThucXuLy: time.optional(),
    DonViXuLy: filled,
    GhiChu: z.string().max(2_000, 'dài quá 2000').optional(),
    TaiLieuNop: z.array(submittedFile).optional(),
    DanhSachLePhi: z.array(fee).optional(),
    DanhSachTepDinhKemKhac: z.array(otherPaper).optional(),
    DanhSachHoSoBoSung: z.array(supplement).optional(),
    DanhSachGiayToKetQua: z.array(resultPaper).optional(),
    KenhThucHien: z.enum(['1', '2', '3']).optional(),
    SoGiayToChuHoSo: text.optional(),
    NoiNopHoSo: text.optional(),
    HoSoCoThanhPhanSoHoa: flag.optional(),
    TaiKhoanDuocXacThucVoiVNeID: flag.optional(),
    DuocThanhToanTrucTuyen: z.enum(['0', '1', '2', '3']).optional(),
    NgayTuChoi: time.optional(),
    DinhDanhCHS: z
      .array(
        z.strictObject({
          LoaiDinhDanh: z.enum(['1', '2']),
          SoDinhDanh: z.string().regex(/^(?:\d{9}|\d{12})$/, 'phải có 9 hoặc 12 chữ số'),
        }),
      )
      .optional(),
    NgayNopHoSo: time.optional(),
    DSKetNoiCSDL: z.array(z.strictObject({ MaCSDL: text })).optional(),
  })
  .refine((dossier) => dossier.NgayTiepNhan !== '' || ['1', '3', '7'].includes(dossier.TrangThaiHoSo), {
    path: ['NgayTiepNhan'],
    message: 'để trống',
  });

/** `TienDo` of `CapNhatTienDoHoSoMC`. */
export const stepRule = z.strictObject({
  MaHoSo: filled,
  NguoiXuLy: filled.max(50, 'dài quá 50'),
  ChucDanh: text.optional(),
  ThoiDiemXuLy: filledTime,
  PhongBanXuLy: text.optional(),
  NoiDungXuLy: text,
  TrangThai: status,
  NgayBatDau: time.optional(),
  NgayKetThucTheoQuyDinh: time.optional(),
});

/** `data` of `DongBoTrangThaiHoSo`. */
export const noticeRule = z.strictObject({
  MaHoSo: filled,
  MaHoSoDonVi: dossierCode,
  MaDoiTuong: text,
  NoiDung: text,
  NgayXuLy: filledTime,
  TrangThai: z.enum(['1', '2', '5', '11']),
  TaiLieuXuLy: z.array(
    z.strictObject({ TepDinhKemId: text, TenTepDinhKem: text, IsDeleted: word, MaThanhPhanHoSo: text, DuongDanTaiTepTin: text }),
  ),
});

export type SimulatedDossier = z.infer<typeof dossierRule>;
export type SimulatedStep = z.infer<typeof stepRule>;
export type SimulatedNotice = z.infer<typeof noticeRule>;

/** Names the field and what is wrong with it, as the portal's clients report that it does. */
export function complaint(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'dữ liệu không hợp lệ' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

/** Whether a supplement's date came in the form that only one client declares. */
export function hasIsoTime(dossier: SimulatedDossier): boolean {
  return (dossier.DanhSachHoSoBoSung ?? []).some((each) =>
    [each.NgayBoSung, each.NgayTiepNhanBoSung, each.NgayHenTraTruoc, each.NgayHenTraMoi].some((at) => ISO.test(at)),
  );
}

function isTime(value: string): boolean {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(value);
  if (parts === null) return false;
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${iso}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
