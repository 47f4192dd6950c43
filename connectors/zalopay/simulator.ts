import { sameHex } from '../contract/hmac.ts';
import { type JsonText, readJson, textOf } from '../contract/json-call.ts';
import { type GatewayAnswer, rememberGateway, startGateway } from '../contract/simulator.gateway.http.ts';
import type { GatewayCall, GatewayOrder, GatewayPlay, GatewayRefund, SimulatedGateway } from '../contract/simulator.gateway.ts';
import { dayPrefix, macOf, referenceOf, transactionIdOf } from './wire.ts';

/** The application that only the simulator knows. */
export const SIMULATOR_APP_ID = '900001';
export const SIMULATOR_KEY1 = 'INVENTEDKEY1FORTHEZALOSIMULATOR1';
export const SIMULATOR_KEY2 = 'INVENTEDKEY2FORTHEZALOSIMULATOR2';

/** Between the order's own time and now. */
const SKEW_MS = 15 * 60_000;

/** ZaloPay tells of a success alone. */
function noticeOf(order: GatewayOrder): GatewayCall | undefined {
  if (order.state !== 'PAID') return undefined;
  const data = JSON.stringify({
    app_id: Number(order.merchant),
    app_trans_id: idOf(order),
    app_time: order.createdAt,
    app_user: order.extra['app_user'] ?? '',
    amount: order.amount,
    embed_data: order.extra['embed_data'] ?? '{}',
    item: '[]',
    zp_trans_id: Number(order.transactionId),
    server_time: order.paidAt,
    channel: 38,
    merchant_user_id: 'invented',
    user_fee_amount: 0,
    discount_amount: 0,
  });
  const body = JSON.stringify({ data, mac: macOf(SIMULATOR_KEY2, [data]), type: 1 });
  return { method: 'POST', path: '/payments/zalopay/callback', body };
}

function idOf(order: GatewayOrder): string {
  return order.extra['app_trans_id'] ?? transactionIdOf(order.reference, new Date(order.createdAt));
}

function backTo(order: GatewayOrder): string {
  const values = {
    appid: order.merchant,
    apptransid: idOf(order),
    pmcid: '38',
    bankcode: '',
    amount: String(order.amount),
    discountamount: '0',
    status: order.state === 'PAID' ? '1' : '-49',
  };
  const checksum = macOf(SIMULATOR_KEY2, Object.values(values));
  return `${order.returnUrl}${order.returnUrl.includes('?') ? '&' : '?'}${new URLSearchParams({ ...values, checksum })}`;
}

const play: GatewayPlay = {
  provider: 'ZALOPAY',
  title: 'ZaloPay',
  merchant: { code: SIMULATOR_APP_ID, secrets: { key1: SIMULATOR_KEY1, key2: SIMULATOR_KEY2 } },
  outcomes: {
    '1': { label: 'Thanh toán thành công', state: 'PAID' },
    '-49': { label: 'Người dùng hủy', state: 'FAILED' },
    '-54': { label: 'Đơn hàng hết hạn', state: 'FAILED' },
    '-63': { label: 'Số dư không đủ', state: 'FAILED' },
  },
  noticeOf,
  // It calls again where it is told 0, or nothing.
  isTaken: ({ status, body }) => status === 200 && readJson(body)?.['return_code'] !== '0',
  backTo,
  tamper: (call) => ({ ...call, body: call.body.replace(/(\\"amount\\":)\d+/, '$11000') }),
  unsign: (call) => ({ ...call, body: call.body.replace(/,"mac":"\w+"/, '') }),
};

function serve(gateway: SimulatedGateway, { path, body }: { path: string; body: string }): GatewayAnswer | undefined {
  const call = /^\/v2\/(create|query|refund|query_refund)$/.exec(path)?.[1];
  if (call === undefined) return undefined;
  const values = readJson(body);
  if (values === undefined || textOf(values['app_id']) !== SIMULATOR_APP_ID) return answer(2, -401, 'app_id không hợp lệ');
  const text = (name: string) => textOf(values[name]);
  const signed: Record<string, string[]> = {
    create: ['app_id', 'app_trans_id', 'app_user', 'amount', 'app_time', 'embed_data', 'item'].map(text),
    query: [text('app_id'), text('app_trans_id'), SIMULATOR_KEY1],
    refund: ['app_id', 'zp_trans_id', 'amount', 'description', 'timestamp'].map(text),
    query_refund: ['app_id', 'm_refund_id', 'timestamp'].map(text),
  };
  if (!sameHex(values['mac'], macOf(SIMULATOR_KEY1, signed[call] ?? []))) return answer(2, -402, 'mac không hợp lệ');
  return { create, query, refund, query_refund: queryRefund }[call as 'create']?.(gateway, values);
}

