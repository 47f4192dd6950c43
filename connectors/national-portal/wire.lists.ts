import type { PortalFee, PortalFile, PortalPaper, PortalSupplement } from '../contract/portal.ts';
import type { WireOptions } from './config.ts';
import { type FieldTexts, wireFlag, wireWord } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

/** With what the lists of a dossier are written. */
export interface Writing {
  options: WireOptions;
  texts: FieldTexts;
}

/** A file of a dossier, and its place in the list. */
export interface Placed {
  file: PortalFile;
  at: number;
  /** The dossier's own code. */
  code: string;
}

/** Where the portal fetches a file: at the hub, where that has an address for it, else where its source keeps it. */
function addressOf({ file, code }: Placed, { filesUrl }: WireOptions): string {
  if (file.url === undefined || filesUrl === undefined) return file.url ?? '';
  return `${filesUrl}/downloadfile/${code}/${file.id}`;
}

/** One of `TaiLieuNop`, with the fields of its era. */
export function submittedFile(placed: Placed, { options, texts }: Writing): Record<string, unknown> {
  const { file, at } = placed;
  const core = {
    TepDinhKemId: file.id,
    TenTepDinhKem: texts.text('TenTepDinhKem', file.name, `TaiLieuNop[${at}]`),
    IsDeleted: wireWord(false),
    MaThanhPhanHoSo: file.componentCode ?? '',
    DuongDanTaiTepTin: addressOf(placed, options),
  };
  if (options.fields === '1.4') return core;
  return {
    ...core,
    DuocSoHoa: wireFlag(file.digitized),
    DuocTaiSuDung: reuse(file),
    DuocLayTuKhoDMQG: wireFlag(file.fromPersonalStore),
    MaKetQuaThayThe: file.resultCode ?? '',
  };
}

/** "1" reuses a component, "2" another dossier's result, which a result code shows. */
function reuse(file: PortalFile): '0' | '1' | '2' {
  if (!file.reused) return '0';
  return file.resultCode === undefined ? '1' : '2';
}

/** One of `DanhSachLePhi`. Where a fee has no name, clients send the dossier's code. */
export function wireFee(fee: PortalFee, dossierCode: string, { options, texts }: Writing): Record<string, unknown> {
  return {
    TenPhiLePhi: texts.text('TenPhiLePhi', fee.name === '' ? dossierCode : fee.name),
    MaPhiLePhi: fee.code,
    HinhThucThu: options.feeCollectionCode,
    Gia: String(fee.amount),
    LoaiPhiLePhi: options.feeKindCodes[fee.kind],
  };
}

/** One of `DanhSachTepDinhKemKhac`: names and types are declared by clients of which none fills it. */
export function otherPaper(paper: PortalPaper, at: number, { texts }: Writing): Record<string, unknown> {
  return {
    TenGiayTo: texts.text('TenGiayTo', paper.name, `DanhSachTepDinhKemKhac[${at}]`),
    SoLuong: paper.count,
    LoaiGiayTo: paper.kind ?? 0,
  };
}

/** One of `DanhSachGiayToKetQua`, with the fields of its era. */
export function resultPaper(placed: Placed, { options, texts }: Writing): Record<string, unknown> {
  const { file, at } = placed;
  const core = {
    TenGiayTo: texts.text('TenGiayTo', file.name, `DanhSachGiayToKetQua[${at}]`),
    MaThanhPhanHoSo: file.componentCode ?? '',
    GiayToId: file.id,
    DuongDanTepTinKetQua: addressOf(placed, options),
  };
  return options.fields === '1.4' ? core : { ...core, MaGiayToKetQua: file.resultCode ?? '' };
}

/** One of `DanhSachHoSoBoSung`. No client that could be read fills this list: names and types are declared, the dates' form is the portal's usual one. */
export function supplement(each: PortalSupplement, at: number, { texts }: Writing): Record<string, unknown> {
  const text = (field: string, value: string | undefined) => texts.text(field, value, `DanhSachHoSoBoSung[${at}]`);
  return {
    HoSoBoSungId: each.number,
    NguoiYeuCauBoSung: text('NguoiYeuCauBoSung', each.requestedBy),
    NoiDungBoSung: text('NoiDungBoSung', each.content),
    NgayBoSung: wireTime(each.requestedAt),
    NguoiTiepNhanBoSung: text('NguoiTiepNhanBoSung', each.receivedBy),
    ThongTinTiepNhan: '',
    NgayTiepNhanBoSung: wireTime(each.receivedAt),
    TrangThaiBoSung: each.receivedAt !== undefined,
    DanhSachGiayToBoSung: [],
    DanhSachLePhiBoSung: [],
    NgayHenTraTruoc: wireTime(each.previousDueAt),
    NgayHenTraMoi: wireTime(each.newDueAt),
  };
}
