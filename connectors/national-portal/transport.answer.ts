import type { PortalConfig } from './config.ts';
import { says } from './wire.text.ts';

/** What the portal meant, whatever form it gave it. Texts are composed (NFC) but not masked. */
export interface PortalAnswer {
  /** `session`, `busy`: the portal as a whole. `exists`, `absent`, `refused`: a verdict on the content. */
  verdict: 'ok' | 'session' | 'busy' | 'exists' | 'absent' | 'refused';
  /** `error_code` as text, "0" for every way of writing success. */
  code: string;
  message: string;
  result: unknown;
  session: string | undefined;
}

const DONE = ['thành công'];
const NOT_DONE = ['không thành công', 'chưa thành công', 'thất bại'];

/**
 * Reads an answer: `error_code` in any type, a body or a `message` that is JSON within JSON, plain text
 * that only its words judge. Null where the text says nothing that can be judged.
 */
export function readAnswer(text: string, texts: PortalConfig['texts']): PortalAnswer | null {
  const body = unwrap(text);
  if (typeof body === 'string') return plainAnswer(body.normalize('NFC').trim(), texts);
  if (!isRecord(body)) return null;
  const inner = unwrap(body['message']);
  const fields = isRecord(inner) ? { ...body, message: '', ...inner } : body;
  const code = normalCode(fields['error_code']);
  const message = typeof fields['message'] === 'string' ? fields['message'].normalize('NFC') : '';
  if (code === undefined) return null;
  return {
    verdict: judge(code, message, texts),
    code,
    message,
    result: unwrap(fields['result']),
    session: typeof fields['session'] === 'string' && fields['session'] !== '' ? fields['session'] : undefined,
  };
}

/** Portal and gateways write Vietnamese; text without a Vietnamese letter is an adapter's and judges nothing. */
function plainAnswer(message: string, texts: PortalConfig['texts']): PortalAnswer | null {
  if (!/[\u00C0-\u1EF9]/u.test(message)) return null;
  const done = says(message, DONE) && !says(message, NOT_DONE);
  const code = done ? '0' : 'TEXT';
  return { verdict: judge(code, message, texts), code, message, result: undefined, session: undefined };
}

function judge(code: string, message: string, texts: PortalConfig['texts']): PortalAnswer['verdict'] {
  if (code === '0') return says(message, NOT_DONE) ? 'refused' : 'ok';
  if (says(message, texts.exists)) return 'exists';
  if (says(message, texts.absent)) return 'absent';
  if (says(message, texts.session)) return 'session';
  if (says(message, texts.busy)) return 'busy';
  return 'refused';
}

/** 0, "0", "00" and 0.0 are one; -3 and "-3" too. Undefined where there is none. */
export function normalCode(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value === 0 ? 0 : value);
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const code = value.trim();
  return /^[+-]?0+$/.test(code) ? '0' : code;
}

/** Text that is JSON, as often as it was wrapped (gateways do it up to twice); other values as they are. */
function unwrap(value: unknown): unknown {
  let current = value;
  for (let depth = 0; depth < 3 && typeof current === 'string' && /^\s*["{[]/.test(current); depth += 1) {
    try {
      current = JSON.parse(current);
    } catch {
      // Not JSON after all, only text that begins like it.
      return current;
    }
  }
  return current;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
