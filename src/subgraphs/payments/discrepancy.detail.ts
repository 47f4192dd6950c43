import type { Message } from '../../platform/language.ts';
import { adviceOf } from './discrepancy.advice.ts';
import type { DiscrepancyFacts, DiscrepancyKindName, DiscrepancyRow } from './reconciliation.row.ts';

type Sentence = (facts: DiscrepancyFacts) => Message;

const dong = (amount: number | undefined) => `${String(amount ?? 0).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;
const named = ({ type }: DiscrepancyFacts): Message =>
  type === 'REFUND' ? { vi: 'khoản hoàn', en: 'refund' } : { vi: 'khoản thanh toán', en: 'payment' };
const inRow = ({ row }: DiscrepancyFacts): Message =>
  row === undefined ? { vi: '', en: '' } : { vi: ` (dòng ${row})`, en: ` (row ${row})` };

function both(write: (language: 'vi' | 'en') => string): Message {
  return { vi: write('vi'), en: write('en') };
}

/** States of the hub's payments and refunds, and of a statement's rows, in words. */
const STATES: Record<string, Message> = {
  PENDING: { vi: 'đang chờ', en: 'pending' },
  SUCCEEDED: { vi: 'đã thu', en: 'paid' },
  FAILED: { vi: 'không thành công', en: 'failed' },
  EXPIRED: { vi: 'hết hạn', en: 'expired' },
  REFUND_PENDING: { vi: 'đang hoàn', en: 'being refunded' },
  REFUNDED: { vi: 'đã hoàn', en: 'refunded' },
  PARTIALLY_REFUNDED: { vi: 'đã hoàn một phần', en: 'partially refunded' },
  SUCCESS: { vi: 'thành công', en: 'paid' },
  REVERSED: { vi: 'bị đảo', en: 'reversed' },
};
const stateOf = (code = ''): Message => STATES[code] ?? { vi: code, en: code };

const SENTENCES: Record<DiscrepancyKindName, Sentence> = {
  MISSING_AT_PROVIDER: ({ amount }) => ({
    vi: `Trung tâm đã ghi nhận ${dong(amount)} trong ngày nhưng sao kê không có dòng nào.`,
    en: `The hub has ${dong(amount)} as paid on that day; no row of the statement has it.`,
  }),
  MISSING_AT_HUB: ({ row, gross }) => ({
    vi: `Dòng ${row} (${dong(gross)}) có mã tham chiếu mà trung tâm không biết.`,
    en: `Row ${row} (${dong(gross)}) has a reference that the hub does not know.`,
  }),
  AMOUNT_MISMATCH: (facts) => ({
    vi: `Số tiền ${named(facts).vi} khác nhau: trung tâm ${dong(facts.amount)}, sao kê ${dong(facts.gross)}${inRow(facts).vi}.`,
    en: `The amounts of the ${named(facts).en} differ: ${dong(facts.amount)} at the hub, ${dong(facts.gross)} in the statement${inRow(facts).en}.`,
  }),
  STATUS_MISMATCH: (facts) => ({
    vi: `Trạng thái khác nhau: trung tâm ${stateOf(facts.hubStatus).vi}, sao kê ${stateOf(facts.rowStatus).vi}${inRow(facts).vi}.`,
    en: `The states differ: ${stateOf(facts.hubStatus).en} at the hub, ${stateOf(facts.rowStatus).en} in the statement${inRow(facts).en}.`,
  }),
  DUPLICATE_PAYMENT: (facts) =>
    facts.row === undefined
      ? {
          vi: `Hồ sơ ${facts.dossier} được thanh toán vượt khoản phải nộp: thêm ${dong(facts.amount)}.`,
          en: `Dossier ${facts.dossier} was paid beyond what was due: ${dong(facts.amount)} more.`,
        }
      : {
          vi: `Khoản thanh toán được trả lần nữa ở dòng ${facts.row} (${dong(facts.gross)}); lần đầu ở dòng ${facts.first}.`,
          en: `The payment was paid once more in row ${facts.row} (${dong(facts.gross)}); first in row ${facts.first}.`,
        },
  DUPLICATE_ROW: ({ row, first, gross }) => ({
    vi: `Dòng ${row} (${dong(gross)}) lặp lại giao dịch của dòng ${first}.`,
    en: `Row ${row} (${dong(gross)}) repeats the transaction of row ${first}.`,
  }),
  FEE_MISMATCH: ({ row, type, gross, net }) =>
    both((language) => {
      if (type === 'ADJUST')
        return language === 'vi'
          ? `Dòng ${row} là bút toán điều chỉnh, thực nhận ${dong(net)}.`
          : `Row ${row} is an adjustment, net ${dong(net)}.`;
      return language === 'vi'
        ? `Phí ở dòng ${row} không khớp: số tiền ${dong(gross)}, thực nhận ${dong(net)}.`
        : `The fee of row ${row} does not add up or is not the contract's: gross ${dong(gross)}, net ${dong(net)}.`;
    }),
  REFUND_UNMATCHED: ({ row, gross, amount }) =>
    row === undefined
      ? {
          vi: `Trung tâm đã hoàn ${dong(amount)} nhưng sao kê không có.`,
          en: `The hub refunded ${dong(amount)}; the statement does not have it.`,
        }
      : {
          vi: `Sao kê có khoản hoàn ${dong(gross)} ở dòng ${row} mà trung tâm không có.`,
          en: `The statement has a refund of ${dong(gross)} in row ${row}; the hub does not.`,
        },
  CUTOFF: (facts) => ({
    vi: `Hai bên ghi ${named(facts).vi} vào hai ngày khác nhau: trung tâm ${facts.hubDay ?? 'ngày này'}, sao kê ${facts.statementDay ?? 'ngày này'}.`,
    en: `The two sides have the ${named(facts).en} on different days: the hub on ${facts.hubDay ?? 'this one'}, the statement on ${facts.statementDay ?? 'this one'}.`,
  }),
  SETTLEMENT_MISMATCH: (facts) => payoutOf(facts),
  UNIDENTIFIED_CREDIT: ({ row, gross }) => ({
    vi: `Ghi có ${dong(gross)} (dòng ${row}) chưa xác định được khoản thanh toán.`,
    en: `A credit of ${dong(gross)} (row ${row}) names no payment.`,
  }),
  CASH_NOT_COUNTED: ({ amount }) => ({
    vi: `Đã thu ${dong(amount)} tiền mặt, ngăn tiền chưa kiểm đếm.`,
    en: `${dong(amount)} were taken in cash and the drawer has not been counted.`,
  }),
  CASH_OVER_SHORT: ({ net = 0, credited = 0 }) => ({
    vi: `Ngăn tiền phải có ${dong(net)}, kiểm đếm được ${dong(credited)}: ${credited < net ? 'thiếu' : 'thừa'} ${dong(Math.abs(net - credited))}.`,
    en: `The drawer should hold ${dong(net)}, ${dong(credited)} were counted: ${dong(Math.abs(net - credited))} ${credited < net ? 'short' : 'over'}.`,
  }),
  CASH_NOT_ARRIVED: (facts) => cashOf(facts),
};

