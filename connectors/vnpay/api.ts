import { createHash, randomUUID } from 'node:crypto';
import { UpstreamError } from '../contract/errors.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import { maskUpstream } from '../contract/masking.ts';
import type { MerchantAccount, PaymentFact, QueryRequest, RefundFact, RefundRequest } from '../contract/payment.ts';
import type { VnpayConfig } from './config.ts';
import { type ApiMessage, answerData, readMessage, requestData } from './wire.api.ts';
import { isHeld, paymentStatus, refundStatus } from './wire.codes.ts';
import { sign, signed } from './wire.sign.ts';
import { fromWireAmount, fromWireTime, plainText, toWireAmount, toWireTime } from './wire.values.ts';

/** VNPAY's API of queries and refunds. */
export class VnpayApi {
  readonly #config: VnpayConfig;
  readonly #tools: Pick<ConnectorTools, 'now' | 'fetch'>;

  constructor(config: VnpayConfig, tools: Pick<ConnectorTools, 'now' | 'fetch'>) {
    this.#config = config;
    this.#tools = tools;
  }

  /** The state of one payment. One that VNPAY does not know is PENDING: its payer may still open the pay page. */
  async query(request: QueryRequest): Promise<PaymentFact> {
    const answer = await this.#ask(request);
    const { reference } = request;
    const code = codeOf(answer);
    if (answer['vnp_ResponseCode'] === '91') return { reference, status: 'PENDING', code };
    const amount = fromWireAmount(answer['vnp_Amount'] ?? '');
    const paidAt = fromWireTime(answer['vnp_PayDate']);
    const bankCode = answer['vnp_BankCode'];
    // 02 and 03 describe a refund of the payment, not the payment.
    const aboutPayment = ['01', '', undefined].includes(answer['vnp_TransactionType']);
    return {
      reference,
      status: aboutPayment && !Number.isNaN(amount) ? paymentStatus(answer['vnp_TransactionStatus']) : 'PENDING',
      ...(aboutPayment && isHeld(answer['vnp_TransactionStatus']) ? { held: true } : {}),
      ...(aboutPayment ? { amount, ...transactionOf(answer) } : {}),
      ...(paidAt && aboutPayment ? { paidAt } : {}),
      ...(bankCode ? { bankCode } : {}),
      code,
    };
  }

