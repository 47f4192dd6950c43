import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Role } from '../../src/platform/auth/viewer.ts';
import { parseConfig, type SubgraphName } from '../../src/platform/config/config.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import type { WakeUps } from '../../src/platform/jobs/wake-up.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { openPlatform, type PlatformParts } from '../../src/roles/compose.ts';
import { createLocalGraph, type LocalGraph } from '../../src/roles/local-graph.ts';
import { loadReferenceData } from '../../src/subgraphs/dossiers/index.ts';
import { HUB_BEGINNING } from './beginning.ts';
import type { Query } from './client.ts';
import { createTestDatabase } from './database.ts';

/** A claim set for a sandbox token. */
export interface TestToken {
  role: Role;
  unit?: string;
  nationalId?: string;
  source?: string;
  subject?: string;
}

/** A hub on a database of its own, with all subgraphs in this process and no job running. */
export interface TestHub {
  platform: Platform;
  databaseUrl: string;
  graph: LocalGraph;
  /** Wake-ups that were asked for, in order. */
  woken: { job: string; input: unknown }[];
  token(claims: TestToken): Promise<string>;
  /** Runs an operation on one subgraph; throws nothing: errors are in the result. */
  execute<Data = Record<string, unknown>, Variables = Record<string, unknown>>(
    subgraph: SubgraphName,
    query: Query<Data, Variables>,
    variables?: NoInfer<Variables>,
    token?: string,
  ): Promise<{
    data: Data | null;
    errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
  }>;
  stop(): Promise<void>;
}

export async function createTestHub(
  options: { connectors?: PlatformParts['connectors']; env?: Record<string, string> } = {},
): Promise<TestHub> {
  const database = await createTestDatabase(HUB_BEGINNING);
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-test-'));
  const config = parseConfig({ HUB_TODAY: '2025-09-30', ...options.env, HUB_DATA_DIR: dataDir, DATABASE_URL: database.url }, dataDir);
  const woken: TestHub['woken'] = [];
  const wakeUps: WakeUps = {
    async wake(job, input) {
      woken.push({ job: job.name, input });
    },
  };
  const connectors = options.connectors ?? hostConnectors([], () => ({ problem: 'none' }));
  const open = await openPlatform({ config, databaseUrl: database.url, log: pino({ level: 'silent' }), connectors, wakeUps, poolSize: 5 });
  await loadReferenceData(open.platform);
  const graph = createLocalGraph(open.platform);
  return {
    platform: open.platform,
    databaseUrl: database.url,
    graph,
    woken,
    async token({ role, unit, nationalId, source, subject }) {
      if (open.sandboxIssuer === undefined) throw new Error('no sandbox issuer');
      return open.sandboxIssuer.token({
        roles: [role],
        unit,
        nationalId,
        source,
        ttl: '1h',
        ...(subject === undefined ? {} : { subject }),
      });
    },
    async execute(subgraph, query, variables, token) {
      const head = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const { data, errors } = await graph.transport(subgraph, { query: query.toString(), variables: { ...variables }, head });
      return { data: (data ?? null) as never, errors: (errors ?? []) as never };
    },
    async stop() {
      await open.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
