/** The kinds that `npm run new:connector` can begin. */
export const CONNECTOR_KINDS = ['payment', 'portal', 'identity'] as const;
export type NewConnectorKind = (typeof CONNECTOR_KINDS)[number];

interface KindParts {
  kind: string;
  define: { name: string; from: string };
  port: { name: string; from: string };
  /** The port that can't do anything yet. */
  body: (provider: string) => string;
  expectation: string;
}

const KINDS: Record<NewConnectorKind, KindParts> = {
  payment: {
    kind: 'PAYMENT',
    define: { name: 'definePaymentConnector', from: '../contract/payment.ts' },
    port: { name: 'PaymentPort', from: '../contract/payment.ts' },
    body: (provider) => `{ provider: '${provider}' }`,
    expectation: "expect(port.createCheckout, 'write createCheckout in wire.ts').toBeTypeOf('function');",
  },
  portal: {
    kind: 'NATIONAL_PORTAL',
    define: { name: 'definePortalConnector', from: '../contract/portal.ts' },
    port: { name: 'PortalPort', from: '../contract/portal.ts' },
    body: () => `{
    batchSize: 1,
    deliver: async (tasks) =>
      tasks.map((task) => ({ id: task.id, kind: 'retry', code: 'NOT_WRITTEN', reason: 'not written yet', look: false, unreachable: true })),
    lookUp: async () => null,
  }`,
    expectation: `const outcomes = await port.deliver([{ id: '1', subject: 'H12.1-250930-0001', look: false, known: true, kind: 'steps', steps: [], origin: 'PROVINCE' }]);
  expect(outcomes, 'write deliver in wire.ts').toEqual([{ id: '1', kind: 'delivered' }]);`,
  },
  identity: {
    kind: 'IDENTITY',
    define: { name: '', from: '../contract/manifest.ts' },
    port: { name: '', from: '' },
    body: () => '{}',
    expectation: "expect(Object.keys(port), 'write what the system can do in wire.ts').not.toEqual([]);",
  },
};

/** The files of a new connector, by name. `port` is where its simulator listens. */
export function connectorFiles(name: string, kind: NewConnectorKind, port: number): Record<string, string> {
  const parts = KINDS[kind];
  return {
    'manifest.ts': manifest(name, parts, port),
    'wire.ts': wire(name, parts),
    'simulator.ts': simulator(name),
    [`${name}.contract.test.ts`]: contractTest(name, parts),
  };
}

const prefix = (name: string) => name.toUpperCase().replaceAll('-', '_');

function manifest(name: string, parts: KindParts, port: number): string {
  const typed = parts.define.name !== '';
  const head = typed
    ? `import { ${parts.define.name} } from '${parts.define.from}';`
    : `import type { ConnectorManifest } from '${parts.define.from}';`;
  const types = typed ? 'type Config, config, createPort' : 'type Config, config, createPort, type Port';
  const value = `{
  id: '${name}',
  kind: '${parts.kind}',
  title: { vi: '${name}', en: '${name}' },
  config,
  create: createPort,
  simulator: { defaultPort: ${port}, start: startSimulator },
}`;
  const body = typed
    ? `export default ${parts.define.name}<Config>(${value});`
    : `const manifest: ConnectorManifest<Config, Port> = ${value};\n\nexport default manifest;`;
  return `${head}
import { startSimulator } from './simulator.ts';
import { ${types} } from './wire.ts';

${body}
`;
}

function wire(name: string, parts: KindParts): string {
  const port = parts.port.name === '' ? 'Port' : parts.port.name;
  const head =
    parts.port.name === ''
      ? `import { z } from 'zod';

/** What the hub can ask of this system; what it can't do is absent. */
export type Port = Record<string, (...input: never[]) => Promise<unknown>>;`
      : `import { z } from 'zod';
import type { ${port} } from '${parts.port.from}';`;
  return `${head}

export interface Config {
  url: string;
}

const URL_VARIABLE = '${prefix(name)}_URL';

/** Reads \`${prefix(name)}_*\` out of the environment; an issue names the variable and the fix. */
export const config = z.record(z.string(), z.string().optional()).transform((environment, context): Config => {
  const url = environment[URL_VARIABLE] ?? '';
  if (!URL.canParse(url)) context.addIssue({ code: 'custom', path: [URL_VARIABLE], message: \`\${URL_VARIABLE}: set it to the system's address\` });
  return { url };
});

/** The system as the hub uses it. What it can't do is an absent function, never one that throws. */
export function createPort(_config: Config): ${port} {
  return ${parts.body(prefix(name))};
}
`;
}

function simulator(name: string): string {
  return `import { createServer } from 'node:http';
import type { StartSimulator } from '../contract/manifest.ts';

/** Plays the outside system over HTTP; answers 501 to what it does not play yet. */
export const startSimulator: StartSimulator = async ({ port = 0, host = '127.0.0.1' }) => {
  const server = createServer((_request, response) => {
    response.writeHead(501).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const url = \`http://\${host}:\${typeof address === 'object' && address !== null ? address.port : port}\`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, environment: { ${prefix(name)}_URL: url }, stop };
};
`;
}

function contractTest(name: string, parts: KindParts): string {
  return `import { expect, test } from 'vitest';
import type { ConnectorTools } from '../contract/manifest.ts';
import manifest from './manifest.ts';

const kept = new Map<string, string>();
const tools: ConnectorTools = {
  now: () => new Date('2025-09-30T03:00:00Z'),
  log: () => undefined,
  store: {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => void kept.delete(key),
    exclusively: (_key, work) => work(),
  },
  fetch: globalThis.fetch,
};

test('${name} does against its simulator what its kind must do', async () => {
  const simulator = await manifest.simulator?.start({ port: 0 });
  const port = manifest.create(manifest.config.parse({ ...simulator?.environment }), tools);
  await simulator?.stop();
  ${parts.expectation}
});
`;
}
