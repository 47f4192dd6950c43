import type { Modes, Reply } from './simulator.modes.ts';
import data from './simulator.procedures.json' with { type: 'json' };

type Procedure = (typeof data.procedures)[number];

const FIELD_NAMES = [...new Set(data.procedures.map(({ field }) => field))];
const fieldCodeOf = (at: number) => `G99-SIM${String(1 + at).padStart(2, '0')}`;

const byCode = new Map<string, Procedure>(data.procedures.map((procedure) => [procedure.code, procedure]));

/** `LayDanhSachTTHC`: all at once, as no paging was seen; fewer where the mode cuts the answer short. */
export function listOf({ listedProcedures }: Modes): Reply {
  const listed = data.procedures.slice(0, listedProcedures ?? data.procedures.length);
  return { code: '0', message: '', fields: { result: listed.map(({ code, name }) => ({ MATTHC: code, TENTTHC: name })) } };
}

/** `LayThuTuc`: every value a text, with the quirks that clients were seen to live with. */
export function procedureReply(code: unknown): Reply {
  const procedure = typeof code === 'string' ? byCode.get(code) : undefined;
  return { code: '0', message: '', fields: { result: procedure === undefined ? [] : [rowOf(procedure)] } };
}

function rowOf(procedure: Procedure): Record<string, unknown> {
  const { code, name, field } = procedure;
  const fieldCode = fieldCodeOf(FIELD_NAMES.indexOf(field));
  return {
    ID: String(990_001 + data.procedures.indexOf(procedure)),
    MATTHC: code,
    TENTTHC: name,
    MACOQUANCONGBO: 'H12',
    LOAITTHC: '1',
    MOTADOITUONGTHUCHIEN: '',
    DIACHITIEPNHAN: '',
    YEUCAU: 'Không',
    TUKHOA: '',
    IDQUYETDINHCONGBO: '88001',
    TRANGTHAI: '1',
    MOTACOQUANTHUCHIEN: 'Ủy ban nhân dân cấp xã',
    MOTACOQUANTHAMQUYEN: '',
    MOTA: '',
    TRINHTUTHUCHIEN: [{ TRUONGHOP: '', TRINHTU: [{ TENTRINHTU: 'Bước 1: nộp hồ sơ' }, { TENTRINHTU: 'Bước 2: giải quyết' }] }],
    CAPTHUCHIEN: [{ CAPTHUCHIEN: '3', TENCAP: 'Cấp Xã' }],
    LINHVUCTHUCHIEN: [{ MALINHVUC: fieldCode, TENLINHVUC: field }],
    CACHTHUCTHUCHIEN: ['1', '2', '3'].map((channel) => wayOf(procedure, channel)),
    DOITUONGTHUCHIEN: [{ MADOITUONG: '1', TENDOITUONG: 'Công dân Việt Nam' }],
    THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: papersOf(procedure) }],
    KETQUATHUCHIEN: [{ MAKETQUA: `KQ.${code}`, TENKETQUA: 'Kết quả giải quyết', TENTEP: '', URL: '' }],
    CANCUPHAPLY: [
      {
        SOVANBAN: '00/2024/NĐ-MAU',
        TENVANBAN: 'Nghị định mẫu',
        NGAYBANHANH: '01/01/2024',
        NGAYHIEULUC: '15/02/2024',
        COQUANBANHANH: 'Cơ quan Mẫu',
        DIACHITRUYCAP: '',
      },
    ],
    TTHCLIENQUAN: [],
    TTHCLIENTHONG: [],
    COQUANTHUCHIEN: [{ MADONVI: 'H12', TENDONVI: 'Ủy ban nhân dân cấp xã' }],
    COQUANCOTHAMQUYEN: [],
    COQUANDUOCUYQUYEN: [],
    COQUANPHOIHOP: [],
  };
}

