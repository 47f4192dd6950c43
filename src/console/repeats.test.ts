import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;
beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['ACCOUNTANT'];
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

const shown = async (search = '') =>
  (await (await fetch(`${served.url}/console/money${search}`)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

it('the page of money names what one-stop systems reported again, and what to do', async () => {
  expect(await shown()).toContain('Không có khoản thu nào bị báo trùng.');
  graph.money.repeats = [
    {
      ...{ id: 'r1', dossier: { code: 'H12.64-250930-0008' }, unit: { name: 'Xã Đất Mũi' }, provider: 'VNPAY', reference: 'MC-1' },
      ...{ providerTransactionId: 'T-77', amount: 50_000, postedFor: 'H12.64-250930-0007', reportedAt: '2025-09-30T08:00:00+07:00' },
      advice: 'Sửa hồ sơ báo nhầm.',
    },
  ];
  const text = await shown();
  expect(text).toContain('MC-1 VNPAY · T-77');
  expect(text).toContain('H12.64-250930-0008 Xã Đất Mũi');
  expect(text).toContain('H12.64-250930-0007');
  expect(text).toContain('Sửa hồ sơ báo nhầm.');
  expect(await shown('?lang=en')).toContain('Money reported again');
});
