/** Why a cell of a provider's own file can't be read, for a person. */
export interface CellFault {
  vi: string;
  en: string;
}

/** A cell as the canonical form writes it, or why it can't be. */
export type ReadCell = { text: string } | { fault: CellFault };

/** Excel keeps 15 digits of a number; what is longer has lost some before it was written with an exponent. */
const EXCEL_DIGITS = 15;
/** As Excel writes it, with a sign and two digits: an id like `1E5` is a text of its own. */
const SCIENTIFIC = /^([1-9])(?:[.,](\d+))?[eE]\+(\d{2})$/;

/**
 * An id as text. What Excel has turned into `1.23457E+15` is restored where every digit is still there, and refused otherwise: a
 * guess would match somebody else's payment.
 */
export function readId(cell: string): ReadCell {
  const match = SCIENTIFIC.exec(cell);
  if (match === null) return { text: cell };
  const [, first = '', rest = '', exponent = '0'] = match;
  const places = Number(exponent);
  if (places >= EXCEL_DIGITS || rest.replace(/0+$/, '').length > places || rest.length < places) return { fault: DIGITS_LOST };
  return { text: first + rest.slice(0, places) };
}

/** Digits, alone or in threes divided by one and the same sign; decimals only as zeros, since a đồng has none. */
const AMOUNT = /^(-?)(\d+|\d{1,3}(?:([.,  ])\d{3})(?:\3\d{3})*)(?:[.,]0{1,2})?$/;

/** Whole đồng: `1234567`, `1.234.567`, `1,234,567`, `1.234.567 đ`, `1234567.00`. */
export function readAmount(cell: string): ReadCell {
  const match = AMOUNT.exec(cell.replace(/\s*(?:đ|₫|vnd|vnđ)$/i, ''));
  if (match === null) return { fault: NO_AMOUNT };
  const [, sign = '', digits = ''] = match;
  const plain = digits.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  return { text: plain === '0' ? plain : sign + plain };
}

const DAY_FIRST = /^(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}:\d{2})(:\d{2})?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?(?:\+07:00)?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;

/** A spreadsheet's own moment: days since the end of 1899, with the time as their fraction. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A Vietnamese day: `30/09/2025`, `2025-09-30`, `20250930` or a spreadsheet's `45930`. Whether it exists is the canonical reader's to say. */
export function readDay(cell: string): ReadCell {
  const parts = partsOf(cell);
  return parts === undefined ? { fault: NO_TIME } : { text: parts.day };
}

/** A moment in Vietnamese time: `30/09/2025 08:15:00`, `2025-09-30 08:15:00`, `20250930081500` or a spreadsheet's `45930.34375`. */
export function readTime(cell: string): ReadCell {
  const parts = partsOf(cell);
  return parts?.time === undefined ? { fault: NO_TIME } : { text: `${parts.day}T${parts.time}+07:00` };
}

function partsOf(cell: string): { day: string; time: string | undefined } | undefined {
  if (SERIAL.test(cell)) {
    // To the second: the fraction is rounded somewhere behind it.
    const at = new Date(Math.round((SERIAL_ZERO + Number(cell) * DAY_MS) / 1_000) * 1_000).toISOString();
    return { day: at.slice(0, 10), time: at.slice(11, 19) };
  }
  const compact = COMPACT.exec(cell);
  if (compact !== null) {
    const [, year, month, date, hour, minute, second] = compact;
    return { day: `${year}-${month}-${date}`, time: hour === undefined ? undefined : `${hour}:${minute}:${second}` };
  }
  const dayFirst = DAY_FIRST.exec(cell);
  const [, a, b, c, time, seconds = ':00'] = dayFirst ?? YEAR_FIRST.exec(cell) ?? [];
  if (a === undefined) return undefined;
  return { day: dayFirst === null ? `${a}-${b}-${c}` : `${c}-${b}-${a}`, time: time === undefined ? undefined : time + seconds };
}

const DIGITS_LOST = {
  vi: 'đã bị Excel làm mất chữ số; hãy tải lại tệp gốc và gửi nguyên, không mở rồi lưu bằng Excel',
  en: 'has lost digits in Excel; download the file again and send it as it is, without saving it in Excel',
};
const NO_AMOUNT = {
  vi: 'không phải số tiền nguyên đồng; ví dụ 1234567 hoặc 1.234.567',
  en: 'is no amount in whole đồng; write it like 1234567 or 1.234.567',
};
const NO_TIME = {
  vi: 'không phải ngày giờ; ví dụ 30/09/2025 08:15:00',
  en: 'is no date and time; write it like 30/09/2025 08:15:00',
};
