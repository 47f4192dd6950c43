import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { upstreamUnavailable } from '../../src/platform/errors.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { makeResendBatches } from '../../src/subgraphs/dossiers/resend/resend.job.ts';
import { claim } from '../../src/subgraphs/integration/delivery.claim.ts';
import { takeIn } from '../../src/subgraphs/integration/delivery.intake.ts';
import { advanceResends } from '../../src/subgraphs/integration/resend.job.ts';
import { type Claims, COMMUNE, OTHER_COMMUNE, OTHER_PERSON, outcomes, PERSON } from '../support/dossiers.ts';
import { createPortalHub, type PortalHub } from '../support/dossiers-portal.ts';
import { PORTAL } from '../support/integration.ts';

const REQUEST = graphql(`
  mutation RequestSynchronization($filter: DossierFilter!, $reason: String!, $withSteps: Boolean) {
    requestSynchronization(filter: $filter, reason: $reason, withSteps: $withSteps) { retried userErrors { code field } }
  }
`);
const RESENDS = graphql(`
  query Resends { resends { id reason requestedBy filter state expected appended skipped delivered waiting parked stoppedBy } }
`);
const STOP = graphql(`
  mutation StopSynchronization($id: ID!) { stopSynchronization(id: $id) { resend { state waiting } userErrors { code field } } }
`);

const OPERATOR: Claims = { roles: ['OPERATOR'], subject: 'truc-ban' };
const LEADER: Claims = { roles: ['UNIT_LEADER'], unit: COMMUNE };
const OTHER_LEADER: Claims = { roles: ['UNIT_LEADER'], unit: OTHER_COMMUNE };

let hub: PortalHub;
beforeEach(async () => {
  hub = await createPortalHub({ batchSize: 50 });
});
afterEach(() => hub.stop());

const request = async (as: Claims, filter: object = {}, reason = 'portal restored from a backup') => {
  const { data, codes } = await hub.graphql(REQUEST, { as, variables: { filter, reason } });
  expect(codes).toEqual([]);
  return data?.requestSynchronization;
};
const resends = async (as: Claims = OPERATOR) => (await hub.graphql(RESENDS, { as })).data?.resends ?? [];
const told = () => hub.portal.calls.flat();

/** Dossiers that the portal knows; what it was told of them is forgotten. */
async function known(count: number, over: (at: number) => object = () => ({})) {
  const dossiers = Array.from({ length: count }, (_, at) => hub.dossier({ summary: 'as it was', ...over(at) }));
  for (let from = 0; from < count; from += 500) await hub.feed(...dossiers.slice(from, from + 500));
  await hub.deliver();
  hub.portal.calls.length = 0;
  hub.portal.learned.length = 0;
  return dossiers;
}

/** As if the dossiers had been taken over by an import: the portal was told nothing of them, and no snapshot is kept. */
async function forgetTold() {
  await hub.platform.db.query('TRUNCATE integration.delivery');
  await hub.platform.db.query('UPDATE dossiers.dossier SET portal_sequence = 0');
  await hub.platform.db.query('ALTER TABLE outbox.event DISABLE TRIGGER append_only');
  await hub.platform.db.query('DELETE FROM outbox.event WHERE connector IS NOT NULL');
  await hub.platform.db.query('ALTER TABLE outbox.event ENABLE TRIGGER append_only');
}

