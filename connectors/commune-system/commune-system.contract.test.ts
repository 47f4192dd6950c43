import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommunePort } from '../contract/commune.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import { addressRules, readRange } from './address.ts';
import manifest from './manifest.ts';
import { retryAfterMs } from './wire.retry-after.ts';
import { isGenuine, signedHeaders } from './wire.sign.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const MESSAGE = {
  id: 'delivery',
  messageId: 'msg_1',
  subject: 'H12.64-250930-00001',
  type: 'dossier.changed',
  body: JSON.stringify({ type: 'dossier.changed', data: { text: 'Nguyễn Thị Ánh' } }),
};

const tools: ConnectorTools = {
  now: () => new Date(),
  log: () => undefined,
  store: { get: async () => undefined, set: async () => undefined, delete: async () => undefined, exclusively: (_, work) => work() },
  fetch: globalThis.fetch,
};
const open = (environment: Record<string, string> = {}): CommunePort => manifest.create(manifest.config.parse(environment), tools);

describe('a message is signed as Standard Webhooks has it', () => {
  it('is accepted by an independent reader, with each of the secrets that are valid', () => {
    const headers = signedHeaders([SECRET, OTHER], { id: 'msg_1', at: new Date(), body: MESSAGE.body });
    for (const secret of [SECRET, OTHER]) {
      expect(new Webhook(secret).verify(MESSAGE.body, { ...headers })).toEqual(JSON.parse(MESSAGE.body));
    }
  });

  it('is the same as the independent writer makes', () => {
    const at = new Date('2025-09-30T01:00:00.900Z');
    const headers = signedHeaders([SECRET], { id: 'msg_1', at, body: MESSAGE.body });
    expect(headers['webhook-signature']).toBe(new Webhook(SECRET).sign('msg_1', at, MESSAGE.body));
    expect(headers['webhook-timestamp']).toBe('1759194000');
  });

  it('is not genuine once anything of it was altered, by another secret, or too late', () => {
    const now = new Date();
    const headers = { ...signedHeaders([SECRET], { id: 'msg_1', at: now, body: MESSAGE.body }) };
    const genuine = (parts: { secret?: string; headers?: object; body?: string; now?: Date }) =>
      isGenuine(parts.secret ?? SECRET, { ...headers, ...parts.headers }, { body: parts.body ?? MESSAGE.body, now: parts.now ?? now });
    expect(genuine({})).toBe(true);
    expect(genuine({ secret: OTHER })).toBe(false);
    expect(genuine({ body: `${MESSAGE.body} ` })).toBe(false);
    expect(genuine({ headers: { 'webhook-id': 'msg_2' } })).toBe(false);
    expect(genuine({ now: new Date(now.getTime() + 301_000) })).toBe(false);
  });
});

describe('an address inside is not connected to', () => {
  const rules = addressRules(['10.20.0.0/16', 'fd00:1::/64']);
  it.each([
    ['127.0.0.1', true, false],
    ['10.1.2.3', true, false],
    ['169.254.169.254', true, false],
    ['100.64.0.1', true, false],
    ['0.0.0.0', true, false],
    ['::1', true, false],
    ['::ffff:10.1.2.3', true, false],
    ['::ffff:14.225.1.1', true, true],
    ['fe80::1', true, false],
    ['fd00:2::1', true, false],
    ['64:ff9b::a00:1', true, false],
    ['10.20.3.4', true, true],
    ['10.20.3.4', false, true],
    ['fd00:1::5', false, true],
    ['14.225.1.1', true, true],
    ['14.225.1.1', false, false],
    ['2405:4800::1', true, true],
  ])('%s, encrypted %s: %s', (address, encrypted, reachable) => {
    expect(rules.mayReach(address, encrypted)).toBe(reachable);
  });

  it.each([
    ['http://127.0.0.1:4120/webhooks', {}, undefined],
    ['http://2130706433/', {}, undefined],
    ['http://127.0.0.1:4120/webhooks', { HUB_MODE: 'production' }, 'NOT_ENCRYPTED'],
    ['https://127.0.0.1/', { HUB_MODE: 'production' }, 'PRIVATE_ADDRESS'],
    ['https://localhost/', { HUB_MODE: 'production' }, 'PRIVATE_ADDRESS'],
    ['https://[::1]/', {}, 'PRIVATE_ADDRESS'],
    ['https://0x7f.1/', { HUB_MODE: 'production' }, 'PRIVATE_ADDRESS'],
    ['https://169.254.169.254/latest', {}, 'PRIVATE_ADDRESS'],
    ['https://10.20.0.9/in', { COMMUNE_SYSTEM_PRIVATE_ADDRESSES: '10.20.0.0/16' }, undefined],
    ['http://127.0.0.1/', { COMMUNE_SYSTEM_PRIVATE_ADDRESSES: 'none' }, 'NOT_ENCRYPTED'],
    ['https://user:word@14.225.1.1/', {}, 'NOT_AN_ADDRESS'],
    ['ftp://14.225.1.1/', {}, 'NOT_AN_ADDRESS'],
    ['webhooks', {}, 'NOT_AN_ADDRESS'],
    ['https://14.225.1.1/webhooks', { HUB_MODE: 'production' }, undefined],
  ])('%s with %o: %s', async (url, environment, problem) => {
    expect(await open(environment).problemOf(url)).toBe(problem);
  });

  it('is refused when it is used too, whatever name leads there', async () => {
    const port = open({ HUB_MODE: 'production' });
    for (const url of ['https://localhost:9/', 'https://127.0.0.1:9/', 'http://localhost:9/']) {
      expect(await port.deliver({ url, secrets: [SECRET] }, [MESSAGE])).toMatchObject([{ kind: 'refused', code: 'ADDRESS_REFUSED' }]);
    }
  });

  it('names the setting that is no range', () => {
    expect(manifest.config.safeParse({ COMMUNE_SYSTEM_PRIVATE_ADDRESSES: '10.0.0.0/40' }).error?.issues).toMatchObject([
      { path: ['COMMUNE_SYSTEM_PRIVATE_ADDRESSES'] },
    ]);
    expect(readRange('10.0.0.0/8')).toEqual({ address: '10.0.0.0', prefix: 8, family: 'ipv4' });
  });
});

