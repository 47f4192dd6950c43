import { z } from 'zod';
import type { Reply } from './simulator.modes.ts';

const question = z.looseObject({
  SoDinhDanhChuSoHuu: z.string().regex(/^[\dA-Z-]{6,20}$/),
  HoTenNguoiYeuCau: z.string().min(1),
  KenhThucHien: z.enum(['1', '2', '3']),
  SoDinhDanhNguoiYeuCau: z.string().regex(/^\d{12}$/),
  MaThuTuc: z.string().min(1),
  DanhSachDanhMucKetQua: z.array(z.looseObject({ MaKetQua: z.string().min(1), SoKyHieu: z.string() })).min(1),
});

/** What the simulated store keeps: of whoever's number does not end in 0, a paper for each result that is wanted. */
export function papersOf(body: unknown): Reply {
  const asked = question.safeParse(body);
  if (!asked.success) return { code: '-1', message: `Tham số không hợp lệ: ${String(asked.error.issues[0]?.path.join('.'))}` };
  const { SoDinhDanhChuSoHuu: owner, DanhSachDanhMucKetQua: wanted } = asked.data;
  const papers = owner.endsWith('0')
    ? []
    : wanted.map(({ MaKetQua }, at) => ({
        MaKetQua,
        TenGiayTo: `Giấy tờ mẫu ${at + 1}`,
        SoKyHieu: `0${at + 1}/GM`,
        CoQuanChuQuan: 'H12.1',
        DanhSachTepDinhKem: [{ TenTep: `giay-${at + 1}.pdf`, DuongDan: `/sim/${MaKetQua}.pdf` }],
      }));
  return { code: '0', message: '', fields: { signature: '', result: { DanhSachGiayToKetQua: papers } } };
}

/** A file that it keeps. */
export function fileOf(body: unknown): Reply {
  const asked = z.looseObject({ CoQuanChuQuan: z.string().min(1), DuongDan: z.string().startsWith('/sim/') }).safeParse(body);
  if (!asked.success) return { code: '-1', message: 'Không tìm thấy tệp' };
  const content = `%PDF-1.4 ${asked.data.DuongDan}`;
  return { code: '0', message: '', fields: { result: Buffer.from(content).toString('base64') } };
}