describe('dossiers that are told once more', () => {
  it('are told as they are now, with the owner’s numbers that the portal had, and counted', async () => {
    const [first] = await known(3);
    await known(1, () => ({ receivingUnit: OTHER_COMMUNE, applicant: OTHER_PERSON }));
    expect(await request(OPERATOR, { unit: COMMUNE })).toEqual({ retried: 3, userErrors: [] });
    await hub.makeBatches();
    await hub.deliver();
    await hub.makeBatches();
    expect(told()).toHaveLength(3);
    expect(told().find(({ subject }) => subject === first?.code)).toMatchObject({
      kind: 'dossier',
      known: true,
      dossier: { summary: 'as it was', owner: { nationalId: PERSON.nationalId } },
    });
    const counts = { expected: 3, appended: 3, skipped: 0, delivered: 3, waiting: 0, parked: 0 };
    expect(await resends()).toMatchObject([{ state: 'DONE', requestedBy: 'truc-ban', filter: { unit: COMMUNE }, ...counts }]);
  });

  it('go a batch at a time, the next one only when the last has gone out', async () => {
    await known(520);
    await request(OPERATOR);
    await hub.makeBatches();
    expect(await resends()).toMatchObject([{ state: 'RUNNING', expected: 520, appended: 500, waiting: 500 }]);
    await hub.deliver();
    await hub.makeBatches();
    expect(await resends()).toMatchObject([{ state: 'RUNNING', appended: 520, delivered: 500, waiting: 20 }]);
    await hub.deliver();
    await hub.makeBatches();
    expect(await resends()).toMatchObject([{ state: 'DONE', appended: 520, delivered: 520 }]);
    expect(new Set(told().map(({ subject }) => subject)).size).toBe(520);
  });

  it('come after all of today, but for what a change of today waits for', async () => {
    const dossiers = await known(60);
    const changed = dossiers[59];
    if (changed === undefined) throw new Error('no dossier');
    await request(OPERATOR);
    await hub.makeBatches();
    const fresh = hub.dossier({ summary: 'new today' });
    await hub.feed({ ...changed, sourceVersion: 2, summary: 'changed today' }, fresh);
    await hub.readable();
    await takeIn(hub.platform);
    const { deliveries } = await claim(hub.platform, PORTAL, { owner: newUuid(), limit: 2 });
    expect(deliveries.map(({ subject }) => subject).sort()).toEqual([changed.code, fresh.code].sort());
    await hub.platform.db.query(`UPDATE integration.delivery SET leased_until = now() - interval '1 second' WHERE lease_owner IS NOT NULL`);
    await hub.deliver();
    const own = hub.portal.learned.filter(({ subject }) => subject === changed.code).map(({ what }) => what);
    expect(own).toEqual(['as it was', 'changed today']);
    expect(new Set(hub.portal.learned.map(({ subject }) => subject)).size).toBe(61);
  });

  it('are told with their steps where the portal was told nothing before', async () => {
    const dossier = hub.dossier({
      summary: 'never told',
      steps: [{ key: 'a', at: '2025-09-30T08:10:00+07:00', status: 'PROCESSING', officer: 'X', content: 'bước' }],
    });
    await hub.feed(dossier);
    await forgetTold();
    await request(OPERATOR);
    await hub.makeBatches();
    await hub.deliver();
    expect(told().map(({ kind }) => kind)).toEqual(['dossier', 'steps']);
  });
});

describe('steps that the portal lacks', () => {
  it('go with a dossier that it was told of, where they are asked for', async () => {
    const step = { key: 'a', at: '2025-09-30T08:10:00+07:00', status: 'PROCESSING' as const, officer: 'X', content: 'bước' };
    await known(1, () => ({ steps: [step] }));
    await request(OPERATOR, { unit: COMMUNE });
    await hub.makeBatches();
    await hub.deliver();
    expect(told().map(({ kind }) => kind)).toEqual(['dossier']);
    const variables = { filter: { unit: COMMUNE }, reason: 'its switch was OFF', withSteps: true };
    await hub.graphql(REQUEST, { as: OPERATOR, variables });
    await hub.makeBatches();
    await hub.deliver();
    expect(told().slice(1)).toMatchObject([{ kind: 'dossier' }, { kind: 'steps', steps: [{ content: 'bước' }] }]);
    expect((await resends())[0]).toMatchObject({ filter: { unit: COMMUNE, withSteps: true } });
  });
});

