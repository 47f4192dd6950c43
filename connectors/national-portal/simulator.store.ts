import type { KnownDossier } from '../contract/manifest.ts';
import { ReportStore } from './simulator.reports.ts';
import type { SimulatedDossier, SimulatedNotice, SimulatedStep } from './simulator.rules.ts';

/** Whole bodies are kept of the last so many dossiers; of the others, what a test needs to count. */
const BODIES_KEPT = 5_000;
const HISTORY_KEPT = 100;

/** What the simulated portal holds of one dossier. */
interface Kept {
  code: string;
  status: string;
  /** Filed at the portal itself. */
  filedHere: boolean;
  inserts: number;
  updates: number;
  /** Packed, because the steps of 200,000 dossiers would not fit as objects. */
  steps: string[];
  notices: string[];
  /** `sequence operation detail`, oldest first: shows the order in which things arrived. */
  history: string[];
}

/** What was counted since the memory began, or the last reset; dossiers that were known before count nowhere. */
export interface Counters {
  logins: number;
  calls: Record<string, number>;
  inserts: number;
  updates: number;
  duplicateInserts: number;
  steps: number;
  duplicateSteps: number;
  /** Steps older than the one that their dossier already had last. */
  outOfOrderSteps: number;
  notices: number;
  /** Dossiers that were filed at the portal and came back to it by `DongBoHoSoMC`. */
  loops: number;
  refusals: number;
  warnings: number;
  largestBatch: number;
  faultsPlayed: Record<string, number>;
}

/** The simulated portal's memory: whole calls go in or nothing of them does. */
export class PortalStore {
  readonly #dossiers = new Map<string, Kept>();
  readonly #bodies = new Map<string, SimulatedDossier>();
  /** The province's own code → the portal's reference, for dossiers that were filed at the portal. */
  readonly #aliases = new Map<string, string>();
  #sequence = 0;
  readonly reports = new ReportStore();
  counters: Counters = emptyCounters();

  get size(): number {
    return this.#dossiers.size;
  }

  has(code: string): boolean {
    return this.#find(code) !== undefined;
  }

  /** The code of a dossier's state as it was last told; undefined: it is not there. */
  statusOf(code: string): string | undefined {
    return this.#find(code)?.status;
  }

  /** A dossier of which the portal was told before this memory began: that it is there, and its state. */
  know({ code, nationalCode, status }: KnownDossier): void {
    const kept = this.#find(nationalCode ?? code) ?? this.#keep(nationalCode ?? code);
    Object.assign(kept, { status: String(status), filedHere: nationalCode !== null });
    if (nationalCode !== null && nationalCode !== code) this.#aliases.set(code, nationalCode);
  }

  insert(dossier: SimulatedDossier): void {
    this.#keep(dossier.MaHoSo);
    this.#write(dossier, 'inserts');
  }

  update(dossier: SimulatedDossier): void {
    this.#write(dossier, 'updates');
  }

  addStep(step: SimulatedStep): void {
    const kept = this.#must(step.MaHoSo);
    const text = pack(step);
    const last = kept.steps.at(-1);
    if (kept.steps.includes(text)) this.counters.duplicateSteps += 1;
    else if (last !== undefined && (unpack(last)['ThoiDiemXuLy'] ?? '') > step.ThoiDiemXuLy) this.counters.outOfOrderSteps += 1;
    kept.steps.push(text);
    this.counters.steps += 1;
    this.#remember(kept, `step ${step.TrangThai} ${step.ThoiDiemXuLy}`);
  }

  /**
   * A dossier that was filed at the portal is known to it already: the first notice brings it into this memory. It ties
   * the province's code to the portal's reference; whichever was known before, there is one dossier.
   */
  addNotice(notice: SimulatedNotice): void {
    const { MaHoSo: reference, MaHoSoDonVi: code } = notice;
    const kept = this.#find(reference) ?? this.#renamed(code, reference) ?? this.#keep(reference);
    if (code !== kept.code) this.#aliases.set(code, kept.code);
    Object.assign(kept, { status: notice.TrangThai, filedHere: true });
    kept.notices.push(JSON.stringify(notice));
    this.counters.notices += 1;
    this.#remember(kept, `notice ${notice.TrangThai} ${notice.NgayXuLy}`);
  }

