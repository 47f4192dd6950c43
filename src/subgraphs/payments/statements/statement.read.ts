import { badUserInput } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { PaymentProvider } from '../../../platform/graphql/enums.ts';
import { booksVisibleTo, Values } from '../payment.access.ts';
import type { StatementVersionRow } from './statement.row.ts';
import type { StatementChange, StatementDifference, StatementRowFacts, StatementVersion } from './statement.type.ts';

/** The most statements of one answer, and the most rows that one difference shows. */
const MOST = 1_000;
const MOST_CHANGES = 200;

export interface StatementsWanted {
  /** YYYY-MM-DD, both ends included. */
  from: string;
  to: string;
  unit?: string | null | undefined;
  provider?: PaymentProvider | null | undefined;
}

/** The statements of the viewer's books, newest day first and of a day its newest version. Throws BAD_USER_INPUT for too many. */
export async function listStatements({ hub, viewer }: HubContext, wanted: StatementsWanted): Promise<StatementVersion[]> {
  const values = new Values();
  const where = [
    booksVisibleTo(viewer, values),
    `s.business_date BETWEEN ${values.add(wanted.from)}::date AND ${values.add(wanted.to)}::date`,
  ];
  if (wanted.provider != null) where.push(`s.provider = ${values.add(wanted.provider)}`);
  if (wanted.unit != null) where.push(`m.scope @> ARRAY[${values.add(wanted.unit)}::text]`);
  const rows = await hub.db.query<StatementVersionRow>(
    `SELECT s.id, s.merchant_id AS "merchantId", s.provider, to_char(s.business_date, 'YYYY-MM-DD') AS "businessDate", s.version, s.rows,
       s.sum_gross AS gross, s.sum_fee AS fee, s.sum_fee_vat AS "feeVat", s.sum_net AS net, s.generated_at AS "generatedAt",
       s.taken_at AS "takenAt", s.uploaded_by AS "broughtBy", b.id AS "beforeId", b.sum_gross AS "beforeGross", b.sum_net AS "beforeNet"
     FROM payments.statement s JOIN payments.merchant m ON m.id = s.merchant_id
       LEFT JOIN payments.statement b ON b.merchant_id = s.merchant_id AND b.business_date = s.business_date AND b.version = s.version - 1
     WHERE ${where.join(' AND ')} ORDER BY s.business_date DESC, s.provider, m.code, s.version DESC LIMIT ${MOST + 1}`,
    values.list,
  );
  if (rows.length > MOST) {
    throw badUserInput('to', {
      vi: `Hơn ${MOST} bản sao kê: chọn khoảng ngắn hơn, một đơn vị hoặc một kênh thanh toán.`,
      en: `More than ${MOST} statements: ask for a shorter span, one unit or one provider.`,
    });
  }
  return rows.map((row) => ({ ...row, row }));
}

interface ChangeRow {
  statementId: string;
  kind: StatementChange['kind'];
  type: string;
  reference: string;
  providerTransactionId: string;
  before: StatementRowFacts | null;
  after: StatementRowFacts | null;
  /** From 1, within its statement. */
  place: number;
  added: number;
  gone: number;
  changed: number;
}

/** What a version changes of the one before; null: it is the first. One database statement for all of a request. */
export async function differenceOf(context: HubContext, version: StatementVersionRow): Promise<StatementDifference | null> {
  const { id, beforeId, gross, net, beforeGross, beforeNet } = version;
  if (beforeId === null) return null;
  const loader = context.loader<string, ChangeRow[]>('payments.statement-changes', async (pairs) => {
    const rows = await changesOf(context, pairs);
    const byStatement = Map.groupBy(rows, (row) => row.statementId);
    return pairs.map((pair) => byStatement.get(pair.slice(0, pair.indexOf(' '))) ?? []);
  });
  const rows = await loader.load(`${id} ${beforeId}`);
  const [{ added, gone, changed } = { added: 0, gone: 0, changed: 0 }] = rows;
  return { ...{ added, gone, changed, rows }, gross: gross - (beforeGross ?? 0), net: net - (beforeNet ?? 0) };
}

const FACTS = (alias: string) =>
  `jsonb_build_object('rowNo', ${alias}.row_no, 'gross', ${alias}.gross, 'fee', ${alias}.fee, 'feeVat', ${alias}.fee_vat, 'net', ${alias}.net, 'status', ${alias}.status)`;
const SAID = (alias: string) => `(${['gross', 'fee', 'fee_vat', 'net', 'status'].map((column) => `${alias}.${column}`).join(', ')})`;

/**
 * Rows are the same where they are the same kind of transaction under the same two numbers; a file may have one twice, and then its first
 * is compared with the other's first.
 */
function changesOf({ hub }: HubContext, pairs: readonly string[]): Promise<ChangeRow[]> {
  const numbered = (side: 'id' | 'before') =>
    `SELECT p.id AS pair, r.*, row_number() OVER (PARTITION BY p.id, r.type, r.provider_txn_id, r.merchant_ref ORDER BY r.row_no) AS nth
     FROM pair p JOIN payments.statement_row r ON r.statement_id = p.${side}`;
  return hub.db.query<ChangeRow>(
    `WITH pair AS (SELECT split_part(each, ' ', 1)::uuid AS id, split_part(each, ' ', 2)::uuid AS before FROM unnest($1::text[]) each),
       a AS (${numbered('id')}), b AS (${numbered('before')}),
       difference AS (
         SELECT pair, type, merchant_ref, provider_txn_id,
           CASE WHEN b.row_no IS NULL THEN 'ADDED' WHEN a.row_no IS NULL THEN 'GONE' ELSE 'CHANGED' END AS kind,
           CASE WHEN b.row_no IS NOT NULL THEN ${FACTS('b')} END AS before, CASE WHEN a.row_no IS NOT NULL THEN ${FACTS('a')} END AS after,
           a.row_no AS after_no, b.row_no AS before_no
         FROM a FULL JOIN b USING (pair, type, provider_txn_id, merchant_ref, nth)
         WHERE a.row_no IS NULL OR b.row_no IS NULL OR ${SAID('a')} IS DISTINCT FROM ${SAID('b')}),
       placed AS (
         SELECT d.*, row_number() OVER (PARTITION BY pair ORDER BY after_no NULLS LAST, before_no)::int AS place,
           count(*) FILTER (WHERE kind = 'ADDED') OVER (PARTITION BY pair)::int AS added,
           count(*) FILTER (WHERE kind = 'GONE') OVER (PARTITION BY pair)::int AS gone,
           count(*) FILTER (WHERE kind = 'CHANGED') OVER (PARTITION BY pair)::int AS changed
         FROM difference d)
     SELECT pair AS "statementId", kind, type, merchant_ref AS reference, provider_txn_id AS "providerTransactionId", before, after, place,
       added, gone, changed
     FROM placed WHERE place <= ${MOST_CHANGES} ORDER BY pair, place`,
    [pairs],
  );
}
