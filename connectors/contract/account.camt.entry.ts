import { type AccountEntry, contentOf, startOfDay } from './account.entry.ts';

/** An amount as it stands in the document. */
export interface CamtAmount {
  text: string;
  currency: string;
}

/** One transaction of an entry; a bank may book several as one. */
export interface CamtDetails {
  amount: CamtAmount | undefined;
  /** CRDT or DBIT, where it is told. */
  direction: string | undefined;
  references: string[];
  endToEnd: string | undefined;
  texts: string[];
}

/** An entry as it stands in the document. */
export interface CamtEntry {
  number: number;
  reference: string | undefined;
  bankReference: string | undefined;
  amount: CamtAmount | undefined;
  direction: string | undefined;
  isReversal: boolean;
  status: string | undefined;
  booked: string | undefined;
  texts: string[];
  details: CamtDetails[];
}

export type Fail = (field: string, reason: { vi: string; en: string }) => never;
/** Reads an amount, in whole đồng. */
export type Amounts = (amount: CamtAmount | undefined, field: string) => number;

export function newEntry(number: number): CamtEntry {
  return {
    ...{ number, reference: undefined, bankReference: undefined, amount: undefined, direction: undefined, isReversal: false },
    ...{ status: undefined, booked: undefined, texts: [], details: [] },
  };
}

/** A day or a moment, as a day of Việt Nam and an instant. */
export function momentOf(text: string): { day: string; at: Date } | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  const start = date === undefined ? undefined : startOfDay(date);
  if (date !== undefined) return start === undefined ? undefined : { day: date, at: start };
  if (startOfDay(text.slice(0, 10)) === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)) return undefined;
  // Without an offset it is the bank's own time, which is that of Việt Nam.
  const at = new Date(/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+07:00`);
  if (Number.isNaN(at.getTime())) return undefined;
  return { day: new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10), at };
}

/**
 * The movements of an entry: itself, or its transactions one by one where the bank booked several together and tells the amount of each, which
 * must then come to the entry's.
 */
export function movementsOf(entry: CamtEntry, { amounts, fail }: { amounts: Amounts; fail: Fail }): AccountEntry[] {
  const { direction, isReversal, details } = entry;
  if (direction !== 'CRDT' && direction !== 'DBIT') fail('CdtDbtInd', { vi: 'phải là CRDT hoặc DBIT', en: 'must be CRDT or DBIT' });
  const moment = entry.booked === undefined ? undefined : momentOf(entry.booked);
  if (moment === undefined) return fail('BookgDt', { vi: 'thiếu hoặc không phải ngày', en: 'is missing, or is no date' });
  const whole = amounts(entry.amount, 'Amt');
  const common = { line: entry.number, kind: direction === 'CRDT' ? 'CREDIT' : 'DEBIT', isReversal, at: moment.at } as const;
  const parts = partsOf(entry, { whole, amounts, fail });
  return parts.map(({ amount, reference, details: own }) => {
    if (reference === '' && direction === 'CRDT')
      fail('AcctSvcrRef', { vi: 'thiếu số giao dịch của ngân hàng (hoặc NtryRef)', en: "the bank's number is missing (or NtryRef)" });
    const texts = own.flatMap((each) => each.texts);
    return {
      ...common,
      reference,
      reverses: isReversal ? reversedBy(entry, own) : [],
      amount,
      content: contentOf([...texts, ...(parts.length === 1 || texts.length === 0 ? entry.texts : [])]),
    };
  });

  function reversedBy({ bankReference }: CamtEntry, own: readonly CamtDetails[]): string[] {
    const named = [bankReference, ...own.flatMap((each) => [...each.references, each.endToEnd])];
    return [...new Set(named.filter((each) => each !== undefined && each !== ''))] as string[];
  }

  function partsOf(
    { bankReference, reference }: CamtEntry,
    with_: { whole: number; amounts: Amounts; fail: Fail },
  ): { amount: number; reference: string; details: CamtDetails[] }[] {
    // An entry's own number is one of its statement alone: with its day it stays the only one of the account.
    const numbered = reference === undefined ? '' : `${moment?.day}/${reference}`;
    const own = bankReference ?? (details.length === 1 ? details[0]?.references[0] : undefined) ?? numbered;
    const told = details.filter((each) => each.amount !== undefined);
    // What a bank has set off against each other is one movement, of what was left.
    const isNet = details.some((each) => each.direction !== undefined && each.direction !== direction);
    if (details.length < 2 || told.length === 0 || isNet) return [{ amount: with_.whole, reference: own, details }];
    const split = details.map((each) => ({ amount: with_.amounts(each.amount, 'TxDtls/Amt'), details: [each] }));
    const sum = split.reduce((total, each) => total + each.amount, 0);
    if (sum !== with_.whole)
      with_.fail('TxDtls/Amt', {
        vi: `các giao dịch cộng lại ${sum}, bút toán là ${with_.whole}`,
        en: `the transactions come to ${sum}, the entry is ${with_.whole}`,
      });
    const numbers = details.map((each) => each.references[0]);
    // Banks repeat the entry's own number in each of its transactions, or leave it out.
    const distinct = numbers.every((each) => each !== undefined) && new Set(numbers).size === numbers.length;
    if (!distinct && own === '') with_.fail('AcctSvcrRef', { vi: 'thiếu số giao dịch của ngân hàng', en: "the bank's number is missing" });
    return split.map((each, at) => ({ ...each, reference: distinct ? (numbers[at] as string) : `${own}/${at + 1}` }));
  }
}