const CASH_STANDS: Record<string, Message> = {
  COUNTED: { vi: 'đã kiểm đếm, chưa bàn giao', en: 'it is counted and not taken over' },
  ACCEPTED: { vi: 'đang ở quỹ đơn vị, chưa nộp', en: "it lies in the unit's safe and is not paid in" },
  DEPOSITED: { vi: 'đã nộp, tài khoản chưa ghi có', en: 'it is paid in and no credit of the account has it' },
};

/** Where cash is that should be on the account. */
function cashOf({ net = 0, dueOn, drawerState = '' }: DiscrepancyFacts): Message {
  const stands = CASH_STANDS[drawerState] ?? { vi: drawerState, en: drawerState };
  return {
    vi: `${dong(net)} tiền mặt chưa về tài khoản sau hạn ${dueOn}: ${stands.vi}.`,
    en: `${dong(net)} of cash are not on the account after ${dueOn}: ${stands.en}.`,
  };
}

/** A batch's payout: what should have come, and what did. */
function payoutOf({ net = 0, credited = 0, writtenOff = 0, dueOn }: DiscrepancyFacts): Message {
  const open = net - credited - writtenOff;
  const before =
    writtenOff === 0 ? { vi: '', en: '' } : { vi: `, đã xóa sổ ${dong(writtenOff)}`, en: `, ${dong(writtenOff)} was written off` };
  const told = {
    vi: `Đợt phải về ${dong(net)}, ngân hàng ghi có ${dong(credited)}${before.vi}`,
    en: `The batch should bring ${dong(net)}, the bank credited ${dong(credited)}${before.en}`,
  };
  if (open === 0) return { vi: `${told.vi}.`, en: `${told.en}.` };
  if (open < 0)
    return {
      vi: `${told.vi}: thừa ${dong(-open)}.`,
      en: `${told.en}: ${dong(-open)} too much.`,
    };
  return {
    vi: `${told.vi}: thiếu ${dong(open)} sau hạn ${dueOn}.`,
    en: `${told.en}: ${dong(open)} short after ${dueOn}.`,
  };
}

/** What a discrepancy is and what to do about it, a sentence each for a person. */
export function detailOf({ kind, facts }: Pick<DiscrepancyRow, 'kind' | 'facts'>): Message {
  const [happened, advice] = [SENTENCES[kind](facts), adviceOf(kind, facts)];
  return both((language) => `${happened[language]} ${advice[language]}`);
}
