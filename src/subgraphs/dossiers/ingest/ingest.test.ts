import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { DossierIngestInput, DossierStatus } from '../../../../schema/generated/graphql.ts';
import { createTestHub, type TestHub } from '../../../../tests/support/hub.ts';
import { statementsOf } from '../../../../tests/support/statements.ts';

const INGEST = graphql(`
  mutation IngestOfUnit($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) {
      created updated unchanged stale rejected
      results {
        code
        outcome
        userErrors { code message field }
        dossier { id code version status events { status actor unusual note } }
      }
    }
  }
`);

const dossier = (over: Partial<DossierIngestInput> = {}): DossierIngestInput => ({
  sourceSystem: 'motcua-32248',
  sourceVersion: 1,
  code: 'H12.64-250930-0001',
  procedure: '1.001193',
  receivingUnit: '32248',
  applicant: { nationalId: '096885123456', fullName: 'Nguyễn Văn Mẫu' },
  channel: 'IN_PERSON',
  status: 'ACCEPTED',
  submittedAt: '2025-09-30T08:00:00+07:00',
  acceptedAt: '2025-09-30T08:05:00+07:00',
  ...over,
});

describe('ingestDossiers', () => {
  let hub: TestHub;
  let token: string;
  const ingest = async (...input: DossierIngestInput[]) => {
    const { data, errors } = await hub.execute('dossiers', INGEST, { input }, token);
    expect(errors).toEqual([]);
    if (data === null) throw new Error('no answer');
    return data.ingestDossiers;
  };

  beforeAll(async () => {
    hub = await createTestHub();
    token = await hub.token({ role: 'SYSTEM', source: 'motcua-32248', unit: '32248' });
  });
  afterAll(() => hub.stop());

  it('creates, then knows what is the same, newer, older and reused', async () => {
    const base = dossier({ code: 'H12.64-250930-0101' });
    expect(await ingest(base)).toMatchObject({
      created: 1,
      results: [{ outcome: 'CREATED', dossier: { version: 1, status: 'ACCEPTED' } }],
    });
    expect(await ingest(base)).toMatchObject({ unchanged: 1 });
    expect(await ingest({ ...base, sourceVersion: 3, status: 'PROCESSING' })).toMatchObject({
      updated: 1,
      results: [{ dossier: { version: 2 } }],
    });
    expect(await ingest({ ...base, sourceVersion: 2 })).toMatchObject({
      stale: 1,
      results: [{ dossier: { version: 2, status: 'PROCESSING' } }],
    });
    const reused = await ingest({ ...base, sourceVersion: 3, status: 'RESOLVED' });
    expect(reused.results[0]).toMatchObject({
      outcome: 'REJECTED',
      userErrors: [{ code: 'SOURCE_VERSION_REUSED', field: ['sourceVersion'] }],
    });
  });

  it('rejects a bad dossier with the field and the reason while the rest go in', async () => {
    const result = await ingest(
      dossier({ code: 'H12.64-250930-0201' }),
      dossier({ code: 'not a code' }),
      dossier({ code: 'H12.64-250930-0202', receivingUnit: '99999' }),
      dossier({ code: 'H12.64-250930-0203', applicant: { fullName: 'Nguyễn Văn Mẫu', nationalId: '123' } }),
      dossier({ code: 'H12.64-250930-0204', sourceSystem: 'another' }),
      dossier({ code: 'H12.64-250930-0205' }),
    );
    expect(result).toMatchObject({ created: 2, rejected: 4 });
    expect(result.results.map((each) => each.userErrors[0]?.field ?? null)).toEqual([
      null,
      ['code'],
      ['receivingUnit'],
      ['applicant', 'nationalId'],
      ['sourceSystem'],
      null,
    ]);
  });

  it('joins the steps of a stale version and keeps each once', async () => {
    const step = (key: string, at: string, status: DossierStatus) => ({ key, at, status, officer: 'Cán bộ A', content: `bước ${key}` });
    const base = dossier({ code: 'H12.64-250930-0301' });
    await ingest({ ...base, sourceVersion: 5, status: 'PROCESSING', steps: [step('b', '2025-09-30T09:00:00+07:00', 'PROCESSING')] });
    const late = await ingest({
      ...base,
      sourceVersion: 2,
      steps: [step('a', '2025-09-30T08:30:00+07:00', 'ACCEPTED'), step('b', '2025-09-30T09:00:00+07:00', 'PROCESSING')],
    });
    expect(late.results[0]).toMatchObject({ outcome: 'STALE', dossier: { status: 'PROCESSING' } });
    expect(late.results[0]?.dossier?.events.map((event) => event.note)).toEqual(['bước a', 'bước b']);
    const deliveries = await hub.platform.db.query<{ operation: string; sequence: number }>(
      `SELECT operation, sequence FROM outbox.event WHERE subject = $1 AND connector IS NOT NULL ORDER BY sequence`,
      ['H12.64-250930-0301'],
    );
    expect(deliveries).toEqual([
      { operation: 'DongBoHoSoMC', sequence: 1 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 2 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 3 },
    ]);
  });

  it('makes one step in the name of the unit where the source sends none, and marks an unusual jump', async () => {
    const result = await ingest(dossier({ code: 'H12.64-250930-0401', status: 'RETURNED' }));
    const unit = await hub.platform.db.query<{ name: string }>(`SELECT name FROM dossiers.unit WHERE code = '32248'`);
    expect(result.results[0]?.dossier?.events).toEqual([{ status: 'RETURNED', actor: unit[0]?.name, unusual: true, note: null }]);
  });

  it("rejects another source's dossier with the owner's name", async () => {
    await ingest(dossier({ code: 'H12.64-250930-0501' }));
    const other = await hub.token({ role: 'SYSTEM', source: 'motcua-other', unit: '96' });
    const { data } = await hub.execute(
      'dossiers',
      INGEST,
      { input: [dossier({ code: 'H12.64-250930-0501', sourceSystem: 'motcua-other' })] },
      other,
    );
    expect(data?.ingestDossiers.results[0]?.userErrors[0]).toMatchObject({
      code: 'OWNED_BY_OTHER_SOURCE',
      message: expect.stringContaining('motcua-32248'),
    });
  });

  it('takes a procedure that the catalogue lacks as provisional', async () => {
    await ingest(dossier({ code: 'H12.64-250930-0601', procedure: '1.999999', procedureName: 'Thủ tục mới' }));
    const PROVISIONAL = graphql(`query ProvisionalProcedure { procedure(code: "1.999999") { name provisional } }`);
    const { data } = await hub.execute('dossiers', PROVISIONAL);
    expect(data).toEqual({ procedure: { name: 'Thủ tục mới', provisional: true } });
  });

  it('takes one code twice in a batch in order', async () => {
    const base = dossier({ code: 'H12.64-250930-0701' });
    const result = await ingest(base, { ...base, sourceVersion: 2, status: 'PROCESSING' }, base);
    expect(result.results.map((each) => each.outcome)).toEqual(['CREATED', 'UPDATED', 'STALE']);
  });

  it('takes the same new code from many callers at once, once', async () => {
    const base = dossier({ code: 'H12.64-250930-0801' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ingest(base)));
    expect(answers.map((each) => each.results[0]?.outcome).sort()).toEqual(['CREATED', ...Array<string>(7).fill('UNCHANGED')]);
  });

  it('refuses more than 1,000 in a call, and callers without the role', async () => {
    const many = Array.from({ length: 1_001 }, (_, at) => dossier({ code: `H12.64-250929-${String(at).padStart(4, '0')}` }));
    expect((await hub.execute('dossiers', INGEST, { input: many }, token)).errors[0]?.extensions?.['code']).toBe('LIMIT_EXCEEDED');
    expect((await hub.execute('dossiers', INGEST, { input: [dossier()] })).errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const officer = await hub.token({ role: 'OFFICER', unit: '32248' });
    expect((await hub.execute('dossiers', INGEST, { input: [dossier()] }, officer)).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('needs the same number of statements for one dossier and for many', async () => {
    const numbered = (size: number, from: number) =>
      Array.from({ length: size }, (_, at) => dossier({ code: `H12.64-250928-${String(from + at).padStart(4, '0')}` }));
    const counted = async (size: number, from: number) => (await statementsOf(() => ingest(...numbered(size, from)))).length;
    await counted(1, 0);
    expect(await counted(200, 10)).toBe(await counted(1, 500));
  });
});
