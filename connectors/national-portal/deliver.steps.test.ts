import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask } from '../../tests/contract/portal.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import type { PortalTask } from '../contract/portal.ts';

const code = (at: number) => `H12.1-250701-${String(at).padStart(4, '0')}`;
const CODE = code(1);
const STEPS = [1, 2, 3].map((minute) => sampleStep(minute));

let rig: PortalRig;
beforeEach(async () => {
  rig = await portalRig();
  await rig.port.deliver([1, 2, 3].map((at) => dossierTask(sampleDossier(code(at)))));
});
afterEach(() => rig.stop());

const minutesOf = (dossier: Record<string, unknown> | undefined) =>
  ((dossier?.['steps'] ?? []) as { ThoiDiemXuLy: string }[]).map(({ ThoiDiemXuLy }) => Number(ThoiDiemXuLy.slice(10, 12)));

describe('steps', () => {
  it('of several dossiers go in one call, in order', async () => {
    const outcomes = await rig.port.deliver([stepsTask(code(1), STEPS), stepsTask(code(2), STEPS)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered']);
    expect((await rig.counters()).calls['CapNhatTienDoHoSoMC']).toBe(1);
    expect(minutesOf(await rig.dossier(CODE))).toEqual([1, 2, 3]);
  });

  it('of one dossier are never split over calls', async () => {
    const small = rig.another({ NATIONAL_PORTAL_STEPS_PER_CALL: '2' });
    await small.deliver([stepsTask(code(1), STEPS), stepsTask(code(2), STEPS.slice(0, 1)), stepsTask(code(3), STEPS.slice(0, 1))]);
    expect((await rig.counters()).calls['CapNhatTienDoHoSoMC']).toBe(2);
  });

  it('of an unknown dossier are refused alone', async () => {
    const outcomes = await rig.port.deliver([stepsTask(code(1), STEPS), stepsTask(code(9), STEPS), stepsTask(code(3), STEPS)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['delivered', 'delivered', 'refused']);
    expect((await rig.counters())['duplicateSteps']).toBe(0);
  });

  it('are judged by words where the answer is plain text', async () => {
    await rig.modes({ progressText: true, textForm: 'NFD' });
    const outcomes = await rig.port.deliver([stepsTask(code(1), STEPS), stepsTask(code(9), STEPS)]);
    expect(outcomes).toContainEqual({ id: `s-${CODE}`, kind: 'delivered' });
    expect(outcomes).toContainEqual(expect.objectContaining({ id: `s-${code(9)}`, kind: 'refused', code: 'TEXT' }));
  });

  it.each([
    { kind: 'delay-after', ms: 20_000 },
    { kind: 'drop-after' },
    { kind: 'drop-before' },
    { kind: 'page', applied: true },
    { kind: 'page', applied: false },
    { kind: 'apply-late', ms: 0 },
    { kind: 'apply-late', afterLookUps: 1 },
    { kind: 'apply-late', afterLookUps: 2 },
  ])('arrive once and in order: %o', async (fault) => {
    await rig.fault({ ...fault, service: 'CapNhatTienDoHoSoMC', count: 1 });
    const { outcomes } = await rig.deliverAll([stepsTask(CODE, STEPS)]);
    expect(outcomes).toEqual([{ id: `s-${CODE}`, kind: 'delivered' }]);
    const dossier = await rig.dossier(CODE);
    expect(minutesOf(dossier)).toEqual([1, 2, 3]);
    expect(dossier).toMatchObject({ duplicateSteps: 0 });
  });

  it('stay in doubt while the look-up gets no answer', async () => {
    await rig.fault({ kind: 'drop-after', service: 'CapNhatTienDoHoSoMC', count: 1 });
    await rig.fault({ kind: 'silent', service: 'TraCuuHoSo', count: 3, ms: 20_000 });
    const { outcomes } = await rig.deliverAll([stepsTask(CODE, STEPS)]);
    expect(outcomes).toEqual([{ id: `s-${CODE}`, kind: 'delivered' }]);
    expect(minutesOf(await rig.dossier(CODE))).toEqual([1, 2, 3]);
  });

  it('are left to a person where no look-up can tell, and sent when that person retries', async () => {
    const blind = rig.another({ NATIONAL_PORTAL_STEPS_FIELD: '' });
    await rig.fault({ kind: 'drop-before', service: 'CapNhatTienDoHoSoMC', count: 1 });
    const task = stepsTask(CODE, STEPS);
    expect(await blind.deliver([task])).toMatchObject([{ kind: 'retry', look: true }]);
    rig.pass(5_000);
    expect(await blind.deliver([{ ...task, look: true }])).toMatchObject([{ kind: 'refused', code: 'STEPS_IN_DOUBT' }]);
    expect(await blind.deliver([task])).toMatchObject([{ kind: 'delivered' }]);
  });

  it('are repeated where no look-up can tell and the installation says so', async () => {
    const blind = rig.another({
      NATIONAL_PORTAL_STEPS_FIELD: '',
      NATIONAL_PORTAL_STEPS_IN_DOUBT: 'repeat',
      NATIONAL_PORTAL_SETTLE_MS: '0',
    });
    expect(await blind.deliver([stepsTask(CODE, STEPS, { look: true })])).toMatchObject([{ kind: 'delivered' }]);
  });
});

describe('notices', () => {
  const dossier = sampleDossier('H12.4-250701-0001', { origin: 'NATIONAL_PORTAL', nationalCode: 'SIM-QG-000123', status: 9 });
  const task: PortalTask = { id: 'n', subject: dossier.code, look: false, known: false, kind: 'status', dossier };

  it.each(['drop-after', 'drop-before', 'silent'])('%s: told once', async (kind) => {
    await rig.fault({ kind, service: 'DongBoTrangThaiHoSo', count: 1, ms: 20_000 });
    const { outcomes } = await rig.deliverAll([task]);
    expect(outcomes).toEqual([{ id: 'n', kind: 'delivered' }]);
    expect((await rig.dossier('SIM-QG-000123'))?.['notices']).toHaveLength(1);
  });

  it('refused by the portal are told with the reason', async () => {
    await rig.fault({ kind: 'reject', service: 'DongBoTrangThaiHoSo', message: 'Không có hồ sơ của Trần Thị Mẫu', code: '-7' });
    expect(await rig.port.deliver([task])).toEqual([{ id: 'n', kind: 'refused', code: 'PORTAL_-7', reason: 'Không có hồ sơ của ***' }]);
  });
});
