import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningSimulator } from '../../connectors/contract/manifest.ts';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { ensureMerchants, paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { queryPending } from '../../src/subgraphs/payments/payment.jobs.ts';
import { createTestHub } from '../support/hub.ts';
import { CITIZEN, type PayingHub, payingHub } from '../support/payments.ts';

let simulator: RunningSimulator;
let server: Server;
let hub: PayingHub;
let citizen: string;
let accountant: string;

beforeAll(async () => {
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (vnpay.simulator === undefined) throw new Error('no simulator');
  simulator = await vnpay.simulator.start({ port: 0, hubUrl });
  const port = vnpay.create(vnpay.config.parse(simulator.environment), {
    now: () => new Date(),
    log: () => undefined,
    fetch,
    store: { get: async () => undefined, set: async () => undefined, delete: async () => undefined, exclusively: (_, work) => work() },
  });
  const connectors = hostConnectors([vnpay as never], () => ({ port }));
  hub = payingHub(await createTestHub({ connectors, env: { HUB_PUBLIC_URL: hubUrl } }));
  await ensureMerchants(hub.platform);
  citizen = await hub.token({ role: 'CITIZEN', nationalId: CITIZEN });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  await configure('PUT', 'modes', { ipnDelayMs: 20, ipnRetryMs: 50 });
});
afterAll(async () => {
  await simulator.stop();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await hub.stop();
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = { method: request.method ?? 'GET', url: request.url ?? '/' };
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, asked));
  if (route?.kind !== 'buffered') return void response.writeHead(404).end();
  const nobody = await hub.platform.authenticator.viewer(undefined);
  const reply = await route.handle({ ...asked, headers: request.headers, body: Buffer.alloc(0) }, nobody);
  response.writeHead(reply.status, { 'content-type': reply.contentType }).end(reply.body);
}

const configure = (method: string, path: string, body: object) =>
  fetch(`${simulator.url}/_simulator/${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function open(code: string): Promise<{ dossier: string; reference: string; checkoutUrl: string }> {
  const dossier = await hub.ingest({ code });
  const { payment, userErrors } = await hub.create(citizen, {
    dossier,
    provider: 'VNPAY',
    returnUrl: 'https://portal.invalid/done',
    idempotencyKey: code,
  });
  expect(userErrors).toEqual([]);
  return { dossier, reference: String(payment?.['reference']), checkoutUrl: String(payment?.['checkoutUrl']) };
}

async function choose(checkoutUrl: string, outcome: string): Promise<string> {
  const decided = await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams({ outcome }), redirect: 'manual' });
  const back = await fetch(decided.headers.get('location') ?? '');
  expect(back.status).toBe(200);
  return back.text();
}

const paid = (dossier: string) => hub.money(dossier, citizen).then((money) => money.amountPaid);

describe('a payment through VNPAY', () => {
  it('is paid by the notice and not by the browser', async () => {
    const { dossier, checkoutUrl } = await open('H12.64-250929-0001');
    const page = await choose(checkoutUrl, '00');
    expect(page).toContain('https://portal.invalid/done');
    await vi.waitFor(async () => expect(await paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it('fails where the payer gives up, and can be paid again', async () => {
    const { dossier, checkoutUrl } = await open('H12.64-250929-0002');
    await choose(checkoutUrl, '24');
    const status = async () => (await hub.money(dossier, citizen)).payments?.[0]?.['status'];
    await vi.waitFor(async () => expect(await status()).toBe('FAILED'), { timeout: 20_000 });
    const again = await hub.create(citizen, { dossier, provider: 'VNPAY', idempotencyKey: 'again' });
    await choose(String(again.payment?.['checkoutUrl']), '00');
    await vi.waitFor(async () => expect(await paid(dossier)).toBe(50_000), { timeout: 20_000 });
  });

  it('is found by asking where the notice is lost', async () => {
    const { dossier, reference, checkoutUrl } = await open('H12.64-250929-0003');
    await configure('POST', 'ipn-faults', { kind: 'LOST_IPN', reference });
    await choose(checkoutUrl, '00');
    await hub.platform.db.query("UPDATE payments.payment SET next_query_at = now() - interval '1 second' WHERE reference = $1", [
      reference,
    ]);
    await queryPending(hub.platform, new AbortController().signal);
    expect(await paid(dossier)).toBe(50_000);
  });

  it("balances with the day's statement, and not with an altered one", async () => {
    const day = localDateOf(new Date());
    const START = graphql(`
      mutation ReconcileVnpay($day: LocalDate!) {
        startReconciliation(provider: VNPAY, businessDate: $day) {
          reconciliation { status matched statementTotal hubTotal discrepancies { nodes { kind hubAmount statementAmount } } }
          userErrors { code }
        }
      }
    `);
    const run = async () => {
      const { data } = await hub.execute('payments', START, { day }, accountant);
      return data?.startReconciliation.reconciliation;
    };
    expect(await run()).toMatchObject({ status: 'BALANCED', matched: 3, statementTotal: 150_000, hubTotal: 150_000 });
    await configure('POST', 'statement-faults', { kind: 'EXTRA_ROW', businessDate: day, amount: 7_000 });
    expect(await run()).toMatchObject({
      status: 'DISCREPANT',
      discrepancies: { nodes: [{ kind: 'MISSING_AT_HUB', hubAmount: null, statementAmount: 7_000 }] },
    });
    await configure('POST', 'statement-faults', { kind: 'DAMAGED_TRAILER', businessDate: day });
    expect(await run()).toMatchObject({ status: 'REJECTED', statementTotal: 157_000 });
  });
});
