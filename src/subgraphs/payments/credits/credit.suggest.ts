import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Message } from '../../../platform/language.ts';
import { Values } from '../payment.access.ts';
import { ownPartOf } from '../payment.reference.ts';
import { PAYMENT_COLUMNS, type PaymentRow } from '../payment.row.ts';
import { payableBy } from './credit.match.ts';
import { type CreditRow, comparable } from './credit.row.ts';
import { CONTENT_PURPOSE } from './credit.store.ts';

/** So many days before a credit a payment may have been asked for; a bank's clock may be behind the hub's. */
const DAYS_BACK = 7;
const MOST = 5;
/** The shortest run of a reference's own letters that says anything; the day before them is that of every payment. */
const SHORTEST_PART = 4;

/** A payment that a credit may be meant for: never more than that. */
export interface Suggested {
  payment: PaymentRow;
  /** 0 … 100. */
  score: number;
  reason: Message;
}

/** Payments that a credit may be meant for, the likeliest first: by what is left of their reference, by amount and by time. */
export async function suggestionsFor({ hub }: HubContext, credit: CreditRow): Promise<Suggested[]> {
  if (credit.state !== 'UNIDENTIFIED') return [];
  const content = comparable(hub.cipher.open(CONTENT_PURPOSE, credit.content_sealed));
  const values = new Values();
  const [named, at, amount] = [values.add(credit.own_reference), values.add(credit.booked_at), values.add(credit.amount)];
  const rows = await hub.db.query<PaymentRow>(
    `SELECT ${PAYMENT_COLUMNS} FROM payments.payment p WHERE ${payableBy(hub, credit, values)} AND NOT p.external
       AND (p.reference = ${named} OR (p.created_at BETWEEN ${at}::timestamptz - interval '${DAYS_BACK} days' AND ${at}::timestamptz + interval '1 hour' AND p.status IN ('PENDING', 'EXPIRED')))
     ORDER BY (p.reference = ${named}) DESC NULLS LAST, (p.amount = ${amount}) DESC, p.created_at DESC LIMIT 200`,
    values.list,
  );
  return rows
    .flatMap((payment) => judged(payment, { credit, content }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
}

function judged(payment: PaymentRow, { credit, content }: { credit: CreditRow; content: string }): Suggested[] {
  const own = ownPartOf(payment.reference);
  const part = longestCommon(own, content);
  const [named, equal] = [part >= SHORTEST_PART, payment.amount === credit.amount];
  if (!named && !equal) return [];
  if (payment.status !== 'PENDING' && payment.status !== 'EXPIRED') return [{ payment, score: 90, reason: PAID_ALREADY }];
  if (part === own.length) return [{ payment, score: 95, reason: equal ? NAMED_ELSEWHERE : OTHER_AMOUNT }];
  const score = Math.round((part / own.length) * 70) + (equal ? 20 : 0);
  return [{ payment, score, reason: named ? (equal ? CUT_AND_EQUAL : CUT) : EQUAL_ALONE }];
}

const PAID_ALREADY: Message = {
  vi: 'Nội dung nêu khoản này nhưng khoản đã được nộp: hoàn lại cho người chuyển.',
  en: 'The text names this payment, which is paid already: give the money back.',
};
const OTHER_AMOUNT: Message = {
  vi: 'Nội dung nêu đúng khoản này nhưng số tiền khác: hoàn lại, hoặc đề nghị nộp đủ.',
  en: 'The text names this payment, the amount is another: give it back, or ask for what is due.',
};
const NAMED_ELSEWHERE: Message = {
  vi: 'Nội dung nêu đúng khoản này, số tiền khớp, nhưng tiền vào tài khoản không thu hộ.',
  en: 'The text names this payment and the amount is right; the account collects for no merchant.',
};
const CUT_AND_EQUAL: Message = {
  vi: 'Số tiền khớp và nội dung còn một phần mã tham chiếu.',
  en: 'The amount is right and a part of the reference is left in the text.',
};
const CUT: Message = {
  vi: 'Nội dung còn một phần mã tham chiếu, số tiền khác.',
  en: 'A part of the reference is left in the text; the amount is another.',
};
const EQUAL_ALONE: Message = { vi: 'Chỉ có số tiền khớp.', en: 'The amount is right, nothing else.' };

/** The length of the longest run that two texts share. */
export function longestCommon(one: string, other: string): number {
  let longest = 0;
  for (let from = 0; from < one.length; from += 1) {
    while (from + longest < one.length && other.includes(one.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}
