import { z } from 'zod';
import type { Reader } from './config.reader.ts';
import { loadProfile } from './profile.load.ts';
import type { Values } from './profile.template.ts';
import { type Profile, type ProfileSource, profileRule } from './profile.ts';

/** Another address than the portal's, with a login of its own. */
export interface StoreConfig {
  url: string;
  profile: Profile;
  values: Values;
  accounts: string[];
}

const PREFIX = 'NATIONAL_PORTAL_STORE_';
/** Seen in a province's settings. */
const PROVIDER_URL = 'https://apigiaytocanhan.dichvucong.gov.vn';
const GUIDE = "the path that the portal's integration guide gives, e.g. /bndp/…";
const LOGIN_PATH = '/bndp/public/v1/login';

/** The login's path, the bodies of both calls and the form of their answers were seen; where the answer to a login holds its token was not. */
function usual(token: string): ProfileSource {
  return {
    name: 'personal-store',
    logins: [{ path: '{loginPath}', body: { username: '{username}', password: '{password}' }, as: 'token', take: token }],
    query: { dstcode: '{dstcode}', providerurl: '{providerUrl}' },
    serviceHeaders: { Authorization: 'Bearer {token}' },
    services: { papers: { path: '{queryPath}', body: '{parameters}' }, file: { path: '{filePath}', body: '{parameters}' } },
  };
}

/** Reads `NATIONAL_PORTAL_STORE_*`; undefined: the installation has no store. What is not set there is as it is for the portal. */
export function readStore(reader: Reader, portal: Pick<StoreConfig, 'values' | 'accounts'>): StoreConfig | undefined {
  const read = reader.with(PREFIX);
  if (read.text('URL') === undefined) return undefined;
  const url = read.url('URL', "the address of the province's adapter before the store's paths");
  const named = read.text('PROFILE');
  const profile = named === undefined ? profileRule.parse(usual(read.text('TOKEN') ?? 'token')) : fromFile(read, named);
  const username = read.text('USERNAME') ?? String(portal.values['username'] ?? '');
  const ours = named === undefined;
  return {
    url: url.replace(/\/+$/, ''),
    profile,
    accounts: [username],
    values: {
      ...portal.values,
      username,
      password: read.text('PASSWORD') ?? portal.values['password'],
      dstcode: read.text('DSTCODE') ?? portal.values['dstcode'],
      providerUrl: read.text('PROVIDER_URL') ?? PROVIDER_URL,
      loginPath: read.path('LOGIN_PATH', LOGIN_PATH),
      queryPath: read.path('QUERY_PATH', read.needed('QUERY_PATH', ours, GUIDE) || '/'),
      filePath: read.path('FILE_PATH', read.needed('FILE_PATH', ours, GUIDE) || '/'),
    },
  };
}

const NONE: Profile = profileRule.parse({ name: 'none', services: {} });

function fromFile(read: Reader, named: string): Profile {
  const profile = named.endsWith('.json')
    ? loadProfile(named, { dstcodeIn: 'query', clientIn: 'basic', tokenHeader: undefined })
    : "must be the path of a profile's .json file";
  if (typeof profile !== 'string') return z.parse(profileRule, profile);
  read.wrong('PROFILE', profile);
  return NONE;
}
