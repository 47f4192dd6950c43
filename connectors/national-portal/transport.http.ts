import { UpstreamError, type UpstreamFailure } from '../contract/errors.ts';
import { maskReason } from './mask.ts';

/** Failures of a connection that was never made: nothing can have arrived. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** Failures that a portal which is away shows, and one that chokes on this very call just as well. */
const AMBIGUOUS = new Set(['TIMEOUT', 'CONNECTION_LOST', 'HTTP_500', 'ADAPTER_UNREADABLE']);

const UTF8 = new TextDecoder('utf-8');

/** One request to the adapter. */
export interface Sent {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  /** As it goes out; undefined: none. */
  body: string | undefined;
  timeoutMs: number;
}

/** Whether a failure leaves open if the portal is away or only this call fails. */
export function isAmbiguous(error: UpstreamError): boolean {
  return AMBIGUOUS.has(error.code);
}

/**
 * The text of a 2xx answer, or of a 4xx that judges the content (400, 413, 422) or the session (401). Always decoded as
 * UTF-8: adapters leave the charset out. Throws UpstreamError for everything else, telling whether it may have arrived.
 */
export async function send(
  fetch: typeof globalThis.fetch,
  { timeoutMs, url, body, ...init }: Sent,
): Promise<{ status: number; text: string }> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, { ...init, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(timeoutMs) });
    status = response.status;
    text = UTF8.decode(await response.arrayBuffer());
  } catch (error) {
    throw connectionFailure(error, timeoutMs);
  }
  if (status === 401) return { status, text };
  if ((status < 300 || status === 400 || status === 413 || status === 422) && !isPage(text)) return { status, text };
  throw adapterFailure(status, text);
}

function connectionFailure(error: unknown, timeoutMs: number): UpstreamError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return failure(`no answer within ${timeoutMs} ms`, { code: 'TIMEOUT', outcomeUnknown: true });
  }
  const code = causeCode(error);
  if (code !== undefined && NEVER_CONNECTED.has(code)) {
    return failure(`the adapter can't be reached (${code})`, { code: 'UNREACHABLE', outcomeUnknown: false });
  }
  return failure(`the connection broke (${code ?? 'no reason given'})`, { code: 'CONNECTION_LOST', outcomeUnknown: true });
}

/** Digs out the system's code: fetch wraps it, and wraps several where it tried several addresses. */
function causeCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return causeCode(error.errors[0]);
  return 'cause' in error ? causeCode(error.cause) : undefined;
}

/** 503 and 4xx say that nobody took the call; after any other failure of the adapter the portal may have. */
export function adapterFailure(status: number, text: string): UpstreamError {
  const outcomeUnknown = status !== 503 && (status >= 500 || status < 300);
  const code = status < 300 ? 'ADAPTER_PAGE' : `HTTP_${status}`;
  return failure(`the adapter answered HTTP ${status}: ${maskReason(text).slice(0, 200)}`, { code, outcomeUnknown });
}

function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text);
}

function failure(message: string, about: Pick<UpstreamFailure, 'code' | 'outcomeUnknown'>): UpstreamError {
  return new UpstreamError(message, { ...about, retry: true, unreachable: true });
}
