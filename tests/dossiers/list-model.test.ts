import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierFilter, DossierIngestInput, WalkedListQuery, WalkedListQueryVariables } from '../../schema/generated/graphql.ts';
import type { DossierRow } from '../../src/subgraphs/dossiers/dossier.row.ts';
import { unitDirectory } from '../../src/subgraphs/dossiers/units.ts';
import {
  BRANCH,
  type Claims,
  COMMUNE,
  createDossiersHub,
  DEPARTMENT,
  type DossiersHub,
  OTHER_COMMUNE,
  PROVINCE,
} from '../support/dossiers.ts';
import { type ListModel, type ListOrder, modelList } from '../support/list-model.ts';
import { PATIENCE } from '../support/own-server.ts';

vi.setConfig(PATIENCE);

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const PEOPLE = ['Nguyễn Thị Ánh', 'Nguyễn Văn Đạt', 'Trần Thị Bích', 'Đặng Nguyên'];
const PROCEDURES = ['1.001193', '1.004884', '2.000889'];
const ORDERS = ['SUBMITTED_AT_DESC', 'SUBMITTED_AT_ASC', 'DUE_AT_ASC', 'DUE_AT_DESC'] as const;
const ME = '096885000001';
const numberOf = (person: number) => `09688500000${person}`;

/** Hours apart, so that many dossiers share an instant, before and after the business day of 30 September 2025. */
const instant = (from: string) => fc.nat(11).map((n) => new Date(Date.parse(from) + n * 5 * 3_600_000).toISOString());
const submitted = instant('2025-09-29T01:00:00Z');
const due = fc.option(instant('2025-09-29T10:00:00Z'), { freq: 4 });
const status = fc.constantFrom('SUBMITTED', 'PROCESSING', 'RESOLVED', 'RETURNED');

const dossier = fc.record({
  serial: fc.integer({ min: 1, max: 30 }),
  receivingUnit: fc.constantFrom(COMMUNE, COMMUNE, OTHER_COMMUNE, BRANCH),
  handlingUnit: fc.option(fc.constantFrom(COMMUNE, BRANCH), { freq: 3 }),
  procedure: fc.constantFrom(...PROCEDURES),
  channel: fc.constantFrom('ONLINE' as const, 'IN_PERSON' as const, 'PUBLIC_POST' as const),
  origin: fc.constantFrom('PROVINCE' as const, 'NATIONAL_PORTAL' as const, 'MINISTRY_SYSTEM' as const),
  status,
  submittedAt: submitted,
  dueAt: due,
  person: fc.nat(PEOPLE.length - 1),
  identified: fc.nat(4).map((n) => n > 0),
  voided: fc.nat(9).map((n) => n === 0),
});
type Made = typeof dossier extends fc.Arbitrary<infer T> ? T : never;

let version = 1;
/** What a source says of its dossier of that number now. */
function inputOf({ serial, person, identified, voided, handlingUnit, ...rest }: Made): DossierIngestInput {
  version += 1;
  return hub.dossier({
    ...rest,
    code: `H12.64-250929-${String(serial).padStart(5, '0')}`,
    sourceVersion: version,
    acceptedAt: rest.status === 'SUBMITTED' ? null : rest.submittedAt,
    ...(rest.status === 'RESOLVED' || rest.status === 'RETURNED' ? { resolvedAt: '2025-09-30T03:00:00Z' } : {}),
    ...(handlingUnit === null ? {} : { handlingUnit }),
    applicant: { fullName: PEOPLE[person] as string, ...(identified ? { nationalId: numberOf(person) } : {}) },
    ...(voided ? { voided: true, voidReason: 'Nhập nhầm' } : {}),
  });
}

async function feed(made: readonly Made[]): Promise<void> {
  const latest = new Map(made.map((each) => [each.serial, each]));
  await hub.feed(...[...latest.values()].map(inputOf));
}

const VIEWERS: Claims[] = [
  { roles: ['OFFICER'], unit: COMMUNE },
  { roles: ['OFFICER', 'CITIZEN'], unit: COMMUNE, nationalId: ME },
  { roles: ['BREAK_GLASS'] },
];

async function modelFor(as: Claims): Promise<ListModel> {
  const { db, cipher, clock } = hub.platform;
  const rows = await db.query<DossierRow>('SELECT * FROM dossiers.dossier');
  const procedures = await db.query<{ code: string; reported_by: string }>('SELECT code, reported_by FROM dossiers.procedure');
  const directory = await unitDirectory(hub.platform);
  const mine = cipher.blindIndex('nationalId', ME);
  const isMine = (row: DossierRow) => as.roles?.includes('CITIZEN') === true && row.applicant_index?.equals(mine) === true;
  return {
    rows,
    sees: (row) => as.unit === undefined || row.receiving_unit === as.unit || row.handling_unit === as.unit || isMine(row),
    below: (unit) => directory.below(unit),
    reportedBy: new Map(procedures.map(({ code, reported_by }) => [code, reported_by])),
    now: clock.business(),
  };
}

