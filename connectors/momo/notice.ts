import { sameHex } from '../contract/hmac.ts';
import { dongOf, type JsonText, readJson, textOf } from '../contract/json-call.ts';
import type { InboundReply, InboundRequest, MerchantAccount, NoticePort, PaymentFact, ReturnPort } from '../contract/payment.ts';
import { shortCode, sign, statusOf } from './wire.ts';

const TAKEN: InboundReply = { status: 204, contentType: 'application/json', body: '' };
const refused = (status: number, message: string): InboundReply => ({
  status,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify({ message }),
});

/** The IPN: 204 within fifteen seconds for what is taken, also a second time. */
export const notice: NoticePort = {
  method: 'POST',
  path: '/payments/momo/ipn',
  merchantOf: (request) => textOf(bodyOf(request)?.['partnerCode']) || undefined,
  read: (request, merchant) => read(bodyOf(request), merchant),
  reply(verdict) {
    if (verdict === 'RECORDED' || verdict === 'ALREADY_FINAL') return TAKEN;
    return refused(verdict === 'FAULT' ? 500 : 400, verdict === 'UNKNOWN_REFERENCE' ? 'orderId not found' : 'not accepted');
  },
  refuse: (reason) => refused(400, reason === 'SIGNATURE' ? 'invalid signature' : 'unreadable'),
};

/** The payer's browser coming back with the same fields: no proof of anything. */
export const returned: ReturnPort = {
  path: '/payments/momo/return',
  merchantOf: (request) => textOf(queryOf(request)['partnerCode']) || undefined,
  read: (request, merchant) => read(queryOf(request), merchant),
};

function bodyOf({ body }: InboundRequest): JsonText | undefined {
  return readJson(body.toString('utf8'));
}

function queryOf({ url }: InboundRequest): JsonText {
  return Object.fromEntries(new URLSearchParams(url.split('?', 2)[1] ?? ''));
}

function read(values: JsonText | undefined, merchant: MerchantAccount): PaymentFact | undefined {
  const { secretKey, accessKey } = merchant.secrets;
  if (values === undefined || !secretKey || !accessKey) return undefined;
  if (!sameHex(values['signature'], sign('notice', { ...values, accessKey }, secretKey))) return undefined;
  if (textOf(values['partnerCode']) !== merchant.code) return undefined;
  const code = textOf(values['resultCode']);
  const amount = dongOf(values['amount']);
  const [transId, at] = [textOf(values['transId']), textOf(values['responseTime'])];
  return {
    reference: textOf(values['orderId']),
    // What can't be read as money is never a success, whatever the code says.
    status: Number.isNaN(amount) ? 'PENDING' : statusOf(code),
    amount,
    ...(/^[1-9]\d*$/.test(transId) && { providerTransactionId: transId }),
    ...(/^\d{13}$/.test(at) && { paidAt: new Date(Number(at)) }),
    code: shortCode(code),
  };
}