function wayOf({ fee, feeOnline, days }: Procedure, channel: string): Record<string, unknown> {
  const amount = channel === '2' ? feeOnline : fee;
  const time = {
    THOIGIANGIAIQUYET: days === null ? '' : String(days),
    DONVITINH: days === null ? '' : 'Ngày làm việc',
    MOTA: days === 0 ? 'Trong ngày; sau 15 giờ thì trả trong ngày làm việc tiếp theo' : '',
    PHILEPHI:
      amount === null
        ? []
        : [{ MAPHILEPHI: "2'", SOTIEN: moneyOf(amount), DONVI: amount === 0 ? '' : 'Đồng', MOTA: '', TENTEP: '', URL: '' }],
  };
  return { KENH: channel, THOIGIAN: [time] };
}

function moneyOf(amount: number): string {
  return amount === 0 ? 'Không' : String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

function papersOf({ code, replaceable }: Procedure): Record<string, string>[] {
  const form = { MAGIAYTO: `KQ.${code}.01`, TENGIAYTO: 'Tờ khai theo mẫu', SOBANCHINH: '1', SOBANSAO: '0', TENMAUDON: 'to-khai.docx' };
  const others = replaceable.map((name, at) => ({
    MAGIAYTO: `KQ.${code}.${String(at + 2).padStart(2, '0')}`,
    TENGIAYTO: name,
    SOBANCHINH: '0',
    SOBANSAO: '1',
    TENMAUDON: '',
    URL: '',
    MA_KQ_THAYTHE: `KQ.SIM.${String(at + 1).padStart(6, '0')}`,
  }));
  return [{ ...form, URL: 'https://portal.example.invalid/to-khai.docx', MA_KQ_THAYTHE: '' }, ...others];
}

/** `LayDVC`: the one service whose result is an object. A service for each procedure, whole online for every other one. */
export function publicServices({ listedServices }: Modes): Reply {
  const rows = data.procedures.map(({ code, name, field }, at) => ({
    MADVC: `${code}.01`,
    TENDVC: name,
    MATTHC: code,
    TENTTHC: name,
    TENCOQUANBANHANH: 'Bộ mẫu',
    TENLINHVUC: field,
    APDUNGDVC: [{ MACOQUANTHUCHIEN: 'H12', MUCDO: at % 2 === 0 ? '4' : '3' }],
  }));
  return { code: '0', message: '', fields: { result: { data: rows.slice(0, listedServices ?? rows.length) } } };
}

/** How many communes and departments the simulated province has, numbered as its own agency codes are, and branches of each department. */
const AGENCIES = { communes: 64, departments: 12, branches: 4 };

/** `LayDanhMucCoQuan`: the province, its communes, its departments and their branches. */
export function agencies(): Reply {
  const agency = (code: string, level: string) => ({ MADONVI: code, TENDONVI: `Cơ quan mẫu ${code}`, CAPDONVI: level });
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const communes = numbers(AGENCIES.communes).map((at) => agency(`H12.${at}`, '3'));
  const departments = numbers(AGENCIES.departments).map((at) => `H12.${100 + at}`);
  const branches = departments.flatMap((code) => numbers(AGENCIES.branches).map((at) => agency(`${code}.${at}`, '2')));
  return {
    code: '0',
    message: '',
    fields: { result: [agency('H12', '1'), ...communes, ...departments.map((code) => agency(code, '2')), ...branches] },
  };
}

/** `LayDanhMucLinhVuc`. */
export function fields(): Reply {
  const rows = FIELD_NAMES.map((name, at) => ({ MALINHVUC: fieldCodeOf(at), TENLINHVUC: name, MANGANH: 'G99' }));
  return { code: '0', message: '', fields: { result: rows } };
}

/** A list that is known by name alone: rows of this simulator's own making. */
export function unknownList(service: string): Reply {
  const rows = ['1', '2'].map((code) => ({ MA: code, TEN: `${service} ${code}` }));
  return { code: '0', message: '', fields: { result: rows } };
}
