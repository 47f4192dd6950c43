import { randomUUID } from 'node:crypto';
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
import type { MomoConfig } from './config.ts';
import { type Signed, shortCode, sign, statusOf } from './wire.ts';

const PATH = '/v2/gateway/api';
/** MoMo has not decided. */
const UNDER_WAY = new Set(['1000', '7000', '7002']);
/** MoMo is at rest. */
const AT_REST = '10';
/** Of a request that changes something: not carried out now, or the same one is being carried out. */
const NOT_NOW = new Set([AT_REST, '7000']);

/** MoMo's API of payments, queries and refunds. */
export class MomoApi {
  readonly #config: MomoConfig;
  readonly #tools: ConnectorTools;

  constructor(config: MomoConfig, tools: ConnectorTools) {
    this.#config = config;
    this.#tools = tools;
  }

  /** Opens an order. Its request id is the reference: asked again, MoMo gives the same answer. */
  async create(request: CheckoutRequest): Promise<Checkout> {
    const { merchant, reference, amount, description, returnUrl, noticeUrl = '', locale } = request;
    const answer = await this.#call('create', merchant, {
      path: 'create',
      values: {
        requestId: reference,
        amount: String(amount),
        orderId: reference,
        orderInfo: description,
        redirectUrl: returnUrl,
        ipnUrl: noticeUrl,
        requestType: 'captureWallet',
        extraData: '',
        lang: locale,
      },
    });
    const [code, payUrl] = [textOf(answer['resultCode']), textOf(answer['payUrl'])];
    if (code !== '0' || payUrl === '') throw refusal(answer, { outcomeUnknown: false });
    return { checkoutUrl: payUrl };
  }

  /** Asks what became of a payment. An order that MoMo does not know is undecided: it may still come. */
  async query({ merchant, reference }: QueryRequest): Promise<PaymentFact> {
    const answer = await this.#call('query', merchant, {
      path: 'query',
      values: { orderId: reference, requestId: randomUUID(), lang: 'vi' },
    });
    const code = textOf(answer['resultCode']);
    // Of a question, 7000 says that the payment is being processed: an answer, not a failure of the call.
    if (code === AT_REST) throw refusal(answer, { outcomeUnknown: false });
    const status = statusOf(code);
    const transId = textOf(answer['transId']);
    const amount = dongOf(answer['amount']);
    return {
      reference,
      status: status === 'SUCCEEDED' && Number.isNaN(amount) ? 'PENDING' : status,
      ...(status === 'SUCCEEDED' && { amount }),
      ...(/^[1-9]\d*$/.test(transId) && { providerTransactionId: transId }),
      ...paidAtOf(answer, status),
      code: shortCode(code),
    };
  }

  /** Asks for a refund under its own order id, so that a repetition is known as one. */
  async refund(request: RefundRequest): Promise<RefundFact> {
    const { merchant, amount, refundReference, providerTransactionId = '', description } = request;
    const answer = await this.#call('refund', merchant, {
      path: 'refund',
      changes: true,
      values: {
        orderId: refundReference,
        requestId: refundReference,
        amount: String(amount),
        transId: providerTransactionId,
        description: description.slice(0, 200),
        lang: 'vi',
      },
    });
    const code = textOf(answer['resultCode']);
    if (NOT_NOW.has(code)) throw refusal(answer, { outcomeUnknown: code === '7000' });
    return factOf(code, textOf(answer['transId']));
  }

  /** What became of a refund: the query of its payment lists its refunds. */
  async queryRefund({ merchant, reference, refundReference }: RefundRequest): Promise<RefundFact> {
    const answer = await this.#call('query', merchant, {
      path: 'query',
      values: { orderId: reference, requestId: randomUUID(), lang: 'vi' },
    });
    const listed = Array.isArray(answer['refundTrans']) ? (answer['refundTrans'] as JsonText[]) : [];
    const found = listed.find((each) => textOf(each['orderId']) === refundReference);
    if (found === undefined) return { status: 'ACCEPTED', code: shortCode(textOf(answer['resultCode'])) };
    return factOf(textOf(found['resultCode']), textOf(found['transId']));
  }

  async #call(
    message: Signed,
    merchant: MerchantAccount,
    { path, values, changes = false }: { path: string; values: Record<string, string>; changes?: boolean },
  ): Promise<JsonText> {
    const { secretKey = '', accessKey = '' } = merchant.secrets;
    const body = { ...values, partnerCode: merchant.code, accessKey };
    // MoMo takes amounts and transactions as numbers; what is signed is their text.
    const numbers = Object.entries(body).map(([key, value]) => [key, key === 'amount' || key === 'transId' ? Number(value) : value]);
    const { fetch } = this.#tools;
    const { url, timeoutMs } = this.#config;
    const answer = await postJson({
      ...{ fetch, timeoutMs, changes, provider: 'MoMo' },
      url: `${url}${PATH}/${path}`,
      body: { ...Object.fromEntries(numbers), signature: sign(message, body, secretKey) },
    });
    if (textOf(answer['resultCode']) === '') {
      const failure = { code: 'MOMO_UNREADABLE', retry: true, outcomeUnknown: changes, unreachable: false };
      throw new UpstreamError('MoMo gave no result code', failure);
    }
    return answer;
  }
}

function factOf(code: string, transId: string): RefundFact {
  const status = code === '0' ? 'DONE' : UNDER_WAY.has(code) || statusOf(code) === 'PENDING' ? 'ACCEPTED' : 'REFUSED';
  return { status, code: shortCode(code), ...(/^[1-9]\d*$/.test(transId) && { providerTransactionId: transId }) };
}

function paidAtOf(answer: JsonText, status: PaymentFact['status']): { paidAt?: Date } {
  const at = textOf(answer['responseTime']);
  return status === 'SUCCEEDED' && /^\d{13}$/.test(at) ? { paidAt: new Date(Number(at)) } : {};
}

function refusal(answer: JsonText, { outcomeUnknown }: { outcomeUnknown: boolean }): UpstreamError {
  const code = shortCode(textOf(answer['resultCode']));
  const failure = { code: `MOMO_${code}`, retry: NOT_NOW.has(code), outcomeUnknown, unreachable: code === '10' };
  return new UpstreamError(textOf(answer['message']) || `MoMo answered ${code}`, failure);
}
