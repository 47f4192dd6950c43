import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import type { ConnectorManifest, RunningSimulator } from '../../connectors/contract/manifest.ts';
import type { PaymentPort } from '../../connectors/contract/payment.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { ensureMerchants, paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { testTools } from '../contract/portal.ts';
import { createTestHub } from './hub.ts';
import { CITIZEN, type PayingHub, payingHub } from './payments.ts';

/** A hub that pays through one gateway: the real connector, its simulator and the hub's own addresses, each over HTTP. */
export interface GatewayHub extends PayingHub {
  simulator: RunningSimulator;
  /** That of the gateway beside it. */
  otherSimulator: RunningSimulator | undefined;
  citizen: string;
  accountant: string;
  /** Where the hub is reached by gateways and browsers. */
  hubUrl: string;
  /** Calls the simulator's operators' API. */
  configure(method: string, path: string, body?: object): Promise<Response>;
  /** Opens a payment of 50,000 đồng for a new dossier of that code. */
  open(code: string): Promise<{ id: string; dossier: string; reference: string; checkoutUrl: string; qrPayload: string }>;
  /** Plays the payer: chooses, and comes back to the hub. Answers the page that the hub shows. */
  choose(checkoutUrl: string, outcome: string): Promise<string>;
  /** What the citizen sees as paid for a dossier. */
  paid(dossier: string): Promise<number | null>;
}

/** `beside`: a second gateway with its simulator; `env`: settings beside those of every test. */
export async function createGatewayHub<Config, OtherConfig = never>(
  manifest: ConnectorManifest<Config, PaymentPort>,
  { beside, env = {} }: { beside?: ConnectorManifest<OtherConfig, PaymentPort>; env?: Record<string, string> } = {},
): Promise<GatewayHub> {
  let hub: PayingHub | undefined;
  const server = createServer((request, response) => void (hub === undefined ? response.destroy() : serve(hub, request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { simulator, port } = await startPlay(manifest, hubUrl);
  const other = beside === undefined ? undefined : await startPlay(beside, hubUrl);
  const ports = new Map<string, PaymentPort>([
    [manifest.id, port],
    ...(other === undefined ? [] : [[beside?.id ?? '', other.port] as const]),
  ]);
  const manifests = beside === undefined ? [manifest] : [manifest, beside];
  const connectors = hostConnectors(manifests as never, ({ id }: { id: string }) => ({ port: ports.get(id) as PaymentPort }));
  const made = payingHub(await createTestHub({ connectors, env: { ...env, HUB_PUBLIC_URL: hubUrl } }));
  hub = made;
  await ensureMerchants(made.platform);
  const citizen = await made.token({ role: 'CITIZEN', nationalId: CITIZEN });
  return {
    ...made,
    simulator,
    otherSimulator: other?.simulator,
    citizen,
    hubUrl,
    accountant: await made.token({ role: 'ACCOUNTANT' }),
    configure: (method, path, body) =>
      fetch(`${simulator.url}/_simulator/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
    async open(code) {
      const dossier = await made.ingest({ code });
      const input = { dossier, provider: port.provider, returnUrl: 'https://portal.invalid/done', idempotencyKey: code };
      const { payment, userErrors } = await made.create(citizen, input);
      expect(userErrors).toEqual([]);
      const { id = '', reference = '', checkoutUrl, qrPayload } = payment ?? {};
      return { id, dossier, reference, checkoutUrl: checkoutUrl ?? '', qrPayload: qrPayload ?? '' };
    },
    async choose(checkoutUrl, outcome) {
      const decided = await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });
      const location = decided.headers.get('location') ?? '';
      // A gateway that leads the payer straight back to where they came from has nothing to show at the hub.
      if (!location.startsWith(hubUrl)) return location;
      const back = await fetch(location);
      expect(back.status).toBe(200);
      return back.text();
    },
    paid: async (dossier) => (await made.money(dossier, citizen)).amountPaid,
    async stop() {
      await simulator.stop();
      await other?.simulator.stop();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await made.stop();
    },
  };
}

async function startPlay<Config>(
  manifest: ConnectorManifest<Config, PaymentPort>,
  hubUrl: string,
): Promise<{ simulator: RunningSimulator; port: PaymentPort }> {
  if (manifest.simulator === undefined) throw new Error('no simulator');
  const simulator = await manifest.simulator.start({ port: 0, hubUrl });
  return { simulator, port: manifest.create(manifest.config.parse(simulator.environment), testTools()) };
}

async function serve(hub: PayingHub, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const asked = { method: request.method ?? 'GET', url: request.url ?? '/' };
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, asked));
  if (route?.kind !== 'buffered') return void response.writeHead(404).end();
  const nobody = await hub.platform.authenticator.viewer(undefined);
  const reply = await route.handle({ ...asked, headers: request.headers, body: Buffer.concat(parts) }, nobody);
  response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body);
}
