import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierByKeysQueryVariables, FoundProceduresQueryVariables } from '../../schema/generated/graphql.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub, OTHER_PERSON, PERSON, PROVINCE, step } from '../support/dossiers.ts';
import { AS_SENT, EVERY_KEY, FEES, PROCEDURES, TREE } from './graph.documents.ts';

let hub: DossiersHub;
let dossier: { id: string; code: string };
beforeAll(async () => {
  hub = await createDossiersHub();
  const shown = await hub.feed(
    hub.dossier({
      nationalCode: 'G22.99-250930-000001',
      steps: [step('a', '08:10', 'ACCEPTED'), step('b', '09:00', 'PROCESSING')],
      documents: [
        { name: 'Tờ khai', sha256: 'AB'.repeat(32) },
        { name: 'Kết quả', isResult: true, digitized: true },
      ],
      supplements: [
        { number: 1, requestedAt: '2025-09-30T09:00:00+07:00', requestedBy: 'A', content: 'B', newDueAt: '2025-10-05T17:00:00+07:00' },
      ],
    }),
    hub.dossier({ applicant: OTHER_PERSON }),
  );
  dossier = { id: shown.results[0]?.dossier?.id ?? '', code: shown.results[0]?.code ?? '' };
});
afterAll(() => hub.stop());

