import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDossiersHub, type DossiersHub, PERSON } from '../../../tests/support/dossiers.ts';
import { isPortal } from '../../subgraphs/dossiers/inquiry/caller.ts';
import { createInquiryHandler } from './portal-inquiry.ts';
import { type HttpServer, listen } from './server.ts';

const SECRET = 'a-secret-of-the-portal-and-us';

let hub: DossiersHub;
let server: HttpServer;
beforeAll(async () => {
  hub = await createDossiersHub();
  server = await listen({ host: '127.0.0.1', port: 0, variable: 'HUB_PORT', log: pino({ level: 'silent' }) });
  server.serve([createInquiryHandler(hub.platform)]);
});
afterAll(async () => {
  await server.stop();
  await hub.stop();
});
beforeEach(() => {
  hub.platform.config.mode = 'sandbox';
  hub.platform.config.portalInbound = { secret: undefined, addresses: [] };
});

const call = async (body: string | object, init: { method?: string; headers?: Record<string, string> } = {}) => {
  const { method = 'POST', headers = {} } = init;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${server.url}/national-portal/search/call`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: text }),
  });
  return { status: response.status, headers: response.headers, answer: (await response.json()) as Record<string, string> };
};
const ask = (masohoso: string, headers?: Record<string, string>) =>
  call({ madonvi: 'G22', service: 'TraCuuHoSo', masohoso }, headers === undefined ? {} : { headers });
const recorded = async () =>
  (
    await hub.platform.db.query<{ outcome: string; code: string | null }>(
      'SELECT outcome, code FROM dossiers.portal_inquiry ORDER BY id DESC LIMIT 1',
    )
  )[0];

describe('the portal asks for a dossier', () => {
  it('and is told its state, unit and procedure, flat, and nobody’s name or number', async () => {
    const filed = hub.dossier({ status: 'PROCESSING', channel: 'ONLINE', origin: 'NATIONAL_PORTAL', nationalCode: 'G22.99-250930-00001' });
    const desk = hub.dossier({ status: 'RETURNED' });
    await hub.feed(filed, desk);
    const { status, headers, answer } = await ask(filed.code);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ]);
    expect(answer).toEqual({
      MaHoSo: filed.code,
      MaTTHC: '1.001193',
      TenTTHC: expect.stringContaining('khai sinh'),
      MaLinhVuc: '',
      TenLinhVuc: 'Hộ tịch',
      LoaiDoiTuong: '1',
      TrangThaiHoSo: '4',
      HinhThuc: '1',
      DonViXuLy: expect.any(String),
    });
    expect(JSON.stringify(answer)).not.toContain(PERSON.fullName);
    expect(await recorded()).toEqual({ outcome: 'FOUND', code: filed.code });
    expect((await ask('G22.99-250930-00001')).answer).toMatchObject({ MaHoSo: 'G22.99-250930-00001', MaTTHC: '1.001193' });
    await hub.platform.db.query("UPDATE dossiers.procedure SET field_code = 'G15-HT01' WHERE code = '1.001193'");
    expect((await ask(desk.code)).answer).toMatchObject({ TrangThaiHoSo: '10', HinhThuc: '0', MaLinhVuc: 'G15-HT01' });
  });

  it('and is told that a voided one is stopped', async () => {
    const voided = hub.dossier({ voided: true, voidReason: 'nhập sai' });
    await hub.feed(voided);
    expect((await ask(voided.code)).answer).toMatchObject({ TrangThaiHoSo: '8' });
  });

  it('and is told in its own words that there is none; what it asked for is not kept', async () => {
    expect(await ask(PERSON.nationalId)).toMatchObject({ status: 200, answer: { error_code: '-1', message: 'masohoso not found' } });
    expect(await recorded()).toEqual({ outcome: 'NOT_FOUND', code: null });
  });

  it('and is told what is wrong with a question that can’t be read', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '{"masohoso":7}',
      '{"masohoso":" "}',
      JSON.stringify({ masohoso: 'x'.repeat(101) }),
      '{"masohoso":"a\\u0000"}',
    ]) {
      const { status, answer } = await call(body);
      expect([body, status, answer['error_code']]).toEqual([body, 400, '-1']);
      expect(answer['message']).toMatch(/JSON|masohoso/);
    }
    expect(await recorded()).toEqual({ outcome: 'UNREADABLE', code: null });
    expect(await call(JSON.stringify({ masohoso: 'x'.repeat(20_000) }))).toMatchObject({
      status: 413,
      answer: { message: 'at most 16384 bytes' },
    });
    expect(await recorded()).toEqual({ outcome: 'UNREADABLE', code: null });
    const other = await call('', { method: 'GET' });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('who asks', () => {
  it('must know the secret, where there is one', async () => {
    hub.platform.config.portalInbound = { secret: SECRET, addresses: [] };
    expect((await ask('X')).status).toBe(403);
    expect((await ask('X', { authorization: `Bearer ${SECRET}x` })).status).toBe(403);
    expect(await recorded()).toEqual({ outcome: 'REFUSED', code: null });
    expect((await ask('X', { authorization: `Bearer ${SECRET}` })).status).toBe(200);
  });

  it('must call from an address that is allowed, where some are', async () => {
    hub.platform.config.portalInbound = { secret: undefined, addresses: ['10.1.0.0/16'] };
    expect((await ask('X')).status).toBe(403);
    expect((await ask('X', { 'x-forwarded-for': '10.1.2.3' })).status).toBe(403);
    hub.platform.config.portalInbound = { secret: SECRET, addresses: ['127.0.0.1'] };
    expect((await ask('X')).status).toBe(403);
    expect((await ask('X', { authorization: `Bearer ${SECRET}` })).status).toBe(200);
  });

  it('is nobody in production until one of both is set, and the answer says which', async () => {
    hub.platform.config.mode = 'production';
    const { status, answer } = await ask('X');
    expect(status).toBe(403);
    expect(answer['message']).toContain('NATIONAL_PORTAL_INBOUND_SECRET');
    hub.platform.config.portalInbound = { secret: undefined, addresses: ['127.0.0.0/8'] };
    expect((await ask('X')).status).toBe(200);
  });

  it.each([
    ['::ffff:10.1.2.3', ['10.1.0.0/16'], true],
    ['10.2.0.1', ['10.1.0.0/16'], false],
    ['fd00::1', ['fd00::/8'], true],
    ['fd00::1', ['10.0.0.0/8'], false],
    [undefined, ['0.0.0.0/0'], false],
  ])('at %s is one of %s: %s', (address, addresses, is) => {
    expect(isPortal({ mode: 'production', portalInbound: { secret: undefined, addresses } }, { authorization: undefined, address })).toBe(
      is,
    );
  });
});
