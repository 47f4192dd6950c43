import { randomUUID } from 'node:crypto';
import type { ApiFault } from './simulator.modes.ts';
import type { RefundState, SimulatedRefund, SimulatedTransaction } from './simulator.store.ts';
import type { SimulatedVnpay } from './simulator.vnpay.ts';
import { type ApiMessage, answerData, readMessage, requestData } from './wire.api.ts';
import { sign, signed } from './wire.sign.ts';
import { fromWireAmount, fromWireTime, toWireTime } from './wire.values.ts';

/** What the server does with a call: answer `status` with `body`, or break the connection; `waitMs` before either. */
export interface ApiReaction {
  waitMs: number;
  answer: { status: number; body: ApiMessage | string } | undefined;
}

/** One call of querydr or refund, with the fault that befalls it. */
export function callApi(vnpay: SimulatedVnpay, body: string): ApiReaction {
  const message = readMessage(body);
  if (message === undefined) return ok({ vnp_ResponseCode: '03', vnp_Message: 'Invalid data format' });
  const befalls = ({ command, reference }: ApiFault) =>
    (command ?? message['vnp_Command']) === message['vnp_Command'] && (reference ?? message['vnp_TxnRef']) === message['vnp_TxnRef'];
  const [fault] = vnpay.apiFaults.take(befalls);
  switch (fault?.kind) {
    case 'DROP_BEFORE':
      return { waitMs: 0, answer: undefined };
    case 'PAGE':
      return { waitMs: 0, answer: { status: 502, body: '<html><title>502 Bad Gateway</title></html>' } };
    case 'CODE':
      return ok(failure(message, fault.code, 'Unknown error'));
    default:
      return spoiled(carryOut(vnpay, message), fault);
  }
}

/** What a fault makes of a call that was carried out. */
function spoiled(answer: ApiMessage, fault: ApiFault | undefined): ApiReaction {
  const { vnp_SecureHash: hash = '', ...unsigned } = answer;
  switch (fault?.kind) {
    case 'DELAY_AFTER':
      return { waitMs: fault.ms, answer: undefined };
    case 'DROP_AFTER':
      return { waitMs: 0, answer: undefined };
    case 'UNSIGNED':
      return ok(unsigned);
    case 'TAMPERED_SIGNATURE':
      return ok({ ...unsigned, vnp_SecureHash: hash.replace(/.$/, (last) => (last === '0' ? '1' : '0')) });
    default:
      return ok(answer);
  }
}

function ok(body: ApiMessage): ApiReaction {
  return { waitMs: 0, answer: { status: 200, body } };
}

/** querydr and refund: one signed message in, one out; every value a string, errors unsigned. */
function carryOut(vnpay: SimulatedVnpay, message: ApiMessage): ApiMessage {
  const secret = vnpay.merchants.get(message['vnp_TmnCode'] ?? '');
  if (secret === undefined) return failure(message, '02', 'Invalid TmnCode');
  if (!signed(requestData(message), message['vnp_SecureHash'], secret)) return failure(message, '97', 'Invalid Checksum');
  const refund = message['vnp_Command'] === 'refund';
  const requestId = message['vnp_RequestId'] ?? '';
  const wellFormed =
    /^[A-Za-z0-9]{1,32}$/.test(requestId) &&
    ['vnp_CreateDate', 'vnp_TransactionDate'].every((name) => fromWireTime(message[name]) !== undefined) &&
    (refund || message['vnp_Command'] === 'querydr');
  if (!wellFormed) return failure(message, '03', 'Invalid data format');
  if (vnpay.repeats(message['vnp_TmnCode'] ?? '', requestId)) return failure(message, '94', 'Duplicate request', secret);
  const transaction = vnpay.store.find(message['vnp_TmnCode'] ?? '', message['vnp_TxnRef'] ?? '');
  const dated = transaction?.createDate === '' || transaction?.createDate === message['vnp_TransactionDate'];
  if (transaction === undefined || !dated) return failure(message, '91', 'Transaction not found', secret);
  vnpay.expire(transaction);
  const answer = refund
    ? refundOf(vnpay, transaction, message)
    : { code: '00', text: 'QueryDR Success', refund: transaction.refunds.at(-1) };
  if (answer.code !== '00') return failure(message, answer.code, answer.text, secret);
  return seal({ ...base(message, answer.code, answer.text), ...describe(vnpay, transaction, answer.refund) }, message, secret);
}

