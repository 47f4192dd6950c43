import { z } from 'zod';
import { Reader } from './config.reader.ts';
import { loadProfile, withPaths } from './profile.load.ts';
import { placeholdersOf, type Values } from './profile.template.ts';
import type { Profile } from './profile.ts';
import { readStore, type StoreConfig } from './store.config.ts';

/** How the connector talks to the portal. Everything that no source shows for certain is a setting with a default. */
export interface PortalConfig {
  url: string;
  /** The way to the portal, and what its placeholders stand for that no call changes. Holds secrets. */
  profile: Profile;
  values: Values;
  /** Names by which the province is known there. */
  accounts: string[];
  timeoutMs: number;
  insertText: string;
  updateText: string;
  batchSize: number;
  /** Deliveries under way at the same time in each worker. */
  lanes: number;
  /** How many tasks a second may be sent, all workers together; undefined: no limit. */
  ratePerSecond: number | undefined;
  stepsPerCall: number;
  /** Look-ups, status notices and calls with steps under way at the same time within one delivery. */
  parallel: number;
  /** How long an attempt without an answer may still be carried out: no look-up before that proves anything. */
  settleMs: number;
  sessionTtlMs: number;
  /** A session younger than this is not suspected when an error is not understood. */
  sessionFreshMs: number;
  texts: { session: string[]; exists: string[]; absent: string[]; busy: string[] };
  /** Field of a `TraCuuHoSo` item that lists the dossier's steps, where an installation has one. */
  stepsField: string | undefined;
  /** The same for the status notices of a dossier that was filed at the portal. */
  noticesField: string | undefined;
  /** What becomes of steps that may have arrived and can't be looked up. */
  stepsInDoubt: 'hold' | 'repeat';
  /** Whose account at the portal is looked up where it is not known, and what the portal calls the keeper of accounts. */
  technicalIds: { whose: 'online' | 'all' | 'none'; provider: string };
  /** Services beside the known lists whose rows are kept as they come. */
  otherLists: string[];
  /** The store of personal papers; undefined: the installation has none. */
  store: StoreConfig | undefined;
  wire: WireOptions;
}

/** What the mapping to the wire needs to know. Code lists that are not published are settings. */
export interface WireOptions {
  fields: '766' | '1.4';
  /** Which code `DongBoHoSoMC` and the steps call a dossier by that was filed at the portal: by another than the portal's own it would come to stand there twice. */
  filedCode: 'portal' | 'own';
  paidCodes: { NO: string; AT_PORTAL: string; AT_PROVINCE: string };
  /** `NoiNopHoSo` by origin. */
  placeCodes: { NATIONAL_PORTAL: string; PROVINCE: string; MINISTRY_SYSTEM: string };
  feeKindCodes: { FEE: string; CHARGE: string };
  feeCollectionCode: string;
  /** `MaCSDL` of a dossier that names no databases of its own. */
  databaseCodes: string[];
  unacceptedDate: 'empty' | 'submitted';
  /** Whose account counts as verified with VNeID: everybody's who filed online, since nobody signs in otherwise, or theirs of whom it is told. */
  verified: 'online' | 'told';
  supplements: boolean;
  /** Where the portal reaches the hub's files; undefined: it fetches them from their sources. */
  filesUrl: string | undefined;
  /** The longest text that a field takes, in UTF-16 units; fields that are not named take any. */
  limits: Record<string, number>;
}

const PREFIX = 'NATIONAL_PORTAL_';
const FILES_URL = "the address at which the portal reaches the hub's /national-portal";
/** Seen in a province's adapter settings for the portal. */
const PORTAL_DSTCODE = 'VN:GOV:000.00.00.G22:vpcpdvcprovider';
/** Seen in clients, or found by their rejections. */
const LIMITS = { TrichYeuHoSo: 1_000, GhiChu: 2_000, TenTepDinhKem: 4_000, TenGiayTo: 2_000, NguoiXuLy: 50 };

