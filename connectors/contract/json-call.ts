import { UpstreamError } from './errors.ts';
import type { ConnectorTools } from './manifest.ts';

/** A JSON object whose numbers are still as they were written: a long one keeps its digits, and a signature is made over the text. */
export type JsonText = Readonly<Record<string, unknown>>;

export interface JsonCall {
  fetch: ConnectorTools['fetch'];
  url: string;
  body: unknown;
  timeoutMs: number;
  /** Names the provider in codes, e.g. `MOMO`. */
  provider: string;
  /** Where no answer comes, the call may have been carried out all the same. */
  changes: boolean;
}

/** Posts JSON and reads a JSON object. Throws UpstreamError where none comes. */
export async function postJson({ fetch, url, body, timeoutMs, provider, changes }: JsonCall): Promise<JsonText> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    ({ status } = response);
    text = await response.text();
  } catch (cause) {
    const code = (cause as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
    const failure = { code, retry: true, outcomeUnknown: changes, unreachable: true };
    throw new UpstreamError(`${provider} did not answer`, failure, { cause });
  }
  const answer = readJson(text);
  if (answer !== undefined) return answer;
  const failure = { code: `HTTP_${status}`, retry: true, outcomeUnknown: changes, unreachable: status >= 500 };
  throw new UpstreamError(`${provider} answered HTTP ${status} without JSON`, failure);
}

type Reviver = (key: string, value: unknown, context: { source: string }) => unknown;

/** A JSON object with its numbers as text; undefined: it is none. */
export function readJson(text: string): JsonText | undefined {
  const asWritten: Reviver = (_key, value, { source }) => (typeof value === 'number' ? source : value);
  try {
    const value: unknown = JSON.parse(text, asWritten as (key: string, value: unknown) => unknown);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonText) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A text of an answer; '' where it is none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}

/** Whole đồng out of a text; NaN (equal to nothing) where it is no whole đồng. */
export function dongOf(value: unknown): number {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
}
