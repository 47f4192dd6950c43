import { UpstreamError, type UpstreamFailure } from '../contract/errors.ts';

const LONGEST_REASON = 200;

/** What is asked: a POST with a JSON body, which changes nothing there. */
export interface Asked {
  url: string;
  body: object;
  timeoutMs: number;
}

/**
 * The `data` of an answer `{code: "OK", data, message}`, which comes with 201. Throws UpstreamError for everything else; a refusal to
 * serve us (403, 429) counts as away, so that nobody goes on knocking.
 */
export async function post(fetch: typeof globalThis.fetch, { url, body, timeoutMs }: Asked): Promise<unknown> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw failed(timedOut ? `no answer within ${timeoutMs} ms` : 'the address can’t be reached', {
      code: timedOut ? 'TIMEOUT' : 'UNREACHABLE',
      unreachable: true,
    });
  }
  if (status !== 200 && status !== 201) {
    throw failed(text.slice(0, LONGEST_REASON), { code: `HTTP_${status}`, unreachable: status >= 500 || status === 403 || status === 429 });
  }
  return dataOf(text);
}

function dataOf(text: string): unknown {
  let envelope: { code?: unknown; data?: unknown; message?: unknown };
  try {
    envelope = JSON.parse(text) as typeof envelope;
  } catch {
    throw failed(text.slice(0, LONGEST_REASON), { code: 'UNREADABLE', unreachable: false });
  }
  if (envelope?.code === 'OK' && typeof envelope.data === 'object' && envelope.data !== null) return envelope.data;
  throw failed(String(envelope?.message ?? '').slice(0, LONGEST_REASON), { code: `PORTAL_${String(envelope?.code)}`, unreachable: false });
}

const failed = (reason: string, failure: Pick<UpstreamFailure, 'code' | 'unreachable'>) =>
  new UpstreamError(reason, { ...failure, retry: true, outcomeUnknown: false });
