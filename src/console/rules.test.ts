import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';
import type { RuleChange } from './operations.rules.ts';

let graph: FakeGraph;
let served: ServedConsole;

const PROPOSED = { reason: 'Quyết định mới', proposedBy: 'quan-tri-02', proposedAt: '2025-09-29T09:00:00+07:00' };
const GENERAL = {
  ...{ procedure: null, validFrom: '2010-01-01', validTo: null, counting: 'FROM_NEXT_DAY', cutoff: 'ALWAYS', afterSupplement: 'RESTART' },
  ...{ stoppingStates: ['SUPPLEMENT_REQUESTED'], supplements: 1, committedDays: null, statutoryDays: null },
};
const TIME: RuleChange = {
  ...{ id: 'time', kind: 'DEADLINE_RULE', ...PROPOSED },
  content: {
    ...{ ...GENERAL, validFrom: '2026-01-01', counting: 'FROM_MINUTE', supplements: 2 },
    stoppingStates: ['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED'],
  },
  before: [GENERAL],
};
const FILING = {
  ...{ code: 'ONLINE_FILING', name: 'Nộp trực tuyến', communeLevel: true, notApplicable: 'LEAVE_OUT' },
  formula: { shape: 'ratio-to-target', max: 6, target: 0.55, whenNone: 'UNKNOWN' },
};
const POINTS: RuleChange = {
  ...{ id: 'points', kind: 'INDEX_RULES', ...PROPOSED },
  content: {
    validFrom: '2025-12-01',
    rules: [{ code: 'ONLINE_FILING', max: 8, targetPercent: 70, communeLevel: true, notApplicable: 'GRANT' }],
  },
  before: [FILING],
};

beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['ADMINISTRATOR'];
  graph.rules = [TIME, POINTS];
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

/** The section as it is served, and as a reader without styles sees it. */
async function rules(search = ''): Promise<{ html: string; text: string }> {
  const page = await (await fetch(`${served.url}/console/go-live${search}`)).text();
  const start = page.indexOf('<section id="rules"');
  const html = page.slice(start, page.indexOf('</section>', start));
  return { html, text: html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
}
const decide = (id: string, decision: string) =>
  fetch(`${served.url}/console/rules/${id}/decide?page=go-live`, {
    ...{ method: 'POST', redirect: 'manual', headers: { origin: served.url } },
    body: new URLSearchParams({ decision }),
  });

describe('changes of rules that wait', () => {
  it('say what would change from when, why, and who proposed it', async () => {
    const { text } = await rules();
    expect(text).toContain('Đề nghị thay đổi quy tắc đang chờ, mới nhất trước: 2');
    expect(text).toContain(
      'Đặt quy tắc tính thời hạn quy tắc chung của tỉnh 01/01/2026 Tính từ: ngày làm việc tiếp theo → thời điểm tiếp nhận',
    );
    expect(text).toContain('Dừng tính khi: chờ bổ sung → chờ bổ sung, chờ nộp phí Số lần bổ sung được dừng tính: 1 → 2 Quyết định mới');
    expect(text).toContain('Đặt quy tắc chấm điểm ONLINE_FILING 01/12/2025 ONLINE_FILING Điểm tối đa: 6 → 8');
    expect(text).toContain(
      'ONLINE_FILING Mục tiêu: 55 % → 70 % ONLINE_FILING Khi không áp dụng: bỏ khỏi tổng → cho đủ điểm Quyết định mới',
    );
    expect(text).toContain('quan-tri-02, 09:00, 29/09/2025');
    // What stays as it is is no change.
    expect(text).not.toMatch(/Giờ chốt tiếp nhận|Áp dụng cho cấp xã/);
    expect((await rules('?lang=en')).text).toContain('Counted from: the next working day → the minute of receipt');
  });

  it('say of a withdrawal what holds instead', async () => {
    const own = { ...GENERAL, procedure: '1.004203', validFrom: '2026-01-01', counting: null, committedDays: 5 };
    const withdrawn = { ...PROPOSED, kind: 'DEADLINE_RULE_REMOVAL' as const, content: { procedure: '1.004203', validFrom: '2026-01-01' } };
    graph.rules = [
      { ...withdrawn, id: 'a', before: [own, { ...own, committedDays: 10, validTo: '2026-01-01' }] },
      { ...withdrawn, id: 'b', before: [own] },
      { ...PROPOSED, id: 'c', kind: 'INDEX_RULES_REMOVAL', content: { validFrom: '2025-12-01', codes: null }, before: [FILING] },
    ];
    const { text } = await rules();
    expect(text).toContain('Rút quy tắc tính thời hạn thủ tục 1.004203 01/01/2026 Ngày làm việc cam kết: 5 → 10');
    // The rule that holds on has the end of the one that is withdrawn.
    expect(text).not.toContain('Đến trước ngày');
    expect(text).toContain('Ngày làm việc cam kết: 5 → không có quy tắc riêng');
    expect(text).toContain('Rút quy tắc chấm điểm ONLINE_FILING 01/12/2025');
    expect(text).toContain('ONLINE_FILING Điểm tối đa: 6 → theo quy tắc trước đó');
  });

  it('are approved or sent back by another administrator, and withdrawn by who proposed them', async () => {
    graph.rules = [TIME, { ...POINTS, proposedBy: 'van-hanh-01' }];
    const { html } = await rules();
    expect([...html.matchAll(/<button id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['approve-time', 'refuse-time', 'withdraw-points']);
    const approved = await decide('time', 'approve');
    expect([approved.status, approved.headers.get('location')]).toEqual([303, '/console/go-live?notice=ruleApproved']);
    expect((await decide('points', 'withdraw')).headers.get('location')).toBe('/console/go-live?notice=ruleWithdrawn');
    const asked = graph.asked.filter(({ operation }) => operation === 'DecideRule').map(({ variables }) => variables);
    expect(asked).toEqual([
      { id: 'time', approve: true },
      { id: 'points', approve: false },
    ]);
    expect((await rules()).text).toContain('Không có đề nghị thay đổi quy tắc nào đang chờ.');
    expect(await (await fetch(`${served.url}/console/go-live?notice=ruleApproved`)).text()).toContain('Đã duyệt thay đổi quy tắc.');
  });

  it('are left alone where the decision is none, or the graph refuses it', async () => {
    const unknown = await decide('time', 'perhaps');
    expect([unknown.status, await unknown.text()]).toEqual([422, expect.stringContaining('decision: cần approve (duyệt)')]);
    graph.refusals['DecideRule'] = 'Cần một quản trị viên khác duyệt.';
    const refused = await decide('time', 'refuse');
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Cần một quản trị viên khác duyệt.')]);
    expect(graph.rules).toHaveLength(2);
  });

  it('are not a unit’s own administrator’s to decide, nor an auditor’s; others do not see them', async () => {
    graph.unit = '32248';
    expect((await rules()).html).not.toContain('<form');
    graph.unit = '96';
    expect((await rules()).html).toContain('<form');
    graph.roles = ['AUDITOR'];
    const { html, text } = await rules();
    expect(html).not.toContain('<form');
    expect(text).toContain('Số lần bổ sung được dừng tính: 1 → 2');
    graph.errors['Rules'] = { message: 'Không có quyền.', code: 'FORBIDDEN' };
    expect((await rules()).text).toContain('Phần này không thuộc quyền xem của bạn.');
  });
});
