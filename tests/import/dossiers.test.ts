import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseMapping } from '../../src/subgraphs/dossiers/index.ts';
import { createImportHub, exportRow, HEADING, type ImportHub, sampleMapping } from '../support/imports.ts';

let hub: ImportHub;
let number = 100;

beforeAll(async () => {
  hub = await createImportHub();
});
afterAll(() => hub?.stop());
beforeEach(() => {
  number += 20;
});

const csv = (rows: readonly string[][], { sign = ',', end = '\r\n' } = {}) =>
  [HEADING.split(','), ...rows].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)).join(end);
const held = (code: string) => hub.rows(`SELECT * FROM dossiers.dossier WHERE code = '${code}'`);

describe('an export of dossiers', () => {
  it('comes in by its mapping: words, former units, dates, money, steps', async () => {
    const row = exportRow(number, {
      'Mã thủ tục': 'BTP-CM-01',
      'Đơn vị tiếp nhận': 'F-32005',
      'Hình thức nộp': '',
      'Trạng thái': 'Đã trả kết quả',
      'Ngày trả': '2025-09-30T15:30:00',
      'Lệ phí': '1.5E+5',
      'Trích yếu': 'Xin cấp "bản sao", số 5',
    });
    const done = await hub.take(hub.file('whole.csv', csv([row])));
    expect(done).toMatchObject({ rows: 1, counts: { CREATED: 1 }, causes: [] });
    const [dossier] = await held(row[0] ?? '');
    expect(dossier).toMatchObject({
      procedure: '1.001193',
      receiving_unit: '32002',
      channel: 'IN_PERSON',
      status: 'RETURNED',
      summary: 'Xin cấp "bản sao", số 5',
      fee_total: 150_000,
      returned_at: new Date('2025-09-30T15:30:00+07:00'),
      source_version: Date.parse('2025-09-30T15:30:00+07:00'),
    });
    expect(await hub.rows(`SELECT status, actor FROM dossiers.event WHERE dossier_id = '${dossier?.['id']}' ORDER BY at`)).toEqual([
      { status: 'ACCEPTED', actor: 'Lê Thị Cán Bộ' },
      { status: 'RETURNED', actor: 'Lê Thị Cán Bộ' },
    ]);
  });

  it.each([
    ['a byte order mark, CRLF and commas', (text: string) => `\ufeff${text}`, {}],
    ['semicolons and LF', (text: string) => text, { sign: ';', end: '\n' }],
    ['tabs', (text: string) => text, { sign: '\t' }],
    ['decomposed accents, also in its heading', (text: string) => text.normalize('NFD'), {}],
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), { sign: '\t' }],
  ] as const)('is read with %s', async (_, form, how) => {
    const row = exportRow(number);
    const done = await hub.take(hub.file('form.csv', form(csv([row], how))));
    expect(done.counts).toEqual({ CREATED: 1 });
    expect(await held(row[0] ?? '')).toMatchObject([{ applicant_name: 'Nguyễn Văn Đạt'.normalize('NFC') }]);
  });

  it('brings nothing twice when it is taken over again', async () => {
    const path = hub.file('twice.csv', csv([exportRow(number), exportRow(number + 1)]));
    expect((await hub.take(path)).counts).toEqual({ CREATED: 2 });
    const before = await hub.tableCounts();
    expect((await hub.take(path)).counts).toEqual({ UNCHANGED: 2 });
    expect(await hub.tableCounts()).toEqual(before);
  });

  it('is told by row and by cause what does not go in, in words that quote nobody', async () => {
    const path = hub.file(
      'bad.csv',
      csv([
        exportRow(number),
        exportRow(number + 1, { 'Trạng thái': 'Lạ', 'Ngày nộp': '31/02/2025' }),
        exportRow(number + 2, { 'Đơn vị tiếp nhận': 'Phường Không Có' }),
        exportRow(number + 3, { 'Số định danh': '12345' }),
        exportRow(number + 4, { 'Người nộp': '' }),
        [...exportRow(number + 5), 'thừa'],
      ]),
    );
    const dry = await hub.take(path, { dryRun: true });
    const done = await hub.take(path);
    expect(dry.counts).toEqual({ CREATED: 1, REJECTED: 5 });
    expect(done).toEqual(dry);
    expect(done.causes.map(({ field, rows }) => [field, rows]).sort()).toEqual([
      ['', 1],
      ['applicant.fullName', 1],
      ['applicant.nationalId', 1],
      ['receivingUnit', 1],
      ['status', 1],
      ['submittedAt', 1],
    ]);
    const lines = readFileSync(done.report, 'utf8').trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['"3"', '"3"', '"4"', '"5"', '"6"', '"7"']);
    expect(lines.join()).not.toMatch(/12345"|Nguyễn|Lạ"|Phường Không Có/);
  });

  it('is tried without a trace: no table has a row more, no dossier is there', async () => {
    const row = exportRow(number, { 'Mã thủ tục': '9.999999' });
    const before = await hub.tableCounts();
    const done = await hub.take(hub.file('dry.csv', csv([row])), { dryRun: true });
    expect(done.counts).toEqual({ CREATED: 1 });
    expect(await hub.tableCounts()).toEqual(before);
    expect(await held(row[0] ?? '')).toEqual([]);
  });

  it('ends with what to do where its words are not Unicode, a column is missing or a quotation mark stays open', async () => {
    const latin = Buffer.concat([Buffer.from(csv([exportRow(number)])), Buffer.from([0x0d, 0x0a, 0xe9, 0xff, 0x2c])]);
    await expect(hub.take(hub.file('latin.csv', latin))).rejects.toThrow(/CSV UTF-8/);
    await expect(hub.take(hub.file('other.csv', 'Mã,Tên\r\n1,2'))).rejects.toThrow(/"số hồ sơ"/);
    await expect(hub.take(hub.file('open.csv', `${csv([exportRow(number)])}\r\n"`))).rejects.toThrow(/CSV_QUOTE_NOT_CLOSED/);
  });
});

