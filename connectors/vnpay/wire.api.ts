/** A message of the API; every value is a string, also where an implementation writes a number. */
export type ApiMessage = Record<string, string>;

const REFUND =
  'RequestId|Version|Command|TmnCode|TransactionType|TxnRef|Amount|TransactionNo|TransactionDate|CreateBy|CreateDate|IpAddr|OrderInfo';
const QUERY = 'RequestId|Version|Command|TmnCode|TxnRef|TransactionDate|CreateDate|IpAddr|OrderInfo';
const QUERY_213 = 'RequestId|Version|Command|TmnCode|TxnRef|TransactionNo|TransactionDate|CreateDate|IpAddr|OrderInfo';
const HEAD = 'ResponseId|Command|ResponseCode|Message|TmnCode|TxnRef';
const TAIL = 'PayDate|TransactionNo|TransactionType|TransactionStatus|OrderInfo';
const REFUND_ANSWER = `${HEAD}|Amount|BankCode|${TAIL}`;
const QUERY_ANSWER = `${REFUND_ANSWER}|PromotionCode|PromotionAmount`;
const QUERY_ANSWER_213 =
  `${HEAD}|Trace|Amount|FeeAmount|CurrCode|BankCode|CardNumber|CardHolder|MobileNumber|${TAIL}` +
  '|PromotionCode|PromotionAmount|CardType|PayType|AccountType|Issuer|ApprovalCode';

/** What is signed of a querydr or refund request: raw values, absent ones as empty segments. */
export function requestData(message: ApiMessage): string {
  if (message['vnp_Command'] === 'refund') return join(REFUND, message);
  return join(message['vnp_Version'] === '2.1.3' ? QUERY_213 : QUERY, message);
}

/** What is signed of an answer to it. `version` is the request's. */
export function answerData(message: ApiMessage, version: string): string {
  if (message['vnp_Command'] === 'refund') return join(REFUND_ANSWER, message);
  return join(version === '2.1.3' ? QUERY_ANSWER_213 : QUERY_ANSWER, message);
}

/** Reads a body as a message; undefined: no JSON object. */
export function readMessage(body: string): ApiMessage | undefined {
  const parsed: unknown = parse(body);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const message: ApiMessage = {};
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value === 'string' || typeof value === 'number') message[name] = String(value);
  }
  return message;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A gateway's error page: the caller reports it by its status.
    return undefined;
  }
}

function join(names: string, message: ApiMessage): string {
  return names
    .split('|')
    .map((name) => message[`vnp_${name}`] ?? '')
    .join('|');
}
