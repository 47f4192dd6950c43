import type { PortalConfig } from './config.ts';
import type { AnswerForm } from './profile.ts';
import { says } from './wire.text.ts';

/** What the portal meant, whatever form it gave it. Texts are composed (NFC) but not masked. */
export interface PortalAnswer {
  /** `session`, `busy`: the portal as a whole. `exists`, `absent`, `refused`: a verdict on the content. */
  verdict: 'ok' | 'session' | 'busy' | 'exists' | 'absent' | 'refused';
  /** `error_code` as text, "0" for every way of writing success. */
  code: string;
  message: string;
  result: unknown;
  /** All that the answer holds, however it was wrapped. */
  fields: Record<string, unknown>;
}

const DONE = ['thành công'];
const NOT_DONE = ['không thành công', 'chưa thành công', 'thất bại'];

/** Where an answer holds what, and what it takes to be good. */
export interface Reading {
  texts: PortalConfig['texts'];
  form: AnswerForm;
  /** A good answer's words say so too, where it has any. */
  inWords?: boolean;
}

/**
 * Reads an answer: the code in any type, a body or a message that is JSON within JSON, plain text that only its words
 * judge. Null where the text says nothing that can be judged.
 */
export function readAnswer(text: string, reading: Reading): PortalAnswer | null {
  const body = unwrap(text);
  if (typeof body === 'string') return plainAnswer(body.normalize('NFC').trim(), reading);
  if (!isRecord(body)) return null;
  const { form } = reading;
  const inner = unwrap(first(body, form.message));
  const fields = isRecord(inner) ? { ...without(body, form.message), ...inner } : body;
  const told = normalCode(first(fields, form.code));
  const message = composed(first(fields, form.message));
  if (told === undefined) return null;
  const code = form.ok.includes(told) ? '0' : told;
  return { verdict: judge(code, message, reading), code, message, result: unwrap(first(fields, form.result)), fields };
}

/** Portal and gateways write Vietnamese; text without a Vietnamese letter is an adapter's and judges nothing. */
function plainAnswer(message: string, reading: Reading): PortalAnswer | null {
  if (!/[\u00C0-\u1EF9]/u.test(message)) return null;
  const code = says(message, DONE) && !says(message, NOT_DONE) ? '0' : 'TEXT';
  return { verdict: judge(code, message, reading), code, message, result: undefined, fields: {} };
}

function judge(code: string, message: string, { texts, inWords = false }: Reading): PortalAnswer['verdict'] {
  const unsaid = inWords && message !== '' && !says(message, DONE);
  if (code === '0' && !unsaid) return says(message, NOT_DONE) ? 'refused' : 'ok';
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

/** The value under the first of these names that is there. */
function first(fields: Record<string, unknown>, names: readonly string[]): unknown {
  return names.map((name) => fields[name]).find((value) => value !== undefined);
}

function without(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function composed(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC') : '';
}

/** Text that is JSON, as often as it was wrapped (gateways do it up to twice); other values as they are. */
export function unwrap(value: unknown): unknown {
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

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
