import { expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask } from '../../tests/contract/portal.ts';
import { portalRig } from '../../tests/support/portal-rig.ts';

const DOSSIERS = 60;
const FAULTS = [
  { kind: 'drop-after', probability: 0.1 },
  { kind: 'drop-before', probability: 0.1 },
  { kind: 'page', probability: 0.05, applied: true },
  { kind: 'page', probability: 0.05, status: 503 },
  { kind: 'apply-late', probability: 0.1, afterLookUps: 1 },
  { kind: 'expired', probability: 0.05 },
];

it('through all faults at once, every dossier and every step arrives once and in order', async () => {
  const rig = await portalRig({ NATIONAL_PORTAL_BATCH_SIZE: '7', NATIONAL_PORTAL_STEPS_PER_CALL: '9' });
  for (const fault of FAULTS) await rig.fault(fault);
  const codes = Array.from({ length: DOSSIERS }, (_, at) => `H12.9-250701-${1001 + at}`);
  const inserted = await rig.deliverAll(codes.map((code) => dossierTask(sampleDossier(code))));
  const told = await rig.deliverAll(codes.map((code) => stepsTask(code, [sampleStep(1), sampleStep(2)])));
  const finished = await rig.deliverAll(codes.map((code) => dossierTask(sampleDossier(code, { status: 10 }), { known: true })));
  for (const { outcomes } of [inserted, told, finished]) {
    expect(outcomes.filter(({ kind }) => kind === 'delivered')).toHaveLength(DOSSIERS);
  }
  expect(await rig.counters()).toMatchObject({ inserts: DOSSIERS, steps: 2 * DOSSIERS, duplicateSteps: 0, outOfOrderSteps: 0 });
  for (const code of codes) expect(await rig.dossier(code)).toMatchObject({ inserts: 1, status: '10' });
  await rig.stop();
});
