import { afterAll, beforeAll, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import { createPortalHub, type PortalHub } from '../../../../tests/support/dossiers-portal.ts';
import { type PortalRig, portalRig } from '../../../../tests/support/portal-rig.ts';
import { forgetUnits } from '../units.ts';
import { pullPortalListsJob } from './lists.jobs.ts';
import { pullPortalLists } from './lists.pull.ts';

const LISTS = graphql(`
  query PortalLists {
    portalLists { name outcome listed takenAt }
    portalListEntries(list: "AGENCIES", first: 2) { code name about }
    next: portalListEntries(list: "AGENCIES", first: 1, after: "H12.1") { code }
    portalGaps { units { code } procedures { code } }
    procedure(code: "1.001193") { publicServices { code name publisher agencies { code level } } }
  }
`);
const OPERATOR = { roles: ['OPERATOR' as const] };
const NIGHTLY = { askedBy: 'schedule', acceptLoss: false };

let rig: PortalRig;
let hub: PortalHub;
beforeAll(async () => {
  rig = await portalRig();
  hub = await createPortalHub({ port: rig.port });
});
afterAll(async () => {
  await hub.stop();
  await rig.stop();
});

const shown = async () => {
  const { data } = await hub.ask(LISTS, { as: OPERATOR });
  if (data == null) throw new Error('the lists are not shown');
  return data;
};
const listed = async (name: string) => (await shown()).portalLists.find((list) => list.name === name);

it('nothing is doubted while no list was taken', async () => {
  expect(await shown()).toMatchObject({ portalLists: [], portalListEntries: [], portalGaps: { units: [], procedures: [] } });
});

it('they are taken as the portal has them, and tell which of the province’s codes it does not know', async () => {
  expect(await pullPortalLists(hub.platform, NIGHTLY)).toEqual({ PUBLIC_SERVICES: 'DONE', AGENCIES: 'DONE', FIELDS: 'DONE' });
  await hub.platform.db.query(`UPDATE dossiers.unit SET agency_code = 'H12.999' WHERE code = '32248'`);
  await hub.platform.db.query(`UPDATE dossiers.procedure SET field_code = 'G99-OLD' WHERE code = '1.001193'`);
  await hub.platform.db.query(`UPDATE dossiers.procedure SET field_code = 'G99-SIM01' WHERE code = '1.000656'`);
  forgetUnits(hub.platform);
  expect(await shown()).toMatchObject({
    portalListEntries: [
      { code: 'H12', name: 'Cơ quan mẫu H12', about: { level: '1' } },
      { code: 'H12.1', about: { level: '3' } },
    ],
    next: [{ code: 'H12.10' }],
    portalGaps: { units: [{ code: '32248' }], procedures: [{ code: '1.001193' }] },
    procedure: {
      publicServices: [
        { code: '1.001193.01', name: 'Thủ tục đăng ký khai sinh', publisher: 'Bộ mẫu', agencies: [{ code: 'H12', level: 'FULL' }] },
      ],
    },
  });
});

it('a list that is empty or much shorter replaces nothing, unless somebody says so', async () => {
  const whole = (await listed('PUBLIC_SERVICES'))?.listed ?? 0;
  for (const few of [0, Math.floor(whole * 0.8)]) {
    await rig.modes({ listedServices: few });
    expect(await pullPortalLists(hub.platform, NIGHTLY)).toMatchObject({ PUBLIC_SERVICES: 'GUARDED', AGENCIES: 'DONE' });
    expect(await listed('PUBLIC_SERVICES')).toMatchObject({ outcome: 'GUARDED', listed: few });
    expect((await shown()).procedure?.publicServices).toHaveLength(1);
  }
  await rig.modes({ listedServices: 1 });
  expect(await pullPortalLists(hub.platform, { acceptLoss: true })).toMatchObject({ PUBLIC_SERVICES: 'DONE' });
  expect(await listed('PUBLIC_SERVICES')).toMatchObject({ outcome: 'DONE', listed: 1 });
  await rig.modes({ listedServices: null });
});

it('one that can’t be had keeps no other back; a portal that is away is left alone', async () => {
  await rig.fault({ kind: 'reject', service: 'LayDVC', count: 2 });
  expect(await pullPortalLists(hub.platform, NIGHTLY)).toEqual({ PUBLIC_SERVICES: 'FAILED', AGENCIES: 'DONE', FIELDS: 'DONE' });
  expect((await shown()).procedure?.publicServices).toHaveLength(1);
  await rig.admin('DELETE', 'faults');
  await rig.fault({ kind: 'page', status: 503, count: 1 });
  expect(await pullPortalLists(hub.platform, NIGHTLY)).toEqual({ PUBLIC_SERVICES: 'FAILED' });
});

it('a text that no database could keep holds no list back', async () => {
  const { connectors } = hub.platform;
  const rows = [
    { code: 'G1', name: 'a\0b', about: { x: ['\ud800'] } },
    { code: 'G1\0', name: 'again', about: {} },
  ];
  hub.platform.connectors = { ...connectors, portal: () => ({ ...rig.port, lists: { ODD: async () => rows } }) };
  expect(await pullPortalLists(hub.platform, NIGHTLY)).toEqual({ ODD: 'DONE' });
  hub.platform.connectors = connectors;
  const kept = await hub.platform.db.query(`SELECT code, name, about FROM dossiers.portal_list_row WHERE list = 'ODD'`);
  expect(kept).toEqual([{ code: 'G1', name: 'ab', about: { x: ['\ufffd'] } }]);
});

it('they are looked at by night, once, and again where one failed', async () => {
  const business = hub.platform.clock.business;
  const at = (instant: string) => {
    hub.platform.clock.business = () => new Date(instant);
  };
  at('2026-03-02T09:00:00+07:00');
  expect(await pullPortalListsJob.schedule?.inputs(hub.platform)).toEqual([]);
  at('2026-03-02T02:00:00+07:00');
  expect(await pullPortalListsJob.schedule?.inputs(hub.platform)).toEqual([NIGHTLY]);
  await rig.fault({ kind: 'reject', service: 'LayDanhMucLinhVuc', count: 2 });
  await pullPortalLists(hub.platform, NIGHTLY);
  expect(await pullPortalListsJob.schedule?.inputs(hub.platform)).toEqual([NIGHTLY]);
  await rig.admin('DELETE', 'faults');
  await pullPortalLists(hub.platform, NIGHTLY);
  expect(await pullPortalListsJob.schedule?.inputs(hub.platform)).toEqual([]);
  hub.platform.clock.business = business;
});

it('they are for those who run the hub', async () => {
  expect((await hub.ask(LISTS, { as: { roles: ['OFFICER'], unit: '32248' } })).codes).toContain('FORBIDDEN');
  expect((await hub.ask(LISTS)).codes).toContain('UNAUTHENTICATED');
});