describe('dossiers of which no snapshot is kept', () => {
  const COMPANY = { kind: 'ENTERPRISE' as const, name: 'Công ty TNHH Thử Nghiệm', taxCode: '9900000009' };
  const reads = () =>
    hub.platform.db.query<{ actor: string; roles: string[]; purpose: string; fields: string[] }>(
      'SELECT actor, roles, purpose, fields FROM outbox.personal_data_read ORDER BY purpose',
    );

  it('are told with the numbers that identity knows, and each read of them is recorded as the job’s', async () => {
    const own = hub.dossier({ applicant: { ...PERSON, phone: '0900000001', email: 'dat@example.vn' } });
    const company = hub.dossier({ applicant: OTHER_PERSON, owner: COMPANY });
    const other = hub.dossier({ receivingUnit: OTHER_COMMUNE });
    expect(outcomes(await hub.feed(own, company, other))).toEqual(['CREATED', 'CREATED', 'CREATED']);
    await forgetTold();
    await request(OPERATOR, { unit: COMMUNE });
    await hub.makeBatches();
    await hub.deliver();
    const owners = new Map(told().flatMap((task) => ('dossier' in task ? [[task.subject, task.dossier.owner] as const] : [])));
    expect(owners.get(own.code)).toEqual({
      ...{ nationalId: PERSON.nationalId, phone: '0900000001', email: 'dat@example.vn', verified: false },
    });
    expect(owners.get(company.code)).toEqual({ taxCode: COMPANY.taxCode, verified: false });
    expect(owners.size).toBe(2);
    const read = { actor: 'hub:dossiers.make-resend-batch', roles: [], fields: expect.arrayContaining(['nationalId', 'phone']) };
    expect(await reads()).toMatchObject([own.code, company.code].sort().map((purpose) => ({ ...read, purpose })));
  });

  it('are told of their people by the outbox from then on, which identity is not asked for again', async () => {
    const { code } = hub.dossier();
    await hub.feed(hub.dossier({ code }));
    await forgetTold();
    for (let round = 0; round < 2; round += 1) {
      await request(OPERATOR);
      await hub.makeBatches();
      await hub.deliver();
    }
    expect(told().flatMap((task) => ('dossier' in task ? [task.dossier.owner.nationalId] : []))).toEqual([
      PERSON.nationalId,
      PERSON.nationalId,
    ]);
    expect(await reads()).toHaveLength(1);
  });

  it('wait for identity where it does not answer, and nobody is asked about who is not reported', async () => {
    await hub.feed(hub.dossier());
    await forgetTold();
    const { peers } = hub.platform;
    hub.platform.peers = { ask: () => Promise.reject(upstreamUnavailable()) };
    await request(OPERATOR);
    await expect(hub.makeBatches()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(await resends()).toMatchObject([{ state: 'RUNNING', appended: 0 }]);
    hub.platform.peers = peers;
    await hub.makeBatches();
    expect(await resends()).toMatchObject([{ appended: 1 }]);
    await hub.deliver();
    expect(await reads()).toHaveLength(1);
    await hub.feed(hub.dossier({ origin: 'MINISTRY_SYSTEM', nationalCode: 'G01.01-250930-0001' }));
    await request(OPERATOR);
    await hub.makeBatches();
    expect(await reads()).toHaveLength(1);
  });
});

describe('a request', () => {
  it('can be stopped: what was not sent by then is not sent, and no more is chosen', async () => {
    await known(510);
    await request(OPERATOR);
    await hub.makeBatches();
    const [running] = await resends();
    const stop = async (as: Claims, id = running?.id ?? '') =>
      (await hub.graphql(STOP, { as, variables: { id } })).data?.stopSynchronization;
    expect(await stop(LEADER)).toMatchObject({ resend: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
    expect(await stop(OPERATOR)).toEqual({ resend: { state: 'STOPPED', waiting: 0 }, userErrors: [] });
    expect(await stop(OPERATOR)).toMatchObject({ resend: { state: 'STOPPED' }, userErrors: [{ code: 'ILLEGAL_TRANSITION' }] });
    await hub.deliver();
    await hub.makeBatches();
    await hub.deliver();
    expect(told()).toEqual([]);
    expect(await resends()).toMatchObject([{ state: 'STOPPED', stoppedBy: 'truc-ban', appended: 500, delivered: 0 }]);
  });

  it('that is stopped before its batch is taken in sends nothing of it', async () => {
    await known(5);
    await request(OPERATOR);
    await advanceResends(hub.platform);
    await hub.readable();
    expect(await makeResendBatches(hub.platform)).toBe(1);
    await hub.graphql(STOP, { as: OPERATOR, variables: { id: (await resends())[0]?.id ?? '' } });
    await hub.deliver();
    expect(told()).toEqual([]);
  });

  it('reaches no further than who asks, and is shown to who may see it', async () => {
    await known(2);
    await known(3, () => ({ receivingUnit: OTHER_COMMUNE }));
    expect(await request(LEADER)).toEqual({ retried: 2, userErrors: [] });
    expect(await request(OTHER_LEADER, { unit: COMMUNE })).toEqual({ retried: 0, userErrors: [] });
    await hub.makeBatches();
    expect(await resends(OTHER_LEADER)).toEqual([]);
    expect(await resends(LEADER)).toMatchObject([{ expected: 2, appended: 2 }]);
    expect(await resends()).toHaveLength(1);
    const { codes } = await hub.graphql(REQUEST, { as: { roles: ['OFFICER'], unit: COMMUNE }, variables: { filter: {}, reason: 'x' } });
    expect(codes).toEqual(['FORBIDDEN']);
  });

  it('needs a reason, and keeps no search text in clear', async () => {
    await known(1);
    expect(await request(OPERATOR, {}, '  ')).toEqual({ retried: 0, userErrors: [{ code: 'INVALID', field: ['reason'] }] });
    const [{ code } = { code: '' }] = await known(1);
    expect(await request(LEADER, { search: code })).toMatchObject({ retried: 1 });
    expect(await resends()).toMatchObject([{ filter: { search: '***' } }]);
    await hub.makeBatches();
    const kept = await hub.platform.db.query<{ text: string }>(
      `SELECT data::text AS text FROM outbox.event WHERE kind LIKE 'synchronization.%'`,
    );
    expect(kept.some(({ text }) => text.includes(code))).toBe(false);
    await hub.deliver();
    expect(told().map(({ subject }) => subject)).toEqual([code]);
  });
});
