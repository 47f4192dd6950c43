import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDossiersHub, type DossiersHub, outcomes } from '../support/dossiers.ts';
import { type Lifecycle, lifecycleOf, OFFICER, snapshotsOf } from '../support/lifecycle.ts';

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub();
  life = lifecycleOf(hub);
});
afterAll(() => hub.stop());

const PARTICULARS = {
  note: 'Ghi chú riêng tư',
  otherInformation: 'Người giám hộ: Trần Thị Mẫu',
  receiptNumber: 'BN-0001',
  returnNote: 'Trả cho người nhà',
  fax: '02900000000',
  otherPapers: [
    { name: 'Ảnh 3 × 4', count: 2, kind: 1 },
    { name: 'Bản vẽ', count: 1 },
  ],
};
const TOLD = {
  ...{
    note: 'Ghi chú riêng tư',
    otherInformation: 'Người giám hộ: Trần Thị Mẫu',
    receiptNumber: 'BN-0001',
    returnNote: 'Trả cho người nhà',
  },
  otherPapers: [
    { name: 'Ảnh 3 × 4', count: 2, kind: 1 },
    { name: 'Bản vẽ', count: 1 },
  ],
};
const told = async (code: string) => snapshotsOf(await life.told(code));

it('what a source says to the portal alone reaches it, also with what the hub changes, and lies nowhere in clear', async () => {
  const dossier = hub.dossier({ status: 'PROCESSING', particulars: PARTICULARS });
  const id = (await hub.feed(dossier)).results[0]?.dossier?.id ?? '';
  await life.moved(OFFICER, { dossier: id, to: 'RESOLVED' });
  const [first, moved] = await told(dossier.code);
  expect(first).toMatchObject({ ...TOLD, owner: { fax: '02900000000' } });
  expect(moved).toMatchObject({ ...TOLD, status: 9, owner: { fax: '02900000000' } });
  const [kept] = await hub.platform.db.query<{ text: string }>(
    `SELECT (SELECT string_agg(d::text, ' ') FROM dossiers.dossier d WHERE code = $1) || (SELECT string_agg(e.data::text, ' ') FROM outbox.event e WHERE subject = $1) AS text`,
    [dossier.code],
  );
  expect(kept?.text).not.toMatch(/riêng tư|giám hộ|BN-0001|người nhà|0290/);
});

it('a version that says something else of it alone is told, one that says nothing takes it back, and the same again changes nothing', async () => {
  const dossier = hub.dossier({ particulars: { note: 'một' } });
  const versions = [
    dossier,
    { ...dossier, sourceVersion: 2, particulars: { note: 'hai' } },
    { ...dossier, sourceVersion: 3, particulars: { note: 'hai' } },
    { ...dossier, sourceVersion: 4, particulars: null },
  ];
  const came: string[] = [];
  for (const version of versions) came.push(...outcomes(await hub.feed(version)));
  expect(came).toEqual(['CREATED', 'UPDATED', 'UNCHANGED', 'UPDATED']);
  expect((await told(dossier.code)).map((snapshot) => snapshot['note'])).toEqual(['một', 'hai', undefined]);
});

it('papers are counted from nought', async () => {
  const shown = await hub.feed(hub.dossier({ particulars: { otherPapers: [{ name: 'Ảnh', count: -1 }] } }));
  expect(shown.results[0]).toMatchObject({
    outcome: 'REJECTED',
    userErrors: [{ field: ['particulars', 'otherPapers', '0', 'count'] }],
  });
});
