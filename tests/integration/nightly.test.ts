import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { nightlyJob } from '../../src/subgraphs/integration/nightly.job.ts';
import { dossierTask, sampleDossier } from '../contract/portal.ts';
import { type Claims, COMMUNE, OTHER_COMMUNE, PROVINCE, SOURCE, THIRD_COMMUNE } from '../support/dossiers.ts';
import { createPortalHub, type PortalHub } from '../support/dossiers-portal.ts';
import { playPortal } from '../support/played-portal.ts';

const START = graphql(
  `mutation StartComparison($sample: Int) { startComparison(sample: $sample) { resend { purpose state } userErrors { code field } } }`,
);
const SUMMARIES = graphql(`query ComparisonSummaries { comparisonSummaries { kind count repaired } }`);
const FOUND = graphql(
  `query ComparisonsFound { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind purpose repairedAt } } }`,
);
const SET_REPORTING = graphql(`
  mutation SetReportingAtNight($unit: ID!, $source: String, $mode: ReportingMode!) {
    setReporting(unit: $unit, source: $source, mode: $mode, reason: "go live") { userErrors { code field } }
  }
`);
const COMPARED = graphql(
  `query ComparedBySwitch { comparisons(kinds: [MISSING, EXTRA, STATE_DIFFERS, UNIT_DIFFERS]) { nodes { subject kind day } } }`,
);
const SWITCH_SUMMARIES = graphql(`query SwitchSummaries { comparisonSummaries(purpose: SWITCH) { day kind count repaired } }`);
const OPERATOR: Claims = { roles: ['OPERATOR'], subject: 'truc-ban' };

let hub: PortalHub;
let portal: Awaited<ReturnType<typeof playPortal>>;
beforeEach(async () => {
  portal = await playPortal();
  hub = await createPortalHub({ port: portal.port });
});
afterEach(async () => {
  await hub.stop();
  await portal.stop();
});

const steps = [{ key: 'a', at: '2025-09-29T08:00:00+07:00', status: 'PROCESSING' as const, officer: 'Lê Thị Cán Bộ', content: 'thụ lý' }];
const code = (at: number) => `H12.64-250929-000${at}`;
const settle = async () => {
  for (let round = 0; round < 3; round += 1) {
    await hub.makeBatches();
    await hub.deliver();
  }
  await hub.makeBatches();
};
const summaries = async () => (await hub.graphql(SUMMARIES, { as: OPERATOR })).data?.comparisonSummaries;

it('finds what someone altered at the portal, sends it again, and counts it by kind', async () => {
  const dossier = (at: number) => hub.dossier({ code: code(at), status: 'PROCESSING', steps, submittedAt: '2025-09-29T07:30:00+07:00' });
  await hub.feed(...[1, 2, 3, 4, 5].map(dossier));
  await hub.deliver();
  const before = await portal.admin('GET', `dossiers/${code(2)}`);
  await alter();
  expect((await hub.graphql(START, { as: OPERATOR, variables: { sample: null } })).data?.startComparison).toMatchObject({
    resend: { purpose: 'COMPARE', state: 'RUNNING' },
    userErrors: [],
  });
  await settle();
  expect(await summaries()).toEqual([
    { kind: 'EQUAL', count: 2, repaired: 0 },
    { kind: 'EXTRA', count: 1, repaired: 0 },
    { kind: 'MISSING', count: 1, repaired: 1 },
    { kind: 'STATE_DIFFERS', count: 1, repaired: 1 },
    { kind: 'UNIT_DIFFERS', count: 1, repaired: 1 },
  ]);
  const found = (await hub.graphql(FOUND, { as: OPERATOR })).data?.comparisons.nodes ?? [];
  expect(found.map(({ subject, kind }) => [subject, kind]).sort()).toEqual([
    [code(2), 'MISSING'],
    [code(3), 'STATE_DIFFERS'],
    [code(4), 'UNIT_DIFFERS'],
    [code(6), 'EXTRA'],
  ]);
  expect(await portal.admin('GET', `dossiers/${code(2)}`)).toMatchObject({ body: before['body'], steps: before['steps'] });
  expect(await portal.port.lookUp(code(3))).toMatchObject({ status: 4 });
  await hub.graphql(START, { as: OPERATOR, variables: { sample: 500 } });
  await settle();
  expect((await portal.port.lookUp(code(4)))?.unitName).toBe((await portal.port.lookUp(code(5)))?.unitName);
});

