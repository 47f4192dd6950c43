import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, testTools } from '../../tests/contract/portal.ts';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import type { PortalPort } from '../contract/portal.ts';
import { portalConfig } from './config.ts';
import { maskReason } from './mask.ts';
import { createPortal } from './portal.ts';
import { startPortalSimulator } from './simulator.ts';
import { normalCode, readAnswer } from './transport.answer.ts';

const code = (at: number) => `H12.1-250701-${String(at).padStart(4, '0')}`;

describe('answers', () => {
  const settings = portalConfig.parse({
    NATIONAL_PORTAL_URL: 'http://adapter.invalid',
    NATIONAL_PORTAL_USERNAME: 'u',
    NATIONAL_PORTAL_PASSWORD: 'p',
    NATIONAL_PORTAL_AGENCY: 'H99',
  });
  const reading = { texts: settings.texts, form: settings.profile.answer };
  const verdict = (text: string, inWords = false) => readAnswer(text, { ...reading, inWords })?.verdict;

  it.each([
    [0, '0'],
    ['0', '0'],
    ['00', '0'],
    [-0, '0'],
    [-3, '-3'],
    ['-3', '-3'],
    [' 3 ', '3'],
    ['', undefined],
    [null, undefined],
  ])('error_code %j is %j', (value, expected) => {
    expect(normalCode(value)).toBe(expected);
  });

  it('looks into JSON within JSON', () => {
    const inner = JSON.stringify({ error_code: -3, message: 'Hồ sơ đã tồn tại'.normalize('NFD') });
    expect(readAnswer(JSON.stringify({ error_code: '0', message: inner }), reading)).toMatchObject({ verdict: 'exists', code: '-3' });
    const listed = JSON.stringify({ error_code: '0', message: JSON.stringify({ result: [{ MaHoSo: 'x' }] }) });
    expect(readAnswer(listed, reading)?.result).toEqual([{ MaHoSo: 'x' }]);
    expect(readAnswer(JSON.stringify(listed), reading)?.result).toEqual([{ MaHoSo: 'x' }]);
  });

  it('judges plain text by its words, and a no by its whole word', () => {
    expect(verdict('Cập nhật thành công')).toBe('ok');
    expect(verdict('Cập nhật KHÔNG thành công')).toBe('refused');
    expect(verdict('{"error_code":0,"message":"Đồng bộ thất bại"}')).toBe('refused');
  });

  it('wants the words of success beside the code where a way is known to hide refusals behind it', () => {
    expect(verdict('{"error_code":"0","message":"Thành công"}', true)).toBe('ok');
    expect(verdict('{"error_code":"0","message":""}', true)).toBe('ok');
    expect(verdict('{"error_code":"0","message":"Hồ sơ đã tồn tại"}', true)).toBe('exists');
    expect(verdict('{"error_code":"0","message":"Thiếu trường TenTTHC"}', true)).toBe('refused');
    expect(verdict('{"error_code":"0","message":"Thiếu trường TenTTHC"}')).toBe('ok');
  });

  it.each(['', '{}', '[]', '{"message":"?"}', 'null', 'Internal Server Error', '{"fault":{"code":900901}}'])(
    'makes nothing of %j',
    (text) => {
      expect(readAnswer(text, reading)).toBeNull();
    },
  );
});

describe('masking', () => {
  it('takes out numbers, phones, addresses and the name, and leaves codes and dates', () => {
    expect(maskReason('Hồ sơ H12.1-250701-0001 ngày 20250701 của TRẦN THỊ MẪU (0968 851 234)', 'Trần Thị Mẫu'.normalize('NFD'))).toBe(
      'Hồ sơ H12.1-250701-0001 ngày 20250701 của *** (***)',
    );
    expect(maskReason('a.b@example.invalid +84 900 000 017 096885123456 086812345')).toBe('*** *** *** ***');
  });
});

describe('settings', () => {
  it('names the variable and the fix, all at once', () => {
    const parsed = portalConfig.safeParse({
      NATIONAL_PORTAL_URL: 'adapter',
      NATIONAL_PORTAL_USERNAME: 'u',
      NATIONAL_PORTAL_TIMEOUT_MS: 'soon',
      NATIONAL_PORTAL_DSTCODE_IN: 'cookie',
      NATIONAL_PORTAL_LOGIN_PATH: 'login',
      NATIONAL_PORTAL_PAID_CODES: '0,1',
    });
    expect(parsed.error?.issues.map(({ path }) => path[0]).sort()).toEqual(
      ['AGENCY', 'DSTCODE_IN', 'LOGIN_PATH', 'PAID_CODES', 'PASSWORD', 'TIMEOUT_MS', 'URL'].map((name) => `NATIONAL_PORTAL_${name}`),
    );
  });
});

