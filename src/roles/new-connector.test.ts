import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConnectors } from '../../connectors/registry.ts';
import { CONNECTOR_KINDS } from './new-connector.templates.ts';
import { readWish, writeConnector } from './new-connector.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
let scratch: string;
let folder: string;

beforeEach(() => {
  // below node_modules, so that the written files find their packages and no other check meets them
  scratch = mkdtempSync(join(ROOT, 'node_modules', '.hub-new-connector-'));
  folder = join(scratch, 'connectors');
  cpSync(join(ROOT, 'connectors/contract'), join(folder, 'contract'), { recursive: true });
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test.each(CONNECTOR_KINDS)('a new %s connector passes the registry, has a port of its own and a contract test', async (kind) => {
  await writeConnector('first-one', kind, folder);
  const files = await writeConnector('my-system', kind, folder);
  expect(files).toEqual([
    'connectors/my-system/manifest.ts',
    'connectors/my-system/wire.ts',
    'connectors/my-system/simulator.ts',
    'connectors/my-system/my-system.contract.test.ts',
  ]);
  const connectors = await loadConnectors(folder);
  expect(connectors.map(({ id, simulator }) => [id, simulator?.defaultPort])).toEqual([
    ['first-one', 4101],
    ['my-system', 4102],
  ]);
  expect(connectors[0]?.config.safeParse({}).error?.issues[0]?.message).toContain('FIRST_ONE_URL');
  expect(readdirSync(folder)).toEqual(['contract', 'first-one', 'my-system']);
});

test('what it writes is formatted, linted and typed like the rest', async () => {
  const names = { payment: 'momo', portal: 'other-portal', identity: 'registry' };
  for (const kind of CONNECTOR_KINDS) await writeConnector(names[kind], kind, folder);
  const files = Object.values(names).flatMap((name) => readdirSync(join(folder, name)).map((file) => join(name, file)));
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    const args = [BIOME, 'check', `--stdin-file-path=${join(ROOT, 'connectors', file)}`];
    expect(spawnSync(process.execPath, args, { cwd: ROOT, input: text, encoding: 'utf8' }).stdout, file).toBe(text);
  }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), include: ['connectors'] }));
  const types = spawnSync(process.execPath, [TSC, '-p', scratch], { cwd: scratch, encoding: 'utf8' });
  expect(types.stdout).toBe('');
  expect(types.status).toBe(0);
});

test('the kind is understood with and without the -- of npm', () => {
  const wish = { name: 'my-wallet', kind: 'payment' };
  expect(readWish(['my-wallet', '--kind', 'payment'], {})).toEqual(wish);
  expect(readWish(['my-wallet', 'payment'], {})).toEqual(wish);
  expect(readWish(['my-wallet'], { npm_config_kind: 'payment' })).toEqual(wish);
});

test('a bad wish is refused by argument and fix, and writes nothing', async () => {
  expect(() => readWish(['My Wallet', '--kind', 'payment'], {})).toThrow(/^NAME: .*small letters/);
  expect(() => readWish(['../outside', '--kind', 'payment'], {})).toThrow(/^NAME: /);
  expect(() => readWish(['my-wallet', '--kind', 'bank'], {})).toThrow('--kind: must be one of payment, portal, identity');
  await writeConnector('taken', 'portal', folder);
  await expect(writeConnector('taken', 'payment', folder)).rejects.toThrow('NAME: connectors/taken exists');
  expect(readdirSync(folder)).toEqual(['contract', 'taken']);
});
