import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierIngestInput, FeeInput, IngestedPaymentInput } from '../../schema/generated/graphql.ts';
import type { Platform } from '../../src/platform/platform.ts';
import {
  BRANCH,
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  INGEST,
  OTHER_COMMUNE,
  outcomes,
  PERSON,
  PROVINCE,
  SOURCE,
  step,
} from '../support/dossiers.ts';

let hub: DossiersHub;
let log = '';
beforeAll(async () => {
  hub = await createDossiersHub();
  const sink = new Writable({
    write(chunk, _, done) {
      log += String(chunk);
      done();
    },
  });
  (hub.platform as { log: Platform['log'] }).log = pino({ level: 'trace' }, sink) as Platform['log'];
});
afterAll(() => hub.stop());

const system = (unit?: string, source = SOURCE): Claims => ({ roles: ['SYSTEM'], source, ...(unit === undefined ? {} : { unit }) });
const fee = (over: Partial<FeeInput>): FeeInput => ({ code: 'LP', name: 'Lệ phí', amount: 10_000, ...over });
const payment = (over: Partial<IngestedPaymentInput>): IngestedPaymentInput => ({
  provider: 'CASH',
  reference: 'R1',
  amount: 10_000,
  status: 'SUCCEEDED',
  ...over,
});

describe('a bad dossier', () => {
  const BAD: [string, Partial<DossierIngestInput>, string[]][] = [
    ['no code', { code: 'H12' }, ['code']],
    ['a day that does not exist', { code: 'H12.64-250230-0001' }, ['code']],
    ["another province's agency", { code: 'H44.1-250701-0001' }, ['code']],
    ['an agency code that is no longer used', { code: 'H04.3-260102-0001' }, ['code']],
    ["another source's name", { sourceSystem: 'another' }, ['sourceSystem']],
    ['no procedure code', { procedure: 'khai sinh' }, ['procedure']],
    ['an unknown unit', { receivingUnit: '99999' }, ['receivingUnit']],
    ['an unknown handling unit', { handlingUnit: '99999' }, ['handlingUnit']],
    ['a former unit', { receivingUnit: 'F-954' }, ['receivingUnit']],
    ["another unit's reception point", { receptionPoint: '31825-1' }, ['receptionPoint']],
    ['no name', { applicant: { ...PERSON, fullName: '  ' } }, ['applicant', 'fullName']],
    ['a number that is too short', { applicant: { ...PERSON, nationalId: '09688512345' } }, ['applicant', 'nationalId']],
    ['a number of no province', { applicant: { ...PERSON, nationalId: '003885123456' } }, ['applicant', 'nationalId']],
    ['a number of another birth year', { applicant: { ...PERSON, dateOfBirth: '1990-01-01' } }, ['applicant', 'nationalId']],
    [
      'an old card of 12 digits',
      { applicant: { fullName: 'A', identityDocument: { kind: 'OLD_ID', number: '096885123456' } } },
      ['applicant', 'identityDocument', 'number'],
    ],
    ['an owner without a name', { owner: { kind: 'CITIZEN', name: '' } }, ['owner', 'name']],
    ["an owner's wrong number", { owner: { kind: 'CITIZEN', name: 'B', nationalId: '12345' } }, ['owner', 'nationalId']],
    ['a tax code with a wrong check digit', { owner: { kind: 'ENTERPRISE', name: 'C', taxCode: '9900000000' } }, ['owner', 'taxCode']],
    ["a person's tax code that is no number", { owner: { kind: 'ENTERPRISE', name: 'C', taxCode: '003885123456' } }, ['owner', 'taxCode']],
    ['more exempt than due', { fees: [fee({}), fee({ exemptedAmount: 10_001 })] }, ['fees', '1', 'exemptedAmount']],
    ['fees beyond all counting', { fees: [fee({ amount: Number.MAX_SAFE_INTEGER }), fee({ amount: 1 })] }, ['fees']],
    ['a hash that is none', { documents: [{ name: 'Đơn', sha256: 'abc' }] }, ['documents', '0', 'sha256']],
    [
      'a supplement number 0',
      { supplements: [{ number: 0, requestedAt: '2025-09-30T09:00:00+07:00', requestedBy: 'A', content: 'B' }] },
      ['supplements', '0', 'number'],
    ],
    ['a payment without a reference', { payments: [payment({ reference: ' ' })] }, ['payments', '0', 'reference']],
    ['one payment in two states', { payments: [payment({}), payment({ status: 'FAILED' })] }, ['payments', '1', 'reference']],
    ['a negative rating', { rating: -1 }, ['rating']],
    ['a rating of 6', { rating: 6 }, ['rating']],
    ['a reception before the filing', { acceptedAt: '2025-09-30T07:59:59+07:00' }, ['acceptedAt']],
    ['a text that is a book', { summary: 'a'.repeat(20_001) }, ['summary']],
    ['a key that no index holds', { steps: [step('k'.repeat(201), '09:00', 'ACCEPTED')] }, ['steps', '0', 'key']],
    ['a character that cannot be kept', { steps: [step('a', '09:00', 'ACCEPTED', 'a\u0000b')] }, ['steps', '0', 'content']],
    ['broken Unicode', { applicant: { ...PERSON, address: 'Ấp \ud800' } }, ['applicant', 'address']],
    ['too many papers', { documents: Array.from({ length: 501 }, () => ({ name: 'Giấy' })) }, ['documents']],
  ];

  it('is rejected with its field and the reason, each alone, while the good ones go in', async () => {
    const good = [hub.dossier(), hub.dossier({ summary: 'ă'.repeat(20_000), steps: [step('k'.repeat(200), '09:00', 'ACCEPTED')] })];
    const bad = BAD.map(([, over]) => hub.dossier(over));
    const shown = await hub.feed(...good.slice(0, 1), ...bad, ...good.slice(1));
    const told = BAD.map(([what], at) => [
      what,
      shown.results[at + 1]?.outcome,
      shown.results[at + 1]?.userErrors.map((error) => error.field),
    ]);
    expect(told).toEqual(BAD.map(([what, , field]) => [what, 'REJECTED', [field]]));
    expect(shown).toMatchObject({ created: 2, rejected: BAD.length });
    expect(shown.results.every(({ userErrors }) => userErrors.every((error) => error.code === 'INVALID' && error.message !== ''))).toBe(
      true,
    );
    expect(shown.results.slice(1, -1).every((each) => each.dossier === null)).toBe(true);
  });

  it('is told of in Vietnamese, and in English on request', async () => {
    const message = async (language?: string) => {
      const asking = { variables: { input: [hub.dossier({ rating: 9 })] }, as: system(), ...(language === undefined ? {} : { language }) };
      const { data } = await hub.ask(INGEST, asking);
      return data?.ingestDossiers.results[0]?.userErrors[0]?.message;
    };
    expect(await message()).toBe('Đánh giá phải từ 1 đến 5.');
    expect(await message('en-US,en;q=0.9')).toBe('A rating is from 1 to 5.');
    expect(await message('fr,vi;q=0.5')).toBe('Đánh giá phải từ 1 đến 5.');
  });

  it('of a former unit learns the successor', async () => {
    const shown = await hub.feed(hub.dossier({ receivingUnit: 'F-954' }));
    expect(shown.results[0]?.userErrors[0]?.message).toBe('Đơn vị F-954 đã kết thúc ngày 2025-06-30; đơn vị kế thừa: 96.');
  });

  it('leaves no number of a person in any message or log', async () => {
    const numbers = ['096890111222', '12345678901', '003885999888', '999888777666555'] as const;
    const { data, errors } = await hub.feedAs(
      system(),
      hub.dossier({ applicant: { ...PERSON, nationalId: numbers[0] } }),
      hub.dossier({ applicant: { ...PERSON, nationalId: numbers[1] } }),
      hub.dossier({ owner: { kind: 'ENTERPRISE', name: 'D', taxCode: numbers[2] } }),
      hub.dossier({ applicant: { fullName: 'A', identityDocument: { kind: 'OLD_ID', number: numbers[3] } } }),
    );
    expect(errors).toEqual([]);
    expect(data?.ingestDossiers.rejected).toBe(4);
    for (const number of numbers) expect(JSON.stringify(data) + log).not.toContain(number);
  });
});

