import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileSource } from '../../connectors/national-portal/profile.ts';

/** The settings of each way to the simulated portal at `url`, beside those of the adapter, which are its default. */
export const WAYS: Readonly<Record<string, (url: string) => Record<string, string>>> = {
  adapter: () => ({}),
  'adapter by VXP with the code as a header and a share address of its own': (url) => ({
    NATIONAL_PORTAL_URL: `${url}/VXPAdapter/RestService/forward`,
    NATIONAL_PORTAL_DSTCODE_IN: 'header',
    NATIONAL_PORTAL_SHARE_PATH: '/mapi/share',
    NATIONAL_PORTAL_PROVIDER_URL: 'https://provider.example.invalid/api?x=1',
  }),
  gateway: (url) => ({ NATIONAL_PORTAL_PROFILE: 'gateway', NATIONAL_PORTAL_URL: `${url}/gateway` }),
  'gateway with three addresses': (url) => ({
    NATIONAL_PORTAL_PROFILE: 'gateway',
    NATIONAL_PORTAL_URL: `${url}/gateway`,
    NATIONAL_PORTAL_SERVICE_PATHS:
      'DongBoHoSoMC.insert=/KetNoiMotCuaQuocGia/ThemHoSo DongBoHoSoMC.update=/KetNoiMotCuaQuocGia/CapNhatHoSo ' +
      'CapNhatTienDoHoSoMC=/api/SynsTTHCC/CapNhatTienDoHoSoMC?MaDinhDanhDV={agency}',
  }),
  'lgsp by Basic': (url) => ({ NATIONAL_PORTAL_PROFILE: 'lgsp', NATIONAL_PORTAL_URL: `${url}/lgsp`, NATIONAL_PORTAL_CLIENT_IN: 'basic' }),
  'lgsp by form': (url) => ({ NATIONAL_PORTAL_PROFILE: 'lgsp', NATIONAL_PORTAL_URL: `${url}/lgsp`, NATIONAL_PORTAL_CLIENT_IN: 'form' }),
};

/** A fourth way that no code knows: a token first and a session by it, other names of everything. Its server is in the test. */
export const INVENTED: ProfileSource = {
  name: 'ndop',
  logins: [
    {
      path: '/connect/token',
      form: true,
      body: { grant_type: 'client_credentials', client_id: '{clientId}', client_secret: '{clientSecret}' },
      as: 'token',
      take: 'access_token',
      expiresIn: 'expires_in',
    },
    { path: '/v2/phien', body: { donVi: '{agency}' }, headers: { 'x-ndop-token': '{token}' }, as: 'session', take: 'duLieu.phien.ma' },
  ],
  serviceHeaders: { 'x-ndop-token': '{token}', 'x-ndop-phien': '{session}' },
  query: { nguon: 'hub' },
  services: {
    'DongBoHoSoMC.insert': { path: '/v2/ho-so/them', body: { tieuDe: { donVi: '{agency}', nghiepVu: '{service}' }, danhSach: '{data}' } },
    'DongBoHoSoMC.update': { path: '/v2/ho-so/sua', body: { tieuDe: { donVi: '{agency}', nghiepVu: '{service}' }, danhSach: '{data}' } },
    TraCuuHoSo: { method: 'GET', path: '/v2/ho-so/{mahoso}?donVi={agency}&thua={absent}' },
    CapNhatTienDoHoSoMC: { path: '/v2/tien-do', body: ['{agency}', '{data}'] },
    '*': false,
  },
  answer: { code: ['ma'], message: ['thongDiep'], result: ['duLieu'], ok: ['200'] },
};

const folders: string[] = [];

/** The path of a profile as a file. */
export function profileFile(profile: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'portal-profile-'));
  folders.push(folder);
  const file = join(folder, 'ndop.json');
  writeFileSync(file, JSON.stringify(profile));
  return file;
}

/** Removes all that `profileFile` wrote. */
export function removeProfiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}
