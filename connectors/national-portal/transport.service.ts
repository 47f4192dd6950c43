import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type { PortalRecord } from '../contract/portal.ts';
import type { PortalConfig } from './config.ts';
import { maskReason } from './mask.ts';
import { type PortalAnswer, readAnswer } from './transport.answer.ts';
import { post } from './transport.http.ts';
import { addressOf, createSessions, type Session } from './transport.session.ts';

/** The portal's verdict on the content of a call; everything else is thrown as UpstreamError. */
export type Verdict = PortalAnswer & { verdict: 'ok' | 'exists' | 'absent' | 'refused' };

/** The calls that the connector makes. */
export interface PortalService {
  call(service: string, parameters: Record<string, unknown>, options?: { timeoutMs?: number }): Promise<Verdict>;
  /** Null: the portal does not know it. Throws UpstreamError where it can't tell. */
  lookUp(code: string, options?: { timeoutMs?: number }): Promise<PortalRecord | null>;
}

/**
 * Calls the portal's one service address. An error that points at the session, or that nobody understands
 * under a session which is not fresh, is answered by one login and one repetition; the portal's own text
 * for an expired session is not published.
 */
export function createService(config: PortalConfig, tools: ConnectorTools): PortalService {
  const sessions = createSessions(config, tools);

  async function once(session: Session, body: Record<string, unknown>, timeoutMs: number): Promise<PortalAnswer> {
    const full = { session: session.id, madonvi: config.agency, ...body };
    const { status, text } = await post(tools.fetch, { ...addressOf(config, config.servicePath), body: full, timeoutMs });
    const answer = readAnswer(text, config.texts);
    if (status >= 400) return answer?.verdict === 'ok' || answer === null ? refusedByHttp(status, text) : answer;
    if (answer !== null) return answer;
    throw portalFailure(`the answer can't be read: ${maskReason(text).slice(0, 200)}`, {
      code: 'ADAPTER_UNREADABLE',
      outcomeUnknown: true,
    });
  }

  const call: PortalService['call'] = async (service, parameters, options) => {
    const body = { service, ...parameters };
    const timeoutMs = options?.timeoutMs ?? config.timeoutMs;
    const session = await sessions.current();
    let answer = await once(session, body, timeoutMs);
    if (suspectsSession(answer, tools.now().getTime() - session.openedAt))
      answer = await once(await sessions.replace(session), body, timeoutMs);
    return verdictOf(answer);
  };

  function suspectsSession(answer: PortalAnswer, ageMs: number): boolean {
    return answer.verdict === 'session' || (answer.verdict === 'refused' && answer.code !== '0' && ageMs >= config.sessionFreshMs);
  }

  return {
    call,
    async lookUp(code, options) {
      const answer = await call('TraCuuHoSo', { mahoso: code }, options);
      if (answer.verdict === 'absent') return null;
      if (answer.verdict === 'ok') return recordOf(code, answer.result);
      const about = { code: `LOOKUP_${answer.code}`, outcomeUnknown: false };
      throw new UpstreamError(`TraCuuHoSo: ${maskReason(answer.message)}`, { ...about, retry: true, unreachable: false });
    },
  };
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
  return { verdict: 'refused', code: `HTTP_${status}`, message: text, result: undefined, session: undefined };
}

function portalFailure(message: string, about: { code: string; outcomeUnknown: boolean }): UpstreamError {
  return new UpstreamError(message, { ...about, retry: true, unreachable: true });
}
