import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../../../schema/generated/graphql.ts';
import { COMMUNE, step } from '../../../../tests/support/dossiers.ts';
import { createPortalHub, type PortalHub } from '../../../../tests/support/dossiers-portal.ts';
import { type PortalRig, portalRig } from '../../../../tests/support/portal-rig.ts';

/** Dossiers of which three quarters were filed at the portal. */
const SIZE = 24;
const AT_PORTAL = (SIZE * 3) / 4;

const ALTERNATIVE = graphql(`
  mutation ReportFiledInWhole($input: ReportingRuleInput!) {
    setReportingRule(input: $input) { userErrors { code } }
  }
`);
const COMPARE = graphql(`
  mutation CompareCommune($unit: ID!) {
    setReporting(unit: $unit, mode: COMPARE, reason: "trước khi mở") { userErrors { code } }
  }
`);
const DIFFERENCES = graphql(`
  query DifferencesOfWorld($unit: ID, $kinds: [ComparisonKind!]) {
    comparisons(unit: $unit, kinds: $kinds, first: 100) { totalCount nodes { subject kind theirs { status } dossier { code } } }
  }
`);
const ADMINISTRATOR = { roles: ['ADMINISTRATOR' as const] };

let rig: PortalRig;
let hub: PortalHub;
beforeEach(async () => {
  rig = await portalRig();
  hub = await createPortalHub({ port: rig.port });
});
afterEach(async () => {
  await hub.stop();
  await rig.stop();
});

/** A world at its beginning; the portal knows what was filed with it. */
async function world(): Promise<DossierIngestInput[]> {
  const dossiers = Array.from({ length: SIZE }, (_, at) => {
    const steps = [step('1', '08:10', 'PROCESSING')];
    if (at % 4 === 0) return hub.dossier({ status: 'PROCESSING', steps });
    const nationalCode = `G22.99-250930-${String(at).padStart(4, '0')}`;
    return hub.dossier({ status: 'PROCESSING', steps, origin: 'NATIONAL_PORTAL', nationalCode, channel: 'ONLINE' });
  });
  const filed = dossiers.flatMap(({ nationalCode }) => (nationalCode == null ? [] : [{ nationalCode, status: 1 }]));
  await rig.admin('POST', 'known', filed);
  return dossiers;
}

/** The next version of each: handled, with a step more. */
const resolved = (dossiers: readonly DossierIngestInput[]) =>
  dossiers.map(
    (dossier): DossierIngestInput => ({
      ...dossier,
      sourceVersion: 2,
      status: 'RESOLVED',
      resolvedAt: '2025-09-30T09:00:00+07:00',
      steps: [...(dossier.steps ?? []), step('2', '09:00', 'RESOLVED')],
    }),
  );

/** What stands at the portal of each, by whichever code it knows it. */
const atPortal = (dossiers: readonly DossierIngestInput[]) =>
  Promise.all(dossiers.map(({ code, nationalCode }) => rig.dossier(nationalCode ?? code)));

describe('a world of which three quarters were filed at the portal', () => {
  it('goes back there as states and steps, and nothing of it stands there twice', async () => {
    const dossiers = await world();
    await hub.feed(...dossiers);
    await hub.deliver();
    await hub.feed(...resolved(dossiers));
    await hub.deliver();
    expect(await rig.counters()).toMatchObject({
      ...{ inserts: SIZE - AT_PORTAL, updates: SIZE - AT_PORTAL, notices: 2 * AT_PORTAL, loops: 0, duplicateInserts: 0 },
      ...{ steps: 2 * SIZE, duplicateSteps: 0, outOfOrderSteps: 0, refusals: 0 },
    });
    expect(await rig.admin('GET', 'state')).toMatchObject({ dossiers: SIZE });
  });

  it('goes in whole where one row of the rules says so: refused as an insert, then an update', async () => {
    const input = {
      ...{ origin: 'NATIONAL_PORTAL' as const, services: ['DongBoHoSoMC' as const, 'CapNhatTienDoHoSoMC' as const] },
      ...{ validFrom: '2010-01-01', reason: 'hướng dẫn mới' },
    };
    const { data } = await hub.ask(ALTERNATIVE, { variables: { input }, as: ADMINISTRATOR });
    expect(data?.setReportingRule.userErrors).toEqual([]);
    const dossiers = await world();
    await hub.feed(...dossiers);
    await hub.deliver();
    await hub.feed(...resolved(dossiers));
    await hub.deliver();
    const counters = await rig.counters();
    expect(counters).toMatchObject({
      inserts: SIZE - AT_PORTAL,
      updates: SIZE + AT_PORTAL,
      notices: 0,
      steps: 2 * SIZE,
      duplicateSteps: 0,
    });
    expect(counters['duplicateInserts']).toBeGreaterThan(0);
    expect(await rig.admin('GET', 'state')).toMatchObject({ dossiers: SIZE });
    expect((await atPortal(dossiers)).map((held) => held?.['status'])).toEqual(Array.from({ length: SIZE }, () => '9'));
  });

  it('is compared before it is switched on: what differs is listed by day, and the portal learns nothing', async () => {
    await hub.ask(COMPARE, { variables: { unit: COMMUNE }, as: ADMINISTRATOR });
    const dossiers = await world();
    await rig.admin('POST', 'known', [{ nationalCode: dossiers[1]?.nationalCode, status: 2 }]);
    await hub.feed(...dossiers);
    await hub.deliver();
    expect(await rig.counters()).toMatchObject({ inserts: 0, updates: 0, notices: 0, steps: 0, calls: { TraCuuHoSo: SIZE } });
    const listed = async (kinds: ('MISSING' | 'STATE_DIFFERS' | 'EQUAL')[]) =>
      (await hub.graphql(DIFFERENCES, { variables: { unit: COMMUNE, kinds }, as: { roles: ['UNIT_LEADER'], unit: COMMUNE } })).data
        ?.comparisons;
    const missing = await listed(['MISSING']);
    expect(missing?.nodes.map(({ dossier }) => dossier?.code).toSorted()).toEqual(
      dossiers.filter(({ nationalCode }) => nationalCode == null).map(({ code }) => code),
    );
    expect((await listed(['STATE_DIFFERS']))?.totalCount).toBe(AT_PORTAL - 1);
    expect((await listed(['EQUAL']))?.nodes).toMatchObject([{ subject: dossiers[1]?.code, theirs: { status: 'ACCEPTED' } }]);
  });
});
