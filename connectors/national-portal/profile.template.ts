import type { Template } from './profile.ts';

/** What placeholders stand for. */
export type Values = Record<string, unknown>;

/** Every `{name}` in a text by its value; one without a value becomes empty. */
export function fillText(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => textOf(values[name]));
}

/** Names and texts filled; entries of which either comes out empty are left out. */
export function fillRecord(template: Record<string, string>, values: Values): Record<string, string> {
  const filled = Object.entries(template).map(([name, value]) => [fillText(name, values), fillText(value, values)] as const);
  return Object.fromEntries(filled.filter(([name, value]) => name !== '' && value !== ''));
}

/**
 * A body filled: a text that is one placeholder becomes the value itself, whatever its type, and is left out of an object
 * where there is none; the name `*` spreads the object that it is given over the one around it.
 */
export function fillBody(template: Template, values: Values): unknown {
  if (typeof template === 'string') {
    const whole = /^\{(\w+)\}$/.exec(template)?.[1];
    return whole === undefined ? fillText(template, values) : values[whole];
  }
  if (Array.isArray(template)) return template.map((each) => fillBody(each, values));
  if (typeof template !== 'object' || template === null) return template;
  const filled: Values = {};
  for (const [name, each] of Object.entries(template)) {
    const value = fillBody(each, values);
    if (name === '*') Object.assign(filled, value);
    else if (value !== undefined) filled[name] = value;
  }
  return filled;
}

/** An address filled: what is put into it is escaped, and parameters of the query that come out empty are left out. */
export function fillUrl(base: string, path: string, { query, values }: { query: Record<string, string>; values: Values }): string {
  const [before = '', after = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(fillRecord(query, values));
  for (const [name, template] of new URLSearchParams(after)) {
    const value = fillText(template, values);
    if (value !== '') parameters.set(name, value);
  }
  const place = before.replace(/\{(\w+)\}/g, (_, name: string) => escapePath(textOf(values[name])));
  return `${base}${place}${parameters.size === 0 ? '' : `?${parameters.toString()}`}`;
}

/** The placeholders that a profile, or a part of it, needs. */
export function placeholdersOf(part: unknown): Set<string> {
  return new Set([...JSON.stringify(part).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
}

/** A value may be a path of several parts, as `{integrationPath}` is; nothing in it may end the path. */
function escapePath(value: string): string {
  return value.split('/').map(encodeURIComponent).join('/');
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
