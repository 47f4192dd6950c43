import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataDir } from '../support/server.ts';
import { runHub, runProgram } from '../support/start.ts';

let dataDir: string;
const run = (...args: string[]) => runHub(args, { HUB_DATA_DIR: dataDir });

beforeAll(() => {
  dataDir = makeDataDir();
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const COMMANDS = ['start', 'gateway', 'subgraph', 'worker', 'migrate', 'seed', 'import', 'token', 'reconcile', 'simulate', 'reindex'];

test('help names every command; one of them, its own line', async () => {
  const [all, one] = await Promise.all([run('--help'), run('token', '--help')]);
  expect([all.code, one.code, all.err, one.err]).toEqual([0, 0, '', '']);
  for (const name of COMMANDS) expect(all.out).toContain(`npm run hub -- ${name}`);
  expect(one.out).toMatch(/^ {2}npm run hub -- token --role ROLE .*\n.*\n$/);
});

test('an unknown command, and none, are refused with what there is', async () => {
  for (const { code, out, err } of await Promise.all([run(), run('destroy'), run('constructor')])) {
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('npm run hub -- start');
  }
});

test('a token stands alone on standard output and is of one key, whoever asks first', async () => {
  const byNpm = runProgram(['npm', 'run', 'hub', '--', 'token', '--role', 'OFFICER', '--unit', '32248'], { HUB_DATA_DIR: dataDir });
  const both = await Promise.all([byNpm, run('token', '--role', 'OPERATOR')]);
  for (const { code, out, err } of both) {
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  }
});

test('import says which file it can not read, and does nothing', async () => {
  const { code, out, err } = await run('import', 'dossiers', '--source', 'old', 'file.csv');
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/The file file\.csv can't be read/);
});
