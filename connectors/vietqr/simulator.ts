import { textOf } from '../contract/json-call.ts';
import { type GatewayAnswer, type GatewayServe, startGateway } from '../contract/simulator.gateway.http.ts';
import type { GatewayCall, GatewayOrder, GatewayPlay, SimulatedGateway } from '../contract/simulator.gateway.ts';
import { localTimeOf } from '../contract/simulator.statement.ts';
import { signatureOf } from './credits.ts';
import { decode } from './emv.ts';
import { accountWorkbook, isWrittenForm, writeAccount } from './simulator.account.ts';

/** The account that only the simulator knows. */
export const SIMULATOR_BIN = '970405';
export const SIMULATOR_ACCOUNT = '8888000000001';
export const SIMULATOR_SECRET = 'INVENTEDFORTHEVIETQRSIMULATOR001';
const MERCHANT = `${SIMULATOR_BIN}-${SIMULATOR_ACCOUNT}`;

/** What a payer's bank may do to a transfer's text. */
const CHANGES: Readonly<Record<string, (content: string) => string>> = {
  AS_IS: (content) => content,
  /** Banks put words of their own around it, and spaces into it. */
  WRAPPED: (content) => `MBVCB.123456.${content.slice(0, 9)} ${content.slice(9).toLowerCase()}-CT tu 0123`,
  CUT: (content) => content.slice(0, Math.max(0, content.length - 6)),
  MISSING: () => 'chuyen tien',
};

function noticeOf(order: GatewayOrder): GatewayCall {
  const credit = {
    account: SIMULATOR_ACCOUNT,
    reference: order.reference,
    amount: order.amount,
    at: localTimeOf(order.paidAt),
    content: order.text,
  };
  const data = JSON.stringify({ merchant: MERCHANT, credits: [credit] });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify({ timestamp, data, signature: signatureOf(SIMULATOR_SECRET, timestamp, data) });
  return { method: 'POST', path: '/payments/vietqr/credits', body };
}

const play: GatewayPlay = {
  provider: 'VIETQR',
  title: 'Ngân hàng có VietQR',
  merchant: { code: MERCHANT, secrets: { webhookSecret: SIMULATOR_SECRET } },
  outcomes: { '00': { label: 'Chuyển khoản', state: 'PAID' } },
  noticeOf,
  isTaken: ({ status }) => status === 200,
  backTo: () => '/scan',
  tamper: (call) => ({ ...call, body: call.body.replace(/(\\"amount\\":)\d+/, '$11000') }),
  unsign: (call) => ({ ...call, body: call.body.replace(/,"signature":"\w+"/, '') }),
};

/**
 * `POST /transfers`, a form: `payload` the scanned code, or `content` the text of a transfer without one; `amount` another one, `change` what the
 * bank does to the text, `reference` the bank's own number. `GET /scan` is the payer's page. `GET /accounts/{account}/{YYYY-MM-DD}?form=csv|xlsx|camt053|mt940`
 * is what the bank writes of its account; in the hub's own form it is `GET /_statements/{BIN-account}/{YYYY-MM-DD}`.
 */
function serve(gateway: SimulatedGateway, { path, body }: { path: string; body: string }): ReturnType<GatewayServe> {
  if (path === '/scan') return { status: 200, body: SCAN };
  const [, account, day = ''] = ACCOUNT_DAY.exec(path) ?? [];
  if (account === SIMULATOR_ACCOUNT) return accountAnswer(gateway, { day, form: new URLSearchParams(body).get('form') ?? 'csv' });
  if (path !== '/transfers') return undefined;
  const form = new URLSearchParams(body);
  const content = form.get('content');
  const code =
    content === null ? decode((form.get('payload') ?? '').trim()) : { bin: SIMULATOR_BIN, account: SIMULATOR_ACCOUNT, purpose: content };
  if (code === undefined) return { status: 422, body: { error: 'Mã QR không đọc được' } };
  if (code.bin !== SIMULATOR_BIN || code.account !== SIMULATOR_ACCOUNT) return { status: 422, body: { error: 'Không có tài khoản này' } };
  const amount = Number(form.get('amount') || ('amount' in code && code.amount) || 0);
  if (!Number.isSafeInteger(amount) || amount < 1) return { status: 422, body: { error: 'Số tiền không hợp lệ' } };
  const change = CHANGES[textOf(form.get('change') ?? 'AS_IS') || 'AS_IS'];
  if (change === undefined) return { status: 422, body: { error: `change: ${Object.keys(CHANGES).join(', ')}` } };
  const reference = form.get('reference') || `FT${gateway.nextId()}`;
  const order =
    gateway.open({ merchant: MERCHANT, reference, transactionId: reference, amount, text: change(code.purpose ?? '') }) ??
    gateway.orders.get(reference);
  if (order === undefined) return undefined;
  // The same bank reference once more: the bank repeats itself.
  if (order.state === 'OPEN') gateway.decide(order, '00');
  else gateway.resend(order);
  return { status: 200, body: { reference, amount, content: order.text } };
}

const ACCOUNT_DAY = /^\/accounts\/(\w+)\/(\d{4}-\d{2}-\d{2})$/;

/** What the bank writes of its account's day. All that came before makes the balance that the day begins with. */
async function accountAnswer(gateway: SimulatedGateway, { day, form }: { day: string; form: string }): Promise<GatewayAnswer> {
  const paid = [...gateway.orders.values()].filter(({ state }) => state === 'PAID').sort((a, b) => a.paidAt - b.paidAt);
  const dayOf = ({ paidAt }: GatewayOrder) => localTimeOf(paidAt).slice(0, 10);
  const opening = paid.filter((order) => dayOf(order) < day).reduce((sum, { amount }) => sum + amount, 0);
  const movements = paid
    .filter((order) => dayOf(order) === day)
    .map(({ reference, amount, paidAt, text }) => ({ kind: 'CREDIT' as const, reference, amount, at: new Date(paidAt), content: text }));
  const statement = { account: SIMULATOR_ACCOUNT, day, opening, movements };
  if (form === 'xlsx') return { status: 200, body: await accountWorkbook(statement), contentType: 'application/octet-stream' };
  if (isWrittenForm(form)) return { status: 200, body: writeAccount(form, statement), contentType: 'text/plain; charset=utf-8' };
  return { status: 422, body: { error: 'form: csv, xlsx, camt053, mt940' } };
}

const SCAN = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Ngân hàng (giả lập)</title>
<style>body{font:16px system-ui;max-width:32rem;margin:3rem auto;padding:0 1rem}textarea,input,select,button{display:block;width:100%;margin:.4rem 0;padding:.5rem;font:inherit}</style>
<h1>Quét mã VietQR (giả lập)</h1><form method="post" action="/transfers">
<label>Nội dung mã QR<textarea name="payload" rows="4" required></textarea></label>
<label>Số tiền khác<input name="amount" inputmode="numeric"></label>
<label>Nội dung chuyển khoản<select name="change"><option value="AS_IS">Giữ nguyên</option><option value="WRAPPED">Ngân hàng thêm chữ</option><option value="CUT">Bị cắt</option><option value="MISSING">Không có</option></select></label>
<button>Chuyển khoản</button></form></html>`;

/** Starts the simulated bank. */
export const startVietqrSimulator = startGateway({
  play,
  serve,
  environment: () => ({
    VIETQR_BANK_BIN: SIMULATOR_BIN,
    VIETQR_ACCOUNT: SIMULATOR_ACCOUNT,
    VIETQR_ACCOUNT_NAME: 'KHO BAC GIA LAP',
    VIETQR_WEBHOOK_SECRET: SIMULATOR_SECRET,
  }),
});
