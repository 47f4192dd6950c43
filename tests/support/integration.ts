import { randomBytes } from 'node:crypto';
import { type ExecutionResult, execute, parse } from 'graphql';
import { pino } from 'pino';
import type { PortalOutcome, PortalPort, PortalTask } from '../../connectors/contract/portal.ts';
import { GrantSigner } from '../../src/platform/auth/grant.ts';
import { NOBODY, type Role, type Viewer } from '../../src/platform/auth/viewer.ts';
import { parseConfig } from '../../src/platform/config/config.ts';
import type { ConnectorHost, HostedConnector } from '../../src/platform/connectors.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { openOrm } from '../../src/platform/database/orm.ts';
import { createContext } from '../../src/platform/graphql/context.ts';
import { buildSubgraph } from '../../src/platform/graphql/subgraph.ts';
import type { WakeUps } from '../../src/platform/jobs/wake-up.ts';
import { OUTBOX_MIGRATIONS } from '../../src/platform/outbox/outbox.migrations.ts';
import { appendEvents, type OutboxEvent } from '../../src/platform/outbox/outbox.ts';
import { createCipher } from '../../src/platform/pii/cipher.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createClock } from '../../src/platform/time.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import type { Query } from './client.ts';
import { type Beginning, createTestDatabase } from './database.ts';
import { readable } from './readable.ts';

export const PORTAL = 'national-portal';

/** A portal that answers as the test says; delivered unless told otherwise. */
export interface FakePortal extends PortalPort {
  calls: PortalTask[][];
  answer: (task: PortalTask) => Omit<PortalOutcome, 'id'> | undefined;
  /** Runs before each call is answered. */
  before: () => Promise<void>;
  /** Subject and task kind with content, of everything delivered, in order. */
  learned: { subject: string; what: string }[];
}

export function fakePortal(batchSize = 10): FakePortal {
  const portal: FakePortal = {
    calls: [],
    learned: [],
    answer: () => undefined,
    before: async () => undefined,
    batchSize,
    lookUp: async () => null,
    async deliver(tasks) {
      portal.calls.push(tasks);
      await portal.before();
      return tasks.map((task) => {
        const outcome = { id: task.id, ...(portal.answer(task) ?? { kind: 'delivered' }) } as PortalOutcome;
        if (outcome.kind === 'delivered') portal.learned.push({ subject: task.subject, what: contentOf(task) });
        return outcome;
      });
    },
  };
  return portal;
}

function contentOf(task: PortalTask): string {
  if (task.kind === 'steps') return task.steps.map((step) => step.content).join(',');
  return 'dossier' in task ? (task.dossier.summary ?? '') : task.subject;
}

export function viewerOf(claims: Partial<Viewer> & { role: Role }): Viewer {
  const { role, ...rest } = claims;
  return { ...NOBODY, subject: 'tester', roles: [role], token: 'test-token', ...rest };
}

/** Base64 of 32 bytes each. */
export interface HubKeys {
  pii: string;
  index: string;
}

/** The integration subgraph with its storage and a portal that a test scripts; no queue. */
export interface IntegrationHub {
  hub: Platform;
  databaseUrl: string;
  keys: HubKeys;
  portal: FakePortal;
  woken: { job: string; input: unknown }[];
  /** Statements that the hub has sent to the database. */
  statements: () => number;
  /** A second process on the same database and portal. */
  sibling(): Promise<{ hub: Platform; stop(): Promise<void> }>;
  append(events: OutboxEvent[]): Promise<void>;
  /** Runs the delivery job once, as a wake-up would. */
  deliver(): Promise<void>;
  query<Data = Record<string, never>, Variables = Record<string, unknown>>(
    viewer: Viewer,
    query: Query<Data, Variables>,
    variables?: NoInfer<Variables>,
  ): Promise<Omit<ExecutionResult, 'data'> & { data?: Data | null }>;
  stop(): Promise<void>;
}

const BARE: HostedConnector = {
  id: 'vnpay',
  kind: 'PAYMENT',
  title: { vi: 'VNPAY', en: 'VNPAY' },
  port: undefined,
  problem: 'VNPAY_TMN_CODE: set it',
};

const BEGINNING: Beginning = {
  name: 'integration',
  async fill(url) {
    await migrate(url, [{ schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS }, integration.storage]);
  },
};

