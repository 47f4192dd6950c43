import { hmacHex } from '../contract/hmac.ts';
import { type JsonText, textOf } from '../contract/json-call.ts';
import type { PaymentFact } from '../contract/payment.ts';

/** What is signed of each message, keys from a to z. Source: MoMo's developer pages; `createAnswer` is recalled and therefore not enforced. */
const SIGNED = {
  create: ['accessKey', 'amount', 'extraData', 'ipnUrl', 'orderId', 'orderInfo', 'partnerCode', 'redirectUrl', 'requestId', 'requestType'],
  notice: [
    ...['accessKey', 'amount', 'extraData', 'message', 'orderId', 'orderInfo', 'orderType', 'partnerCode', 'payType', 'requestId'],
    ...['responseTime', 'resultCode', 'transId'],
  ],
  query: ['accessKey', 'orderId', 'partnerCode', 'requestId'],
  refund: ['accessKey', 'amount', 'description', 'orderId', 'partnerCode', 'requestId', 'transId'],
} as const;

export type Signed = keyof typeof SIGNED;

/** The text that is signed: `k=v&k=v`, raw values, empty ones kept. */
export function signedText(message: Signed, values: JsonText): string {
  return SIGNED[message].map((key) => `${key}=${textOf(values[key])}`).join('&');
}

/** A message's signature, HMAC-SHA256 in hex. */
export function sign(message: Signed, values: JsonText, secretKey: string): string {
  return hmacHex(secretKey, signedText(message, values));
}

/** Codes that are final and no success. Source: MoMo's table of result codes. */
const FAILED = new Set([
  ...['98', '99', '1001', '1002', '1003', '1004', '1005', '1006', '1007', '1017', '1026', '1080', '1081', '1088'],
  ...['2019', '4001', '4002', '4100'],
]);

/** 0 paid; 9000 authorised, which of a one-step payment is a success. What is unknown is undecided. */
export function statusOf(resultCode: string): PaymentFact['status'] {
  if (resultCode === '0' || resultCode === '9000') return 'SUCCEEDED';
  return FAILED.has(resultCode) ? 'FAILED' : 'PENDING';
}

/** A result code as it may stand in a record. */
export function shortCode(resultCode: string): string {
  return /^\d{1,5}$/.test(resultCode) ? resultCode : '-';
}

/** MoMo's bounds of one payment, whole đồng. */
export const LEAST_DONG = 1_000;
export const MOST_DONG = 50_000_000;
