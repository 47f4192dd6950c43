import { badUserInput } from '../../../platform/errors.ts';
import { type Page, type PageRequest, readPage, toPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { STATUS_BY_NATIONAL_CODE } from '../../../platform/graphql/enums.ts';
import { visibilityOf, WATCHERS } from '../synchronization.access.ts';
import type { PortalExtra, PortalExtrasArguments } from './extra.type.ts';

/** An extra code as its resolver is given it. */
export interface PortalExtraView extends PortalExtra {
  unitCode: string;
}

interface Row {
  code: string;
  unit: string;
  status: number | null;
  unit_name: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
  ended_at: Date | null;
  ending: PortalExtra['ending'];
  /** To the microsecond, as the order needs it. */
  since: string;
}

const FILTER = `($1::boolean OR scope && $2::text[]) AND ($3::text IS NULL OR scope @> ARRAY[$3::text]) AND ($4::boolean IS NULL OR (ended_at IS NULL) = $4)`;

/** A page of the codes that the viewer may see, those first that were found last. */
export async function listExtras(context: HubContext, wanted: PortalExtrasArguments): Promise<Page<PortalExtraView>> {
  const page = readPage(wanted);
  const [all, units] = visibilityOf(context, WATCHERS);
  const filter = [all, units, wanted.unit ?? null, wanted.open ?? null];
  const rows = await context.hub.db.query<Row>(
    `SELECT code, unit, status, unit_name, first_seen_at, last_seen_at, ended_at, ending, first_seen_at::text AS since FROM integration.portal_extra
     WHERE ${FILTER} AND ($5::timestamptz IS NULL OR (first_seen_at, code) < ($5, $6)) ORDER BY first_seen_at DESC, code DESC LIMIT $7`,
    [...filter, ...cursorOf(page.after), page.size + 1],
  );
  const cursors = new Map(rows.map(({ code, since }) => [code, since]));
  return toPage(rows.map(toView), page, {
    key: ({ code }) => [cursors.get(code) ?? '', code],
    count: async () => {
      const [counted] = await context.hub.db.query<{ count: number }>(
        `SELECT count(*) FROM integration.portal_extra WHERE ${FILTER}`,
        filter,
      );
      return counted?.count ?? 0;
    },
  });
}

function toView(row: Row): PortalExtraView {
  return {
    ...{ code: row.code, unitCode: row.unit, portalUnit: row.unit_name },
    status: row.status === null ? null : (STATUS_BY_NATIONAL_CODE[row.status - 1] ?? null),
    ...{ firstSeenAt: row.first_seen_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at, ending: row.ending },
  };
}

function cursorOf(cursor: PageRequest['after']): (string | null)[] {
  if (cursor === undefined) return [null, null];
  const [since, code, ...rest] = cursor;
  if (since == null || code == null || rest.length > 0 || Number.isNaN(Date.parse(since))) {
    throw badUserInput('after', { vi: 'after: con trỏ không thuộc danh sách này.', en: 'after is not a cursor of this list.' });
  }
  return [since, code];
}
