import { UpstreamError } from '../contract/errors.ts';
import { dongOf, type JsonText, postJson, textOf } from '../contract/json-call.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import type {
  Checkout,
  CheckoutRequest,
  MerchantAccount,
  PaymentFact,
  QueryRequest,
  RefundFact,
  RefundRequest,
} from '../contract/payment.ts';
import type { ZalopayConfig } from './config.ts';
import { macOf, refundIdOf, shortCode, transactionIdOf } from './wire.ts';

/** ZaloPay's bounds of an order's life, seconds. */
const [SHORTEST_S, LONGEST_S] = [300, 2_592_000];
/** Who pays is nobody's business at ZaloPay: the same for all. */
const APP_USER = 'hub';

/** ZaloPay's API of orders, queries and refunds. */
export class ZalopayApi {
  readonly #config: ZalopayConfig;
  readonly #tools: ConnectorTools;

  constructor(config: ZalopayConfig, tools: ConnectorTools) {
    this.#config = config;
    this.#tools = tools;
  }

  /** Opens an order. */
  async create(request: CheckoutRequest): Promise<Checkout> {
    const { merchant, reference, amount, description, createdAt, expiresAt, returnUrl, noticeUrl } = request;
    const life = Math.round((expiresAt.getTime() - createdAt.getTime()) / 1_000);
    const id = transactionIdOf(reference, createdAt);
    const [time, embedded, items] = [createdAt.getTime(), JSON.stringify({ redirecturl: returnUrl }), '[]'];
    const mac = macOf(key1Of(merchant), [merchant.code, id, APP_USER, amount, time, embedded, items]);
    const answer = await this.#call('create', false, {
      app_id: Number(merchant.code),
      app_user: APP_USER,
      app_trans_id: id,
      app_time: time,
      expire_duration_seconds: Math.min(LONGEST_S, Math.max(SHORTEST_S, life)),
      amount,
      description: description.slice(0, 256),
      embed_data: embedded,
      item: items,
      bank_code: '',
      ...(noticeUrl !== undefined && { callback_url: noticeUrl }),
      mac,
    });
    const [code, orderUrl] = [textOf(answer['return_code']), textOf(answer['order_url'])];
    if (code !== '1' || orderUrl === '') throw refusal(answer);
    return { checkoutUrl: orderUrl };
  }

  /** Asks what became of an order. */
  async query({ merchant, reference, createdAt }: QueryRequest): Promise<PaymentFact> {
    const id = transactionIdOf(reference, createdAt);
    const key1 = key1Of(merchant);
    const body = { app_id: Number(merchant.code), app_trans_id: id, mac: macOf(key1, [merchant.code, id, key1]) };
    const answer = await this.#call('query', false, body);
    const code = textOf(answer['return_code']);
    const amount = dongOf(answer['amount']);
    const paid = code === '1' && !Number.isNaN(amount);
    const transaction = textOf(answer['zp_trans_id']);
    const at = textOf(answer['server_time']);
    return {
      reference,
      status: paid ? 'SUCCEEDED' : code === '2' && textOf(answer['is_processing']) !== 'true' ? 'FAILED' : 'PENDING',
      ...(paid && { amount }),
      ...(/^[1-9]\d*$/.test(transaction) && { providerTransactionId: transaction }),
      ...(paid && /^\d{13}$/.test(at) && { paidAt: new Date(Number(at)) }),
      code: shortCode(code, textOf(answer['sub_return_code'])),
    };
  }

  /** Asks for a refund, which ZaloPay carries out later. */
  async refund(request: RefundRequest): Promise<RefundFact> {
    const { merchant, amount, refundReference, providerTransactionId = '', description } = request;
    const text = description.slice(0, 100);
    const timestamp = this.#tools.now().getTime();
    const answer = await this.#call('refund', true, {
      app_id: Number(merchant.code),
      m_refund_id: refundIdOf(refundReference, merchant.code),
      zp_trans_id: providerTransactionId,
      amount,
      timestamp,
      description: text,
      mac: macOf(key1Of(merchant), [merchant.code, providerTransactionId, amount, text, timestamp]),
    });
    return factOf(answer);
  }

  /** What became of a refund. */
  async queryRefund({ merchant, refundReference }: RefundRequest): Promise<RefundFact> {
    const id = refundIdOf(refundReference, merchant.code);
    const timestamp = this.#tools.now().getTime();
    const mac = macOf(key1Of(merchant), [merchant.code, id, timestamp]);
    return factOf(await this.#call('query_refund', false, { app_id: Number(merchant.code), m_refund_id: id, timestamp, mac }));
  }

  async #call(path: string, changes: boolean, body: Record<string, unknown>): Promise<JsonText> {
    const { url, timeoutMs } = this.#config;
    const { fetch } = this.#tools;
    const answer = await postJson({ fetch, timeoutMs, changes, body, provider: 'ZaloPay', url: `${url}/${path}` });
    if (textOf(answer['return_code']) !== '') return answer;
    const failure = { code: 'ZALOPAY_UNREADABLE', retry: true, outcomeUnknown: changes, unreachable: false };
    throw new UpstreamError('ZaloPay gave no return code', failure);
  }
}

function key1Of({ secrets }: MerchantAccount): string {
  const key = secrets['key1'];
  if (!key) throw new Error('the merchant has no key1');
  return key;
}

/** 1 done, 2 refused, 3 and whatever else under way. */
function factOf(answer: JsonText): RefundFact {
  const code = textOf(answer['return_code']);
  const id = textOf(answer['refund_id']);
  const status = code === '1' ? 'DONE' : code === '2' ? 'REFUSED' : 'ACCEPTED';
  return { status, code: shortCode(code, textOf(answer['sub_return_code'])), ...(/^[1-9]\d*$/.test(id) && { providerTransactionId: id }) };
}

function refusal(answer: JsonText): UpstreamError {
  const code = shortCode(textOf(answer['return_code']), textOf(answer['sub_return_code']));
  const failure = { code: `ZALOPAY_${code}`, retry: false, outcomeUnknown: false, unreachable: false };
  return new UpstreamError(textOf(answer['return_message']) || `ZaloPay answered ${code}`, failure);
}
