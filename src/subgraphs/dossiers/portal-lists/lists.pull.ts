import { createHash } from 'node:crypto';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { PortalListRow } from '../../../../connectors/contract/portal.catalogue.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PullRequest } from '../catalogue/pull.ts';
import { PORTAL } from '../ingest/portal.ts';
import { forgetPortalLists } from './lists.read.ts';

/** How a look at one list ended. GUARDED: empty or much shorter, so that what was held stays. FAILED: it can't be had. */
export type ListOutcome = 'DONE' | 'GUARDED' | 'FAILED';

const LOCK = 7_202_511_28;

/** Looks at every list that the way to the portal has. One that can't be had keeps no other back, until the portal as a whole is away. */
export async function pullPortalLists(
  hub: Platform,
  { acceptLoss }: Pick<PullRequest, 'acceptLoss'>,
): Promise<Record<string, ListOutcome>> {
  const outcomes: Record<string, ListOutcome> = {};
  for (const [name, read] of Object.entries(hub.connectors.portal(PORTAL)?.lists ?? {})) {
    try {
      const rows = await read();
      outcomes[name] = await hub.db.transaction((sql) => take(hub, sql, { name, rows, acceptLoss }));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      outcomes[name] = 'FAILED';
      await hub.db.query(`${NOTE} DO UPDATE SET looked_at = excluded.looked_at, outcome = excluded.outcome`, [
        ...[name, hub.clock.business(), 'FAILED', 0, null, null],
      ]);
      if (error.unreachable) break;
    }
  }
  forgetPortalLists(hub);
  return outcomes;
}

const NOTE =
  'INSERT INTO dossiers.portal_list AS l (name, looked_at, outcome, listed, taken_at, content) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name)';

interface Read {
  name: string;
  rows: readonly PortalListRow[];
  acceptLoss: boolean;
}

async function take(hub: Platform, sql: Transaction, { name, rows, acceptLoss }: Read): Promise<ListOutcome> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const [held] = await sql.query<{ rows: number; content: Buffer | null }>(
    'SELECT (SELECT count(*)::int FROM dossiers.portal_list_row WHERE list = l.name) AS rows, content FROM dossiers.portal_list l WHERE name = $1',
    [name],
  );
  const [guard] = await sql.query<{ largest_loss_percent: number }>('SELECT largest_loss_percent FROM dossiers.catalogue_guard');
  const least = (held?.rows ?? 0) * (1 - (guard?.largest_loss_percent ?? 0) / 100);
  const at = hub.clock.business();
  if (!acceptLoss && (rows.length === 0 || rows.length < least)) {
    await sql.query(`${NOTE} DO UPDATE SET looked_at = excluded.looked_at, outcome = excluded.outcome, listed = excluded.listed`, [
      ...[name, at, 'GUARDED', rows.length, null, null],
    ]);
    return 'GUARDED';
  }
  const text = JSON.stringify(
    rows.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    storable,
  );
  const content = createHash('sha256').update(text).digest();
  await sql.query(
    `${NOTE} DO UPDATE SET looked_at = excluded.looked_at, outcome = excluded.outcome, listed = excluded.listed, taken_at = excluded.taken_at,
       content = excluded.content`,
    [name, at, 'DONE', rows.length, at, content],
  );
  if (held?.content?.equals(content) === true) return 'DONE';
  await sql.query('DELETE FROM dossiers.portal_list_row WHERE list = $1', [name]);
  await sql.query(
    `INSERT INTO dossiers.portal_list_row (list, code, name, about)
     SELECT $1, code, name, about FROM jsonb_to_recordset($2::jsonb) AS r(code text, name text, about jsonb)
     ON CONFLICT DO NOTHING`,
    [name, text],
  );
  return 'DONE';
}

/** What no database could keep of a text is left out, so that one row keeps no list back. */
function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;
}
