import type { Queryable } from '../../../platform/database/database.ts';
import type { Language } from '../../../platform/language.ts';
import type { Table, Value } from '../../../platform/table-file.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { detailOf } from '../discrepancy.detail.ts';
import type { DiscrepancyRow, ReconciliationRow } from '../reconciliation.row.ts';
import { RECONCILIATION_COLUMNS } from '../reconciliation.row.ts';
import type { ReportLink } from './report.link.ts';

type DayRow = ReconciliationRow & { merchant_unit: string; open: number };
type Difference = DiscrepancyRow & { business_date: string; provider: string; merchant_code: string; merchant_unit: string };

const WHERE = `r.business_date BETWEEN $1 AND $2 AND ($3::text IS NULL OR m.scope @> ARRAY[$3::text]) AND ($4::text IS NULL OR m.scope @> ARRAY[$4::text])`;
const HEADS = {
  days: {
    vi: [
      'Ngày',
      'Đơn vị',
      'Đơn vị thanh toán',
      'Mã chấp nhận thanh toán',
      'Trạng thái',
      'Bản sao kê',
      'Số dòng',
      'Khớp',
      'Chênh lệch',
      'Chưa xử lý',
    ],
    en: ['Day', 'Unit', 'Provider', 'Merchant', 'State', 'Version', 'Rows', 'Matched', 'Differences', 'Open'],
  },
  money: { vi: ['Theo trung tâm', 'Theo sao kê', 'Sao kê − trung tâm', 'Khóa sổ'], en: ['Hub', 'Statement', 'Statement − hub', 'Closed'] },
  differences: {
    vi: [
      'Ngày',
      'Đơn vị',
      'Đơn vị thanh toán',
      'Mã chấp nhận thanh toán',
      'Loại',
      'Diễn giải',
      'Mã tham chiếu',
      'Theo trung tâm',
      'Theo sao kê',
    ],
    en: ['Day', 'Unit', 'Provider', 'Merchant', 'Kind', 'What', 'Reference', 'Hub', 'Statement'],
  },
  settled: {
    vi: ['Cách xử lý', 'Người phụ trách', 'Người xử lý', 'Người duyệt', 'Ghi chú'],
    en: ['Resolution', 'Owner', 'Resolved by', 'Approved by', 'Note'],
  },
} as const;

const valuesOf = ({ from, to, unit, bound }: ReportLink) => [from, to, unit, bound];

/** The days of all merchants, each unit's with its sum, and the sum of all: what an accountant signs. */
export async function dayTable(sql: Queryable, link: ReportLink): Promise<Table> {
  const rows = await sql.query<DayRow>(
    `SELECT ${RECONCILIATION_COLUMNS}, m.unit AS merchant_unit,
       (SELECT count(*) FROM payments.discrepancy d WHERE d.reconciliation_id = r.id AND (d.resolution IS NULL OR (d.needs_approval AND d.approved_by IS NULL)))::int AS open
     FROM payments.reconciliation r JOIN payments.merchant m ON m.id = r.merchant_id WHERE ${WHERE} ORDER BY m.unit, r.business_date, r.provider, m.code`,
    valuesOf(link),
  );
  const { language } = link;
  const body = [...Map.groupBy(rows, ({ merchant_unit: unit }) => unit)].flatMap(([unit, days]) => [
    ...days.map(lineOf),
    sumOf(days, { unit, label: language === 'vi' ? `Cộng ${unit}` : `Sum of ${unit}` }),
  ]);
  const all = sumOf(rows, { unit: '', label: language === 'vi' ? 'Tổng cộng' : 'Total' });
  return {
    title: language === 'vi' ? 'Đối soát' : 'Reconciliations',
    columns: [...HEADS.days[language], ...HEADS.money[language]],
    rows: [...body, all],
  };
}

function lineOf(row: DayRow): Value[] {
  const { business_date: day, merchant_unit: unit, provider, merchant_code: code, status, statement_version: version } = row;
  return [
    ...[day, unit, provider, code, status, version, row.statement_rows, row.matched, row.discrepancy_count, row.open],
    ...[row.hub_total, row.statement_total, row.statement_total - row.hub_total, row.closed_at === null ? null : toLocalIso(row.closed_at)],
  ];
}

function sumOf(rows: readonly DayRow[], { unit, label }: { unit: string; label: string }): Value[] {
  const sum = (of: (row: DayRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const [hub, statement] = [sum((row) => row.hub_total), sum((row) => row.statement_total)];
  return [
    ...[label, unit, null, null, null, null, sum((row) => row.statement_rows), sum((row) => row.matched)],
    ...[sum((row) => row.discrepancy_count), sum((row) => row.open), hub, statement, statement - hub, null],
  ];
}

/** The differences with what they mean and what was done about them. */
export async function differenceTable(sql: Queryable, link: ReportLink): Promise<Table> {
  const rows = await sql.query<Difference>(
    `SELECT d.*, r.business_date, r.provider, m.code AS merchant_code, m.unit AS merchant_unit
     FROM payments.discrepancy d JOIN payments.reconciliation r ON r.id = d.reconciliation_id JOIN payments.merchant m ON m.id = r.merchant_id
     WHERE ${WHERE} ORDER BY m.unit, r.business_date, r.provider, m.code, d.position LIMIT 100000`,
    valuesOf(link),
  );
  const { language } = link;
  return {
    title: language === 'vi' ? 'Chênh lệch' : 'Differences',
    columns: [...HEADS.differences[language], ...HEADS.settled[language]],
    rows: rows.map((row) => cellsOf(row, language)),
  };
}

function cellsOf(row: Difference, language: Language): Value[] {
  return [
    ...[row.business_date, row.merchant_unit, row.provider, row.merchant_code, row.kind, detailOf(row)[language], row.reference],
    ...[row.hub_amount, row.statement_amount, row.resolution, row.owner, row.resolved_by, row.approved_by, row.note],
  ];
}