describe('a call', () => {
  it('takes an empty batch and a thousand, and one more is too many', async () => {
    expect(await hub.feed()).toMatchObject({ created: 0, rejected: 0, results: [] });
    const many = Array.from({ length: 1_001 }, () => hub.dossier({ procedure: 'x' }));
    expect((await hub.feedAs(system(), ...many)).codes).toEqual(['LIMIT_EXCEEDED']);
    expect((await hub.feed(...many.slice(1))).rejected).toBe(1_000);
  });

  it('is refused whole where a value is of the wrong kind, by its place and without the value', async () => {
    const wrong = [
      hub.dossier({ submittedAt: '2025-02-30T08:00:00+07:00' }),
      hub.dossier({ applicant: { ...PERSON, dateOfBirth: '1985-02-30' } }),
      hub.dossier({ fees: [fee({ amount: -1 })] }),
      hub.dossier({ sourceVersion: -1 }),
    ];
    for (const each of wrong) {
      const good = hub.dossier();
      const { data, errors } = await hub.graphql(INGEST, { variables: { input: [good, each] }, as: system() });
      expect(data).toBeNull();
      expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      expect(errors[0]?.extensions?.['field']).toMatch(/^input\.1\./);
      expect(errors[0]?.message).not.toContain('02-30');
      expect(await hub.platform.db.query('SELECT 1 FROM dossiers.dossier WHERE code = $1', [good['code']])).toEqual([]);
    }
  });

  it.each<[string, Claims | undefined, string]>([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['a token without roles', { roles: [] }, 'FORBIDDEN'],
    ['a system without a source', { roles: ['SYSTEM'], unit: COMMUNE }, 'FORBIDDEN'],
    ...(['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'ADMINISTRATOR', 'AUDITOR', 'BREAK_GLASS'] as const).map(
      (role): [string, Claims, string] => [
        role,
        { roles: [role], unit: COMMUNE, nationalId: PERSON.nationalId, source: SOURCE },
        'FORBIDDEN',
      ],
    ),
  ])('by %s is refused', async (_, as, code) => {
    const asking = { variables: { input: [hub.dossier()] }, ...(as === undefined ? {} : { as }) };
    expect((await hub.ask(INGEST, asking)).codes).toEqual([code]);
  });
});

describe("another's dossier", () => {
  it('is rejected with the name of the source that owns the code, and shows nothing else of it', async () => {
    const held = hub.dossier({ nationalCode: 'G22.99-250930-100001' });
    await hub.feed(held);
    const foreign = { ...held, sourceSystem: 'another', sourceVersion: 0, nationalCode: 'G22.99-250930-100001' };
    const { data } = await hub.feedAs(system(OTHER_COMMUNE, 'another'), { ...foreign, receivingUnit: OTHER_COMMUNE });
    expect(data?.ingestDossiers.results).toEqual([
      {
        code: held['code'],
        outcome: 'REJECTED',
        dossier: null,
        userErrors: [{ code: 'OWNED_BY_OTHER_SOURCE', field: ['code'], message: `Mã hồ sơ này thuộc nguồn ${SOURCE}.` }],
      },
    ]);
  });

  it('of the same source cannot be taken, added to or probed by the token of another unit', async () => {
    const held = hub.dossier({ sourceVersion: 5 });
    await hub.feed(held);
    const events = () =>
      hub.platform.db.query('SELECT count(*) AS n FROM dossiers.event e JOIN dossiers.dossier d ON d.id = e.dossier_id WHERE d.code = $1', [
        held['code'],
      ]);
    const before = await events();
    const mine = { ...held, receivingUnit: OTHER_COMMUNE, steps: [step('x', '09:00', 'PROCESSING')] };
    for (const sourceVersion of [1, 5, 9]) {
      const { data } = await hub.feedAs(system(OTHER_COMMUNE), { ...mine, sourceVersion });
      expect(data?.ingestDossiers.results[0]).toMatchObject({
        outcome: 'REJECTED',
        dossier: null,
        userErrors: [{ code: 'INVALID', field: ['code'] }],
      });
    }
    expect(await events()).toEqual(before);
    const [row] = await hub.platform.db.query('SELECT receiving_unit, source_version FROM dossiers.dossier WHERE code = $1', [
      held['code'],
    ]);
    expect(row).toEqual({ receiving_unit: COMMUNE, source_version: 5 });
  });

  it("may be handed in by the unit that handles it, and by the one above; not by one that is neither's", async () => {
    const filed = hub.dossier({ receivingUnit: COMMUNE, handlingUnit: BRANCH });
    const sent = async (unit: string | undefined, input: DossierIngestInput) => {
      const { data } = await hub.feedAs(system(unit), input);
      return data?.ingestDossiers.results[0]?.outcome;
    };
    expect(await sent(OTHER_COMMUNE, filed)).toBe('REJECTED');
    expect(await sent(BRANCH, filed)).toBe('CREATED');
    expect(await sent(DEPARTMENT, { ...filed, sourceVersion: 2, status: 'PROCESSING' })).toBe('UPDATED');
    expect(await sent(COMMUNE, { ...filed, sourceVersion: 3, status: 'RESOLVED' })).toBe('UPDATED');
    expect(await sent(PROVINCE, { ...filed, sourceVersion: 4, status: 'RETURNED' })).toBe('UPDATED');
    expect(await sent(undefined, { ...filed, sourceVersion: 4, status: 'RETURNED' })).toBe('UNCHANGED');
  });
});

describe('a national code', () => {
  const national = (serial: number) => `G22.99-250930-2${String(serial).padStart(5, '0')}`;

  it("that is another dossier's rejects the dossier alone, before and within a batch", async () => {
    const held = hub.dossier({ nationalCode: national(1) });
    await hub.feed(held);
    const shown = await hub.feed(
      hub.dossier({ nationalCode: national(1) }),
      hub.dossier({ nationalCode: national(2) }),
      hub.dossier({ nationalCode: national(2) }),
      hub.dossier(),
    );
    expect(outcomes(shown)).toEqual(['REJECTED', 'CREATED', 'REJECTED', 'CREATED']);
    expect(shown.results[0]?.userErrors).toEqual([
      { code: 'INVALID', field: ['nationalCode'], message: 'Mã hồ sơ quốc gia này đã thuộc hồ sơ khác.' },
    ]);
    expect(outcomes(await hub.feed(held))).toEqual(['UNCHANGED']);
  });

  it('that is asked for by many at once goes to one of them, and the others are told', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => hub.feed(hub.dossier({ nationalCode: national(3) }), hub.dossier())));
    expect(answers.map((each) => each.results[0]?.outcome).sort()).toEqual(['CREATED', ...Array<string>(5).fill('REJECTED')]);
    expect(answers.every((each) => each.results[1]?.outcome === 'CREATED')).toBe(true);
  });

  it('is not looked at where nothing would be written: an old version is stale, a rejected one keeps no other out', async () => {
    const [first, second] = [hub.dossier({ nationalCode: national(4) }), hub.dossier()];
    await hub.feed(first);
    await hub.feed({ ...first, sourceVersion: 2, nationalCode: null }, second);
    await hub.feed({ ...second, sourceVersion: 2, nationalCode: national(4) });
    expect(outcomes(await hub.feed(first))).toEqual(['STALE']);
    const foreign = { ...second, sourceSystem: 'another', nationalCode: national(5) };
    const { data } = await hub.feedAs(system(undefined, 'another'), foreign, {
      ...hub.dossier(),
      sourceSystem: 'another',
      nationalCode: national(5),
    });
    expect(data?.ingestDossiers.results.map((each) => each.outcome)).toEqual(['REJECTED', 'CREATED']);
  });
});
