import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierFilter, DossierIngestInput } from '../../schema/generated/graphql.ts';
import type { Query } from '../support/client.ts';
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
} from '../support/dossiers.ts';
import { statementsOf } from '../support/statements.ts';

/** What is told apart: everything else of a dossier is the same. Business time is 30 September 2025. */
const SET = {
  a: {
    channel: 'ONLINE',
    origin: 'NATIONAL_PORTAL',
    nationalCode: 'G22.99.1-250930-000123',
    submittedAt: '2025-09-01T00:00:00+07:00',
    dueAt: '2025-09-02T17:00:00+07:00',
  },
  b: { channel: 'ONLINE', status: 'PROCESSING', submittedAt: '2025-08-31T23:59:59+07:00', dueAt: '2025-10-01T17:00:00+07:00' },
  c: {
    channel: 'PUBLIC_POST',
    status: 'RESOLVED',
    resolvedAt: '2025-09-10T08:00:00+07:00',
    submittedAt: '2025-09-02T08:00:00+07:00',
    dueAt: '2025-09-11T17:00:00+07:00',
  },
  d: { procedure: '1.004884', applicant: { ...OTHER_PERSON, fullName: 'Đặng Thị Ánh_50%' }, submittedAt: '2025-09-03T08:00:00+07:00' },
  e: { receivingUnit: OTHER_COMMUNE, handlingUnit: BRANCH, applicant: OTHER_PERSON, submittedAt: '2025-09-04T08:00:00+07:00' },
  f: {
    receivingUnit: BRANCH,
    owner: { kind: 'ENTERPRISE', name: 'Công ty TNHH Đước Xanh' },
    submittedAt: '2025-09-05T08:00:00+07:00',
    dueAt: '2025-12-01T17:00:00+07:00',
  },
} satisfies Record<string, Partial<DossierIngestInput>>;
type Name = keyof typeof SET;

let hub: DossiersHub;
const codes = new Map<string, Name>();
beforeAll(async () => {
  hub = await createDossiersHub();
  const inputs = Object.entries(SET).map(([name, over]) => {
    const dossier = hub.dossier({ acceptedAt: null, ...over });
    codes.set(dossier.code, name as Name);
    return dossier;
  });
  expect((await hub.feed(...inputs)).created).toBe(inputs.length);
});
afterAll(() => hub.stop());

const BREAK_GLASS: Claims = { roles: ['BREAK_GLASS'] };
const LIST = graphql(`
  query FilteredDossiers($filter: DossierFilter) {
    dossiers(filter: $filter, orderBy: SUBMITTED_AT_ASC) { totalCount nodes { code } }
  }
`);

async function found(filter: DossierFilter, as: Claims = BREAK_GLASS): Promise<string> {
  const { data, errors } = await hub.ask(LIST, {
    variables: { filter },
    as,
  });
  expect(errors).toEqual([]);
  expect(data?.dossiers.totalCount).toBe(data?.dossiers.nodes.length);
  return (data?.dossiers.nodes ?? []).map((node) => codes.get(node.code) ?? '?').join('');
}
const codeOf = (name: Name) => [...codes].find(([, each]) => each === name)?.[0] ?? '';

describe('a filter', () => {
  it.each<[Record<string, unknown>, string]>([
    [{}, 'bacdef'],
    [{ unit: COMMUNE }, 'bacd'],
    [{ unit: BRANCH }, 'ef'],
    [{ unit: DEPARTMENT }, 'ef'],
    [{ unit: PROVINCE }, 'bacdef'],
    [{ unit: '99999' }, ''],
    [{ procedure: '1.004884' }, 'd'],
    [{ procedure: '\u0000' }, ''],
    [{ unit: '\u0000' }, ''],
    [{ statuses: ['PROCESSING', 'RESOLVED'] }, 'bc'],
    [{ statuses: [] }, ''],
    [{ channels: ['ONLINE'] }, 'ba'],
    [{ channels: ['ONLINE', 'PUBLIC_POST'] }, 'bac'],
    [{ origins: ['NATIONAL_PORTAL'] }, 'a'],
    [{ origins: ['MINISTRY_SYSTEM'] }, ''],
    [{ timeliness: ['OVERDUE'] }, 'a'],
    [{ timeliness: ['DUE_SOON'] }, 'b'],
    [{ timeliness: ['ON_TIME', 'RUNNING'] }, 'cf'],
    [{ timeliness: ['NOT_APPLICABLE'] }, 'de'],
    [{ submittedFrom: '2025-09-01T00:00:00+07:00' }, 'acdef'],
    [{ submittedTo: '2025-09-01T00:00:00+07:00' }, 'b'],
    [{ submittedFrom: '2025-08-31T17:00:00Z', submittedTo: '2025-09-02T01:00:00Z' }, 'a'],
    [{ dueBefore: '2025-09-11T17:00:00+07:00' }, 'a'],
    [{ unidentified: false }, 'bacdef'],
    [{ unidentified: true }, ''],
    [{ unit: COMMUNE, channels: ['ONLINE'], statuses: ['ACCEPTED'], timeliness: ['OVERDUE'], search: 'nguyen' }, 'a'],
    [{ unit: BRANCH, channels: ['ONLINE'] }, ''],
  ])('%j finds %s', async (filter, names) => {
    expect(await found(filter)).toBe(names);
  });

  it('that is null in its parts asks for nothing', async () => {
    expect(await found({ unit: null, statuses: null, search: null, dueBefore: null, timeliness: null, unidentified: null })).toBe('bacdef');
  });
});

