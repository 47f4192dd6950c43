import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { SightOfDossierQuery } from '../../schema/generated/graphql.ts';
import { DOSSIER_CODES } from '../support/documents.ts';
import {
  BRANCH,
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  OTHER_COMMUNE,
  OTHER_PERSON,
  PERSON,
  PROVINCE,
  SOURCE,
  step,
} from '../support/dossiers.ts';

const PHONE = '0600000001';
const SECRETS = [
  PERSON.fullName,
  OTHER_PERSON.fullName,
  PERSON.nationalId,
  OTHER_PERSON.nationalId,
  PHONE,
  'Trích yếu riêng',
  'files.invalid',
];

/** Four dossiers: of a commune, of the commune and a branch, of the branch, and of another source and commune. */
const DOSSIERS = {
  commune: { code: 'H12.64-250930-0001', receivingUnit: COMMUNE, applicant: { ...PERSON, phone: PHONE } },
  shared: { code: 'H12.64-250930-0002', receivingUnit: COMMUNE, handlingUnit: BRANCH, applicant: { ...PERSON, phone: PHONE } },
  branch: { code: 'H12.102-250930-0003', receivingUnit: BRANCH, applicant: OTHER_PERSON },
  other: { code: 'H12.1-250930-0004', receivingUnit: OTHER_COMMUNE, applicant: OTHER_PERSON, sourceSystem: 'another' },
};
type Name = keyof typeof DOSSIERS;
const NAMES = Object.keys(DOSSIERS) as Name[];
const codeOf = (name: Name) => DOSSIERS[name].code;

let hub: DossiersHub;
const ids = new Map<string, string>();
beforeAll(async () => {
  hub = await createDossiersHub();
  for (const { applicant, ...over } of Object.values(DOSSIERS)) {
    const dossier = hub.dossier({
      ...over,
      applicant,
      dueAt: '2025-10-02T17:00:00+07:00',
      summary: 'Trích yếu riêng',
      steps: [
        {
          ...step('a', '08:10', 'ACCEPTED', `Đã gọi ${PHONE} gặp ${applicant.fullName}`),
          officer: `Công dân ${applicant.fullName.toUpperCase()}`,
        },
      ],
      supplements: [
        {
          number: 1,
          requestedAt: '2025-09-30T09:00:00+07:00',
          requestedBy: 'Lê Thị Cán Bộ',
          content: `Thiếu bản sao số ${applicant.nationalId}`,
        },
      ],
      documents: [{ name: `Tờ khai ${applicant.fullName}`, url: 'https://files.invalid/1' }],
      fees: [{ code: 'LP', name: 'Lệ phí', amount: 50_000 }],
      payments: [{ provider: 'VNPAY', reference: `REF${over.code.slice(-1)}`, amount: 20_000, status: 'SUCCEEDED' }],
      rating: 4,
    });
    const source = String(dossier['sourceSystem']);
    const { data } = await hub.feedAs({ roles: ['SYSTEM'], source }, dossier);
    ids.set(over.code, data?.ingestDossiers.results[0]?.dossier?.id ?? '');
  }
  await hub.platform.db.query('SELECT 1');
});
afterAll(() => hub.stop());

const ONE = graphql(`
  query SightOfDossier($code: String) {
    dossier(code: $code) {
      code status origin channel procedure { code } receivingUnit { code } handlingUnit { code } submittedAt version timeliness
      acceptedAt dueAt summary rating events { actor note } supplements { content } documents { name url } fees { amount }
      ownerName applicant { fullName nationalId dateOfBirth maskedNationalId } amountDue amountPaid
      payments { reference }
      synchronizations { operation }
    }
  }
`);
const BY_ID = graphql(`query DossierAndNodeById($id: ID!) { dossier(id: $id) { code } node(id: $id) { id } }`);
const BY_CODE = graphql(`query DossierByCode($code: String) { dossier(code: $code) { code } }`);

type Seen = NonNullable<SightOfDossierQuery['dossier']>;

/** What a viewer sees of a dossier, in the words of the role table. */
function sightOf(seen: Seen): string {
  const parts = ['core'];
  const content = [seen.acceptedAt, seen.dueAt, seen.rating, seen.events[0], seen.supplements[0], seen.documents[0]].map(
    (each) => each != null,
  );
  expect(new Set(content).size).toBe(1);
  if (content[0]) parts.push('content');
  if (seen.fees.length > 0) parts.push('fees');
  expect(seen.amountDue === null).toBe(seen.payments === null);
  if (seen.payments !== null) parts.push('payments');
  if (seen.synchronizations !== null) parts.push('synchronizations');
  const person = seen.applicant === null ? 'nobody' : seen.applicant.fullName?.includes('*') ? 'masked' : 'clear';
  expect(seen.applicant?.nationalId != null).toBe(person === 'clear');
  expect(seen.applicant?.dateOfBirth != null).toBe(person === 'clear');
  expect(seen.ownerName === null ? 'nobody' : seen.ownerName.includes('*') ? 'masked' : 'clear').toBe(person);
  expect(seen.summary !== null).toBe(person === 'clear');
  expect(seen.documents.some((each) => each.url !== null)).toBe(person === 'clear');
  if (person !== 'clear') for (const secret of SECRETS) expect(JSON.stringify(seen).toUpperCase()).not.toContain(secret.toUpperCase());
  return [...parts, person].join(' ');
}

