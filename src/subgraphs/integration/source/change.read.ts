import { boundOf } from '../../../platform/auth/viewer.ts';
import { badUserInput } from '../../../platform/errors.ts';
import { readPage } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import { type ChangeRow, cursorOf, payloadOf } from './change.row.ts';
import type { SourceChange } from './change.type.ts';
import { connectorOf } from './source.connector.ts';

/** What of a person a change may hold, for the record of who read it. */
const FIELDS = ['fullName', 'nationalId', 'phone', 'email', 'address', 'content'];

/** What is asked for of one source's stream. */
export interface Asked {
  source: string;
  after: string | null | undefined;
  first: number | null | undefined;
}

/**
 * The next changes of a source in order, those of units alone that the token covers. Throws BAD_USER_INPUT for a cursor that is not of
 * this source. What is personal is recorded as read before it leaves.
 */
export async function readChanges({ hub, viewer }: HubContext, { source, after, first }: Asked): Promise<SourceChange[]> {
  const page = readPage({ first: first ?? null, after: after ?? null });
  const from = page.after === undefined ? 0 : await sequenceOf(hub, source, page.after);
  const bound = boundOf(viewer, 'SYSTEM');
  const rows = await hub.db.query<ChangeRow>(
    `SELECT * FROM integration.source_change WHERE source = $1 AND sequence > $2 AND ($3::text IS NULL OR scope @> ARRAY[$3::text])
     ORDER BY sequence LIMIT $4`,
    [source, from, bound === 'ALL' ? null : (bound ?? ''), page.size],
  );
  const personal = rows.filter(({ sealed }) => sealed !== null);
  const reads = personal.map((row) => ({ citizenId: row.citizen_id ?? undefined, purpose: row.dossier_code, fields: FIELDS }));
  await recordReads(hub.db, viewer, reads);
  await noteContact(hub, source);
  return rows.map((row) => ({
    cursor: cursorOf(row),
    at: row.at,
    kind: row.kind,
    dossierCode: row.dossier_code,
    payload: payloadOf(hub.cipher, row),
  }));
}

async function sequenceOf({ db }: HubContext['hub'], source: string, key: readonly (string | null)[]): Promise<number> {
  const [of, sequence, ...rest] = key;
  if (of === source && rest.length === 0 && /^[1-9]\d{0,14}$/.test(sequence ?? '')) {
    const [row] = await db.query('SELECT FROM integration.source_change WHERE source = $1 AND sequence = $2', [source, Number(sequence)]);
    if (row !== undefined) return Number(sequence);
  }
  throw badUserInput('after', { vi: 'after: con trỏ không thuộc danh sách này.', en: 'after is not a cursor of this list.' });
}

/** A registered system that polls shows when it last came, as those that are called show when they last answered. */
async function noteContact({ db, clock }: HubContext['hub'], source: string): Promise<void> {
  await db.query(
    `INSERT INTO integration.connector (id, last_success_at)
     SELECT $1, $3::timestamptz WHERE EXISTS (SELECT FROM integration.source WHERE name = $2 AND mode = 'POLL')
     ON CONFLICT (id) DO UPDATE SET last_success_at = excluded.last_success_at`,
    [connectorOf(source), source, clock.business()],
  );
}
