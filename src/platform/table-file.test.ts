import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { csvOf, workbookOf } from './table-file.ts';
import { openSheet } from './workbook/workbook.ts';

it('a workbook keeps every text, also one that is a name of every object', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'table-'));
  try {
    const path = join(folder, 'a.xlsx');
    const texts = ['toString', 'constructor', 'Nguyễn Văn Thử', '__proto__'];
    await writeFile(path, await workbookOf([{ title: 'Bảng', columns: ['Nội dung'], rows: texts.map((text) => [text, 7]) }]));
    const { rows, close } = await openSheet(path);
    const read: string[] = [];
    for await (const { cells } of rows) read.push((cells[0] ?? '').trim());
    await close();
    expect(read).toEqual(['Nội dung', ...texts]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('a text of a CSV that a spreadsheet would take for a formula is a text there too; numbers stay numbers', () => {
  const rows = ['=1+1', '+84', '-x', '@SUM(A1)', '\tx', '"=1', 'a=b', -5, null].map((value) => [value]);
  expect(csvOf({ title: '', columns: ['c'], rows })).toBe(
    `\ufeffc\r\n'=1+1\r\n'+84\r\n'-x\r\n'@SUM(A1)\r\n'\tx\r\n"""=1"\r\na=b\r\n-5\r\n\r\n`,
  );
});