const CLEAR = 'core content fees payments synchronizations clear';
const MASKED = 'core content fees payments synchronizations masked';
const MONEY = 'core fees payments masked';
const OPERATION = 'core synchronizations nobody';

type Row = [string, Claims, Partial<Record<Name, string>>];
const TABLE: Row[] = [
  ['a citizen', { roles: ['CITIZEN'], nationalId: PERSON.nationalId }, { commune: CLEAR, shared: CLEAR }],
  ['another citizen', { roles: ['CITIZEN'], nationalId: OTHER_PERSON.nationalId }, { branch: CLEAR, other: CLEAR }],
  ['a citizen without a number', { roles: ['CITIZEN'] }, {}],
  ['a citizen who names a unit', { roles: ['CITIZEN'], unit: COMMUNE }, {}],
  ['an officer', { roles: ['OFFICER'], unit: COMMUNE }, { commune: CLEAR, shared: CLEAR }],
  ["an officer's own number gives nothing", { roles: ['OFFICER'], unit: OTHER_COMMUNE, nationalId: PERSON.nationalId }, { other: CLEAR }],
  ['an officer of the handling unit', { roles: ['OFFICER'], unit: BRANCH }, { shared: CLEAR, branch: CLEAR }],
  ['an officer of the unit above', { roles: ['OFFICER'], unit: DEPARTMENT }, {}],
  ['an officer of the province', { roles: ['OFFICER'], unit: PROVINCE }, {}],
  ['an officer without a unit', { roles: ['OFFICER'] }, {}],
  ['a leader', { roles: ['UNIT_LEADER'], unit: COMMUNE }, { commune: CLEAR, shared: CLEAR }],
  ['a leader of the unit above', { roles: ['UNIT_LEADER'], unit: DEPARTMENT }, { shared: MASKED, branch: MASKED }],
  [
    'the leader of the province',
    { roles: ['UNIT_LEADER'], unit: PROVINCE },
    { commune: MASKED, shared: MASKED, branch: MASKED, other: MASKED },
  ],
  ['a leader without a unit', { roles: ['UNIT_LEADER'] }, {}],
  ['an accountant', { roles: ['ACCOUNTANT'], unit: COMMUNE }, { commune: MONEY, shared: MONEY }],
  ['an accountant of the unit above', { roles: ['ACCOUNTANT'], unit: DEPARTMENT }, { shared: MONEY, branch: MONEY }],
  ['an accountant of the province', { roles: ['ACCOUNTANT'] }, { commune: MONEY, shared: MONEY, branch: MONEY, other: MONEY }],
  ['an operator', { roles: ['OPERATOR'], unit: BRANCH }, { shared: OPERATION, branch: OPERATION }],
  [
    'an operator of the province',
    { roles: ['OPERATOR'], unit: PROVINCE },
    { commune: OPERATION, shared: OPERATION, branch: OPERATION, other: OPERATION },
  ],
  ['an auditor', { roles: ['AUDITOR'] }, { commune: MASKED, shared: MASKED, branch: MASKED, other: MASKED }],
  ['an auditor of a department', { roles: ['AUDITOR'], unit: DEPARTMENT }, { shared: MASKED, branch: MASKED }],
  ['who breaks the glass', { roles: ['BREAK_GLASS'] }, { commune: CLEAR, shared: CLEAR, branch: CLEAR, other: CLEAR }],
  ['who breaks the glass of a department', { roles: ['BREAK_GLASS'], unit: DEPARTMENT }, { shared: CLEAR, branch: CLEAR }],
  ['a system', { roles: ['SYSTEM'], source: SOURCE, unit: COMMUNE }, { commune: MASKED, shared: MASKED }],
  ['a system of another unit', { roles: ['SYSTEM'], source: SOURCE, unit: OTHER_COMMUNE }, {}],
  ['a system of the province', { roles: ['SYSTEM'], source: SOURCE }, { commune: MASKED, shared: MASKED, branch: MASKED }],
  ['a system without a source', { roles: ['SYSTEM'], unit: COMMUNE }, {}],
  ['an unknown unit', { roles: ['OFFICER', 'UNIT_LEADER', 'AUDITOR'], unit: '99999' }, {}],
  ['an officer who audits', { roles: ['OFFICER', 'AUDITOR'], unit: BRANCH }, { shared: CLEAR, branch: CLEAR }],
  [
    'an accountant who operates',
    { roles: ['ACCOUNTANT', 'OPERATOR'], unit: COMMUNE },
    { commune: 'core fees payments synchronizations masked', shared: 'core fees payments synchronizations masked' },
  ],
  [
    'an operator who files',
    { roles: ['OPERATOR', 'CITIZEN'], unit: BRANCH, nationalId: PERSON.nationalId },
    { commune: CLEAR, shared: CLEAR, branch: OPERATION },
  ],
];

