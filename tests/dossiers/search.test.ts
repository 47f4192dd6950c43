import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierFilter } from '../../schema/generated/graphql.ts';
import {
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  OTHER_COMMUNE,
  outcomes,
  PERSON,
} from '../support/dossiers.ts';

let hub: DossiersHub;
/** By the year of birth in their numbers, which are invented. */
const named = (fullName: string, serial: number) => ({ fullName, nationalId: `096885${String(serial).padStart(6, '0')}` });
const NAMES = ['Nguyễn Thị Ánh', 'Nguyễn Văn Thịnh', 'Trần Thị Nguyên', 'Lê Ánh Nguyệt', 'Thạch Sơn'];

beforeAll(async () => {
  hub = await createDossiersHub();
  await hub.feed(
    ...NAMES.flatMap((name, at) => [
      hub.dossier({ applicant: named(name, at), submittedAt: `2025-09-0${at + 1}T08:00:00+07:00`, acceptedAt: null }),
      hub.dossier({
        applicant: named(name, at),
        receivingUnit: OTHER_COMMUNE,
        handlingUnit: COMMUNE,
        acceptedAt: null,
        status: 'PROCESSING',
      }),
    ]),
  );
});
afterAll(() => hub.stop());

const SEARCH = graphql(`
  query SearchByName($filter: DossierFilter, $orderBy: DossierOrder!) {
    dossiers(filter: $filter, orderBy: $orderBy) { totalCount nodes { ownerName receivingUnit { code } } }
  }
`);
const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };
/** Each reads names by another statement: on the way through a unit, beside dossiers of one's own, by the index of all. */
const SEARCHERS: [string, Claims][] = [
  ['an officer', OFFICER],
  ['an officer who files', { ...OFFICER, roles: ['OFFICER', 'CITIZEN'], nationalId: PERSON.nationalId }],
  ['who breaks the glass', { roles: ['BREAK_GLASS'] }],
  ['who breaks the glass of a unit', { roles: ['BREAK_GLASS'], unit: COMMUNE }],
];

/** And how many dossiers of each name are then left. */
const NARROWED: [DossierFilter, number][] = [
  [{}, 2],
  [{ unit: COMMUNE }, 2],
  [{ statuses: ['PROCESSING'] }, 1],
  [{ unit: DEPARTMENT }, 0],
];

it.each(SEARCHERS)('%s finds the same by a name in every order and however else it is narrowed', async (_, as) => {
  const expected: Record<string, string[]> = {
    'nguyen thi': ['Nguyễn Thị Ánh', 'Nguyễn Văn Thịnh', 'Trần Thị Nguyên'],
    'THỊ nguyên': ['Nguyễn Thị Ánh', 'Nguyễn Văn Thịnh', 'Trần Thị Nguyên'],
    'anh nguyen': ['Nguyễn Thị Ánh'],
    'anh nguy': ['Lê Ánh Nguyệt', 'Nguyễn Thị Ánh'],
    't s': ['Thạch Sơn'],
    nguyen: ['Nguyễn Thị Ánh', 'Nguyễn Văn Thịnh', 'Trần Thị Nguyên'],
    ach: [],
  };
  for (const [search, names] of Object.entries(expected)) {
    for (const orderBy of ['SUBMITTED_AT_DESC', 'SUBMITTED_AT_ASC', 'DUE_AT_ASC', 'DUE_AT_DESC'] as const) {
      for (const [narrowed, times] of NARROWED) {
        const filter: DossierFilter = { search, ...narrowed };
        const { data, errors } = await hub.ask(SEARCH, { variables: { filter, orderBy }, as });
        expect(errors).toEqual([]);
        const found = (data?.dossiers.nodes ?? []).map((node) => node.ownerName).sort();
        const wanted = names.flatMap((name) => Array<string>(times).fill(name)).sort();
        expect([search, orderBy, filter, found]).toEqual([search, orderBy, filter, wanted]);
        expect(data?.dossiers.totalCount).toBe(found.length);
      }
    }
  }
});

it('takes a name of any length and finds it by its beginning', async () => {
  const long = `Thạch ${'語'.repeat(990)}`;
  const shown = await hub.feed(hub.dossier({ applicant: named(long, 99), owner: { kind: 'ENTERPRISE', name: `${'𠮷'.repeat(400)} xa` } }));
  expect(shown).toMatchObject({ created: 1, rejected: 0 });
  const { data } = await hub.ask(SEARCH, { variables: { filter: { search: '𠮷'.repeat(30) }, orderBy: 'SUBMITTED_AT_DESC' }, as: OFFICER });
  expect(data?.dossiers.totalCount).toBe(1);
});

it('a number of another paper, or a tax code, finds the dossiers of whose it is, however it is typed, and nobody else’s', async () => {
  const elder = { fullName: 'Trần Văn Cũ', identityDocument: { kind: 'OLD_ID' as const, number: '385123456' } };
  const foreigner = { fullName: 'John Invented', identityDocument: { kind: 'PASSPORT' as const, number: 'X0123456' } };
  const both = { ...named('Lê Thị Đổi', 77), identityDocument: { kind: 'OLD_ID' as const, number: '385999888' } };
  const company = { kind: 'ENTERPRISE' as const, name: 'Công ty 68 Mẫu', taxCode: '9900001235-001' };
  const filed = [elder, foreigner, both].map((applicant) => hub.dossier({ applicant }));
  const companys = hub.dossier({ applicant: named('Người Nộp Thay', 78), owner: company });
  expect(outcomes(await hub.feed(...filed, companys))).toEqual(['CREATED', 'CREATED', 'CREATED', 'CREATED']);
  const found = async (search: string, as: Claims = OFFICER) => {
    const { data, errors } = await hub.ask(SEARCH, { variables: { filter: { search }, orderBy: 'SUBMITTED_AT_DESC' }, as });
    expect(errors).toEqual([]);
    expect(data?.dossiers.totalCount).toBe(data?.dossiers.nodes.length);
    return (data?.dossiers.nodes ?? []).map((node) => node.ownerName);
  };
  expect(await found('385123456')).toEqual(['Trần Văn Cũ']);
  expect(await found('385.123.456')).toEqual(['Trần Văn Cũ']);
  expect(await found('x0123456')).toEqual(['John Invented']);
  expect(await found('385999888')).toEqual(['Lê Thị Đổi']);
  expect(await found(both.nationalId)).toEqual(['Lê Thị Đổi']);
  expect(await found('9900001235001')).toEqual(['Công ty 68 Mẫu']);
  expect(await found('cong ty 68')).toEqual(['Công ty 68 Mẫu']);
  for (const nobodys of ['385123457', 'X012345', '385123', '9900001235']) expect(await found(nobodys)).toEqual([]);
  expect(await found('385123456', { roles: ['OFFICER'], unit: DEPARTMENT })).toEqual([]);
  expect(await found('385123456', { roles: ['CITIZEN'], nationalId: PERSON.nationalId })).toEqual([]);
  expect(await found('385123456', { roles: ['AUDITOR'] })).toEqual([]);
});
