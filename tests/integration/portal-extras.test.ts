import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { nightlyJob } from '../../src/subgraphs/integration/nightly.job.ts';
import { type Claims, COMMUNE, OTHER_COMMUNE } from '../support/dossiers.ts';
import { createPortalHub, type PortalHub } from '../support/dossiers-portal.ts';
import { playPortal } from '../support/played-portal.ts';

const START = graphql(`mutation CompareForExtras { startComparison(sample: 500) { userErrors { code field } } }`);
const FOUND = graphql(`query ExtrasCompared { comparisons { nodes { subject kind ours { status unit } } } }`);
const EXTRAS = graphql(`
  query PortalExtrasOfNights($unit: ID, $open: Boolean) {
    portalExtras(unit: $unit, open: $open) { totalCount nodes { code status portalUnit firstSeenAt lastSeenAt endedAt ending unit { code name } } }
  }
`);
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

describe('a code that stands at the portal and is no dossier’s', () => {
  const at = (time: string) => {
    hub.platform.clock.business = () => new Date(`${time}+07:00`);
  };
  const night = async (time: string) => {
    at(time);
    await hub.graphql(START, { as: OPERATOR });
    await settle();
  };
  const extras = async (variables: { unit?: string; open?: boolean | null } = {}, as: Claims = OPERATOR) =>
    (await hub.graphql(EXTRAS, { as, variables })).data?.portalExtras.nodes;
  const dossier = (number: number) =>
    hub.dossier({ code: code(number), status: 'PROCESSING', steps, submittedAt: '2025-09-29T07:30:00+07:00' });
  const standAt = (status: number) => portal.admin('POST', 'known', [{ code: code(2), nationalCode: null, status }]);

  beforeEach(async () => {
    at('2025-09-30T10:00:00');
    await hub.feed(dossier(1));
    await hub.deliver();
    await standAt(4);
    await night('2025-10-01T01:30:00');
  });

  it('is listed with its unit, its state there and since when, and looked up again each night though its neighbour is not', async () => {
    const first = { code: code(2), status: 'PROCESSING', unit: { code: COMMUNE, name: 'Xã Đất Mũi' }, endedAt: null, ending: null };
    expect(await extras()).toMatchObject([{ ...first, firstSeenAt: '2025-10-01T01:30:00.000+07:00' }]);
    const { data } = await hub.graphql(FOUND, { as: OPERATOR });
    expect(data?.comparisons.nodes).toEqual([{ subject: code(2), kind: 'EXTRA', ours: { status: null, unit: null } }]);
    await hub.platform.db.query('UPDATE dossiers.dossier SET portal_sequence = 0');
    await standAt(9);
    await night('2025-10-02T01:30:00');
    const times = { firstSeenAt: '2025-10-01T01:30:00.000+07:00', lastSeenAt: '2025-10-02T01:30:00.000+07:00' };
    expect(await extras()).toMatchObject([{ ...first, ...times, status: 'RESOLVED' }]);
  });

  it('leads to the one after it, night by night', async () => {
    await portal.admin(
      'POST',
      'known',
      [3, 4].map((number) => ({ code: code(number), nationalCode: null, status: 4 })),
    );
    await hub.platform.db.query('UPDATE dossiers.dossier SET portal_sequence = 0');
    const codes = async () => (await extras())?.map((extra) => extra.code);
    expect(await codes()).toEqual([code(2)]);
    await night('2025-10-02T01:30:00');
    expect(await codes()).toEqual([code(3), code(2)]);
    await night('2025-10-03T01:30:00');
    await night('2025-10-04T01:30:00');
    expect(await codes()).toEqual([code(4), code(3), code(2)]);
  });

  it('is over when the portal has it no more, and new when it is there again', async () => {
    await portal.admin('POST', 'reset');
    await night('2025-10-02T01:30:00');
    expect(await extras()).toEqual([]);
    expect(await extras({ open: false })).toMatchObject([{ code: code(2), ending: 'GONE', endedAt: '2025-10-02T01:30:00.000+07:00' }]);
    await standAt(4);
    await night('2025-10-03T01:30:00');
    expect(await extras({ open: null })).toMatchObject([{ code: code(2), ending: null, firstSeenAt: '2025-10-03T01:30:00.000+07:00' }]);
  });

  it('is over when a dossier of the hub has the code', async () => {
    await hub.feed(dossier(2));
    await hub.deliver();
    await night('2025-10-02T01:30:00');
    expect(await extras()).toEqual([]);
    expect(await extras({ open: false })).toMatchObject([{ code: code(2), ending: 'OURS' }]);
  });

  it('is forgotten ninety days after it was over', async () => {
    await portal.admin('POST', 'reset');
    await night('2025-10-02T01:30:00');
    const runAt = async (time: string) => {
      at(time);
      await nightlyJob.run(hub.platform, {}, new AbortController().signal);
    };
    await runAt('2025-12-31T01:30:00');
    expect(await extras({ open: false })).toHaveLength(1);
    await runAt('2025-12-31T01:40:00');
    expect(await extras({ open: false })).toEqual([]);
  });

  it('is shown to who may see its unit, and to nobody who may not watch', async () => {
    const leader = (unit: string): Claims => ({ roles: ['UNIT_LEADER'], unit });
    expect(await extras({}, leader(COMMUNE))).toHaveLength(1);
    expect(await extras({}, leader(OTHER_COMMUNE))).toEqual([]);
    expect(await extras({ unit: OTHER_COMMUNE })).toEqual([]);
    for (const as of [{ roles: ['OFFICER'], unit: COMMUNE }, { roles: ['ADMINISTRATOR'] }] as Claims[])
      expect((await hub.graphql(EXTRAS, { as, variables: {} })).codes).toEqual(['FORBIDDEN']);
  });
});