  /** Asks for a refund. The request id follows from the refund's reference, so that a repetition is known as one. */
  async refund(request: RefundRequest): Promise<RefundFact> {
    const answer = await this.#call(request.merchant, {
      ...this.#head(request, { command: 'refund', requestId: requestIdOf(request.refundReference), version: '2.1.0' }),
      vnp_TransactionType: request.amount === request.paidAmount ? '02' : '03',
      vnp_Amount: toWireAmount(request.amount),
      // The same literal in body and signature where the number is not known.
      vnp_TransactionNo: request.providerTransactionId ?? '0',
      vnp_CreateBy: plainText(request.requestedBy, 'hub').replace(/[^A-Za-z0-9._-]/g, ''),
    });
    const code = codeOf(answer);
    switch (answer['vnp_ResponseCode']) {
      case '00':
        return { status: refundStatus(answer['vnp_TransactionStatus']), code, ...transactionOf(answer) };
      case '94':
        return { status: 'ACCEPTED', code };
      default:
        return { status: 'REFUSED', code };
    }
  }

  /** What became of a refund: querydr of the payment describes its refund once there is one. */
  async queryRefund(request: RefundRequest): Promise<RefundFact> {
    const answer = await this.#ask(request);
    const refunded =
      ['02', '03'].includes(answer['vnp_TransactionType'] ?? '') && fromWireAmount(answer['vnp_Amount'] ?? '') === request.amount;
    if (!refunded) return { status: 'ACCEPTED', code: codeOf(answer) };
    return { status: refundStatus(answer['vnp_TransactionStatus']), code: codeOf(answer), ...transactionOf(answer) };
  }

  #ask(request: QueryRequest): Promise<ApiMessage> {
    const version = this.#config.apiVersion;
    return this.#call(request.merchant, {
      ...this.#head(request, { command: 'querydr', requestId: randomUUID().replaceAll('-', ''), version }),
      ...(version === '2.1.3' || request.providerTransactionId ? { vnp_TransactionNo: request.providerTransactionId ?? '0' } : {}),
    });
  }

  #head(request: QueryRequest, { command, requestId, version }: { command: string; requestId: string; version: string }): ApiMessage {
    return {
      vnp_RequestId: requestId,
      vnp_Version: version,
      vnp_Command: command,
      vnp_TmnCode: request.merchant.code,
      vnp_TxnRef: request.reference,
      vnp_OrderInfo: plainText(request.description, request.reference),
      vnp_TransactionDate: toWireTime(request.createdAt),
      vnp_CreateDate: toWireTime(this.#tools.now()),
      vnp_IpAddr: this.#config.serverIp,
    };
  }

  /** One signed call. The answer is verified, about what was asked, and one of the codes that say something. */
  async #call(merchant: MerchantAccount, message: ApiMessage): Promise<ApiMessage> {
    const secret = merchant.secrets['hashSecret'] ?? '';
    const refund = message['vnp_Command'] === 'refund';
    const answer = await this.#post({ ...message, vnp_SecureHash: sign(requestData(message), secret) }, refund);
    const code = answer['vnp_ResponseCode'] ?? '';
    const answered = answer['vnp_SecureHash'];
    const authentic = signed(answerData(answer, message['vnp_Version'] ?? ''), answered, secret);
    // Errors come unsigned (seen); they inform of nothing final, so that nothing is lost by reading them. A wrong signature never is.
    if (!authentic && (code === '00' || (answered ?? '') !== ''))
      throw failure('the answer is not signed by VNPAY', { code: 'VNPAY_SIGNATURE', refund });
    const same = ['vnp_TmnCode', 'vnp_TxnRef', 'vnp_Command'].every((name) => answer[name] === message[name]);
    if (authentic && !same) throw failure('the answer is about another transaction', { code: 'VNPAY_MISMATCH', refund });
    if (code === '00' || code === '91' || (refund && (code === '94' || code === '95'))) {
      // Whether money moves must not hang on an unsigned word.
      if (refund && !authentic) throw failure(`VNPAY answered ${code}, unsigned`, { code: `VNPAY_${code}`, refund });
      return answer;
    }
    const known = /^[0-9A-Za-z]{1,4}$/.test(code) ? code : 'UNKNOWN';
    throw new UpstreamError(maskUpstream(`VNPAY answered ${known}: ${answer['vnp_Message'] ?? ''}`), {
      code: `VNPAY_${known}`,
      retry: !['02', '03', '97'].includes(code),
      outcomeUnknown: refund && !['02', '03', '97'].includes(code),
      unreachable: false,
    });
  }

  async #post(body: ApiMessage, refund: boolean): Promise<ApiMessage> {
    let response: Response;
    let text: string;
    try {
      response = await this.#tools.fetch(this.#config.apiUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(this.#config.timeoutMs),
        redirect: 'error',
      });
      text = await response.text();
    } catch (cause) {
      const timeout = cause instanceof Error && cause.name === 'TimeoutError';
      const reason = { code: timeout ? 'TIMEOUT' : 'UNREACHABLE', retry: true, outcomeUnknown: refund, unreachable: true };
      throw new UpstreamError(timeout ? 'VNPAY did not answer in time' : 'VNPAY could not be reached', reason, { cause });
    }
    const answer = readMessage(text);
    if (response.ok && answer !== undefined) return answer;
    const code = response.ok ? 'VNPAY_UNREADABLE' : `HTTP_${response.status}`;
    throw new UpstreamError(`VNPAY answered HTTP ${response.status} without a usable body`, {
      code,
      retry: true,
      outcomeUnknown: refund,
      unreachable: response.status >= 500,
    });
  }
}

function failure(message: string, { code, refund }: { code: string; refund: boolean }): UpstreamError {
  return new UpstreamError(message, { code, retry: true, outcomeUnknown: refund, unreachable: false });
}

function transactionOf(answer: ApiMessage): { providerTransactionId?: string } {
  const number = answer['vnp_TransactionNo'];
  return number && number !== '0' ? { providerTransactionId: number } : {};
}

function codeOf(answer: ApiMessage): string {
  const parts = [answer['vnp_ResponseCode'], answer['vnp_TransactionStatus']];
  return parts.map((part) => (/^[0-9A-Za-z]{1,4}$/.test(part ?? '') ? part : '-')).join('/');
}

/** At most 32 letters and digits. */
function requestIdOf(refundReference: string): string {
  if (/^[A-Za-z0-9]{1,32}$/.test(refundReference)) return refundReference;
  return createHash('sha256').update(refundReference).digest('hex').slice(0, 32);
}
