import type { PortalRating, PortalStatistics } from '../contract/portal.ts';
import { type FieldTexts, wireText } from './wire.text.ts';

/** One row of `DongBoDanhGia`: a unit's, a month's and a question's answers. */
export interface WireRating {
  NgayTongHop: string;
  TongSoNguoiDanhGia: number;
  PhanTramDanhGiaRatHaiLong: string;
  PhanTramDanhGiaHaiLong: string;
  PhanTramDanhGiaChuaHaiLong: string;
  DanhSachNoiDungYKien: string;
  MaThuTuc: string;
  NoiDung: string;
  PhanTramDanhGiaDichVuRatHaiLong: string;
  PhanTramDanhGiaDichVuHaiLong: string;
  PhanTramDanhGiaDichVuChuaHaiLong: string;
  Madonvi: string;
  TenDonVi: string;
}

/** A month's ratings as the portal takes them. Throws RangeError for a month or counts that are none. */
export function wireRating(rating: PortalRating): WireRating {
  const { month, year } = monthOf(rating.month);
  const counts = [rating.veryPleased, rating.pleased, rating.notPleased].map(count);
  const [most = '', more = '', least = ''] = wholeShares(counts);
  return {
    NgayTongHop: `${month}-${year}`,
    TongSoNguoiDanhGia: counts.reduce((sum, each) => sum + each, 0),
    PhanTramDanhGiaRatHaiLong: most,
    PhanTramDanhGiaHaiLong: more,
    PhanTramDanhGiaChuaHaiLong: least,
    DanhSachNoiDungYKien: '',
    MaThuTuc: rating.procedureCode ?? '',
    NoiDung: wireText(rating.question),
    PhanTramDanhGiaDichVuRatHaiLong: most,
    PhanTramDanhGiaDichVuHaiLong: more,
    PhanTramDanhGiaDichVuChuaHaiLong: least,
    Madonvi: rating.unitCode,
    TenDonVi: wireText(rating.unitName),
  };
}

/** One row of `DongBoThongKeHoSo`: all are texts, percentages with two decimals. */
export type WireStatistics = Record<string, string>;

/**
 * A month's statistics as the portal takes them: of what was finished, how much on time and late, of what was not, how
 * much in time and overdue. Throws RangeError for a month or counts that are none, and for counts that don't add up.
 */
export function wireStatistics(row: PortalStatistics, { at, texts }: { at: number; texts: FieldTexts }): WireStatistics {
  const { month, year } = monthOf(row.month);
  const [received = 0, carried = 0] = [row.received, row.carriedOver].map(count);
  const [onTime = 0, late = 0, inTime = 0, overdue = 0] = [row.finishedOnTime, row.finishedLate, row.openInTime, row.openOverdue].map(
    count,
  );
  if (received + carried !== onTime + late + inTime + overdue) throw new RangeError('the statistics do not add up');
  const finished = shares(onTime, late);
  const open = shares(inTime, overdue);
  return {
    Thang: String(month),
    Nam: String(year),
    SoNhanTrongKy: String(received),
    SoTonKyTruoc: String(carried),
    TongSoXuLy: String(received + carried),
    TongDaXuLy: String(onTime + late),
    TongXuLyDungHan: String(onTime),
    PhanTramXuLyDungHan: finished.first,
    TongXuLyTreHan: String(late),
    PhanTramXuLyTreHan: finished.second,
    TongChuaXuLy: String(inTime + overdue),
    TongChuaXuLyTrongHan: String(inTime),
    PhanTramChuaXuLyTrongHan: open.first,
    TongChuaXuLyTreHan: String(overdue),
    PhanTramChuaXuLyTreHan: open.second,
    GhiChu: texts.text('GhiChu', row.note, `data[${at}]`),
    Madonvi: row.unitCode,
    TenDonVi: wireText(row.unitName),
    LoaiThongKe: '1',
  };
}

function monthOf(text: string): { month: number; year: number } {
  const [, year = '', month = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (month === '') throw new RangeError('a month is written YYYY-MM');
  return { month: Number(month), year: Number(year) };
}

function count(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('a count is a whole number from 0 on');
  return value;
}

/** Two shares in hundredths of a percent that make 100.00 together; 0.00 where there is nothing to share. */
function shares(first: number, second: number): { first: string; second: string } {
  const whole = first + second;
  if (whole === 0) return { first: '0.00', second: '0.00' };
  const hundredths = Math.round((first * 10_000) / whole);
  return { first: (hundredths / 100).toFixed(2), second: ((10_000 - hundredths) / 100).toFixed(2) };
}

/** Whole percentages that make 100 together: what rounding down leaves goes to the largest remainders. */
function wholeShares(counts: readonly number[]): string[] {
  const whole = counts.reduce((sum, each) => sum + each, 0);
  if (whole === 0) return counts.map(() => '0%');
  const exact = counts.map((each) => (each * 100) / whole);
  const left = 100 - exact.reduce((sum, each) => sum + Math.floor(each), 0);
  const byRemainder = exact.map((each, at) => ({ at, rest: each - Math.floor(each) })).sort((one, other) => other.rest - one.rest);
  const raised = new Set(byRemainder.slice(0, left).map(({ at }) => at));
  return exact.map((each, at) => `${Math.floor(each) + (raised.has(at) ? 1 : 0)}%`);
}