describe.each(TABLE)('%s', (_, as, expected) => {
  it('sees each dossier as the role table says, by code, by id and as a node', async () => {
    const sights: Partial<Record<Name, string>> = {};
    for (const name of NAMES) {
      const { data, errors } = await hub.graphql(ONE, { variables: { code: codeOf(name) }, as });
      expect(errors).toEqual([]);
      if (data?.dossier != null) sights[name] = sightOf(data.dossier);
      const id = ids.get(codeOf(name)) ?? '';
      const other = await hub.graphql(BY_ID, { variables: { id }, as });
      const found = expected[name] === undefined ? { dossier: null, node: null } : { dossier: { code: codeOf(name) }, node: { id } };
      expect(other).toEqual({ data: found, codes: [], errors: [] });
    }
    expect(sights).toEqual(expected);
  });

  it('lists the same dossiers and no other, and counts no other', async () => {
    const codes = NAMES.filter((name) => expected[name] !== undefined).map(codeOf);
    const LISTS = graphql(`
      query BothLists {
        dossiers { totalCount nodes { code } pageInfo { hasNextPage } }
        administrativeUnit(code: "96") { dossiers { totalCount nodes { code } } }
      }
    `);
    const { data, errors } = await hub.ask(LISTS, { as });
    expect(errors).toEqual([]);
    for (const list of [data?.dossiers, data?.administrativeUnit?.dossiers]) {
      expect(list?.nodes.map((node) => node.code).sort()).toEqual([...codes].sort());
      expect(list?.totalCount).toBe(codes.length);
    }
  });
});

describe('who may never see a dossier', () => {
  const PUBLIC = graphql(`
    query WhatIsPublic($id: ID!) {
      administrativeUnit(code: "32248") {
        dossiers(filter: { search: "x", statuses: [ACCEPTED] }) { totalCount nodes { code } pageInfo { hasNextPage endCursor } }
      }
      node(id: $id) { id }
    }
  `);
  it.each<[string, Claims | undefined, string]>([
    ['nobody', undefined, 'UNAUTHENTICATED'],
    ['an administrator', { roles: ['ADMINISTRATOR'] }, 'FORBIDDEN'],
    ['a token without roles', { roles: [], unit: COMMUNE, nationalId: PERSON.nationalId }, 'FORBIDDEN'],
  ])('is told so, and sees an empty list in what is public: %s', async (_, as, code) => {
    const asking = as === undefined ? {} : { as };
    expect((await hub.ask(DOSSIER_CODES, asking)).codes).toEqual([code]);
    expect((await hub.ask(BY_CODE, { variables: { code: codeOf('commune') }, ...asking })).codes).toEqual([code]);
    const { data, errors } = await hub.ask(PUBLIC, { variables: { id: ids.get(codeOf('commune')) ?? '' }, ...asking });
    expect(errors).toEqual([]);
    const dossiers = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(JSON.parse(JSON.stringify(data))).toEqual({ administrativeUnit: { dossiers }, node: null });
  });
});

describe('a read of a name in clear', () => {
  const reads = () =>
    hub.platform.db.query<{ actor: string; purpose: string; fields: string[] }>(
      'SELECT actor, purpose, fields FROM outbox.personal_data_read',
    );
  const read = async (as: Claims) => {
    const before = (await reads()).length;
    await hub.ask(graphql(`query OwnerNames { dossiers { nodes { ownerName } } }`), { as });
    return (await reads()).slice(before);
  };

  it('is recorded once for each dossier with its code as the purpose', async () => {
    expect(await read({ roles: ['OFFICER'], unit: COMMUNE, subject: 'officer-1' })).toEqual([
      { actor: 'officer-1', purpose: codeOf('shared'), fields: ['ownerName'] },
      { actor: 'officer-1', purpose: codeOf('commune'), fields: ['ownerName'] },
    ]);
    expect(await read({ roles: ['BREAK_GLASS'] })).toHaveLength(4);
  });

  it('is not one where it is masked or the reader is who filed', async () => {
    expect(await read({ roles: ['AUDITOR'] })).toEqual([]);
    expect(await read({ roles: ['CITIZEN'], nationalId: PERSON.nationalId })).toEqual([]);
  });
});
