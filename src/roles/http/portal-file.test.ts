import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDossiersHub, type DossiersHub } from '../../../tests/support/dossiers.ts';
import { createFileHandler } from './portal-file.ts';
import { type HttpServer, listen } from './server.ts';

const PDF = Buffer.from('%PDF-1.7 invented');
const SHA256 = createHash('sha256').update(PDF).digest('hex');
const NOBODYS = '00000000-0000-4000-8000-000000000000';

let hub: DossiersHub;
let server: HttpServer;
let source: Server;
let origin: string;
let answer: RequestListener;
beforeAll(async () => {
  hub = await createDossiersHub();
  server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log: pino({ level: 'silent' }) });
  server.serve([createFileHandler(hub.platform)]);
  source = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => source.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(source.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server.stop();
  source.closeAllConnections();
  source.close();
  await hub.stop();
});
beforeEach(() => {
  hub.platform.config.mode = 'sandbox';
  hub.platform.config.portalInbound = { secret: undefined, addresses: [] };
  hub.platform.config.portalFiles = { origins: [origin], maxBytes: 1_000 };
  answer = (_, response) => void response.writeHead(200, { 'content-type': 'application/pdf; charset=binary' }).end(PDF);
});

/** A dossier with one paper, and the paper's own key. */
async function filed(over: { url?: string; sha256?: string } = {}): Promise<{ code: string; id: string }> {
  const dossier = hub.dossier({
    documents: [{ name: 'Tờ khai (bản chính)', url: `${origin}/kho/1?key=a`, sha256: SHA256, ...over }],
  });
  await hub.feed(dossier);
  const [row] = await hub.platform.db.query<{ id: string }>(`SELECT documents -> 0 ->> 'id' AS id FROM dossiers.dossier WHERE code = $1`, [
    dossier.code,
  ]);
  return { code: dossier.code, id: row?.id ?? '' };
}

const get = (code: string, id: string, init: RequestInit = {}) => fetch(`${server.url}/national-portal/downloadfile/${code}/${id}`, init);
const failure = async (response: Response) => [response.status, ((await response.json()) as { message: string }).message];
const recorded = async () =>
  (
    await hub.platform.db.query<{ outcome: string; code: string | null; document: string | null }>(
      'SELECT outcome, code, document FROM dossiers.portal_inquiry ORDER BY id DESC LIMIT 1',
    )
  )[0];
const reads = async (code: string) =>
  hub.platform.db.query<{ actor: string; fields: string[] }>('SELECT actor, fields FROM outbox.personal_data_read WHERE purpose = $1', [
    code,
  ]);

describe('the portal fetches a paper', () => {
  it('and gets the bytes of its source under the paper’s name, and the read is recorded', async () => {
    const { code, id } = await filed();
    const response = await get(code, id);
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      `attachment; filename*=UTF-8''T%E1%BB%9D%20khai%20%28b%E1%BA%A3n%20ch%C3%ADnh%29`,
    ]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(await recorded()).toEqual({ outcome: 'FOUND', code, document: id });
    expect(await reads(code)).toEqual([{ actor: 'national-portal', fields: ['document'] }]);
  });

  it('that nobody has, or whose dossier was voided, is not found', async () => {
    const { code, id } = await filed();
    expect(await failure(await get(code, NOBODYS))).toEqual([404, 'file not found']);
    expect(await failure(await get('H12.64-250930-99999', id))).toEqual([404, 'file not found']);
    await hub.platform.db.query('UPDATE dossiers.dossier SET voided_at = now() WHERE code = $1', [code]);
    expect(await failure(await get(code, id))).toEqual([404, 'file not found']);
    expect(await recorded()).toEqual({ outcome: 'NOT_FOUND', code: null, document: null });
  });

  it('by POST, or from somebody who is not known, gets nothing', async () => {
    const { code, id } = await filed();
    expect((await get(code, id, { method: 'POST' })).status).toBe(405);
    hub.platform.config.portalInbound = { secret: 'a-secret-of-the-portal-and-us', addresses: [] };
    expect((await get(code, id, { headers: { authorization: 'Bearer guessed' } })).status).toBe(403);
    expect(await recorded()).toEqual({ outcome: 'REFUSED', code: null, document: null });
    expect((await get(code, id, { headers: { authorization: 'Bearer a-secret-of-the-portal-and-us' } })).status).toBe(200);
  });

  it.each<[string, RequestListener | undefined, string]>([
    ['is broken', (_, response) => void response.writeHead(500).end('secret'), 'its source answers HTTP 500'],
    [
      'leads elsewhere',
      (_, response) => void response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
      'its source answers HTTP 302',
    ],
    [
      'sends another file',
      (_, response) => void response.end('another'),
      'it is not the file that its source told of: its SHA-256 differs',
    ],
    ['sends too much', (_, response) => void response.end('x'.repeat(2_000)), 'it is longer than NATIONAL_PORTAL_FILE_MB allows'],
    [
      'breaks off',
      (_, response) => void response.writeHead(200, { 'content-length': '90' }).write(PDF, () => response.destroy()),
      'its source does not answer',
    ],
  ])('whose source %s gets none of it', async (_, plays, message) => {
    const { code, id } = await filed();
    answer = plays as RequestListener;
    expect(await failure(await get(code, id))).toEqual([502, message]);
    expect(await recorded()).toEqual({ outcome: 'UNAVAILABLE', code, document: id });
    expect(await reads(code)).toEqual([]);
  });

  it('is asked for nowhere but where the settings say', async () => {
    const { code, id } = await filed({ url: 'http://169.254.169.254/latest' });
    expect(await failure(await get(code, id))).toEqual([502, 'NATIONAL_PORTAL_FILE_ORIGINS does not name where it lies']);
    const away = await filed({ url: `http://127.0.0.1:1/kho/1` });
    expect((await failure(await get(away.code, away.id)))[0]).toBe(502);
  });

  it('whose hash was never told comes as it is', async () => {
    const dossier = hub.dossier({ documents: [{ name: 'Ảnh', url: `${origin}/anh` }] });
    await hub.feed(dossier);
    const [row] = await hub.platform.db.query<{ id: string }>(
      `SELECT documents -> 0 ->> 'id' AS id FROM dossiers.dossier WHERE code = $1`,
      [dossier.code],
    );
    expect((await get(dossier.code, row?.id ?? '')).status).toBe(200);
  });
});
