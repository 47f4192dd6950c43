import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { batch, credit, receiptOrder, refund, takenOver } from '../../tests/support/console.money.ts';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;

beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['ACCOUNTANT'];
  served = await serveConsole(graph.query);
});
afterEach(async () => {
  vi.useRealTimers();
  await served.stop();
});

const PAGE = '/console/money';
const read = async (search = '') => (await fetch(`${served.url}${PAGE}${search}`)).text();
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const shown = async (search = '') => textOf(await read(search));
const post = (path: string, fields: Record<string, string> | [string, string][] = {}) =>
  fetch(`${served.url}/console/${path}?page=money&of=c1`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: served.url },
    redirect: 'manual',
  });
const asked = (operation: string) => graph.asked.filter((each) => each.operation === operation).map(({ variables }) => variables);
const DRAWER = {
  ...{ id: 'd1', unit: { name: 'Xã Đất Mũi' }, officer: 'can-bo-01', day: '2025-09-29', state: 'COUNTED' as const, payments: 3 },
  ...{ expected: 45_000, counted: 44_000, difference: -1_000, note: 'thiếu một tờ' },
};
const DEPOSIT = {
  ...{ id: 'n1', unit: { name: 'Xã Đất Mũi' }, account: '8888000000001', amount: 45_000, slipNumber: 'GN-12' },
  ...{ depositedOn: '2025-09-30', depositedBy: 'ke-toan-02' },
};
const SUGGESTION = {
  payment: { id: 'p1', reference: '250930HCCCC', amount: 105_000, dossier: { code: 'H12.64-250930-0007' } },
  score: 25,
  reason: 'Chỉ có số tiền khớp.',
};

