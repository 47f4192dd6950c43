import type { Message } from '../../platform/language.ts';
import type { DiscrepancyFacts, DiscrepancyKindName } from './reconciliation.row.ts';

type Advice = (facts: DiscrepancyFacts) => Message;

const always = (vi: string, en: string): Advice => {
  return () => ({ vi, en });
};

const CASH_STEPS: Record<string, Message> = {
  COUNTED: { vi: 'Kế toán đơn vị nhận bàn giao, rồi nộp vào tài khoản.', en: "The unit's accountant takes it over and pays it in." },
  ACCEPTED: { vi: 'Nộp vào tài khoản và ghi lại giấy nộp tiền.', en: 'Pay it in and note the slip.' },
  DEPOSITED: {
    vi: 'Hỏi ngân hàng, kho bạc theo số giấy nộp tiền, hoặc gán ghi có chưa xác định cho khoản nộp.',
    en: 'Ask the bank or the treasury by the number of the slip, or assign an unidentified credit to the deposit.',
  },
};

/** What an accountant does about a difference of each kind; no kind is without. */
const ADVICE: Record<DiscrepancyKindName, Advice> = {
  MISSING_AT_PROVIDER: always(
    'Tra soát với đơn vị thanh toán; nếu có trong sao kê ngày sau thì chuyển kỳ.',
    "Ask the provider; where a later day's statement has it, carry it over.",
  ),
  MISSING_AT_HUB: always(
    'Tìm mã này ở hệ thống một cửa để ghi thu; không phải của đơn vị thì đề nghị đơn vị thanh toán hoàn lại.',
    "Look for it in the one-stop system and have it reported; where it is not the unit's, have the provider give it back.",
  ),
  AMOUNT_MISMATCH: always(
    'Tra soát với đơn vị thanh toán số tiền người nộp đã trả: thu thừa thì hoàn, thu thiếu thì thu bổ sung.',
    'Ask the provider what the payer paid: give back what is too much, collect what is missing.',
  ),
  STATUS_MISMATCH: always(
    'Hỏi đơn vị thanh toán kết quả cuối cùng; tiền đã trả lại cho người nộp thì thu lại.',
    'Ask the provider for the final outcome; where the payer has the money back, collect it again.',
  ),
  DUPLICATE_PAYMENT: ({ row }) =>
    row === undefined
      ? { vi: 'Duyệt khoản hoàn đã được đề nghị, hoặc lập khoản hoàn.', en: 'Let the proposed refund go, or ask for one.' }
      : {
          vi: 'Đề nghị đơn vị thanh toán hoàn lần trả thừa cho người nộp.',
          en: 'Have the provider give the second one back to the payer.',
        },
  DUPLICATE_ROW: always(
    'Không ghi thu lần nữa; đề nghị đơn vị thanh toán phát hành lại sao kê.',
    'Do not book it again; have the provider issue the statement anew.',
  ),
  FEE_MISMATCH: ({ type }) =>
    type === 'ADJUST'
      ? { vi: 'Hỏi đơn vị thanh toán điều chỉnh cho khoản nào.', en: 'Ask the provider what it adjusts.' }
      : {
          vi: 'Đối chiếu với biểu phí của hợp đồng và đề nghị đơn vị thanh toán tính lại.',
          en: "Compare it with the contract's fees and have the provider reckon it anew.",
        },
  REFUND_UNMATCHED: ({ row }) =>
    row === undefined
      ? {
          vi: 'Tra soát khoản hoàn với đơn vị thanh toán; nếu có trong sao kê ngày sau thì chuyển kỳ.',
          en: "Ask the provider for the refund; where a later day's statement has it, carry it over.",
        }
      : { vi: 'Hỏi đơn vị thanh toán ai đã yêu cầu hoàn.', en: 'Ask the provider who wanted it refunded.' },
  CUTOFF: always(
    'Không mất tiền: chuyển kỳ, ngày kia có chênh lệch ngược lại.',
    'No money is lost: carry it over; the other day has the opposite difference.',
  ),
  SETTLEMENT_MISMATCH: ({ net = 0, credited = 0, writtenOff = 0 }) => {
    const open = net - credited - writtenOff;
    if (open < 0)
      return { vi: 'Hỏi đơn vị thanh toán khoản thừa là của đợt nào.', en: 'Ask the provider which batch what is too much belongs to.' };
    return open === 0
      ? { vi: 'Đợt đã đủ: ghi nhận.', en: 'The batch has come out even: note that.' }
      : {
          vi: 'Tra soát với đơn vị thanh toán, hoặc gán ghi có chưa xác định cho đợt.',
          en: 'Ask the provider, or assign an unidentified credit to the batch.',
        };
  },
  UNIDENTIFIED_CREDIT: always('Xem gợi ý, rồi xác định hoặc trả lại.', 'Look at the suggestions, then assign it or give it back.'),
  CASH_NOT_COUNTED: always('Nhắc cán bộ kiểm đếm và bàn giao.', 'Have its officer count it and hand it over.'),
  CASH_OVER_SHORT: always(
    'Làm rõ với cán bộ giữ ngăn, lập biên bản; chênh lệch được ghi sổ khi nhận bàn giao.',
    'Clear it up with its officer and write it down; what is over or short is booked when the drawer is taken over.',
  ),
  CASH_NOT_ARRIVED: ({ drawerState = '' }) => CASH_STEPS[drawerState] ?? { vi: 'Xem ngăn tiền.', en: 'Look at the drawer.' },
};

/** What to do about a difference, a sentence for a person. */
export function adviceOf(kind: DiscrepancyKindName, facts: DiscrepancyFacts): Message {
  return ADVICE[kind](facts);
}