const WALK = graphql(`
  query WalkedList($filter: DossierFilter, $orderBy: DossierOrder!, $first: Int, $after: String, $last: Int, $before: String) {
    dossiers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      nodes { code }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);

interface Walk {
  as: Claims;
  orderBy: ListOrder;
  filter: DossierFilter;
  backwards: boolean;
  sizes: number[];
}

async function page(as: Claims, variables: WalkedListQueryVariables): Promise<WalkedListQuery['dossiers']> {
  const { data, errors } = await hub.ask(WALK, { as, variables });
  expect(errors).toEqual([]);
  return (data as WalkedListQuery).dossiers;
}

/** The codes of a list from one end to the other, in its own order; `meanwhile` runs before each page but the first. */
async function walk({ as, orderBy, filter, backwards, sizes }: Walk, meanwhile: () => Promise<void>): Promise<string[]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  for (let at = 0, more = true; more; at += 1) {
    if (at > 0) await meanwhile();
    const size = sizes[at % sizes.length] as number;
    const window = backwards ? { last: size, before: cursor } : { first: size, after: cursor };
    const { nodes, pageInfo }: WalkedListQuery['dossiers'] = await page(as, { orderBy, filter, ...window });
    pages.push(nodes.map((node) => node.code));
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage;
    cursor = (backwards ? pageInfo.startCursor : pageInfo.endCursor) ?? null;
  }
  return (backwards ? pages.reverse() : pages).flat();
}

const codes = (rows: readonly DossierRow[]) => rows.map((row) => row.code);

it('loses and doubles nothing that stays where it is, whatever comes, moves and goes while its pages are turned', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        as: fc.constantFrom(...VIEWERS),
        orderBy: fc.constantFrom(...ORDERS),
        filter: fc.constantFrom<DossierFilter>({}, { search: 'nguyen' }, { channels: ['ONLINE', 'IN_PERSON'] }),
        backwards: fc.boolean(),
        sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
      }),
      fc.array(fc.array(dossier, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      async (asked, happenings) => {
        await feed(fc.sample(dossier, { numRuns: 40, seed: happenings.length }));
        const before = modelList(await modelFor(asked.as), asked.filter, asked.orderBy);
        const touched = new Set<string>();
        let turned = 0;
        const walked = await walk(asked, async () => {
          const made = happenings[turned] ?? [];
          turned += 1;
          for (const { serial } of made) touched.add(`H12.64-250929-${String(serial).padStart(5, '0')}`);
          if (made.length > 0) await feed(made);
        });
        const stayed = codes(before).filter((code) => !touched.has(code));
        expect(walked.filter((code) => !touched.has(code))).toEqual(stayed);
        const after = codes(modelList(await modelFor(asked.as), asked.filter, asked.orderBy));
        expect(await walk(asked, async () => undefined)).toEqual(after);
      },
    ),
    { seed: 7_202_507, numRuns: 25 },
  );
});

const some = <T>(...values: T[]) => fc.option(fc.subarray(values, { minLength: 1 }), { freq: 2, nil: undefined });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2, nil: undefined });
const anyFilter = fc.record({
  unit: maybe(fc.constantFrom(COMMUNE, OTHER_COMMUNE, BRANCH, DEPARTMENT, PROVINCE, 'nowhere')),
  procedure: maybe(fc.constantFrom(...PROCEDURES)),
  statuses: some('SUBMITTED' as const, 'PROCESSING' as const, 'RESOLVED' as const),
  channels: some('ONLINE' as const, 'IN_PERSON' as const, 'PUBLIC_POST' as const),
  origins: some('PROVINCE' as const, 'NATIONAL_PORTAL' as const, 'MINISTRY_SYSTEM' as const),
  timeliness: some(
    'OVERDUE' as const,
    'DUE_SOON' as const,
    'RUNNING' as const,
    'ON_TIME' as const,
    'LATE' as const,
    'NOT_APPLICABLE' as const,
  ),
  submittedFrom: maybe(submitted),
  submittedTo: maybe(submitted),
  dueBefore: maybe(instant('2025-09-29T10:00:00Z')),
  dueDateDiffers: maybe(fc.boolean()),
  unidentified: maybe(fc.boolean()),
  reported: maybe(fc.boolean()),
  search: maybe(fc.constantFrom('nguyen', 'thi', 'đạt nguyễn', 'n', 'bich', 'xyz', '', 'H12.64-250929-00007')),
});

it('holds what the model holds, by any parts of a filter together', async () => {
  await feed(fc.sample(dossier, { numRuns: 120, seed: 1 }));
  const models = new Map<Claims, ListModel>();
  for (const as of VIEWERS) models.set(as, await modelFor(as));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(anyFilter, fc.constantFrom(...VIEWERS), fc.constantFrom(...ORDERS), fc.nat(13), async (all, as, orderBy, kept) => {
      // Of all parts together hardly anything is left: most are asked for with a few of them.
      const parts = Object.entries(all).filter((_, at) => kept === 13 || (at * 7 + kept) % 13 < 4);
      const filter = Object.fromEntries(parts.filter(([, value]) => value !== undefined)) as DossierFilter;
      const expected = codes(modelList(models.get(as) as ListModel, filter, orderBy));
      found += expected.length;
      const { nodes, totalCount } = await page(as, { orderBy, filter, first: 100 });
      expect([filter, nodes.map((node) => node.code)]).toEqual([filter, expected]);
      expect(totalCount).toBe(expected.length);
    }),
    { seed: 7_202_507, numRuns: 300 },
  );
  expect(found).toBeGreaterThan(300);
});
