import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longFiles, MAX_LINES } from './file-sizes.ts';
import type { RunSummary } from './reporter.ts';

const bin = (name: string) => join('node_modules', ...name.split('/'));

/** Checks before the suite; each is a program of node_modules and its arguments. */
const CHECKS: readonly { name: string; args: string[] }[] = [
  { name: 'types', args: [bin('typescript/bin/tsc'), '-p', '.'] },
  {
    name: 'lint and format',
    args: [bin('@biomejs/biome/bin/biome'), 'ci', '--max-diagnostics=50', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  },
  {
    name: 'dependency rules',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'connectors', 'tests', '--config', '.dependency-cruiser.cjs'],
  },
];

const NOTHING: RunSummary = { passed: 0, failed: 0, notRun: [] };

let running: ChildProcess | undefined;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted = true;
    running?.kill(signal);
  });
}

function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  if (interrupted) return Promise.resolve(130);
  return new Promise((resolve) => {
    running = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    running.once('exit', (code) => resolve(code ?? 130));
  });
}

function checkSizes(): boolean {
  const long = longFiles(['src', 'connectors', 'tests']);
  for (const { file, lines } of long) console.error(`${file}: ${lines} lines, at most ${MAX_LINES}: divide it`);
  return long.length === 0;
}

async function runSuite(args: string[]): Promise<{ code: number; summary: RunSummary | undefined }> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-summary-'));
  const file = join(folder, 'summary.json');
  const code = await run([bin('vitest/vitest.mjs'), 'run', ...args], { HUB_TEST_SUMMARY: file });
  try {
    return { code, summary: JSON.parse(readFileSync(file, 'utf8')) as RunSummary };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { code, summary: undefined };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runChecks(): Promise<string[]> {
  const failed: string[] = [];
  for (const check of CHECKS) {
    console.log(`– ${check.name}`);
    if ((await run(check.args)) !== 0) failed.push(check.name);
  }
  console.log('– file sizes');
  return checkSizes() ? failed : [...failed, 'file sizes'];
}

/**
 * All checks and then the suite; `--no-suite`: only the checks; other arguments: only the suite,
 * which gets them. A failed check does not hide the later ones. Answers the exit code.
 */
async function main(args: string[]): Promise<number> {
  const suite = args[0] !== '--no-suite';
  const checks = args.length === 0 || !suite;
  const failedChecks = checks ? await runChecks() : [];
  const { code, summary } = suite ? await runSuite(args) : { code: 0, summary: NOTHING };
  if (interrupted) return 130;
  for (const name of failedChecks) console.log(`FAILED: ${name}`);
  const passedChecks = checks ? CHECKS.length + 1 - failedChecks.length : 0;
  // a suite that ends without a word, or badly without a failed test, has failed too
  const lost = summary === undefined || (code !== 0 && summary.failed === 0) ? 1 : 0;
  const failed = (summary?.failed ?? 0) + failedChecks.length + lost;
  for (const line of summary?.notRun ?? []) console.log(line);
  console.log(`${(summary?.passed ?? 0) + passedChecks} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
