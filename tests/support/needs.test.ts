import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findProgram } from './needs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(ROOT, 'node_modules', '.hub-needs-'));
  writeFileSync(
    join(folder, 'some.test.ts'),
    `import { expect, test } from 'vitest';
import { needs } from ${JSON.stringify(join(ROOT, 'tests/support/needs.ts'))};
needs('program-that-nobody-has', 'a suite', () => test('inside', () => expect(1).toBe(2)));
needs(['also-absent', 'sh'], 'another', (program) => test('finds', () => expect(program).toMatch(/sh$/)));
`,
  );
  const reporter = JSON.stringify(join(ROOT, 'tests/support/reporter.ts'));
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { root: ${JSON.stringify(folder)}, include: ['*.test.ts'], exclude: [], reporters: [${reporter}] } };`,
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(ci: string): { status: number | null; output: string } {
  const env = { PATH: process.env['PATH'], CI: ci };
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--config', join(folder, 'vitest.config.mjs')], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, output: stdout };
}

test('a suite whose program is missing is named in the summary and fails nothing', () => {
  const { status, output } = run('');
  expect(output).toContain('NOT RUN: needs program-that-nobody-has');
  expect(output).toContain('1 passed, 0 failed');
  expect(status).toBe(0);
});

test('under CI=true it fails', () => {
  const { status, output } = run('true');
  expect(output).toContain('1 passed, 1 failed');
  expect(status).toBe(1);
});

test('a program is found by the first name that the machine has', () => {
  expect(findProgram('program-that-nobody-has', 'sh')).toMatch(/\/sh$/);
  expect(findProgram('program-that-nobody-has')).toBeUndefined();
});
