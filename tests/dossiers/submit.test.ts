import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { forgetSubmissionsJob } from '../../src/subgraphs/dossiers/change/forget-keys.job.ts';
import {
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  OTHER_COMMUNE,
  OTHER_PERSON,
  PERSON,
} from '../support/dossiers.ts';
import { CITIZEN, COPIES, LEADER, type Lifecycle, lifecycleOf, OFFICER, snapshotsOf, stepsOf, THREE_DAYS } from '../support/lifecycle.ts';

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub();
  life = lifecycleOf(hub);
});
afterAll(() => hub.stop());

/** A procedure that costs 20,000 đồng at the desk and 10,000 online. */
const REGISTRATION = '1.004222';
const AGENCY = { [COMMUNE]: 'H12.64', [OTHER_COMMUNE]: 'H12.1' };
const numberOf = (code: string) => Number(code.slice(code.lastIndexOf('-') + 1));
const otherOfficer: Claims = { roles: ['OFFICER'], unit: OTHER_COMMUNE };

describe('filing', () => {
  it('at the desk and by post is accepted at once, with a due date and the published fee', async () => {
    for (const channel of ['IN_PERSON', 'PUBLIC_POST'] as const) {
      const dossier = await life.filed(OFFICER, { channel, summary: 'Cấp bản sao' });
      expect(dossier).toMatchObject({
        status: 'ACCEPTED',
        channel,
        summary: 'Cấp bản sao',
        ownerKind: 'CITIZEN',
        ownerName: PERSON.fullName,
      });
      expect(dossier.code).toMatch(/^H12\.64-250930-\d{4}$/);
      expect(dossier.acceptedAt).toBe(dossier.submittedAt);
      expect(dossier.dueAt).toMatch(/T17:00:00.000\+07:00$/);
      expect(dossier.fees).toEqual([{ code: `${COPIES}.LP`, name: 'Lệ phí hộ tịch', kind: 'CHARGE', amount: 8_000, collection: 'BEFORE' }]);
      expect(dossier.amountDue).toBe(8_000);
      expect(dossier.events).toMatchObject([{ status: 'ACCEPTED', actor: OFFICER.subject, unusual: false }]);
    }
  });

  it('is an officer’s by the name that their token gives', async () => {
    const named = { ...OFFICER, subject: '4f0c2f7a', name: 'Trần Thị Một Cửa' };
    const { code, events } = await life.filed(named);
    expect(events).toMatchObject([{ actor: 'Trần Thị Một Cửa' }]);
    expect(stepsOf(await life.told(code))).toMatchObject([{ officer: 'Trần Thị Một Cửa', content: 'Được tiếp nhận' }]);
  });

  it('tells the portal the field of its procedure by name and, once the catalogue said it, by code', async () => {
    const before = await life.filed(OFFICER);
    await hub.platform.db.query("UPDATE dossiers.procedure SET field_code = 'G15-HT01' WHERE code = $1", [COPIES]);
    const filed = await life.filed(OFFICER);
    const fed = hub.dossier({ procedure: COPIES });
    await hub.feed(fed);
    const [unknown, own, source] = await Promise.all(
      [before.code, filed.code, fed.code].map(async (code) => snapshotsOf(await life.told(code))[0]),
    );
    expect(unknown?.fieldCode).toBeUndefined();
    expect([own, source]).toMatchObject(Array(2).fill({ fieldCode: 'G15-HT01', fieldName: 'Hộ tịch' }));
  });

  it('takes the fee of the channel where it hangs on that, and none where none is published', async () => {
    const online = await life.filed(CITIZEN, { channel: 'ONLINE', procedure: REGISTRATION });
    const desk = await life.filed(OFFICER, { procedure: REGISTRATION });
    const unknown = await life.filed(OFFICER, { procedure: THREE_DAYS });
    expect([online, desk].map(({ fees }) => fees.map(({ amount }) => amount))).toEqual([[10_000], [20_000]]);
    expect(unknown.fees).toEqual([]);
  });

  it('tells the portal the account that its citizen signed in with', async () => {
    const { authenticator } = hub.platform;
    const viewer = authenticator.viewer.bind(authenticator);
    authenticator.viewer = async (authorization) => ({ ...(await viewer(authorization)), technicalId: 'tk-0001' });
    const own = await life.filed(CITIZEN, { channel: 'ONLINE' });
    const desk = await life.filed(OFFICER, { applicant: OTHER_PERSON });
    authenticator.viewer = viewer;
    expect(snapshotsOf(await life.told(own.code))[0]).toMatchObject({ owner: { technicalId: 'tk-0001' } });
    expect(snapshotsOf(await life.told(desk.code))[0]).not.toMatchObject({ owner: { technicalId: expect.anything() } });
  });

  it('keeps organizations, foreigners, old numbers and owners apart from who files', async () => {
    const company = await life.filed(OFFICER, {
      owner: { kind: 'ENTERPRISE', name: 'Công ty Mẫu', taxCode: '0100047516' },
      applicant: { fullName: 'Nguyễn Văn Đại Diện', nationalId: '096885000111', phone: '0600000003' },
    });
    expect(company).toMatchObject({
      ownerKind: 'ENTERPRISE',
      ownerName: 'Công ty Mẫu',
      organization: { name: 'Công ty Mẫu', taxCode: '0100047516' },
    });
    expect(snapshotsOf(await life.told(company.code))[0]).toMatchObject({
      ownerKind: 2,
      owner: { taxCode: '0100047516', phone: '0600000003', verified: false },
    });
    const passport = { kind: 'PASSPORT', number: 'C9000001' } as const;
    const foreigner = await life.filed(OFFICER, { applicant: { fullName: 'John Invented', identityDocument: passport } });
    expect(foreigner.applicant).toEqual({ fullName: 'John Invented', identified: true });
    expect(snapshotsOf(await life.told(foreigner.code))[0]).toMatchObject({ owner: { otherId: 'C9000001' } });
    const oldCard = { kind: 'OLD_ID', number: '900000001' } as const;
    const elder = await life.filed(OFFICER, { applicant: { fullName: 'Trần Văn Cũ', identityDocument: oldCard } });
    expect(snapshotsOf(await life.told(elder.code))[0]).toMatchObject({ owner: { oldId: '900000001' } });
    const child = await life.filed(OFFICER, { owner: { kind: 'CITIZEN', name: 'Nguyễn Thị Con', nationalId: '096895000222' } });
    expect(child).toMatchObject({ ownerName: 'Nguyễn Thị Con', applicant: { fullName: PERSON.fullName } });
    const nobody = await life.filed(OFFICER, { applicant: { fullName: 'Người Không Số' } });
    const another = await life.filed(OFFICER, { applicant: { fullName: 'Người Không Số' } });
    expect([nobody.applicant, another.applicant]).toEqual(Array(2).fill({ fullName: 'Người Không Số', identified: false }));
  });

  it.each<[string, Claims, Parameters<Lifecycle['submission']>[0], string[]]>([
    ['an unknown procedure', OFFICER, { procedure: '1.999999' }, ['procedure']],
    ['an unknown unit', OFFICER, { handlingUnit: '99999' }, ['handlingUnit']],
    ["another unit's desk", otherOfficer, {}, ['receivingUnit']],
    ['a desk that files online', OFFICER, { channel: 'ONLINE' }, ['channel']],
    ['a citizen at the desk', CITIZEN, {}, ['channel']],
    ['a citizen for somebody else', CITIZEN, { channel: 'ONLINE', applicant: OTHER_PERSON }, ['applicant', 'nationalId']],
    ['a citizen without a number', { roles: ['CITIZEN'] }, { channel: 'ONLINE' }, ['applicant', 'nationalId']],
    ['a wrong number', OFFICER, { applicant: { fullName: 'A', nationalId: '12' } }, ['applicant', 'nationalId']],
    ['no name', OFFICER, { applicant: { ...PERSON, fullName: ' ' } }, ['applicant', 'fullName']],
    ['a wrong tax code', OFFICER, { owner: { kind: 'ENTERPRISE', name: 'A', taxCode: '0100047517' } }, ['owner', 'taxCode']],
    ['a damaged hash', OFFICER, { documents: [{ name: 'A' }, { name: 'B', sha256: 'no' }] }, ['documents', '1', 'sha256']],
    ['a result', OFFICER, { documents: [{ name: 'A', isResult: true }] }, ['documents', '0', 'isResult']],
    ['an empty key', OFFICER, { idempotencyKey: ' ' }, ['idempotencyKey']],
    ['a text that is a book', OFFICER, { summary: 'a'.repeat(20_001) }, ['summary']],
  ])('refuses %s, and leaves nothing behind', async (_what, as, over, field) => {
    const count = async () => (await hub.platform.db.query('SELECT 1 FROM dossiers.dossier')).length;
    const before = await count();
    const { dossier, userErrors, codes } = await life.submit(as, over);
    expect(codes).toEqual([]);
    expect(dossier).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', field: ['input', ...field] }]);
    expect(await count()).toBe(before);
  });
});

