import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Claims,
  COMMUNE,
  createDossiersHub,
  type DossiersHub,
  OTHER_PERSON,
  PERSON,
  PROVINCE,
  step,
  type UserErrorShown,
} from '../support/dossiers.ts';

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
  const ask = (call: string, as = OFFICER) => hub.ask(`{ dossier${call} { id } }`, { as });

  it('is found by any of its keys', async () => {
    const found = { dossier: { id: dossier.id } };
    expect(plain((await ask(`(id: "${dossier.id}")`)).data)).toEqual(found);
    expect(plain((await ask(`(code: "${dossier.code}")`)).data)).toEqual(found);
    expect(plain((await ask('(nationalCode: "G22.99-250930-000001", code: null)')).data)).toEqual(found);
  });

  it('is asked for by exactly one of them', async () => {
    for (const call of ['', '(code: null)', `(id: "${dossier.id}", code: "${dossier.code}")`]) {
      const { errors, codes } = await ask(call);
      expect(codes).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.extensions?.['field']).toBe('id');
    }
  });

  it.each([
    '(code: "H12.64-250101-0001")',
    '(id: "x")',
    '(id: "dos_x")',
    '(id: "cit_0192f000-0000-7000-8000-000000000000")',
    '(nationalCode: "")',
  ])('that there is not is null: %s', async (call) => {
    expect(await ask(call)).toEqual({ data: { dossier: null }, codes: [], errors: [] });
  });

  it('tells its times with the offset of the province, its papers and requests as they were sent', async () => {
    const query = `query ($id: ID) { dossier(id: $id) { submittedAt events { at } supplements { number requestedAt newDueAt receivedAt } documents { name sha256 isResult digitized reused } } }`;
    const { data } = await hub.ask(query, { variables: { id: dossier.id }, as: OFFICER });
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
    const query = '{ dossiers { nodes { id code events { id } documents { id } applicant { id } synchronizations { id } } } }';
    const { data } = await hub.graphql<{ dossiers: { nodes: object[] } }>(query, { as: OFFICER });
    const ids = [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

describe('a node', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
  const citizenOf = async (as: Claims) => {
    const { data } = await hub.graphql<{ dossiers: { nodes: { applicant: { id: string } }[] } }>(
      '{ dossiers { nodes { applicant { id } } } }',
      { as },
    );
    return data?.dossiers.nodes.map((node) => node.applicant.id) ?? [];
  };

  it('is a citizen only where it is the viewer', async () => {
    const [theirs, own] = await citizenOf(OFFICER);
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
    const { data } = await hub.graphql<{ dossier: { synchronizations: { id: string }[] } }>(
      'query ($id: ID) { dossier(id: $id) { synchronizations { id } } }',
      { variables: { id: dossier.id }, as: OFFICER },
    );
    const id = data?.dossier.synchronizations[0]?.id ?? '';
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
  const MINE = '{ viewer { citizen { dossiers(first: 5) { totalCount nodes { code ownerName } } } } }';

  it('are their own, and as many as the viewer may see', async () => {
    const { data } = await hub.graphql(MINE, { as: { roles: ['CITIZEN'], nationalId: PERSON.nationalId } });
    expect(plain(data)).toEqual({
      viewer: { citizen: { dossiers: { totalCount: 1, nodes: [{ code: dossier.code, ownerName: PERSON.fullName }] } } },
    });
    const through = '{ dossiers { nodes { applicant { dossiers { totalCount nodes { code } } } } } }';
    const seen = await hub.graphql<{ dossiers: { nodes: { applicant: { dossiers: { totalCount: number } } }[] } }>(through, {
      as: OFFICER,
    });
    expect(seen.data?.dossiers.nodes.map((node) => node.applicant.dossiers.totalCount)).toEqual([1, 1]);
  });
});

describe('a text that no database holds', () => {
  it('is the key of nothing', async () => {
    const query = `query ($x: String, $y: ID!) { dossier(code: $x) { id } national: dossier(nationalCode: $x) { id } node(id: $y) { id }
      procedure(code: $y) { code } procedures(search: $x) { code } field: procedures(field: $x) { code } administrativeUnit(code: $y) { code } }`;
    const { data, errors } = await hub.ask(query, { variables: { x: 'a\u0000', y: 'dos_\u0000' }, as: OFFICER });
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
    const query = `{ province: administrativeUnit(code: "96") { name kind agencyCode parent { code } units { code kind } replacedBy { code } }
      commune: administrativeUnit(code: "32248") { name kind agencyCode latitude longitude parent { code } receptionPoints { code name } units { code } validTo }
      former: administrativeUnit(code: "F-954") { kind validTo replacedBy { code parent { code } } } none: administrativeUnit(code: "x") { code } }`;
    const { data, errors } = await hub.ask<Record<string, { units: { kind: string }[] }>>(query);
    expect(errors).toEqual([]);
    expect(data?.['province']?.units.filter((unit) => ['WARD', 'COMMUNE'].includes(unit.kind))).toHaveLength(64);
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

  const names = async (call: string) =>
    (await hub.ask<{ procedures: { code: string; name: string }[] }>(`{ procedures${call} { code name } }`)).data?.procedures ?? [];

  it.each(['khai sinh', 'KHAI SINH', 'đăng ký khai', 'dang ky khai', '  dang   ky khai ', 'Đăng ký khai'.normalize('NFD')])(
    'finds procedures as people type them: %s',
    async (search) => {
      const found = await names(`(search: "${search}")`);
      expect(found.map((each) => each.code)).toContain('1.001193');
      expect(found.length).toBeLessThan((await names('')).length);
    },
  );

  it('narrows procedures by code, field and validity, in order of code', async () => {
    expect((await names('(search: "1.001193")')).map((each) => each.code)).toEqual(['1.001193']);
    const [all, field, active, inactive] = [
      await names(''),
      await names('(field: "Hộ tịch")'),
      await names('(active: true)'),
      await names('(active: false)'),
    ];
    expect(all.map((each) => each.code)).toEqual(all.map((each) => each.code).sort());
    expect(field.length).toBeGreaterThan(5);
    expect(field.length).toBeLessThan(all.length);
    expect([active.length, inactive.length]).toEqual([all.length, 0]);
    for (const search of ['%', '_', '\\\\', "'"]) expect(await names(`(search: "${search}")`)).toEqual([]);
    expect(await names('(search: " ")')).toEqual(all);
  });

  it('keeps an unknown fee apart from none', async () => {
    const { data } = await hub.ask(
      '{ free: procedure(code: "1.001193") { fee workingDays provisional } unknown: procedure(code: "1.004873") { fee } none: procedure(code: "9.999999") { fee } }',
    );
    expect(data).toMatchObject({ free: { fee: 0, provisional: false }, unknown: { fee: null }, none: null });
  });
});

describe('what is not available yet', () => {
  const MOVE =
    'mutation ($id: ID!) { moveDossier(input: { dossier: $id, to: PROCESSING }) { dossier { id } userErrors { code message } } }';
  const SUBMIT = `mutation { submitDossier(input: { procedure: "1.001193", receivingUnit: "32248", applicant: { fullName: "A" }, channel: ONLINE, idempotencyKey: "k" }) {
    dossier { id } userErrors { code message } } }`;

  it('says so to who may, and refuses who never may', async () => {
    for (const query of [MOVE, SUBMIT]) {
      const ask = (as: Claims | undefined, language?: string) =>
        hub.ask<Record<string, { dossier: null; userErrors: UserErrorShown[] }>>(query, {
          variables: { id: dossier.id },
          ...(as === undefined ? {} : { as }),
          ...(language === undefined ? {} : { language }),
        });
      for (const role of ['CITIZEN', 'OFFICER', 'UNIT_LEADER'] as const) {
        const { data } = await ask({ roles: [role], unit: COMMUNE });
        expect(Object.values(data ?? {})).toEqual([
          { dossier: null, userErrors: [{ code: 'NOT_AVAILABLE', message: 'Chức năng này chưa được mở.' }] },
        ]);
      }
      expect(Object.values((await ask(OFFICER, 'en')).data ?? {})[0]?.userErrors[0]?.message).toBe('This is not available yet.');
      for (const role of ['ACCOUNTANT', 'OPERATOR', 'ADMINISTRATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'] as const)
        expect((await ask({ roles: [role] })).codes).toEqual(['FORBIDDEN']);
      expect((await ask(undefined)).codes).toEqual(['UNAUTHENTICATED']);
    }
  });
});
