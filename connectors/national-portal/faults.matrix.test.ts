import { describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask } from '../../tests/contract/portal.ts';
import { WAYS } from '../../tests/support/portal-profiles.ts';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import type { PortalDossier, PortalTask } from '../contract/portal.ts';

const HOURS = 3 * 3_600_000;
const DESK = [1, 2, 3, 4].map((at) => `H12.1-250701-${1000 + at}`);
const FILED = Array.from({ length: 12 }, (_, at) => ({ code: `H12.1-250701-${2001 + at}`, nationalCode: `G22.99-250701-${2001 + at}` }));
const [FIRST = '', SECOND = ''] = DESK;

interface Row {
  fault: string;
  play: (rig: PortalRig) => Promise<unknown>;
  refused?: string[];
  logins?: number;
}

const fault = (parts: Record<string, unknown>) => (rig: PortalRig) => rig.fault(parts);
const modes = (parts: Record<string, unknown>) => (rig: PortalRig) => rig.modes(parts);
const everywhere = (parts: Record<string, unknown>) => async (rig: PortalRig) => {
  for (const service of ['DongBoHoSoMC', 'DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC']) await rig.fault({ ...parts, service, count: 1 });
};
const rejected = { kind: 'reject', service: 'DongBoHoSoMC', matching: `^${SECOND}$`, code: '-7' };

const MATRIX: Row[] = [
  { fault: 'none', play: async () => undefined },
  { fault: 'one verdict, the bad one named', play: fault({ ...rejected, message: 'Hồ sơ {code} thiếu dữ liệu' }), refused: [SECOND] },
  { fault: 'one verdict, the bad one not named', play: fault({ ...rejected, message: 'Thiếu dữ liệu' }), refused: [SECOND] },
  { fault: 'duplicate insert', play: (rig) => rig.admin('POST', 'known', [{ code: FIRST, nationalCode: null, status: 1 }]) },
  { fault: 'carried out, no answer', play: everywhere({ kind: 'delay-after', ms: 20_000 }) },
  { fault: 'carried out, connection lost', play: everywhere({ kind: 'drop-after' }) },
  { fault: 'connection lost, not carried out', play: everywhere({ kind: 'drop-before' }) },
  { fault: 'no answer, not carried out', play: everywhere({ kind: 'silent', ms: 20_000 }) },
  { fault: 'carried out after the look-up', play: everywhere({ kind: 'apply-late', afterLookUps: 1 }) },
  { fault: 'session expired in a call', play: everywhere({ kind: 'expired' }), logins: 4 },
  { fault: 'all sessions gone', play: (rig) => rig.admin('POST', 'sessions/expire'), logins: 2 },
  { fault: 'HTML with 502, carried out', play: everywhere({ kind: 'page', status: 502, applied: true }) },
  { fault: 'HTML with 502, not carried out', play: everywhere({ kind: 'page', status: 502 }) },
  { fault: 'HTML with 200, carried out', play: everywhere({ kind: 'page', status: 200, applied: true }) },
  { fault: 'HTML with 200, not carried out', play: everywhere({ kind: 'page', status: 200 }) },
  { fault: 'busy, 503', play: everywhere({ kind: 'page', status: 503 }) },
  { fault: 'slow', play: everywhere({ kind: 'slow', ms: 300 }) },
  { fault: 'double-encoded', play: modes({ gateway: true }) },
  { fault: 'texts in NFD', play: modes({ textForm: 'NFD' }) },
  { fault: 'codes as numbers', play: modes({ errorCode: 'number', duplicateCode: '3' }) },
  { fault: 'codes padded', play: modes({ errorCode: 'padded' }) },
  { fault: 'progress in plain text', play: modes({ progressText: true, textForm: 'NFD' }) },
  {
    fault: 'refusals behind "0"',
    play: (rig) => modes({ gatewayZero: true })(rig).then(() => fault({ ...rejected, message: 'Thiếu dữ liệu' })(rig)),
    refused: [SECOND],
  },
  { fault: 'down for hours', play: downForHours, logins: 2 },
];

