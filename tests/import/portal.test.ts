import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortalHub, type PortalHub } from '../support/dossiers-portal.ts';
import { exportRow, HEADING, type ImportHub, importingWith } from '../support/imports.ts';
import { type PortalRig, portalRig } from '../support/portal-rig.ts';

let rig: PortalRig;
let hub: PortalHub & ImportHub;

beforeAll(async () => {
  rig = await portalRig();
  hub = importingWith(await createPortalHub({ port: rig.port }));
});
afterAll(async () => {
  await hub?.stop();
  await rig?.stop();
});

const [SAID, THERE, ABSENT] = [1, 2, 3].map((number) => exportRow(number, number === 1 ? { 'Đã đồng bộ': 'x' } : {}));
const codeOf = (row: readonly string[] | undefined) => row?.[0] ?? '';
const calls = async () => (await rig.counters()).calls['DongBoHoSoMC'] ?? 0;
const comparisons = () => hub.rows('SELECT subject, kind FROM integration.comparison ORDER BY subject');

describe('dossiers that were imported, at the portal', () => {
  it('are looked up and inserted never', async () => {
    await rig.admin(
      'POST',
      'known',
      [SAID, THERE].map((row) => ({ code: codeOf(row), nationalCode: null, status: 4 })),
    );
    const content = [HEADING, ...[SAID, THERE, ABSENT].map((row) => (row ?? []).join(','))].join('\n');
    expect((await hub.take(hub.file('export.csv', content))).counts).toEqual({ CREATED: 3 });
    await hub.deliver();
    expect(await calls()).toBe(0);
    expect(await rig.dossier(codeOf(ABSENT))).toBeUndefined();
    const [there, absent] = await comparisons();
    expect(there).toMatchObject({ subject: codeOf(THERE) });
    expect(there?.['kind']).not.toBe('MISSING');
    expect(absent).toEqual({ subject: codeOf(ABSENT), kind: 'MISSING' });
    expect(await comparisons()).toHaveLength(2);
  });

  it('go there with their next change: one that the source said is there at once as an update, one that was found in the end', async () => {
    const change = (row: readonly string[] | undefined) =>
      hub.dossier({ code: codeOf(row), sourceVersion: Date.now(), status: 'PROCESSING', summary: 'đã đổi' });
    await hub.feed(change(SAID));
    await hub.deliver();
    expect(await calls()).toBe(1);
    expect(await rig.dossier(codeOf(SAID))).toMatchObject({ code: codeOf(SAID) });
    await hub.feed(change(THERE));
    await hub.deliver();
    expect(await calls()).toBe(3);
    expect(await hub.rows(`SELECT DISTINCT state FROM integration.delivery WHERE kind = 'portal.dossier'`)).toEqual([
      { state: 'DELIVERED' },
    ]);
  });
});
