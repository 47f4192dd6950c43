import { badUserInput } from '../../platform/errors.ts';
import { type Page, type PageArguments, type PageRequest, readPage, toPage } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';

/** One recorded read. `position` is `at` to the microsecond: what a cursor must keep. */
export interface AccessLogRow {
  id: string;
  at: Date;
  position: string;
  actor: string;
  purpose: string;
  fields: string[];
}

/** Who read a citizen's data, newest first; one statement for all citizens of a request that ask for the same page. */
export async function accessLogOf(context: HubContext, citizenId: string, page: PageArguments): Promise<Page<AccessLogRow>> {
  const request = readPage(page);
  const loader = context.loader<string, AccessLogRow[]>(`identity.access-log ${JSON.stringify(request)}`, (ids) =>
    read(context, ids, request),
  );
  return toPage(await loader.load(citizenId), request, {
    key: (row) => [row.position, row.id],
    count: () => countOf(context, citizenId),
  });
}

async function read(context: HubContext, ids: readonly string[], request: PageRequest): Promise<AccessLogRow[][]> {
  const order = request.backward ? 'ASC' : 'DESC';
  const rows = await context.hub.db.query<AccessLogRow & { citizen: string }>(
    `SELECT citizen.id AS citizen, read.*
     FROM unnest($1::uuid[]) AS citizen(id)
     CROSS JOIN LATERAL (
       SELECT id, at, at::text AS position, actor, purpose, fields FROM outbox.personal_data_read
       WHERE citizen_id = citizen.id
         AND ($2::timestamptz IS NULL OR (at, id) < ($2::timestamptz, $3::uuid))
         AND ($4::timestamptz IS NULL OR (at, id) > ($4::timestamptz, $5::uuid))
       ORDER BY at ${order}, id ${order} LIMIT $6) AS read`,
    [ids, ...bound('after', request.after), ...bound('before', request.before), request.size + 1],
  );
  const byCitizen = new Map<string, AccessLogRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byCitizen.get(row.citizen)?.push(row);
  return ids.map((id) => byCitizen.get(id) ?? []);
}

const POSITION = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function bound(field: 'after' | 'before', cursor: PageRequest['after']): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [position, id] = cursor;
  if (position != null && id != null && POSITION.test(position) && UUID.test(id)) return [position, id];
  throw badUserInput(field, { vi: `${field}: con trỏ không hợp lệ.`, en: `${field} is not a cursor of this list.` });
}

function countOf(context: HubContext, citizenId: string): Promise<number> {
  const loader = context.loader<string, number>('identity.access-log count', async (ids) => {
    const rows = await context.hub.db.query<{ citizen_id: string; count: number }>(
      'SELECT citizen_id, count(*) AS count FROM outbox.personal_data_read WHERE citizen_id = ANY($1) GROUP BY citizen_id',
      [ids],
    );
    const byCitizen = new Map(rows.map((row) => [row.citizen_id, row.count]));
    return ids.map((id) => byCitizen.get(id) ?? 0);
  });
  return loader.load(citizenId);
}
