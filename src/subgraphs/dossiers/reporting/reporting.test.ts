import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { DossierIngestInput, ReportingRuleInput, SetReportingMutationVariables } from '../../../../schema/generated/graphql.ts';
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
const RULES = graphql(`
  query ReportingRules {
    reportingRules { id origin procedure reportedBy services validFrom validTo changes { changedBy reason servicesBefore servicesAfter } }
  }
`);
const SET_RULE = graphql(`
  mutation SetReportingRule($input: ReportingRuleInput!) {
    setReportingRule(input: $input) {
      rule { services changes { changedBy servicesBefore servicesAfter } }
      userErrors { code field }
    }
  }
`);
const OF_DOSSIER = graphql(`
  query ReportingOfDossier($code: String!) {
    dossier(code: $code) { reporting { services reportedBy mode } }
  }
`);
const LIST = graphql(`
  query ReportedDossiers($reported: Boolean) {
    dossiers(filter: { reported: $reported }, first: 100) { totalCount nodes { code } }
  }
`);

const ADMINISTRATOR = { roles: ['ADMINISTRATOR' as const], subject: 'quan-tri' };
const LEADER = { roles: ['UNIT_LEADER' as const], unit: PROVINCE };
/** A procedure that a ministry's system reports. */
const MINISTRY = '2.000986';

interface Delivery {
  subject: string;
  kind: string;
  operation: string;
  sequence: number;
}

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

/** What was put out for a dossier, in order. */
const deliveriesOf = (code: unknown) =>
  hub.platform.db.query<Delivery>(
    `SELECT subject, kind, operation, sequence FROM outbox.event WHERE connector IS NOT NULL AND subject = $1 ORDER BY id`,
    [code],
  );
const operationsOf = async (code: unknown) => (await deliveriesOf(code)).map(({ operation }) => operation);

let numbered = 0;
/** A dossier that was filed at the portal, as three of four are. */
function filedAtPortal(over: Partial<DossierIngestInput> = {}): DossierIngestInput {
  numbered += 1;
  return hub.dossier({
    origin: 'NATIONAL_PORTAL',
    nationalCode: `G22.99-250930-${String(numbered).padStart(5, '0')}`,
    channel: 'ONLINE',
    ...over,
  });
}

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

