import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { createImportHub, exportRow, HEADING, type ImportHub, sampleMapping } from '../support/imports.ts';

let hub: ImportHub;
beforeAll(async () => {
  hub = await createImportHub();
});
afterAll(() => hub?.stop());

type Cell = { value: string | number | Date | boolean | null; type?: unknown; format?: string } | null;

/** A workbook of one sheet; dates and amounts as a spreadsheet keeps them. */
async function workbook(name: string, rows: readonly string[][], sheet = 'Hồ sơ'): Promise<string> {
  const columns = HEADING.split(',');
  const cellOf = (text: string, at: number): Cell => {
    const column = columns[at] ?? '';
    if (text === '') return null;
    if (column === 'Lệ phí') return { value: Number(text), type: Number };
    if (column === 'Ngày nộp') return { value: new Date(`${text}Z`), type: Date, format: 'dd/mm/yyyy hh:mm' };
    return { value: text, type: String };
  };
  const data = [columns.map((value) => ({ value, type: String })), ...rows.map((row) => row.map(cellOf))];
  const path = hub.file(name, '');
  await writeXlsxFile(data as never, { sheet }).toFile(path);
  return path;
}

describe('a workbook', () => {
  it('comes in like a CSV: texts, serial dates, numbers, empty cells', async () => {
    const row = exportRow(1, { 'Ngày nộp': '2025-09-30T07:30:00', 'Lệ phí': '150000', 'Trích yếu': 'Xin cấp <bản> & sao' });
    const done = await hub.take(await workbook('one.xlsx', [row, exportRow(2, { 'Ngày nộp': '2025-09-30T07:45:00' })]));
    expect(done).toMatchObject({ rows: 2, counts: { CREATED: 2 }, causes: [] });
    expect(await hub.rows('SELECT code, submitted_at, fee_total, summary FROM dossiers.dossier ORDER BY code')).toEqual([
      { code: row[0], submitted_at: new Date('2025-09-30T07:30:00+07:00'), fee_total: 150_000, summary: 'Xin cấp <bản> & sao' },
      { code: exportRow(2)[0], submitted_at: new Date('2025-09-30T07:45:00+07:00'), fee_total: 0, summary: null },
    ]);
    const [event] = await hub.rows('SELECT count(*) AS n FROM dossiers.event');
    expect(event).toEqual({ n: 2 });
  });

  it('numbers what does not go in as the spreadsheet numbers its rows', async () => {
    const at = { 'Ngày nộp': '2025-09-30T07:30:00' };
    const path = await workbook('bad.xlsx', [exportRow(11, at), exportRow(12, { ...at, 'Trạng thái': 'Lạ' })]);
    const done = await hub.take(path, { dryRun: true });
    expect(done).toMatchObject({ counts: { CREATED: 1, REJECTED: 1 }, causes: [{ field: 'status', rows: 1 }] });
  });

  it('is read by the sheet that its mapping names, in either form of its accents', async () => {
    const path = await workbook('sheet.xlsx', [exportRow(21, { 'Ngày nộp': '2025-09-30T07:30:00' })]);
    const by = (sheet: string) => hub.take(path, { mapping: { ...sampleMapping('dossiers'), sheet }, dryRun: true });
    expect((await by('HỒ SƠ'.normalize('NFD'))).counts).toEqual({ CREATED: 1 });
    await expect(by('Thanh toán')).rejects.toThrow(/it has "Hồ sơ"/);
  });

  it('of any size takes its texts from where they lie', async () => {
    const rows = Array.from({ length: 1_200 }, (_, at) =>
      exportRow(1_000 + at, { 'Ngày nộp': '2025-09-30T07:30:00', 'Trích yếu': `Việc số ${at}`, 'Cán bộ': `Cán bộ ${at % 7}` }),
    );
    expect((await hub.take(await workbook('many.xlsx', rows))).counts).toEqual({ CREATED: 1_200 });
    expect(await hub.rows(`SELECT count(*) AS n FROM dossiers.dossier WHERE summary = 'Việc số ' || (right(code, 5)::int - 1000)`)).toEqual(
      [{ n: 1_200 }],
    );
  });

  it('that is none says so, and what to do', async () => {
    await expect(hub.take(hub.file('broken.xlsx', Buffer.from('PK\u0003\u0004 and no more')))).rejects.toThrow(/no readable XLSX/);
    const old = hub.file('old.xls', '');
    writeFileSync(old, Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]));
    await expect(hub.take(old)).rejects.toThrow(/old XLS or has a password/);
  });
});
