import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agencies, fields, listOf, procedureReply, publicServices, unknownList } from './simulator.catalogue.ts';
import { LISTS, type Modes, type Reply } from './simulator.modes.ts';
import { ratingRule, type SimulatedRating, type SimulatedStatistics, statisticsRule } from './simulator.reports.ts';
import {
  complaint,
  dossierRule,
  hasIsoTime,
  isDossierCode,
  noticeRule,
  type SimulatedDossier,
  type SimulatedNotice,
  type SimulatedStep,
  stepRule,
} from './simulator.rules.ts';
import type { PortalStore } from './simulator.store.ts';

const callRule = z.looseObject({ session: z.string(), madonvi: z.string().min(1), service: z.string().min(1) });

/** A service call whose envelope is whole. */
export type Call = z.infer<typeof callRule>;

export function parseCall(body: unknown): Call | string {
  const parsed = callRule.safeParse(body);
  return parsed.success ? parsed.data : complaint(parsed.error);
}

/** The dossier codes that a call is about. */
export function codesOf(call: Call): string[] {
  const data: unknown[] = Array.isArray(call['data']) ? call['data'] : [call['data']];
  const named = [...data.flatMap((each) => [fieldOf(each, 'MaHoSo'), fieldOf(each, 'MaHoSoDonVi')]), call['mahoso']];
  return [...new Set(named.filter((code): code is string => typeof code === 'string'))];
}

/** Carries a call out: strictly by the known types, and a batch as a whole or not at all. */
export function carryOut(store: PortalStore, modes: Modes, call: Call): Reply {
  const service = SERVICES[call.service];
  if (service === undefined && call.service.startsWith('LayDanhMuc')) return unknownList(call.service);
  if (service === undefined) return refuse(store, `Không có dịch vụ ${call.service}`);
  return service(store, modes, call);
}

/** Does once more what an earlier process carried out: it was checked then, and under the modes of then. */
export function carryOutAgain(store: PortalStore, call: Call): void {
  const data: unknown = call['data'];
  if (call.service === 'DongBoHoSoMC') writeDossiers(store, data as SimulatedDossier[], call['isUpdating'] === 'True');
  if (call.service === 'CapNhatTienDoHoSoMC') for (const step of data as SimulatedStep[]) store.addStep(step);
  if (call.service === 'DongBoTrangThaiHoSo') store.addNotice(data as SimulatedNotice);
  if (call.service === 'DongBoDanhGia') for (const rating of data as SimulatedRating[]) store.reports.rate(rating);
  if (call.service === 'DongBoThongKeHoSo') for (const row of data as SimulatedStatistics[]) store.reports.count(row);
}

/** Whether a call changes what the portal holds. */
export function isWrite({ service }: Call): boolean {
  return service.startsWith('DongBo') || service === 'CapNhatTienDoHoSoMC';
}

const SERVICES: Record<string, (store: PortalStore, modes: Modes, call: Call) => Reply> = {
  DongBoHoSoMC: syncDossiers,
  CapNhatTienDoHoSoMC: addSteps,
  DongBoTrangThaiHoSo: addNotice,
  TraCuuHoSo: lookUp,
  DongBoDanhGia: (store, _modes, call) => addReports(store, call, ratingRule),
  DongBoThongKeHoSo: (store, _modes, call) => addReports(store, call, statisticsRule),
  LayDanhSachTTHC: (_store, modes) => listOf(modes),
  LayThuTuc: (_store, _modes, call) => procedureReply(call['maTTHC']),
  TraCuuTechID: accountOf,
  LayDVC: (_store, modes) => publicServices(modes),
  LayDanhMucCoQuan: agencies,
  LayDanhMucLinhVuc: fields,
};

function addReports(store: PortalStore, call: Call, rule: z.ZodType): Reply {
  const rows = checkAll(store, call, rule);
  if (typeof rows === 'string') return refuse(store, rows);
  carryOutAgain(store, call);
  return { code: '0', message: 'Đồng bộ thành công' };
}

function syncDossiers(store: PortalStore, modes: Modes, call: Call): Reply {
  const updating = z.enum(['True', 'False']).safeParse(call['isUpdating']);
  if (!updating.success) return refuse(store, 'isUpdating: phải là "True" hoặc "False"');
  const checked = checkAll(store, call, dossierRule);
  if (typeof checked === 'string') return refuse(store, checked);
  const misnamed = checked.find(({ MaHoSo }) => !isDossierCode(MaHoSo) && !store.has(MaHoSo));
  if (misnamed !== undefined) return refuse(store, `Hồ sơ ${misnamed.MaHoSo}: MaHoSo: sai mẫu mã hồ sơ`);
  const update = updating.data === 'True';
  const clash = checked.find((dossier) => store.has(dossier.MaHoSo) !== update) ?? repeated(checked);
  if (clash !== undefined) {
    if (update) return refuse(store, `Hồ sơ ${clash.MaHoSo} không tồn tại`);
    store.counters.duplicateInserts += 1;
    return { ...refuse(store, `Hồ sơ ${clash.MaHoSo} đã tồn tại`), code: modes.duplicateCode };
  }
  const ended = modes.endsStand ? checked.find((dossier) => endStands(store, dossier)) : undefined;
  if (ended !== undefined) return refuse(store, `Hồ sơ ${ended.MaHoSo} đã kết thúc, không đổi trạng thái được`);
  writeDossiers(store, checked, update);
  return { code: '0', message: update ? 'Cập nhật hồ sơ thành công' : 'Đồng bộ hồ sơ thành công' };
}

