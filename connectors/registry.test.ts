import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConnectors } from './registry.ts';

const ZOD = JSON.stringify(import.meta.resolve('zod'));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-connectors-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'manifest.ts'), `import { z } from ${ZOD};\n${text}`);
}

const good = (id: string, more = '') =>
  `export default { id: '${id}', kind: 'PAYMENT', title: { vi: 'Ví', en: 'Wallet' }, config: z.object({}), create: () => ({}), ${more} };`;

test('every folder with a manifest is found, in the order of the names', async () => {
  write('second', good('second'));
  write('first', good('first', 'simulator: { defaultPort: 4999, start: async () => undefined }'));
  mkdirSync(join(folder, 'contract'));
  expect((await loadConnectors(folder)).map((manifest) => manifest.id)).toEqual(['first', 'second']);
});

test('a bad manifest is reported by folder, field and fix, all of them at once', async () => {
  write('wallet', "export default { id: 'purse', kind: 'WALLET', title: { vi: '' }, config: {} };");
  write('empty', 'export const nothing = z;');
  const message = await loadConnectors(folder).then(String, (error: Error) => error.message);
  expect(message.split('\n')).toEqual([
    'connectors/empty/manifest.ts: default: export the manifest as the default of this file',
    `connectors/wallet/manifest.ts: id: is "purse"; write id: 'wallet', the name of the folder`,
    'connectors/wallet/manifest.ts: kind: must be one of NATIONAL_PORTAL, PAYMENT, IDENTITY, COMMUNE, REPORTING, RECEIPT',
    'connectors/wallet/manifest.ts: title.vi: must not be empty',
    'connectors/wallet/manifest.ts: title.en: must be a text',
    'connectors/wallet/manifest.ts: config: must be a zod schema that reads the connector’s environment variables',
    'connectors/wallet/manifest.ts: create: must be a function: create(config, tools) => port',
  ]);
});

test('a manifest that throws is reported by its folder', async () => {
  write('broken', "throw new Error('no good');");
  await expect(loadConnectors(folder)).rejects.toThrow("connectors/broken/manifest.ts: can't be loaded: no good");
});

test('two simulators of one port are reported', async () => {
  const simulator = 'simulator: { defaultPort: 4999, start: async () => undefined }';
  write('first', good('first', simulator));
  write('second', good('second', simulator));
  await expect(loadConnectors(folder)).rejects.toThrow('connectors/second/manifest.ts: simulator.defaultPort: 4999 belongs to first');
});

test('the connectors of this tree are whole', async () => {
  expect(fileURLToPath(new URL('.', import.meta.url)).endsWith('/connectors/')).toBe(true);
  const connectors = await loadConnectors();
  expect(new Set(connectors.map((manifest) => manifest.id)).size).toBe(connectors.length);
  expect(connectors.map((manifest) => manifest.id)).toContain('national-portal');
});
