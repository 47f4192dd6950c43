import { coversScope } from '../../../platform/auth/viewer.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import { PROVINCE } from '../merchant.service.ts';
import type { ProposedSeries, ReceiptSeries } from './receipt.type.ts';
import type { SeriesRow } from './series.row.ts';

const COLUMNS =
  'id, unit, scope, template, symbol, next_number, last_number, valid_from, valid_to, proposed_by, proposed_at, approved_by, approved_at';
/** Templates and symbols as they are seen in use: 01BLP0-001, BI-26T. */
const MARK = /^[A-Z0-9][A-Z0-9/-]{2,19}$/;
const MOST = 99_999_999;

export type SeriesDone = { series: SeriesRow } | { error: UserErrorValue };
const refuse = (error: UserErrorValue): SeriesDone => ({ error });

/** The series of a unit and of those above it, the nearest first. */
export function seriesOf({ hub }: HubContext, unit: string): Promise<SeriesRow[]> {
  return hub.db.query<SeriesRow>(
    `SELECT ${COLUMNS} FROM payments.receipt_series WHERE unit IN ($1, $2) ORDER BY (unit = $1) DESC, valid_from DESC, id`,
    [unit, PROVINCE],
  );
}

/** An administrator proposes a series; it numbers nothing before another has approved it. */
export async function proposeSeries(context: HubContext, wanted: ProposedSeries): Promise<SeriesDone> {
  const { hub, viewer } = context;
  const scope = wanted.unit === PROVINCE ? [PROVINCE] : [wanted.unit, PROVINCE];
  if (!coversScope(viewer, 'ADMINISTRATOR', scope)) return refuse(notFound('unit'));
  const problem = problemOf(wanted);
  if (problem !== undefined) return refuse(problem);
  const [row] = await hub.db.query<SeriesRow>(
    `INSERT INTO payments.receipt_series (id, unit, scope, template, symbol, next_number, last_number, valid_from, valid_to, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (unit, template, symbol) DO NOTHING RETURNING ${COLUMNS}`,
    [
      ...[newUuid(), wanted.unit, scope, wanted.template, wanted.symbol, wanted.firstNumber, wanted.lastNumber],
      ...[wanted.validFrom, wanted.validTo ?? null, actorOf(viewer), hub.clock.now()],
    ],
  );
  return row === undefined ? refuse(known()) : { series: row };
}

/** Another administrator approves it, or it goes. */
export async function approveSeries(context: HubContext, { id, approve }: { id: string; approve: boolean }): Promise<SeriesDone> {
  const { hub, viewer } = context;
  const key = fromGlobalId('receiptSeries', id);
  if (key === undefined) return refuse(notFound('series'));
  return hub.db.transaction(async (sql): Promise<SeriesDone> => {
    const [row] = await sql.query<SeriesRow>(`SELECT ${COLUMNS} FROM payments.receipt_series WHERE id = $1 FOR UPDATE`, [key]);
    if (row === undefined || !coversScope(viewer, 'ADMINISTRATOR', row.scope)) return refuse(notFound('series'));
    if (row.approved_at !== null) return refuse(approvedAlready());
    const actor = actorOf(viewer);
    if (row.proposed_by === actor) return refuse(needsAnother());
    if (!approve) {
      await sql.query('DELETE FROM payments.receipt_series WHERE id = $1', [row.id]);
      return { series: row };
    }
    const [after] = await sql.query<SeriesRow>(
      `UPDATE payments.receipt_series SET approved_by = $2, approved_at = $3 WHERE id = $1 RETURNING ${COLUMNS}`,
      [row.id, actor, hub.clock.now()],
    );
    return { series: after ?? row };
  });
}

function problemOf({ template, symbol, firstNumber, lastNumber, validFrom, validTo }: ProposedSeries): UserErrorValue | undefined {
  const invalid = (field: string, vi: string, en: string) => userError('INVALID', { vi, en }, ['input', field]);
  if (!MARK.test(template)) return invalid('template', 'Mẫu số có dạng như 01BLP0-001.', 'A template looks like 01BLP0-001.');
  if (!MARK.test(symbol)) return invalid('symbol', 'Ký hiệu có dạng như BI-26T.', 'A symbol looks like BI-26T.');
  if (firstNumber < 1 || firstNumber > MOST)
    return invalid('firstNumber', `Số đầu từ 1 đến ${MOST}.`, `The first number must be 1 to ${MOST}.`);
  if (lastNumber < firstNumber || lastNumber > MOST) {
    return invalid('lastNumber', `Số cuối từ ${firstNumber} đến ${MOST}.`, `The last number must be ${firstNumber} to ${MOST}.`);
  }
  if (validTo != null && validTo <= validFrom)
    return invalid('validTo', 'Ngày kết thúc phải sau ngày bắt đầu.', 'validTo must be after validFrom.');
  return undefined;
}

function known(): UserErrorValue {
  const text = { vi: 'Đơn vị đã có dải số với mẫu số và ký hiệu này.', en: 'The unit has a series of this template and symbol.' };
  return userError('INVALID', text, ['input', 'symbol']);
}

function approvedAlready(): UserErrorValue {
  const text = { vi: 'Dải số này đã được duyệt.', en: 'This series is approved already.' };
  return userError('ILLEGAL_TRANSITION', text, ['series']);
}

function needsAnother(): UserErrorValue {
  const text = { vi: 'Cần một quản trị viên khác duyệt.', en: 'Another administrator must approve it.' };
  return userError('ILLEGAL_TRANSITION', text, ['series']);
}

export function showSeries(row: SeriesRow, id: string): ReceiptSeries {
  return {
    row,
    id,
    unit: { code: row.unit },
    template: row.template,
    symbol: row.symbol,
    nextNumber: row.next_number,
    lastNumber: row.last_number,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    proposedBy: row.proposed_by,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
  };
}