describe('a search', () => {
  it.each([
    ['part of a name', 'nguyễn văn', 'bacf'],
    ['without diacritics', 'NGUYEN van DAT', 'bacf'],
    ['in decomposed letters', 'Nguyễn Văn Đạt'.normalize('NFD'), 'bacf'],
    ['đ and Đ as d', 'dang thi', 'd'],
    ['d as đ', 'đang thi', 'd'],
    ['with spaces anyhow', '  dang    thi  ', 'd'],
    ["an owner's name", 'duoc xanh', 'f'],
    ['words in any order', 'dat nguyen', 'bacf'],
    ['words that do not stand together', 'nguyen dat', 'bacf'],
    ['the beginning of words', 'ngu da', 'bacf'],
    ['nothing by the end of a word', 'guyen', ''],
    ['nothing by one word that is in no such name', 'nguyen thi', ''],
    ['a word that is said twice once', 'dat dat', 'bacf'],
    ['a letter', 'x', 'f'],
    ['a percent sign as itself', 'anh_50%', 'd'],
    ['nothing by a percent sign as anything', 'a%50', ''],
    ['nothing by an underscore as anything', 'd_ng', ''],
    ['nothing by a sign that begins no word', '%', ''],
    ['nothing by a backslash', '\\', ''],
    ['nothing by a quote', "' OR '1'='1", ''],
    ['nothing by what is in no name', 'xyz', ''],
    ['nothing by what no database holds', 'nguyen\u0000', ''],
    ['everything by blanks', '   ', 'bacdef'],
    ['a person by number', OTHER_PERSON.nationalId, 'de'],
    ['a person by number with spaces', '096 885 123 456', 'bacf'],
    ['nobody by part of a number', '096885', ''],
    ['the national code', 'g22.99.1-250930-000123', 'a'],
  ])('finds %s', async (_, search, names) => {
    expect(await found({ search })).toBe(names);
  });

  it('is not a book', async () => {
    expect(await found({ search: 'x'.repeat(200) })).toBe('');
    const { errors } = await hub.ask(LIST, { variables: { filter: { search: 'x'.repeat(201) } }, as: BREAK_GLASS });
    expect(errors.map((error) => error.extensions)).toEqual([{ code: 'BAD_USER_INPUT', field: 'filter.search' }]);
  });

  it('finds a dossier by its code, in either case', async () => {
    expect(await found({ search: codeOf('c') })).toBe('c');
    expect(await found({ search: ` ${codeOf('c').toLowerCase()} ` })).toBe('c');
    expect(await found({ search: codeOf('c').slice(0, -2) })).toBe('');
  });

  it.each<[string, Claims, string, string]>([
    ['an auditor', { roles: ['AUDITOR'] }, '', ''],
    ['an accountant', { roles: ['ACCOUNTANT'] }, '', ''],
    ['an operator', { roles: ['OPERATOR'] }, '', ''],
    ['a system', { roles: ['SYSTEM'], source: 'one-stop' }, '', ''],
    ['the leader of the province', { roles: ['UNIT_LEADER'], unit: PROVINCE }, '', ''],
    ['a leader of the unit above', { roles: ['UNIT_LEADER'], unit: DEPARTMENT }, '', ''],
    ['a leader of the unit itself', { roles: ['UNIT_LEADER'], unit: BRANCH }, 'f', 'e'],
    ['an officer', { roles: ['OFFICER'], unit: COMMUNE }, 'bac', 'd'],
    ['a citizen', { roles: ['CITIZEN'], nationalId: PERSON.nationalId }, 'bacf', ''],
    ['an auditor who is a citizen', { roles: ['AUDITOR', 'CITIZEN'], nationalId: PERSON.nationalId }, 'bacf', ''],
  ])('by %s finds whose names it shows, and nobody else', async (_, as, byName, byNumber) => {
    expect(await found({ search: 'nguyen van dat' }, as)).toBe(byName);
    expect(await found({ search: OTHER_PERSON.nationalId }, as)).toBe(byNumber);
    expect(await found({ search: codeOf('a') }, as)).toBe((await found({}, as)).includes('a') ? 'a' : '');
  });
});

