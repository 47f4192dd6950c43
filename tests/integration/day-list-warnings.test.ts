import { afterEach, beforeEach, expect, it } from 'vitest';
import manifest from '../../connectors/commune-system/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { hostConnectors } from '../../src/platform/connectors.ts';
import { beginDays } from '../../src/subgraphs/dossiers/day/day.job.ts';
import { tellDaysJob } from '../../src/subgraphs/integration/day/day.job.ts';
import { testTools } from '../contract/portal.ts';
import { type Claims, COMMUNE, createDossiersHub, type DossiersHub } from '../support/dossiers.ts';
import { readable } from '../support/readable.ts';
import { type Receivers, startReceivers } from '../support/receivers.ts';

const DAY = graphql(`
  query AtRiskOfDay($unit: ID!) {
    administrativeUnit(code: $unit) {
      dayList {
        dossiers { atRisk { count codes } pointsAtRisk warnings { reason count points first { code reason turn turnUnit { code } } } }
      }
    }
  }
`);
const WARNINGS = graphql(`
  query WarningsOfDay($unit: ID!) {
    earlyWarnings(unit: $unit, first: 100) { totalCount totalPoints nodes { code reason points turn turnUnit { code } } }
  }
`);
const ADD = graphql(`
  mutation AddWebhookOfLeader($input: DayListRecipientInput!) { addDayListRecipient(input: $input) { userErrors { code field } } }
`);

const LEADER: Claims = { roles: ['UNIT_LEADER'], unit: COMMUNE };

let hub: DossiersHub;
let receivers: Receivers;
beforeEach(async () => {
  receivers = await startReceivers();
  const port = manifest.create(manifest.config.parse({}), testTools());
  hub = await createDossiersHub({ connectors: hostConnectors([manifest as never], () => ({ port })) });
  hub.platform.clock.business = () => new Date('2025-09-30T07:00:00+07:00');
});
afterEach(async () => {
  await hub.stop();
  await receivers.stop();
});

const atRisk = async () => {
  const { data } = await hub.graphql(DAY, { variables: { unit: COMMUNE }, as: LEADER });
  const dossiers = data?.administrativeUnit?.dayList?.dossiers;
  if (dossiers == null) throw new Error('no answer');
  return dossiers;
};
const due = (code: string, dueAt: string) =>
  hub.dossier({ code, dueAt, status: 'PROCESSING', submittedAt: '2025-09-22T08:00:00+07:00', acceptedAt: '2025-09-22T08:05:00+07:00' });

it('counts and names at risk what the early warnings tell, of every kind', async () => {
  const owing = due('H12.64-250922-0006', '2025-10-01T10:00:00+07:00');
  await hub.feed({ ...owing, fees: [{ code: 'LP01', name: 'Lệ phí', amount: 8_000 }] });
  await hub.feed(due('H12.64-250922-0004', '2025-10-02T17:00:00+07:00'));
  const { data } = await hub.graphql(WARNINGS, { variables: { unit: COMMUNE }, as: LEADER });
  const { nodes = [], totalCount, totalPoints = 0 } = data?.earlyWarnings ?? {};
  const { warnings, atRisk: some, pointsAtRisk } = await atRisk();
  expect(warnings.map(({ reason, count }) => [reason, count])).toEqual([
    ['DUE', 2],
    ['PAPERS_NOT_DIGITIZED', 2],
    ['RESULT_FILE_MISSING', 2],
    ['NOT_PAID_ONLINE', 1],
  ]);
  expect(warnings.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  for (const { reason, first } of warnings)
    expect(first).toEqual(nodes.filter((node) => node.reason === reason).map(({ points: _, ...node }) => node));
  expect(some.count).toBe(new Set(nodes.map(({ code }) => code)).size);
  expect(pointsAtRisk).toBeCloseTo(totalPoints, 9);
  expect(warnings.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(totalPoints, 9);
  expect(warnings.every(({ points }) => points > 0)).toBe(true);
});

it('names the nearest of each kind alone, and counts all', async () => {
  const days = ['01', '02', '03'].flatMap((day) => ['08', '09', '10', '11'].map((hour) => `2025-10-${day}T${hour}:00:00+07:00`));
  await hub.feed(...days.map((at, number) => due(`H12.64-250922-${1_001 + number}`, at)));
  const { warnings, atRisk: some } = await atRisk();
  const codes = days.map((_, number) => `H12.64-250922-${1_001 + number}`);
  expect(some).toEqual({ count: 12, codes: codes.slice(0, 10) });
  expect(warnings.map(({ count, first }) => [count, first.map(({ code }) => code)])).toEqual([1, 2, 3].map(() => [12, codes.slice(0, 5)]));
});

it('a leader’s webhook has every kind of warning as figures too', async () => {
  await hub.feed(due('H12.64-250922-0003', '2025-09-30T11:00:00+07:00'));
  const input = { unit: COMMUNE, role: 'UNIT_LEADER' as const, channel: 'WEBHOOK' as const, address: receivers.webhookUrl };
  const added = await hub.graphql(ADD, { variables: { input }, as: { roles: ['ADMINISTRATOR'] } });
  expect(added.data?.addDayListRecipient.userErrors).toEqual([]);
  await readable(hub.platform);
  await beginDays(hub.platform);
  await readable(hub.platform);
  await tellDaysJob.run(hub.platform, {}, new AbortController().signal);
  const { dossiers } = JSON.parse(receivers.webhooks[0]?.body ?? '{}').data;
  expect(dossiers.atRisk.count).toBe(1);
  expect(dossiers.warnings.map(({ reason, count }: { reason: string; count: number }) => `${reason} ${count}`)).toEqual([
    'DUE 1',
    'PAPERS_NOT_DIGITIZED 1',
    'RESULT_FILE_MISSING 1',
  ]);
  expect(dossiers.warnings[1].first[0]).toEqual({
    ...{ code: 'H12.64-250922-0003', turn: 'RECEIVING_UNIT', turnUnitName: 'Xã Đất Mũi' },
    at: '2025-09-30T11:00:00.000+07:00',
  });
});
