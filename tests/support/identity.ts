import { execute, parse } from 'graphql';
import { pino } from 'pino';
import type { Aspect, PersonLevel } from '../../src/platform/auth/access.ts';
import { GrantSigner } from '../../src/platform/auth/grant.ts';
import { NOBODY, type Role, type Viewer } from '../../src/platform/auth/viewer.ts';
import { type Database, openDatabase, type Queryable } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { HubError } from '../../src/platform/errors.ts';
import { createContext } from '../../src/platform/graphql/context.ts';
import type { Peers } from '../../src/platform/graphql/peers.type.ts';
import { buildSubgraph } from '../../src/platform/graphql/subgraph.ts';
import { OUTBOX_MIGRATIONS } from '../../src/platform/outbox/outbox.migrations.ts';
import { type Cipher, createCipher } from '../../src/platform/pii/cipher.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createClock } from '../../src/platform/time.ts';
import { identity } from '../../src/subgraphs/identity/index.ts';
import type { Query } from './client.ts';
import { type Beginning, createTestDatabase } from './database.ts';

/** Keys of the tests alone: 32 bytes of one letter. */
export const TEST_KEYS = {
  old: Buffer.alloc(32, 'a').toString('base64'),
  next: Buffer.alloc(32, 'b').toString('base64'),
  index: Buffer.alloc(32, 'c').toString('base64'),
};

/** The root fields that subgraphs alone ask for; which of them are there depends on the operation. */
export interface PeersData {
  registerApplicants: { key: string; citizen: string; organization: string | null; identified: boolean }[];
  _entities: { applicant: { fullName: string } | null; organization: { name: string; taxCode: string | null } | null }[];
}

export interface Answer<Data> {
  data: Data;
  codes: unknown[];
  fields: unknown[];
}

/** The identity subgraph alone, on a database of its own. */
export interface IdentityHub {
  platform: Platform;
  url: string;
  /** The SQL that ran since it was last emptied. */
  statements: string[];
  run<Data = PeersData, Variables = Record<string, unknown>>(
    viewer: Viewer,
    query: Query<Data, Variables>,
    variables?: NoInfer<Variables>,
    peers?: Peers,
  ): Promise<Answer<Data>>;
  grant(
    viewer: Viewer,
    of: { citizen?: string | undefined; organization?: string | undefined; person: PersonLevel; aspects?: Aspect[]; code?: string },
  ): string;
  stop(): Promise<void>;
}

const BEGINNING: Beginning = {
  name: 'identity',
  async fill(url) {
    await migrate(url, [{ schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS }, identity.storage]);
  },
};

export async function createIdentityHub(): Promise<IdentityHub> {
  const database = await createTestDatabase(BEGINNING);
  const statements: string[] = [];
  const db = openDatabase(database.url);
  const cipher = createCipher([TEST_KEYS.old], TEST_KEYS.index);
  const platform = fakePlatform(watch(db, statements), cipher);
  const { schema } = buildSubgraph(identity);
  return {
    platform,
    url: database.url,
    statements,
    async run(viewer, query, variables, peers = SILENT_PEERS) {
      const contextValue = createContext({ hub: platform, viewer, language: 'vi', peers, fromPeer: true });
      const { data, errors = [] } = await execute({
        schema,
        document: parse(query.toString()),
        variableValues: { ...variables },
        contextValue,
      });
      const extensions = errors.map((error) => {
        if (error.originalError instanceof HubError) return error.originalError.extensions;
        return error.extensions['code'] === undefined ? { code: error.message } : error.extensions;
      });
      return {
        data: JSON.parse(JSON.stringify(data ?? null)) as never,
        codes: extensions.map((one) => one['code']),
        fields: extensions.map((one) => one['field']),
      };
    },
    grant(viewer, { citizen, organization, person, aspects = ['core', 'content'], code = 'H12.64-250701-0001' }) {
      const subject = '00000000-0000-7000-8000-000000000001';
      return platform.grants.sign(viewer, { subject, code, citizen, organization, aspects: new Set(aspects), person, units: [] });
    },
    async stop() {
      await db.close();
      await database.drop();
    },
  };
}

/** As much of a platform as identity uses. */
export function fakePlatform(db: Database, cipher: Cipher): Platform {
  const parts: Partial<Platform> = {
    db,
    cipher,
    grants: new GrantSigner(cipher),
    clock: createClock('2025-09-30'),
    log: pino({ level: 'silent' }),
  };
  return parts as Platform;
}

export function viewer(role: Role, more: Partial<Viewer> = {}): Viewer {
  return { ...NOBODY, subject: `test ${role}`, roles: [role], token: `token ${role} ${JSON.stringify(more)}`, ...more };
}

const SILENT_PEERS: Peers = {
  ask: async (subgraph) => {
    throw new Error(`${subgraph} was asked`);
  },
};

function watch(db: Database, statements: string[]): Database {
  const note =
    (on: Queryable): Queryable['query'] =>
    (sql, values) => {
      statements.push(sql);
      return on.query(sql, values);
    };
  return { ...db, query: note(db), transaction: (work) => db.transaction((sql) => work({ client: sql.client, query: note(sql) })) };
}
