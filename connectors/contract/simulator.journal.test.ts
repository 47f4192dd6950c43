import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Journal, openJournal, replaceJournal } from './simulator.journal.ts';

describe("a simulator's journal", () => {
  let folder: string;
  let path: string;
  let opened: Journal[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'journal-'));
    path = join(folder, 'deep', 'x.jsonl');
    opened = [];
  });
  afterEach(() => {
    for (const journal of opened) journal.close();
    rmSync(folder, { recursive: true });
  });

  async function open(): Promise<{ journal: Journal; held: unknown[] }> {
    const held: unknown[] = [];
    const journal = await openJournal(path, (entry) => held.push(entry));
    opened.push(journal);
    return { journal, held };
  }

  it('holds what was appended although nobody closed it, whatever the text', async () => {
    const entries = [{ text: 'a\u2028b\nc\rđ' }, ['x', 1], null, 'x'.repeat(3_000_000)];
    const { journal, held } = await open();
    expect(held).toEqual([]);
    journal.append(entries[0]);
    journal.append(...entries.slice(1));
    journal.append();
    expect((await open()).held).toEqual(entries);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it.each(['{"half', '{"whole but":"not ended"}', '\u0000\u0000'])('drops a last line that was only half written: %j', async (tail) => {
    (await open()).journal.append(1);
    appendFileSync(path, tail);
    const { journal, held } = await open();
    expect(held).toEqual([1]);
    // As long as what was dropped: closing and opening must not cut it off again.
    journal.append('x'.repeat(Math.max(0, Buffer.byteLength(tail) - 3)));
    journal.close();
    journal.append(3);
    expect((await open()).held).toEqual([1, expect.any(String), 3]);
  });

  it('leaves a half-written line to the process that is writing it', async () => {
    (await open()).journal.append(1);
    appendFileSync(path, '[2');
    const onlooker = await open();
    appendFileSync(path, ']\n');
    onlooker.journal.append(3);
    expect((await open()).held).toEqual([1, [2], 3]);
  });

  it('names the line that is damaged in the middle, and changes nothing', async () => {
    (await open()).journal.append(1, 2, 3);
    writeFileSync(path, readFileSync(path, 'utf8').replace('2', '{'));
    const damaged = readFileSync(path);
    await expect(open()).rejects.toThrow(`${path}, line 2`);
    expect(readFileSync(path)).toEqual(damaged);
  });

  it('forgets, and goes on', async () => {
    const { journal } = await open();
    journal.append(1);
    journal.clear();
    expect((await open()).held).toEqual([]);
    journal.append(2);
    expect((await open()).held).toEqual([2]);
  });

  it('is replaced whole or not at all', async () => {
    (await open()).journal.append('old');
    function* failing() {
      yield 'new';
      throw new Error('no more');
    }
    await expect(replaceJournal(path, failing())).rejects.toThrow('no more');
    expect((await open()).held).toEqual(['old']);
    await replaceJournal(path, ['new', 'newer']);
    expect((await open()).held).toEqual(['new', 'newer']);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['x.jsonl']);
  });
});
