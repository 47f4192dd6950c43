import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalConfig } from './config.ts';
import { maskReason } from './mask.ts';
import { readAnswer } from './transport.answer.ts';
import { post } from './transport.http.ts';

const KEY = 'national-portal:session';
const LOCK = 'national-portal:login';

/** A session and when it was opened, in milliseconds since 1970. */
export interface Session {
  id: string;
  openedAt: number;
}

/** The portal's session, one for every worker of every process. */
export interface Sessions {
  /** The session in use, or a new one. Throws UpstreamError where the portal gives none. */
  current(): Promise<Session>;
  /** The session to use after `failed` was not taken: another worker's newer one, or a new one. */
  replace(failed: Session): Promise<Session>;
}

/** Logs in through the shared store, so that however many workers find no session, one of them logs in. */
export function createSessions(config: PortalConfig, tools: ConnectorTools): Sessions {
  // The store is asked once per session and process; a session that another process replaced shows by failing.
  let held: Session | undefined;
  const usable = (session: Session | undefined) =>
    session !== undefined && tools.now().getTime() - session.openedAt < config.sessionTtlMs ? session : undefined;
  const renew = (failed: Session | undefined) =>
    tools.store.exclusively(LOCK, async () => {
      const stored = usable(parseSession(await tools.store.get(KEY)));
      if (stored !== undefined && stored.id !== failed?.id) return stored;
      const session = { id: await logIn(config, tools), openedAt: tools.now().getTime() };
      await tools.store.set(KEY, JSON.stringify(session), config.sessionTtlMs);
      return session;
    });
  return {
    async current() {
      held = usable(held) ?? usable(parseSession(await tools.store.get(KEY))) ?? (await renew(undefined));
      return held;
    },
    async replace(failed) {
      held = usable(held) !== undefined && held?.id !== failed.id ? held : await renew(failed);
      return held as Session;
    },
  };
}

/** Address and headers of a call: adapters take the portal's member code in the query or as a header. */
export function addressOf(config: PortalConfig, path: string): { url: string; headers: Record<string, string> } {
  const query = new URLSearchParams();
  if (config.dstcodeIn === 'query' || config.dstcodeIn === 'both') query.set('dstcode', config.dstcode);
  if (config.providerUrl !== undefined) query.set('providerurl', config.providerUrl);
  const tail = query.size === 0 ? '' : `?${query.toString()}`;
  const headers: Record<string, string> = config.dstcodeIn === 'header' || config.dstcodeIn === 'both' ? { dstcode: config.dstcode } : {};
  return { url: `${config.url}${path}${tail}`, headers };
}

async function logIn(config: PortalConfig, tools: ConnectorTools): Promise<string> {
  const body = { username: config.username, password: config.password };
  const sent = { ...addressOf(config, config.loginPath), body, timeoutMs: config.timeoutMs };
  const { text } = await post(tools.fetch, sent).catch((error: unknown) => {
    // Whatever became of a login, nothing of a dossier was sent with it.
    if (error instanceof UpstreamError) throw loginFailure(error.message, error.code);
    throw error;
  });
  const answer = readAnswer(text, config.texts);
  if (answer?.verdict === 'ok' && answer.session !== undefined) return answer.session;
  const code = answer === null ? 'ADAPTER_UNREADABLE' : `LOGIN_${answer.code}`;
  throw loginFailure(`login refused (check NATIONAL_PORTAL_USERNAME and _PASSWORD): ${maskReason(answer?.message ?? text)}`, code);
}

function loginFailure(message: string, code: string): UpstreamError {
  return new UpstreamError(message, { code, retry: true, outcomeUnknown: false, unreachable: true });
}

function parseSession(text: string | undefined): Session | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('id' in value) || !('openedAt' in value)) return undefined;
  return typeof value.id === 'string' && typeof value.openedAt === 'number' ? { id: value.id, openedAt: value.openedAt } : undefined;
}
