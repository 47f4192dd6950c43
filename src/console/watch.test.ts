import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;
beforeEach(async () => {
  graph = createFakeGraph();
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

const RESEND = {
  ...{ id: 'rsd_1', reason: 'Cổng khôi phục từ bản sao', purpose: 'SEND' as const, requestedBy: 'truc-ban', state: 'RUNNING' as const },
  ...{ requestedAt: '2025-09-30T00:00:00+07:00', expected: 1_200, appended: 500, delivered: 480, waiting: 20, parked: 3 },
};
const page = async (path = '/') => (await fetch(`${served.url}${path}`)).text();
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const stop = (fetchSite: string) =>
  fetch(`${served.url}/console/resends/rsd_1/stop`, {
    method: 'POST',
    headers: { 'sec-fetch-site': fetchSite, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
    redirect: 'manual',
  });

it('shows open alerts, breakers that are not closed, requests with their progress and what the night found', async () => {
  graph.watch = {
    connectors: [
      { id: 'national-portal', breaker: 'HALF_OPEN', nextAttemptAt: null, ratePerSecond: 50 },
      { id: 'vnpay', breaker: 'CLOSED', nextAttemptAt: null, ratePerSecond: null },
    ],
    alerts: [{ id: 'alr_1', kind: 'OLDEST_PENDING', message: 'national-portal: chờ 61 phút.', raisedAt: '2025-09-30T00:00:00+07:00' }],
    resends: [RESEND, { ...RESEND, id: 'rsd_2', reason: 'xong', state: 'DONE' }],
    comparisonSummaries: [
      { day: '2025-09-30', kind: 'EXTRA', count: 1, repaired: 0 },
      { day: '2025-09-30', kind: 'MISSING', count: 2, repaired: 1 },
    ],
  };
  const html = await page();
  const text = textOf(html.slice(html.indexOf('id="watch"'), html.indexOf('id="figures"')));
  expect(text).toContain('national-portal: chờ 61 phút.');
  expect(text).toContain('national-portal Đang thử lại – 50');
  expect(text).not.toContain('vnpay');
  expect(text).toContain('Cổng khôi phục từ bản sao Gửi lại · truc-ban Đang gửi 500 / 1.200 480 3');
  expect(text).toContain('Thiếu trên Cổng 2 1');
  expect(html).toContain('<a href="/console/go-live#extras">Thừa trên Cổng</a>');
  expect(html).toContain('action="/console/resends/rsd_1/stop');
  expect(html).not.toContain('/console/resends/rsd_2/stop');
});

it('says so where nothing is to be watched, and shows the button to nobody who may not stop', async () => {
  expect(textOf(await page())).toContain('Không có cảnh báo nào.');
  graph.watch.resends = [RESEND];
  graph.roles = ['AUDITOR'];
  expect(await page()).not.toContain('/stop');
});

it('stops a request by a form of this page alone, and says what came of it', async () => {
  expect((await stop('cross-site')).status).toBe(403);
  const done = await stop('same-origin');
  expect(done.status).toBe(303);
  expect(textOf(await page(done.headers.get('location') ?? '/'))).toContain('Đã dừng yêu cầu đồng bộ lại.');
  expect(graph.asked.filter(({ operation }) => operation === 'Stop')).toMatchObject([{ variables: { id: 'rsd_1' } }]);
  graph.refusals['Stop'] = 'Yêu cầu này đã kết thúc.';
  const refused = await stop('same-origin');
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Yêu cầu này đã kết thúc.');
});
