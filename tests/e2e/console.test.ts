import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batch, credit, receiptOrder, refund } from '../support/console.money.ts';
import {
  balance,
  connector,
  createFakeGraph,
  exception,
  type FakeGraph,
  OPERATOR_TOKEN,
  type ServedConsole,
  serveConsole,
  synchronization,
  unit,
} from '../support/console.ts';
import { needs } from '../support/needs.ts';
import { eventually, type RunningHub, startHub } from '../support/running-hub.ts';
import { type Browser, launchBrowser, type Page, type View } from './browser.ts';

const NARROW = { width: 390, height: 844 };

needs(['chromium', 'chromium-browser', 'google-chrome'], 'the console in a browser', (program) => {
  let browser: Browser;
  let graph: FakeGraph;
  let served: ServedConsole;

  beforeAll(async () => {
    browser = await launchBrowser(program);
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    graph = createFakeGraph();
    graph.units = Array.from({ length: 30 }, (_, at) => unit(String(32_000 + at), `Xã số ${10 + at}`));
    const errors = { errorCode: 'HTTP_502', lastError: 'x'.repeat(300) };
    graph.synchronizations = Array.from({ length: 25 }, (_, at) =>
      synchronization(`H12.1-250930-${1000 + at}`, { state: 'PARKED', ...errors }),
    );
    graph.problems = [{ errorCode: 'HTTP_502', message: 'm', advice: 'a', count: 25, units: 1, oldest: '2025-09-30T00:00:00+07:00' }];
    served = await serveConsole(graph.query);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
    await served.stop();
  });

  const pages: Page[] = [];
  const open = async (view: View = {}, path = '/'): Promise<Page> => {
    const page = await browser.open(view);
    pages.push(page);
    await page.goto(`${served.url}${path}`);
    return page;
  };
  const text = (page: Page, selector: string) => page.evaluate<string>(`document.querySelector('${selector}').textContent`);
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');

  it.each<[string, View]>([
    ['wide', {}],
    ['narrow', NARROW],
    ['narrow and dark', { ...NARROW, dark: true }],
  ])('loads nothing that its policy refuses and is never wider than a %s screen', async (_name, view) => {
    const page = await open(view, '/?lang=en');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      view.dark ? 'rgb(16, 22, 28)' : 'rgb(243, 245, 247)',
    );
    expect(page.complaints).toEqual([]);
  });

  it('shows what changed by itself, and leaves focus, scroll and what is unfolded as they are', async () => {
    const page = await open();
    await page.evaluate(
      `document.querySelector('details').open = false; scrollTo(0, 200); document.getElementById('toggle-vnpay').focus({ preventScroll: true })`,
    );
    await page.evaluate(`document.getElementById('toggle-vnpay').mark = 'the same element'`);
    graph.connectors = [connector('vneid', { state: 'DOWN', lastError: 'VNEID_URL?' }), connector('vnpay', { pending: 7 })];
    await page.until(`document.getElementById('connector-vneid')`);
    expect(await page.evaluate(`document.getElementById('toggle-vnpay').mark`)).toBe('the same element');
    expect(await focused(page)).toBe('toggle-vnpay');
    expect(await page.evaluate('[scrollY, document.querySelector("details").open]')).toEqual([200, false]);
    expect(await text(page, '#news')).toContain('vneid: Gián đoạn.');
    expect(await page.evaluate(`document.getElementById('connector-national-portal')`)).toBeNull();
  });

  it('pauses and resumes a connector by the keyboard alone', async () => {
    const page = await open();
    await page.evaluate(`document.getElementById('toggle-vnpay').focus()`);
    await page.press('Enter');
    await page.until(`document.querySelector('#connector-vnpay .state').textContent === 'Tạm dừng'`);
    expect([await text(page, '#notice'), await focused(page)]).toEqual(['Đã tạm dừng vnpay.', 'toggle-vnpay']);
    await page.press('Enter');
    await page.until(`document.querySelector('#connector-vnpay .state').textContent === 'Hoạt động'`);
    expect(graph.asked.filter(({ operation }) => operation === 'Pause' || operation === 'Resume')).toHaveLength(2);
  });

  it('sends a form once, however often it is pressed and the page is refreshed meanwhile', async () => {
    const pauses = () => graph.asked.filter(({ operation }) => operation === 'Pause').length;
    await served.stop();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    served = await serveConsole(async (request) => {
      const answer = await graph.query(request);
      if (request.query.includes('mutation ConsolePause')) await held;
      return answer;
    });
    const page = await open();
    await page.evaluate(`document.getElementById('toggle-vnpay').click()`);
    await eventually(
      async () => pauses(),
      (count) => count === 1,
    );
    const before = graph.asked.length;
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    await page.until(`document.querySelector('#connector-vnpay .state').textContent === 'Tạm dừng'`);
    expect(graph.asked.length).toBeGreaterThan(before);
    await page.evaluate(`document.getElementById('toggle-vnpay').click()`);
    release();
    await page.until(`document.getElementById('notice').textContent === 'Đã tạm dừng vnpay.'`);
    const changes = graph.asked.filter(({ operation }) => operation === 'Pause' || operation === 'Resume');
    expect(changes.map(({ operation }) => operation)).toEqual(['Pause']);
  });

  it('lets a guest of the sandbox sign in as somebody', async () => {
    const page = await open();
    expect(await page.evaluate(`document.getElementById('sign-in').hidden`)).toBe(true);
    await page.evaluate(`document.getElementById('sign-in-open').click()`);
    expect(await focused(page)).toBe('token');
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    const asked = graph.asked.length;
    await eventually(
      async () => graph.asked.length,
      (count) => count > asked,
    );
    expect(await page.evaluate(`document.getElementById('sign-in').hidden`)).toBe(false);
    await page.evaluate(
      `document.getElementById('token').value = '${OPERATOR_TOKEN}'; document.querySelector('#sign-in-form button').click()`,
    );
    await page.until(`document.getElementById('sign-out')`);
    expect(await page.evaluate('[document.getElementById("sign-in").hidden, Object.values(sessionStorage)]')).toEqual([
      true,
      [OPERATOR_TOKEN],
    ]);
  });

  it('begins with a way past the head of the page', async () => {
    const page = await open();
    await page.press('Tab');
    await page.press('Enter');
    expect(await focused(page)).toBe('main');
  });

  it('sorts without leaving the page', async () => {
    const page = await open();
    await page.evaluate(`window.stayed = true; document.getElementById('sort-name').click()`);
    await page.until(`document.querySelector('[aria-sort="ascending"] #sort-name')`);
    await page.evaluate(`document.getElementById('sort-name').click()`);
    await page.until(`document.querySelector('[aria-sort="descending"] #sort-name')`);
    expect(await page.evaluate('[window.stayed, location.search]')).toEqual([true, '?sort=name&order=desc']);
    expect(await text(page, '#unit tbody tr th')).toContain('Xã số 39');
  });

  it('chooses another day and sends the button that was pressed without leaving the page', async () => {
    graph.roles = ['ACCOUNTANT'];
    const page = await open({}, '/console/reconciliation?of=r1');
    await page.evaluate(`document.getElementById('balances-date').value = '2025-09-15'`);
    await page.evaluate(`document.querySelector('form[data-view] button').click()`);
    await eventually(
      async () => graph.asked.filter(({ operation }) => operation === 'Balances').at(-1)?.variables['day'],
      (day) => day === '2025-09-15',
    );
    graph.balances = [balance()];
    graph.exceptions = [exception({ resolution: 'ACCEPT_HUB', resolvedBy: 'ke-toan-01', needsApproval: true })];
    await page.goto(`${served.url}/console/reconciliation?of=r1`);
    await page.evaluate(`document.getElementById('note-x1').value = 'chưa rõ'; document.getElementById('send-back-x1').click()`);
    await page.until(`document.getElementById('notice').textContent === 'Đã trả lại.'`);
    expect(graph.asked.find(({ operation }) => operation === 'Approve')?.variables).toEqual({ id: 'x1', approve: false, note: 'chưa rõ' });
    expect(page.complaints).toEqual([]);
  });

  it("shows a transfer's text in the page's notice, and fits the page of money on a telephone", async () => {
    graph.roles = ['ACCOUNTANT'];
    graph.money.credits = [credit()];
    graph.money.batches = [batch()];
    graph.money.receipts = [receiptOrder()];
    graph.money.refunds = [refund()];
    graph.money.text = 'NOP PHI';
    const page = await open({ width: 360, height: 800 }, '/console/money?of=c1');
    await page.evaluate(`document.getElementById('text-c1').click()`);
    await page.until(`document.getElementById('notice').textContent === 'NOP PHI'`);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.evaluate('location.search')).toBe('?of=c1');
    expect(page.complaints).toEqual([]);
  });

  it('says at the row why it was refused, until it is sent again or the row changes', async () => {
    graph.roles = ['ACCOUNTANT'];
    graph.money.receipts = [receiptOrder()];
    graph.refusals['RetryReceipt'] = 'Đang gửi.';
    const page = await open({ width: 360, height: 800 }, '/console/money');
    const retry = () => page.evaluate(`document.getElementById('retry-o1').click()`);
    const said = `[...document.querySelectorAll('.refused[role="alert"]')].map((it) => [it.closest('tr').id, it.textContent, it.mark])`;
    const refreshed = async (attempts: number) => {
      graph.money.receipts = [receiptOrder({ id: `o${graph.asked.length}` }), receiptOrder({ attempts })];
      await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
      await page.until(`document.getElementById('order-${graph.money.receipts[0]?.id}')`);
    };
    await retry();
    await page.until(`document.querySelector('.refused')`);
    expect(await text(page, '#notice')).toBe('Chưa thực hiện được: Đang gửi.');
    await page.evaluate(`document.querySelector('.refused').mark = 'the same'`);
    await refreshed(3);
    expect(await page.evaluate(said)).toEqual([['order-o1', 'Chưa thực hiện được: Đang gửi.', 'the same']]);
    await refreshed(4);
    expect(await page.evaluate(said)).toEqual([]);
    await retry();
    await page.until(`document.querySelector('#order-o1 .refused')`);
    delete graph.refusals['RetryReceipt'];
    await retry();
    await page.until(`document.getElementById('notice').dataset.good === 'yes' && !document.querySelector('.refused')`);
  });

  it('says that the hub does not answer and when it last did, and recovers', async () => {
    const page = await open();
    const last = await text(page, '#updated');
    await served.stop();
    await page.until(`document.getElementById('lost').textContent !== ''`);
    expect(await text(page, '#lost')).toBe(`Mất kết nối với trục. Số liệu bên dưới nhận được lúc ${last}. Trang đang tự thử lại.`);
    served = await serveConsole(graph.query, { port: served.port });
    await page.until(`document.getElementById('lost').textContent === ''`);
  });

  it('works as plain forms where scripts are off', async () => {
    const page = await open({ scripts: false });
    const { root } = (await page.send('DOM.getDocument')) as { root: { nodeId: number } };
    const { nodeId } = await page.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#toggle-vnpay' });
    await page.send('DOM.focus', { nodeId });
    await page.press('Enter');
    await eventually(
      async () => graph.connectors.find(({ id }) => id === 'vnpay')?.state,
      (state) => state === 'PAUSED',
    );
    await page.until(`document.getElementById('notice')?.textContent === 'Đã tạm dừng vnpay.'`);
  });

  describe('in production', () => {
    beforeEach(async () => {
      await served.stop();
      served = await serveConsole(graph.query, { mode: 'production', guestToken: undefined });
    });

    const signIn = (page: Page, token: string) =>
      page.evaluate(`document.getElementById('token').value = '${token}'; document.querySelector('#sign-in-form button').click()`);

    it('keeps the token of whoever signs in within the tab, until they sign out', async () => {
      const page = await open();
      expect(await page.evaluate(`document.getElementById('sign-in').hidden`)).toBe(false);
      await signIn(page, `Bearer ${OPERATOR_TOKEN}`);
      await page.until(`document.getElementById('connector-vnpay')`);
      const kept =
        '[document.getElementById("sign-in").hidden, Object.values(sessionStorage), Object.values(localStorage), document.cookie]';
      expect(await page.evaluate(kept)).toEqual([true, [OPERATOR_TOKEN], [], '']);
      expect(await page.evaluate('location.href + document.documentElement.outerHTML')).not.toContain(OPERATOR_TOKEN);
      await page.goto(`${served.url}/`);
      await page.until(`document.getElementById('sign-out')`);
      await page.evaluate(`document.getElementById('sign-out').click()`);
      await page.until(`document.getElementById('connector-vnpay') === null`);
      expect(await page.evaluate('[document.getElementById("sign-in").hidden, sessionStorage.length]')).toEqual([false, 0]);
    });

    it('says that a token does not do, and forgets it', async () => {
      const page = await open();
      await signIn(page, 'expired');
      await page.until(`document.getElementById('sign-in-refused').textContent !== ''`);
      expect(await page.evaluate('[document.getElementById("sign-in").hidden, sessionStorage.length]')).toEqual([false, 0]);
    });
  });
});

describe('the console of a running hub', () => {
  let hub: RunningHub;

  beforeAll(async () => {
    hub = await startHub({ HUB_TODAY: '2025-09-30' });
  });
  afterAll(() => hub.stop());

  it('shows its connectors and figures, and pauses one of them', async () => {
    const page = await fetch(`${hub.url}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const html = await page.text();
    expect(html).toContain('THỬ NGHIỆM');
    expect(html).toContain('Hồ sơ tiếp nhận');
    expect(html).toContain('id="unit-32248"');
    const origin = { origin: hub.url };
    const paused = await fetch(`${hub.url}/console/connectors/national-portal/pause`, { method: 'POST', headers: origin });
    expect(paused.url).toBe(`${hub.url}/?notice=paused&subject=national-portal`);
    expect(await paused.text()).toContain('state-paused');
  });
});