describe('the same key', () => {
  it('gives the first answer again, per caller, and other input is a conflict', async () => {
    const input = { idempotencyKey: 'once', summary: 'Một lần' };
    const first = await life.filed(OFFICER, input);
    expect((await life.filed(OFFICER, { ...input, summary: ' Một lần ' })).id).toBe(first.id);
    expect((await life.submit(OFFICER, { ...input, summary: 'Hai lần' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_CONFLICT', field: ['input', 'idempotencyKey'] },
    ]);
    expect((await life.filed(LEADER, input)).id).not.toBe(first.id);
    await life.moved(OFFICER, { dossier: first.id, to: 'PROCESSING' });
    expect(await life.filed(OFFICER, input)).toMatchObject({ id: first.id, status: 'PROCESSING' });
  });

  it('is good for thirty days: then it is forgotten, and the dossier stays', async () => {
    const keep = () => forgetSubmissionsJob.run(hub.platform, {}, new AbortController().signal);
    const first = await life.filed(OFFICER, { idempotencyKey: 'thirty days' });
    const age = (days: number) =>
      hub.platform.db.query(`UPDATE dossiers.submission SET at = now() - $1 * interval '1 day' WHERE dossier_id = $2`, [
        days,
        fromGlobalId('dossier', first.id),
      ]);
    await age(29.9);
    await keep();
    expect((await life.filed(OFFICER, { idempotencyKey: 'thirty days' })).id).toBe(first.id);
    await age(30.1);
    await keep();
    const again = await life.filed(OFFICER, { idempotencyKey: 'thirty days' });
    expect(again.id).not.toBe(first.id);
    expect(await life.moved(OFFICER, { dossier: first.id, to: 'PROCESSING' })).toMatchObject({ id: first.id });
  });

  it('from many calls at once files one dossier', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => life.filed(OFFICER, { idempotencyKey: 'ten at once' })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await life.told(answers[0]?.code ?? '')).map(({ kind }) => kind)).toEqual([
      'dossier.changed',
      'portal.dossier',
      'portal.steps',
    ]);
  });
});

