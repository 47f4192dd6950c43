import { comparable } from '../credits/credit.row.ts';
import { type BatchRow, openOf } from './batch.row.ts';

/** How much of a credit is for a batch, whole đồng. */
export interface Share {
  batch: string;
  amount: number;
}

type Candidate = Pick<BatchRow, 'id' | 'batch' | 'merchant_id' | 'merchant_code' | 'last_day' | 'net' | 'credited' | 'written_off'>;

/** A name that is shorter says nothing: it may stand in any text by chance. */
const SHORTEST_NAME = 6;

/**
 * What a credit pays out, by what its text names: batches by their numbers, whatever the amount; or a merchant, where the amount is to the đồng
 * that of one of its open batches, or of the oldest of them together. An amount alone says nothing: undefined, for people to decide.
 */
export function planOf({ amount, content }: { amount: number; content: string }, candidates: readonly Candidate[]): Share[] | undefined {
  const text = comparable(content);
  const named = batchesIn(text, candidates);
  if (named.length > 0) return sharesOf(amount, named);
  const merchants = new Set(candidates.filter((each) => names(text, each.merchant_code)).map((each) => each.merchant_id));
  const [only, another] = merchants;
  if (only === undefined || another !== undefined) return undefined;
  const open = candidates.filter((each) => each.merchant_id === only && openOf(each) !== 0).sort(byDay);
  const together = exactly(amount, open);
  return together === undefined ? undefined : sharesOf(amount, together);
}

function names(text: string, name: string): boolean {
  const wanted = comparable(name);
  return wanted.length >= SHORTEST_NAME && text.includes(wanted);
}

/**
 * Batches whose numbers stand in a text; a number that is a part of another one there does not count. One of digits alone, which may be a day
 * or a telephone's, counts beside its merchant's code.
 */
function batchesIn(text: string, candidates: readonly Candidate[]): Candidate[] {
  const found = candidates.filter((each) => names(text, each.batch) && (/[A-Z]/i.test(each.batch) || names(text, each.merchant_code)));
  const whole = found.map((each) => comparable(each.batch));
  return found.filter((_, at) => !whole.some((other) => other !== whole[at] && other.includes(whole[at] as string))).sort(byDay);
}

function byDay(a: Candidate, b: Candidate): number {
  return a.last_day.localeCompare(b.last_day) || a.batch.localeCompare(b.batch);
}

/** One open batch of that very amount, the oldest first, or the oldest ones that come to it together. */
function exactly(amount: number, open: readonly Candidate[]): Candidate[] | undefined {
  const one = open.find((each) => openOf(each) === amount);
  if (one !== undefined) return [one];
  let sum = 0;
  for (const [at, each] of open.entries()) {
    sum += openOf(each);
    if (sum === amount) return open.slice(0, at + 1);
  }
  return undefined;
}

/** Each batch gets what is open of it where that is the whole amount; else the first ones are filled and the last one takes what is left. */
export function sharesOf(amount: number, batches: readonly Candidate[]): Share[] {
  if (batches.reduce((sum, each) => sum + openOf(each), 0) === amount)
    return batches.map((each) => ({ batch: each.id, amount: openOf(each) })).filter((share) => share.amount !== 0);
  const shares: Share[] = [];
  let left = amount;
  for (const [at, each] of batches.entries()) {
    const share = at === batches.length - 1 ? left : Math.min(left, Math.max(0, openOf(each)));
    if (share > 0) shares.push({ batch: each.id, amount: share });
    left -= share;
  }
  return shares;
}