function create(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const text = (name: string) => textOf(values[name]);
  const id = text('app_trans_id');
  const [time, amount] = [Number(text('app_time')), Number(text('amount'))];
  if (!id.startsWith(`${dayPrefix(new Date(gateway.now()))}_`) || id.length > 40) return answer(2, -3, 'app_trans_id không hợp lệ');
  if (Math.abs(gateway.now() - time) > SKEW_MS) return answer(2, -54, 'app_time không hợp lệ');
  if (!Number.isInteger(amount) || amount < 1) return answer(2, -2, 'amount không hợp lệ');
  const embedded = readJson(text('embed_data')) ?? {};
  const order = gateway.open({
    merchant: SIMULATOR_APP_ID,
    reference: referenceOf(id),
    amount,
    text: text('description'),
    createdAt: time,
    expiresAt: time + Number(text('expire_duration_seconds') || '900') * 1_000,
    returnUrl: textOf(embedded['redirecturl']),
    noticeUrl: text('callback_url'),
    extra: { app_trans_id: id, app_user: text('app_user'), embed_data: text('embed_data') },
  });
  if (order === undefined) return answer(2, -68, 'app_trans_id đã tồn tại');
  return answer(1, 1, 'Giao dịch thành công', {
    order_url: `${gateway.url}/pay/${encodeURIComponent(order.reference)}`,
    zp_trans_token: 'invented',
  });
}

function query(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const order = gateway.orders.get(referenceOf(textOf(values['app_trans_id'])));
  if (order === undefined) return answer(3, -101, 'Đơn hàng không tồn tại', { is_processing: false });
  if (order.state === 'OPEN' && (order.expiresAt ?? Number.POSITIVE_INFINITY) <= gateway.now()) gateway.decide(order, '-54', false);
  const paid = order.state === 'PAID' || order.state === 'REVERSED';
  const code = order.state === 'OPEN' || gateway.isInFlight(order) ? 3 : paid ? 1 : 2;
  const money = { amount: order.amount, zp_trans_id: Number(order.transactionId || 0), server_time: order.paidAt || gateway.now() };
  return answer(code, code === 1 ? 1 : Number(order.code || 0), play.outcomes[order.code]?.label ?? 'Đang chờ', {
    is_processing: code === 3,
    ...money,
  });
}

function refund(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const text = (name: string) => textOf(values[name]);
  const order = [...gateway.orders.values()].find(({ transactionId, state }) => transactionId === text('zp_trans_id') && state === 'PAID');
  if (order === undefined) return answer(2, -13, 'zp_trans_id không hợp lệ');
  const known = order.refunds.find(({ reference }) => reference === text('m_refund_id'));
  if (known !== undefined) return refundAnswer(gateway, known);
  const gone = order.refunds.filter((each) => gateway.refundState(each) !== 'REFUSED').reduce((sum, { amount }) => sum + amount, 0);
  const amount = Number(text('amount'));
  if (!Number.isInteger(amount) || amount < 1 || gone + amount > order.amount) return answer(2, -14, 'Số tiền hoàn không hợp lệ');
  const made: GatewayRefund = {
    reference: text('m_refund_id'),
    amount,
    transactionId: gateway.nextId(),
    at: gateway.now(),
    outcome: undefined,
  };
  order.refunds.push(made);
  gateway.keep(order);
  return answer(3, 2, 'Đang hoàn tiền', { refund_id: Number(made.transactionId) });
}

function queryRefund(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const id = textOf(values['m_refund_id']);
  const made = [...gateway.orders.values()].flatMap(({ refunds }) => refunds).find(({ reference }) => reference === id);
  return made === undefined ? answer(3, -101, 'Không tìm thấy giao dịch hoàn') : refundAnswer(gateway, made);
}

function refundAnswer(gateway: SimulatedGateway, made: GatewayRefund): GatewayAnswer {
  const code = { PENDING: 3, DONE: 1, REFUSED: 2 }[gateway.refundState(made)];
  return answer(code, code, 'Hoàn tiền', { refund_id: Number(made.transactionId) });
}

function answer(returnCode: number, subCode: number, message: string, more: Record<string, unknown> = {}): GatewayAnswer {
  const body = { return_code: returnCode, return_message: message, sub_return_code: subCode, sub_return_message: message, ...more };
  return { status: 200, body };
}

/** Starts the simulated ZaloPay. */
export const startZalopaySimulator = startGateway({
  play,
  serve,
  environment: (url) => ({
    ZALOPAY_URL: `${url}/v2`,
    ZALOPAY_STATEMENT_URL: `${url}/_statements`,
    ZALOPAY_APP_ID: SIMULATOR_APP_ID,
    ZALOPAY_KEY1: SIMULATOR_KEY1,
    ZALOPAY_KEY2: SIMULATOR_KEY2,
  }),
});

export const rememberPayments = rememberGateway(play, { paid: '1', failed: '-49' });
