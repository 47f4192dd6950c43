import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connector,
  createFakeGraph,
  type FakeGraph,
  indicators,
  OPERATOR_TOKEN,
  type ServedConsole,
  serveConsole,
  synchronization,
  unit,
} from '../../tests/support/console.ts';

let graph: FakeGraph;
let served: ServedConsole;

const read = async (path = '/', headers: Record<string, string> = {}) => {
  const response = await fetch(`${served.url}${path}`, { headers });
  return { response, html: await response.text() };
};
/** What a reader without styles or script sees. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

beforeEach(async () => {
  graph = createFakeGraph();
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

describe('the first paint', () => {
  it("shows the quarter's figures in Vietnamese numbers, each with its parts", async () => {
    const rates = {
      onlineFilingRate: 67_250 / 88_429,
      onlinePaymentRate: 0.8594,
      resolvedOnTimeRate: 80_000 / 88_429,
      satisfactionRate: null,
    };
    const counts = {
      dossiersReceived: 88_429,
      dossiersReceivedAtCommunes: 80_848,
      receivedOnline: 67_250,
      dossiersWithFee: 30_000,
      paidOnline: 25_782,
    };
    graph.province = unit('96', 'Tỉnh Cà Mau', { kind: 'PROVINCE', indicators: indicators({ ...counts, ...rates }) });
    const text = textOf((await read()).html);
    expect(text).toContain('Số liệu quý 3/2025 Từ 01/07/2025 đến hết 30/09/2025');
    expect(text).toContain('Hồ sơ tiếp nhận 88.429');
    expect(text).toContain('Tiếp nhận ở cấp xã 80.848 91,43 % tổng số');
    expect(text).toContain('Nộp trực tuyến 76,05 % 67.250 / 88.429 hồ sơ');
    expect(text).toContain('Thanh toán trực tuyến 85,94 % 25.782 / 30.000 hồ sơ có phí');
    expect(text).toContain('Đúng hạn 90,47 % 80.000 / 88.429 hồ sơ');
    expect(text).toContain('Hài lòng chưa có');
    expect(text).toMatch(/Xã Đất Mũi 32248 100 80 \/ 100 80,00 %/);
  });

  it('shows connectors with state, counts and times', async () => {
    const over = { pending: 1204, parked: 12, oldestPendingAt: '2025-09-28T08:00:00+07:00', lastError: 'lỗi 502' };
    graph.connectors = [
      connector('national-portal', { ...over, kind: 'NATIONAL_PORTAL', state: 'DEGRADED' }),
      connector('vnpay', { state: 'DOWN' }),
    ];
    const text = textOf((await read()).html);
    expect(text).toMatch(
      /national-portal Cổng Dịch vụ công quốc gia Suy giảm 1\.204 12 \d ngày trước 08:00, 28\/09\/2025 Chưa có lỗi 502 Tạm dừng/,
    );
    expect(text).toContain('vnpay Cổng thanh toán Gián đoạn 0 0');
    expect(text).toContain('Có gián đoạn Kết nối hoạt động 0 / 2 Lượt đang chờ 1.204 Lượt cần xử lý 12');
  });

  it("tells nobody that something has been waiting 'in nine hours': the sample's last day is dated to its evening", async () => {
    graph.connectors = [connector('vnpay', { oldestPendingAt: '2025-09-30T23:59:59.999+07:00' })];
    expect(textOf((await read()).html)).toMatch(/vnpay Cổng thanh toán Hoạt động 0 0 23:59, 30\/09\/2025 Chưa có/);
  });

  it('says what is stuck and what to do, those that need a person first', async () => {
    graph.problems = [
      {
        errorCode: 'PORTAL_-1',
        message: 'Cổng từ chối.',
        advice: 'Sửa rồi gửi lại.',
        count: 3,
        units: 2,
        oldest: '2025-09-30T00:00:00+07:00',
      },
    ];
    graph.synchronizations = [
      synchronization('H12.64-250930-0001'),
      synchronization('H12.64-250930-0002', {
        state: 'PARKED',
        attempts: 4,
        errorCode: 'PORTAL_-1',
        lastError: 'thiếu mã thủ tục',
        unit: null,
      }),
    ];
    const text = textOf((await read()).html);
    expect(text).toMatch(/PORTAL_-1 Cổng từ chối\. Sửa rồi gửi lại\. 3 2 .* Gửi lại PORTAL_-1/);
    expect(text).toContain('Hiển thị 2 trong 2 lượt');
    expect(text).toMatch(
      /H12\.64-250930-0002 – DongBoHoSoMC national-portal · 1 Cần xử lý 4 .* thiếu mã thủ tục H12\.64-250930-0001 Xã Đất Mũi/,
    );
    expect(text).not.toContain('Không có lượt đồng bộ nào bị tồn đọng.');
  });

  it('says so where nothing is stuck', async () => {
    expect(textOf((await read()).html)).toContain('Không có lượt đồng bộ nào bị tồn đọng.');
  });

  it('lists twenty, also where a flood waits', async () => {
    graph.synchronizations = Array.from({ length: 50 }, (_, at) => synchronization(`H12.1-250930-${1000 + at}`));
    const text = textOf((await read()).html);
    expect(text).toContain('Hiển thị 20 trong 50 lượt');
    expect(text.match(/H12\.1-250930-/g)).toHaveLength(20);
  });

  it('escapes whatever an outside system says', async () => {
    const attack = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;
    graph.connectors = [connector('vnpay', { lastError: attack })];
    graph.synchronizations = [synchronization(attack, { lastError: attack, errorCode: attack, state: 'PARKED', operation: attack })];
    graph.problems = [{ errorCode: attack, message: attack, advice: attack, count: 1, units: 1, oldest: '2025-09-30T00:00:00+07:00' }];
    graph.units = [unit(attack, attack)];
    const { html } = await read();
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});

describe('languages', () => {
  it('answers in English on request, asks the graph in English and remembers it', async () => {
    const { response, html } = await read('/?lang=en');
    expect(textOf(html)).toContain('Figures of quarter 3/2025 01 Jul 2025 to 30 Sept 2025');
    expect(html).toContain('<html lang="en"');
    expect(new Set(graph.asked.map(({ language }) => language))).toEqual(new Set(['en']));
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^console-language=en; .*SameSite=Lax; HttpOnly$/);
    expect((await read('/', { cookie: `other=1; ${cookie.split(';')[0]}` })).html).toContain('<html lang="en"');
    expect((await read('/?lang=vi', { cookie: 'console-language=en' })).html).toContain('<html lang="vi"');
  });

  it("is Vietnamese where nobody asked, whatever the browser's own language", async () => {
    const { response, html } = await read('/', { 'accept-language': 'en-US,en' });
    expect(html).toContain('<html lang="vi"');
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});

describe('the modes', () => {
  it.each([
    ['sandbox', 'THỬ NGHIỆM'],
    ['training', 'TẬP HUẤN'],
  ] as const)('marks %s in title and page', async (mode, badge) => {
    await served.stop();
    served = await serveConsole(graph.query, { mode });
    const { html } = await read();
    expect(html).toContain(`<title>[${badge}]`);
    expect(html).toContain(`<strong>${badge}</strong>`);
    expect(html.includes('href="/graphql"')).toBe(mode === 'sandbox');
  });

  it('shows the public figures alone in production, and asks for nothing else', async () => {
    await served.stop();
    served = await serveConsole(graph.query, { mode: 'production', guestToken: undefined });
    const text = textOf((await read()).html);
    expect(text).toContain('Hồ sơ tiếp nhận 100');
    expect(text).toContain('Đăng nhập để xem phần này.');
    expect(text).not.toMatch(/THỬ NGHIỆM|vnpay|GraphQL/);
    expect(graph.asked.map(({ operation }) => operation)).toEqual(['Figures']);
  });
});

describe('what may leave the server', () => {
  it('carries no token, and no script or style of its own', async () => {
    const { response, html } = await read();
    expect(html).not.toContain(OPERATOR_TOKEN);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/i);
    expect(html.match(/(?:src|href|action)="(?!\/|#|data:)[^"]*"/g)).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('shows a part that the graph refuses as refused, and the others', async () => {
    graph.errors['Connectors'] = { message: 'Một bộ phận <chưa> trả lời.', code: 'UPSTREAM_UNAVAILABLE' };
    const { html } = await read();
    expect(html).toContain('Một bộ phận &lt;chưa&gt; trả lời. <code>UPSTREAM_UNAVAILABLE</code>');
    expect(textOf(html)).toContain('Không rõ tình trạng');
    expect(textOf(html)).toContain('Không có lượt đồng bộ nào bị tồn đọng.');
    expect(textOf(html)).toContain('Hồ sơ tiếp nhận 100');
  });

  it('offers changes to those alone who may make them', async () => {
    graph.problems = [{ errorCode: 'HTTP_502', message: 'm', advice: 'a', count: 1, units: 1, oldest: '2025-09-30T00:00:00+07:00' }];
    const buttons = async (roles: string[]) => {
      graph.roles = roles;
      return [...(await read()).html.matchAll(/action="([^"?]+)/g)].map(([, path]) => path);
    };
    expect(await buttons(['AUDITOR'])).toEqual([]);
    expect(await buttons(['UNIT_LEADER'])).toEqual(['/console/synchronizations/retry']);
    expect(await buttons(['OPERATOR'])).toHaveLength(3);
  });
});

it('can be read through its tables: captions, headings of rows and columns, the sorted column', async () => {
  const { html } = await read('/?sort=paid&order=desc');
  expect(html.match(/<table/g)?.length).toBe(html.match(/<caption/g)?.length);
  expect(html).toContain('aria-sort="descending"><a data-view class="sort" id="sort-paid" href="/?sort=paid#units"');
  expect(html.match(/aria-sort/g)).toHaveLength(1);
  expect(html).toMatch(/<th role="rowheader" scope="row"[^>]*>Sở Nội vụ/);
});

it('counts the quarter that is chosen', async () => {
  const text = textOf((await read('/?quarter=2025-Q2')).html);
  expect(text).toContain('Số liệu quý 2/2025 Từ 01/04/2025 đến hết 30/06/2025');
  expect(graph.asked.find(({ operation }) => operation === 'Figures')?.variables['period']).toEqual({
    from: '2025-04-01',
    to: '2025-06-30',
  });
});
