import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keepOnce, makeDataDir, readKept } from './data-dir.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-data-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a data directory', () => {
  it('is made with all that leads to it; others may pass through and see nothing', () => {
    const folder = join(root, 'a', 'thư mục b');
    expect(makeDataDir(folder)).toBe(folder);
    expect(statSync(folder).mode & 0o066).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['/proc/nowhere/hub', '/dev/null/hub'])('that can not be made is refused by name: %s', (folder) => {
    expect(() => makeDataDir(folder)).toThrow(/^HUB_DATA_DIR: .*\nHUB_DATA_DIR: the folder .* can't be written .*another folder\.$/);
  });
});

describe('a kept file', () => {
  const shape = z.object({ secret: z.string() });
  const file = () => ({ dataDir: root, name: 'secret.json', shape });

  it('is written once, for its own account alone', () => {
    expect(readKept(file())).toBeUndefined();
    expect(keepOnce(file(), { secret: 'one' })).toEqual({ secret: 'one' });
    expect(keepOnce(file(), { secret: 'two' })).toEqual({ secret: 'one' });
    expect(readKept(file())).toEqual({ secret: 'one' });
    expect(statSync(join(root, 'secret.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(root)).toEqual(['secret.json']);
  });

  it.each(['', '{"secret":', '{"other":1}'])('that is damaged is refused by its name and left as it is: %s', (text) => {
    writeFileSync(join(root, 'secret.json'), text);
    expect(() => readKept(file())).toThrow(/secret\.json is damaged/);
    expect(() => keepOnce(file(), { secret: 'new' })).toThrow(/secret\.json is damaged/);
    expect(readFileSync(join(root, 'secret.json'), 'utf8')).toBe(text);
  });
});