/** Reads `NATIONAL_PORTAL_*`; every issue names the variable and what to write there. */
export const portalConfig = z.record(z.string(), z.string().optional()).transform((environment, context): PortalConfig => {
  const read = new Reader(environment, PREFIX, (variable, fix) => {
    context.addIssue({ code: 'custom', path: [variable], message: `${variable}: ${fix}` });
  });
  const [insertText, updateText] = read.list('UPDATE_TEXTS', 'False,True', { separator: ',', length: 2 });
  const url = read.url('URL', "the address of the province's adapter, e.g. http://security-server:8080/XrdAdapter/RestService/forward");
  const profile = readProfile(read);
  const { values, accounts } = readValues(read, placeholdersOf(profile));
  return {
    url: url.replace(/\/+$/, ''),
    profile,
    values,
    accounts,
    store: readStore(read, { values, accounts }),
    timeoutMs: read.whole('TIMEOUT_MS', { fallback: 30_000, min: 50, max: 300_000 }),
    insertText: insertText ?? 'False',
    updateText: updateText ?? 'True',
    batchSize: read.whole('BATCH_SIZE', { fallback: 100, min: 1, max: 1_000 }),
    lanes: read.whole('LANES', { fallback: 4, min: 1, max: 16 }),
    ratePerSecond: read.whole('RATE', { fallback: 0, min: 0, max: 100_000 }) || undefined,
    // Ten is what a client in use sends; no limit is published.
    stepsPerCall: read.whole('STEPS_PER_CALL', { fallback: 10, min: 1, max: 1_000 }),
    // Clients in use make 15 to 60 calls at a time; each lane makes its own.
    parallel: read.whole('PARALLEL', { fallback: 8, min: 1, max: 64 }),
    settleMs: read.whole('SETTLE_MS', { fallback: 30_000, min: 0, max: 3_600_000 }),
    // Clients keep a session for ten minutes; the server's own limit is not published.
    sessionTtlMs: read.whole('SESSION_TTL_MS', { fallback: 540_000, min: 1_000, max: 86_400_000 }),
    sessionFreshMs: read.whole('SESSION_FRESH_MS', { fallback: 60_000, min: 0, max: 86_400_000 }),
    texts: {
      session: read.list('SESSION_TEXTS', 'phiên làm việc|session|chưa đăng nhập|token'),
      exists: read.list('EXISTS_TEXTS', 'đã tồn tại'),
      absent: read.list('ABSENT_TEXTS', 'không tồn tại|chưa tồn tại|không tìm thấy|not found'),
      busy: read.list('BUSY_TEXTS', 'hệ thống bận|quá tải|thử lại sau|bảo trì'),
    },
    stepsField: read.text('STEPS_FIELD'),
    noticesField: read.text('NOTICES_FIELD'),
    stepsInDoubt: read.choice('STEPS_IN_DOUBT', ['hold', 'repeat']),
    // Another client in use names an account in dossiers filed online alone.
    technicalIds: { whose: read.choice('TECHNICAL_IDS', ['online', 'all', 'none']), provider: read.text('ACCOUNT_PROVIDER') ?? 'wso2is' },
    otherLists: readOtherLists(read),
    wire: readWire(read),
  };
});

