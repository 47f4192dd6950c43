import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { toGlobalId } from '../../src/platform/ids.ts';
import { createRandom } from '../../src/roles/seed/random.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { MOVE } from '../support/documents.lifecycle.ts';
import { PROVINCE, SOURCE } from '../support/dossiers.ts';
import { drawFaults } from '../support/fault-actions.ts';
import { type FaultRig, startFaultRig } from '../support/fault-rig.ts';
import { type HeldDossier, heldStory, type PlannedDossier, planWorld, storyOf, versionOf } from '../support/fault-world.ts';
import { OFFICER } from '../support/lifecycle.ts';

const SEED = 766;
const DOSSIERS = 2_000;
const WORKERS = 2;
const BATCH = 250;
/** How often each fault comes. */
const TIMES = 2;
/** So many calls at the portal lie between two faults; where none come, because everything rests, so long. */
const CALLS_BETWEEN = { least: 10, most: 60, patienceMs: 800 };
/** Most of it is the patience of a machine that does much else. */
const LONGEST_MS = 540_000;
/** Short waits in place of the portal's long ones; everything else as it is. */
// Whatever the hour of the test: what is looked up at night is shown elsewhere.
const SETTINGS = { NATIONAL_PORTAL_TIMEOUT_MS: '3000', NATIONAL_PORTAL_SETTLE_MS: '1500', NIGHTLY_COMPARISON: 'off' };
const REFUSAL = { code: '-7', message: 'Hồ sơ {code} thiếu thành phần bắt buộc' };

let rig: FaultRig | undefined;

afterEach(async () => {
  await rig?.stop();
  rig = undefined;
});

/** A source sends its batch until it is answered: what went in before the answer was lost is UNCHANGED then. */
async function feed({ hub }: FaultRig, input: DossierIngestInput[]): Promise<void> {
  for (;;) {
    const as = { roles: ['SYSTEM' as const], source: SOURCE, unit: PROVINCE };
    const { data, errors } = await hub.ask(INGEST_OUTCOMES, { variables: { input }, as });
    const refused = data?.ingestDossiers.results.filter(({ outcome }) => outcome === 'REJECTED' || outcome === 'STALE') ?? [];
    expect(refused).toEqual([]);
    if (errors.length === 0) return;
    await sleep(200);
  }
}

/** An officer moves a dossier; where the answer was lost, only if it is not there yet. */
async function move({ hub, sql }: FaultRig, { code, moves }: PlannedDossier): Promise<void> {
  for (const to of moves) {
    for (let there = false; !there; ) {
      const { rows } = await sql.query<{ id: string; status: string }>('SELECT id, status FROM dossiers.dossier WHERE code = $1', [code]);
      const dossier = toGlobalId('dossier', rows[0]?.id ?? '');
      there = rows[0]?.status === to;
      if (there) break;
      const { data } = await hub.graphql(MOVE, { variables: { input: { dossier, to } }, as: OFFICER });
      expect(data?.moveDossier.userErrors ?? []).toEqual([]);
      there = data?.moveDossier.dossier?.status === to;
    }
  }
}

async function live(each: FaultRig, world: PlannedDossier[]): Promise<void> {
  const most = Math.max(...world.map(({ versions }) => versions.length));
  for (let version = 1; version <= most; version += 1) {
    const input = world.flatMap((dossier) => versionOf(dossier, version) ?? []);
    for (let at = 0; at < input.length; at += BATCH) await feed(each, input.slice(at, at + BATCH));
    if (version === 1) for (const dossier of world) await move(each, dossier);
  }
}

const callsOf = async ({ admin }: FaultRig) => {
  const { counters } = (await admin('GET', 'state')) as { counters: { calls: Record<string, number> } };
  return Object.values(counters.calls).reduce((sum, count) => sum + count, 0);
};

async function spoil(each: FaultRig): Promise<void> {
  const random = createRandom(SEED + 1);
  for (const action of drawFaults(random, { times: TIMES, workers: WORKERS })) {
    const until = (await callsOf(each)) + random.between(CALLS_BETWEEN.least, CALLS_BETWEEN.most);
    const patience = Date.now() + CALLS_BETWEEN.patienceMs;
    while (Date.now() < patience && (await callsOf(each)) < until) await sleep(50);
    await each.play(action);
  }
}

