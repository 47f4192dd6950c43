import { sameHex } from '../contract/hmac.ts';
import { type JsonText, readJson, textOf } from '../contract/json-call.ts';
import { type GatewayAnswer, rememberGateway, startGateway } from '../contract/simulator.gateway.http.ts';
import type { GatewayCall, GatewayOrder, GatewayPlay, SimulatedGateway } from '../contract/simulator.gateway.ts';
import { LEAST_DONG, MOST_DONG, type Signed, sign } from './wire.ts';

/** The merchant that only the simulator knows. */
export const SIMULATOR_PARTNER = 'SIMMOMO1';
export const SIMULATOR_ACCESS_KEY = 'INVENTEDACCESS01';
export const SIMULATOR_SECRET = 'INVENTEDFORTHEMOMOSIMULATOR00001';

/** What MoMo usually says of a payment that its payer has confirmed and that it has not carried out. Source: its table of result codes. */
const UNDER_WAY = '7002';
const LIFE_MS = 15 * 60_000;

function noticeOf(order: GatewayOrder): GatewayCall | undefined {
  const values = resultOf(order);
  // Numbers as MoMo writes them; what is signed is their text.
  const numbers = ['amount', 'transId', 'resultCode', 'responseTime'];
  const body = Object.entries(values).map(
    ([key, value]) => `${JSON.stringify(key)}:${numbers.includes(key) ? value : JSON.stringify(value)}`,
  );
  return { method: 'POST', path: '/payments/momo/ipn', body: `{${body.join(',')}}` };
}

/** The fields of a notice and of the browser's return, signed. */
function resultOf(order: GatewayOrder): Record<string, string> {
  const values = {
    partnerCode: order.merchant,
    orderId: order.reference,
    requestId: order.extra['requestId'] ?? order.reference,
    amount: String(order.amount),
    orderInfo: order.text,
    orderType: 'momo_wallet',
    transId: order.transactionId || '0',
    resultCode: order.code,
    message: play.outcomes[order.code]?.label ?? '',
    payType: 'qr',
    responseTime: String(order.paidAt),
    extraData: order.extra['extraData'] ?? '',
  };
  return { ...values, signature: sign('notice', { ...values, accessKey: SIMULATOR_ACCESS_KEY }, SIMULATOR_SECRET) };
}

const play: GatewayPlay = {
  provider: 'MOMO',
  title: 'Ví MoMo',
  merchant: { code: SIMULATOR_PARTNER, secrets: { accessKey: SIMULATOR_ACCESS_KEY, secretKey: SIMULATOR_SECRET } },
  outcomes: {
    '0': { label: 'Thanh toán thành công', state: 'PAID' },
    '9000': { label: 'Đã xác nhận, chờ ghi nhận', state: 'PAID' },
    '1001': { label: 'Tài khoản không đủ số dư', state: 'FAILED' },
    '1004': { label: 'Vượt hạn mức', state: 'FAILED' },
    '1005': { label: 'Liên kết hoặc mã QR đã hết hạn', state: 'FAILED' },
    '1006': { label: 'Người dùng từ chối', state: 'FAILED' },
    '4001': { label: 'Tài khoản bị hạn chế', state: 'FAILED' },
  },
  noticeOf,
  isTaken: ({ status }) => status === 204,
  backTo: (order) => `${order.returnUrl}${order.returnUrl.includes('?') ? '&' : '?'}${new URLSearchParams(resultOf(order))}`,
  tamper: (call) => ({ ...call, body: call.body.replace(/"amount":\d+/, '"amount":1000') }),
  unsign: (call) => ({ ...call, body: call.body.replace(/,"signature":"\w+"/, '') }),
};

/** The answers that were given, by request id: MoMo remembers a final one for a month and gives it again. */
const given = new WeakMap<SimulatedGateway, Map<string, GatewayAnswer>>();

function serve(gateway: SimulatedGateway, { path, body }: { path: string; body: string }): GatewayAnswer | undefined {
  const message = (/^\/v2\/gateway\/api\/(create|query|refund)$/.exec(path)?.[1] ?? undefined) as Signed | undefined;
  if (message === undefined) return undefined;
  const values = readJson(body);
  if (values === undefined) return answer({}, 20, 'Bad format');
  if (textOf(values['partnerCode']) !== SIMULATOR_PARTNER) return answer(values, 13, 'Merchant authentication failed');
  const expected = sign(message, { ...values, accessKey: SIMULATOR_ACCESS_KEY }, SIMULATOR_SECRET);
  if (!sameHex(values['signature'], expected)) return answer(values, 11, 'Access denied');
  if (message === 'query') return query(gateway, values);
  const before = given.get(gateway) ?? new Map<string, GatewayAnswer>();
  given.set(gateway, before);
  const requestId = `${message} ${textOf(values['requestId'])}`;
  const again = before.get(requestId);
  if (again !== undefined) return again;
  const first = message === 'create' ? create(gateway, values) : refund(gateway, values);
  before.set(requestId, first);
  return first;
}

