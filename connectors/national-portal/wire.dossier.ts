import type { PortalDossier } from '../contract/portal.ts';
import type { WireOptions } from './config.ts';
import { otherPaper, resultPaper, submittedFile, supplement, type Writing, wireFee } from './wire.lists.ts';
import { type FieldTexts, wireFlag } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

const CHANNELS = { IN_PERSON: '1', ONLINE: '2', PUBLIC_POST: '3' } as const;
/** Filed, refused at reception, withdrawn. */
const NOT_RECEIVED = new Set([1, 3, 7]);

/** One `HoSo` of `DongBoHoSoMC`: field names and types are the portal's own. */
export type WireDossier = Record<string, unknown> & { MaHoSo: string };

/** The code by which the portal is told of a dossier, and by which it is asked for it. */
export function codeAtPortal(code: string, nationalCode: string | undefined, { filedCode }: Pick<WireOptions, 'filedCode'>): string {
  return filedCode === 'portal' ? (nationalCode ?? code) : code;
}

/**
 * A dossier as `DongBoHoSoMC` takes it, with the fields of the v1.4 guide and, unless switched off, those of Decisions
 * 468 and 766. Over-long text is shortened, which `texts` keeps: a summary is no reason to lose a dossier.
 */
export function wireDossier(dossier: PortalDossier, options: WireOptions, texts: FieldTexts): WireDossier {
  const writing = { options, texts };
  return { ...coreFields(dossier, writing), ...(options.fields === '766' ? laterFields(dossier, writing) : {}) };
}

function coreFields(dossier: PortalDossier, writing: Writing): WireDossier {
  const { owner } = dossier;
  const { options, texts } = writing;
  // A source may jump over the reception; of what was received in fact, the portal wants a day.
  const dated = options.unacceptedDate === 'submitted' || !NOT_RECEIVED.has(dossier.status);
  return {
    MaHoSo: codeAtPortal(dossier.code, dossier.nationalCode, options),
    MaTTHC: dossier.procedureCode,
    TenTTHC: texts.text('TenTTHC', dossier.procedureName),
    MaLinhVuc: texts.text('MaLinhVuc', dossier.fieldCode),
    TenLinhVuc: texts.text('TenLinhVuc', dossier.fieldName),
    SoBienNhan: texts.text('SoBienNhan', dossier.receiptNumber),
    ChuHoSo: texts.text('ChuHoSo', dossier.ownerName),
    LoaiDoiTuong: String(dossier.ownerKind),
    MaDoiTuong: texts.text('MaDoiTuong', owner.technicalId),
    ThongTinKhac: texts.text('ThongTinKhac', dossier.otherInformation),
    Email: texts.text('Email', owner.email),
    Fax: texts.text('Fax', owner.fax),
    SoDienThoai: texts.text('SoDienThoai', owner.phone),
    TrichYeuHoSo: texts.text('TrichYeuHoSo', dossier.summary),
    NgayTiepNhan: wireTime(dossier.acceptedAt ?? (dated ? dossier.submittedAt : undefined)),
    NgayHenTra: wireTime(dossier.dueAt),
    TrangThaiHoSo: String(dossier.status),
    NgayTra: wireTime(dossier.returnedAt),
    ThongTinTra: texts.text('ThongTinTra', dossier.returnNote),
    HinhThuc: wireFlag(dossier.resultByPost),
    NgayKetThucXuLy: wireTime(dossier.finishedAt),
    DonViXuLy: texts.text('DonViXuLy', dossier.unitName),
    GhiChu: texts.text('GhiChu', dossier.note),
    ...listFields(dossier, writing),
  };
}

function listFields(dossier: PortalDossier, writing: Writing): Record<string, unknown[]> {
  const files = dossier.files.filter((file) => !file.isResult);
  const results = dossier.files.filter((file) => file.isResult);
  return {
    TaiLieuNop: files.map((file, at) => submittedFile({ file, at, code: dossier.code }, writing)),
    DanhSachLePhi: dossier.fees.map((fee) => wireFee(fee, dossier.code, writing)),
    DanhSachTepDinhKemKhac: (dossier.otherPapers ?? []).map((paper, at) => otherPaper(paper, at, writing)),
    DanhSachHoSoBoSung: writing.options.supplements ? dossier.supplements.map((each, at) => supplement(each, at, writing)) : [],
    DanhSachGiayToKetQua: results.map((file, at) => resultPaper({ file, at, code: dossier.code }, writing)),
  };
}

function laterFields(dossier: PortalDossier, { options, texts }: Writing): Record<string, unknown> {
  const { owner } = dossier;
  return {
    KenhThucHien: CHANNELS[dossier.channel],
    SoGiayToChuHoSo: texts.text('SoGiayToChuHoSo', owner.nationalId ?? owner.oldId ?? owner.otherId ?? owner.taxCode),
    NoiNopHoSo: options.placeCodes[dossier.origin],
    HoSoCoThanhPhanSoHoa: wireFlag(dossier.files.some((file) => file.digitized && !file.isResult)),
    TaiKhoanDuocXacThucVoiVNeID: wireFlag(owner.verified || (options.verified === 'online' && filedWithVneid(dossier))),
    DuocThanhToanTrucTuyen: options.paidCodes[dossier.paidOnline],
    NgayTuChoi: wireTime(dossier.refusedAt),
    NgayNopHoSo: wireTime(dossier.submittedAt),
    DinhDanhCHS: ownerNumbers(owner),
    DSKetNoiCSDL: (dossier.databases ?? options.databaseCodes).map((code) => ({ MaCSDL: code })),
  };
}

/** Citizens sign in by VNeID alone since 1 July 2024, at the national portal as in provinces. */
const VNEID_ALONE_SINCE = Date.parse('2024-07-01T00:00:00+07:00');

function filedWithVneid({ channel, submittedAt }: PortalDossier): boolean {
  return channel === 'ONLINE' && Date.parse(submittedAt) >= VNEID_ALONE_SINCE;
}

/** An owner without a usable number sends none: other clients send a made-up one, which then stands for a person. */
function ownerNumbers(owner: PortalDossier['owner']): { LoaiDinhDanh: string; SoDinhDanh: string }[] {
  if (owner.nationalId !== undefined && /^\d{12}$/.test(owner.nationalId)) return [{ LoaiDinhDanh: '1', SoDinhDanh: owner.nationalId }];
  if (owner.oldId !== undefined && /^\d{9}$/.test(owner.oldId)) return [{ LoaiDinhDanh: '2', SoDinhDanh: owner.oldId }];
  return [];
}
