import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adviceOn } from './problem.advice.ts';

const UNKNOWN = adviceOn('A_CODE_THAT_NOBODY_GIVES');
const FOLDERS = ['connectors/national-portal', 'src/subgraphs/integration'];
/** Written as `code: 'X'`, `refuse('X'`, or as a beginning, `code: \`X_`. */
const CODE = /(?:\bcode(?:: |\) => )|refuse\()['`]([A-Z][A-Z_]+)/g;
/** Errors of the graph, which hold no synchronization up, and answers that are told under PORTAL_. */
const NO_CAUSES = new Set(['NOT_FOUND', 'INVALID', 'FORBIDDEN', 'TEXT']);

function sources(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.test\.ts$|^simulator\./.test(name));
  return files.map((name) => readFileSync(join(folder, name), 'utf8'));
}

const codes = new Set(FOLDERS.flatMap(sources).flatMap((text) => [...text.matchAll(CODE)].map(([, code]) => code ?? '')));

it.each([...codes].filter((code) => !NO_CAUSES.has(code)).sort())('says what %s means and what to do', (code) => {
  expect(adviceOn(code.endsWith('_') ? `${code}500` : code)).not.toBe(UNKNOWN);
});

it('finds the codes that it looks for', () => {
  expect([...codes]).toEqual(
    expect.arrayContaining(['TIMEOUT', 'UNREACHABLE', 'SETTLING', 'SERVICE_ABSENT', 'HTTP_', 'PORTAL_', 'CONTENT_INVALID']),
  );
});

it('tells of a session, of a refused login and of a refusal of the portal by their own words', () => {
  for (const code of [
    'SESSION',
    'LOGIN_-1',
    'LOGIN_HTTP_401',
    'HTTP_401',
    'HTTP_422',
    'HTTP_502',
    'LOOKUP_99',
    'PORTAL_-3',
    'STEPS_IN_DOUBT',
  ])
    expect(adviceOn(code)).not.toBe(UNKNOWN);
});
