import type { Queryable } from '../../../platform/database/database.ts';
import type { Language } from '../../../platform/language.ts';
import type { Table, Value } from '../../../platform/table-file.ts';
import { addDays, startOfLocalDate, toLocalIso } from '../../../platform/time.ts';
import type { ReportLink } from './report.link.ts';

interface Used {
  unit: string;
  template: string;
  symbol: string;
  first: string;
  last: string;
  used: number;
  cancelled: number;
  replaced: number;
  total: number;
}

interface Ended {
  unit: string;
  template: string;
  symbol: string;
  number_text: string;
  status: 'CANCELLED' | 'REPLACED';
  amount: number;
  issued_at: Date;
  ended_at: Date | null;
  replacement: string | null;
}

const HEADS = {
  used: {
    vi: ['Đơn vị', 'Tên loại biên lai', 'Ký hiệu mẫu', 'Ký hiệu', 'Từ số', 'Đến số', 'Số lượng', 'Đã hủy', 'Đã thay thế', 'Tổng số tiền'],
    en: ['Unit', 'Kind of receipt', 'Template', 'Symbol', 'From number', 'To number', 'Used', 'Cancelled', 'Replaced', 'Total'],
  },
  ended: {
    vi: ['Đơn vị', 'Ký hiệu mẫu', 'Ký hiệu', 'Số', 'Trạng thái', 'Số tiền', 'Ngày lập', 'Ngày hủy, thay thế', 'Biên lai thay thế'],
    en: ['Unit', 'Template', 'Symbol', 'Number', 'State', 'Amount', 'Issued', 'Ended', 'Replaced by'],
  },
} as const;

/** What the first part of a template says: kinds of the tax authority's register of receipts. */
const KINDS: readonly { template: RegExp; vi: string; en: string }[] = [
  { template: /^01BLP/, vi: 'Biên lai thu phí, lệ phí không in sẵn mệnh giá', en: 'Receipt without a printed value' },
  { template: /^02BLP/, vi: 'Biên lai thu phí, lệ phí in sẵn mệnh giá', en: 'Receipt with a printed value' },
];
const STATES = {
  CANCELLED: { vi: 'Đã hủy', en: 'Cancelled' },
  REPLACED: { vi: 'Đã thay thế', en: 'Replaced' },
} as const;

/** What a gateway numbers by itself has no template, and is the gateway's to report. */
const WHERE = `r.issued_at >= $1 AND r.issued_at < $2 AND r.template IS NOT NULL AND r.number_text ~ '^[0-9]{1,18}$'
  AND ($3::text IS NULL OR $3 = '96' OR r.unit = $3) AND ($4::text IS NULL OR $4 = '96' OR r.unit = $4)`;

const valuesOf = ({ from, to, unit, bound }: ReportLink) => [startOfLocalDate(from), startOfLocalDate(addDays(to, 1)), unit, bound];

/**
 * The receipts used in a period, as the quarterly report BC26 has them: kind, template, symbol, numbers, money. One line for each run of
 * numbers of one numbering without a gap, the sum of all at the end; money counts receipts in force alone. Where units share a numbering the
 * line is the province's.
 */
export async function usedReceiptsTable(sql: Queryable, link: ReportLink): Promise<Table> {
  const rows = await sql.query<Used>(
    `SELECT CASE WHEN count(DISTINCT unit) = 1 THEN min(unit) ELSE '96' END AS unit, template, symbol, (array_agg(number_text ORDER BY number_text::bigint))[1] AS first,
       (array_agg(number_text ORDER BY number_text::bigint DESC))[1] AS last, count(*)::int AS used,
       count(*) FILTER (WHERE status = 'CANCELLED')::int AS cancelled, count(*) FILTER (WHERE status = 'REPLACED')::int AS replaced,
       coalesce(sum(amount) FILTER (WHERE status = 'ISSUED'), 0)::bigint AS total
     FROM (SELECT r.*, r.number_text::bigint - row_number() OVER (PARTITION BY r.series_id, r.template, r.symbol ORDER BY r.number_text::bigint) AS run
           FROM payments.receipt r WHERE ${WHERE}) n
     GROUP BY series_id, template, symbol, run ORDER BY template, symbol, 1, min(number_text::bigint) LIMIT 100000`,
    valuesOf(link),
  );
  const { language } = link;
  const sum = (of: (row: Used) => number) => rows.reduce((total, row) => total + of(row), 0);
  const all = [sum((row) => row.used), sum((row) => row.cancelled), sum((row) => row.replaced), sum((row) => row.total)];
  return {
    title: language === 'vi' ? 'Sử dụng biên lai' : 'Receipts used',
    columns: HEADS.used[language],
    rows: [...rows.map((row) => usedCells(row, language)), [language === 'vi' ? 'Tổng cộng' : 'Total', ...nothing(5), ...all]],
  };
}

const nothing = (cells: number): null[] => Array.from({ length: cells }, () => null);

function usedCells(row: Used, language: Language): Value[] {
  const kind = KINDS.find(({ template }) => template.test(row.template));
  const numbers = [row.first, row.last, row.used, row.cancelled, row.replaced, row.total];
  return [row.unit, kind?.[language] ?? null, row.template, row.symbol, ...numbers];
}

/** The receipts of the period that are not in force any more, each with what came in its place. */
export async function endedReceiptsTable(sql: Queryable, link: ReportLink): Promise<Table> {
  const rows = await sql.query<Ended>(
    `SELECT r.unit, r.template, r.symbol, r.number_text, r.status, r.amount, r.issued_at, r.ended_at, n.number_text AS replacement
     FROM payments.receipt r LEFT JOIN payments.receipt n ON n.id = r.replaced_by
     WHERE ${WHERE} AND r.status <> 'ISSUED' ORDER BY r.unit, r.template, r.symbol, r.number_text::bigint LIMIT 100000`,
    valuesOf(link),
  );
  const { language } = link;
  return {
    title: language === 'vi' ? 'Hủy, thay thế' : 'Ended',
    columns: HEADS.ended[language],
    rows: rows.map((row) => [
      ...[row.unit, row.template, row.symbol, row.number_text, STATES[row.status][language], row.amount, toLocalIso(row.issued_at)],
      ...[row.ended_at === null ? null : toLocalIso(row.ended_at), row.replacement],
    ]),
  };
}
