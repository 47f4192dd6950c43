import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildSchema, isObjectType, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSchemas } from '../../src/roles/schema.ts';
import { loadSample } from '../../src/roles/seed/load.ts';
import { ROOT } from '../../src/roles/settings.ts';
import { PROCEDURE_CODES, WORKLIST } from '../support/documents.ts';
import { askAt } from '../support/forms.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';
import { type SubgraphServers, serveSubgraphs } from '../support/subgraph-servers.ts';

/** What subgraphs tell and do for each other, by type. */
const HIDDEN = {
  Query: [
    'citizenGrant',
    'numberHolders',
    'applicantContact',
    'applicantContacts',
    'payableDossier',
    'workingDays',
    'onboardingOfIntegration',
    'onboardingOfPayments',
  ],
  Mutation: ['registerApplicants', 'absorbReportedPayments'],
  Dossier: ['grant'],
  Payment: ['grant'],
};

let hub: TestHub;
let subgraphs: SubgraphServers;
let leader: string;
beforeAll(async () => {
  hub = await createTestHub();
  await loadSample(hub.platform, { dossiers: 100, seed: 1 });
  subgraphs = await serveSubgraphs(hub);
  leader = await hub.token({ role: 'UNIT_LEADER', unit: '96' });
});
afterAll(async () => {
  await subgraphs?.stop();
  await hub?.stop();
});

const committed = (name: string) => readFileSync(join(ROOT, 'schema', name), 'utf8').trimEnd();

describe('the supergraph', () => {
  it('is the one that the code composes now, as are its subgraphs and what clients see', () => {
    for (const [name, text] of Object.entries(composeSchemas()))
      expect(committed(name), `schema/${name}: npm run schema`).toBe(text.trimEnd());
  });

  it('hides from clients what subgraphs tell and do for each other', () => {
    const api = buildSchema(committed('api.graphql'));
    const composed = parse(committed('supergraph.graphql')).definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
    for (const [type, fields] of Object.entries(HIDDEN)) {
      const shown = api.getType(type);
      expect(isObjectType(shown) && fields.filter((field) => field in shown.getFields())).toEqual([]);
      const defined = composed.find(({ name }) => name.value === type)?.fields ?? [];
      const hidden = defined.filter(({ directives }) => directives?.some(({ name }) => name.value === 'inaccessible'));
      expect(hidden.map(({ name }) => name.value).sort()).toEqual([...fields].sort());
    }
    for (const name of [
      'ApplicantRegistrationInput',
      'RegisteredApplicant',
      'ApplicantContact',
      'NumberHolders',
      '_Any',
      '_Entity',
      'join__Graph',
    ])
      expect(api.getType(name)).toBeUndefined();
  });
});

describe('another router', () => {
  it('serves it over the same subgraphs, and answers the worklist as we do', async () => {
    const runtime = createGatewayRuntime({
      supergraph: subgraphs.supergraphSdl,
      unifiedGraphHandler,
      logging: false,
      propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }) },
    });
    const server = createServer(runtime);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ours = await startedGateway('');
    try {
      const asked = { token: leader, variables: { first: 20 } };
      const theirs = await askAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, WORKLIST, asked);
      expect(theirs.data?.dossiers.nodes).toHaveLength(20);
      expect(theirs).toEqual(await askAt(ours.url, WORKLIST, asked));
    } finally {
      await ours.stop();
      server.closeAllConnections();
      server.close();
      await runtime[Symbol.asyncDispose]();
    }
  });
});

/** `startGateway` as another program runs it: from the root of the repository, without a database, queue or setting. */
async function startedGateway(options: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-supergraph-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, subgraphs.supergraphSdl);
  const script = `import { readFileSync } from 'node:fs';
    import { startGateway } from './src/gateway/start.ts';
    const gateway = await startGateway({ supergraphSdl: readFileSync(${JSON.stringify(file)}, 'utf8'), ${options} });
    console.log(gateway.url);
    process.once('SIGTERM', () => gateway.stop());`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const url of createInterface({ input: child.stdout })) return { url, stop };
  await stop();
  throw new Error('the gateway did not start');
}

describe('startGateway', () => {
  it.each([
    ['with access control', 'port: 0', 401],
    ['without', 'port: 0, accessControl: false, limits: false', 200],
  ])('%s serves it by itself', async (_, options, statusOfNonsense) => {
    const gateway = await startedGateway(options);
    try {
      expect(gateway.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
      const answer = await askAt(gateway.url, WORKLIST, { token: leader, variables: { first: 5 } });
      expect(answer).toMatchObject({ status: 200, data: { dossiers: { nodes: Array.from({ length: 5 }, () => ({})) } } });
      expect(answer.errors).toBeUndefined();
      const nonsense = await askAt(gateway.url, PROCEDURE_CODES, { headers: { authorization: 'nonsense' } });
      expect(nonsense).toMatchObject({ status: statusOfNonsense, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      const badToken = await askAt(gateway.url, PROCEDURE_CODES, { token: 'a.b.c' });
      expect(badToken.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
      const hidden = await askAt(gateway.url, '{ dossiers { nodes { grant } } }', { token: leader });
      expect(hidden.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
    } finally {
      await gateway.stop();
    }
  });
});
