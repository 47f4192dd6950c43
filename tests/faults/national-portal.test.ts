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

/** Every fourth came to a counter, the others were filed at the portal, which has a number of its own for each. */
function codesOf(at: number): { code: string; nationalCode?: string } {
  const code = `H12.1-250930-${1001 + at}`;
  return at % 4 === 0 ? { code } : { code, nationalCode: `G22.99-250930-${1001 + at}` };
}

const FILED = Array.from({ length: DOSSIERS }, (_, at) => codesOf(at)).filter(({ nationalCode }) => nationalCode !== undefined);

/** Told, two steps, returned, one step: what the outbox has of one dossier. */
function lifeOf({ code, nationalCode }: { code: string; nationalCode?: string }): OutboxEvent[] {
  const dossier = { subject: code, subjectId: newUuid() };
  const origin: PortalDossier['origin'] = nationalCode === undefined ? 'PROVINCE' : 'NATIONAL_PORTAL';
  const told = (sequence: number, personal: { dossier: PortalDossier } | { steps: PortalStep[]; origin: PortalDossier['origin'] }) => {
    const event = delivery({ ...dossier, sequence, ...('steps' in personal ? { step: 'step' } : {}) });
    return { ...event, ...(nationalCode !== undefined && 'dossier' in personal ? { kind: 'portal.status' } : {}), personal };
  };
  const snapshot = (status: number) => sampleDossier(code, { origin, status, ...(nationalCode === undefined ? {} : { nationalCode }) });
  return [
    told(1, { dossier: snapshot(4) }),
    told(2, { steps: [sampleStep(1), sampleStep(2)], origin }),
    told(3, { dossier: snapshot(10) }),
    told(4, { steps: [sampleStep(3, { status: 10 })], origin }),
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
  await rig.admin(
    'POST',
    'known',
    FILED.map(({ nationalCode }) => ({ nationalCode, status: 1 })),
  );
  const events = Array.from({ length: DOSSIERS }, (_, at) => lifeOf(codesOf(at))).flat();
  await hub.db.transaction((sql) => appendEvents(sql, hub.cipher, events));

  let left: Record<string, number> = { PENDING: 1 };
  for (let round = 0; round < ROUNDS && Object.keys(left).length > 0; round += 1) {
    await deliverJob.run(hub, { connector: PORTAL }, new AbortController().signal);
    rig.pass(5_000);
    left = await undelivered(hub);
  }
  expect(left).toEqual({});
  const counters = { inserts: DOSSIERS - FILED.length, loops: 0, steps: 3 * DOSSIERS, duplicateSteps: 0, outOfOrderSteps: 0 };
  expect(await rig.counters()).toMatchObject(counters);
  expect(await rig.admin('GET', 'state')).toMatchObject({ dossiers: DOSSIERS });
  for (let at = 0; at < DOSSIERS; at += 1) {
    const { code, nationalCode } = codesOf(at);
    const held = (await rig.dossier(code)) as { history: string[]; notices: { NoiDung: string }[]; status: string; inserts: number };
    // Snapshots may be told again in doubt; what was told first never follows what was told later.
    const story = held.history.map((entry) => entry.split(' ').slice(1, 3).join(' '));
    const each = story.filter((entry, index) => entry.replace('insert', 'update') !== story[index - 1]?.replace('insert', 'update'));
    if (nationalCode === undefined) {
      expect(held).toMatchObject({ inserts: 1, status: '10' });
      expect(each).toEqual(['insert 4', 'step 4', 'update 10', 'step 10']);
    } else {
      expect(held).toMatchObject({ code: nationalCode, inserts: 0 });
      expect(held.notices.at(-1)?.NoiDung).toBe('Đã trả kết quả');
      expect(each).toEqual(['notice 2', 'step 4', 'notice 2', 'step 10']);
    }
  }
  await rig.stop();
  await stop();
  await database.drop();
});