describe('what the portal is told of an export', () => {
  const deliveries = (code: string) =>
    hub.rows(`SELECT kind, operation, sequence, data FROM outbox.event WHERE subject = '${code}' AND connector IS NOT NULL ORDER BY id`);

  it('is nothing: a dossier is looked up behind everything else, and not even that where the source says that it is there', async () => {
    const [there, perhaps] = [exportRow(number, { 'Đã đồng bộ': 'x' }), exportRow(number + 1)];
    await hub.take(hub.file('portal.csv', csv([there, perhaps])));
    expect(await deliveries(there[0] ?? '')).toEqual([]);
    expect(await deliveries(perhaps[0] ?? '')).toEqual([
      { kind: 'portal.compare', operation: 'TraCuuHoSo', sequence: 1, data: { priority: -3 } },
    ]);
  });

  it('begins with its next change, which follows what the source had told', async () => {
    const row = exportRow(number, { 'Đã đồng bộ': 'x' });
    const code = row[0] ?? '';
    await hub.take(hub.file('next.csv', csv([row])));
    await hub.feed(hub.dossier({ code, sourceVersion: Date.now(), status: 'PROCESSING', summary: 'đổi' }));
    expect((await deliveries(code))[0]).toMatchObject({ kind: 'portal.dossier', sequence: 2 });
  });
});

describe('a mapping', () => {
  const sample = JSON.parse(JSON.stringify(sampleMapping('dossiers')));

  it.each([
    ['no JSON', '{', /JSON/],
    ['an unknown field', { ...sample, fields: { ...sample.fields, owner: 'Chủ' } }, /fields › owner|fields.*owner/],
    ['a state that there is not', { ...sample, states: { X: 'DONE' } }, /states › X/],
    ['a needed field left out', { ...sample, fields: { code: 'Mã' } }, /fields › submittedAt: is missing/],
    ['neither column nor constant', { ...sample, atPortal: { default: '1' } }, /atPortal/],
    ['another kind', { ...sample, kind: 'people' }, /kind/],
  ])('with %s is refused by the key and what it must be', (_, content, said) => {
    expect(() => parseMapping(typeof content === 'string' ? content : JSON.stringify(content))).toThrow(said);
  });

  it('is kept with its number, and the same again is no new one', async () => {
    const versions = () => hub.rows(`SELECT max(version) AS latest FROM dossiers.import_mapping WHERE kind = 'dossiers'`);
    const path = hub.file('version.csv', csv([exportRow(number)]));
    await hub.take(path);
    const [before] = await versions();
    await hub.take(path);
    expect(await versions()).toEqual([before]);
    await hub.take(path, { mapping: { ...sampleMapping('dossiers'), delimiter: ',' } });
    expect(await versions()).toEqual([{ latest: Number(before?.['latest']) + 1 }]);
  });
});
