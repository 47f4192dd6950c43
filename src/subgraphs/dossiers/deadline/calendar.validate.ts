import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { Message } from '../../../platform/language.ts';
import { isStorable } from '../dossier.row.ts';
import type { SpecialDayKind } from './book.ts';
import type { OpeningTimes } from './calendar.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const LONGEST_NAME = 200;
const MOST_SESSIONS = 6;
/** Far enough for everything that a hub reckons with, and near enough that a typing error shows. */
const YEARS = { first: '2000-01-01', last: '2099-12-31' };

type Problem = UserErrorValue | undefined;
const invalid = (field: string, text: Message): UserErrorValue => userError('INVALID', text, ['input', field]);

/** Why hours are none; undefined: they are in order and do not overlap. */
function sessionsProblem(field: string, sessions: readonly OpeningTimes[]): Problem {
  const inOrder = sessions.every(({ from, to }, index) => from < to && (index === 0 || (sessions[index - 1]?.to ?? '') <= from));
  if (sessions.length <= MOST_SESSIONS && inOrder && sessions.every(({ from, to }) => TIME.test(from) && TIME.test(to))) return undefined;
  return invalid(field, {
    vi: `${field}: mỗi khoảng giờ cần dạng HH:MM, từ trước đến sau, không chồng nhau.`,
    en: `${field}: give each time as HH:MM, in order and without overlap, at most ${MOST_SESSIONS}.`,
  });
}

/** Why a day can't be meant; undefined: it can. */
export function dateProblem(field: string, date: string): Problem {
  if (date >= YEARS.first && date <= YEARS.last) return undefined;
  return invalid(field, { vi: `${field}: từ năm 2000 đến năm 2099.`, en: `${field}: from 2000 to 2099.` });
}

/** Why a day can't be kept; undefined: it can. */
export function dayProblem(day: { date: string; kind: SpecialDayKind; name: string; sessions: readonly OpeningTimes[] | null }): Problem {
  const name = day.name.trim();
  if (name === '' || name.length > LONGEST_NAME || !isStorable(name)) {
    return invalid('name', { vi: `name: từ 1 đến ${LONGEST_NAME} ký tự.`, en: `name: 1 to ${LONGEST_NAME} characters.` });
  }
  if ((day.kind === 'SHORT_DAY') !== (day.sessions?.length ?? 0) > 0) {
    return invalid('sessions', {
      vi: 'sessions: ngày SHORT_DAY cần giờ làm việc, các ngày khác thì không.',
      en: 'sessions: a SHORT_DAY needs hours, any other day has none.',
    });
  }
  return dateProblem('date', day.date) ?? sessionsProblem('sessions', day.sessions ?? []);
}

/** Why a week can't be kept; undefined: it can. */
export function hoursProblem(hours: {
  validFrom: string;
  week: readonly { weekday: number; sessions: readonly OpeningTimes[] }[];
  cutoff: string;
}): Problem {
  const weekdays = hours.week.map(({ weekday }) => weekday);
  if (weekdays.some((each) => each < 1 || each > 7) || new Set(weekdays).size < weekdays.length) {
    return invalid('week', { vi: 'week: mỗi thứ trong tuần (1 … 7) nhiều nhất một lần.', en: 'week: each weekday (1 … 7) at most once.' });
  }
  // A unit that is never open would have no due date at all.
  if (hours.week.every(({ sessions }) => sessions.length === 0)) {
    return invalid('week', { vi: 'week: cần ít nhất một ngày làm việc.', en: 'week: at least one day must be open.' });
  }
  if (!TIME.test(hours.cutoff)) return invalid('cutoff', { vi: 'cutoff: cần dạng HH:MM.', en: 'cutoff: give it as HH:MM.' });
  return dateProblem('validFrom', hours.validFrom) ?? hours.week.map(({ sessions }) => sessionsProblem('week', sessions)).find(Boolean);
}
