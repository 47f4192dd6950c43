import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import type { PortalDossier, PortalStep } from '../../connectors/contract/portal.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { OUTBOX_MIGRATIONS } from '../../src/platform/outbox/outbox.migrations.ts';
import { appendEvents, type OutboxEvent } from '../../src/platform/outbox/outbox.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { deliverJob } from '../../src/subgraphs/integration/delivery.jobs.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import { sampleDossier, sampleStep } from '../contract/portal.ts';
import { createTestDatabase } from '../support/database.ts';
import { delivery, openHub, PORTAL } from '../support/integration.ts';
import { portalRig } from '../support/portal-rig.ts';

const DOSSIERS = 60;
/** Far more than it takes: a fault ends a round early, and which calls it meets is left to chance. */
const ROUNDS = 1_000;

/** Inserted, two steps, returned, one step: what the outbox has of one dossier. */
function lifeOf(at: number): OutboxEvent[] {
  const dossier = { subject: `H12.1-250930-${1001 + at}`, subjectId: newUuid() };
  const told = (sequence: number, personal: { dossier: PortalDossier } | { steps: PortalStep[]; origin: PortalDossier['origin'] }) => ({
    ...delivery({ ...dossier, sequence, ...('steps' in personal ? { step: 'step' } : {}) }),
    personal,
  });
  return [
    told(1, { dossier: sampleDossier(dossier.subject) }),
    told(2, { steps: [sampleStep(1), sampleStep(2)], origin: 'PROVINCE' }),
    told(3, { dossier: sampleDossier(dossier.subject, { status: 10 }) }),
    told(4, { steps: [sampleStep(3, { status: 10 })], origin: 'PROVINCE' }),
  ];
}

async function undelivered(hub: Platform): Promise<Record<string, number>> {
  // Waits and rests are not waited for: that they are kept is shown elsewhere.
  await hub.db.query(`UPDATE integration.delivery SET next_attempt_at = now() WHERE next_attempt_at IS NOT NULL`);
  await hub.db.query(`UPDATE integration.connector SET open_until = NULL`);
  const rows = await hub.db.query<{ state: string; count: number }>(
    `SELECT state, count(*)::int AS count FROM integration.delivery WHERE state <> 'DELIVERED' GROUP BY state`,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

it('the outbox reaches the portal once and in order through all its faults', async () => {
  const database = await createTestDatabase();
  await migrate(database.url, [{ schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS }, integration.storage]);
  const rig = await portalRig();
  const keys = { pii: randomBytes(32).toString('base64'), index: randomBytes(32).toString('base64') };
  const { hub, stop } = openHub(database.url, { portal: rig.port, wakeUps: { wake: async () => undefined }, keys });
  for (const fault of [
    { kind: 'drop-after', probability: 0.1 },
    { kind: 'drop-before', probability: 0.1 },
    { kind: 'page', probability: 0.05, applied: true },
    { kind: 'apply-late', probability: 0.1, afterLookUps: 1 },
    { kind: 'expired', probability: 0.05 },
    { kind: 'silent', probability: 1, count: 2, ms: 20_000 },
  ]) {
    await rig.fault(fault);
  }
  await hub.db.transaction((sql) => appendEvents(sql, hub.cipher, Array.from({ length: DOSSIERS }, (_, at) => lifeOf(at)).flat()));

  let left: Record<string, number> = { PENDING: 1 };
  for (let round = 0; round < ROUNDS && Object.keys(left).length > 0; round += 1) {
    await deliverJob.run(hub, { connector: PORTAL }, new AbortController().signal);
    rig.pass(5_000);
    left = await undelivered(hub);
  }
  expect(left).toEqual({});
  expect(await rig.counters()).toMatchObject({ inserts: DOSSIERS, steps: 3 * DOSSIERS, duplicateSteps: 0, outOfOrderSteps: 0 });
  for (let at = 0; at < DOSSIERS; at += 1) {
    const { history, ...held } = (await rig.dossier(`H12.1-250930-${1001 + at}`)) ?? {};
    expect(held).toMatchObject({ inserts: 1, status: '10' });
    // Snapshots may be told again in doubt; what was told first never follows what was told later.
    const story = (history as string[]).map((entry) => entry.split(' ').slice(1, 3).join(' '));
    expect(story.filter((each, index) => each.replace('insert', 'update') !== story[index - 1]?.replace('insert', 'update'))).toEqual([
      'insert 4',
      'step 4',
      'update 10',
      'step 10',
    ]);
  }
  await rig.stop();
  await stop();
  await database.drop();
});
