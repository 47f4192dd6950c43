import type { PortalDossier, PortalFile, PortalSupplement } from '../contract/portal.ts';
import type { WireOptions } from './config.ts';
import { wireFlag, wireText, wireWord } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

const SUMMARY_LIMIT = 1_000;
const FILE_NAME_LIMIT = 4_000;
const RESULT_NAME_LIMIT = 2_000;
const CHANNELS = { IN_PERSON: '1', ONLINE: '2', PUBLIC_POST: '3' } as const;
/** Filed, refused at reception, withdrawn. */
const NOT_RECEIVED = new Set([1, 3, 7]);
const FILED_AT_PROVINCE = '2';

/** One `HoSo` of `DongBoHoSoMC`: field names and types are the portal's own. */
export type WireDossier = Record<string, unknown> & { MaHoSo: string };

/**
 * A dossier as `DongBoHoSoMC` takes it, with the fields of the v1.4 guide and, unless switched off,
 * those of Decisions 468 and 766. Over-long text is shortened: a summary is no reason to lose a dossier.
 */
export function wireDossier(dossier: PortalDossier, options: WireOptions): WireDossier {
  return { ...coreFields(dossier, options), ...(options.fields === '766' ? laterFields(dossier, options) : {}) };
}

function coreFields(dossier: PortalDossier, options: WireOptions): WireDossier {
  const { owner } = dossier;
  // A source may jump over the reception; of what was received in fact, the portal wants a day.
  const dated = options.unacceptedDate === 'submitted' || !NOT_RECEIVED.has(dossier.status);
  const accepted = dossier.acceptedAt ?? (dated ? dossier.submittedAt : undefined);
  return {
    MaHoSo: dossier.code,
    MaTTHC: dossier.procedureCode,
    TenTTHC: wireText(dossier.procedureName),
    MaLinhVuc: wireText(dossier.fieldCode),
    TenLinhVuc: wireText(dossier.fieldName),
    SoBienNhan: '',
    ChuHoSo: wireText(dossier.ownerName),
    LoaiDoiTuong: String(dossier.ownerKind),
    MaDoiTuong: wireText(owner.technicalId),
    ThongTinKhac: '',
    Email: wireText(owner.email),
    Fax: '',
    SoDienThoai: wireText(owner.phone),
    TrichYeuHoSo: wireText(dossier.summary, SUMMARY_LIMIT),
    NgayTiepNhan: wireTime(accepted),
    NgayHenTra: wireTime(dossier.dueAt),
    TrangThaiHoSo: String(dossier.status),
    NgayTra: wireTime(dossier.returnedAt),
    ThongTinTra: '',
    HinhThuc: wireFlag(dossier.resultByPost),
    NgayKetThucXuLy: wireTime(dossier.finishedAt),
    DonViXuLy: wireText(dossier.unitName),
    GhiChu: '',
    TaiLieuNop: dossier.files.filter((file) => !file.isResult).map((file) => submittedFile(file, options)),
    DanhSachLePhi: dossier.fees.map((fee) => ({
      TenPhiLePhi: wireText(fee.name === '' ? dossier.code : fee.name),
      MaPhiLePhi: wireText(fee.code),
      HinhThucThu: '1',
      Gia: String(fee.amount),
      LoaiPhiLePhi: fee.kind === 'FEE' ? '1' : '2',
    })),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: options.supplements ? dossier.supplements.map(supplement) : [],
    DanhSachGiayToKetQua: dossier.files.filter((file) => file.isResult).map((file) => resultPaper(file, options)),
  };
}

function laterFields(dossier: PortalDossier, options: WireOptions): Record<string, unknown> {
  const { owner } = dossier;
  return {
    KenhThucHien: CHANNELS[dossier.channel],
    SoGiayToChuHoSo: owner.nationalId ?? owner.oldId ?? owner.taxCode ?? '',
    NoiNopHoSo: FILED_AT_PROVINCE,
    HoSoCoThanhPhanSoHoa: wireFlag(dossier.files.some((file) => file.digitized && !file.isResult)),
    TaiKhoanDuocXacThucVoiVNeID: wireFlag(owner.verified),
    DuocThanhToanTrucTuyen: options.paidCodes[dossier.paidOnline],
    NgayTuChoi: wireTime(dossier.refusedAt),
    NgayNopHoSo: wireTime(dossier.submittedAt),
    DinhDanhCHS: ownerNumbers(owner),
    DSKetNoiCSDL: [],
  };
}

/** An owner without a usable number sends none: other clients send a made-up one, which then stands for a person. */
function ownerNumbers(owner: PortalDossier['owner']): { LoaiDinhDanh: string; SoDinhDanh: string }[] {
  if (owner.nationalId !== undefined && /^\d{12}$/.test(owner.nationalId)) return [{ LoaiDinhDanh: '1', SoDinhDanh: owner.nationalId }];
  if (owner.oldId !== undefined && /^\d{9}$/.test(owner.oldId)) return [{ LoaiDinhDanh: '2', SoDinhDanh: owner.oldId }];
  return [];
}

function submittedFile(file: PortalFile, options: WireOptions): Record<string, unknown> {
  const core = {
    TepDinhKemId: file.id,
    TenTepDinhKem: wireText(file.name, FILE_NAME_LIMIT),
    IsDeleted: wireWord(false),
    MaThanhPhanHoSo: wireText(file.componentCode),
    DuongDanTaiTepTin: file.url ?? '',
  };
  if (options.fields === '1.4') return core;
  return {
    ...core,
    DuocSoHoa: wireFlag(file.digitized),
    DuocTaiSuDung: reuse(file),
    DuocLayTuKhoDMQG: wireFlag(file.fromPersonalStore),
    MaKetQuaThayThe: wireText(file.resultCode),
  };
}

/** "1" reuses a component, "2" another dossier's result, which a result code shows. */
function reuse(file: PortalFile): '0' | '1' | '2' {
  if (!file.reused) return '0';
  return file.resultCode === undefined ? '1' : '2';
}

function resultPaper(file: PortalFile, options: WireOptions): Record<string, unknown> {
  const core = {
    TenGiayTo: wireText(file.name, RESULT_NAME_LIMIT),
    MaThanhPhanHoSo: wireText(file.componentCode),
    GiayToId: file.id,
    DuongDanTepTinKetQua: file.url ?? '',
  };
  return options.fields === '1.4' ? core : { ...core, MaGiayToKetQua: wireText(file.resultCode) };
}

/** No client that could be read fills this list: names and types are declared, the dates' form is the portal's usual one. */
function supplement(each: PortalSupplement): Record<string, unknown> {
  return {
    HoSoBoSungId: each.number,
    NguoiYeuCauBoSung: wireText(each.requestedBy),
    NoiDungBoSung: wireText(each.content),
    NgayBoSung: wireTime(each.requestedAt),
    NguoiTiepNhanBoSung: wireText(each.receivedBy),
    ThongTinTiepNhan: '',
    NgayTiepNhanBoSung: wireTime(each.receivedAt),
    TrangThaiBoSung: each.receivedAt !== undefined,
    DanhSachGiayToBoSung: [],
    DanhSachLePhiBoSung: [],
    NgayHenTraTruoc: wireTime(each.previousDueAt),
    NgayHenTraMoi: wireTime(each.newDueAt),
  };
}
