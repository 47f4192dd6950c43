import type { SftpSource } from '../../../../platform/config/sftp.ts';
import type { Queryable } from '../../../../platform/database/database.ts';
import { stableUuid } from '../../../../platform/ids.ts';
import { appendEvents } from '../../../../platform/outbox/outbox.ts';
import { STATEMENT_SOURCE_TOLD, type StatementSourceState } from '../../../../platform/outbox/statement-source.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { SftpProblemCode } from './problem.ts';
import type { RemoteFile } from './transport.ts';

const MINUTE_MS = 60_000;
const LONGEST_REST_MS = 30 * MINUTE_MS;

/** A file as the hub knows it. */
export interface KnownFile {
  size: number;
  modifiedMs: number;
  /** SEEN: it is looked at once more, because it may be growing. */
  state: 'SEEN' | 'FETCHED';
  /** In hex, of what was fetched last under this name; null: nothing was. */
  sha256: string | null;
}

/** Whether the server may be visited now: after a failure it rests. */
export async function isDue({ db, clock }: Platform, { name }: SftpSource): Promise<boolean> {
  const [row] = await db.query<{ next_at: Date | null }>('SELECT next_at FROM payments.sftp_source WHERE name = $1', [name]);
  return row?.next_at == null || row.next_at <= clock.now();
}

/** Notes how a visit ended, and tells it where that has changed; `problem` null: all that was there and whole has been fetched. */
export async function noteVisit(hub: Platform, { name, provider }: SftpSource, problem: SftpProblemCode | null): Promise<void> {
  const at = hub.clock.now();
  await hub.db.transaction(async (sql) => {
    await sql.query('INSERT INTO payments.sftp_source (name, provider, failures) VALUES ($1, $2, 0) ON CONFLICT (name) DO NOTHING', [
      name,
      provider,
    ]);
    const [before] = await sql.query<{ problem: string | null; failures: number; failing_since: Date | null }>(
      'SELECT problem, failures, failing_since FROM payments.sftp_source WHERE name = $1 FOR UPDATE',
      [name],
    );
    const failures = problem === null ? 0 : (before?.failures ?? 0) + 1;
    const since = problem === null ? null : (before?.failing_since ?? at);
    await sql.query(
      `UPDATE payments.sftp_source SET provider = $2, problem = $3, failures = $4, failing_since = $5, next_at = $6,
         succeeded_at = CASE WHEN $3::text IS NULL THEN $7 ELSE succeeded_at END WHERE name = $1`,
      [name, provider, problem, failures, since, problem === null ? null : new Date(at.getTime() + restMs(problem, failures)), at],
    );
    if ((before?.problem ?? null) !== problem) await tell(hub, sql, { source: name, provider, problem, since });
  });
}

/** Ends what was told of a server that is visited no more. */
export async function forgetSource(hub: Platform, name: string): Promise<void> {
  await hub.db.transaction(async (sql) => {
    const [gone] = await sql.query<{ provider: string; problem: string | null }>(
      'DELETE FROM payments.sftp_source WHERE name = $1 RETURNING provider, problem',
      [name],
    );
    if (gone?.problem != null) await tell(hub, sql, { source: name, provider: gone.provider, problem: null, since: null });
  });
}

/** Servers that something was noted of. */
export async function notedSources({ db }: Platform): Promise<string[]> {
  return (await db.query<{ name: string }>('SELECT name FROM payments.sftp_source ORDER BY name')).map(({ name }) => name);
}

/** A server with a wrong key does not mend itself; the others are tried again soon, and then less often. */
function restMs(problem: SftpProblemCode, failures: number): number {
  return problem === 'HOST_KEY' ? LONGEST_REST_MS : Math.min(LONGEST_REST_MS, MINUTE_MS * 2 ** Math.min(failures - 1, 10));
}

type Told = Omit<StatementSourceState, 'since'> & { since: Date | null };

async function tell({ cipher, clock }: Platform, sql: Queryable, { since, ...state }: Told): Promise<void> {
  const data: StatementSourceState = { ...state, since: since === null ? null : since.toISOString() };
  const subjectId = stableUuid('statement-source', state.source);
  await appendEvents(sql, cipher, [{ at: clock.now(), kind: STATEMENT_SOURCE_TOLD, subjectId, subject: state.source, data: { ...data } }]);
}

/** The files of a server that the hub has seen before, by name. */
export async function knownFiles({ db }: Platform, { name }: SftpSource): Promise<Map<string, KnownFile>> {
  const rows = await db.query<KnownFile & { name: string }>(
    `SELECT name, size, modified_ms AS "modifiedMs", state, encode(sha256, 'hex') AS sha256 FROM payments.sftp_file WHERE source = $1`,
    [name],
  );
  return new Map(rows.map(({ name: file, ...known }) => [file, known]));
}

/** Notes a file as it is now; `sha256` undefined: it was seen only. */
export async function noteFile(
  { db, clock }: Platform,
  { name: source }: SftpSource,
  file: RemoteFile & { sha256?: string },
): Promise<void> {
  const { name, size, modifiedMs, sha256 } = file;
  await db.query(
    `INSERT INTO payments.sftp_file AS f (source, name, size, modified_ms, state, sha256, noted_at)
     VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7)
     ON CONFLICT (source, name) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms, state = excluded.state,
       sha256 = coalesce(excluded.sha256, f.sha256), noted_at = excluded.noted_at`,
    [source, name, size, modifiedMs, sha256 === undefined ? 'SEEN' : 'FETCHED', sha256 ?? null, clock.now()],
  );
}