describe('the rules of origin', () => {
  it('report three quarters from the portal by state and steps alone, the province’s own in whole, a ministry’s never', async () => {
    const steps = [step('1', '08:10', 'PROCESSING')];
    const portal = Array.from({ length: 9 }, () => filedAtPortal({ steps }));
    const own = [hub.dossier({ steps }), hub.dossier({ steps })];
    const ministry = [
      hub.dossier({ steps, origin: 'MINISTRY_SYSTEM' }),
      hub.dossier({ steps, procedure: MINISTRY }),
      filedAtPortal({ steps, procedure: MINISTRY }),
    ];
    expect((await hub.feed(...portal, ...own, ...ministry)).created).toBe(14);
    for (const { code } of portal) expect(await operationsOf(code)).toEqual(['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC']);
    for (const { code } of own) expect(await operationsOf(code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
    for (const { code } of ministry) expect(await operationsOf(code)).toEqual([]);
    const shown = async (reported: boolean) => {
      const { data } = await hub.ask(LIST, {
        variables: { reported },
        as: LEADER,
      });
      return { count: data?.dossiers.totalCount, codes: data?.dossiers.nodes.map(({ code }) => code).toSorted() };
    };
    expect(await shown(false)).toEqual({ count: 3, codes: ministry.map(({ code }) => code).toSorted() });
    expect(await shown(true)).toEqual({ count: 11, codes: [...portal, ...own].map(({ code }) => code).toSorted() });
  });

  it('show each dossier how it is reported', async () => {
    const [portal, ministry] = [filedAtPortal(), hub.dossier({ procedure: MINISTRY })];
    await hub.feed(portal, ministry);
    const shown = async (code: string) => (await hub.ask(OF_DOSSIER, { variables: { code }, as: LEADER })).data?.dossier?.reporting;
    expect(await shown(portal.code)).toEqual({
      services: ['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'],
      reportedBy: 'PROVINCE',
      mode: 'ON',
    });
    expect(await shown(ministry.code)).toEqual({ services: [], reportedBy: 'MINISTRY', mode: 'ON' });
  });

  it('change by one row: from a day on, what the portal filed goes in whole; who did it is kept', async () => {
    const input: ReportingRuleInput = {
      origin: 'NATIONAL_PORTAL',
      services: ['DongBoHoSoMC', 'CapNhatTienDoHoSoMC'],
      validFrom: '2025-09-30',
      reason: 'hướng dẫn mới',
    };
    const { data } = await hub.ask(SET_RULE, {
      variables: { input },
      as: ADMINISTRATOR,
    });
    expect(data?.setReportingRule).toMatchObject({ userErrors: [], rule: { changes: [{ changedBy: 'quan-tri', servicesBefore: null }] } });
    const [today, before] = [filedAtPortal(), filedAtPortal({ submittedAt: '2025-09-29T08:00:00+07:00' })];
    await hub.feed(today, before);
    expect(await deliveriesOf(today.code)).toMatchObject([{ kind: 'portal.dossier', operation: 'DongBoHoSoMC', sequence: 1 }, {}]);
    expect((await deliveriesOf(before.code))[0]).toMatchObject({ kind: 'portal.status', operation: 'DongBoTrangThaiHoSo' });
    // A ministry's stays a ministry's: that rule is more special.
    const ministry = filedAtPortal({ procedure: MINISTRY });
    await hub.feed(ministry);
    expect(await operationsOf(ministry.code)).toEqual([]);
    const back: ReportingRuleInput = { ...input, services: ['DongBoTrangThaiHoSo'] };
    const changed = await hub.ask(SET_RULE, { variables: { input: back }, as: ADMINISTRATOR });
    expect(changed.data?.setReportingRule.rule).toMatchObject({
      services: ['DongBoTrangThaiHoSo'],
      changes: [{ servicesBefore: input.services, servicesAfter: back.services }, { servicesBefore: null }],
    });
    await hub.ask(SET_RULE, {
      variables: { input: { ...back, validTo: '2025-10-01', services: ['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'] } },
      as: ADMINISTRATOR,
    });
  });

  it('take a procedure’s own rule before all others, in lists too', async () => {
    const input: ReportingRuleInput = {
      origin: 'PROVINCE',
      procedure: '2.000908',
      services: [],
      validFrom: '2025-01-01',
      reason: 'bộ đồng bộ',
    };
    await hub.ask(SET_RULE, { variables: { input }, as: ADMINISTRATOR });
    const dossier = hub.dossier({ procedure: '2.000908' });
    await hub.feed(dossier);
    expect(await operationsOf(dossier.code)).toEqual([]);
    const { data } = await hub.ask(LIST, { variables: { reported: false }, as: LEADER });
    expect(data?.dossiers.nodes.map(({ code }) => code)).toContain(dossier.code);
  });

  it('refuse what makes no sense, and who may not', async () => {
    const input: ReportingRuleInput = {
      origin: 'PROVINCE',
      services: ['DongBoHoSoMC', 'DongBoTrangThaiHoSo'],
      validFrom: '2025-01-01',
      reason: 'x',
    };
    const errorsOf = async (over: Partial<ReportingRuleInput>) =>
      (
        await hub.ask(SET_RULE, {
          variables: { input: { ...input, ...over } },
          as: ADMINISTRATOR,
        })
      ).data?.setReportingRule.userErrors;
    expect(await errorsOf({})).toEqual([{ code: 'INVALID', field: ['input', 'services'] }]);
    expect(await errorsOf({ services: [], validTo: '2024-12-31' })).toEqual([{ code: 'INVALID', field: ['input', 'validTo'] }]);
    expect(await errorsOf({ services: [], reason: ' ' })).toEqual([{ code: 'INVALID', field: ['input', 'reason'] }]);
    for (const as of [LEADER, { roles: ['OPERATOR' as const] }, { roles: ['ADMINISTRATOR' as const], unit: COMMUNE }]) {
      expect((await hub.ask(SET_RULE, { variables: { input }, as })).codes).toEqual(['FORBIDDEN']);
    }
    expect((await hub.ask(SET_RULE, { variables: { input } })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await hub.ask(RULES, { as: { roles: ['CITIZEN'], nationalId: '096885123456' } })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('the switch of a unit and source', () => {
  it('begins as the installation is set', async () => {
    hub.platform.config.reporting = 'OFF';
    forgetReporting(hub.platform);
    const dossier = hub.dossier();
    await hub.feed(dossier);
    hub.platform.config.reporting = 'ON';
    forgetReporting(hub.platform);
    expect(await operationsOf(dossier.code)).toEqual([]);
  });

  it('goes OFF, COMPARE, ON and back, and each dossier follows it', async () => {
    const steps = [step('1', '08:10', 'PROCESSING')];
    const first = hub.dossier({ receivingUnit: OTHER_COMMUNE, steps });
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed(first);
    expect(await operationsOf(first.code)).toEqual([]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'COMPARE' });
    await hub.feed({ ...first, sourceVersion: 2, status: 'PROCESSING' });
    expect(await deliveriesOf(first.code)).toMatchObject([{ kind: 'portal.compare', operation: 'TraCuuHoSo', sequence: 2 }]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
    await hub.feed({
      ...first,
      sourceVersion: 3,
      status: 'RESOLVED',
      steps: [...steps, step('2', '09:00', 'RESOLVED')],
    });
    expect((await deliveriesOf(first.code)).slice(1)).toMatchObject([
      { operation: 'DongBoHoSoMC', sequence: 1 },
      { operation: 'CapNhatTienDoHoSoMC', sequence: 2 },
    ]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed({ ...first, sourceVersion: 4, status: 'RETURNED' });
    expect(await deliveriesOf(first.code)).toHaveLength(3);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
  });

  it('tells the portal of a dossier before its steps, where it was never told', async () => {
    await set({ unit: OTHER_COMMUNE, mode: 'ON' });
    const dossier = hub.dossier({ receivingUnit: OTHER_COMMUNE, sourceVersion: 5 });
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'OFF' });
    await hub.feed(dossier);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
    await hub.feed({ ...dossier, sourceVersion: 4, steps: [step('9', '08:20', 'PROCESSING')] });
    expect(await operationsOf(dossier.code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
  });

  it('compares nothing that would not be sent', async () => {
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'COMPARE' });
    const dossier = hub.dossier({ receivingUnit: OTHER_COMMUNE, procedure: MINISTRY });
    await hub.feed(dossier);
    expect(await operationsOf(dossier.code)).toEqual([]);
    await set({ unit: OTHER_COMMUNE, source: SOURCE, mode: 'ON' });
  });

  it('holds from an instant to come, and not before', async () => {
    const from = new Date(hub.platform.clock.business().getTime() + 3_600_000);
    await set({ unit: COMMUNE, source: SOURCE, mode: 'OFF', from: from.toISOString() });
    const [now, later] = [hub.dossier(), hub.dossier()];
    await hub.feed(now);
    expect(await operationsOf(now.code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
    const business = hub.platform.clock.business;
    hub.platform.clock.business = () => from;
    await hub.feed(later);
    hub.platform.clock.business = business;
    expect(await operationsOf(later.code)).toEqual([]);
    await set({ unit: COMMUNE, source: SOURCE, mode: 'ON', from: from.toISOString() });
  });

  it('is the nearest unit’s above where a unit has none, and shows every setting', async () => {
    await set({ unit: PROVINCE, mode: 'COMPARE', reason: 'toàn tỉnh đối chiếu' });
    const dossier = hub.dossier({ sourceSystem: 'other', receivingUnit: '31843' });
    await hub.feedAs({ roles: ['SYSTEM'], source: 'other', unit: PROVINCE }, dossier);
    expect(await operationsOf(dossier.code)).toEqual(['TraCuuHoSo']);
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