async function downForHours(rig: PortalRig): Promise<void> {
  await rig.fault({ kind: 'page', status: 503, count: 2 });
  for (const [task] of [worldTasks(2), worldTasks(2)]) {
    expect(await rig.port.deliver([task as PortalTask])).toMatchObject([{ kind: 'retry', unreachable: true, look: false }]);
  }
  await rig.admin('POST', 'closed', { ms: 300 });
  const there = () =>
    rig.port.lookUp(FIRST).then(
      () => true,
      () => false,
    );
  await expect.poll(there).toBe(false);
  rig.pass(HOURS);
  await expect.poll(there, { timeout: 5_000 }).toBe(true);
}

const filedDossier = (filed: (typeof FILED)[number], status: number) =>
  sampleDossier(filed.code, { origin: 'NATIONAL_PORTAL', nationalCode: filed.nationalCode, status });

function statusTask(dossier: PortalDossier): PortalTask {
  return { id: `n-${dossier.code}-${dossier.status}`, subject: dossier.code, look: false, known: true, kind: 'status', dossier };
}

function worldTasks(status: number): PortalTask[] {
  return [
    ...DESK.map((code) => dossierTask(sampleDossier(code, { status }), { known: status > 2 })),
    ...FILED.map((filed) => statusTask(filedDossier(filed, status))),
  ];
}

const kindsOf = (outcomes: { id: string; kind: string }[]) => Object.fromEntries(outcomes.map(({ id, kind }) => [id, kind]));

describe.each(['adapter', 'gateway', 'lgsp by Basic'])(
  'by %s, a world of which three quarters were filed at the portal arrives whole',
  (way) => {
    it.each(MATRIX)('$fault', async ({ play, refused = [], logins = 1 }) => {
      const rig = await portalRig({ NATIONAL_PORTAL_TIMEOUT_MS: '800' }, WAYS[way]);
      await rig.admin(
        'POST',
        'known',
        FILED.map(({ nationalCode }) => ({ nationalCode, status: 1 })),
      );
      await rig.another({ NATIONAL_PORTAL_TIMEOUT_MS: '20000' }).lookUp(FIRST);
      await play(rig);
      const good = [...DESK, ...FILED.map(({ code }) => code)].filter((code) => !refused.includes(code));
      const first = await rig.deliverAll(worldTasks(2));
      const steps = await rig.deliverAll(good.map((code) => stepsTask(code, [sampleStep(1), sampleStep(2)])));
      const last = await rig.deliverAll(worldTasks(10).filter(({ subject }) => good.includes(subject)));

      expect(kindsOf(first.outcomes)).toEqual(
        Object.fromEntries(worldTasks(2).map(({ id, subject }) => [id, refused.includes(subject) ? 'refused' : 'delivered'])),
      );
      for (const { outcomes } of [steps, last]) expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['delivered']));
      for (const outcome of first.outcomes) if (outcome.kind === 'refused') expect(outcome.reason).toContain('hiếu dữ liệu');
      for (const code of good) {
        const held = await rig.dossier(code);
        expect(held, code).toMatchObject({ duplicateSteps: 0, steps: [{ NoiDungXuLy: 'Bước 1' }, { NoiDungXuLy: 'Bước 2' }] });
        const { notices, status } = held as { notices: { NoiDung: string }[]; status: string };
        expect(DESK.includes(code) ? status : notices.at(-1)?.NoiDung, code).toBe(DESK.includes(code) ? '10' : 'Đã trả kết quả');
      }
      const state = (await rig.admin('GET', 'state')) as { dossiers: number; faults: { played: number }[] };
      expect(state.faults.filter(({ played }) => played === 0)).toEqual([]);
      expect(state.dossiers).toBe(good.length);
      expect(await rig.counters()).toMatchObject({ loops: 0, outOfOrderSteps: 0, logins: way === 'gateway' ? 0 : logins });
      await rig.stop();
    });
  },
);
