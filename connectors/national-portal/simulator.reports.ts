import { z } from 'zod';

const share = z.string().regex(/^\d{1,3}%$/, 'phải là phần trăm, ví dụ 60%');
const count = z.string().regex(/^\d+$/, 'phải là chuỗi chữ số');
const percent = z.string().regex(/^\d{1,3}\.\d{2}$/, 'phải có 2 chữ số thập phân');

/** One row of `DongBoDanhGia`. */
export const ratingRule = z.strictObject({
  NgayTongHop: z.string().regex(/^(?:[1-9]|1[0-2])-\d{4}$/, 'phải có dạng M-yyyy'),
  TongSoNguoiDanhGia: z.int().min(0),
  PhanTramDanhGiaRatHaiLong: share,
  PhanTramDanhGiaHaiLong: share,
  PhanTramDanhGiaChuaHaiLong: share,
  DanhSachNoiDungYKien: z.string(),
  MaThuTuc: z.string(),
  NoiDung: z.string().min(1, 'để trống'),
  PhanTramDanhGiaDichVuRatHaiLong: share,
  PhanTramDanhGiaDichVuHaiLong: share,
  PhanTramDanhGiaDichVuChuaHaiLong: share,
  Madonvi: z.string().min(1, 'để trống'),
  TenDonVi: z.string().min(1, 'để trống'),
});

/** One row of `DongBoThongKeHoSo`: texts alone. */
export const statisticsRule = z.strictObject({
  Thang: z.string().regex(/^(?:[1-9]|1[0-2])$/, 'phải từ 1 đến 12'),
  Nam: z.string().regex(/^\d{4}$/, 'phải có 4 chữ số'),
  SoNhanTrongKy: count,
  SoTonKyTruoc: count,
  TongSoXuLy: count,
  TongDaXuLy: count,
  TongXuLyDungHan: count,
  PhanTramXuLyDungHan: percent,
  TongXuLyTreHan: count,
  PhanTramXuLyTreHan: percent,
  TongChuaXuLy: count,
  TongChuaXuLyTrongHan: count,
  PhanTramChuaXuLyTrongHan: percent,
  TongChuaXuLyTreHan: count,
  PhanTramChuaXuLyTreHan: percent,
  GhiChu: z.string().max(2_000, 'dài quá 2000'),
  Madonvi: z.string().min(1, 'để trống'),
  TenDonVi: z.string().min(1, 'để trống'),
  LoaiThongKe: z.literal('1'),
});

export type SimulatedRating = z.infer<typeof ratingRule>;
export type SimulatedStatistics = z.infer<typeof statisticsRule>;

/** The reports that the simulated portal holds: the last of each unit, month and question. */
export class ReportStore {
  readonly #ratings = new Map<string, SimulatedRating>();
  readonly #statistics = new Map<string, SimulatedStatistics>();
  #replaced = 0;

  rate(rating: SimulatedRating): void {
    this.#put(this.#ratings, [rating.NgayTongHop, rating.Madonvi, rating.MaThuTuc, rating.NoiDung], rating);
  }

  count(statistics: SimulatedStatistics): void {
    this.#put(this.#statistics, [statistics.Nam, statistics.Thang, statistics.Madonvi], statistics);
  }

  show(): { ratings: SimulatedRating[]; statistics: SimulatedStatistics[]; replaced: number } {
    return { ratings: [...this.#ratings.values()], statistics: [...this.#statistics.values()], replaced: this.#replaced };
  }

  clear(): void {
    this.#ratings.clear();
    this.#statistics.clear();
    this.#replaced = 0;
  }

  #put<Row>(into: Map<string, Row>, key: string[], row: Row): void {
    const name = key.join('\u0000');
    if (into.has(name)) this.#replaced += 1;
    into.set(name, row);
  }
}