describe('what a list costs', () => {
  const WORKLIST = graphql(`
    query WorklistWithNames($first: Int) {
      dossiers(first: $first) {
        nodes {
          code ownerName procedure { name } receivingUnit { name } handlingUnit { name } events { note } fees { amount }
          applicant { fullName nationalId } organization { name } amountDue amountPaid
          payments { reference merchant { name } }
          synchronizations { state }
        }
      }
    }
  `);

  it('is the same for 20 dossiers and for 100, through the whole graph', async () => {
    const serial = (at: number) => String(at).padStart(6, '0');
    await hub.feed(
      ...Array.from({ length: 110 }, (_, at) =>
        hub.dossier({
          applicant: { fullName: `Người ${at}`, nationalId: `096890${serial(at)}` },
          owner: at % 2 === 0 ? null : { kind: 'ENTERPRISE', name: `Công ty ${at}` },
          fees: [{ code: 'LP', name: 'Lệ phí', amount: 1_000 }],
          payments: [{ provider: 'VNPAY', reference: `P${at}`, amount: 1_000, status: 'SUCCEEDED' }],
          procedure: at % 2 === 0 ? '1.001193' : '1.004884',
        }),
      ),
    );
    const officer: Claims = { roles: ['OFFICER'], unit: COMMUNE };
    const counted = async (first: number) => {
      const statements = await statementsOf(async () => {
        const { data, errors } = await hub.graphql(WORKLIST, { variables: { first }, as: officer });
        expect(errors).toEqual([]);
        expect(data?.dossiers.nodes).toHaveLength(first);
      });
      return statements.length;
    };
    await counted(5);
    expect(await counted(20)).toBe(await counted(100));
  });

  it('is the same for the dossiers of one citizen and of many, a page and a count each', async () => {
    const THROUGH = graphql(`
      query DossiersThroughCitizens($first: Int) {
        dossiers(first: $first, filter: { search: "người" }) {
          nodes {
            applicant {
              fullName
              dossiers(first: 1, filter: { channels: [IN_PERSON] }) { totalCount nodes { code ownerName } pageInfo { hasNextPage } }
            }
          }
        }
      }
    `);
    const officer: Claims = { roles: ['OFFICER', 'CITIZEN'], unit: COMMUNE, nationalId: PERSON.nationalId };
    const counted = async (first: number) => {
      const statements = await statementsOf(async () => {
        const { data, errors } = await hub.graphql(THROUGH, { variables: { first }, as: officer });
        expect(errors).toEqual([]);
        expect(data?.dossiers.nodes.map((node) => node.applicant?.dossiers?.totalCount)).toEqual(Array(first).fill(1));
        expect(data?.dossiers.nodes.every((node) => node.applicant?.dossiers?.nodes.length === 1)).toBe(true);
      });
      return statements.length;
    };
    await counted(2);
    expect(await counted(100)).toBe(await counted(10));
  });

  it('holds the count only where it is asked for', async () => {
    const counts = async (query: Query<unknown, Record<string, never>>) => {
      const sent = await statementsOf(() => hub.ask(query, { as: BREAK_GLASS }));
      return sent.filter((sql) => sql.includes('count(*)')).length;
    };
    expect(await counts(graphql(`query NodesWithoutCount { dossiers(first: 2) { nodes { code } pageInfo { hasNextPage } } }`))).toBe(0);
    expect(await counts(graphql(`query CountAlone { dossiers(first: 2) { totalCount } }`))).toBe(1);
  });
});
