import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dossierTask, sampleDossier, sampleStep, stepsTask, testTools } from '../../tests/contract/portal.ts';
import type { RunningSimulator } from '../contract/manifest.ts';
import { portalConfig } from './config.ts';
import { createPortal } from './portal.ts';
import { startPortalSimulator } from './simulator.ts';
import { wireDossier } from './wire.dossier.ts';
import { FieldTexts } from './wire.text.ts';

let simulator: RunningSimulator;
let session: string;
beforeAll(async () => {
  simulator = await startPortalSimulator({ port: 0 });
  const { NATIONAL_PORTAL_USERNAME: username, NATIONAL_PORTAL_PASSWORD: password } = simulator.environment;
  session = String((await send('/mapi/login', { username, password }))['session']);
});
afterAll(() => simulator.stop());

async function send(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`${simulator.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}
const call = (body: Record<string, unknown>) => send('/mapi/g', { session, madonvi: 'H99', ...body });
const insert = (dossier: Record<string, unknown>) => call({ service: 'DongBoHoSoMC', isUpdating: 'False', data: [dossier] });
const good = (code: string) => {
  const { wire } = portalConfig.parse(simulator.environment);
  return wireDossier(sampleDossier(code), wire, new FieldTexts(wire.limits));
};

describe('the simulated portal', () => {
  it('is strict about every type of the wire', async () => {
    const dossier = good('H99.1-250701-0001');
    for (const bad of [
      { TrangThaiHoSo: 4 },
      { TrangThaiHoSo: '11' },
      { NgayTiepNhan: '2025-07-01T08:00:00+07:00' },
      { NgayTiepNhan: '20250230080000' },
      { NgayTiepNhan: '' },
      { GhiChu: 'x'.repeat(2_001) },
      { MaHoSo: 'H99' },
      { DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '12' }] },
      { TruongLa: '' },
    ]) {
      const answer = await insert({ ...dossier, ...bad });
      expect(answer, JSON.stringify(bad)).toMatchObject({ error_code: '-1', message: expect.stringContaining(Object.keys(bad)[0] ?? '?') });
    }
    expect(await call({ service: 'DongBoHoSoMC', isUpdating: false, data: [dossier] })).toMatchObject({ error_code: '-1' });
    expect(await insert(dossier)).toMatchObject({ error_code: '0' });
  });

  it('takes a batch whole or not at all', async () => {
    const data = [good('H99.1-250701-0002'), { ...good('H99.1-250701-0003'), ChuHoSo: '' }];
    expect(await call({ service: 'DongBoHoSoMC', isUpdating: 'False', data })).toMatchObject({ error_code: '-1' });
    expect(await call({ service: 'TraCuuHoSo', mahoso: 'H99.1-250701-0002' })).toMatchObject({ error_code: '0', result: [] });
  });

  it('stores a step as often as it is sent, and counts that', async () => {
    await insert(good('H99.1-250701-0004'));
    const step = { MaHoSo: 'H99.1-250701-0004', NguoiXuLy: 'Lê Văn Thử', ThoiDiemXuLy: '20250701090000', NoiDungXuLy: '', TrangThai: '4' };
    await call({ service: 'CapNhatTienDoHoSoMC', data: [step, step] });
    expect(await call({ service: 'CapNhatTienDoHoSoMC', data: [{ ...step, NoiDungXuLy: null }] })).toMatchObject({ error_code: '-1' });
    const shown = await (await fetch(`${simulator.url}/_simulator/dossiers/H99.1-250701-0004`)).json();
    expect(shown).toMatchObject({
      duplicateSteps: 1,
      history: [expect.stringContaining('insert 4'), expect.stringContaining('step 4'), expect.stringContaining('step 4')],
    });
  });

  it('refuses a wrong password, an unknown session and an unknown member code', async () => {
    expect(await send('/mapi/login', { username: 'x', password: 'y' })).toMatchObject({ session: '', error_code: '-1' });
    expect(await call({ session: 'gone', service: 'TraCuuHoSo', mahoso: 'x' })).toMatchObject({ error_code: '-1' });
    const forward = await fetch(`${simulator.url}/XrdAdapter/RestService/forward/mapi/g?dstcode=VN:GOV:none`, {
      method: 'POST',
      body: '{}',
    });
    expect(forward.status).toBe(404);
  });

  it('names what is wrong with a fault that it is asked for', async () => {
    const response = await fetch(`${simulator.url}/_simulator/faults`, {
      method: 'POST',
      body: JSON.stringify({ kind: 'explode', matching: '(' }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/kind[\s\S]*matching|matching[\s\S]*kind/);
  });

  describe('behaves as told', () => {
    const behave = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${simulator.url}/_simulator/${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect(answer.ok).toBe(true);
    };
    afterEach(() => Promise.all([behave('DELETE', 'modes'), behave('DELETE', 'faults')]));

    it('and lets no dossier leave an end state', async () => {
      const dossier = good('H99.1-250701-0005');
      const update = (TrangThaiHoSo: string) =>
        call({ service: 'DongBoHoSoMC', isUpdating: 'True', data: [{ ...dossier, TrangThaiHoSo }, { ...good('H99.1-250701-0006') }] });
      await insert({ ...dossier, TrangThaiHoSo: '10' });
      await insert(good('H99.1-250701-0006'));
      await behave('PUT', 'modes', { endsStand: true });
      expect(await update('4')).toMatchObject({ error_code: '-1', message: expect.stringContaining('H99.1-250701-0005') });
      expect(await update('10')).toMatchObject({ error_code: '0' });
      await behave('DELETE', 'modes');
      expect(await update('4')).toMatchObject({ error_code: '0' });
    });

    it('and ends a session by the next login', async () => {
      await behave('PUT', 'modes', { singleSession: true });
      const { NATIONAL_PORTAL_USERNAME: username, NATIONAL_PORTAL_PASSWORD: password } = simulator.environment;
      const before = session;
      session = String((await send('/mapi/login', { username, password }))['session']);
      expect(await call({ service: 'TraCuuHoSo', mahoso: 'x', session: before })).toMatchObject({ error_code: '-1' });
      expect(await call({ service: 'TraCuuHoSo', mahoso: 'x' })).toMatchObject({ error_code: '0' });
    });

    it('and leaves out the charset, or answers a page with HTTP 200', async () => {
      const typeOf = async () => (await fetch(`${simulator.url}/mapi/g`, { method: 'POST', body: '{}' })).headers.get('content-type');
      expect(await typeOf()).toBe('application/json; charset=utf-8');
      await behave('PUT', 'modes', { charset: false });
      expect(await typeOf()).toBe('application/json');
      await behave('POST', 'faults', { kind: 'page', status: 200, service: 'TraCuuHoSo' });
      await expect(createPortal(portalConfig.parse(simulator.environment), testTools()).lookUp('x')).rejects.toMatchObject({
        code: 'ADAPTER_PAGE',
        outcomeUnknown: true,
      });
    });
  });

  it('remembers across its own end what it acknowledged, and drops a half-written line', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'portal-'));
    const dossier = sampleDossier('H99.2-250701-0001');
    const first = await startPortalSimulator({ port: 0, stateDir });
    const outcomes = await createPortal(portalConfig.parse(first.environment), testTools()).deliver([dossierTask(dossier)]);
    expect(outcomes).toMatchObject([{ kind: 'delivered' }]);
    await first.stop();
    appendFileSync(join(stateDir, readdirSync(stateDir)[0] ?? ''), '{"service":"DongBoHo');

    const second = await startPortalSimulator({ port: 0, stateDir });
    const port = createPortal(portalConfig.parse(second.environment), testTools());
    expect(await port.lookUp(dossier.code)).toMatchObject({ code: dossier.code, status: 4 });
    expect(await port.deliver([stepsTask(dossier.code, [sampleStep(1)])])).toMatchObject([{ kind: 'delivered' }]);
    await second.stop();

    const third = await startPortalSimulator({ port: 0, stateDir });
    const shown = await (await fetch(`${third.url}/_simulator/dossiers/${dossier.code}`)).json();
    expect(shown).toMatchObject({ inserts: 1, duplicateSteps: 0, steps: [expect.objectContaining({ TrangThai: '4' })] });
    await third.stop();
    rmSync(stateDir, { recursive: true });
  });
});
