import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask, testTools } from '../../tests/contract/portal.ts';
import { INVENTED, profileFile, removeProfiles } from '../../tests/support/portal-profiles.ts';
import { portalConfig } from './config.ts';
import { createPortal } from './portal.ts';
import { fillBody, fillRecord, fillUrl, placeholdersOf } from './profile.template.ts';
import { type Profile, profileRule } from './profile.ts';
import { PROFILES } from './profiles.ts';

const SETTINGS = {
  NATIONAL_PORTAL_URL: 'http://adapter.invalid',
  NATIONAL_PORTAL_USERNAME: 'u',
  NATIONAL_PORTAL_PASSWORD: 'p',
  NATIONAL_PORTAL_AGENCY: 'H99',
};
const parse = (settings: Record<string, string>) => portalConfig.safeParse({ ...SETTINGS, ...settings });
const issues = (settings: Record<string, string>) => parse(settings).error?.issues.map(({ message }) => message);

afterAll(removeProfiles);

describe('templates', () => {
  it('put values into texts, records and bodies, and leave out what is empty', () => {
    expect(fillRecord({ a: '{x}', '{name}': 'Bearer {x}', b: '{nothing}', '{nothing}': 'c' }, { x: 1, name: 'X-A' })).toEqual({
      a: '1',
      'X-A': 'Bearer 1',
    });
    const body = { session: '{none}', service: 'to {service}', rows: '{data}', deep: [{ '*': '{parameters}', kept: '1' }] };
    expect(fillBody(body, { service: 's', data: [{ a: 1 }], parameters: { data: 2 } })).toEqual({
      service: 'to s',
      rows: [{ a: 1 }],
      deep: [{ data: 2, kept: '1' }],
    });
  });

  it('escape what goes into an address', () => {
    const filled = fillUrl('http://a.invalid', '/x/{code}/{path}?b={b}&c={c}', {
      query: { q: '{q}' },
      values: { code: 'H12?1', path: 'mapi/g', b: 'a&b=ộ', q: 'VN:GOV' },
    });
    expect(filled).toBe('http://a.invalid/x/H12%3F1/mapi/g?q=VN%3AGOV&b=a%26b%3D%E1%BB%99');
  });
});

