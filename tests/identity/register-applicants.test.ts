import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromGlobalId } from '../../src/platform/ids.ts';
import { createIdentityHub, type IdentityHub, viewer } from '../support/identity.ts';

const SOURCE = viewer('SYSTEM', { source: 'one-stop', unit: '96' });
const REGISTER = `mutation ($input: [ApplicantRegistrationInput!]!) { registerApplicants(input: $input) { key citizen organization identified } }`;

interface Registered {
  key: string;
  citizen: string;
  organization: string | null;
  identified: boolean;
}

let hub: IdentityHub;
let serial = 100_000;

beforeAll(async () => {
  hub = await createIdentityHub();
});
afterAll(() => hub.stop());

const nextId = () => `096885${serial++}`;
const applicant = (more: object = {}) => ({ nationalId: nextId(), fullName: 'Nguyễn Văn Thử', ...more });
const entry = (person: object, more: object = {}) => ({
  key: 'k',
  sourceSystem: 'one-stop',
  dossierCode: `H12.64-250701-${serial++}`,
  version: 1,
  applicant: person,
  ...more,
});

async function register(...input: object[]): Promise<Registered[]> {
  const { data, codes } = await hub.run(SOURCE, REGISTER, { input });
  expect(codes).toEqual([]);
  return data.registerApplicants as Registered[];
}

async function stored(id: string | undefined): Promise<Record<string, unknown>> {
  const [row] = await hub.platform.db.query<{ sealed: Buffer }>('SELECT sealed FROM identity.citizen WHERE id = $1', [
    fromGlobalId('citizen', id ?? ''),
  ]);
  if (row === undefined) throw new Error('no such citizen');
  return JSON.parse(hub.platform.cipher.open('identity.citizen', row.sealed)) as Record<string, unknown>;
}

