import { badUserInput } from '../../platform/errors.ts';
import { type Page, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { STATUS_BY_NATIONAL_CODE } from '../../platform/graphql/enums.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { isLocalDate } from '../../platform/time.ts';
import { COMPARISON_KINDS, type ComparedState, type ComparisonKind } from './compare.ts';
import type { ComparedSide, Comparison, ComparisonsArguments } from './compare.type.ts';
import { visibilityOf, WATCHERS } from './synchronization.access.ts';

/** A comparison as its resolver is given it. */
export interface ComparisonView extends Comparison {
  dossierId: string;
  unitCode: string;
}

interface Row {
  day: string;
  connector: string;
  subject: string;
  purpose: Comparison['purpose'];
  subject_id: string;
  unit: string;
  kind: ComparisonKind;
  ours: ComparedState;
  theirs: ComparedState | null;
  compared_at: Date;
  repaired_at: Date | null;
}

const FILTER = `($1::boolean OR scope && $2::text[]) AND ($3::text IS NULL OR scope @> ARRAY[$3::text]) AND ($4::date IS NULL OR day = $4)
  AND kind = ANY($5::text[])`;

/** A page of the comparisons that the viewer may see, the latest day first. */
export async function listComparisons(context: HubContext, wanted: ComparisonsArguments): Promise<Page<ComparisonView>> {
  const page = readPage(wanted);
  const [all, units] = visibilityOf(context, WATCHERS);
  const kinds = wanted.kinds ?? COMPARISON_KINDS.filter((kind) => kind !== 'EQUAL');
  const filter = [all, units, wanted.unit ?? null, wanted.day ?? null, kinds];
  const rows = await context.hub.db.query<Row>(
    `SELECT day, connector, subject, purpose, subject_id, unit, kind, ours, theirs, compared_at, repaired_at FROM integration.comparison
     WHERE ${FILTER} AND ($6::date IS NULL OR (day, connector, subject, purpose) < ($6, $7, $8, $9))
     ORDER BY day DESC, connector DESC, subject DESC, purpose DESC LIMIT $10`,
    [...filter, ...cursorOf(page.after), page.size + 1],
  );
  return toPage(rows.map(toView), page, {
    key: ({ id }) => JSON.parse(id) as string[],
    count: async () => {
      const [counted] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM integration.comparison WHERE ${FILTER}`,
        filter,
      );
      return counted?.count ?? 0;
    },
  });
}

function toView(row: Row): ComparisonView {
  return {
    id: JSON.stringify([row.day, row.connector, row.subject, row.purpose]),
    ...{ subject: row.subject, day: row.day, kind: row.kind, purpose: row.purpose },
    ours: toSide(row.ours),
    theirs: row.theirs === null ? null : toSide(row.theirs),
    ...{ comparedAt: row.compared_at, repairedAt: row.repaired_at },
    ...{ dossierId: toGlobalId('dossier', row.subject_id), unitCode: row.unit },
  };
}

function toSide({ status, unit }: ComparedState): ComparedSide {
  return { status: status === null ? null : (STATUS_BY_NATIONAL_CODE[status - 1] ?? null), unit };
}

function cursorOf(cursor: PageRequest['after']): (string | null)[] {
  if (cursor === undefined) return [null, null, null, null];
  const [day, ...rest] = cursor;
  if (day == null || !isLocalDate(day) || rest.length !== 3 || rest.includes(null)) {
    throw badUserInput('after', { vi: 'after: con trỏ không thuộc danh sách này.', en: 'after is not a cursor of this list.' });
  }
  return [...cursor];
}
