import type {
  InboundReply,
  InboundRequest,
  MerchantAccount,
  NoticePort,
  NoticeVerdict,
  PaymentFact,
  ReturnPort,
} from '../contract/payment.ts';
import { isHeld, noticeStatus } from './wire.codes.ts';
import { querySigned, type ReceivedQuery, receivedQuery } from './wire.sign.ts';
import { fromWireAmount, fromWireTime } from './wire.values.ts';

/** VNPAY repeats its notice on all but 00 and 02: up to ten calls, five minutes apart. */
const REPLIES: Record<NoticeVerdict, [code: string, message: string]> = {
  UNKNOWN_REFERENCE: ['01', 'Order not found'],
  WRONG_AMOUNT: ['04', 'Invalid amount'],
  ALREADY_FINAL: ['02', 'Order already confirmed'],
  RECORDED: ['00', 'Confirm Success'],
  FAULT: ['99', 'Unknown error'],
};

/** The IPN, by GET. A failed payment that is recorded is answered 00 as well. */
export const notice: NoticePort = {
  method: 'GET',
  path: '/payments/vnpay/ipn',
  merchantOf,
  read,
  reply: (verdict) => answer(...REPLIES[verdict]),
  refuse: (reason) => (reason === 'SIGNATURE' ? answer('97', 'Invalid signature') : answer('99', 'Input data required')),
};

/** The payer's browser coming back: the same parameters and signature, and no proof of anything. */
export const returned: ReturnPort = { path: '/payments/vnpay/return', merchantOf, read };

function answer(code: string, message: string): InboundReply {
  // VNPAY reads the code out of a body that comes with 200, whatever it says.
  return { status: 200, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ RspCode: code, Message: message }) };
}

function merchantOf(request: InboundRequest): string | undefined {
  return queryOf(request)?.values.get('vnp_TmnCode') || undefined;
}

function read(request: InboundRequest, merchant: MerchantAccount): PaymentFact | undefined {
  const query = queryOf(request);
  const secret = merchant.secrets['hashSecret'];
  if (query === undefined || secret === undefined || secret === '' || !querySigned(query, secret)) return undefined;
  return query.values.get('vnp_TmnCode') === merchant.code ? factOf(query.values) : undefined;
}

function queryOf(request: InboundRequest): ReceivedQuery | undefined {
  const mark = request.url.indexOf('?');
  return mark < 0 ? undefined : receivedQuery(request.url.slice(mark + 1).split('#', 1)[0] ?? '');
}

function factOf(values: Map<string, string>): PaymentFact {
  const responseCode = values.get('vnp_ResponseCode');
  const transactionStatus = values.get('vnp_TransactionStatus');
  const amount = fromWireAmount(values.get('vnp_Amount') ?? '');
  const providerTransactionId = values.get('vnp_TransactionNo');
  const bankCode = values.get('vnp_BankCode');
  const paidAt = fromWireTime(values.get('vnp_PayDate'));
  // What can't be read as money is never a success, whatever the codes say.
  const status = Number.isNaN(amount) ? 'PENDING' : noticeStatus(responseCode, transactionStatus);
  return {
    reference: values.get('vnp_TxnRef') ?? '',
    status,
    ...(status === 'PENDING' && isHeld(responseCode, transactionStatus) ? { held: true } : {}),
    amount,
    // VNPAY writes 0 for what never became a transaction.
    ...(providerTransactionId && providerTransactionId !== '0' ? { providerTransactionId } : {}),
    ...(paidAt ? { paidAt } : {}),
    ...(bankCode ? { bankCode } : {}),
    code: `${shortCode(responseCode)}/${shortCode(transactionStatus)}`,
  };
}

/** Codes have two characters; anything else is not let into a record. */
function shortCode(code: string | undefined): string {
  return /^[0-9A-Za-z]{1,4}$/.test(code ?? '') ? (code as string) : '-';
}
