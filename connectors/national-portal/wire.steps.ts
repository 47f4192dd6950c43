import type { PortalStep } from '../contract/portal.ts';
import { wireText } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

const OFFICER_LIMIT = 50;

/** One `TienDo` of `CapNhatTienDoHoSoMC`. */
export interface WireStep {
  MaHoSo: string;
  NguoiXuLy: string;
  ChucDanh: string;
  ThoiDiemXuLy: string;
  PhongBanXuLy: string;
  NoiDungXuLy: string;
  TrangThai: string;
  NgayBatDau: string;
  NgayKetThucTheoQuyDinh: string;
}

/** A handling step as the portal takes it. `NoiDungXuLy` is text even where the source wrote none: null is refused. */
export function wireStep(code: string, step: PortalStep): WireStep {
  return {
    MaHoSo: code,
    NguoiXuLy: wireText(step.officer, OFFICER_LIMIT),
    ChucDanh: wireText(step.title),
    ThoiDiemXuLy: wireTime(step.at),
    PhongBanXuLy: wireText(step.department),
    NoiDungXuLy: wireText(step.content),
    TrangThai: String(step.status),
    NgayBatDau: wireTime(step.startedAt),
    NgayKetThucTheoQuyDinh: wireTime(step.endBy),
  };
}

/** Those of `steps` that the portal does not list yet, in their order. Equal steps are counted, not merged. */
export function missingSteps(steps: readonly WireStep[], listed: readonly unknown[]): WireStep[] {
  const there = new Map<string, number>();
  for (const each of listed) {
    const key = stepKey(each);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  return steps.filter((step) => {
    const key = stepKey(step);
    const left = there.get(key) ?? 0;
    there.set(key, left - 1);
    return left <= 0;
  });
}

function stepKey(step: unknown): string {
  const fields = typeof step === 'object' && step !== null ? (step as Record<string, unknown>) : {};
  return ['ThoiDiemXuLy', 'TrangThai', 'NguoiXuLy', 'NoiDungXuLy'].map((name) => wireText(String(fields[name] ?? ''))).join('\u0000');
}