/** Loses 0002, sets 0003 back, moves 0004 to another unit and makes 0006. */
async function alter(): Promise<void> {
  const [first] = await hub.platform.db.query<{ unit: string }>(`SELECT name AS unit FROM dossiers.unit WHERE code = $1`, [COMMUNE]);
  await portal.admin('POST', 'reset');
  const kept = [1, 3, 4, 5, 6].map((at) => ({ code: code(at), nationalCode: null, status: at === 3 ? 2 : 4 }));
  await portal.admin('POST', 'known', kept);
  const named = [1, 4, 5].map((at) => ({
    ...sampleDossier(code(at)),
    status: 4,
    unitName: at === 4 ? 'Một đơn vị khác' : (first?.unit ?? ''),
  }));
  const outcomes = await portal.port.deliver(named.map((dossier) => ({ ...dossierTask(dossier), known: true })));
  expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered', 'delivered']);
}

describe('a world of which three quarters were filed at the portal', () => {
  const filed = (at: number) => `G22.99-250929-000${at}`;
  const atPortal = [1, 2, 3];

  it('is compared by the numbers under which the portal has it, and told again by notices', async () => {
    await portal.admin(
      'POST',
      'known',
      atPortal.map((at) => ({ nationalCode: filed(at), status: 1 })),
    );
    const common = { status: 'PROCESSING' as const, steps, submittedAt: '2025-09-29T07:30:00+07:00' };
    const origin = (at: number) => ({ origin: 'NATIONAL_PORTAL' as const, nationalCode: filed(at), channel: 'ONLINE' as const });
    await hub.feed(...[1, 2, 3, 4].map((at) => hub.dossier({ code: code(at), ...common, ...(atPortal.includes(at) ? origin(at) : {}) })));
    await hub.deliver();
    await portal.admin('POST', 'known', [{ nationalCode: filed(2), status: 10 }]);
    const asked: string[] = [];
    const { lookUp } = portal.port;
    portal.port.lookUp = (wanted) => {
      asked.push(wanted);
      return lookUp(wanted);
    };
    await hub.graphql(START, { as: OPERATOR, variables: { sample: null } });
    await settle();
    expect((await hub.graphql(FOUND, { as: OPERATOR })).data?.comparisons.nodes).toMatchObject([
      { subject: code(2), kind: 'STATE_DIFFERS', repairedAt: expect.any(String) },
    ]);
    expect(await summaries()).toEqual([
      { kind: 'EQUAL', count: 4, repaired: 0 },
      { kind: 'STATE_DIFFERS', count: 1, repaired: 1 },
    ]);
    portal.port.lookUp = lookUp;
    expect(asked.toSorted()).toEqual([code(4), code(5), ...atPortal.map(filed)].toSorted());
    // Nothing that the portal filed stands there a second time under the province's code.
    expect(await portal.admin('GET', 'state')).toMatchObject({ dossiers: 4 });
    expect(await portal.port.lookUp(filed(2))).toMatchObject({ status: 2 });
  });
});

