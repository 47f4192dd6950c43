import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { answerIndicatorFile } from '../../src/subgraphs/dossiers/index.ts';
import { COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PROVINCE } from '../support/dossiers.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
  await hub.feed(hub.dossier({ channel: 'ONLINE' }), hub.dossier({}), hub.dossier({ receivingUnit: OTHER_COMMUNE }));
});
afterAll(() => hub.stop());

const EXPORT = graphql(`
  query ExportOfFigures($unit: ID!, $format: IndicatorFileFormat!) {
    administrativeUnit(code: $unit) { indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { export(format: $format) } }
  }
`);

async function addressOf(unit: string, format: 'XLSX' | 'CSV', language?: string): Promise<string> {
  const asking = { variables: { unit, format }, ...(language === undefined ? {} : { language }) };
  const { data } = await hub.ask(EXPORT, asking);
  const url = new URL(data?.administrativeUnit?.indicators.export ?? '');
  return url.pathname;
}
const get = async (url: string, method = 'GET') => {
  const reply = await answerIndicatorFile(hub.platform, { method, url });
  if (reply === undefined) throw new Error(`nothing answers ${url}`);
  return reply;
};

/** The files of an archive, by name. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, size, nameLength] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    files.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

describe('a file of figures', () => {
  it('is a CSV of the index of the unit and those below it', async () => {
    const { status, contentType, body, headers } = await get(await addressOf(PROVINCE, 'CSV'));
    expect([status, contentType]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers?.['content-disposition']).toBe('attachment; filename="indicators-96-2025-07-01-2025-09-30.csv"');
    const rows = parse(body.toString(), { bom: true, columns: true }) as Record<string, string>[];
    expect(new Set(rows.map((row) => row['Mã đơn vị'])).size).toBeGreaterThan(64);
    const online = (unit: string) => rows.find((row) => row['Mã đơn vị'] === unit && row['Mã chỉ số'] === 'ONLINE_FILING');
    expect(online(PROVINCE)).toMatchObject({ 'Tử số': '1', 'Mẫu số': '3', 'Điểm tối đa': '6' });
    expect(online(COMMUNE)).toMatchObject({ 'Tử số': '1', 'Mẫu số': '2', Điểm: '6' });
    // What is not known is empty, not 0.
    expect(rows.find((row) => row['Mã chỉ số'] === 'PUBLISH_ON_TIME')).toMatchObject({ 'Tử số': '', Điểm: '', 'Điểm công bố': '' });
  });

  it('is a workbook with a sheet of units and one of rows, in the language of who asked', async () => {
    const { status, contentType, body } = await get(await addressOf(COMMUNE, 'XLSX', 'en'));
    expect([status, contentType]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const files = unzip(body as Buffer);
    expect(files.get('xl/workbook.xml')).toMatch(/name="Units".*name="Index"/s);
    const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts).toEqual(expect.arrayContaining(['Unit code', 'Online filing rate', 'Numerator', 'ONLINE_FILING', 'counted by the hub']));
    // 2 received, 1 of them online.
    expect(files.get('xl/worksheets/sheet1.xml')).toMatch(/<v>2<\/v>.*<v>1<\/v>.*<v>0\.5<\/v>/s);
  });

  it('is had by the address alone, for a quarter of an hour', async () => {
    const path = await addressOf(COMMUNE, 'CSV');
    expect((await get(path, 'HEAD')).status).toBe(200);
    expect((await get(path, 'POST')).status).toBe(405);
    expect((await get(path.replace(/.{6}\.csv$/, 'AAAAAA.csv'))).status).toBe(404);
    expect((await get('/dossiers/indicators/x.csv')).status).toBe(404);
    expect(await answerIndicatorFile(hub.platform, { method: 'GET', url: '/health/live' })).toBeUndefined();
    const { now } = hub.platform.clock;
    hub.platform.clock.now = () => new Date(Date.now() + 16 * 60_000);
    expect((await get(path)).status).toBe(410);
    hub.platform.clock.now = now;
  });
});
