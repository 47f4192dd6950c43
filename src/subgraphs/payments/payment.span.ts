import { badUserInput } from '../../platform/errors.ts';
import { addDays } from '../../platform/time.ts';

/** The longest span of one report or list. */
const LONGEST_DAYS = 92;

/** Throws BAD_USER_INPUT for a span of days that is turned round or too long. */
export function checkSpan(from: string, to: string): void {
  if (from <= to && to <= addDays(from, LONGEST_DAYS)) return;
  const text = {
    vi: `to phải không sớm hơn from và cách nhiều nhất ${LONGEST_DAYS} ngày.`,
    en: `to must not be before from, nor more than ${LONGEST_DAYS} days after.`,
  };
  throw badUserInput('to', text);
}