describe('dossiers whose switch is COMPARE and that stand still', () => {
  const set = async (unit: string, mode: 'OFF' | 'COMPARE' | 'ON', source: string | null = SOURCE) => {
    const { data } = await hub.graphql(SET_REPORTING, { as: { roles: ['ADMINISTRATOR'] }, variables: { unit, source, mode } });
    expect(data?.setReporting.userErrors).toEqual([]);
  };
  const listed = async () => {
    const { data } = await hub.graphql(COMPARED, { as: OPERATOR });
    return (data?.comparisons.nodes ?? []).map(({ subject, kind, day }) => [subject, kind, day]);
  };
  const day = '2025-09-30';

  it.each([null, 500])('are looked up too, by the day and never sent, where the sample is %s', async (sample) => {
    await set(OTHER_COMMUNE, 'OFF');
    await set(THIRD_COMMUNE, 'OFF', null);
    const still = [1, 2].map((at) => hub.dossier({ code: code(at), receivingUnit: OTHER_COMMUNE }));
    const reported = hub.dossier({ code: code(3) });
    const off = hub.dossier({ code: code(4), receivingUnit: THIRD_COMMUNE });
    const ministry = { origin: 'MINISTRY_SYSTEM' as const, nationalCode: 'G01.01-250929-0005' };
    await hub.feed(...still, reported, off, hub.dossier({ code: code(5), receivingUnit: OTHER_COMMUNE, ...ministry }));
    await hub.deliver();
    await set(OTHER_COMMUNE, 'COMPARE');
    await portal.admin('POST', 'known', [{ code: code(1), nationalCode: null, status: 10 }]);
    await hub.graphql(START, { as: OPERATOR, variables: { sample } });
    await settle();
    expect((await listed()).sort()).toEqual([
      [code(1), 'STATE_DIFFERS', day],
      [code(2), 'MISSING', day],
    ]);
    const { data } = await hub.graphql(SWITCH_SUMMARIES, { as: OPERATOR });
    expect(data?.comparisonSummaries).toEqual([
      { day, kind: 'MISSING', count: 1, repaired: 0 },
      { day, kind: 'STATE_DIFFERS', count: 1, repaired: 0 },
    ]);
    expect(await portal.port.lookUp(code(2))).toBeNull();
    expect(await portal.port.lookUp(code(1))).toMatchObject({ status: 10 });
    expect((await summaries())?.map(({ kind, count }) => [kind, count])).toEqual([['EQUAL', 1]]);
  });

  it('are of the sources that stand there by themselves alone', async () => {
    await set(COMMUNE, 'COMPARE', 'another');
    await hub.feed(hub.dossier({ code: code(1) }));
    await hub.deliver();
    await set(COMMUNE, 'OFF');
    await hub.graphql(START, { as: OPERATOR, variables: { sample: null } });
    await settle();
    expect(await listed()).toEqual([]);
    await set(PROVINCE, 'COMPARE', null);
    await set(COMMUNE, 'COMPARE');
    await hub.graphql(START, { as: OPERATOR, variables: { sample: 1 } });
    await settle();
    for (const as of [OPERATOR, { roles: ['ADMINISTRATOR' as const] }])
      expect((await hub.graphql(SWITCH_SUMMARIES, { as })).data?.comparisonSummaries).toMatchObject([{ count: 1 }]);
  });
});

it('compares no dossier of which the portal is still to learn something', async () => {
  await hub.feed(hub.dossier({ code: code(1) }));
  await hub.deliver();
  await hub.platform.db.query(`UPDATE integration.delivery SET state = 'PARKED', delivered_at = NULL`);
  await portal.admin('POST', 'reset');
  await hub.graphql(START, { as: OPERATOR, variables: { sample: 500 } });
  await settle();
  expect((await summaries())?.filter(({ kind }) => kind !== 'EQUAL')).toEqual([]);
});

it('begins once a night, by itself, and is an operator’s to begin at other times', async () => {
  const at = (time: string) => {
    hub.platform.clock.business = () => new Date(`2025-09-30T${time}:00+07:00`);
  };
  const runs = async () => (await hub.platform.db.query(`SELECT FROM integration.resend WHERE purpose = 'COMPARE'`)).length;
  at('00:30');
  expect(await nightlyJob.schedule?.inputs(hub.platform)).toEqual([]);
  at('01:30');
  expect(await nightlyJob.schedule?.inputs(hub.platform)).toEqual([{}]);
  await nightlyJob.run(hub.platform, {}, new AbortController().signal);
  await settle();
  await nightlyJob.run(hub.platform, {}, new AbortController().signal);
  expect(await runs()).toBe(1);
  for (const as of [{ roles: ['UNIT_LEADER'], unit: COMMUNE }, { roles: ['AUDITOR'] }] as Claims[])
    expect((await hub.graphql(START, { as, variables: {} })).codes).toEqual(['FORBIDDEN']);
});