describe('the page of money', () => {
  it('says of each part that nothing waits, in both languages', async () => {
    const text = await shown();
    for (const said of ['Mọi khoản ghi có đều đã xác định.', 'Mọi đợt thanh quyết toán đã về đủ.', 'Không còn tiền mặt nào chưa nộp.'])
      expect(text).toContain(said);
    for (const said of ['Sao kê của 14 ngày qua đã đủ.', 'Không có yêu cầu biên lai nào còn treo.', 'Không có khoản hoàn nào chờ xử lý.'])
      expect(text).toContain(said);
    expect(await shown('?lang=en')).toContain('Every credit is accounted for.');
    expect(asked('StatementFiles')[0]).toEqual({ from: '2025-09-16', to: '2025-09-29' });
  });

  it('shows what is short, what is short of a statement, and what is short in a drawer', async () => {
    graph.money.batches = [batch()];
    graph.money.cash = { cashDrawers: { pageInfo: { hasNextPage: false }, nodes: [DRAWER] }, cashDeposits: [DEPOSIT] };
    graph.money.files = {
      statementFiles: [
        {
          path: 'vnpay/2025-09-28.csv',
          provider: 'VNPAY',
          businessDate: '2025-09-28',
          state: 'TAKEN',
          reason: null,
          version: 2,
          seenAt: '2025-09-29T08:00:00+07:00',
        },
        {
          path: 'vnpay/x.csv',
          provider: 'VNPAY',
          businessDate: null,
          state: 'REJECTED',
          reason: 'Tên tệp phải có ngày.',
          version: null,
          seenAt: '2025-09-29T08:00:00+07:00',
        },
      ],
      missingStatements: [{ provider: 'MOMO', merchantCode: 'MM1', businessDate: '2025-09-29', unit: { name: 'Xã Đất Mũi' } }],
    };
    const text = await shown();
    expect(text).toContain('CAMAU01-20250929 VNPAY CAMAU01, Tỉnh Cà Mau Về thiếu 29/09/2025 30/09/2025 1.000.000 900.000 100.000');
    expect(text).toContain(
      'Xã Đất Mũi can-bo-01, 29/09/2025 Chờ nhận bàn giao 45.000 3 khoản 44.000 -1.000 thiếu một tờ Nhận bàn giao can-bo-01',
    );
    expect(text).toContain('GN-12 Xã Đất Mũi → 8888000000001 30/09/2025 ke-toan-02 45.000');
    expect(text).toContain('Thiếu 1 sao kê: 29/09/2025 : MOMO MM1 (Xã Đất Mũi)');
    expect(text.indexOf('Tên tệp phải có ngày.')).toBeLessThan(text.indexOf('sao kê bản 2'));
  });

  it('counts the missing statements of a day by provider where they are many, and says that there may be more', async () => {
    const missing = (businessDate: string, count: number, provider: 'MOMO' | 'VNPAY') =>
      Array.from({ length: count }, (_, at) => ({ provider, merchantCode: `M${at}`, businessDate, unit: { name: `Xã ${at}` } }));
    graph.money.files.missingStatements = [
      ...missing('2025-09-29', 5, 'MOMO'),
      ...missing('2025-09-28', 4, 'MOMO'),
      ...missing('2025-09-28', 991, 'VNPAY'),
    ];
    const html = await read();
    expect(html).toMatch(/<details id="missing-2025-09-28"><summary>.*28\/09\/2025.*MOMO 4, VNPAY 991<\/summary>/);
    expect(html).not.toContain('missing-2025-09-29');
    expect(textOf(html)).toContain('Thiếu ≥ 1.000 sao kê: 29/09/2025 : MOMO M0 (Xã 0), MOMO M1 (Xã 1)');
  });

  it("offers the cash of each unit to be paid in to its own accounts and the province's, none chosen beforehand", async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T18:30:00Z') });
    const account = (number: string, unit: { code: string; name: string }) => ({ number, bankName: 'Kho bạc Cà Mau', unit });
    graph.money.depositing = {
      cashDrawers: {
        pageInfo: { hasNextPage: true },
        nodes: [
          takenOver(),
          takenOver({ id: 'd2', unit: { code: '31825', name: 'Xã Khánh Bình' }, counted: 5_000 }),
          takenOver({ id: 'd3', officer: 'can-bo-03', counted: 1_000_000 }),
        ],
      },
      depositAccounts: [
        account('8888000000001', { code: '32248', name: 'Xã Đất Mũi' }),
        account('8888000000002', { code: '32000', name: 'Xã khác' }),
        account('8888000000003', { code: '96', name: 'Tỉnh Cà Mau' }),
      ],
    };
    const html = await read();
    const [first = '', second = ''] = [...html.matchAll(/<form id="pay-in-\w+".*?<\/form>/gs)].map(([form]) => form);
    expect(textOf(first)).toContain(
      'Nộp tiền: Xã Đất Mũi, 2 ngăn, 1.044.000 đ can-bo-01, 29/09/2025 44.000 can-bo-03, 29/09/2025 1.000.000',
    );
    expect([...first.matchAll(/<option value="(\d+)"/g)].map(([, number]) => number)).toEqual(['8888000000001', '8888000000003']);
    expect([...second.matchAll(/<option value="(\d+)"/g)].map(([, number]) => number)).toEqual(['8888000000003']);
    expect(first).toContain('type="date" name="day" required value="2026-11-27" max="2026-11-27"');
    expect(first).not.toContain('checked');
    expect(textOf(html)).toContain('Chỉ hiện 3 ngăn mới nhất chờ nộp');
    graph.money.depositing.depositAccounts.pop();
    expect(await shown()).toContain('Xã Khánh Bình: chưa có tài khoản đang dùng của đơn vị hay của tỉnh để nộp vào');
    graph.errors['Depositing'] = { message: 'Hệ thống bận.', code: 'UNAVAILABLE' };
    expect(await shown()).toContain('Hệ thống bận. UNAVAILABLE');
  });

  it('pays in what was chosen, by one slip', async () => {
    const slip: [string, string][] = [
      ['drawer', 'd1'],
      ['drawer', 'd3'],
      ['account', '8888000000001'],
      ['slip', ' GN-13 '],
      ['day', '2025-09-30'],
    ];
    const answer = await post('drawers/deposit', slip);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?of=c1&notice=deposited`]);
    expect(asked('DepositCash')).toEqual([{ drawers: ['d1', 'd3'], account: '8888000000001', slip: 'GN-13', day: '2025-09-30' }]);
    for (const missing of ['drawer', 'account', 'slip', 'day']) {
      const refused = await post(
        'drawers/deposit',
        slip.filter(([name]) => name !== missing),
      );
      expect([refused.status, textOf(await refused.text())]).toEqual([422, expect.stringContaining('Cần chọn ít nhất một ngăn tiền')]);
    }
    expect(asked('DepositCash')).toHaveLength(1);
  });

  it('has people say what became of a refund of which no gateway will tell', async () => {
    graph.money.refunds = [
      refund({ id: 'f2', state: 'READY', way: 'DESK', awaitsConclusion: true }),
      refund({ id: 'f3', state: 'SENT', awaitsConclusion: false }),
    ];
    const html = await read();
    expect(html).toContain('/console/refunds/f2/conclude');
    expect(html).not.toContain('/console/refunds/f3/conclude');
    expect(html).toContain('placeholder="Chứng từ"');
    const answer = await post('refunds/f2/conclude', { paid: 'false', note: 'UNC 15 bị trả về' });
    expect(answer.headers.get('location')).toBe(`${PAGE}?of=c1&notice=refundNotPaid`);
    expect(asked('ConcludeRefund')).toEqual([{ id: 'f2', paid: false, note: 'UNC 15 bị trả về' }]);
  });

  it('explains receipts and refunds, with what can be done about each', async () => {
    graph.money.receipts = [
      receiptOrder(),
      receiptOrder({ id: 'o2', paymentReference: 'X2', closingBy: 'ke-toan-01', closingNote: 'đã hủy' }),
    ];
    graph.money.refunds = [refund(), refund({ id: 'f2', state: 'SENT', cause: 'PERSON' })];
    const html = await read();
    const text = textOf(html);
    expect(text).toContain('250930HAAAA Xã Đất Mũi Lập biên lai');
    expect(text).toContain('Bị từ chối Nhà cung cấp từ chối. the provider answered ERR:20 3 Thử lại');
    expect(text).toContain('ke-toan-01 đề nghị: đã hủy');
    expect(html).toContain('/console/receipts/o1/propose');
    expect(html).not.toContain('/console/receipts/o2/propose');
    expect(html).toContain('/console/receipts/o2/approve');
    expect(text).toContain('250929HBBBB VNPAY, H12.64-250929-0003 50.000 Nộp hai lần: nộp hai lần hub');
    expect(html).toContain('/console/refunds/f1/approve');
    expect(html).not.toContain('/console/refunds/f2/approve');
  });

  it('marks doubtful credits and those that wait for a second person', async () => {
    graph.money.credits = [
      credit({ disputedAmount: 90_000, onStatement: false }),
      credit({ id: 'c2', proposedBy: 'ke-toan-01', proposedAs: 'RETURNED' }),
      credit({ id: 'c3', proposedBy: 'ke-toan-01', proposedBatches: [{ batch: 'B-7' }] }),
    ];
    const text = await shown();
    expect(text).toContain('Ngân hàng còn báo số tiền khác: 90.000');
    expect(text).toContain('Sao kê của ngày không có khoản này');
    expect(text).toContain('ke-toan-01 đề nghị: Trả lại người gửi');
    expect(text).toContain('ke-toan-01 đề nghị: B-7');
  });

  it("shows a credit's text to whoever asks for it, once, and never by a refresh or in an address", async () => {
    graph.money.credits = [credit()];
    graph.money.suggestions = [SUGGESTION];
    graph.money.text = 'NOP PHI <b>NGUYEN VAN THU</b>';
    const text = await shown('?of=c1');
    expect(text).toContain('FT01: 105.000 đ vào tài khoản 8888000000001');
    expect(text).toContain('250930HCCCC H12.64-250930-0007 105.000 Chỉ có số tiền khớp. 25/100');
    expect(asked('CreditText')).toEqual([]);
    const answer = await post('credits/c1/text');
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
    expect(await answer.text()).toContain('NOP PHI &lt;b&gt;NGUYEN VAN THU&lt;/b&gt;');
    expect(asked('CreditText')).toEqual([{ id: 'c1' }]);
    graph.money.text = null;
    expect(textOf(await (await post('credits/c1/text')).text())).toContain('Không có nội dung, hoặc bạn không được xem.');
    graph.errors['CreditText'] = { message: 'Không có quyền.', code: 'FORBIDDEN' };
    expect((await post('credits/c1/text')).status).toBe(422);
    expect(await shown('?of=unknown')).toContain('Không có khoản ghi có này.');
  });

  it.each([
    ['credits/c1/assign', { payment: 'p1', note: 'gọi điện' }, 'AssignCredit', { id: 'c1', payment: 'p1', note: 'gọi điện' }, 'assigned'],
    ['credits/c1/deposit', { deposit: 'n1', note: 'đúng' }, 'AssignToDeposit', { id: 'c1', deposit: 'n1', note: 'đúng' }, 'assigned'],
    ['credits/c1/close', { as: 'RETURNED', note: 'nhầm' }, 'CloseCredit', { id: 'c1', as: 'RETURNED', note: 'nhầm' }, 'assigned'],
    ['drawers/d1/accept', {}, 'AcceptDrawer', { id: 'd1' }, 'accepted'],
    ['receipts/o1/retry', {}, 'RetryReceipt', { id: 'o1' }, 'receiptRetried'],
    ['receipts/o1/propose', { note: 'đã hủy' }, 'ProposeClosing', { id: 'o1', note: 'đã hủy' }, 'closingProposed'],
    ['receipts/o1/approve', { approve: 'false' }, 'ApproveClosing', { id: 'o1', approve: false }, 'sentBack'],
    ['refunds/f1/approve', { approve: 'true', note: 'đúng' }, 'ApproveRefund', { id: 'f1', approve: true, note: 'đúng' }, 'approved'],
    ['refunds/f1/conclude', { paid: 'true', note: 'UNC 15' }, 'ConcludeRefund', { id: 'f1', paid: true, note: 'UNC 15' }, 'refundPaid'],
  ])('has the graph do %s with %j, and leads back', async (path, fields, operation, variables, notice) => {
    const answer = await post(path, fields as Record<string, string>);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?of=c1&notice=${notice}`]);
    expect(asked(operation)).toEqual([variables]);
    graph.refusals[operation] = 'Đã được xử lý.';
    const refused = await post(path, fields as Record<string, string>);
    expect([refused.status, textOf(await refused.text())]).toEqual([422, expect.stringContaining('Chưa thực hiện được: Đã được xử lý.')]);
  });

  it('pays out several batches with one credit', async () => {
    graph.money.credits = [credit()];
    graph.money.batches = [batch(), batch({ id: 'b2', batch: 'CAMAU01-20250930' })];
    expect(await shown('?of=c1')).toContain('CAMAU01-20250930 – VNPAY CAMAU01, 100.000');
    await post('credits/c1/batches', [
      ['batch', 'b1'],
      ['batch', 'b2'],
      ['note', 'hai đợt'],
    ]);
    expect(asked('AssignToBatches')).toEqual([{ id: 'c1', batches: ['b1', 'b2'], note: 'hai đợt' }]);
  });

  it.each([
    ['credits/c1/assign', { payment: 'p1', note: ' ' }, 'Cần chọn nơi ghi nhận và nêu lý do.'],
    ['credits/c1/batches', { note: 'n' }, 'Cần chọn nơi ghi nhận và nêu lý do.'],
    ['credits/c1/deposit', { note: 'n' }, 'Cần chọn nơi ghi nhận và nêu lý do.'],
    ['credits/c1/close', { as: 'GONE', note: 'n' }, 'Cần chọn nơi ghi nhận và nêu lý do.'],
    ['receipts/o1/propose', {}, 'Cần nêu lý do.'],
    ['receipts/o1/approve', { approve: 'maybe' }, 'Cần chọn duyệt hoặc trả lại.'],
    ['refunds/f1/approve', { approve: 'true' }, 'Cần chọn duyệt hoặc trả lại, và lý do.'],
    ['refunds/f1/conclude', { paid: 'true', note: ' ' }, 'Cần chọn đã trả hay không trả được, và nêu chứng từ.'],
    ['refunds/f1/conclude', { note: 'UNC 15' }, 'Cần chọn đã trả hay không trả được, và nêu chứng từ.'],
  ])('refuses %s with %j before the graph is asked', async (path, fields, sentence) => {
    const answer = await post(path, fields as Record<string, string>);
    expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining(sentence)]);
    const changing = [
      'AssignCredit',
      'AssignToBatches',
      'AssignToDeposit',
      'CloseCredit',
      'ProposeClosing',
      'ApproveClosing',
      'ApproveRefund',
      'ConcludeRefund',
    ];
    expect(graph.asked.filter(({ operation }) => changing.includes(operation))).toEqual([]);
  });

  it('offers nothing to change to those who only read, and hides no part for the sake of another', async () => {
    graph.roles = ['AUDITOR'];
    graph.money.credits = [credit()];
    graph.money.suggestions = [SUGGESTION];
    graph.money.receipts = [receiptOrder()];
    graph.money.refunds = [refund(), refund({ id: 'f2', state: 'READY', awaitsConclusion: true })];
    graph.money.depositing.cashDrawers.nodes.push(takenOver());
    graph.money.cash.cashDrawers.nodes.push(DRAWER);
    graph.errors['Batches'] = { message: 'Không có quyền.', code: 'FORBIDDEN' };
    const html = await read('?of=c1');
    expect(html).not.toContain('method="post"');
    expect(textOf(html)).toContain('250930HCCCC');
  });
});
