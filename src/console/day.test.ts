import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;
beforeEach(async () => {
  graph = createFakeGraph();
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

/** The section as a reader without styles or script sees it, and its source. */
async function day(path = '/'): Promise<{ text: string; html: string }> {
  const page = await (await fetch(`${served.url}${path}`)).text();
  const html = page.slice(page.indexOf('<section id="day"'), page.indexOf('<section id="connectors"'));
  return {
    html,
    text: html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

const some = (count: number, ...codes: string[]) => ({ count, codes });
const DAY = { day: '2025-09-30', workingDay: true, dossiers: null, stuck: null, money: null };

it('shows what is due, overdue and at risk, what is stuck and why, and days that do not come out even', async () => {
  graph.day = {
    ...DAY,
    dossiers: { dueToday: some(2, 'H12.1', 'H12.2'), overdue: some(0), atRisk: some(12, 'H12.3'), pointsAtRisk: 0.254, warnings: [] },
    stuck: {
      ...{ parked: 3, waiting: 20, oldestWaitingAt: '2025-09-29T08:00:00+07:00' },
      causes: [{ errorCode: 'PORTAL_-3', count: 3, message: 'Cổng từ chối nội dung.', advice: 'Sửa hồ sơ rồi gửi lại.' }],
    },
    money: {
      unbalanced: [
        { provider: 'VNPAY', merchantCode: 'TINH', businessDate: '2025-09-29', statementMissing: true, status: null, discrepancies: 0 },
        {
          provider: 'VNPAY',
          merchantCode: 'TINH',
          businessDate: '2025-09-28',
          statementMissing: false,
          status: 'DISCREPANT',
          discrepancies: 2,
        },
      ],
    },
  };
  const { text } = await day();
  expect(text).toContain('Việc hôm nay Tỉnh Cà Mau,');
  expect(text).toContain('Đến hạn hôm nay 2 H12.1, H12.2');
  expect(text).toContain('Quá hạn 0 –');
  expect(text).toContain('Sắp mất điểm trong 3 ngày làm việc 0,25 điểm 12 H12.3, …');
  expect(text).toContain('Cần xử lý: 3 lượt; đang chờ: 20 lượt. Chờ lâu nhất từ');
  expect(text).toContain('PORTAL_-3 Cổng từ chối nội dung. Sửa hồ sơ rồi gửi lại. 3');
  expect(text).toContain('29/09/2025 VNPAY TINH Chưa có sao kê');
  expect(text).toContain('28/09/2025 VNPAY TINH 2 chênh lệch');
});

it('shows every kind of early warning: how many, what they cost, whose turn the nearest are, and how many more there are', async () => {
  const at = '2025-10-02T17:00:00+07:00';
  graph.day = {
    ...DAY,
    dossiers: {
      ...{ dueToday: some(0), overdue: some(0), atRisk: some(12, 'H12.3'), pointsAtRisk: 1.204 },
      warnings: [
        { reason: 'PAPERS_NOT_DIGITIZED', count: 12, points: 1.2, first: [{ code: 'H12.3', at, turnUnit: { name: 'Xã Đất Mũi' } }] },
        { reason: 'NOT_PAID_ONLINE', count: 1, points: 0.004, first: [{ code: 'H12.4', at, turnUnit: null }] },
      ],
    },
  };
  const { text } = await day();
  expect(text).toContain('Sắp mất điểm trong 3 ngày làm việc 1,2 điểm 12 H12.3, …');
  expect(text).toContain('Chưa số hóa giấy tờ 12 1,2 H12.3 17:00, 02/10/2025 · Xã Đất Mũi và 11 hồ sơ khác');
  expect(text).toMatch(/Chưa thanh toán trực tuyến 1 &lt; 0,01 H12.4 17:00, 02\/10\/2025 · người nộp hồ sơ(?! và)/);
  const english = (await day('/?lang=en')).text;
  expect(english).toContain('No paper is digitized 12 1.2 H12.3 17:00, 02 Oct 2025 · Xã Đất Mũi and 11 more');
});

it('shows the unit that is chosen, and what is not the reader’s not at all', async () => {
  graph.day = { ...DAY, workingDay: false, stuck: { parked: 0, waiting: 0, oldestWaitingAt: null, causes: [] } };
  const chosen = await day('/?unit=32248&lang=en');
  expect(graph.asked.findLast(({ operation }) => operation === 'Day')?.variables).toEqual({ unit: '32248' });
  expect(chosen.text).toContain('Xã Đất Mũi,');
  expect(chosen.text).toContain('a day off');
  expect(chosen.text).not.toContain('Due today');
  expect(chosen.html).toContain('unit=96-D01');
  expect(chosen.html).toMatch(/unit=32248[^>]*aria-current/);
  graph.day = null;
  expect((await day()).text).toContain('Việc của đơn vị này không thuộc quyền xem của bạn.');
  expect((await day('/?unit=99999')).text).toContain('Không có đơn vị này.');
  expect((await day('/?unit=%22%3E%3Cscript')).text).toContain('Tỉnh Cà Mau');
});
