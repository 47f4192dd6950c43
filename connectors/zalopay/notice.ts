import { sameHex } from '../contract/hmac.ts';
import { dongOf, type JsonText, readJson, textOf } from '../contract/json-call.ts';
import type {
  InboundReply,
  InboundRequest,
  MerchantAccount,
  NoticePort,
  NoticeVerdict,
  PaymentFact,
  ReturnPort,
} from '../contract/payment.ts';
import { macOf, referenceOf } from './wire.ts';

/** ZaloPay calls again, at most three times, on 0 alone. */
const REPLIES: Record<NoticeVerdict, [code: number, message: string]> = {
  RECORDED: [1, 'success'],
  ALREADY_FINAL: [2, 'duplicate'],
  WRONG_AMOUNT: [-1, 'wrong amount'],
  // It may only be early.
  UNKNOWN_REFERENCE: [0, 'order not found'],
  FAULT: [0, 'error'],
};

/** The callback: sent for a success alone, signed with key2 over the text of its data as it arrived. */
export const notice: NoticePort = {
  method: 'POST',
  path: '/payments/zalopay/callback',
  merchantOf: (request) => textOf(dataOf(request)?.values['app_id']) || undefined,
  read(request, merchant) {
    const data = dataOf(request);
    const key2 = merchant.secrets['key2'];
    if (data === undefined || !key2 || !sameHex(data.mac, macOf(key2, [data.text]))) return undefined;
    if (textOf(data.values['app_id']) !== merchant.code) return undefined;
    return factOf(data.values);
  },
  reply: (verdict) => answer(...REPLIES[verdict]),
  refuse: (reason) => (reason === 'SIGNATURE' ? answer(-1, 'mac not equal') : answer(-1, 'unreadable')),
};

/** The payer's browser coming back: no proof of anything. */
export const returned: ReturnPort = {
  path: '/payments/zalopay/return',
  merchantOf: (request) => queryOf(request).get('appid') ?? undefined,
  read: readReturn,
};

function answer(returnCode: number, message: string): InboundReply {
  const body = JSON.stringify({ return_code: returnCode, return_message: message });
  return { status: 200, contentType: 'application/json; charset=utf-8', body };
}

function dataOf({ body }: InboundRequest): { text: string; mac: unknown; values: JsonText } | undefined {
  const outer = readJson(body.toString('utf8'));
  // Type 2 tells of an agreement, not of an order.
  if (outer === undefined || textOf(outer['type']) !== '1') return undefined;
  const text = textOf(outer['data']);
  const values = readJson(text);
  return values === undefined ? undefined : { text, mac: outer['mac'], values };
}

function factOf(values: JsonText): PaymentFact {
  const amount = dongOf(values['amount']);
  const [transaction, at] = [textOf(values['zp_trans_id']), textOf(values['server_time'])];
  return {
    reference: referenceOf(textOf(values['app_trans_id'])),
    // What can't be read as money is never a success.
    status: Number.isNaN(amount) ? 'PENDING' : 'SUCCEEDED',
    amount,
    ...(/^[1-9]\d*$/.test(transaction) && { providerTransactionId: transaction }),
    ...(/^\d{13}$/.test(at) && { paidAt: new Date(Number(at)) }),
    code: '1',
  };
}

function queryOf({ url }: InboundRequest): URLSearchParams {
  return new URLSearchParams(url.split('?', 2)[1] ?? '');
}

function readReturn(request: InboundRequest, merchant: MerchantAccount): PaymentFact | undefined {
  const query = queryOf(request);
  const key2 = merchant.secrets['key2'];
  const signed = ['appid', 'apptransid', 'pmcid', 'bankcode', 'amount', 'discountamount', 'status'].map((name) => query.get(name) ?? '');
  if (!key2 || !sameHex(query.get('checksum'), macOf(key2, signed)) || query.get('appid') !== merchant.code) return undefined;
  const status = query.get('status') ?? '';
  return {
    reference: referenceOf(query.get('apptransid') ?? ''),
    status: status === '1' ? 'SUCCEEDED' : 'FAILED',
    amount: dongOf(query.get('amount')),
    code: /^-?\d{1,6}$/.test(status) ? status : '-',
  };
}
