import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of a test's own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** What a database begins with: made once on each server of a run, and copied from then on. */
export interface Beginning {
  name: string;
  /** Fills an empty database; leaves no connection to it. */
  fill(url: string): Promise<void>;
}

/** One key on each server: whoever holds it looks for a beginning and makes it where there is none. */
const LOCK = 7_202_507_90;

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL: run the tests with npm test, which starts a PostgreSQL for them');
  return url;
}

async function administer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Beginnings of this run: what another run left on a server that is not ours may be of other migrations. */
const prefix = () => `beginning_${process.env['TEST_RUN'] ?? process.pid}_`;

async function templateOf(server: string, { name, fill }: Beginning): Promise<string> {
  const template = `${prefix()}${name}`;
  await administer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template]);
    if (rows.length > 0) return;
    await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${template} TEMPLATE template0`);
    await fill(urlOf(server, template));
    await client.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  });
  return template;
}

/** Makes a database on the server that the suite started (TEST_DATABASE_URL): empty, or a copy of a beginning. */
export async function createTestDatabase(beginning?: Beginning): Promise<TestDatabase> {
  const server = serverUrl();
  const template = beginning === undefined ? 'template0' : await templateOf(server, beginning);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const drop = () => administer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { url: urlOf(server, name), drop: async () => void (await drop()) };
}

/** Takes the beginnings of this run off a server that goes on. */
export async function dropBeginnings(): Promise<void> {
  await administer(serverUrl(), async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [
      prefix(),
    ]);
    for (const { name } of rows) {
      await client.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
      await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
}
