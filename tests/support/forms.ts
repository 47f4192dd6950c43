import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { loadConnectors } from '../../connectors/registry.ts';
import { parseConfig } from '../../src/platform/config/config.ts';
import { openConnectors } from '../../src/roles/connectors.ts';
import { createGraphService } from '../../src/roles/graph-service.ts';
import { listen } from '../../src/roles/http/server.ts';
import { loadSample } from '../../src/roles/seed/load.ts';
import { ensureMerchants } from '../../src/subgraphs/payments/index.ts';
import type { Query } from './client.ts';
import { type RoleProcesses, startRoleProcesses } from './forms.processes.ts';
import { createTestHub, type TestHub } from './hub.ts';

/** What a client sends beside its operation. */
export interface Asked<Variables = Record<string, unknown>> {
  variables?: Variables;
  token?: string;
  headers?: Record<string, string>;
}

/** A client's answer, as it came over HTTP. */
export interface Answered<Data = Record<string, unknown>> {
  status: number;
  data?: Data | null;
  errors?: readonly GraphQLFormattedError[];
}

/** One form of the hub, as clients reach it: the gateway's address and nothing else. */
export interface Form {
  name: 'one process' | 'a process for each role';
  url: string;
  ask<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
    query: Query<Data, Variables>,
    asked?: Asked<NoInfer<Variables>>,
  ): Promise<Answered<Data>>;
}

/** The same hub in both forms at once: one database, one issuer, one set of keys. */
export interface Forms {
  one: Form;
  many: Form;
  both: readonly Form[];
  processes: RoleProcesses;
  /** The platform of the one-process form, to arrange and to look behind. */
  hub: TestHub;
  stop(): Promise<void>;
}

/** VNPAY as far as it goes without being asked: it signs its addresses itself. The other connectors have no settings. */
const SETTINGS = {
  VNPAY_URL: 'https://pay.invalid/paymentv2/vpcpay.html',
  VNPAY_API_URL: 'http://127.0.0.1:9/merchant_webapi/api/transaction',
  VNPAY_TMN_CODE: 'HUBTEST1',
  VNPAY_HASH_SECRET: 'SECRETOFTHETESTS',
};
const TODAY = '2025-09-30';
/** How long the start may take, for the hook that does it: five to six processes at once. */
export const START_MS = 400_000;
export const SAMPLE = { dossiers: 300, seed: 1 };

/** Starts the hub in both forms on a database of its own with a small sample; the processes once for a whole test file. */
export async function startForms(options: { worker?: boolean; dossiers?: number } = {}): Promise<Forms> {
  const hub = await startHub();
  const steps: (() => Promise<unknown>)[] = [() => hub.stop()];
  const stop = async (): Promise<void> => {
    for (const step of steps.splice(0).reverse()) await step();
  };
  try {
    const starting = startRoleProcesses(environmentOf(hub), options);
    // Where it fails it has left nothing behind, and the failure is thrown below.
    const nothing = () => undefined;
    steps.push(() => starting.then((started) => started.stop(), nothing));
    const [processes] = await Promise.all([
      starting,
      loadSample(hub.platform, { ...SAMPLE, dossiers: options.dossiers ?? SAMPLE.dossiers }),
    ]);
    await ensureMerchants(hub.platform);
    const one = await serveInProcess(hub);
    steps.push(() => one.stop());
    const many = formAt('a process for each role', processes.url);
    return { one, many, both: [one, many], processes, hub, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the processes share with the hub of this process. A developer's own settings must not reach them. */
function environmentOf(hub: TestHub): Record<string, string> {
  const { dataDir, databaseUrl = '' } = hub.platform.config;
  return {
    ...SETTINGS,
    ...{ HUB_MODE: 'sandbox', HUB_TODAY: TODAY, HUB_SIMULATORS: 'off', HUB_LOG_LEVEL: 'warn', HUB_HOST: '127.0.0.1' },
    ...{ HUB_DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    ...{ QUEUE_URL: '', OIDC_ISSUER: '', OIDC_AUDIENCE: '', PII_KEY: '', PII_INDEX_KEY: '' },
  };
}

async function startHub(): Promise<TestHub> {
  const manifests = await loadConnectors();
  return createTestHub({
    connectors: (ground) => openConnectors(manifests, parseConfig(SETTINGS, '/nowhere'), ground),
    env: SETTINGS,
  });
}

/** The gateway of the one-process form behind the real HTTP server; subgraphs are called in this process. */
export async function serveInProcess(hub: TestHub): Promise<Form & { stop(): Promise<void> }> {
  const { config, authenticator } = hub.platform;
  const log = pino({ level: 'silent' });
  const graph = createGraphService({ config, authenticator, log, executorFor: hub.graph.executorFor });
  const server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log });
  server.serve([graph.handler], graph.upgrade);
  return {
    ...formAt('one process', `${server.url}/graphql`),
    async stop() {
      await server.stop();
      await graph.stop();
    },
  };
}

function formAt(name: Form['name'], url: string): Form {
  return { name, url, ask: (query, asked) => askAt(url, query, asked) };
}

/** Sends one operation as a client does, to whatever serves GraphQL at `url`. */
export async function askAt<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
  url: string,
  query: Query<Data, Variables>,
  { variables, token, headers }: Asked<NoInfer<Variables>> = {},
): Promise<Answered<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query: query.toString(), ...(variables === undefined ? {} : { variables }) }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answered<Data>, 'status'>) };
}
