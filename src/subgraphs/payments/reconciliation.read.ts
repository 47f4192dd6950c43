import { badUserInput } from '../../platform/errors.ts';
import { type Page, type PageArguments, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import { fromGlobalId, toGlobalId } from '../../platform/ids.ts';
import { booksVisibleTo, readsBooks, Values } from './payment.access.ts';
import { type DiscrepancyRow, RECONCILIATION_COLUMNS, type ReconciliationRow } from './reconciliation.row.ts';
import type { Discrepancy, Reconciliation, ResolutionStep } from './reconciliation.type.ts';
import { SETTLED_SQL } from './resolution.rules.ts';

/** An id that nothing has: an unknown merchant narrows a list to nothing. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';
/** The most that one answer holds: two years of one merchant. */
const MOST = 1_000;
const FROM = 'payments.reconciliation r JOIN payments.merchant m ON m.id = r.merchant_id';
const DISCREPANCY_COLUMNS = `d.id, d.reconciliation_id, d.position, d.kind, d.reference, d.payment_id, d.hub_amount, d.statement_amount, d.facts, d.resolution,
  d.resolved_by, d.resolved_at, d.approved_by, d.note, d.owner, d.needs_approval, d.approved_at`;

export function showReconciliation(row: ReconciliationRow): Reconciliation {
  return {
    __typename: 'Reconciliation',
    row,
    id: toGlobalId('reconciliation', row.id),
    provider: row.provider,
    businessDate: row.business_date,
    status: row.status,
    statementVersion: row.statement_version,
    statementRows: row.statement_rows,
    matched: row.matched,
    discrepancyCount: row.discrepancy_count,
    statementTotal: row.statement_total,
    hubTotal: row.hub_total,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    reopenedAt: row.reopened_at,
    confirmedByQuery: row.confirmed_by_query,
  } as Reconciliation;
}

export function showDiscrepancy(row: DiscrepancyRow): Discrepancy {
  return {
    __typename: 'Discrepancy',
    row,
    id: toGlobalId('discrepancy', row.id),
    kind: row.kind,
    reference: row.reference,
    hubAmount: row.hub_amount,
    statementAmount: row.statement_amount,
    resolution: row.resolution,
    resolvedBy: row.resolved_by,
    resolvedAt: row.resolved_at,
    approvedBy: row.approved_by,
    note: row.note,
    owner: row.owner,
    needsApproval: row.needs_approval,
  } as Discrepancy;
}

/** The reconciliation of that id; null: unknown, or not the viewer's to see. */
export async function reconciliationById(context: HubContext, id: string): Promise<Reconciliation | null> {
  const key = fromGlobalId('reconciliation', id);
  if (key === undefined) return null;
  const [row] = await context.hub.db.query<ReconciliationRow>(`SELECT ${RECONCILIATION_COLUMNS} FROM ${FROM} WHERE r.id = $1`, [key]);
  return row !== undefined && readsBooks(context.viewer, row.merchant_scope) ? showReconciliation(row) : null;
}

/** The discrepancy of that id; null: unknown, or not the viewer's to see. */
export async function discrepancyById(context: HubContext, id: string): Promise<Discrepancy | null> {
  const key = fromGlobalId('discrepancy', id);
  if (key === undefined) return null;
  const [row] = await context.hub.db.query<DiscrepancyRow & { merchant_scope: string[] }>(
    `SELECT ${DISCREPANCY_COLUMNS}, m.scope AS merchant_scope FROM payments.discrepancy d JOIN ${FROM} ON r.id = d.reconciliation_id WHERE d.id = $1`,
    [key],
  );
  return row !== undefined && readsBooks(context.viewer, row.merchant_scope) ? showDiscrepancy(row) : null;
}

export interface ReconciliationFilter {
  provider?: PaymentProvider | null | undefined;
  merchant?: string | null | undefined;
  unit?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}

/** The reconciliations that the viewer may see, newest day first. */
export async function listReconciliations(context: HubContext, filter: ReconciliationFilter): Promise<Reconciliation[]> {
  const values = new Values();
  const where = [booksVisibleTo(context.viewer, values)];
  if (filter.provider != null) where.push(`r.provider = ${values.add(filter.provider)}`);
  if (filter.merchant != null) where.push(`r.merchant_id = ${values.add(fromGlobalId('merchant', filter.merchant) ?? NOBODYS)}::uuid`);
  if (filter.unit != null) where.push(`m.scope @> ARRAY[${values.add(filter.unit)}::text]`);
  if (filter.from != null) where.push(`r.business_date >= ${values.add(filter.from)}::date`);
  if (filter.to != null) where.push(`r.business_date <= ${values.add(filter.to)}::date`);
  const rows = await context.hub.db.query<ReconciliationRow>(
    `SELECT ${RECONCILIATION_COLUMNS} FROM ${FROM} WHERE ${where.join(' AND ')} ORDER BY r.business_date DESC, r.provider, m.code LIMIT ${MOST}`,
    values.list,
  );
  return rows.map(showReconciliation);
}

export interface DiscrepancyList extends PageArguments {
  kinds?: readonly string[] | null;
  open?: boolean | null;
}

/** A reconciliation's differences, in the statement's order. */
export async function listDiscrepancies(
  context: HubContext,
  reconciliationId: string,
  wanted: DiscrepancyList,
): Promise<Page<DiscrepancyRow>> {
  const page = readPage(wanted);
  const filter = (values: Values) => {
    const where = [`d.reconciliation_id = ${values.add(reconciliationId)}`];
    if (wanted.kinds != null) where.push(`d.kind = ANY(${values.add(wanted.kinds)}::text[])`);
    if (wanted.open != null) where.push(wanted.open ? `NOT ${SETTLED_SQL}` : SETTLED_SQL);
    return where;
  };
  const values = new Values();
  const where = filter(values);
  if (page.after !== undefined) where.push(`d.position > ${values.add(positionOf('after', page.after))}::int`);
  if (page.before !== undefined) where.push(`d.position < ${values.add(positionOf('before', page.before))}::int`);
  const direction = page.backward ? 'DESC' : 'ASC';
  const rows = await context.hub.db.query<DiscrepancyRow>(
    `SELECT ${DISCREPANCY_COLUMNS} FROM payments.discrepancy d WHERE ${where.join(' AND ')} ORDER BY d.position ${direction} LIMIT ${values.add(page.size + 1)}`,
    values.list,
  );
  return toPage(rows, page, {
    key: (row) => [String(row.position)],
    async count() {
      const counting = new Values();
      const [row] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM payments.discrepancy d WHERE ${filter(counting).join(' AND ')}`,
        counting.list,
      );
      return row?.count ?? 0;
    },
  });
}

function positionOf(field: 'after' | 'before', cursor: readonly (string | null)[]): string {
  const [position] = cursor;
  if (cursor.length === 1 && position != null && /^\d{1,9}$/.test(position)) return position;
  throw badUserInput(field, { vi: `${field}: con trỏ không thuộc danh sách này.`, en: `${field} is not a cursor of this list.` });
}

/**
 * The trail of a difference, or of the day itself (null), oldest first; one statement for all of a request. What was done about a difference that is no
 * more, since a statement was issued anew, is the day's.
 */
export function stepsOf(context: HubContext, reconciliationId: string, discrepancyId: string | null): Promise<ResolutionStep[]> {
  type Row = ResolutionStep & { reconciliation_id: string; discrepancy_id: string | null };
  const loader = context.loader<string, Row[]>('payments.steps', async (ids) => {
    const rows = await context.hub.db.query<Row>(
      `SELECT s.reconciliation_id, d.id AS discrepancy_id, s.at, s.actor, s.action, s.resolution, s.note
       FROM payments.resolution_step s LEFT JOIN payments.discrepancy d ON d.id = s.discrepancy_id AND d.reconciliation_id = s.reconciliation_id
       WHERE s.reconciliation_id = ANY($1::uuid[]) ORDER BY s.id`,
      [ids],
    );
    const byDay = Map.groupBy(rows, (row) => row.reconciliation_id);
    return ids.map((id) => byDay.get(id) ?? []);
  });
  return loader.load(reconciliationId).then((rows) => rows.filter((row) => row.discrepancy_id === discrepancyId));
}
