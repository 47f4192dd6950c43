import { CompiledQuery } from 'kysely';
import pg from 'pg';

/** Anything that runs SQL: the pool, a transaction, an entity manager's transaction. */
export interface Queryable {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
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
    query: (sql, values) => rows(pool, sql, values),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const result = await work({ client, query: (sql, values) => rows(client, sql, values) });
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

async function rows<Row>(on: pg.Pool | pg.PoolClient, sql: string, values: readonly unknown[] | undefined): Promise<Row[]> {
  const result = await on.query(sql, values as unknown[] | undefined);
  return result.rows as Row[];
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
