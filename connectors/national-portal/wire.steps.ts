import type { PortalStep } from '../contract/portal.ts';
import { labelOf } from './wire.status.ts';
import { type FieldTexts, wireText } from './wire.text.ts';
import { wireTime } from './wire.time.ts';

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

/** A handling step as the portal takes it. Where the source wrote no words, `NoiDungXuLy` names the state: null is refused. */
export function wireStep(code: string, step: PortalStep, { at, texts }: { at: number; texts: FieldTexts }): WireStep {
  const text = (field: string, value: string | undefined) => texts.text(field, value, `data[${at}]`);
  const content = text('NoiDungXuLy', step.content);
  return {
    MaHoSo: code,
    NguoiXuLy: text('NguoiXuLy', step.officer),
    ChucDanh: text('ChucDanh', step.title),
    ThoiDiemXuLy: wireTime(step.at),
    PhongBanXuLy: text('PhongBanXuLy', step.department),
    NoiDungXuLy: content === '' ? labelOf(step.status) : content,
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