describe('codes', () => {
  it('come without gap or repeat from 50 submissions at once, over codes that a source brought, and failed ones leave none', async () => {
    const next = numberOf((await life.filed(otherOfficer, { receivingUnit: OTHER_COMMUNE })).code) + 1;
    const code = (number: number) => `${AGENCY[OTHER_COMMUNE]}-250930-${String(number).padStart(4, '0')}`;
    const brought = [next + 3, next + 4, next + 20].map(code);
    await hub.feed(...brought.map((each) => hub.dossier({ code: each, receivingUnit: OTHER_COMMUNE })));
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const applicant = { fullName: `Người Nộp ${at}`, nationalId: `0968${String(at).padStart(8, '0')}` };
        // Every sixth one is refused: its procedure is none.
        const procedure = at % 6 === 5 ? '1.888888' : COPIES;
        return life.submit(otherOfficer, { receivingUnit: OTHER_COMMUNE, applicant, procedure });
      }),
    );
    const codes = tries.flatMap(({ dossier }) => dossier?.code ?? []);
    expect(codes.length).toBe(50);
    const expected = Array.from({ length: 53 }, (_, at) => code(next + at)).filter((each) => !brought.includes(each));
    expect([...codes].sort()).toEqual(expected);
  });

  it('pass over what sources bring at the same moment', async () => {
    const first = numberOf((await life.filed(OFFICER)).code) + 1;
    const brought = Array.from({ length: 12 }, (_, at) => `H12.64-250930-${String(first + 2 * at).padStart(4, '0')}`);
    const feeds = brought.map((code) => hub.feed(hub.dossier({ code })));
    const filed = await Promise.all(Array.from({ length: 24 }, () => life.filed(OFFICER)));
    const outcomes = (await Promise.all(feeds)).map((fed) => fed.results[0]?.outcome ?? '');
    const codes = new Set(filed.map(({ code }) => code));
    expect(codes.size).toBe(24);
    // A code is the source's or the hub's, whoever came first.
    expect(brought.filter((code, at) => codes.has(code) === (outcomes[at] === 'CREATED'))).toEqual([]);
    const taken = await hub.platform.db.query<{ code: string }>(
      `SELECT code FROM dossiers.dossier WHERE code LIKE 'H12.64-250930-____' AND right(code, 4)::int BETWEEN $1 AND $2`,
      [first, Math.max(...filed.map(({ code }) => numberOf(code)))],
    );
    expect(taken.length).toBe(Math.max(...filed.map(({ code }) => numberOf(code))) - first + 1);
  });

  it('are given out by the hub alone under its name', async () => {
    const { codes } = await hub.feedAs({ roles: ['SYSTEM'], source: 'hub' }, hub.dossier({ sourceSystem: 'hub' }));
    expect(codes).toEqual(['FORBIDDEN']);
  });

  it('gives a number back that a transaction took and did not keep', async () => {
    const before = numberOf((await life.filed(OFFICER)).code);
    await hub.platform.db.query(`ALTER TABLE dossiers.submission ADD CONSTRAINT none CHECK (at < '2000-01-01') NOT VALID`);
    expect((await life.submit(OFFICER)).codes).toEqual(['INTERNAL_SERVER_ERROR']);
    await hub.platform.db.query('ALTER TABLE dossiers.submission DROP CONSTRAINT none');
    expect(numberOf((await life.filed(OFFICER)).code)).toBe(before + 1);
  });

  it('get a fifth digit when a day overflows, and end with it', async () => {
    const officer: Claims = { roles: ['OFFICER'], unit: DEPARTMENT };
    const filed = () => life.filed(officer, { receivingUnit: DEPARTMENT });
    const { code } = await filed();
    const agency = code.slice(0, code.indexOf('-'));
    const set = (last: number) =>
      hub.platform.db.query('UPDATE dossiers.code_counter SET last = $2 WHERE agency_code = $1', [agency, last]);
    await set(9_998);
    expect([(await filed()).code, (await filed()).code]).toEqual([`${agency}-250930-9999`, `${agency}-250930-10000`]);
    await set(99_999);
    expect((await life.submit(officer, { receivingUnit: DEPARTMENT })).codes).toEqual(['LIMIT_EXCEEDED']);
  });
});

const SEEN = graphql(`query SeenByUnit($code: String!) { dossier(code: $code) { code receivingUnit { code } handlingUnit { code } } }`);

describe('a dossier that is received here and handled there', () => {
  it.each([
    ['received', OFFICER],
    ['handled', otherOfficer],
  ])('is seen and moved by both units, and returned where it was %s', async (_where, returner) => {
    const filed = await life.filed(OFFICER, { handlingUnit: OTHER_COMMUNE });
    expect(filed).toMatchObject({ receivingUnit: { code: COMMUNE }, handlingUnit: { code: OTHER_COMMUNE } });
    expect(filed.code.startsWith(`${AGENCY[COMMUNE]}-`)).toBe(true);
    for (const as of [OFFICER, otherOfficer]) {
      expect((await hub.graphql(SEEN, { variables: { code: filed.code }, as })).data?.dossier?.code).toBe(filed.code);
    }
    await life.moved(otherOfficer, { dossier: filed.id, to: 'PROCESSING' });
    await life.moved(otherOfficer, { dossier: filed.id, to: 'RESOLVED' });
    expect((await life.moved(returner, { dossier: filed.id, to: 'RETURNED' })).status).toBe('RETURNED');
  });
});
