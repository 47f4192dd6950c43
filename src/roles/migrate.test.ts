import { appendFile, cp, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migration } from '@mikro-orm/migrations';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import { openDatabase } from '../platform/database/database.ts';
import { formOf, hasForm } from '../platform/database/form.ts';
import { migrate } from '../platform/database/migrate.ts';
import { SOURCES } from './settings.ts';
import { STORAGES } from './subgraphs.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

async function as<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The test database under other parts of its address. */
function address(parts: Partial<Pick<URL, 'username' | 'password' | 'pathname'>>): string {
  return Object.assign(new URL(database.url), parts).href;
}

describe('migrations', () => {
  it('run once where four begin at the same moment on an empty database', async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(database.url, STORAGES)));
    const all = STORAGES.flatMap(({ schema, migrations }) => migrations.map(({ name }) => `${schema}: ${name}`));
    expect(ran.flat().sort()).toEqual(all.sort());
    expect(await migrate(database.url, STORAGES)).toEqual([]);
  });

  it('say what an account without rights lacks', async () => {
    const { pathname } = new URL(database.url);
    const role = `weak_${pathname.slice(1)}`;
    await as((client) => client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'weak'`));
    const url = address({ username: role, password: 'weak' });
    await expect(migrate(url, [{ schema: 'elsewhere', entities: [], migrations: [] }])).rejects.toThrow(
      /^DATABASE_URL: .*\nDATABASE_URL: the account lacks rights .*ALTER DATABASE/,
    );
    await as((client) => client.query(`DROP ROLE ${role}`));
  });
});

describe('the form of a database', () => {
  it('is noted once all has run, and is another one as soon as a migration is', async () => {
    const own = await createTestDatabase();
    const form = await formOf(SOURCES);
    expect(await hasForm(own.url, form)).toBe(false);
    await migrate(own.url, STORAGES);
    expect(await hasForm(own.url, form)).toBe(false);
    await migrate(own.url, STORAGES, form);
    expect(await hasForm(own.url, form)).toBe(true);
    expect(await hasForm(own.url, `${form}x`)).toBe(false);
    await own.drop();
  });

  it('is told by every file that holds a migration', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-form-'));
    await cp(SOURCES, folder, { recursive: true });
    const seen = new Set([await formOf(folder)]);
    let files = 0;
    for await (const file of glob('**/*.ts', { cwd: folder })) {
      if (file.endsWith('.test.ts') || !/extends Migration\b/.test(await readFile(join(folder, file), 'utf8'))) continue;
      files += 1;
      await appendFile(join(folder, file), '\n');
      seen.add(await formOf(folder));
    }
    expect(files).toBeGreaterThan(20);
    expect(seen.size).toBe(files + 1);
    await rm(folder, { recursive: true });
  });
});

describe('the extension that names are searched by', () => {
  const weak = (name: string) => ({ role: `${name}_${new URL(database.url).pathname.slice(1)}`, password: 'weak' });

  it('is made by whoever owns the database, without further rights', async () => {
    const own = await createTestDatabase();
    const { role, password } = weak('owner');
    await as((client) => client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`));
    await as((client) => client.query(`ALTER DATABASE ${new URL(own.url).pathname.slice(1)} OWNER TO ${role}`));
    await migrate(Object.assign(new URL(own.url), { username: role, password }).href, STORAGES);
    const db = openDatabase(own.url, { max: 1 });
    const found = await db.query(`SELECT extname, extowner::regrole::text AS owner FROM pg_extension WHERE extname = 'pg_trgm'`);
    expect(found).toEqual([{ extname: 'pg_trgm', owner: role }]);
    await db.close();
    await own.drop();
    await as((client) => client.query(`DROP ROLE ${role}`));
  });

  it('is used where it stands already, in whatever schema', async () => {
    const own = await createTestDatabase();
    const db = openDatabase(own.url, { max: 1 });
    await db.query('CREATE SCHEMA "their Own"');
    await db.query('CREATE EXTENSION pg_trgm WITH SCHEMA "their Own"');
    await migrate(own.url, STORAGES);
    const [index] = await db.query<{ definition: string }>(`SELECT pg_get_indexdef('dossiers.dossier_by_name'::regclass) AS definition`);
    expect(index?.definition).toContain('"their Own".gin_trgm_ops');
    await db.close();
    await own.drop();
  });

  it('is asked for by the name of the package that it comes in', async () => {
    class WantsMore extends Migration {
      override up(): void {
        this.addSql('CREATE EXTENSION no_such_extension');
      }
    }
    const storage = { schema: 'wanting', entities: [], migrations: [{ name: 'wanting-001', class: WantsMore }] };
    await expect(migrate(database.url, [storage])).rejects.toThrow(
      /^DATABASE_URL: .*\nDATABASE_URL: .*no_such_extension.*postgresql-contrib/,
    );
  });
});

describe('a DATABASE_URL that can not be used', () => {
  const refusal = async (url: string) => {
    const said = await migrate(url, STORAGES).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
    expect(said.split('\n').map((line) => line.slice(0, 14))).toEqual(['DATABASE_URL: ', 'DATABASE_URL: ']);
    return said;
  };

  it('is told from its password, which is not shown', async () => {
    const said = await refusal(address({ password: 'sesame' }));
    expect(said).toMatch(/the server refuses user/);
    expect(said).not.toContain('sesame');
  });

  it('is told from its database', async () => {
    expect(await refusal(address({ pathname: '/nowhere' }))).toMatch(/no database "nowhere". Make it: createdb nowhere/);
  });

  it('is told from its host and port', async () => {
    expect(await refusal('postgres://hub@nowhere.invalid/hub')).toMatch(/nowhere\.invalid:5432 can't be reached/);
    expect(await refusal('postgres://hub@127.0.0.1:1/hub')).toMatch(/127\.0\.0\.1:1 can't be reached \(ECONNREFUSED\)/);
  });

  it('is told where another program answers', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    expect(await refusal(`postgres://hub@127.0.0.1:${port}/hub`)).toMatch(/can't be used/);
    server.close();
  });
});

it('a connection that is cut in the middle of a transaction fails the transaction and nothing else', async () => {
  const db = openDatabase(database.url, { max: 2 });
  const cut = db.transaction(async (sql) => {
    const [own] = await sql.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await as((client) => client.query('SELECT pg_terminate_backend($1)', [own?.pid]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await sql.query('SELECT 1');
  });
  await expect(cut).rejects.toThrow();
  expect(await db.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  await db.close();
});
