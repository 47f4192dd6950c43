import { afterEach, describe, expect, it } from 'vitest';
import { type PortalRig, portalRig } from '../../tests/support/portal-rig.ts';
import { UpstreamError } from '../contract/errors.ts';
import type { StoreQuestion } from '../contract/portal.store.ts';
import { portalConfig } from './config.ts';

let rig: PortalRig;
afterEach(() => rig.stop());

const QUESTION: StoreQuestion = {
  owner: '096885123456',
  askedBy: { name: 'Lê Thị Cán Bộ', number: '096885000111' },
  channel: 'ONLINE',
  procedure: '1.009999',
  results: ['KQ.SIM.000009', 'KQ.SIM.000010'],
};
const papers = (over: Partial<StoreQuestion> = {}) => rig.port.store?.papers({ ...QUESTION, ...over });
const counted = async () => (await rig.counters()).calls;

describe('the store of personal papers', () => {
  it('tells what it has of an owner, under a login of its own that holds', async () => {
    rig = await portalRig();
    expect(await papers()).toEqual([
      {
        ...{ resultCode: 'KQ.SIM.000009', name: 'Giấy tờ mẫu 1', number: '01/GM', agency: 'H12.1' },
        files: [{ name: 'giay-1.pdf', path: '/sim/KQ.SIM.000009.pdf' }],
      },
      expect.objectContaining({ resultCode: 'KQ.SIM.000010' }),
    ]);
    expect(await papers({ owner: '096885123450' })).toEqual([]);
    expect(await counted()).toMatchObject({ 'store login': 1, papers: 2 });
  });

  it('gives a file of it', async () => {
    rig = await portalRig();
    expect(String(await rig.port.store?.file({ agency: 'H12.1', path: '/sim/a.pdf' }))).toBe('%PDF-1.4 /sim/a.pdf');
    await expect(rig.port.store?.file({ agency: 'H12.1', path: '/elsewhere' })).rejects.toBeInstanceOf(UpstreamError);
  });

  it('logs in anew when its session has ended', async () => {
    rig = await portalRig();
    await papers();
    await rig.admin('POST', 'sessions/expire');
    expect(await papers()).toHaveLength(2);
    expect(await counted()).toMatchObject({ 'store login': 2 });
  });

  it.each([
    ['is away', { kind: 'page', status: 503 }, true],
    ['breaks off', { kind: 'drop-before' }, true],
    ['refuses', { kind: 'reject', message: 'Không được phép 096885123456' }, false],
  ])('that %s is no empty store, and its words hold no number', async (_, fault, unreachable) => {
    rig = await portalRig();
    await rig.fault({ ...fault, service: 'papers', count: 2 });
    const error = await Promise.resolve(papers()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ unreachable });
    expect(String(error)).not.toMatch(/096885/);
  });

  it('is absent where the installation has none, and says what it lacks where it is half set', async () => {
    rig = await portalRig({ NATIONAL_PORTAL_STORE_URL: '' });
    expect(rig.port.store).toBeUndefined();
    const set = { NATIONAL_PORTAL_URL: 'http://a.invalid', NATIONAL_PORTAL_PROFILE: 'gateway', NATIONAL_PORTAL_AGENCY: 'H12' };
    const issues = (more: Record<string, string>) =>
      portalConfig.safeParse({ ...set, ...more }).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(issues({ NATIONAL_PORTAL_STORE_URL: 'http://a.invalid' })).toEqual([
      'NATIONAL_PORTAL_STORE_QUERY_PATH',
      'NATIONAL_PORTAL_STORE_FILE_PATH',
    ]);
    expect(issues({ NATIONAL_PORTAL_STORE_URL: 'http://a.invalid', NATIONAL_PORTAL_STORE_PROFILE: '/nowhere.json' })).toEqual([
      'NATIONAL_PORTAL_STORE_PROFILE',
    ]);
  });
});