describe('registering applicants', () => {
  it('finds the same person again by any number and keeps the order of the input', async () => {
    const person = applicant({ identityDocument: { kind: 'PASSPORT', number: `X${serial++}` }, technicalId: `tech-${serial++}` });
    const [first, other] = await register(entry(person, { key: 'a' }), entry(applicant(), { key: 'b' }));
    expect([first?.key, other?.key]).toEqual(['a', 'b']);
    expect(first?.citizen).not.toBe(other?.citizen);
    const again = await register(
      entry({ nationalId: person.nationalId, fullName: person.fullName }),
      entry({ fullName: 'x', identityDocument: (person as { identityDocument?: object }).identityDocument }),
      entry({ fullName: 'x', technicalId: (person as { technicalId?: string }).technicalId }),
    );
    expect(new Set(again.map(({ citizen }) => citizen))).toEqual(new Set([first?.citizen]));
  });

  it('makes one citizen of a person that stands in a batch several times', async () => {
    const person = applicant();
    const registered = await register(entry(person), entry(person), entry(person));
    expect(new Set(registered.map(({ citizen }) => citizen)).size).toBe(1);
  });

  it('changes nothing when it is repeated', async () => {
    const same = entry(applicant({ phone: '0600000001' }));
    const [first] = await register(same);
    await hub.platform.db.query(`UPDATE identity.citizen SET confirmed = true`);
    hub.statements.length = 0;
    expect(await register(same)).toEqual([first]);
    expect(hub.statements.filter((sql) => /INSERT|UPDATE identity/.test(sql))).toEqual([]);
  });

  it('never joins two without a number, and finds each again by its dossier', async () => {
    const name = { fullName: 'Trần Thị Không Số' };
    const [one, two] = [entry(name), entry(name)];
    const [first, second] = await register(one, two);
    expect(first?.identified).toBe(false);
    expect(first?.citizen).not.toBe(second?.citizen);
    expect(await register(one)).toEqual([first]);
    const identified = { ...one, version: 2, applicant: applicant() };
    expect(await register(identified)).toEqual([{ ...first, identified: true }]);
  });

  it('keeps two people apart whom a stronger number tells apart', async () => {
    const paper = { kind: 'OLD_ID', number: `999${serial++}` };
    const [first] = await register(entry(applicant({ identityDocument: paper })));
    const [second] = await register(entry(applicant({ identityDocument: paper })));
    const [third] = await register(entry({ fullName: 'x', identityDocument: paper }));
    expect(second?.citizen).not.toBe(first?.citizen);
    expect(third?.citizen).toBe(first?.citizen);
  });

  it('lets an older version of a dossier replace nothing, and an absent value erase nothing', async () => {
    const person = applicant({ phone: '0600000002', address: 'Ấp 1' });
    const dossier = entry(person, { version: 5 });
    const [registered] = await register(dossier);
    await register({ ...dossier, version: 4, applicant: { ...person, fullName: 'Cũ', phone: '0600000009' } });
    expect(await stored(registered?.citizen)).toMatchObject({ fullName: person.fullName, phone: '0600000002' });
    await register({ ...dossier, version: 6, applicant: { nationalId: person.nationalId, fullName: 'Mới', phone: '0600000003' } });
    expect(await stored(registered?.citizen)).toMatchObject({ fullName: 'Mới', phone: '0600000003', address: 'Ấp 1' });
  });

  it('never overwrites what was verified', async () => {
    const person = applicant({ dateOfBirth: '1985-02-03' });
    const [registered] = await register(entry(person));
    await hub.platform.db.query(
      `UPDATE identity.citizen SET verified_at = now(), verified_by = 'test', assurance_level = 'LEVEL_2' WHERE id = $1`,
      [fromGlobalId('citizen', registered?.citizen ?? '')],
    );
    await register(entry({ ...person, fullName: 'Người Khác', dateOfBirth: '1985-12-31', phone: '0600000004' }));
    expect(await stored(registered?.citizen)).toMatchObject({ ...person, phone: '0600000004' });
    const [row] = await hub.platform.db.query<{ verified_by: string }>('SELECT verified_by FROM identity.citizen WHERE id = $1', [
      fromGlobalId('citizen', registered?.citizen ?? ''),
    ]);
    expect(row?.verified_by).toBe('test');
  });

  it('runs as many statements for 1,000 as for one', async () => {
    const owner = { name: 'Hợp tác xã Thử', kind: 'OTHER_ORGANIZATION', taxCode: '9900000000' };
    const count = async (size: number) => {
      const input = Array.from({ length: size }, () => entry(applicant({ phone: '0600000005' }), { organization: owner }));
      hub.statements.length = 0;
      await register(...input);
      return hub.statements.length;
    };
    expect(await count(1_000)).toBe(await count(1));
    const { codes } = await hub.run(SOURCE, REGISTER, { input: Array.from({ length: 1_001 }, () => entry(applicant())) });
    expect(codes).toEqual(['LIMIT_EXCEEDED']);
  });

  it('is safe with concurrent batches of the same people in any order', async () => {
    const people = Array.from({ length: 60 }, () => applicant({ identityDocument: { kind: 'PASSPORT', number: `X${serial++}` } }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => {
        const order = turn % 2 === 0 ? people : people.toReversed();
        return register(...order.map((person) => entry(person, { key: person.nationalId })));
      }),
    );
    const ids = new Map<string, Set<string>>();
    for (const { key, citizen } of answers.flat()) ids.set(key, (ids.get(key) ?? new Set()).add(citizen));
    expect(ids.size).toBe(people.length);
    expect([...ids.values()].every((known) => known.size === 1)).toBe(true);
  });

  it('joins organizations by tax code alone', async () => {
    const organization = (name: string, taxCode?: string) => ({ name, kind: 'ENTERPRISE', ...(taxCode === undefined ? {} : { taxCode }) });
    const answers = await register(
      entry(applicant(), { organization: organization('Công ty Thử', '9900000001-001') }),
      entry(applicant(), { organization: organization('Công ty Thử', '9900000001001') }),
      entry(applicant(), { organization: organization('Công ty Không Mã') }),
      entry(applicant(), { organization: organization('Công ty Không Mã') }),
    );
    const [a, b, c, d] = answers.map((answer) => answer.organization);
    expect(a).toBe(b);
    expect(c).not.toBe(d);
    const rows = await hub.platform.db.query<{ sealed: Buffer }>('SELECT sealed FROM identity.organization');
    expect(rows.some(({ sealed }) => sealed.includes('9900000001'))).toBe(false);
  });

  it('keeps nothing personal in clear', async () => {
    const person = applicant({ phone: '0600000777', email: 'thu@vidu.invalid', address: 'Ấp Thử Nghiệm', dateOfBirth: '1985-07-07' });
    const [registered] = await register(entry(person));
    const [row] = await hub.platform.db.query<{ text: string }>('SELECT c::text AS text FROM identity.citizen c WHERE id = $1', [
      fromGlobalId('citizen', registered?.citizen ?? ''),
    ]);
    for (const value of Object.values(person)) {
      expect(row?.text).not.toContain(value);
      expect(row?.text).not.toContain(Buffer.from(String(value)).toString('hex'));
    }
  });
});