/** 05, 06 and the outcome, by the time since it was asked for. */
export function refundState({ modes, now }: Pick<SimulatedVnpay, 'modes' | 'now'>, refund: SimulatedRefund): RefundState {
  if (refund.state !== undefined) return refund.state;
  const age = now() - refund.at;
  if (age < modes.refundStepMs) return '05';
  return age < 2 * modes.refundStepMs ? '06' : refund.outcome;
}

interface Answer {
  code: string;
  text: string;
  refund: SimulatedRefund | undefined;
}

function refundOf(vnpay: SimulatedVnpay, transaction: SimulatedTransaction, message: ApiMessage): Answer {
  const refuse = (code: string, text: string): Answer => ({ code, text, refund: undefined });
  if (transaction.responseCode !== '00' || transaction.transactionStatus !== '00')
    return refuse('95', 'Original transaction is not successful');
  const states = transaction.refunds.map((refund) => ({ refund, state: refundState(vnpay, refund) }));
  if (states.some(({ state }) => state === '05' || state === '06')) return refuse('94', 'Refund is being processed');
  const back = states.reduce((sum, { refund, state }) => sum + (state === '00' ? refund.amount : 0), 0);
  const amount = fromWireAmount(message['vnp_Amount'] ?? '');
  const full = message['vnp_TransactionType'] === '02';
  if (!(amount > 0) || (full ? amount !== transaction.amount : message['vnp_TransactionType'] !== '03'))
    return refuse('03', 'Invalid data format');
  if (amount + back > transaction.amount) return refuse('95', 'More than was paid');
  const refund: SimulatedRefund = {
    requestId: message['vnp_RequestId'] ?? '',
    amount,
    full,
    transactionNo: vnpay.store.nextNumber(),
    at: vnpay.now(),
    outcome: vnpay.modes.refundOutcome,
  };
  transaction.refunds.push(refund);
  vnpay.keep(transaction);
  return { code: '00', text: 'SUCCESS', refund };
}

function describe(vnpay: SimulatedVnpay, transaction: SimulatedTransaction, refund: SimulatedRefund | undefined): ApiMessage {
  const shared = { vnp_OrderInfo: transaction.orderInfo, vnp_BankCode: transaction.bankCode };
  if (refund !== undefined) {
    return {
      ...shared,
      vnp_Amount: `${refund.amount}00`,
      vnp_PayDate: toWireTime(new Date(refund.at)),
      vnp_TransactionNo: refund.transactionNo,
      vnp_TransactionType: refund.full ? '02' : '03',
      vnp_TransactionStatus: refundState(vnpay, refund),
    };
  }
  return {
    ...shared,
    vnp_Amount: `${transaction.amount}00`,
    vnp_PayDate: transaction.payDate === 0 ? '' : toWireTime(new Date(transaction.payDate)),
    vnp_TransactionNo: transaction.transactionNo,
    vnp_TransactionType: '01',
    vnp_TransactionStatus: transaction.transactionStatus,
    vnp_CardNumber: '970419xxxxxxxxx2198',
    vnp_CardHolder: 'NGUYEN VAN A',
    vnp_Trace: transaction.transactionNo.slice(-6),
    vnp_FeeAmount: '0',
  };
}

function base(message: ApiMessage, code: string, text: string): ApiMessage {
  return {
    vnp_ResponseId: randomUUID().replaceAll('-', ''),
    vnp_Command: message['vnp_Command'] ?? '',
    vnp_ResponseCode: code,
    vnp_Message: text,
    vnp_TmnCode: message['vnp_TmnCode'] ?? '',
    vnp_TxnRef: message['vnp_TxnRef'] ?? '',
  };
}

/** Signed where the merchant is known and has proved itself. */
function failure(message: ApiMessage, code: string, text: string, secret?: string): ApiMessage {
  const answer = base(message, code, text);
  return secret === undefined ? answer : seal(answer, message, secret);
}

function seal(answer: ApiMessage, request: ApiMessage, secret: string): ApiMessage {
  return { ...answer, vnp_SecureHash: sign(answerData(answer, request['vnp_Version'] ?? ''), secret) };
}
