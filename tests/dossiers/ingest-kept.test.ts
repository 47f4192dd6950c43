import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { COMMUNE, createDossiersHub, type DossiersHub, OTHER_PERSON, step } from '../support/dossiers.ts';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

describe('what is kept of a dossier', () => {
  const DETAILS = graphql(`
    query KeptDetails($code: String) {
      dossier(code: $code) { timeliness voidedAt ownerName rating documents { id name url isResult } }
    }
  `);
  const SEARCH = graphql(`query SearchedDossiers($s: String) { dossiers(filter: { search: $s }) { nodes { id } } }`);
  const officer = { roles: ['OFFICER'] as const, unit: COMMUNE };
  const detailsOf = async (code: string) => (await hub.ask(DETAILS, { variables: { code }, as: officer })).data?.dossier;

  it('gives a paper the same id in every version', async () => {
    const paper = (name: string, url: string) => ({ name, url: `https://files.invalid/${url}` });
    const base = hub.dossier({ documents: [paper('Tờ khai', '1'), paper('CCCD', '2'), paper('CCCD', '3')] });
    await hub.feed(base);
    const before = (await detailsOf(base['code']))?.documents ?? [];
    await hub.feed({
      ...base,
      sourceVersion: 2,
      documents: [paper('CCCD', '4'), paper('Giấy mới', '5'), paper('Tờ khai', '1'), paper('CCCD', '3')],
    });
    const after = (await detailsOf(base['code']))?.documents ?? [];
    expect(new Set(after.map((each) => each.id)).size).toBe(4);
    expect(after.map((each) => before.findIndex(({ id }) => id === each.id))).toEqual([1, -1, 0, 2]);
  });

  it('leaves the worklists when it is voided, stays in the trail, and can come back', async () => {
    const base = hub.dossier({ summary: 'nhập sai' });
    const search = async () => (await hub.ask(SEARCH, { variables: { s: base.code }, as: officer })).data?.dossiers.nodes.length;
    await hub.feed(base);
    expect(await search()).toBe(1);
    await hub.feed({ ...base, sourceVersion: 2, voided: true, voidReason: 'Trùng' });
    expect(await search()).toBe(0);
    expect(await detailsOf(base['code'])).toMatchObject({ timeliness: 'NOT_APPLICABLE', voidedAt: expect.any(String) });
    await hub.feed({ ...base, sourceVersion: 3 });
    expect(await search()).toBe(1);
    expect((await detailsOf(base['code']))?.voidedAt).toBeNull();
  });

  it.each<[string, Partial<DossierIngestInput> & { dueBefore?: boolean }, string]>([
    [
      'on time by the source',
      { status: 'RESOLVED', resolvedAt: '2025-09-30T09:00:00+07:00', returnedAt: '2025-10-20T09:00:00+07:00' },
      'ON_TIME',
    ],
    ['late by the source', { status: 'RETURNED', resolvedAt: '2025-10-09T09:00:00+07:00' }, 'LATE'],
    [
      'by the step that ended it, not by what came after',
      {
        status: 'RETURNED',
        steps: [
          step('a', '08:10', 'ACCEPTED'),
          step('b', '09:00', 'RESOLVED'),
          { ...step('c', '09:00', 'RETURNED'), at: '2025-10-20T09:00:00+07:00' },
        ],
      },
      'ON_TIME',
    ],
    [
      'by the last of its ends',
      {
        status: 'RESOLVED',
        steps: [
          step('a', '09:00', 'RESOLVED'),
          step('b', '10:00', 'PROCESSING'),
          { ...step('c', '09:00', 'RESOLVED'), at: '2025-10-20T09:00:00+07:00' },
        ],
      },
      'LATE',
    ],
    [
      'when it was heard of, where nothing says more',
      { status: 'STOPPED', dueAt: '2025-09-30T08:30:00+07:00', submittedAt: '2025-09-20T08:00:00+07:00', dueBefore: true },
      'LATE',
    ],
  ])('ended %s', async (_, { dueBefore, ...over }, expected) => {
    const dueAt = dueBefore === true ? '2025-09-22T17:00:00+07:00' : '2025-10-02T17:00:00+07:00';
    const base = hub.dossier({ ...over, dueAt });
    await hub.feed(base);
    expect((await detailsOf(base['code']))?.timeliness).toBe(expected);
  });

  it('lets the applicant differ from the owner, and finds neither by the other', async () => {
    const base = hub.dossier({ applicant: OTHER_PERSON, owner: { kind: 'CITIZEN', name: 'Phạm Bé Út', nationalId: '096885000001' } });
    await hub.feed(base);
    expect((await detailsOf(base['code']))?.ownerName).toBe('Phạm Bé Út');
    const [row] = await hub.platform.db.query<{ applicant_name: string; name_folded: string }>(
      'SELECT applicant_name, name_folded FROM dossiers.dossier WHERE code = $1',
      [base['code']],
    );
    expect(row).toEqual({ applicant_name: OTHER_PERSON.fullName, name_folded: 'pham be ut | tran thi bich' });
  });

  it('takes who has no number, marks and lists them, and never takes two for one', async () => {
    const nameless = { fullName: 'Lý Không Số' };
    const [one, two] = [
      hub.dossier({ applicant: nameless }),
      hub.dossier({ applicant: { ...nameless, nationalId: '', identityDocument: { kind: 'OTHER', number: ' ' } } }),
    ];
    expect(await hub.feed(one, two)).toMatchObject({ created: 2, rejected: 0 });
    const rows = await hub.platform.db.query<{ applicant_id: string; unidentified: boolean }>(
      'SELECT applicant_id, unidentified FROM dossiers.dossier WHERE code = ANY($1)',
      [[one['code'], two['code']]],
    );
    expect(rows.map((row) => row.unidentified)).toEqual([true, true]);
    expect(new Set(rows.map((row) => row.applicant_id)).size).toBe(2);
    const UNIDENTIFIED = graphql(`
      query UnidentifiedDossiers { dossiers(filter: { unidentified: true }) { nodes { code unidentified } } }
    `);
    const list = await hub.ask(UNIDENTIFIED, { as: officer });
    expect(list.data?.dossiers.nodes.map((node) => node.code).sort()).toEqual([one['code'], two['code']]);
    expect(list.data?.dossiers.nodes.every((node) => node.unidentified)).toBe(true);
  });

  it('takes a procedure that the catalogue lacks once, by the name that came first, and tells the portal that name', async () => {
    const procedure = '1.888888';
    const rejected = hub.dossier({ procedure: '1.777777', applicant: { fullName: '' } });
    await hub.feed(
      hub.dossier({ procedure, procedureName: 'Thủ tục mới' }),
      hub.dossier({ procedure, procedureName: 'Tên khác' }),
      rejected,
    );
    const PROCEDURES = graphql(`
      query NewProcedures {
        one: procedure(code: "1.888888") { name provisional active fee }
        two: procedure(code: "1.777777") { code }
      }
    `);
    const { data } = await hub.ask(PROCEDURES);
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      one: { name: 'Thủ tục mới', provisional: true, active: true, fee: null },
      two: null,
    });
  });
});