  /** Everything that is held of one dossier, by either of its codes. */
  show(code: string): Record<string, unknown> | undefined {
    const kept = this.#find(code);
    if (kept === undefined) return undefined;
    const distinct = new Set(kept.steps).size;
    const body = this.#bodies.get(kept.code);
    return {
      ...kept,
      steps: kept.steps.map(unpack),
      notices: kept.notices.map((each): unknown => JSON.parse(each)),
      duplicateSteps: kept.steps.length - distinct,
      ...(body === undefined ? {} : { body }),
    };
  }

  /** Codes in the order of their arrival. */
  codes(limit: number): string[] {
    return [...this.#dossiers.keys()].slice(0, limit);
  }

  reset(): void {
    this.#dossiers.clear();
    this.#bodies.clear();
    this.#aliases.clear();
    this.#sequence = 0;
    this.reports.clear();
    this.counters = emptyCounters();
  }

  #write(dossier: SimulatedDossier, as: 'inserts' | 'updates'): void {
    const kept = this.#must(dossier.MaHoSo);
    kept.status = dossier.TrangThaiHoSo;
    kept[as] += 1;
    this.counters[as] += 1;
    if (kept.filedHere) this.counters.loops += 1;
    this.#remember(kept, `${as === 'inserts' ? 'insert' : 'update'} ${dossier.TrangThaiHoSo}`);
    this.#bodies.delete(kept.code);
    this.#bodies.set(kept.code, dossier);
    const [oldest] = this.#bodies.keys();
    if (this.#bodies.size > BODIES_KEPT && oldest !== undefined) this.#bodies.delete(oldest);
  }

  #remember(kept: Kept, what: string): void {
    this.#sequence += 1;
    kept.history.push(`${this.#sequence} ${what}`);
    if (kept.history.length > HISTORY_KEPT) kept.history.shift();
  }

  #keep(code: string): Kept {
    const kept: Kept = { code, status: '', filedHere: false, inserts: 0, updates: 0, steps: [], notices: [], history: [] };
    this.#dossiers.set(code, kept);
    return kept;
  }

  /** A dossier that went by the province's code until the portal's reference became known; undefined: there is none. */
  #renamed(code: string, reference: string): Kept | undefined {
    const kept = this.#find(code);
    if (kept === undefined) return undefined;
    this.#dossiers.delete(kept.code);
    this.#dossiers.set(reference, kept);
    this.#aliases.set(kept.code, reference);
    const body = this.#bodies.get(kept.code);
    if (body !== undefined && this.#bodies.delete(kept.code)) this.#bodies.set(reference, body);
    kept.code = reference;
    return kept;
  }

  #find(code: string): Kept | undefined {
    return this.#dossiers.get(code) ?? this.#dossiers.get(this.#aliases.get(code) ?? '');
  }

  #must(code: string): Kept {
    const kept = this.#find(code);
    if (kept === undefined) throw new Error(`the simulator holds no dossier ${code}`);
    return kept;
  }
}

const STEP_FIELDS = [
  'NguoiXuLy',
  'ChucDanh',
  'ThoiDiemXuLy',
  'PhongBanXuLy',
  'NoiDungXuLy',
  'TrangThai',
  'NgayBatDau',
  'NgayKetThucTheoQuyDinh',
] as const;

function pack(step: SimulatedStep): string {
  return STEP_FIELDS.map((name) => step[name] ?? '').join('\u001F');
}

function unpack(packed: string): Record<string, string> {
  const values = packed.split('\u001F');
  return Object.fromEntries(STEP_FIELDS.map((name, at) => [name, values[at] ?? '']));
}

function emptyCounters(): Counters {
  return {
    logins: 0,
    calls: {},
    inserts: 0,
    updates: 0,
    duplicateInserts: 0,
    steps: 0,
    duplicateSteps: 0,
    outOfOrderSteps: 0,
    notices: 0,
    loops: 0,
    refusals: 0,
    warnings: 0,
    largestBatch: 0,
    faultsPlayed: {},
  };
}
