import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { RunningSimulator, StartSimulator } from '../contract/manifest.ts';
import { Faults } from '../contract/simulator.faults.ts';
import { type Call, callOf, type Fault, faultRule, SIMULATOR, serve } from './simulator.service.ts';
import { ReceiptStore } from './simulator.store.ts';
import { escapeXml } from './xml.ts';

const PATH = '/PublishService.asmx';
const BODY_LIMIT = 2 * 1_024 * 1_024;

/** What one simulated provider is made of. */
interface Provider {
  store: ReceiptStore;
  faults: Faults<Fault>;
  /** How many calls of each operation came in. */
  calls: Map<string, number>;
}

/** Starts the simulated provider: its SOAP service, `GET /health/live`, and `/_simulator/faults`, `/_simulator/receipts` for operators. */
export const startEReceiptSimulator: StartSimulator = async (options): Promise<RunningSimulator> => {
  const host = options.host ?? '127.0.0.1';
  const provider: Provider = { store: new ReceiptStore(), faults: new Faults(), calls: new Map() };
  if (options.stateDir !== undefined) await provider.store.open(options.stateDir);
  const server = createServer((request, response) => {
    // The far end went away or sent nonsense; a simulated provider has nobody else to tell.
    handle(provider, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port ?? 0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      ...{ E_RECEIPT_URL: `${url}${PATH}`, E_RECEIPT_ACCOUNT: SIMULATOR.account, E_RECEIPT_ACCOUNT_PASSWORD: SIMULATOR.accountPassword },
      ...{ E_RECEIPT_USERNAME: SIMULATOR.username, E_RECEIPT_PASSWORD: SIMULATOR.password, E_RECEIPT_PROFILE: '' },
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      provider.store.close();
    },
  };
};

async function handle(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const asked = `${request.method} ${request.url}`;
  if (asked === 'GET /health/live') return json(response, 200, { live: true });
  if (asked === `POST ${PATH}`) return answer(provider, body, response);
  if (!administer(provider, asked, { body, response })) json(response, 404, { error: 'no such path' });
}

/** What operators and tests ask of the simulator itself. False: it is nothing of that. */
function administer(provider: Provider, asked: string, { body, response }: { body: string; response: ServerResponse }): boolean {
  if (asked === 'POST /_simulator/faults') {
    const read = z.preprocess((text) => jsonOf(String(text)), faultRule).safeParse(body);
    if (read.success) provider.faults.add(read.data);
    json(response, read.success ? 201 : 422, read.success ? read.data : { error: z.prettifyError(read.error) });
  } else if (asked === 'DELETE /_simulator/faults') {
    provider.faults.clear();
    json(response, 200, {});
  } else if (asked === 'GET /_simulator/receipts') {
    json(response, 200, { receipts: provider.store.list(), calls: Object.fromEntries(provider.calls) });
  } else return false;
  return true;
}

/** Plays what goes wrong before, during and after the call. */
async function answer(provider: Provider, body: string, response: ServerResponse): Promise<void> {
  let call: Call;
  try {
    call = callOf(body);
  } catch {
    return void response.writeHead(500, { 'content-type': 'text/xml' }).end('<Fault><faultstring>Invalid request</faultstring></Fault>');
  }
  provider.calls.set(call.operation, (provider.calls.get(call.operation) ?? 0) + 1);
  const fits = ({ operation = call.operation, key = call.key }: Fault) => operation === call.operation && key === call.key;
  const [fault] = provider.faults.take(fits);
  if (fault?.kind === 'TIMEOUT_BEFORE') return;
  if (fault?.kind === 'DROPPED') return void response.destroy();
  if (fault?.kind === 'HTML') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Bảo trì</body></html>');
  if (fault?.kind === 'STATUS') return void response.writeHead(fault.status ?? 503).end();
  if (fault?.kind === 'SLOW') await sleep(fault.delayMs ?? 1_000);
  const result = fault?.kind === 'ERROR' ? `ERR:${fault.code ?? 5}` : serve(provider.store, call);
  if (fault?.kind === 'TIMEOUT_AFTER') return;
  if (fault?.kind === 'DROPPED_AFTER') return void response.destroy();
  const name = `${call.operation}Result`;
  const inner = `<${call.operation}Response xmlns="http://tempuri.org/"><${name}>${escapeXml(result)}</${name}></${call.operation}Response>`;
  const soap = `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${inner}</soap:Body></soap:Envelope>`;
  response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(soap);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > BODY_LIMIT) throw new Error('too long');
  }
  return text;
}

/** What is no JSON is answered as no fault either. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