const OFFICER: Claims = { roles: ['OFFICER'], unit: COMMUNE };
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('one dossier', () => {
  const BY_KEYS = graphql(`
    query DossierByKeys($id: ID, $code: String, $nationalCode: String) {
      dossier(id: $id, code: $code, nationalCode: $nationalCode) { id }
    }
  `);
  const ask = (keys: DossierByKeysQueryVariables) => hub.ask(BY_KEYS, { variables: keys, as: OFFICER });

  it('is found by any of its keys', async () => {
    const found = { dossier: { id: dossier.id } };
    expect(plain((await ask({ id: dossier.id })).data)).toEqual(found);
    expect(plain((await ask({ code: dossier.code })).data)).toEqual(found);
    expect(plain((await ask({ nationalCode: 'G22.99-250930-000001', code: null })).data)).toEqual(found);
  });

  it('is asked for by exactly one of them', async () => {
    for (const keys of [{}, { code: null }, { id: dossier.id, code: dossier.code }]) {
      const { errors, codes } = await ask(keys);
      expect(codes).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.extensions?.['field']).toBe('id');
    }
  });

  it.each<DossierByKeysQueryVariables>([
    { code: 'H12.64-250101-0001' },
    { id: 'x' },
    { id: 'dos_x' },
    { id: 'cit_0192f000-0000-7000-8000-000000000000' },
    { nationalCode: '' },
  ])('that there is not is null: %o', async (keys) => {
    expect(await ask(keys)).toEqual({ data: { dossier: null }, codes: [], errors: [] });
  });

  it('tells its times with the offset of the province, its papers and requests as they were sent', async () => {
    const { data } = await hub.ask(AS_SENT, { variables: { id: dossier.id }, as: OFFICER });
    expect(plain(data)).toEqual({
      dossier: {
        submittedAt: '2025-09-30T08:00:00.000+07:00',
        events: [{ at: '2025-09-30T08:10:00.000+07:00' }, { at: '2025-09-30T09:00:00.000+07:00' }],
        supplements: [
          { number: 1, requestedAt: '2025-09-30T09:00:00.000+07:00', newDueAt: '2025-10-05T17:00:00.000+07:00', receivedAt: null },
        ],
        documents: [
          { name: 'Tờ khai', sha256: 'ab'.repeat(32), isResult: false, digitized: false, reused: false },
          { name: 'Kết quả', sha256: null, isResult: true, digitized: true, reused: false },
        ],
      },
    });
  });

  it('has ids that are unique across types and tell nothing', async () => {
    const IDS = graphql(`
      query IdsOfAllTypes {
        dossiers { nodes { id code events { id } documents { id } applicant { id } synchronizations { id } } }
      }
    `);
    const { data } = await hub.graphql(IDS, { as: OFFICER });
    const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe('a node', () => {
  const NODE = graphql(`query AnyNode($id: ID!) { node(id: $id) { __typename id } }`);
  const APPLICANTS = graphql(`query ApplicantIds { dossiers { nodes { applicant { id } } } }`);
  const citizenOf = async (as: Claims) => {
    const { data } = await hub.graphql(APPLICANTS, { as });
    return data?.dossiers.nodes.map((node) => node.applicant?.id ?? 'nobody') ?? [];
  };

  it('is a citizen only where it is the viewer', async () => {
    const [theirs = '', own = ''] = await citizenOf(OFFICER);
    const self: Claims = { roles: ['CITIZEN'], nationalId: PERSON.nationalId };
    expect(await citizenOf(self)).toEqual([own]);
    expect(plain((await hub.graphql(NODE, { variables: { id: own }, as: self })).data)).toEqual({
      node: { __typename: 'Citizen', id: own },
    });
    for (const [id, as] of [
      [theirs, self],
      [own, OFFICER],
      [own, { roles: ['AUDITOR'] }],
      [own, { roles: ['BREAK_GLASS'] }],
    ] as [string, Claims][]) {
      expect(await hub.graphql(NODE, { variables: { id }, as })).toEqual({ data: { node: null }, codes: [], errors: [] });
    }
  });

  it('is a synchronization where it is the viewer’s to see', async () => {
    const SYNCHRONIZATIONS = graphql(`query SynchronizationIds($id: ID) { dossier(id: $id) { synchronizations { id } } }`);
    const { data } = await hub.graphql(SYNCHRONIZATIONS, { variables: { id: dossier.id }, as: OFFICER });
    const id = data?.dossier?.synchronizations?.[0]?.id ?? '';
    expect(plain((await hub.graphql(NODE, { variables: { id }, as: OFFICER })).data)).toEqual({
      node: { __typename: 'Synchronization', id },
    });
    expect((await hub.graphql(NODE, { variables: { id }, as: { roles: ['OFFICER'], unit: '31825' } })).data).toEqual({ node: null });
  });

  it.each([
    '',
    'x',
    'dos_',
    'dos_0192f000-0000-7000-8000-000000000000',
    'pay_0192f000-0000-7000-8000-000000000000',
    'rec_0192f000-0000-7000-8000-000000000000',
    'org_0192f000-0000-7000-8000-000000000000',
    'evt_0192f000-0000-7000-8000-000000000000',
    'DOS_0192F000-0000-7000-8000-000000000000',
  ])('that there is not is null, without an error: %s', async (id) => {
    for (const as of [OFFICER, { roles: ['AUDITOR'] } as Claims]) {
      expect(await hub.graphql(NODE, { variables: { id }, as })).toEqual({ data: { node: null }, codes: [], errors: [] });
    }
    expect(await hub.graphql(NODE, { variables: { id } })).toEqual({ data: { node: null }, codes: [], errors: [] });
  });
});

describe("a citizen's dossiers", () => {
  const MINE = graphql(`query OwnDossiers { viewer { citizen { dossiers(first: 5) { totalCount nodes { code ownerName } } } } }`);
  const THROUGH = graphql(`
    query DossiersThroughApplicants { dossiers { nodes { applicant { dossiers { totalCount nodes { code } } } } } }
  `);

  it('are their own, and as many as the viewer may see', async () => {
    const { data } = await hub.graphql(MINE, { as: { roles: ['CITIZEN'], nationalId: PERSON.nationalId } });
    expect(plain(data)).toEqual({
      viewer: { citizen: { dossiers: { totalCount: 1, nodes: [{ code: dossier.code, ownerName: PERSON.fullName }] } } },
    });
    const seen = await hub.graphql(THROUGH, { as: OFFICER });
    expect(seen.data?.dossiers.nodes.map((node) => node.applicant?.dossiers?.totalCount)).toEqual([1, 1]);
  });
});

describe('a text that no database holds', () => {
  it('is the key of nothing', async () => {
    const { data, errors } = await hub.ask(EVERY_KEY, { variables: { x: 'a\u0000', y: 'dos_\u0000' }, as: OFFICER });
    expect(errors).toEqual([]);
    expect(plain(data)).toEqual({
      dossier: null,
      national: null,
      node: null,
      procedure: null,
      procedures: [],
      field: [],
      administrativeUnit: null,
    });
  });
});

describe('what is public', () => {
  it('shows the tree of units, with former ones and their successors', async () => {
    const { data, errors } = await hub.ask(TREE);
    expect(errors).toEqual([]);
    expect(data?.province?.units.filter((unit) => ['WARD', 'COMMUNE'].includes(unit.kind))).toHaveLength(64);
    expect(data).toMatchObject({
      province: { name: 'Tỉnh Cà Mau', kind: 'PROVINCE', agencyCode: 'H12', parent: null, replacedBy: null },
      commune: {
        name: 'Xã Đất Mũi',
        kind: 'COMMUNE',
        agencyCode: 'H12.64',
        latitude: expect.any(Number),
        parent: { code: PROVINCE },
        receptionPoints: [{ code: '32248-1' }],
        units: [],
        validTo: null,
      },
      former: { kind: 'DISTRICT', validTo: '2025-06-30', replacedBy: { code: PROVINCE, parent: null } },
      none: null,
    });
  });

  const names = async (by: FoundProceduresQueryVariables) => (await hub.ask(PROCEDURES, { variables: by })).data?.procedures ?? [];

  it.each(['khai sinh', 'KHAI SINH', 'đăng ký khai', 'dang ky khai', '  dang   ky khai ', 'Đăng ký khai'.normalize('NFD')])(
    'finds procedures as people type them: %s',
    async (search) => {
      const found = await names({ search });
      expect(found.map((each) => each.code)).toContain('1.001193');
      expect(found.length).toBeLessThan((await names({})).length);
    },
  );

  it('narrows procedures by code, field and validity, in order of code', async () => {
    expect((await names({ search: '1.001193' })).map((each) => each.code)).toEqual(['1.001193']);
    const [all, field, active, inactive] = [
      await names({}),
      await names({ field: 'Hộ tịch' }),
      await names({ active: true }),
      await names({ active: false }),
    ];
    expect(all.map((each) => each.code)).toEqual(all.map((each) => each.code).sort());
    expect(field.length).toBeGreaterThan(5);
    expect(field.length).toBeLessThan(all.length);
    expect([active.length, inactive.length]).toEqual([all.length, 0]);
    for (const search of ['%', '_', '\\', "'"]) expect(await names({ search })).toEqual([]);
    expect(await names({ search: ' ' })).toEqual(all);
  });

  it('keeps an unknown fee apart from none', async () => {
    const { data } = await hub.ask(FEES);
    expect(data).toMatchObject({ free: { fee: 0, provisional: false }, unknown: { fee: null }, none: null });
  });
});
