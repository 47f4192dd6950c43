import { readDong } from './money.ts';
import { StatementError } from './statement.error.ts';

/** The H line. */
export interface StatementHeader {
  provider: string;
  merchantCode: string;
  /** YYYY-MM-DD, a Vietnamese day. */
  businessDate: string;
  /** RFC 3339 with an offset. */
  generatedAt: string;
  /** 1 for the first issue of the day's file. */
  sequence: number;
}

export type StatementRowType = 'PAY' | 'REFUND' | 'ADJUST';
export type StatementRowStatus = 'SUCCESS' | 'FAILED' | 'REVERSED';

/** A D line. Amounts are whole đồng; texts that the provider left empty are ''. */
export interface StatementRow {
  rowNo: number;
  businessDate: string;
  type: StatementRowType;
  /** `Payment.reference`. */
  merchantRef: string;
  providerTransactionId: string;
  originalProviderTransactionId: string;
  bankCode: string;
  bankTransactionId: string;
  channel: string;
  /** RFC 3339, always +07:00. */
  time: string;
  gross: number;
  fee: number;
  feeVat: number;
  /** Signed. */
  net: number;
  currency: 'VND';
  status: StatementRowStatus;
  batchId: string;
  orderInfo: string;
  /** Whether `net` follows from gross and fees; always true for ADJUST. False is a fee discrepancy. */
  netAgrees: boolean;
  /** Its fields as they stand in the file, a comma between two, where none has a comma, a quotation mark or a backslash in it. */
  plain?: PlainFields;
}

export interface PlainFields {
  /** From `type` to `net`. */
  head: string;
  /** `status` and `batchId`. */
  tail: string;
}

/** What the T line counts and sums: rows, and the amounts of those with SUCCESS, refunds negative. */
export interface StatementTotals {
  count: number;
  sumGross: number;
  sumFee: number;
  sumFeeVat: number;
  sumNet: number;
}

export interface StatementTrailer extends StatementTotals {
  /** Lower-case hex. */
  checksum: string;
}

/** The net that follows from a row's amounts; undefined for ADJUST, whose net is its own statement. */
export function netOf({ type, gross, fee, feeVat }: Pick<StatementRow, 'type' | 'gross' | 'fee' | 'feeVat'>): number | undefined {
  if (type === 'ADJUST') return undefined;
  return type === 'PAY' ? gross - fee - feeVat : -(gross + fee + feeVat);
}

