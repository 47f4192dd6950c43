import type { CheckoutRequest } from '../contract/payment.ts';
import { canonical, sign } from './wire.sign.ts';
import { plainText, toWireAmount, toWireTime } from './wire.values.ts';

/**
 * The address of the pay page for one payment. Throws RangeError for what VNPAY would refuse:
 * a reference with other than letters and digits, an amount or a return address out of bounds.
 */
export function payUrl(payPage: string, request: CheckoutRequest, secret: string): string {
  const { reference, returnUrl } = request;
  if (!/^[A-Za-z0-9]{1,100}$/.test(reference)) throw new RangeError('a VNPAY reference is 1 to 100 letters and digits');
  if (returnUrl.length < 10 || returnUrl.length > 255) throw new RangeError('a VNPAY return address has 10 to 255 characters');
  const query = canonical([
    ['vnp_Version', '2.1.0'],
    ['vnp_Command', 'pay'],
    ['vnp_TmnCode', request.merchant.code],
    ['vnp_Amount', toWireAmount(request.amount)],
    ['vnp_CreateDate', toWireTime(request.createdAt)],
    ['vnp_CurrCode', 'VND'],
    ['vnp_IpAddr', request.payerIp],
    ['vnp_Locale', request.locale === 'vi' ? 'vn' : 'en'],
    ['vnp_OrderInfo', plainText(request.description, reference)],
    ['vnp_OrderType', 'other'],
    ['vnp_ReturnUrl', returnUrl],
    ['vnp_ExpireDate', toWireTime(request.expiresAt)],
    ['vnp_TxnRef', reference],
  ]);
  return `${payPage}?${query}&vnp_SecureHash=${sign(query, secret)}`;
}
