import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierFilter } from '../../schema/generated/graphql.ts';
import { type Claims, COMMUNE, createDossiersHub, DEPARTMENT, type DossiersHub, OTHER_COMMUNE, PERSON } from '../support/dossiers.ts';

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
