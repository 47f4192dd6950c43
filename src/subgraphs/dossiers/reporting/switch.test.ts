import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { SetReportingMutationVariables } from '../../../../schema/generated/graphql.ts';
import { deliveriesOf, operationsOf } from '../../../../tests/support/deliveries.ts';
import { COMMUNE, createDossiersHub, type DossiersHub, OTHER_COMMUNE, PROVINCE, SOURCE, step } from '../../../../tests/support/dossiers.ts';
import { forgetReporting } from './directory.ts';
import type { ReportingMode } from './reporting.type.ts';

const SET = graphql(`
  mutation SetReporting($unit: ID!, $source: String, $mode: ReportingMode!, $from: DateTime, $reason: String!) {
    setReporting(unit: $unit, source: $source, mode: $mode, from: $from, reason: $reason) {
      reportingSwitch { unit { code } source mode own history { mode from changedBy reason } }
      userErrors { code field }
    }
  }
`);
const SWITCHES = graphql(`
  query ReportingSwitches($unit: ID!) {
    reportingSwitches(unit: $unit) { unit { code } source mode own history { mode } }
  }
`);

const ADMINISTRATOR = { roles: ['ADMINISTRATOR' as const], subject: 'quan-tri' };
/** A procedure that a ministry's system reports. */
const MINISTRY = '2.000986';

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

const set = async (
  variables: Partial<SetReportingMutationVariables> & { unit: string; mode: ReportingMode },
  as: Parameters<DossiersHub['tokenOf']>[0] = ADMINISTRATOR,
) => {
  const { data, codes } = await hub.ask(SET, {
    variables: { reason: 'mở đồng bộ', ...variables },
    as,
  });
  return { ...data?.setReporting, codes };
};

describe('the switch of a unit and source', () => {
  it('begins as the installation is set', async () => {
    hub.platform.config.reporting = 'OFF';
    forgetReporting(hub.platform);
    const dossier = hub.dossier();
    await hub.feed(dossier);
    hub.platform.config.reporting = 'ON';
    forgetReporting(hub.platform);
    expect(await operationsOf(hub, dossier.code)).toEqual([]);
  });

  it('goes OFF, COMPARE, ON and back, and each dossier follows it', async () => {
    const steps = [step('1', '08:10', 'PROCESSING')];
    const first = hub.dossier({ receivingUnit: OTHER_COMMUNE, steps });
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed(first);
    expect(await operationsOf(hub, first.code)).toEqual([]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'COMPARE' });
    await hub.feed({ ...first, sourceVersion: 2, status: 'PROCESSING' });
    expect(await deliveriesOf(hub, first.code)).toMatchObject([{ kind: 'portal.compare', operation: 'TraCuuHoSo', sequence: 2 }]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
    await hub.feed({
      ...first,
      sourceVersion: 3,
      status: 'RESOLVED',
      steps: [...steps, step('2', '09:00', 'RESOLVED')],
    });
    expect((await deliveriesOf(hub, first.code)).slice(1)).toMatchObject([
      { operation: 'DongBoHoSoMC', sequence: 1 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 2 },
    ]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed({ ...first, sourceVersion: 4, status: 'RETURNED' });
    expect(await deliveriesOf(hub, first.code)).toHaveLength(3);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
  });

  it('tells the portal of a dossier before its steps, where it was never told', async () => {
    await set({ unit: OTHER_COMMUNE, mode: 'ON' });
    const dossier = hub.dossier({ receivingUnit: OTHER_COMMUNE, sourceVersion: 5 });
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed(dossier);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
    await hub.feed({ ...dossier, sourceVersion: 4, steps: [step('9', '08:20', 'PROCESSING')] });
    expect(await operationsOf(hub, dossier.code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
  });

  it('compares nothing that would not be sent', async () => {
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'COMPARE' });
    const dossier = hub.dossier({ receivingUnit: OTHER_COMMUNE, procedure: MINISTRY });
    await hub.feed(dossier);
    expect(await operationsOf(hub, dossier.code)).toEqual([]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
  });

  it('holds from an instant to come, and not before', async () => {
    const from = new Date(hub.platform.clock.business().getTime() + 3_600_000);
    await set({ unit: COMMUNE, source: SOURCE, mode: 'OFF', from: from.toISOString() });
    const [now, later] = [hub.dossier(), hub.dossier()];
    await hub.feed(now);
    expect(await operationsOf(hub, now.code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
    const business = hub.platform.clock.business;
    hub.platform.clock.business = () => from;
    await hub.feed(later);
    hub.platform.clock.business = business;
    expect(await operationsOf(hub, later.code)).toEqual([]);
    await set({ unit: COMMUNE, source: SOURCE, mode: 'ON', from: from.toISOString() });
  });

  it('is the nearest unit’s above where a unit has none, and shows every setting', async () => {
    await set({ unit: PROVINCE, mode: 'COMPARE', reason: 'toàn tỉnh đối chiếu' });
    const dossier = hub.dossier({ sourceSystem: 'other', receivingUnit: '31843' });
    await hub.feedAs({ roles: ['SYSTEM'], source: 'other', unit: PROVINCE }, dossier);
    expect(await operationsOf(hub, dossier.code)).toEqual(['TraCuuHoSo']);
    const { data } = await hub.ask(SWITCHES, {
      variables: { unit: PROVINCE },
      as: { roles: ['OPERATOR'] },
    });
    expect(data?.reportingSwitches[0]).toMatchObject({ unit: { code: PROVINCE }, source: null, mode: 'COMPARE', own: true, history: [{}] });
    const own = data?.reportingSwitches.find(({ unit, source }) => unit.code === OTHER_COMMUNE && source === SOURCE);
    expect(own).toMatchObject({ mode: 'ON', own: true });
    expect(own?.history.length).toBeGreaterThan(6);
    await set({ unit: PROVINCE, mode: 'ON' });
  });

  it('is set by an administrator of the unit, with a reason, and not for the past', async () => {
    expect(await set({ unit: COMMUNE, mode: 'OFF', from: '2025-01-01T00:00:00+07:00' })).toMatchObject({
      userErrors: [{ code: 'INVALID', field: ['from'] }],
    });
    expect(await set({ unit: COMMUNE, mode: 'OFF', reason: ' ' })).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['reason'] }] });
    const ofCommune = { roles: ['ADMINISTRATOR' as const], unit: COMMUNE };
    expect(await set({ unit: OTHER_COMMUNE, mode: 'OFF' }, ofCommune)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await set({ unit: 'none', mode: 'OFF' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await set({ unit: COMMUNE, mode: 'ON' }, ofCommune)).toMatchObject({ userErrors: [], reportingSwitch: { mode: 'ON' } });
    expect((await set({ unit: COMMUNE, mode: 'OFF' }, { roles: ['OPERATOR'] })).codes).toEqual(['FORBIDDEN']);
    expect((await hub.ask(SWITCHES, { variables: { unit: COMMUNE }, as: { roles: ['OFFICER'], unit: COMMUNE } })).codes).toEqual([
      'FORBIDDEN',
    ]);
    const other = await hub.ask(SWITCHES, { variables: { unit: OTHER_COMMUNE }, as: ofCommune });
    expect(other.data).toEqual({ reportingSwitches: [] });
  });
});