describe('profiles', () => {
  it.each(Object.keys(PROFILES))('%s is data of the same form as a file', (name) => {
    const source = PROFILES[name]?.({ dstcodeIn: 'both', clientIn: 'form', tokenHeader: 'lgspaccesstoken' });
    const file = profileFile(source);
    const [built, read] = [{ NATIONAL_PORTAL_DSTCODE_IN: 'both', NATIONAL_PORTAL_PROFILE: name }, { NATIONAL_PORTAL_PROFILE: file }].map(
      (settings) =>
        parse({
          ...settings,
          NATIONAL_PORTAL_CLIENT_ID: 'c',
          NATIONAL_PORTAL_CLIENT_SECRET: 's',
          NATIONAL_PORTAL_CLIENT_IN: 'form',
          NATIONAL_PORTAL_TOKEN_HEADER: 'lgspaccesstoken',
        }).data?.profile,
    );
    expect(built).toBeDefined();
    expect(built).toEqual(read);
  });

  it('ask for the settings that they use, and no others', () => {
    const only = (profile: string) => portalConfig.safeParse({ NATIONAL_PORTAL_URL: 'http://a.invalid', NATIONAL_PORTAL_PROFILE: profile });
    const missing = (profile: string) =>
      only(profile)
        .error?.issues.map(({ path }) => String(path[0]).replace('NATIONAL_PORTAL_', ''))
        .sort();
    expect(missing('adapter')).toEqual(['AGENCY', 'PASSWORD', 'USERNAME']);
    expect(missing('lgsp')).toEqual(['AGENCY', 'CLIENT_ID', 'CLIENT_SECRET']);
    expect(missing('gateway')).toEqual(['AGENCY']);
  });

  it('that are wrong are told with what to write instead', () => {
    expect(issues({ NATIONAL_PORTAL_PROFILE: 'vxp' })).toEqual([
      "NATIONAL_PORTAL_PROFILE: must be one of adapter, gateway, lgsp, or the path of a profile's .json file",
    ]);
    expect(issues({ NATIONAL_PORTAL_PROFILE: '/nowhere/ndop.json' })?.[0]).toMatch(/can't be read as JSON: ENOENT/);
    expect(issues({ NATIONAL_PORTAL_PROFILE: profileFile({ name: 'x', services: { '*': { path: 'g' } } }) })?.[0]).toMatch(
      /is no profile: .*path/,
    );
    expect(issues({ NATIONAL_PORTAL_PROFILE: 'gateway', NATIONAL_PORTAL_SERVICE_PATHS: 'DongBoDanhGia=/x' })?.[0]).toMatch(
      /DongBoDanhGia=\/x names no service/,
    );
    expect(issues({ NATIONAL_PORTAL_LIMITS: 'TenTTHC' })?.[0]).toMatch(/^NATIONAL_PORTAL_LIMITS: must be names with whole numbers/);
  });

  it('name what has no service as absent', () => {
    const port = (settings: Record<string, string>) => createPortal(portalConfig.parse({ ...SETTINGS, ...settings }), testTools());
    const able = ({ reportRatings, reportStatistics, listProcedures, procedure }: ReturnType<typeof port>) =>
      [reportRatings, reportStatistics, listProcedures, procedure].map((each) => each !== undefined);
    expect(able(port({}))).toEqual([true, true, true, true]);
    expect(able(port({ NATIONAL_PORTAL_PROFILE: 'gateway' }))).toEqual([false, false, true, true]);
  });
});

describe('a fourth way, given as a file', () => {
  const seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const held = new Map<string, unknown>();
  const server = createServer(async (request, response) => serve(request, response, await text(request)));
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  function serve({ method = '', url: path = '', headers }: IncomingMessage, response: ServerResponse, body: string): void {
    seen.push({ method, url: path, headers, body });
    const answer = (ma: number, thongDiep: string, duLieu?: unknown) => response.end(JSON.stringify({ ma, thongDiep, duLieu }));
    if (path.startsWith('/connect/token')) return void response.end('{"access_token":"T1","expires_in":3600}');
    if (headers['x-ndop-token'] !== 'T1') return void response.writeHead(401).end('{}');
    if (path.startsWith('/v2/phien')) return void answer(200, 'Xong', { phien: { ma: 'P1' } });
    if (path.startsWith('/v2/tien-do')) return void answer(200, 'Xong');
    const [, code = ''] = /^\/v2\/ho-so\/(H[^?]+)/.exec(path) ?? [];
    if (method === 'GET') return void answer(200, '', held.has(code) ? [held.get(code)] : []);
    for (const dossier of (JSON.parse(body) as { danhSach: { MaHoSo: string }[] }).danhSach) {
      if (held.has(dossier.MaHoSo) === path.startsWith('/v2/ho-so/them')) return void answer(409, `Hồ sơ ${dossier.MaHoSo} đã tồn tại`);
      held.set(dossier.MaHoSo, dossier);
    }
    answer(200, 'Xong');
  }

  it('carries dossiers, look-ups and steps without a change of code', async () => {
    expect([...placeholdersOf(INVENTED)]).toContain('clientId');
    const config = portalConfig.parse({
      NATIONAL_PORTAL_URL: url,
      NATIONAL_PORTAL_PROFILE: profileFile(INVENTED),
      NATIONAL_PORTAL_CLIENT_ID: 'c',
      NATIONAL_PORTAL_CLIENT_SECRET: 's&',
      NATIONAL_PORTAL_AGENCY: 'H99',
    });
    const port = createPortal(config, testTools());
    const code = 'H12.1-250701-0001';
    expect(await port.deliver([dossierTask(sampleDossier(code))])).toMatchObject([{ kind: 'delivered' }]);
    // Told as an insert once more: the refusal in its own words makes it an update.
    expect(await port.deliver([dossierTask(sampleDossier(code, { status: 9 }))])).toMatchObject([{ kind: 'delivered' }]);
    expect(await port.lookUp(code)).toMatchObject({ status: 9 });
    expect(await port.lookUp('H12.1-250701-0002')).toBeNull();
    expect(await port.deliver([stepsTask(code, [sampleStep(1)])])).toMatchObject([{ kind: 'delivered' }]);
    expect(port.reportRatings).toBeUndefined();
    expect(seen.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
      'POST /connect/token?nguon=hub',
      'POST /v2/phien?nguon=hub',
      'POST /v2/ho-so/them?nguon=hub',
      'POST /v2/ho-so/them?nguon=hub',
      'POST /v2/ho-so/sua?nguon=hub',
      `GET /v2/ho-so/${code}?nguon=hub&donVi=H99`,
      'GET /v2/ho-so/H12.1-250701-0002?nguon=hub&donVi=H99',
      'POST /v2/tien-do?nguon=hub',
    ]);
    expect(seen[0]).toMatchObject({ body: 'grant_type=client_credentials&client_id=c&client_secret=s%26' });
    expect(seen[2]?.headers).toMatchObject({ 'x-ndop-token': 'T1', 'x-ndop-phien': 'P1' });
    expect(JSON.parse(seen[2]?.body ?? '')).toMatchObject({
      tieuDe: { donVi: 'H99', nghiepVu: 'DongBoHoSoMC' },
      danhSach: [{ MaHoSo: code }],
    });
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toMatchObject(['H99', [{ MaHoSo: code }]]);
  });

  it('takes no profile whose parts are unknown', () => {
    const wrong = { ...INVENTED, answers: {} } as unknown as Profile;
    expect(profileRule.safeParse(wrong).success).toBe(false);
  });
});
