import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import pg from 'pg';

/** Anything that runs SQL: the pool, a transaction, an entity manager's transaction. */
export interface Queryable {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[], how?: QueryOptions): Promise<Row[]>;
}

export interface QueryOptions {
  /**
   * Each connection keeps the statement, parsed and in the end planned: for one that runs with every request, with few different
   * texts, and whose best plan does not hang on its values. Planning costs as much as running there.
   */
  prepared?: boolean;
}

/** The hub's PostgreSQL as hand-written SQL uses it. Set-based and hot paths go here; single objects go through MikroORM. */
export interface Database extends Queryable {
  pool: pg.Pool;
  transaction<T>(work: (sql: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** An open transaction on a connection of its own. */
export interface Transaction extends Queryable {
  client: pg.PoolClient;
}

// int8 as a number: versions, amounts and counts stay below 2^53 by their checks.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text));
// date as the civil day that it is, never as an instant.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const readAnyInstant = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readInstant);

/** `2025-07-01 01:30:00.123456+00`, as a session in UTC writes instants; any other form (an infinity, a year before Christ) the long way. */
function readInstant(text: string): unknown {
  const usual = text.charCodeAt(4) === 45 && text.charCodeAt(10) === 32 && text.endsWith('+00');
  return usual ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : readAnyInstant(text);
}

export function openDatabase(url: string, options: { max?: number; applicationName?: string } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'hub',
    options: '-c timezone=UTC',
  });
  surviveLostConnections(pool);
  return {
    pool,
    query: (sql, values, how) => rows(pool, { sql, values, how }),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work({ client, query: (sql, values, how) => rows(client, { sql, values, how }) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/**
 * A connection that the server drops must not end the process: its queries fail, and the next one opens another. Idle ones
 * report it on the pool, those in use on themselves.
 */
export function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

interface Statement {
  sql: string;
  values: readonly unknown[] | undefined;
  how: QueryOptions | undefined;
}

async function rows<Row>(on: pg.Pool | pg.PoolClient, { sql, values, how }: Statement): Promise<Row[]> {
  const name = how?.prepared === true ? nameOf(sql) : undefined;
  const result = await (name === undefined
    ? on.query(sql, values as unknown[] | undefined)
    : on.query({ name, text: sql, values: values as unknown[] | undefined } as pg.QueryConfig));
  return result.rows as Row[];
}

const names = new Map<string, string>();
/** Statements that a connection may have to keep; beyond them each is parsed anew. */
const MOST_PREPARED = 100;

/** The name under which a connection keeps a statement: by its text, so that no two share one. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = `hub_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
  names.set(sql, name);
  return name;
}

/** SQL on an entity manager's own connection, inside its transaction where one is open. */
export function queryableOf(em: { getKysely(): { executeQuery(query: CompiledQuery): Promise<{ rows: unknown[] }> } }): Queryable {
  return {
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      const result = await em.getKysely().executeQuery(CompiledQuery.raw(sql, [...values]));
      return result.rows as Row[];
    },
  };
}