function writeDossiers(store: PortalStore, dossiers: readonly SimulatedDossier[], update: boolean): void {
  for (const dossier of dossiers) {
    if (update) store.update(dossier);
    else store.insert(dossier);
    if (hasIsoTime(dossier)) store.counters.warnings += 1;
  }
}

function addSteps(store: PortalStore, _modes: Modes, call: Call): Reply {
  const steps = checkAll(store, call, stepRule);
  if (typeof steps === 'string') return refuse(store, steps);
  const stranger = steps.find((step) => !store.has(step.MaHoSo));
  if (stranger !== undefined) return refuse(store, `Hồ sơ ${stranger.MaHoSo} không tồn tại`);
  for (const step of steps) store.addStep(step);
  return { code: '0', message: 'Cập nhật tiến độ thành công' };
}

function addNotice(store: PortalStore, _modes: Modes, call: Call): Reply {
  if (call['type'] !== '2') return refuse(store, 'type: phải là "2"');
  const notice = noticeRule.safeParse(call['data']);
  if (!notice.success) return refuse(store, `data.${complaint(notice.error)}`);
  store.addNotice(notice.data);
  return { code: '0', message: 'Cập nhật trạng thái thành công' };
}

function lookUp(store: PortalStore, modes: Modes, call: Call): Reply {
  const code = call['mahoso'];
  if (typeof code !== 'string' || code === '') return refuse(store, 'mahoso: để trống');
  const held = store.show(code);
  if (held === undefined) return { code: '0', message: '', fields: { result: [] } };
  const lists = modes.lookUpLists ? { [LISTS.steps]: held['steps'], [LISTS.notices]: held['notices'] } : {};
  const { DonViXuLy } = (held['body'] ?? {}) as { DonViXuLy?: unknown };
  const unit = DonViXuLy === undefined ? {} : { DonViXuLy };
  return { code: '0', message: '', fields: { result: [{ MaHoSo: held['code'], TrangThaiHoSo: held['status'], ...unit, ...lists }] } };
}

/** Numbers that end in 0 have no account; of the others the account follows from the number, so that two simulators agree. */
function accountOf(store: PortalStore, _modes: Modes, call: Call): Reply {
  const { mstorcmnd, provider } = call;
  if (provider !== undefined && provider !== 'wso2is') return refuse(store, 'provider: không có');
  if (typeof mstorcmnd !== 'string' || !/^[\dA-Z-]{6,20}$/.test(mstorcmnd)) return refuse(store, 'mstorcmnd: để trống hoặc sai');
  const result = mstorcmnd.endsWith('0') ? [] : [{ TECHNICALID: technicalIdOf(mstorcmnd) }];
  return { code: '0', message: '', fields: { result } };
}

export function technicalIdOf(number: string): string {
  return `sim-${createHash('sha256').update(number).digest('hex').slice(0, 16)}`;
}

/** All items of `data`, or what is wrong with the first bad one and whose it is. */
function checkAll<T>(store: PortalStore, call: Call, rule: z.ZodType<T>): T[] | string {
  const data: unknown = call['data'];
  if (!Array.isArray(data) || data.length === 0) return 'data: phải là một mảng có phần tử';
  store.counters.largestBatch = Math.max(store.counters.largestBatch, data.length);
  const checked: T[] = [];
  for (const item of data) {
    const parsed = rule.safeParse(item);
    if (!parsed.success) return `${nameOf(item)}: ${complaint(parsed.error)}`;
    checked.push(parsed.data);
  }
  return checked;
}

function repeated(dossiers: readonly SimulatedDossier[]): SimulatedDossier | undefined {
  const seen = new Set<string>();
  return dossiers.find(({ MaHoSo }) => seen.size === seen.add(MaHoSo).size);
}

/** Refused, withdrawn, stopped, returned. */
const ENDS: ReadonlySet<string | undefined> = new Set(['3', '7', '8', '10']);

function endStands(store: PortalStore, { MaHoSo, TrangThaiHoSo }: SimulatedDossier): boolean {
  const status = store.statusOf(MaHoSo);
  return ENDS.has(status) && status !== TrangThaiHoSo;
}

function refuse(store: PortalStore, message: string): Reply {
  store.counters.refusals += 1;
  return { code: '-1', message };
}

/** As the portal would name an item that it refuses. */
function nameOf(item: unknown): string {
  const code = fieldOf(item, 'MaHoSo');
  return typeof code === 'string' ? `Hồ sơ ${code}` : `Đơn vị ${String(fieldOf(item, 'Madonvi') ?? '?')}`;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
