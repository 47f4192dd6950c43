import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { longFiles } from './file-sizes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'hub-tree-'));
});

afterEach(() => {
  rmSync(tree, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, name)), { recursive: true });
    writeFileSync(join(tree, name), text);
  }
}

/** The names of the rules that a tree breaks, with the file that breaks each. */
function brokenRules(files: Record<string, string>): string[] {
  write({ 'connectors/contract/manifest.ts': 'export interface Manifest { id: string }\n', ...files });
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const folders = [...new Set(['connectors', ...Object.keys(files).map((name) => name.split('/')[0] ?? '')])];
  const args = [cruiser, ...folders, '--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  const result = JSON.parse(run.stdout) as { summary: { violations: { from: string; rule: { name: string; severity: string } }[] } };
  return result.summary.violations.filter(({ rule }) => rule.severity === 'error').map(({ from, rule }) => `${rule.name}: ${from}`);
}

test('arrows that go the right way break no rule', () => {
  expect(
    brokenRules({
      'src/hub.ts': "import './subgraphs/payments/index.ts';\nimport '../connectors/vnpay/manifest.ts';\n",
      'src/subgraphs/payments/index.ts': "import '../../platform/ids.ts';\n",
      'src/platform/ids.ts': "import type { Manifest } from '../../connectors/contract/manifest.ts';\nexport type Id = Manifest['id'];\n",
      'connectors/vnpay/manifest.ts': "import type { Manifest } from '../contract/manifest.ts';\nexport type Own = Manifest;\n",
    }),
  ).toEqual([]);
});

test('a cycle is found, also one of types only and through a decorated class', () => {
  const broken = brokenRules({
    'src/platform/a.ts':
      "import type { B } from './b.ts';\nfunction mark(_: unknown) {}\n@mark\nexport class A { b?: B; constructor(@mark private readonly c: B) {} }\n",
    'src/platform/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
  });
  expect(broken).toContain('no-circular: src/platform/a.ts');
});

const FORBIDDEN: readonly [rule: string, from: string, to: string][] = [
  ['connector-imports-only-contract', 'connectors/vnpay/wire.ts', 'connectors/momo/wire.ts'],
  ['connector-imports-only-contract', 'connectors/vnpay/wire.ts', 'src/platform/ids.ts'],
  ['contract-imports-nothing', 'connectors/contract/money.ts', 'src/platform/ids.ts'],
  ['src-sees-contract-only', 'src/platform/ids.ts', 'connectors/vnpay/wire.ts'],
  ['subgraphs-do-not-meet', 'src/subgraphs/payments/index.ts', 'src/subgraphs/dossiers/index.ts'],
  ['platform-is-the-floor', 'src/platform/ids.ts', 'src/gateway/start.ts'],
  ['subgraphs-stand-on-the-platform', 'src/subgraphs/payments/index.ts', 'src/roles/compose.ts'],
  ['gateway-does-not-reach-into-subgraphs', 'src/gateway/start.ts', 'src/subgraphs/payments/ledger.ts'],
  ['production-never-imports-tests', 'src/platform/ids.ts', 'tests/support/needs.ts'],
  ['console-is-a-client', 'src/console/page.ts', 'src/platform/ids.ts'],
];

test('every forbidden arrow is found', () => {
  const files: Record<string, string> = {};
  for (const [, from, to] of FORBIDDEN) files[from] = `${files[from] ?? ''}import '${'../'.repeat(from.split('/').length - 1)}${to}';\n`;
  for (const [, , to] of FORBIDDEN) files[to] ??= 'export const there = 1;\n';
  const broken = brokenRules(files);
  expect(FORBIDDEN.filter(([rule, from]) => !broken.includes(`${rule}: ${from}`))).toEqual([]);
});

test('an import that is not found is reported', () => {
  expect(brokenRules({ 'src/platform/ids.ts': "import './absent.ts';\n" })).toEqual(['not-to-unresolvable: src/platform/ids.ts']);
});

test('a file over 300 lines is found, a generated one is not judged', () => {
  write({ 'src/short.ts': 'x;\n'.repeat(300), 'src/deep/long.ts': 'x;\n'.repeat(301), 'src/generated/long.ts': 'x;\n'.repeat(999) });
  expect(longFiles([join(tree, 'src')])).toEqual([{ file: join(tree, 'src/deep/long.ts'), lines: 301 }]);
});
