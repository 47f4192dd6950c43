import type { PaymentFact, RefundFact } from '../contract/payment.ts';

/**
 * What a vnp_TransactionStatus says of a payment. Success and failure are the explicit ones alone:
 * 00 paid; 02 error and 04 reversed (debited at the bank, not successful at VNPAY): not paid.
 * 07 (suspected fraud) is a hold that the merchant decides, 01 is not finished, 05, 06 and 09 speak
 * of a refund; these and every unknown one stay PENDING.
 */
export function paymentStatus(transactionStatus: string | undefined): PaymentFact['status'] {
  if (transactionStatus === '00') return 'SUCCEEDED';
  return transactionStatus === '02' || transactionStatus === '04' ? 'FAILED' : 'PENDING';
}

/**
 * The same for a notice or a return, where vnp_ResponseCode must not contradict it: paid is 00 and
 * 00. A code of success or hold beside a failed status, or the other way round, is for a query to settle.
 */
export function noticeStatus(responseCode: string | undefined, transactionStatus: string | undefined): PaymentFact['status'] {
  const status = paymentStatus(transactionStatus);
  if (status === 'SUCCEEDED') return responseCode === '00' ? 'SUCCEEDED' : 'PENDING';
  if (transactionStatus === '02' && (responseCode === undefined || responseCode === '00' || responseCode === '07')) return 'PENDING';
  return status;
}

/** Whether money was taken and waits for somebody's decision: 07, suspected fraud. */
export function isHeld(...codes: (string | undefined)[]): boolean {
  return codes.includes('07');
}

/** What a refund's vnp_TransactionStatus says: 00 done, 09 refused; 05, 06 and every unknown one are under way. */
export function refundStatus(transactionStatus: string | undefined): RefundFact['status'] {
  if (transactionStatus === '00') return 'DONE';
  return transactionStatus === '09' ? 'REFUSED' : 'ACCEPTED';
}