/** Names of services, as they are known of the portal: `LayDanhMucGioiTinh`. */
function readOtherLists(read: Reader): string[] {
  const names = (read.text('LISTS') ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const wrong = names.find((name) => !/^Lay\w{1,60}$/.test(name));
  if (wrong !== undefined) read.wrong('LISTS', `${wrong} is no service of a list; write names like LayDanhMucGioiTinh,LayDanhMucQuocGia`);
  return names;
}

const NOWHERE: Profile = {
  name: 'none',
  logins: [],
  headers: {},
  query: {},
  serviceHeaders: {},
  services: {},
  answer: { code: [], message: [], result: [], ok: [] },
};

function readProfile(read: Reader): Profile {
  const choices = {
    dstcodeIn: read.choice('DSTCODE_IN', ['query', 'header', 'both', 'none']),
    clientIn: read.choice('CLIENT_IN', ['basic', 'form']),
    tokenHeader: read.text('TOKEN_HEADER'),
  };
  const paths = (read.text('SERVICE_PATHS') ?? '').split(/\s+/).filter((part) => part !== '');
  const profile = loadProfile(read.text('PROFILE') ?? 'adapter', choices);
  if (typeof profile === 'string') {
    read.wrong('PROFILE', profile);
    return NOWHERE;
  }
  const placed = withPaths(profile, paths);
  if (typeof placed !== 'string') return placed;
  read.wrong('SERVICE_PATHS', placed);
  return profile;
}

/** What the profile's placeholders stand for; only what it uses must be set. */
function readValues(read: Reader, used: ReadonlySet<string>): { values: Values; accounts: string[] } {
  const client = used.has('clientBasic');
  const username = read.needed('USERNAME', used.has('username'), 'the account that the portal gave the province');
  const password = read.needed('PASSWORD', used.has('password'), "that account's password");
  const clientId = read.needed('CLIENT_ID', client || used.has('clientId'), "the client that the province's LGSP gave the hub");
  const clientSecret = read.needed('CLIENT_SECRET', client || used.has('clientSecret'), "that client's secret");
  const token = read.text('TOKEN');
  const integrationPath = read.path('SERVICE_PATH', '/mapi/g');
  const values = {
    username,
    password,
    clientId,
    clientSecret,
    clientBasic: Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
    bearer: token === undefined ? '' : `Bearer ${token}`,
    agency: read.needed('AGENCY', used.has('agency'), "the province's agency code (madonvi), e.g. H99"),
    dstcode: read.text('DSTCODE') ?? PORTAL_DSTCODE,
    providerUrl: read.text('PROVIDER_URL'),
    loginPath: read.path('LOGIN_PATH', '/mapi/login'),
    tokenPath: read.path('TOKEN_PATH', '/token'),
    integrationPath,
    sharePath: read.path('SHARE_PATH', integrationPath),
  };
  return { values, accounts: [username, clientId, token ?? ''].filter((account) => account !== '') };
}

function readWire(read: Reader): WireOptions {
  const [no, atPortal, atProvince] = read.list('PAID_CODES', '0,1,2', { separator: ',', length: 3 });
  const [byPortal, byProvince, byMinistry] = read.list('PLACE_CODES', '1,2,2', { separator: ',', length: 3 });
  const [fee, charge] = read.list('FEE_KIND_CODES', '1,2', { separator: ',', length: 2 });
  return {
    fields: read.choice('FIELDS', ['766', '1.4']),
    filedCode: read.choice('FILED_CODE', ['portal', 'own']),
    paidCodes: { NO: no ?? '', AT_PORTAL: atPortal ?? '', AT_PROVINCE: atProvince ?? '' },
    placeCodes: { NATIONAL_PORTAL: byPortal ?? '', PROVINCE: byProvince ?? '', MINISTRY_SYSTEM: byMinistry ?? '' },
    feeKindCodes: { FEE: fee ?? '', CHARGE: charge ?? '' },
    feeCollectionCode: read.text('FEE_COLLECTION_CODE') ?? '1',
    databaseCodes: read.text('DATABASE_CODES') === undefined ? [] : read.list('DATABASE_CODES', '', { separator: ',' }),
    unacceptedDate: read.choice('UNACCEPTED_DATE', ['empty', 'submitted']),
    verified: read.choice('VERIFIED', ['online', 'told']),
    supplements: read.choice('SUPPLEMENTS', ['on', 'off']) === 'on',
    filesUrl: read.text('FILES_URL') === undefined ? undefined : read.url('FILES_URL', FILES_URL).replace(/\/+$/, ''),
    limits: { ...LIMITS, ...read.numbers('LIMITS') },
  };
}
