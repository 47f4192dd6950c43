import { z } from 'zod';

/** How the connector talks to the portal. Everything that no source shows for certain is a setting with a default. */
export interface PortalConfig {
  url: string;
  loginPath: string;
  servicePath: string;
  username: string;
  password: string;
  /** The portal's member code on the provincial adapter. */
  dstcode: string;
  dstcodeIn: 'query' | 'header' | 'both' | 'none';
  /** Address that the far adapter must call, where an installation asks for it. */
  providerUrl: string | undefined;
  /** `madonvi` of every call. */
  agency: string;
  timeoutMs: number;
  insertText: string;
  updateText: string;
  batchSize: number;
  stepsPerCall: number;
  /** Look-ups and status notices under way at the same time within one delivery. */
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
  wire: WireOptions;
}

/** What the mapping to the wire needs to know. */
export interface WireOptions {
  fields: '766' | '1.4';
  paidCodes: { NO: string; AT_PORTAL: string; AT_PROVINCE: string };
  unacceptedDate: 'empty' | 'submitted';
  supplements: boolean;
}

const PREFIX = 'NATIONAL_PORTAL_';
/** Seen in a province's adapter settings for the portal. */
const PORTAL_DSTCODE = 'VN:GOV:000.00.00.G22:vpcpdvcprovider';

/** Reads `NATIONAL_PORTAL_*`; every issue names the variable and what to write there. */
export const portalConfig = z.record(z.string(), z.string().optional()).transform((environment, context): PortalConfig => {
  const read = new Reader(environment, (variable, fix) => {
    context.addIssue({ code: 'custom', path: [variable], message: `${variable}: ${fix}` });
  });
  const [insertText, updateText] = read.list('UPDATE_TEXTS', 'False,True', { separator: ',', length: 2 });
  const [no, atPortal, atProvince] = read.list('PAID_CODES', '0,1,2', { separator: ',', length: 3 });
  return {
    url: read.url('URL').replace(/\/+$/, ''),
    loginPath: read.path('LOGIN_PATH', '/mapi/login'),
    servicePath: read.path('SERVICE_PATH', '/mapi/g'),
    username: read.required('USERNAME', 'the account that the portal gave the province'),
    password: read.required('PASSWORD', "that account's password"),
    dstcode: read.text('DSTCODE') ?? PORTAL_DSTCODE,
    dstcodeIn: read.choice('DSTCODE_IN', ['query', 'header', 'both', 'none']),
    providerUrl: read.text('PROVIDER_URL'),
    agency: read.required('AGENCY', "the province's agency code (madonvi), e.g. H99"),
    timeoutMs: read.whole('TIMEOUT_MS', { fallback: 30_000, min: 50, max: 300_000 }),
    insertText: insertText ?? 'False',
    updateText: updateText ?? 'True',
    batchSize: read.whole('BATCH_SIZE', { fallback: 100, min: 1, max: 1_000 }),
    // Ten is what a client in use sends; no limit is published.
    stepsPerCall: read.whole('STEPS_PER_CALL', { fallback: 10, min: 1, max: 1_000 }),
    parallel: read.whole('PARALLEL', { fallback: 4, min: 1, max: 32 }),
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
    wire: {
      fields: read.choice('FIELDS', ['766', '1.4']),
      paidCodes: { NO: no ?? '0', AT_PORTAL: atPortal ?? '1', AT_PROVINCE: atProvince ?? '2' },
      unacceptedDate: read.choice('UNACCEPTED_DATE', ['empty', 'submitted']),
      supplements: read.choice('SUPPLEMENTS', ['on', 'off']) === 'on',
    },
  };
});

/** Reads one variable after the other; an empty one counts as unset. What is wrong is reported and read on. */
class Reader {
  readonly #environment: Record<string, string | undefined>;
  readonly #report: (variable: string, fix: string) => void;

  constructor(environment: Record<string, string | undefined>, report: (variable: string, fix: string) => void) {
    this.#environment = environment;
    this.#report = report;
  }

  text(name: string): string | undefined {
    const value = this.#environment[PREFIX + name]?.trim();
    return value === '' ? undefined : value;
  }

  required(name: string, what: string): string {
    const value = this.text(name);
    if (value === undefined) this.#report(PREFIX + name, `missing; set it to ${what}`);
    return value ?? '';
  }

  url(name: string): string {
    const value = this.required(
      name,
      "the address of the province's adapter, e.g. http://security-server:8080/XrdAdapter/RestService/forward",
    );
    const parsed = URL.parse(value);
    if (value !== '' && (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== '' || parsed.username !== '')) {
      this.#report(PREFIX + name, 'not a plain http(s) address; write scheme, host, port and path only');
    }
    return value;
  }

  path(name: string, fallback: string): string {
    const value = this.text(name) ?? fallback;
    if (!/^\/[^\s?#]*$/.test(value)) this.#report(PREFIX + name, `not a path; begin it with "/", e.g. ${fallback}`);
    return value;
  }

  whole(name: string, { fallback, min, max }: { fallback: number; min: number; max: number }): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.#report(PREFIX + name, `not a whole number from ${min} to ${max}; leave it out for ${fallback}`);
    return fallback;
  }

  choice<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.text(name);
    const chosen = choices.find((each) => each === value);
    if (value !== undefined && chosen === undefined) this.#report(PREFIX + name, `must be one of ${choices.join(', ')}`);
    return chosen ?? choices[0];
  }

  list(name: string, fallback: string, { separator = '|', length }: { separator?: string; length?: number } = {}): string[] {
    const parts = (this.text(name) ?? fallback).split(separator).map((part) => part.trim());
    if (parts.every((part) => part !== '') && (length === undefined || parts.length === length)) return parts;
    this.#report(PREFIX + name, `must be ${length ?? 'one or more'} texts separated by "${separator}", e.g. ${fallback}`);
    return fallback.split(separator);
  }
}
