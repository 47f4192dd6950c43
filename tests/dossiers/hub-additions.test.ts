import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { createDossiersHub, type DossiersHub, outcomes } from '../support/dossiers.ts';
import { CITIZEN, LEADER, type Lifecycle, lifecycleOf, OFFICER, snapshotsOf, stepsOf, THREE_DAYS } from '../support/lifecycle.ts';

const VOID = graphql(`
  mutation VoidThatStays($dossier: ID!) { voidDossier(dossier: $dossier, reason: "Nhập trùng") { userErrors { code } } }
`);
const SHOWN = graphql(`
  query ShownWithAdditions($code: String!) {
    dossier(code: $code) { id status version submittedAt voidedAt supplements { number content receivedAt } documents { id name } }
  }
`);

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub();
  life = lifecycleOf(hub);
  hub.platform.clock.business = () => new Date('2025-09-30T10:00:00+07:00');
});
afterAll(() => hub.stop());

const shownOf = async (code: string) => {
  const { data } = await hub.ask(SHOWN, { variables: { code }, as: { roles: ['AUDITOR'] } });
  if (data?.dossier == null) throw new Error(`no dossier ${code}`);
  return data.dossier;
};
const wordsOf = async (code: string) => {
  const [row] = await hub.platform.db.query('SELECT void_reason AS reason, summary FROM dossiers.dossier WHERE code = $1', [code]);
  return row;
};
/** A dossier of a source with a paper of its own, and its next versions. */
async function fed(over: Partial<DossierIngestInput> = {}) {
  const dossier = hub.dossier({ procedure: THREE_DAYS, status: 'PROCESSING', documents: [{ name: 'Tờ khai' }], ...over });
  await hub.feed(dossier);
  let version = 1;
  const next = async (change: Partial<DossierIngestInput> = {}) => {
    version += 1;
    return outcomes(await hub.feed({ ...dossier, sourceVersion: version, ...change }))[0];
  };
  return { code: dossier.code, id: (await shownOf(dossier.code)).id, next };
}

describe('a dossier that was voided here', () => {
  it('stays so through versions of a source that never heard of it, also at the portal', async () => {
    const { code, id, next } = await fed();
    expect((await hub.ask(VOID, { variables: { dossier: id }, as: LEADER })).data?.voidDossier.userErrors).toEqual([]);
    const steps = [
      { key: 'b', at: '2025-09-30T09:30:00+07:00', status: 'PROCESSING' as const, officer: 'Lê Thị Cán Bộ', content: 'chuyển' },
    ];
    expect(await next({ summary: 'một', steps })).toBe('UPDATED');
    expect(await next({ summary: 'hai', voided: false })).toBe('UPDATED');
    expect(await shownOf(code)).toMatchObject({ voidedAt: expect.any(String) });
    expect(await wordsOf(code)).toEqual({ reason: 'Nhập trùng', summary: 'hai' });
    const told = await life.told(code);
    expect(snapshotsOf(told).map((each) => each['status'])).toEqual([4, 8, 8, 8]);
    expect(stepsOf(told).map((each) => each['status'])).toEqual([4, 8, 8]);
  });

  it('is taken up again by a source that had said itself that it is void', async () => {
    const { code, id, next } = await fed();
    await hub.ask(VOID, { variables: { dossier: id }, as: LEADER });
    expect(await next({ voided: true })).toBe('UNCHANGED');
    expect(await shownOf(code)).toMatchObject({ version: 2, voidedAt: expect.any(String) });
    expect(await wordsOf(code)).toMatchObject({ reason: 'Nhập trùng' });
    expect(await next({ voided: false })).toBe('UPDATED');
    expect(await shownOf(code)).toMatchObject({ voidedAt: null });
    expect(await wordsOf(code)).toMatchObject({ reason: null });
  });
});

describe('papers that were asked for and added here', () => {
  it('stay until the source names them, and are its own from then on', async () => {
    const { code, id, next } = await fed();
    await life.moved(OFFICER, { dossier: id, to: 'SUPPLEMENT_REQUESTED', note: 'Thiếu bản sao' });
    await life.moved(CITIZEN, { dossier: id, to: 'PROCESSING', documents: [{ name: 'Bản sao' }] });
    const before = await shownOf(code);
    expect(await next({ summary: 'một' })).toBe('UPDATED');
    const after = await shownOf(code);
    expect(after).toMatchObject({ supplements: before.supplements, documents: before.documents });
    expect(await wordsOf(code)).toMatchObject({ summary: 'một' });
    expect(after.documents.map(({ name }) => name)).toEqual(['Tờ khai', 'Bản sao']);
    const [request] = before.supplements;
    const supplements = [
      {
        number: 1,
        requestedAt: '2025-09-30T10:00:00+07:00',
        requestedBy: 'Một cửa',
        content: 'Thiếu bản sao',
        receivedAt: request?.receivedAt,
      },
    ] as DossierIngestInput['supplements'];
    const documents = [{ name: 'Tờ khai' }, { name: 'Bản sao' }];
    await next({ summary: 'hai', supplements, documents });
    expect((await shownOf(code)).documents).toEqual(before.documents);
    await next({ summary: 'ba', supplements: [], documents: [{ name: 'Tờ khai' }] });
    expect(await shownOf(code)).toMatchObject({ supplements: [], documents: [{ name: 'Tờ khai' }] });
  });

  it('stay with what was filed here, once the unit’s system takes it over', async () => {
    const { code } = await life.filed(OFFICER, { procedure: THREE_DAYS, documents: [{ name: 'Đơn' }] });
    const { submittedAt } = await shownOf(code);
    const documents = [{ name: 'Biên nhận' }];
    const taken = hub.dossier({ code, procedure: THREE_DAYS, submittedAt, acceptedAt: submittedAt, status: 'PROCESSING', documents });
    expect(outcomes(await hub.feed(taken))).toEqual(['UPDATED']);
    expect((await shownOf(code)).documents.map(({ name }) => name)).toEqual(['Biên nhận', 'Đơn']);
  });
});