export async function createIntegrationHub(options: { batchSize?: number } = {}): Promise<IntegrationHub> {
  const database = await createTestDatabase(BEGINNING);
  const portal = fakePortal(options.batchSize);
  const woken: IntegrationHub['woken'] = [];
  const wakeUps: WakeUps = {
    async wake(job, input) {
      woken.push({ job: job.name, input });
    },
  };
  const keys: HubKeys = { pii: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') };
  const opened = openHub(database.url, { portal, wakeUps, keys });
  const { schema } = buildSubgraph(integration);
  let statements = 0;
  const query = opened.hub.db.query;
  opened.hub.db.query = (sql, values) => {
    statements += 1;
    return query(sql, values);
  };
  return {
    hub: opened.hub,
    databaseUrl: database.url,
    keys,
    portal,
    woken,
    statements: () => statements,
    sibling: async () => openHub(database.url, { portal, wakeUps, keys }),
    async append(events) {
      await opened.hub.db.transaction((sql) => appendEvents(sql, opened.hub.cipher, events));
      await readable(opened.hub);
    },
    deliver: () => deliverJob.run(opened.hub, { connector: PORTAL }, new AbortController().signal),
    async query(viewer, query, variables) {
      const peers = { ask: () => Promise.reject(new Error('no peer is asked')) };
      const contextValue = createContext({ hub: opened.hub, viewer, language: 'en', peers });
      return (await execute({ schema, document: parse(query.toString()), variableValues: { ...variables }, contextValue })) as never;
    },
    async stop() {
      await opened.stop();
      await database.drop();
    },
  };
}

export function openHub(
  url: string,
  parts: { portal: PortalPort; wakeUps: WakeUps; keys: HubKeys },
): { hub: Platform; stop(): Promise<void> } {
  const db = openDatabase(url, { max: 6 });
  const orm = openOrm(url, integration.storage);
  const cipher = createCipher([parts.keys.pii], parts.keys.index);
  const hosted: HostedConnector = {
    id: PORTAL,
    kind: 'NATIONAL_PORTAL',
    title: { vi: 'Cổng', en: 'Portal' },
    port: parts.portal,
    problem: undefined,
  };
  const connectors: ConnectorHost = {
    all: [hosted, BARE],
    payment: () => undefined,
    portal: (id) => (id === PORTAL ? parts.portal : undefined),
  };
  const hub: Platform = {
    config: parseConfig({ DATABASE_URL: url }, '/nowhere'),
    clock: createClock(),
    log: pino({ level: 'silent' }),
    db,
    orm: () => orm,
    cipher,
    grants: new GrantSigner(cipher),
    authenticator: { viewer: async () => NOBODY },
    wakeUps: parts.wakeUps,
    connectors,
    peers: { ask: () => Promise.reject(new Error('no peer is asked')) },
  };
  return {
    hub,
    async stop() {
      await orm.close(true);
      await db.close();
    },
  };
}

const SCOPE = ['32248', '96'];

/** A delivery of a dossier: its snapshot, or a step where `step` is given. */
export function delivery(parts: {
  subjectId: string;
  subject: string;
  sequence: number;
  step?: string;
  scope?: string[];
  citizenIndex?: Buffer;
  at?: Date;
}): OutboxEvent {
  const scope = parts.scope ?? SCOPE;
  return {
    at: parts.at ?? new Date(),
    kind: parts.step === undefined ? 'portal.dossier' : 'portal.steps',
    subjectId: parts.subjectId,
    subject: parts.subject,
    delivery: { connector: PORTAL, operation: parts.step === undefined ? 'DongBoHoSoMC' : 'CapNhatTienDoHoSoMC', sequence: parts.sequence },
    receivingUnit: scope[0] ?? '',
    handlingUnit: scope[0] ?? '',
    scope,
    ...(parts.citizenIndex === undefined ? {} : { citizenIndex: parts.citizenIndex }),
    personal:
      parts.step === undefined
        ? { dossier: { code: parts.subject, summary: `v${parts.sequence}` } }
        : { steps: [{ at: '2025-09-30T08:00:00+07:00', status: 4, officer: 'Một cửa', content: parts.step }], origin: 'PROVINCE' },
  };
}
