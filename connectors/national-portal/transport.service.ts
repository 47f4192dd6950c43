import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalRecord } from '../contract/portal.ts';
import type { PortalConfig } from './config.ts';
import { maskReason } from './mask.ts';
import { type ProfileService, serviceOf } from './profile.ts';
import { type PortalAnswer, readAnswer } from './transport.answer.ts';
import { recorded } from './transport.exchange.ts';
import { adapterFailure, send } from './transport.http.ts';
import { requestOf } from './transport.request.ts';
import { createSessions, type Session } from './transport.session.ts';

/** The portal's verdict on the content of a call; everything else is thrown as UpstreamError. */
export type Verdict = PortalAnswer & { verdict: 'ok' | 'exists' | 'absent' | 'refused' };

/** How a call goes, where it matters. */
export interface CallOptions {
  timeoutMs?: number;
  mode?: 'insert' | 'update';
}

/** The calls that the connector makes. */
export interface PortalService {
  /** Whether the installation's way to the portal has a service. */
  has(service: string): boolean;
  call(service: string, parameters: Record<string, unknown>, options?: CallOptions): Promise<Verdict>;
  /** Null: the portal does not know it. Throws UpstreamError where it can't tell. */
  lookUp(code: string, options?: CallOptions): Promise<PortalRecord | null>;
}

/**
 * Calls the portal's services as the profile forms them. An error that points at the session, or that nobody understands
 * under a session which is not fresh, is answered by one login and one repetition; the portal's own text for an expired
 * session is not published.
 */
export function createService(config: PortalConfig, tools: ConnectorTools): PortalService {
  const sessions = createSessions(config, tools);
  const { profile, texts } = config;
  const withSession = profile.logins.length > 0;

  async function once(session: Session, call: Call, timeoutMs: number): Promise<PortalAnswer> {
    const { service, parameters, address } = call;
    const values = { ...parameters, ...config.values, ...session.taken, service, parameters };
    const request = requestOf(config, address, { values, headers: profile.serviceHeaders });
    const { status, text } = await recorded(tools, call, () => send(tools.fetch, { ...request, timeoutMs }));
    if (status === 401) return refusedSession(text);
    const answer = readAnswer(text, { texts, form: profile.answer, inWords: address.inWords });
    if (status >= 400) return answer?.verdict === 'ok' || answer === null ? refusedByHttp(status, text) : answer;
    if (answer !== null) return answer;
    throw portalFailure(`the answer can't be read: ${maskReason(text).slice(0, 200)}`, {
      code: 'ADAPTER_UNREADABLE',
      outcomeUnknown: true,
    });
  }

  /** Where no login could help, a 401 is a setting that is wrong. */
  function refusedSession(text: string): PortalAnswer {
    if (!withSession) throw adapterFailure(401, text);
    return { ...refusedByHttp(401, text), verdict: 'session' };
  }

  const call: PortalService['call'] = async (service, parameters, options = {}) => {
    const address = serviceOf(profile, service, options.mode);
    if (address === undefined) throw new Error(`profile ${profile.name} has no service ${service}`);
    const { timeoutMs = config.timeoutMs } = options;
    const session = withSession ? await sessions.current() : NONE;
    const made = { service, parameters, address };
    let answer = await once(session, made, timeoutMs);
    if (withSession && suspectsSession(answer, tools.now().getTime() - session.openedAt))
      answer = await once(await sessions.replace(session), made, timeoutMs);
    return verdictOf(answer);
  };

  function suspectsSession(answer: PortalAnswer, ageMs: number): boolean {
    return answer.verdict === 'session' || (answer.verdict === 'refused' && answer.code !== '0' && ageMs >= config.sessionFreshMs);
  }

  return {
    has: (service) => serviceOf(profile, service) !== undefined,
    call,
    async lookUp(code, options) {
      const answer = await call('TraCuuHoSo', { mahoso: code }, options);
      if (answer.verdict === 'absent') return null;
      if (answer.verdict === 'ok') return recordOf(code, answer.result);
      throw unclear('TraCuuHoSo', answer);
    },
  };
}

interface Call {
  service: string;
  parameters: Record<string, unknown>;
  address: ProfileService;
}

const NONE: Session = { taken: {}, openedAt: 0, until: 0 };

/** A look-up that was answered with something else than what was looked for: it may be answered later. */
export function unclear(service: string, answer: Verdict): UpstreamError {
  const about = { code: `LOOKUP_${answer.code}`, outcomeUnknown: false };
  return new UpstreamError(`${service}: ${maskReason(answer.message)}`, { ...about, retry: true, unreachable: false });
}

/** A look-up whose answer is good and holds something else than what it should. */
export function unreadable(service: string): UpstreamError {
  const about = { code: 'ANSWER_UNREADABLE', retry: true, outcomeUnknown: false, unreachable: false };
  return new UpstreamError(`${service}: the answer does not hold what was asked for`, about);
}

/** Only emptiness is known to mean something: the item's fields are not published. */
function recordOf(code: string, result: unknown): PortalRecord | null {
  const item: unknown = Array.isArray(result) ? result[0] : result;
  if (item === undefined || item === null || item === '') return null;
  const fields: Record<string, unknown> = typeof item === 'object' ? { ...item } : {};
  const { TrangThaiHoSo, DonViXuLy } = fields;
  const status = TrangThaiHoSo === undefined ? Number.NaN : Number(TrangThaiHoSo);
  return {
    code,
    ...(Number.isInteger(status) ? { status } : {}),
    ...(typeof DonViXuLy === 'string' && DonViXuLy !== '' ? { unitName: DonViXuLy } : {}),
    raw: item,
  };
}

function verdictOf(answer: PortalAnswer): Verdict {
  const { verdict } = answer;
  if (verdict === 'session' || verdict === 'busy') {
    throw portalFailure(maskReason(answer.message), { code: verdict.toUpperCase(), outcomeUnknown: false });
  }
  return { ...answer, verdict };
}

function refusedByHttp(status: number, text: string): PortalAnswer {
  return { verdict: 'refused', code: `HTTP_${status}`, message: text, result: undefined, fields: {} };
}

function portalFailure(message: string, about: { code: string; outcomeUnknown: boolean }): UpstreamError {
  return new UpstreamError(message, { ...about, retry: true, unreachable: true });
}