/** Waits until everything is told that can be; throws with the first that is not when it takes too long. */
async function settle({ sql, said }: FaultRig, refused: string[], deadline: number): Promise<void> {
  for (;;) {
    const { rows } = await sql.query(
      `SELECT subject, operation, sequence, state, attempts, error_code, last_error FROM integration.synchronization
       WHERE state <> 'DELIVERED' AND subject <> ALL($1::text[]) ORDER BY subject, sequence LIMIT 1`,
      [refused],
    );
    if (rows.length === 0) return;
    if (rows[0].state === 'PARKED' || Date.now() > deadline) throw new Error(`not told: ${JSON.stringify(rows[0])}\n${said()}`);
    // Long waits are not waited for: that they are kept is shown elsewhere.
    await sql.query(
      `UPDATE integration.delivery SET next_attempt_at = now() WHERE next_attempt_at > now() + interval '2 seconds' AND state <> 'PARKED'`,
    );
    await sleep(500);
  }
}

async function check({ admin, sql }: FaultRig, dossier: PlannedDossier): Promise<void> {
  const { code, nationalCode, known, refused } = dossier;
  const held = (await admin('GET', `dossiers/${nationalCode ?? code}`)) as HeldDossier | undefined;
  const story = held === undefined ? [] : heldStory(held);
  if (refused) {
    expect(story, code).toEqual([]);
    const { rows } = await sql.query(
      'SELECT state, error_code, last_error FROM integration.synchronization WHERE subject = $1 ORDER BY sequence',
      [code],
    );
    const waiting = rows.slice(1).map(({ state }) => ({ state, error_code: null, last_error: null }));
    expect(rows, code).toEqual([
      { state: 'PARKED', error_code: expect.stringContaining('7'), last_error: expect.stringContaining('thiếu thành phần') },
      ...waiting,
    ]);
    expect(new Set(waiting.map(({ state }) => state)), code).toEqual(new Set(['PENDING']));
    return;
  }
  expect({ code, story }).toEqual({ code, story: storyOf(dossier) });
  expect(held, code).toMatchObject({
    code: nationalCode ?? code,
    inserts: nationalCode === undefined && !known ? 1 : 0,
    duplicateSteps: 0,
  });
}

it(`through random faults at every boundary each dossier ends in its last state at the portal, seed ${SEED}`, async () => {
  const deadline = Date.now() + LONGEST_MS;
  const world = planWorld(createRandom(SEED), DOSSIERS);
  rig = await startFaultRig(WORKERS, SETTINGS);
  const refused = world.filter((dossier) => dossier.refused);
  const matching = `^(${refused.map(({ code, nationalCode }) => nationalCode ?? code).join('|')})$`.replaceAll('.', '\\.');
  for (const service of ['DongBoHoSoMC', 'DongBoTrangThaiHoSo'])
    await rig.admin('POST', 'faults', { kind: 'reject', service, matching, ...REFUSAL });
  const there = world.filter(({ nationalCode, known }) => nationalCode !== undefined || known);
  await rig.admin(
    'POST',
    'known',
    there.map(({ code, nationalCode }) =>
      nationalCode === undefined ? { code, nationalCode: null, status: 1 } : { nationalCode, status: 1 },
    ),
  );
  await Promise.all([live(rig, world), spoil(rig)]);
  await settle(
    rig,
    refused.map(({ code }) => code),
    deadline,
  );
  for (const dossier of world) await check(rig, dossier);
  const { counters, dossiers } = (await rig.admin('GET', 'state')) as { counters: Record<string, unknown>; dossiers: number };
  expect(counters).toMatchObject({ loops: 0, duplicateSteps: 0, outOfOrderSteps: 0 });
  expect(dossiers).toBe(DOSSIERS - refused.filter(({ nationalCode }) => nationalCode === undefined).length);
}, 600_000);