describe('sessions', () => {
  let rig: PortalRig;
  beforeEach(async () => {
    rig = await portalRig();
  });
  afterEach(() => rig.stop());
  const deliver = (at: number) => rig.another().deliver([dossierTask(sampleDossier(code(at)))]);

  it('log in once for all workers', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(deliver));
    expect(await rig.counters()).toMatchObject({ logins: 1, inserts: 8 });
  });

  it('that expired under many workers are replaced once', async () => {
    const ports = [1, 2, 3, 4].map(() => rig.another());
    await Promise.all(ports.map((port) => port.lookUp(code(1))));
    await rig.admin('POST', 'sessions/expire');
    const outcomes = await Promise.all(ports.map((port, at) => port.deliver([dossierTask(sampleDossier(code(at)))])));
    expect(outcomes.flat().map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'delivered'));
    expect((await rig.counters())['logins']).toBe(2);
  });

  it('are suspected when an older one meets an error that nobody understands', async () => {
    await rig.port.lookUp(code(1));
    await rig.modes({ expiredMessage: 'Error 17', expiredCode: '99' });
    await rig.admin('POST', 'sessions/expire');
    rig.pass(120_000);
    expect(await rig.port.deliver([dossierTask(sampleDossier(code(1)))])).toEqual([{ id: `d-${code(1)}`, kind: 'delivered' }]);
    expect((await rig.counters())['logins']).toBe(2);
  });

  it('that no login makes valid park nothing', async () => {
    await rig.fault({ kind: 'expired' });
    const outcomes = await rig.port.deliver([1, 2].map((at) => dossierTask(sampleDossier(code(at)))));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ kind: 'retry', code: 'SESSION', look: false, unreachable: true });
    expect((await rig.counters())['logins']).toBe(2);
  });

  it('that the portal refuses name the settings to check', async () => {
    const [outcome] = await rig.another({ NATIONAL_PORTAL_PASSWORD: 'wrong' }).deliver([dossierTask(sampleDossier(code(1)))]);
    expect(outcome).toMatchObject({ kind: 'retry', code: 'LOGIN_-1', unreachable: true, look: false });
    expect(outcome).toHaveProperty('reason', expect.stringContaining('NATIONAL_PORTAL_USERNAME'));
  });

  it.each([
    ['query', true],
    ['header', true],
    ['none', false],
  ])('carry dstcode by %s', async (where, there) => {
    const [outcome] = await rig.another({ NATIONAL_PORTAL_DSTCODE_IN: where }).deliver([dossierTask(sampleDossier(code(1)))]);
    expect(outcome?.kind).toBe(there ? 'delivered' : 'retry');
  });

  it.each(['/VXPAdapter/RestService/forward', ''])('open at %j too', async (prefix) => {
    const simulator = await startPortalSimulator({ port: 0 });
    const settings = { ...simulator.environment, NATIONAL_PORTAL_URL: `${simulator.url}${prefix}`, NATIONAL_PORTAL_TIMEOUT_MS: '20000' };
    expect(await createPortal(portalConfig.parse(settings), testTools()).lookUp(code(1))).toBeNull();
    await simulator.stop();
  });
});

describe('tokens of an LGSP', () => {
  let rig: PortalRig;
  afterEach(() => rig.stop());
  const start = async (settings: Record<string, string> = {}, way = 'lgsp by Basic') => {
    rig = await portalRig(settings, WAYS[way]);
  };
  const lookUps = (ports: PortalPort[]) => Promise.all(ports.map((port) => port.lookUp(code(1))));
  const eight = () => [1, 2, 3, 4, 5, 6, 7, 8].map(() => rig.another());

  it.each(['lgsp by Basic', 'lgsp by form'])('%s: one for all workers', async (way) => {
    await start({}, way);
    expect(await lookUps(eight())).toEqual(Array.from({ length: 8 }, () => null));
    expect(await rig.counters()).toMatchObject({ logins: 1 });
  });

  it('are renewed once for all workers before they end', async () => {
    await start();
    await rig.modes({ sessionTtlMs: 300_000 });
    const ports = eight();
    await lookUps(ports);
    rig.pass(291_000);
    await lookUps(ports);
    expect(await rig.counters()).toMatchObject({ logins: 2, calls: { login: 2, TraCuuHoSo: 16 } });
  });

  it('that the LGSP takes no more are replaced once for all workers', async () => {
    await start();
    const ports = eight();
    await lookUps(ports);
    await rig.admin('POST', 'sessions/expire');
    await lookUps(ports);
    expect(await rig.counters()).toMatchObject({ logins: 2 });
  });

  it('go in a header beside Authorization where the LGSP wants that', async () => {
    await start({ NATIONAL_PORTAL_TOKEN_HEADER: 'lgspaccesstoken' });
    await rig.modes({ lgspHeader: true });
    expect(await rig.port.lookUp(code(1))).toBeNull();
    await expect(rig.another({ NATIONAL_PORTAL_TOKEN_HEADER: '' }).lookUp(code(1))).rejects.toMatchObject({
      code: 'SESSION',
      unreachable: true,
    });
  });

  it('that are refused name the settings to check', async () => {
    await start();
    const [outcome] = await rig.another({ NATIONAL_PORTAL_CLIENT_SECRET: 'wrong' }).deliver([dossierTask(sampleDossier(code(1)))]);
    expect(outcome).toMatchObject({ kind: 'retry', code: 'LOGIN_HTTP_401', unreachable: true, look: false });
    expect(outcome).toHaveProperty('reason', expect.stringContaining('NATIONAL_PORTAL_CLIENT_ID and _CLIENT_SECRET'));
  });

  it('of a gateway that never change are sent where they are set', async () => {
    await start({ NATIONAL_PORTAL_TOKEN: 'G1' }, 'gateway');
    await rig.modes({ gatewayToken: 'G1' });
    expect(await rig.port.lookUp(code(1))).toBeNull();
    await expect(rig.another({ NATIONAL_PORTAL_TOKEN: '' }).lookUp(code(1))).rejects.toMatchObject({ code: 'HTTP_401', unreachable: true });
  });
});
