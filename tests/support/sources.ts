import { pino } from 'pino';
import manifest from '../../connectors/commune-system/manifest.ts';
import type { Received } from '../../connectors/commune-system/simulator.system.ts';
import type { ConnectorTools } from '../../connectors/contract/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput, MoveDossierInput } from '../../schema/generated/graphql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { noteExchange } from '../../src/platform/exchanges.ts';
import { appendEvents, type OutboxEvent } from '../../src/platform/outbox/outbox.ts';
import { createGraphService } from '../../src/roles/graph-service.ts';
import { listen } from '../../src/roles/http/server.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { collectJob } from '../../src/subgraphs/integration/source/source.jobs.ts';
import { memoryStore } from '../contract/portal.ts';
import { type Client, createClient } from './client.ts';
import { createTestHub, type TestHub, type TestToken } from './hub.ts';
import { readable } from './readable.ts';

export const SOURCE = 'one-stop';
export const CONNECTOR = `commune-system:${SOURCE}`;
export const COMMUNE = '32248';
export const ADMINISTRATOR: TestToken = { role: 'ADMINISTRATOR', subject: 'admin' };
export const OPERATOR: TestToken = { role: 'OPERATOR' };
export const OFFICER: TestToken = { role: 'OFFICER', unit: COMMUNE, subject: 'Lê Thị Cán Bộ' };
export const SYSTEM: TestToken = { role: 'SYSTEM', source: SOURCE, unit: '96' };
export const PERSON = { nationalId: '096885123456', fullName: 'Nguyễn Văn Đạt', dateOfBirth: '1985-02-03' };

export const REGISTER = graphql(`
  mutation RegisterSource($input: RegisterSourceInput!) {
    registerSource(input: $input) {
      source { name mode url active unit { code } connector { id kind } createdBy changedBy previousSecretUntil }
      secret
      userErrors { code field message }
    }
  }
`);

const MOVE = graphql(`
  mutation MoveForSource($input: MoveDossierInput!) {
    moveDossier(input: $input) { dossier { id version status } userErrors { code message field } }
  }
`);

export const SHOWN = graphql(`
  query DossierForSource($code: String!) {
    dossier(code: $code) { id version status rating events { status note } synchronizations { sequence operation state connector { id } } }
  }
`);

/** A hub over HTTP and a commune's system that is played over HTTP, with what a test does of both. No job runs by itself. */
export interface SourcesRig {
  hub: TestHub;
  client: Client;
  token(claims: TestToken): Promise<string>;
  /** The system's own interface for operators. */
  admin<T>(method: string, path: string, body?: unknown): Promise<T>;
  received(): Promise<Received[]>;
  /** Registers the source for webhooks and gives its system the secret. */
  registerWebhook(): Promise<void>;
  /** A dossier that the system keyed and the hub has. */
  keyed(code: string, over?: Partial<DossierIngestInput>): Promise<void>;
  move(code: string, input: Omit<MoveDossierInput, 'dossier'>): Promise<void>;
  append(...events: OutboxEvent[]): Promise<void>;
  /** What the worker does by itself: takes changes in and delivers what can go. */
  work(): Promise<void>;
  /** Every wait is over. */
  pass(): Promise<void>;
  rows<T>(sql: string, values?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

const tools: ConnectorTools = {
  now: () => new Date(),
  log: () => undefined,
  store: memoryStore(Date.now),
  fetch: globalThis.fetch,
  exchange: noteExchange,
};

export async function createSourcesRig(): Promise<SourcesRig> {
  const simulator = await manifest.simulator?.start({ port: 0 });
  if (simulator === undefined) throw new Error('commune systems have no simulator');
  const port = manifest.create(manifest.config.parse({}), tools);
  const hub = await createTestHub({ connectors: hostConnectors([manifest as never], () => ({ port })) });
  const log = pino({ level: 'silent' });
  const { config, authenticator, db, cipher } = hub.platform;
  const graph = createGraphService({ config, authenticator, log, executorFor: hub.graph.executorFor });
  const server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log });
  server.serve([graph.handler]);
  const client = createClient(`${server.url}/graphql`);
  const signal = new AbortController().signal;
  const admin = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${simulator.url}/_simulator/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  await admin('PUT', 'settings', { source: SOURCE, hubUrl: `${server.url}/graphql`, token: await hub.token(SYSTEM) });
  const rows = <T>(sql: string, values: unknown[] = []) => db.query<T>(sql, values);
  return {
    ...{ hub, client, token: hub.token, admin, rows },
    received: () => admin<Received[]>('GET', 'received'),
    async registerWebhook() {
      const input = { name: SOURCE, unit: COMMUNE, mode: 'WEBHOOK', url: `${simulator.url}/webhooks` } as const;
      const { registerSource } = await client.ask(REGISTER, { input }, await hub.token(ADMINISTRATOR));
      if (registerSource.source === null) throw new Error(JSON.stringify(registerSource.userErrors));
      if (registerSource.secret !== null) await admin('PUT', 'settings', { secret: registerSource.secret });
    },
    async keyed(code, over = {}) {
      await admin('PUT', `dossiers/${code}`, { ...DOSSIER, ...over });
      await admin('POST', 'feed');
    },
    async move(code, input) {
      const token = await hub.token(OFFICER);
      const { dossier } = await client.ask(SHOWN, { code }, token);
      const { moveDossier } = await client.ask(MOVE, { input: { ...input, dossier: dossier?.id ?? '' } }, token);
      if (moveDossier.dossier === null) throw new Error(JSON.stringify(moveDossier.userErrors));
    },
    append: (...events) => db.transaction((sql) => appendEvents(sql, cipher, events)),
    async work() {
      await readable(hub.platform);
      await collectJob.run(hub.platform, {}, signal);
      await readable(hub.platform);
      for (const { name } of await rows<{ name: string }>('SELECT name FROM integration.source')) {
        await deliverJob.run(hub.platform, { connector: `commune-system:${name}` }, signal);
      }
    },
    async pass() {
      await rows('UPDATE integration.connector SET open_until = NULL, rest_until = NULL');
      await rows('UPDATE integration.delivery SET next_attempt_at = NULL WHERE delivered_at IS NULL');
    },
    async stop() {
      await server.stop();
      await graph.stop();
      await hub.stop();
      await simulator.stop();
    },
  };
}

const DOSSIER = {
  procedure: '1.001193',
  receivingUnit: COMMUNE,
  applicant: PERSON,
  channel: 'IN_PERSON',
  status: 'ACCEPTED',
  submittedAt: '2025-09-30T08:00:00+07:00',
  acceptedAt: '2025-09-30T08:05:00+07:00',
  dueAt: '2025-10-03T17:00:00+07:00',
  steps: [{ key: 'own-1', at: '2025-09-30T08:05:00+07:00', status: 'ACCEPTED', officer: 'Một cửa', content: 'Tiếp nhận' }],
} as const;
