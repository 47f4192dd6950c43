import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeGraph, type FakeGraph, type ServedConsole, serveConsole } from '../../tests/support/console.ts';
import type { ReportingSwitch } from './operations.ts';

let graph: FakeGraph;
let served: ServedConsole;

const DAT_MUI: ReportingSwitch = {
  unit: { code: '32248', name: 'Xã Đất Mũi' },
  source: null,
  mode: 'COMPARE',
  own: true,
  history: [
    {
      mode: 'COMPARE',
      from: '2025-09-01T00:00:00+07:00',
      reason: 'chạy thử',
      changedBy: 'quan-tri-01',
      changedAt: '2025-08-30T09:00:00+07:00',
    },
  ],
};

beforeEach(async () => {
  graph = createFakeGraph();
  graph.roles = ['ADMINISTRATOR'];
  graph.onboarding = [
    { code: 'AGENCY_CODE', titleVi: 'Mã cơ quan', titleEn: 'Agency code', done: true, detail: 'H12.64 2025-07-01T09:50:05.000+07:00' },
    { code: 'FIRST_PAYMENT', titleVi: 'Khoản thanh toán đầu tiên', titleEn: 'First payment', done: false, detail: null },
  ];
  graph.switches = [structuredClone(DAT_MUI)];
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

const read = async (search = '') => (await fetch(`${served.url}/console/go-live${search}`)).text();
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const post = (fields: Record<string, string>) =>
  fetch(`${served.url}/console/reporting?unit=32248&page=go-live`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: served.url },
    redirect: 'manual',
  });

describe('the page of going live', () => {
  it('says what a unit has and lacks, how its switch stands, and asks of the unit that is chosen', async () => {
    const text = textOf(await read('?unit=32248'));
    expect(text).toContain('Đã có 1 trong 2 mục');
    expect(text).toContain('Mã cơ quan Đã có H12.64 09:50, 01/07/2025');
    expect(text).toContain('Khoản thanh toán đầu tiên Còn thiếu');
    expect(text).toContain('Xã Đất Mũi mọi hệ thống nguồn Đối chiếu Đối chiếu, 00:00, 01/09/2025 chạy thử · quan-tri-01');
    const units = graph.asked.filter(({ operation }) => operation.startsWith('GoLive')).map(({ variables }) => variables['unit']);
    expect(units).toEqual(['32248', '32248', '32248', '32248', '32248']);
  });

  it('asks nothing that belongs to the page of operations', async () => {
    await read();
    expect(graph.asked.map(({ operation }) => operation)).not.toContain('Stuck');
  });

  it('lists what differs from the portal, and the one-stop systems with the way back to them', async () => {
    const sides = { ours: { status: 'RETURNED', unit: 'Xã Đất Mũi' }, theirs: null } as const;
    graph.differences = [
      {
        ...sides,
        id: 'd1',
        day: '2025-09-29',
        kind: 'MISSING',
        subject: 'H12.64-250929-0001',
        purpose: 'SWITCH',
        repairedAt: null,
        unit: { name: 'Xã Đất Mũi' },
      },
    ];
    const stands = { id: 'mot-cua', state: 'DEGRADED', pending: 3, parked: 1, lastSuccessAt: null, lastError: 'HTTP 503' } as const;
    graph.sources = [
      {
        name: 'mot-cua',
        mode: 'WEBHOOK',
        url: 'https://mot-cua.example/hub',
        active: true,
        previousSecretUntil: null,
        unit: { name: 'Tỉnh Cà Mau' },
        connector: stands,
      },
    ];
    const text = textOf(await read());
    expect(text).toContain('H12.64-250929-0001 Xã Đất Mũi Thiếu trên Cổng đang đối chiếu, chưa gửi RETURNED Xã Đất Mũi – 29/09/2025 –');
    expect(text).toMatch(/mot-cua Tỉnh Cà Mau Được gọi \(webhook\) https:\/\/mot-cua\.example\/hub Suy giảm 3 1 – HTTP 503/);
  });

  it('lists what stands at the portal and is not ours, since when, and says so where there is nothing', async () => {
    expect(textOf(await read('?unit=32248'))).toContain('Chưa thấy mã nào thừa trên Cổng.');
    const seen = { firstSeenAt: '2025-09-28T01:30:00+07:00', lastSeenAt: '2025-09-30T01:30:00+07:00', unit: { name: 'Xã Đất Mũi' } };
    graph.extras = [{ code: 'H12.64-250927-0009', status: 'PROCESSING', portalUnit: 'Xã Đất Mũi cũ', ...seen }];
    const html = await read('?unit=32248');
    expect(html).toContain('id="extras"');
    const text = textOf(html);
    expect(text).toContain('Có trên Cổng mà trục không có hồ sơ, mới phát hiện trước: 1 trong 1');
    expect(text).toContain('H12.64-250927-0009 Xã Đất Mũi PROCESSING Xã Đất Mũi cũ');
    expect(text).toContain('28/09/2025');
  });

  it('sets a switch for an administrator, and leads back to the same page', async () => {
    const answer = await post({ unit: '32248', mode: 'ON', reason: 'bảy ngày không có khác biệt' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/go-live?unit=32248&notice=reporting']);
    expect(graph.switches[0]?.mode).toBe('ON');
    expect(textOf(await read('?unit=32248&notice=reporting'))).toContain('Đã đặt công tắc đồng bộ');
  });

  it.each([
    ['no reason', { unit: '32248', mode: 'ON', reason: ' ' }],
    ['no mode that there is', { unit: '32248', mode: 'ALWAYS', reason: 'thử' }],
  ])('sets nothing where there is %s', async (_name, fields) => {
    const answer = await post(fields);
    expect([answer.status, textOf(await answer.text())]).toEqual([
      422,
      expect.stringContaining('Cần đơn vị, chế độ (OFF, COMPARE hoặc ON) và lý do.'),
    ]);
    expect(graph.switches[0]?.mode).toBe('COMPARE');
  });

  it('offers no change to others, and says what they may not see', async () => {
    graph.roles = ['OPERATOR'];
    graph.errors['GoLiveOnboarding'] = { message: 'Không có quyền.', code: 'FORBIDDEN' };
    const html = await read();
    expect(html).not.toContain('action="/console/reporting');
    expect(textOf(html)).toContain('Phần này không thuộc quyền xem của bạn.');
    expect(textOf(html)).toContain('Công tắc đồng bộ');
  });
});
