import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connector,
  createFakeGraph,
  type FakeGraph,
  OPERATOR_TOKEN,
  type ServedConsole,
  serveConsole,
} from '../../tests/support/console.ts';
import type { PartsAnswer } from './parts.ts';

let graph: FakeGraph;
let served: ServedConsole;

const SAME_ORIGIN = { 'sec-fetch-site': 'same-origin' };
const JSON_WANTED = { accept: 'application/json' };
const MUTATIONS = ['Pause', 'Resume', 'Retry'];

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

interface Received {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** A plain client: fetch would set Sec-Fetch headers of its own and tidy up paths. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const form = (fields: Record<string, string>, headers: Record<string, string> = SAME_ORIGIN): Sent => ({
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

const parts = async (search = '', headers: Record<string, string> = {}) =>
  JSON.parse((await send(`/console/parts${search}`, { headers })).text) as PartsAnswer;

const changed = () => graph.asked.filter(({ operation }) => MUTATIONS.includes(operation));

beforeEach(async () => {
  graph = createFakeGraph();
  served = await serveConsole(graph.query);
});
afterEach(() => served.stop());

describe('paths', () => {
  it.each(['/graphql', '/health/ready', '/consoles', '/%2fconsole', '//console/parts', '//', '/index.html'])(
    'leaves %s to others',
    async (path) => {
      const { status, headers } = await send(path);
      expect([status, headers['x-other']]).toEqual([404, 'yes']);
      expect(graph.asked).toEqual([]);
    },
  );

  it('serves its own files, and says when nothing changed', async () => {
    for (const [name, type] of Object.entries({
      'page.js': 'text/javascript',
      'refusals.js': 'text/javascript',
      'console.css': 'text/css',
    })) {
      const first = await send(`/console/${name}`);
      expect([first.status, first.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
      const again = await send(`/console/${name}`, { headers: { 'if-none-match': String(first.headers['etag']) } });
      expect([again.status, again.text]).toEqual([304, '']);
    }
  });

  it.each(['/console/none.js', '/console/../hub.ts', '/console/constructor'])('has no %s', async (path) => {
    expect((await send(path)).status).toBe(404);
  });

  it('says which methods it takes', async () => {
    const page = await send('/', { method: 'DELETE' });
    const action = await send('/console/connectors/vnpay/pause');
    expect([page.status, page.headers['allow'], action.status, action.headers['allow']]).toEqual([405, 'GET, HEAD', 405, 'POST']);
    expect(await send('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });

  it('fails before anything is sent where the graph itself fails', async () => {
    await served.stop();
    served = await serveConsole(() => Promise.reject(new Error('gone')));
    expect((await send('/')).status).toBe(500);
    expect(served.failures).toEqual([new Error('gone')]);
  });
});

describe('the parts', () => {
  it('sends what changed and nothing else', async () => {
    const first = await parts();
    expect(Object.keys(first.parts)).toEqual(['session', 'summary', 'day', 'connectors', 'stuck', 'watch', 'figures', 'units']);
    const have = Object.entries(first.parts).map(([name, part]) => `${name}.${part.tag}`);
    graph.connectors = [connector('vnpay', { state: 'PAUSED' })];
    const second = await parts(`?have=${have.join()}`);
    expect(Object.keys(second.parts)).toEqual(['summary', 'connectors']);
    expect(second.parts.connectors?.html).toContain('Tạm dừng');
    expect([first.news, second.news]).toEqual(['Bình thường.', 'Cần chú ý. vnpay: Tạm dừng.']);
  });

  it("look through the token's eyes where one is sent, and name it to nobody", async () => {
    await served.stop();
    served = await serveConsole(graph.query, { mode: 'production', guestToken: undefined });
    expect(await parts()).toMatchObject({ session: 'signed-out' });
    const { headers, text } = await send('/console/parts', { headers: { authorization: `Bearer ${OPERATOR_TOKEN}` } });
    expect(JSON.parse(text)).toMatchObject({ session: 'signed-in' });
    expect(text).toContain('van-hanh-01');
    expect(text).not.toContain(OPERATOR_TOKEN);
    expect([headers['cache-control'], headers['set-cookie']]).toEqual(['no-store', undefined]);
  });

  it('say that a token is refused, in place of the guest that the sandbox lends', async () => {
    const answer = await parts('', { authorization: 'Bearer expired' });
    expect(answer.session).toBe('refused');
    expect(answer.parts.connectors?.html).toContain('Cần đăng nhập.');
  });
});

describe('changes', () => {
  it('are made with the rights of whoever asks, and lead back to the same view', async () => {
    const { status, headers } = await send('/console/connectors/vnpay/pause?lang=en&sort=paid', form({}));
    expect([status, headers['location']]).toEqual([303, '/?lang=en&sort=paid&notice=paused&subject=vnpay']);
    expect(changed()).toEqual([{ operation: 'Pause', variables: { id: 'vnpay' }, token: OPERATOR_TOKEN, language: 'en' }]);
    expect((await send(String(headers['location']))).text).toContain('role="status" data-good="yes">vnpay is paused.</p>');
  });

  it('retry all of one cause and say how many', async () => {
    graph.retried = 1512;
    const { headers } = await send('/console/synchronizations/retry', form({ errorCode: 'PORTAL_-1' }));
    expect(changed()).toMatchObject([{ operation: 'Retry', variables: { errorCode: 'PORTAL_-1' } }]);
    expect((await send(String(headers['location']))).text).toContain('Đã đưa 1.512 lượt vào hàng gửi lại.');
  });

  it("answer the page's script in a sentence", async () => {
    const { status, text } = await send('/console/connectors/vnpay/resume', form({}, { ...SAME_ORIGIN, ...JSON_WANTED }));
    expect([status, JSON.parse(text)]).toEqual([200, { good: true, text: 'Đã cho vnpay tiếp tục.' }]);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['nobody knows where', {}],
  ])('from %s are refused, and nothing is asked of the graph', async (_where, headers: Record<string, string>) => {
    const { status, text } = await send('/console/connectors/vnpay/pause', form({}, headers));
    expect([status, text]).toEqual([403, 'Chưa thực hiện được: Yêu cầu thay đổi phải gửi từ chính trang này.\n']);
    expect(graph.asked).toEqual([]);
  });

  it('need a token in production', async () => {
    await served.stop();
    served = await serveConsole(graph.query, { mode: 'production', guestToken: undefined });
    expect((await send('/console/connectors/vnpay/pause', form({}))).status).toBe(401);
    expect(graph.asked).toEqual([]);
    const mine = { ...SAME_ORIGIN, ...JSON_WANTED, authorization: `Bearer ${OPERATOR_TOKEN}` };
    expect((await send('/console/connectors/vnpay/pause', form({}, mine))).status).toBe(200);
    expect(changed()).toHaveLength(1);
  });

  it('say why the graph refused them, on the page and to the script', async () => {
    graph.refusals['Pause'] = 'Không tìm thấy <vnpay>.';
    const page = await send('/console/connectors/vnpay/pause', form({}));
    expect(page.status).toBe(422);
    expect(page.text).toContain('data-good="no">Chưa thực hiện được: Không tìm thấy &lt;vnpay&gt;.</p>');
    graph.errors['Resume'] = { message: 'Vai trò của bạn không được làm việc này.', code: 'FORBIDDEN' };
    const script = await send('/console/connectors/vnpay/resume', form({}, { ...SAME_ORIGIN, ...JSON_WANTED }));
    expect([script.status, JSON.parse(script.text)]).toEqual([
      403,
      { good: false, text: 'Chưa thực hiện được: Vai trò của bạn không được làm việc này.' },
    ]);
  });

  it.each([
    ['no cause', form({}), 422],
    ['no form', { method: 'POST', headers: { ...SAME_ORIGIN, 'content-type': 'application/json' }, body: '{}' }, 415],
    ['far too much', form({ errorCode: 'x'.repeat(20_000) }), 415],
  ])('that bring %s are refused', async (_what, sent: Sent, status) => {
    expect((await send('/console/synchronizations/retry', sent)).status).toBe(status);
    expect(changed()).toEqual([]);
  });

  it('are not claimed by an address that says anything else', async () => {
    for (const search of ['?notice=hacked&subject=x', '?notice=retried&count=a', '?notice=paused']) {
      expect((await send(`/${search}`)).text).toContain('data-good="yes"></p>');
    }
    expect((await send('/?notice=paused&subject=<b>x')).text).toContain('Đã tạm dừng &lt;b&gt;x.');
  });
});
