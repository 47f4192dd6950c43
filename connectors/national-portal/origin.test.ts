import { describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask } from '../../tests/contract/portal.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import type { PortalDossier, PortalTask } from '../contract/portal.ts';

/** Every fourth came to a counter; the others were filed at the portal, which has a number of its own for each. */
const WORLD = Array.from({ length: 40 }, (_, at) => {
  const code = `H12.1-250701-${1001 + at}`;
  return at % 4 === 0 ? { code } : { code, nationalCode: `G22.99-250701-${1001 + at}` };
});
const FILED = WORLD.filter((each) => 'nationalCode' in each);

function dossierOf({ code, nationalCode }: { code: string; nationalCode?: string }, status: number): PortalDossier {
  return sampleDossier(code, { status, ...(nationalCode === undefined ? {} : { origin: 'NATIONAL_PORTAL', nationalCode }) });
}

const asStatus = (dossier: PortalDossier): PortalTask => ({
  ...{ id: `n-${dossier.code}`, subject: dossier.code, look: false, known: false },
  ...{ kind: 'status', dossier },
});
const steps = (named: boolean) =>
  WORLD.map(({ code, nationalCode }): PortalTask => {
    const task = stepsTask(code, [sampleStep(1), sampleStep(2)]);
    return named && nationalCode !== undefined ? ({ ...task, nationalCode } as PortalTask) : task;
  });

/** Filed, handled, returned: what each setting makes of the whole world. */
async function live(rig: PortalRig, tell: (dossier: PortalDossier, known: boolean) => PortalTask, named: boolean): Promise<void> {
  for (const tasks of [
    WORLD.map((each) => tell(dossierOf(each, 4), false)),
    steps(named),
    WORLD.map((each) => tell(dossierOf(each, 10), true)),
  ]) {
    const { outcomes } = await rig.deliverAll(tasks);
    expect(outcomes.filter(({ kind }) => kind === 'delivered')).toHaveLength(WORLD.length);
  }
  for (const { code, nationalCode } of WORLD) {
    const held = await rig.dossier(nationalCode ?? code);
    expect(held?.['steps'], code).toMatchObject([{ NoiDungXuLy: 'Bước 1' }, { NoiDungXuLy: 'Bước 2' }]);
  }
  expect(await rig.admin('GET', 'state')).toMatchObject({ dossiers: WORLD.length });
}

const know = (rig: PortalRig, both: boolean) =>
  rig.admin(
    'POST',
    'known',
    FILED.map(({ code, nationalCode }) => ({ ...(both ? { code } : {}), nationalCode, status: 1 })),
  );

describe('dossiers that were filed at the portal', () => {
  it('go back to it as states, and none of them by DongBoHoSoMC', async () => {
    const rig = await portalRig();
    await know(rig, false);
    await live(rig, (dossier, known) => (dossier.nationalCode === undefined ? dossierTask(dossier, { known }) : asStatus(dossier)), false);
    const counters = await rig.counters();
    expect(counters).toMatchObject({ inserts: 10, updates: 10, notices: 60, loops: 0, duplicateInserts: 0, steps: 80, duplicateSteps: 0 });
    expect(await rig.dossier(FILED[0]?.code ?? '')).toMatchObject({ code: FILED[0]?.nationalCode, filedHere: true });
    await rig.stop();
  });

  it.each([
    { setting: 'portal', both: false, named: true },
    { setting: 'own', both: true, named: false },
  ])(
    'where DongBoHoSoMC reports them by the $setting code, are refused as inserts and become updates',
    async ({ setting, both, named }) => {
      const rig = await portalRig({ NATIONAL_PORTAL_FILED_CODE: setting });
      await know(rig, both);
      await live(rig, (dossier, known) => dossierTask(dossier, { known }), named);
      const counters = await rig.counters();
      expect(counters).toMatchObject({ inserts: 10, updates: 70, notices: 0, loops: 60, steps: 80, duplicateSteps: 0, outOfOrderSteps: 0 });
      for (const filed of FILED)
        expect(await rig.dossier(filed.nationalCode ?? '')).toMatchObject({ inserts: 0, updates: 2, status: '10' });
      await rig.stop();
    },
  );

  it('are inserted after all where the portal lost them, and looked up by its own number when in doubt', async () => {
    const rig = await portalRig();
    const [filed] = FILED;
    const task = dossierTask(dossierOf(filed ?? { code: '' }, 4), { known: true });
    await rig.fault({ kind: 'drop-after', service: 'DongBoHoSoMC', count: 1 });
    const { outcomes } = await rig.deliverAll([task]);
    expect(outcomes).toMatchObject([{ kind: 'delivered' }]);
    expect(await rig.admin('GET', 'dossiers')).toEqual([filed?.nationalCode]);
    await rig.stop();
  });
});
