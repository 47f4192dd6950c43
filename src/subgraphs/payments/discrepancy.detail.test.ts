import { describe, expect, it } from 'vitest';
import { detailOf } from './discrepancy.detail.ts';
import type { DiscrepancyFacts, DiscrepancyKindName } from './reconciliation.row.ts';

const PAY: DiscrepancyFacts = {
  row: 4,
  type: 'PAY',
  gross: 12_000,
  net: 11_000,
  amount: 10_000,
  rowStatus: 'REVERSED',
  hubStatus: 'SUCCEEDED',
};

/** Of each kind and way: what happened, and what to do. */
const CASES: [DiscrepancyKindName, DiscrepancyFacts, RegExp, RegExp][] = [
  ['MISSING_AT_PROVIDER', PAY, /10\.000 đ .* không có dòng nào\./, /Tra soát với đơn vị thanh toán/],
  ['MISSING_AT_HUB', PAY, /Dòng 4 \(12\.000 đ\)/, /Tìm mã này ở hệ thống một cửa/],
  ['AMOUNT_MISMATCH', PAY, /trung tâm 10\.000 đ, sao kê 12\.000 đ \(dòng 4\)\./, /thu thừa thì hoàn/],
  ['STATUS_MISMATCH', PAY, /trung tâm đã thu, sao kê bị đảo \(dòng 4\)\./, /Hỏi đơn vị thanh toán kết quả cuối cùng/],
  ['DUPLICATE_PAYMENT', { dossier: 'H12.64-250929-0003', amount: 10_000 }, /vượt khoản phải nộp: thêm 10\.000 đ\./, /Duyệt khoản hoàn/],
  ['DUPLICATE_PAYMENT', { ...PAY, first: 2 }, /lần đầu ở dòng 2\./, /Đề nghị đơn vị thanh toán hoàn/],
  ['DUPLICATE_ROW', { ...PAY, first: 2 }, /lặp lại giao dịch của dòng 2\./, /Không ghi thu lần nữa/],
  ['FEE_MISMATCH', PAY, /thực nhận 11\.000 đ\./, /biểu phí của hợp đồng/],
  ['FEE_MISMATCH', { ...PAY, type: 'ADJUST' }, /bút toán điều chỉnh/, /điều chỉnh cho khoản nào/],
  ['REFUND_UNMATCHED', { amount: 4_000 }, /đã hoàn 4\.000 đ/, /Tra soát khoản hoàn/],
  ['REFUND_UNMATCHED', PAY, /khoản hoàn 12\.000 đ ở dòng 4/, /ai đã yêu cầu hoàn/],
  ['CUTOFF', { ...PAY, hubDay: '2026-03-10', statementDay: '2026-03-11' }, /trung tâm 2026-03-10, sao kê 2026-03-11\./, /chuyển kỳ/],
  ['SETTLEMENT_MISMATCH', { net: 50_000, credited: 49_000, dueOn: '2026-03-13' }, /thiếu 1\.000 đ sau hạn/, /gán ghi có chưa xác định/],
  ['SETTLEMENT_MISMATCH', { net: 50_000, credited: 51_000 }, /thừa 1\.000 đ\./, /của đợt nào/],
  ['SETTLEMENT_MISMATCH', { net: 50_000, credited: 49_000, writtenOff: 1_000 }, /đã xóa sổ 1\.000 đ\./, /Đợt đã đủ/],
  ['UNIDENTIFIED_CREDIT', PAY, /Ghi có 12\.000 đ \(dòng 4\)/, /Xem gợi ý/],
  ['CASH_NOT_COUNTED', PAY, /10\.000 đ tiền mặt/, /Nhắc cán bộ kiểm đếm/],
  ['CASH_OVER_SHORT', { net: 35_000, credited: 34_000 }, /thiếu 1\.000 đ\./, /lập biên bản/],
  ['CASH_NOT_ARRIVED', { net: 34_000, dueOn: '2026-03-13', drawerState: 'COUNTED' }, /chưa bàn giao\./, /nhận bàn giao/],
  ['CASH_NOT_ARRIVED', { net: 34_000, dueOn: '2026-03-13', drawerState: 'ACCEPTED' }, /chưa nộp\./, /ghi lại giấy nộp tiền/],
  ['CASH_NOT_ARRIVED', { net: 34_000, dueOn: '2026-03-13', drawerState: 'DEPOSITED' }, /chưa ghi có\./, /số giấy nộp tiền/],
];

describe("a difference's sentence", () => {
  it.each(CASES)('of %s %j says what happened, and then what to do', (kind, facts, happened, advice) => {
    const { vi, en } = detailOf({ kind, facts });
    expect(vi).toMatch(happened);
    expect(vi.slice((happened.exec(vi)?.index ?? 0) + 1)).toMatch(advice);
    expect(`${vi} ${en}`).not.toMatch(/undefined|null|NaN|[A-Z]{3,}_|SUCCEEDED|REVERSED/);
    expect(en.split(/[.:;] /).length).toBeGreaterThan(1);
  });
});
