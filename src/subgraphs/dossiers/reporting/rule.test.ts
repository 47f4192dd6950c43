import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../../../schema/generated/gql.ts';
import type { DossierIngestInput, ReportingRuleInput } from '../../../../schema/generated/graphql.ts';
import { deliveriesOf, operationsOf } from '../../../../tests/support/deliveries.ts';
import { COMMUNE, createDossiersHub, type DossiersHub, PROVINCE, step } from '../../../../tests/support/dossiers.ts';

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

let hub: DossiersHub;
beforeAll(async () => {
  hub = await createDossiersHub();
});
afterAll(() => hub.stop());

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
    for (const { code } of portal) expect(await operationsOf(hub, code)).toEqual(['DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC']);
    for (const { code } of own) expect(await operationsOf(hub, code)).toEqual(['DongBoHoSoMC', 'CapNhatTienDoHoSoMC']);
    for (const { code } of ministry) expect(await operationsOf(hub, code)).toEqual([]);
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
    expect(await deliveriesOf(hub, today.code)).toMatchObject([{ kind: 'portal.dossier', operation: 'DongBoHoSoMC', sequence: 1 }, {}]);
    expect((await deliveriesOf(hub, before.code))[0]).toMatchObject({ kind: 'portal.status', operation: 'DongBoTrangThaiHoSo' });
    // A ministry's stays a ministry's: that rule is more special.
    const ministry = filedAtPortal({ procedure: MINISTRY });
    await hub.feed(ministry);
    expect(await operationsOf(hub, ministry.code)).toEqual([]);
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
    expect(await operationsOf(hub, dossier.code)).toEqual([]);
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