function create(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const [reference, amount] = [textOf(values['orderId']), Number(textOf(values['amount']))];
  if (!/^[0-9a-zA-Z]([-_.]*[0-9a-zA-Z]+)*$/.test(reference) || textOf(values['requestType']) !== 'captureWallet') {
    return answer(values, 20, 'Bad format');
  }
  if (!Number.isInteger(amount) || amount < LEAST_DONG || amount > MOST_DONG) return answer(values, 22, 'Amount out of range');
  const order = gateway.open({
    merchant: SIMULATOR_PARTNER,
    reference,
    amount,
    text: textOf(values['orderInfo']),
    expiresAt: gateway.now() + LIFE_MS,
    returnUrl: textOf(values['redirectUrl']),
    noticeUrl: textOf(values['ipnUrl']),
    extra: { requestId: textOf(values['requestId']), extraData: textOf(values['extraData']) },
  });
  if (order === undefined) return answer(values, 41, 'Duplicate orderId');
  return answer(values, 0, 'Successful', { payUrl: `${gateway.url}/pay/${encodeURIComponent(reference)}` });
}

function query(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const order = gateway.orders.get(textOf(values['orderId']));
  if (order === undefined) return answer(values, 42, 'orderId not found');
  if (order.state === 'OPEN' && (order.expiresAt ?? Number.POSITIVE_INFINITY) <= gateway.now()) gateway.decide(order, '1005', false);
  const refundTrans = order.refunds.map((refund) => ({
    orderId: refund.reference,
    amount: refund.amount,
    transId: Number(refund.transactionId),
    resultCode: { PENDING: 7002, DONE: 0, REFUSED: 1088 }[gateway.refundState(refund)],
  }));
  const undecided = gateway.isInFlight(order);
  const code = order.state === 'OPEN' ? 1000 : undecided ? Number(order.inFlight?.code ?? UNDER_WAY) : Number(order.code);
  const more = {
    amount: order.amount,
    transId: undecided ? 0 : Number(order.transactionId || 0),
    payType: 'qr',
    refundTrans,
    responseTime: order.paidAt || gateway.now(),
  };
  return answer(values, code, undecided ? 'Transaction is being processed' : (play.outcomes[order.code]?.label ?? 'Initiated'), more);
}

function refund(gateway: SimulatedGateway, values: JsonText): GatewayAnswer {
  const [transId, amount] = [textOf(values['transId']), Number(textOf(values['amount']))];
  const order = [...gateway.orders.values()].find(
    (each) => each.transactionId === transId && each.state === 'PAID' && !gateway.isInFlight(each),
  );
  if (order === undefined) return answer(values, 42, 'transId not found');
  const gone = order.refunds.filter((each) => gateway.refundState(each) !== 'REFUSED').reduce((sum, each) => sum + each.amount, 0);
  if (amount < LEAST_DONG || gone + amount > order.amount) return answer(values, 1081, 'Refund rejected');
  const made = { reference: textOf(values['orderId']), amount, transactionId: gateway.nextId(), at: gateway.now(), outcome: undefined };
  order.refunds.push(made);
  gateway.keep(order);
  const state = gateway.refundState(made);
  return answer(values, { PENDING: 7002, DONE: 0, REFUSED: 1088 }[state], 'Refund', { amount, transId: Number(made.transactionId) });
}

function answer(values: JsonText, resultCode: number, message: string, more: Record<string, unknown> = {}): GatewayAnswer {
  const [partnerCode, orderId, requestId] = ['partnerCode', 'orderId', 'requestId'].map((key) => textOf(values[key]));
  return { status: 200, body: { partnerCode, orderId, requestId, resultCode, message, responseTime: Date.now(), ...more } };
}

/** Starts the simulated MoMo. */
export const startMomoSimulator = startGateway({
  play,
  serve,
  environment: (url) => ({
    MOMO_URL: url,
    MOMO_STATEMENT_URL: `${url}/_statements`,
    MOMO_PARTNER_CODE: SIMULATOR_PARTNER,
    MOMO_ACCESS_KEY: SIMULATOR_ACCESS_KEY,
    MOMO_SECRET_KEY: SIMULATOR_SECRET,
  }),
});

export const rememberPayments = rememberGateway(play, { paid: '0', failed: '1006' });