interface Line {
  line: number;
  fields: string[];
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?\+07:00$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const TYPES: readonly string[] = ['PAY', 'REFUND', 'ADJUST'] satisfies StatementRowType[];
const STATUSES: readonly string[] = ['SUCCESS', 'FAILED', 'REVERSED'] satisfies StatementRowStatus[];
const ROW_FIELDS = 19;

/** Reads the H line or refuses the file. */
export function readHeader({ line, fields }: Line): StatementHeader {
  if (fields[0] !== 'H') fail(line, 'record', { vi: 'dòng đầu phải là dòng H', en: 'the first line must be an H line' });
  width(line, fields, 6);
  const [, provider = '', merchantCode = '', businessDate = '', generatedAt = '', sequence = ''] = fields;
  if (!/^[A-Z][A-Z_]*$/.test(provider)) fail(line, 'provider', { vi: 'không phải tên kênh thanh toán', en: 'is no provider' });
  if (merchantCode.trim() === '') fail(line, 'merchantCode', { vi: 'bị bỏ trống', en: 'is empty' });
  if (!isDate(businessDate)) fail(line, 'businessDate', NO_DATE);
  if (!INSTANT.test(generatedAt) || !isDate(generatedAt.slice(0, 10))) fail(line, 'generatedAt', NO_TIME);
  const number = readDong(sequence);
  if (number === undefined || number < 1) fail(line, 'sequence', { vi: 'phải là số nguyên từ 1', en: 'must be a whole number from 1' });
  return { provider, merchantCode, businessDate, generatedAt, sequence: number };
}

const TEXT = '[^,"\\\\\\r]*';
const AMOUNT = '(0|[1-9]\\d{0,14})';
/** A D line without anything unusual in it, whatever is unusual being `readRow`'s to read or to refuse. */
const PLAIN_ROW = new RegExp(
  [
    '^D,([1-9]\\d{0,8})',
    '(\\d{4}-\\d{2}-\\d{2})',
    `((PAY|REFUND|ADJUST),(${TEXT}),([^,"\\\\\\r]+),(${TEXT}),(${TEXT}),(${TEXT}),(${TEXT})`,
    '((\\d{4}-\\d{2}-\\d{2})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\+07:00)',
    `${AMOUNT},${AMOUNT},${AMOUNT},(0|-?[1-9]\\d{0,14}))`,
    `VND,((SUCCESS|FAILED|REVERSED),(${TEXT})),(${TEXT})$`,
  ].join(','),
);

/** Reads a D line as `readRow` does, in one look at it; undefined: it is not so plain, or not right, and is `readRow`'s. */
export function readPlainRow(text: string, expected: { businessDate: string; rowNo: number }): StatementRow | undefined {
  const match = PLAIN_ROW.exec(text);
  if (match === null || match[12] !== expected.businessDate || match[2] !== expected.businessDate) return undefined;
  const rowNo = Number(match[1]);
  if (rowNo !== expected.rowNo) return undefined;
  const type = match[4] as StatementRowType;
  const [gross, fee, feeVat, net] = [Number(match[13]), Number(match[14]), Number(match[15]), Number(match[16])];
  return {
    rowNo,
    businessDate: expected.businessDate,
    type,
    merchantRef: match[5] as string,
    providerTransactionId: match[6] as string,
    originalProviderTransactionId: match[7] as string,
    bankCode: match[8] as string,
    bankTransactionId: match[9] as string,
    channel: match[10] as string,
    time: match[11] as string,
    gross,
    fee,
    feeVat,
    net,
    currency: 'VND',
    status: match[18] as StatementRowStatus,
    batchId: match[19] as string,
    orderInfo: match[20] as string,
    netAgrees: net === (netOf({ type, gross, fee, feeVat }) ?? net),
    plain: { head: match[3] as string, tail: match[17] as string },
  };
}

/** Reads a D line, which must be the `rowNo`th and of the header's day, or refuses the file. */
export function readRow({ line, fields }: Line, expected: { businessDate: string; rowNo: number }): StatementRow {
  if (fields[0] !== 'D') fail(line, 'record', { vi: 'không phải dòng D hay T', en: 'is neither a D nor a T line' });
  width(line, fields, ROW_FIELDS);
  if (fields[1] !== String(expected.rowNo)) {
    fail(line, 'rowNo', { vi: `sai thứ tự, cần ${expected.rowNo}`, en: `out of sequence, expected ${expected.rowNo}` });
  }
  if (fields[2] !== expected.businessDate) {
    fail(line, 'businessDate', { vi: `khác ngày của tệp (${expected.businessDate})`, en: `is not the file's (${expected.businessDate})` });
  }
  const type = oneOf<StatementRowType>(line, 'type', { value: fields[3] as string, of: TYPES });
  const status = oneOf<StatementRowStatus>(line, 'status', { value: fields[16] as string, of: STATUSES });
  if (fields[5] === '') fail(line, 'providerTxnId', { vi: 'bị bỏ trống', en: 'is empty' });
  const day = (fields[10] as string).slice(0, 10);
  if (!TIME.test(fields[10] as string) || (day !== expected.businessDate && !isDate(day))) fail(line, 'time', NO_TIME);
  if (fields[15] !== 'VND') fail(line, 'currency', { vi: 'phải là VND', en: 'must be VND' });
  const gross = amount(line, 'gross', fields[11] as string);
  const fee = amount(line, 'fee', fields[12] as string);
  const feeVat = amount(line, 'feeVat', fields[13] as string);
  const net = amount(line, 'net', fields[14] as string, true);
  return {
    rowNo: expected.rowNo,
    businessDate: expected.businessDate,
    type,
    merchantRef: fields[4] as string,
    providerTransactionId: fields[5] as string,
    originalProviderTransactionId: fields[6] as string,
    bankCode: fields[7] as string,
    bankTransactionId: fields[8] as string,
    channel: fields[9] as string,
    time: fields[10] as string,
    gross,
    fee,
    feeVat,
    net,
    currency: 'VND',
    status,
    batchId: fields[17] as string,
    orderInfo: fields[18] as string,
    netAgrees: net === (netOf({ type, gross, fee, feeVat }) ?? net),
  };
}

/** Reads the T line or refuses the file. */
export function readTrailer({ line, fields }: Line): StatementTrailer {
  width(line, fields, 7);
  const sum = (at: number, field: string) => amount(line, field, fields[at] as string, true);
  const checksum = (fields[6] as string).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(checksum)) fail(line, 'checksum', { vi: 'không phải SHA-256 dạng hex', en: 'is no SHA-256 in hex' });
  const count = amount(line, 'count', fields[1] as string);
  return {
    count,
    sumGross: sum(2, 'sumGross'),
    sumFee: sum(3, 'sumFee'),
    sumFeeVat: sum(4, 'sumFeeVat'),
    sumNet: sum(5, 'sumNet'),
    checksum,
  };
}

const NO_DATE = { vi: 'không phải ngày YYYY-MM-DD', en: 'is no date YYYY-MM-DD' };
const NO_TIME = { vi: 'không phải thời điểm hợp lệ', en: 'is no valid time' };

function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function width(line: number, fields: string[], wanted: number): void {
  if (fields.length === wanted) return;
  fail(line, 'record', { vi: `có ${fields.length} cột, cần ${wanted}`, en: `has ${fields.length} columns, expected ${wanted}` });
}

function oneOf<T extends string>(line: number, field: string, { value, of }: { value: string; of: readonly string[] }): T {
  if (!of.includes(value)) fail(line, field, { vi: `phải là một trong ${of.join(', ')}`, en: `must be one of ${of.join(', ')}` });
  return value as T;
}

function amount(line: number, field: string, text: string, signed = false): number {
  const value = readDong(text, { signed });
  if (value === undefined) {
    fail(line, field, signed ? NO_NUMBER : { vi: 'phải là số đồng nguyên, không âm', en: 'must be whole đồng, not negative' });
  }
  return value;
}

const NO_NUMBER = { vi: 'phải là số đồng nguyên', en: 'must be whole đồng' };

function fail(line: number, field: string, reason: { vi: string; en: string }): never {
  throw new StatementError({ line, field, reason });
}