describe('who may register', () => {
  const own = viewer('CITIZEN', { nationalId: '096885999999' });
  const mine = { nationalId: '096885999999', fullName: 'Lê Thị Chính Chủ' };

  it('is a source for itself, an officer, and a citizen for themself', async () => {
    const refused = async (who: ReturnType<typeof viewer>, input: object) => (await hub.run(who, REGISTER, { input: [input] })).codes;
    expect(await refused(viewer('OFFICER', { unit: '32248' }), entry(applicant()))).toEqual([]);
    expect(await refused(own, entry(mine))).toEqual([]);
    expect(await refused(own, entry(applicant()))).toEqual(['FORBIDDEN']);
    expect(await refused(own, entry({ fullName: 'x' }))).toEqual(['FORBIDDEN']);
    expect(await refused(SOURCE, entry(applicant(), { sourceSystem: 'another' }))).toEqual(['FORBIDDEN']);
    for (const role of ['AUDITOR', 'OPERATOR', 'ACCOUNTANT', 'ADMINISTRATOR', 'BREAK_GLASS'] as const) {
      expect(await refused(viewer(role), entry(applicant()))).toEqual(['FORBIDDEN']);
    }
    expect(await refused(viewer('CITIZEN', { token: undefined }), entry(mine))).toEqual(['UNAUTHENTICATED']);
  });

  it('does not let a citizen take what belongs to the holder of another number', async () => {
    const passport = { kind: 'PASSPORT', number: `X${serial++}` };
    const [stranger] = await register(entry({ fullName: 'Foreign Person', dateOfBirth: '1990-01-01', identityDocument: passport }));
    const claim = await hub.run(own, REGISTER, { input: [entry({ ...mine, identityDocument: passport })] });
    expect(claim.data.registerApplicants[0]?.citizen).not.toBe(stranger?.citizen);
    const unclaimed = { kind: 'PASSPORT', number: `X${serial++}` };
    await hub.run(own, REGISTER, { input: [entry({ ...mine, identityDocument: unclaimed })] });
    const [later] = await register(entry({ fullName: 'Its True Holder', identityDocument: unclaimed }));
    expect(later?.citizen).not.toBe(claim.data.registerApplicants[0]?.citizen);
  });

  it('does not let a citizen rename an organization', async () => {
    const organization = { name: 'Công ty Đúng Tên', kind: 'ENTERPRISE', taxCode: '9900000077' };
    const [known] = await register(entry(applicant(), { organization }));
    const renamed = await hub.run(own, REGISTER, { input: [entry(mine, { organization: { ...organization, name: 'Sai Tên' } })] });
    expect(renamed.data.registerApplicants[0]?.organization).toBe(known?.organization);
    const [row] = await hub.platform.db.query<{ sealed: Buffer }>('SELECT sealed FROM identity.organization WHERE id = $1', [
      fromGlobalId('organization', known?.organization ?? ''),
    ]);
    expect(hub.platform.cipher.open('identity.organization', row?.sealed ?? Buffer.alloc(0))).toContain('Công ty Đúng Tên');
  });
});
