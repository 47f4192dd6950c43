import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balance, createFakeGraph, exception, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;

const MISSING = exception();

beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['ACCOUNTANT'];
  graph.balances = [balance()];
  graph.exceptions = [structuredClone(MISSING)];
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

const PAGE = '/console/reconciliation';
const read = async (search = '') => (await fetch(`${served.url}${PAGE}${search}`)).text();
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${served.url}/console/${path}?page=reconciliation&of=r1`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: served.url },
    redirect: 'manual',
  });
const asked = (operation: string) => graph.asked.filter((each) => each.operation === operation).map(({ variables }) => variables);

describe('the page of reconciliations', () => {
  it('begins with the day before the business day, and adds up what the merchants have', async () => {
    graph.balances.push(
      balance({ id: 'r2', status: 'BALANCED', hubTotal: 1_000, statementTotal: 1_000, discrepancyCount: 0, open: { totalCount: 0 } }),
    );
    const text = textOf(await read());
    expect(asked('Balances')).toEqual([{ day: '2025-09-29', unit: null }]);
    expect(text).toContain('Trung tâm 5.001.000, sao kê 4.951.000, chênh lệch -50.000');
    expect(text).toContain('VNPAY CAMAU01 Tỉnh Cà Mau Có chênh lệch sao kê bản 2 118 trong 120 dòng 5.000.000 4.950.000 -50.000 1 / 3');
    expect(text).toContain('Chọn một đơn vị chấp nhận thanh toán ở trên.');
  });

  it('says which statements have not come, who looks after what, and has the report to take along', async () => {
    graph.missing = [{ provider: 'MOMO', merchantCode: 'MM1', unit: { name: 'Xã Đất Mũi' } }];
    graph.exceptions = [exception({ owner: 'ke-toan-03' })];
    const html = await read();
    expect(textOf(html)).toContain('Thiếu 1 sao kê: MOMO MM1 (Xã Đất Mũi)');
    expect(textOf(html)).toContain('Chưa xử lý phụ trách: ke-toan-03');
    expect(html).toContain('href="http://hub.invalid/payments/reports/sealed.xlsx"');
  });

  it('shows another day and unit, and takes no day that there is not', async () => {
    await read('?date=2025-09-15&unit=32248');
    await read('?date=2025-02-30');
    expect(asked('Balances')).toEqual([
      { day: '2025-09-15', unit: '32248' },
      { day: '2025-09-29', unit: null },
    ]);
  });

  it('explains the differences of the one that is chosen, or of the only one', async () => {
    for (const search of ['', '?of=r1']) {
      const text = textOf(await read(search));
      expect(text).toContain('VNPAY CAMAU01, 30/09/2025: 1 trong 1 chênh lệch');
      expect(text).toContain(`Thiếu bên đơn vị thanh toán ${MISSING.detail} CMAU0001 H12.64-250929-0003 50.000 – Chưa xử lý`);
    }
    expect(textOf(await read('?of=unknown'))).toContain('Không có phiên đối soát này.');
  });

  it('resolves and approves with a reason, and leads back to the same differences', async () => {
    const resolved = await post('discrepancies/x1/resolve', { resolution: 'ACCEPT_HUB', note: 'đã hỏi VNPAY' });
    expect([resolved.status, resolved.headers.get('location')]).toEqual([303, `${PAGE}?of=r1&notice=resolved`]);
    expect(asked('Resolve')).toEqual([{ id: 'x1', resolution: 'ACCEPT_HUB', note: 'đã hỏi VNPAY' }]);
    expect(textOf(await read())).toContain('Theo trung tâm ke-toan-01 đã hỏi VNPAY');
    expect(await read()).not.toContain('/approve');
    graph.exceptions[0] = { ...exception(graph.exceptions[0]), needsApproval: true };
    expect(textOf(await read())).toContain('chờ duyệt');
    const approved = await post('discrepancies/x1/approve', { approve: 'true', note: 'đồng ý' });
    expect(approved.headers.get('location')).toBe(`${PAGE}?of=r1&notice=approved`);
    expect(textOf(await read())).toContain('duyệt: ke-toan-02');
    expect(await read()).not.toContain('/approve');
  });

  it('runs a day again and closes it', async () => {
    await post('reconciliations/run', { provider: 'VNPAY', day: '2025-09-29', merchant: 'm1' });
    expect(asked('Reconcile')).toEqual([{ provider: 'VNPAY', day: '2025-09-29', merchant: 'm1' }]);
    const closed = await post('reconciliations/r1/close', {});
    expect([closed.status, asked('CloseDay')]).toEqual([303, [{ id: 'r1' }]]);
    graph.balances = [balance({ closedAt: '2025-09-30T08:00:00+07:00' })];
    const html = await read();
    expect(textOf(html)).toContain('đã khóa sổ 08:00, 30/09/2025');
    expect(html).not.toMatch(/action="\/console\/(reconciliations|discrepancies)/);
  });

  it.each([
    ['discrepancies/x1/resolve', { resolution: 'ACCEPT_HUB', note: ' ' }, 'Cần cách xử lý và lý do.'],
    ['discrepancies/x1/approve', { approve: 'maybe', note: 'n' }, 'Cần chọn duyệt hoặc trả lại, và lý do.'],
    ['reconciliations/run', { provider: 'VNPAY', day: '2025-02-30' }, 'Cần đơn vị thanh toán và ngày (YYYY-MM-DD).'],
  ])('refuses %s with %j', async (path, fields, sentence) => {
    const answer = await post(path, fields);
    expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining(sentence)]);
    expect(graph.asked.filter(({ operation }) => ['Resolve', 'Approve', 'Reconcile'].includes(operation))).toEqual([]);
  });

  it("says what the graph refuses in the graph's words", async () => {
    graph.refusals['CloseDay'] = 'Còn 1 chênh lệch chưa xử lý.';
    const answer = await post('reconciliations/r1/close', {});
    expect([answer.status, textOf(await answer.text())]).toEqual([
      422,
      expect.stringContaining('Chưa thực hiện được: Còn 1 chênh lệch chưa xử lý.'),
    ]);
  });

  it('changes nothing for those who only read', async () => {
    graph.roles = ['AUDITOR'];
    expect(await read()).not.toContain('method="post"');
  });
});
