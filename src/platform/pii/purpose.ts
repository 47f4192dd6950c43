import { badUserInput } from '../errors.ts';
import { maskText } from './mask.ts';

const LONGEST = 500;

/** The purpose of a look-up as it is recorded, without what looks like somebody's number. Throws BAD_USER_INPUT where it says nothing, or a book. */
export function checkPurpose(purpose: string): string {
  const stated = maskText(purpose.trim());
  if (stated === '')
    throw badUserInput('purpose', { vi: 'purpose: hãy nêu mục đích tra cứu.', en: 'purpose: say what the look-up is for.' });
  if (stated.length <= LONGEST) return stated;
  throw badUserInput('purpose', { vi: `purpose: tối đa ${LONGEST} ký tự.`, en: `purpose: at most ${LONGEST} characters.` });
}
