import { afterEach, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier } from '../../tests/contract/portal.ts';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import type { PortalDossier, PortalTask } from '../contract/portal.ts';
import { technicalIdOf } from './simulator.services.ts';

let rig: PortalRig;
afterEach(() => rig.stop());

const NUMBER = '096885123456';
const owner = (overrides: Partial<PortalDossier['owner']> = {}) => ({ nationalId: NUMBER, verified: false, ...overrides });
const told = async (code: string) => ((await rig.dossier(code)) as { body: { MaDoiTuong: string } } | undefined)?.body.MaDoiTuong;
const asked = async () => (await rig.counters()).calls['TraCuuTechID'] ?? 0;

describe('the account of an owner', () => {
  it.each(Object.entries(WAYS))('is looked up by its number and told, by way of %s', async (_, way) => {
    rig = await portalRig({}, way);
    expect(await rig.port.deliver([dossierTask(sampleDossier('H12.1-250701-0001', { owner: owner() }))])).toMatchObject([
      { kind: 'delivered' },
    ]);
    expect(await told('H12.1-250701-0001')).toBe(technicalIdOf(NUMBER));
  });

  it('stands in a status notice as well', async () => {
    rig = await portalRig();
    const dossier = sampleDossier('H12.1-250701-0001', { origin: 'NATIONAL_PORTAL', nationalCode: 'SIM-QG-000123', owner: owner() });
    const status: PortalTask = { id: 'n', subject: dossier.code, look: false, known: false, kind: 'status', dossier };
    expect(await rig.port.deliver([status])).toMatchObject([{ kind: 'delivered' }]);
    expect(await rig.dossier(dossier.code)).toMatchObject({ notices: [{ MaDoiTuong: technicalIdOf(NUMBER) }] });
  });

  it('is asked for once, found or not, until the answer is old', async () => {
    rig = await portalRig();
    const nobody = '096885123450';
    for (let at = 1; at <= 3; at += 1) {
      await rig.port.deliver([dossierTask(sampleDossier(`H12.1-250701-000${at}`, { owner: owner() }))]);
      await rig.port.deliver([dossierTask(sampleDossier(`H12.2-250701-000${at}`, { owner: owner({ nationalId: nobody }) }))]);
    }
    expect(await asked()).toBe(2);
    expect(await told('H12.1-250701-0003')).toBe(technicalIdOf(NUMBER));
    expect(await told('H12.2-250701-0003')).toBe('');
    rig.pass(25 * 3_600_000);
    await rig.port.deliver([dossierTask(sampleDossier('H12.1-250701-0004', { owner: owner() }))]);
    expect(await asked()).toBe(3);
  });

  it('is not asked for where it is known, where nobody has a number, or where the dossier was not filed online', async () => {
    rig = await portalRig();
    const dossiers = [
      sampleDossier('H12.1-250701-0001', { owner: owner({ technicalId: 'told' }) }),
      sampleDossier('H12.1-250701-0002', { owner: { verified: false } }),
      sampleDossier('H12.1-250701-0003', { owner: owner(), channel: 'IN_PERSON' }),
    ];
    await rig.port.deliver(dossiers.map((dossier) => dossierTask(dossier)));
    expect(await asked()).toBe(0);
    expect(await told('H12.1-250701-0001')).toBe('told');
    expect(await told('H12.1-250701-0003')).toBe('');
  });

  it.each([
    ['all', 1],
    ['none', 0],
  ])('is looked up for %s where the setting says so', async (whose, calls) => {
    rig = await portalRig({ NATIONAL_PORTAL_TECHNICAL_IDS: whose });
    await rig.port.deliver([dossierTask(sampleDossier('H12.1-250701-0001', { owner: owner(), channel: 'IN_PERSON' }))]);
    expect(await asked()).toBe(calls);
  });

  it.each([
    ['refuses again and again', { kind: 'reject', count: 3 }, 3],
    ['is away', { kind: 'page', count: 1 }, 1],
    ['is silent', { kind: 'silent', count: 1 }, 1],
  ])('is left out where the portal %s: the dossier goes, and nobody is asked for a while', async (_, fault, calls) => {
    rig = await portalRig();
    await rig.fault({ ...fault, service: 'TraCuuTechID' });
    const send = async (at: number) => {
      const dossier = sampleDossier(`H12.1-250701-000${at}`, { owner: owner({ nationalId: `09688512345${at}` }) });
      expect(await rig.port.deliver([dossierTask(dossier)])).toMatchObject([{ kind: 'delivered' }]);
      return told(dossier.code);
    };
    expect([await send(1), await send(2), await send(3), await send(4)].slice(0, calls)).toEqual(Array.from({ length: calls }, () => ''));
    expect(await told('H12.1-250701-0004')).toBe('');
    expect(rig.logged.join('\n')).toMatch(/accounts at the portal/);
    expect(rig.logged.join('\n')).not.toMatch(/09688512345/);
    rig.pass(11 * 60_000);
    expect(await send(5)).toBe(technicalIdOf('096885123455'));
  });
});