describe('an answer tells what becomes of the message', () => {
  let server: Server;
  let url = '';
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      const [, told = '0', after] = /^\/(\d{3})(?:\/(\d+))?$/.exec(request.url ?? '') ?? [];
      const status = Number(told);
      if (after !== undefined) response.setHeader('retry-after', after);
      if (status === 0) return;
      response.writeHead(status, status === 302 ? { location: '/200' } : {}).end(status < 300 ? '' : 'Số 096885123456 không hợp lệ');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it.each([
    [200, 'delivered', undefined, undefined],
    [204, 'delivered', undefined, undefined],
    [302, 'refused', 'WEBHOOK_302', undefined],
    [400, 'refused', 'WEBHOOK_400', undefined],
    [401, 'refused', 'WEBHOOK_401', undefined],
    [408, 'retry', 'WEBHOOK_408', false],
    [410, 'gone', 'WEBHOOK_410', undefined],
    [429, 'retry', 'WEBHOOK_429', true],
    [500, 'retry', 'WEBHOOK_500', false],
    [503, 'retry', 'WEBHOOK_503', true],
  ])('HTTP %i: %s', async (status, kind, code, unreachable) => {
    const [outcome] = await open().deliver({ url: `${url}/${status}`, secrets: [SECRET] }, [MESSAGE]);
    expect(outcome).toMatchObject({ id: 'delivery', kind, ...(code === undefined ? {} : { code }) });
    expect((outcome as { unreachable?: boolean }).unreachable).toBe(unreachable);
    expect(JSON.stringify(outcome)).not.toContain('096885123456');
  });

  it.each([
    [503, true],
    [429, true],
    [500, false],
  ])('HTTP %i with Retry-After is tried no sooner than it asks', async (status, unreachable) => {
    const told = { kind: 'retry', unreachable, retryAfterMs: 120_000 };
    expect(await open().deliver({ url: `${url}/${status}/120`, secrets: [SECRET] }, [MESSAGE])).toMatchObject([told]);
    const [plain] = await open().deliver({ url: `${url}/${status}`, secrets: [SECRET] }, [MESSAGE]);
    expect(plain).not.toHaveProperty('retryAfterMs');
  });

  it.each([
    ['120', 120_000],
    [' 1 ', 1_000],
    ['999999999', 3_600_000],
    ['Tue, 30 Sep 2025 02:00:30 GMT', 30_000],
    ['Wed, 01 Oct 2025 02:00:00 GMT', 3_600_000],
    ['Tue, 30 Sep 2025 01:59:59 GMT', undefined],
    ['0', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['2025-09-30T02:00:30Z', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('Retry-After %j is %s ms', (header, ms) => {
    expect(retryAfterMs(header, new Date('2025-09-30T02:00:00Z'))).toBe(ms);
  });

  it('a redirect is not followed', () => expect(asked.filter((path) => path === '/200')).toHaveLength(1));

  it('no answer in time, and nobody there, are tried again later', async () => {
    const port = open({ COMMUNE_SYSTEM_TIMEOUT_MS: '50' });
    expect(await port.deliver({ url: `${url}/wait`, secrets: [SECRET] }, [MESSAGE])).toMatchObject([
      { kind: 'retry', code: 'TIMEOUT', unreachable: true },
    ]);
    expect(await port.deliver({ url: 'http://127.0.0.1:9/', secrets: [SECRET] }, [MESSAGE])).toMatchObject([
      { kind: 'retry', code: 'UNREACHABLE', unreachable: true },
    ]);
  });
});
