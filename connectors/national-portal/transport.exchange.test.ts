import { expect, it } from 'vitest';
import { dossierTask, sampleDossier, testTools } from '../../tests/contract/portal.ts';
import type { Exchange } from '../contract/manifest.ts';
import { portalConfig } from './config.ts';
import { createPortal } from './portal.ts';
import { startPortalSimulator } from './simulator.ts';
import { recorded } from './transport.exchange.ts';

const CODE = 'H12.64-250930-0001';
const PARAMETERS = {
  isUpdating: 'False',
  data: [
    {
      MaHoSo: CODE,
      ChuHoSo: 'Nguyễn Văn Đạt',
      SoDienThoai: '0912 345 678',
      DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '096885123456' }],
      TrichYeuHoSo: 'Đăng ký khai sinh cho con là Nguyễn Thị Lan',
      TrangThaiHoSo: '4',
      TruongMoi: 'một trường chưa ai biết',
    },
    { MaHoSo: 'H12.64-250930-0002', ChuHoSo: 'Trần Thị Bích' },
  ],
};

async function take(answer: () => Promise<{ status: number; text: string }>): Promise<Exchange> {
  const taken: Exchange[] = [];
  const tools = { ...testTools(), exchange: (exchange: Exchange) => void taken.push(exchange) };
  await recorded(tools, { service: 'DongBoHoSoMC', parameters: PARAMETERS }, answer).catch(() => undefined);
  const [exchange] = taken;
  if (exchange === undefined) throw new Error('nothing was taken down');
  return exchange;
}

it('takes down, by dossier, what was sent, with all hidden that is not known to be harmless', async () => {
  const { sent, service } = await take(async () => ({ status: 200, text: '{"error_code":"0"}' }));
  expect(service).toBe('DongBoHoSoMC');
  expect([...sent.keys()]).toEqual([CODE, 'H12.64-250930-0002']);
  expect(JSON.parse(sent.get(CODE) ?? '')).toEqual({
    isUpdating: 'False',
    data: {
      ...{ MaHoSo: CODE, ChuHoSo: '***', SoDienThoai: '***', TrichYeuHoSo: '***', TrangThaiHoSo: '4', TruongMoi: '***' },
      DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '***' }],
    },
  });
});

it.each([
  [
    'as JSON',
    JSON.stringify({ error_code: '-3', error_message: 'Hồ sơ của Nguyễn Văn Đạt (0987654321) sai', result: { Ten: 'Trần Thị Bích' } }),
  ],
  ['as JSON within JSON', JSON.stringify(JSON.stringify({ error_code: '-3', error_message: 'Hồ sơ của Nguyễn Văn Đạt (0987654321) sai' }))],
  ['as decomposed text', 'Hồ sơ của Nguyễn Văn Đạt (0987654321) sai'.normalize('NFD')],
])('takes down what came back %s, without what the call itself held', async (_, text) => {
  const { received } = await take(async () => ({ status: 200, text }));
  expect(received).toContain('HTTP 200');
  expect(received).toContain('Hồ sơ của *** (***) sai');
  expect(received).not.toMatch(/Đạt|Bích|0987/);
});

it('takes down why nothing came back', async () => {
  const { received } = await take(() => Promise.reject(new Error('no answer within 1000 ms')));
  expect(received).toBe('no answer within 1000 ms');
});

it('is told of every call that speaks of a dossier, over HTTP, and never of a password', async () => {
  const simulator = await startPortalSimulator({ port: 0 });
  const taken: Exchange[] = [];
  const tools = { ...testTools(), exchange: (exchange: Exchange) => void taken.push(exchange) };
  const settings: Record<string, string> = { ...simulator.environment, NATIONAL_PORTAL_TIMEOUT_MS: '20000' };
  const dossier = sampleDossier(CODE);
  await createPortal(portalConfig.parse(settings), tools).deliver([dossierTask(dossier)]);
  await simulator.stop();
  expect(taken.map(({ service }) => service)).toEqual(['DongBoHoSoMC']);
  const text = taken.map(({ sent, received }) => [...sent.values(), received].join(' ')).join(' ');
  expect(text).toContain(CODE);
  expect(text).not.toContain(dossier.ownerName);
  expect(text).not.toContain(settings['NATIONAL_PORTAL_PASSWORD'] ?? '?');
});
