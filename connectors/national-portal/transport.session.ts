import { createHash } from 'node:crypto';
import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalConfig } from './config.ts';
import { maskReason } from './mask.ts';
import { placeholdersOf } from './profile.template.ts';
import type { ProfileLogin } from './profile.ts';
import { isRecord, readAnswer, unwrap } from './transport.answer.ts';
import { send } from './transport.http.ts';
import { requestOf } from './transport.request.ts';

/** A token is given up this long before its end: a call that carries it takes a while. */
const SPARE_MS = 10_000;

/** What the logins gave, when, in milliseconds since 1970, and until when it holds. */
export interface Session {
  taken: Record<string, string>;
  openedAt: number;
  until: number;
}

/** The portal's session, or the LGSP's token: one for every worker of every process. */
export interface Sessions {
  /** The session in use, or a new one. Throws UpstreamError where the portal gives none. */
  current(): Promise<Session>;
  /** The session to use after `failed` was not taken: another worker's newer one, or a new one. */
  replace(failed: Session): Promise<Session>;
}

/** Logs in through the shared store, so that however many workers find no session, one of them logs in. */
export function createSessions(config: PortalConfig, tools: ConnectorTools): Sessions {
  const key = keyOf(config);
  // The store is asked once per session and process; a session that another process replaced shows by failing.
  let held: Session | undefined;
  const usable = (session: Session | undefined) => (session !== undefined && tools.now().getTime() < session.until ? session : undefined);
  const renew = (failed: Session | undefined) =>
    tools.store.exclusively(`${key}:login`, async () => {
      const stored = usable(parseSession(await tools.store.get(key)));
      if (stored !== undefined && !same(stored, failed)) return stored;
      const session = await logIn(config, tools);
      await tools.store.set(key, JSON.stringify(session), session.until - session.openedAt);
      return session;
    });
  return {
    async current() {
      held = usable(held) ?? usable(parseSession(await tools.store.get(key))) ?? (await renew(undefined));
      return held;
    },
    async replace(failed) {
      const newer = usable(held);
      held = newer !== undefined && !same(newer, failed) ? newer : await renew(failed);
      return held;
    },
  };
}

/** Another account, or another way to the portal, has another session. */
function keyOf({ url, profile, accounts }: PortalConfig): string {
  const way = createHash('sha256')
    .update(JSON.stringify([url, profile.name, accounts]))
    .digest('hex')
    .slice(0, 16);
  return `national-portal:session:${way}`;
}

async function logIn(config: PortalConfig, tools: ConnectorTools): Promise<Session> {
  const openedAt = tools.now().getTime();
  const session: Session = { taken: {}, openedAt, until: openedAt + config.sessionTtlMs };
  for (const login of config.profile.logins) {
    const { value, expiresMs } = await takeOne(config, tools, { login, taken: session.taken });
    session.taken[login.as] = value;
    if (expiresMs !== undefined) session.until = Math.min(session.until, openedAt + expiresMs);
  }
  return session;
}

async function takeOne(
  config: PortalConfig,
  tools: ConnectorTools,
  { login, taken }: { login: ProfileLogin; taken: Record<string, string> },
): Promise<{ value: string; expiresMs: number | undefined }> {
  const request = requestOf(config, login, { values: { ...config.values, ...taken }, headers: login.headers, form: login.form });
  const { status, text } = await send(tools.fetch, { ...request, timeoutMs: config.timeoutMs }).catch((error: unknown) => {
    // Whatever became of a login, nothing of a dossier was sent with it.
    if (error instanceof UpstreamError) throw loginFailure(error.message, error.code);
    throw error;
  });
  const answer = readAnswer(text, { texts: config.texts, form: config.profile.answer });
  const fields = answer?.fields ?? unwrap(text);
  const value = at(fields, login.take);
  if (status < 300 && (answer === null || answer.verdict === 'ok') && typeof value === 'string' && value !== '') {
    return { value, expiresMs: expiryOf(fields, login) };
  }
  const code = answer !== null ? `LOGIN_${answer.code}` : status < 300 ? 'ADAPTER_UNREADABLE' : `LOGIN_HTTP_${status}`;
  throw loginFailure(`login refused (check ${settingsOf(login)}): ${maskReason(answer?.message ?? text)}`, code);
}

/** A share of a short life is spared at least, so that a token is never given up as soon as it came. */
function expiryOf(fields: unknown, { expiresIn }: ProfileLogin): number | undefined {
  const seconds = expiresIn === undefined ? Number.NaN : Number(at(fields, expiresIn) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.max(seconds * 1_000 - SPARE_MS, seconds * 500) : undefined;
}

const SETTINGS: Record<string, string> = {
  username: 'USERNAME and _PASSWORD',
  clientBasic: 'CLIENT_ID and _CLIENT_SECRET',
  clientId: 'CLIENT_ID and _CLIENT_SECRET',
};

function settingsOf(login: ProfileLogin): string {
  const named = [...placeholdersOf(login)].map((name) => SETTINGS[name]).find((setting) => setting !== undefined);
  return `NATIONAL_PORTAL_${named ?? 'PROFILE'}`;
}

/** The value at `a.b.c`. */
function at(fields: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isRecord(value) ? unwrap(value[name]) : undefined), fields);
}

function same(one: Session, other: Session | undefined): boolean {
  return JSON.stringify(one.taken) === JSON.stringify(other?.taken);
}

function loginFailure(message: string, code: string): UpstreamError {
  return new UpstreamError(message, { code, retry: true, outcomeUnknown: false, unreachable: true });
}

function parseSession(text: string | undefined): Session | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isRecord(value['taken'])) return undefined;
  const { taken, openedAt, until } = value;
  return typeof openedAt === 'number' && typeof until === 'number'
    ? { taken: taken as Record<string, string>, openedAt, until }
    : undefined;
}
