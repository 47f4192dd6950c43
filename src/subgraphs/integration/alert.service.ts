import type { Queryable } from '../../platform/database/database.ts';
import { newUuid } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Finding, findAlerts } from './alert.find.ts';
import { type AlertKind, readAlertRules } from './alert.rule.ts';

/** One at a time for all processes. */
const LOCK = 7_460_002;

/** An alert as it is kept. */
export interface KeptAlert extends Finding {
  id: string;
  raisedAt: Date;
  recoveredAt: Date | null;
}

const COLUMNS = `id, kind, target, details, raised_at AS "raisedAt", recovered_at AS "recoveredAt"`;

/** Of these, what is shown is what is missing now, though nobody is told a second time: people work by the list. */
const FOLLOWED: readonly AlertKind[] = ['STATEMENT_MISSING', 'ACCOUNT_STATEMENT_MISSING'];

/** Raises what holds and was not raised yet, and ends what holds no more: each once, whatever the number of processes. */
export async function watchAlerts(hub: Platform): Promise<{ raised: KeptAlert[]; recovered: KeptAlert[] }> {
  return hub.db.transaction(async (sql) => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const found = await findAlerts(hub, sql, await readAlertRules(sql));
    const at = hub.clock.business();
    const raised: KeptAlert[] = [];
    for (const { kind, target, details } of found) {
      raised.push(
        ...(await sql.query<KeptAlert>(
          `INSERT INTO integration.alert (id, kind, target, details, raised_at) VALUES ($1, $2, $3, $4::jsonb, $5)
           ON CONFLICT (kind, target) WHERE recovered_at IS NULL DO NOTHING RETURNING ${COLUMNS}`,
          [newUuid(), kind, target, JSON.stringify(details), at],
        )),
      );
    }
    const followed = found.filter(({ kind }) => FOLLOWED.includes(kind));
    await sql.query(
      `UPDATE integration.alert a SET details = f.details FROM unnest($1::text[], $2::text[], $3::jsonb[]) AS f(kind, target, details)
       WHERE a.recovered_at IS NULL AND a.kind = f.kind AND a.target = f.target AND a.details <> f.details`,
      [followed.map(({ kind }) => kind), followed.map(({ target }) => target), followed.map(({ details }) => JSON.stringify(details))],
    );
    const recovered = await sql.query<KeptAlert>(
      `UPDATE integration.alert SET recovered_at = $1, told = false
       WHERE recovered_at IS NULL AND (kind, target) NOT IN (SELECT * FROM unnest($2::text[], $3::text[])) RETURNING ${COLUMNS}`,
      [at, found.map(({ kind }) => kind), found.map(({ target }) => target)],
    );
    return { raised, recovered };
  });
}

/** Alerts, the newest first; `open`: those alone that hold on, or those that are over. */
export function readAlerts(
  sql: Queryable,
  { open, kinds = null, limit }: { open: boolean | null /** Null: all. */; kinds?: readonly AlertKind[] | null; limit: number },
): Promise<KeptAlert[]> {
  return sql.query<KeptAlert>(
    `SELECT ${COLUMNS} FROM integration.alert WHERE ($1::boolean IS NULL OR (recovered_at IS NULL) = $1) AND ($3::text[] IS NULL OR kind = ANY($3))
     ORDER BY raised_at DESC, id DESC LIMIT $2`,
    [open, limit, kinds],
  );
}

/** Alerts whose raising, or whose end, was not told yet. */
export function untoldAlerts(sql: Queryable): Promise<KeptAlert[]> {
  return sql.query<KeptAlert>(`SELECT ${COLUMNS} FROM integration.alert WHERE NOT told ORDER BY raised_at, id LIMIT 100`);
}

/** It was told as it stood: should it have ended meanwhile, that is still to be told. */
export async function markTold(sql: Queryable, { id, recoveredAt }: KeptAlert): Promise<void> {
  await sql.query('UPDATE integration.alert SET told = true WHERE id = $1 AND (recovered_at IS NULL) = $2', [id, recoveredAt === null]);
}
