import type { Language, Message } from '../../../platform/language.ts';
import type { DossierFacts, SomeDossiers, UnbalancedFacts, WarningFacts, WarningsFacts } from '../../../platform/outbox/day-list.ts';
import { toLocalIso } from '../../../platform/time.ts';
import { adviceOn } from '../problem.advice.ts';
import type { DayListRole } from './day.type.ts';
import type { Stuck } from './stuck.read.ts';

/** What one recipient is told of a day; a part that is not theirs is absent. No personal data. */
export interface DayContent {
  unit: string;
  unitName: string;
  /** YYYY-MM-DD. */
  day: string;
  role: DayListRole;
  /** Left out: Vietnamese. */
  language?: Language;
  dossiers?: DossierFacts;
  stuck?: StuckContent;
  unbalanced?: UnbalancedFacts[];
}

export interface StuckContent {
  causes: { errorCode: string; count: number; message: string; advice: string }[];
  parked: number;
  waiting: number;
  /** RFC 3339; null: nothing waits. */
  oldestWaitingAt: string | null;
}

/** What is stuck, in words that need nothing else to be understood. */
export function stuckContent({ causes, parked, waiting, oldestWaitingAt }: Stuck, language: Language): StuckContent {
  return {
    causes: causes.map(({ errorCode, count }) => {
      const { message, advice } = adviceOn(errorCode);
      return { errorCode, count, message: message[language], advice: advice[language] };
    }),
    ...{ parked, waiting, oldestWaitingAt: oldestWaitingAt === null ? null : toLocalIso(oldestWaitingAt) },
  };
}

const WORDS = {
  subject: { vi: 'Việc hôm nay', en: 'Today' },
  day: { vi: 'ngày', en: '' },
  dossiers: { vi: 'HỒ SƠ', en: 'DOSSIERS' },
  dueToday: { vi: 'Đến hạn hôm nay', en: 'Due today' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  atRisk: { vi: 'Sắp mất điểm trong 3 ngày làm việc', en: 'Will cost points within 3 working days' },
  inAll: { vi: 'tổng', en: 'in all' },
  points: { vi: 'điểm', en: 'points' },
  DUE: { vi: 'Sắp quá hạn', en: 'About to become late' },
  PAPERS_NOT_DIGITIZED: { vi: 'Chưa số hóa giấy tờ', en: 'No paper is digitized' },
  RESULT_FILE_MISSING: { vi: 'Chưa có kết quả điện tử', en: 'No electronic result' },
  NOT_PAID_ONLINE: { vi: 'Chưa thanh toán trực tuyến', en: 'Fees not paid online' },
  turn: { vi: 'đến lượt', en: 'up to' },
  applicant: { vi: 'người nộp hồ sơ', en: 'the applicant' },
  more: { vi: 'hồ sơ khác', en: 'more' },
  money: { vi: 'ĐỐI SOÁT', en: 'RECONCILIATION' },
  balanced: { vi: 'Mọi ngày đã khớp.', en: 'Every day is balanced.' },
  noStatement: { vi: 'chưa có sao kê', en: 'no statement yet' },
  notRun: { vi: 'chưa đối soát', en: 'not reconciled yet' },
  differences: { vi: 'chênh lệch', en: 'differences' },
  rejected: { vi: 'sao kê bị từ chối', en: 'the statement is refused' },
  failed: { vi: 'chưa chạy được', en: 'it could not be run' },
  stuck: { vi: 'ĐỒNG BỘ', en: 'SYNCHRONIZATION' },
  parked: { vi: 'Cần xử lý', en: 'A person must act' },
  waiting: { vi: 'đang chờ', en: 'waiting' },
  oldest: { vi: 'chờ lâu nhất từ', en: 'the oldest since' },
} as const satisfies Record<string, Message>;

/** The words of one language, and how numbers are written in it. */
interface Tongue {
  word: (name: keyof typeof WORDS) => string;
  locale: string;
}

const tongueOf = (language: Language = 'vi'): Tongue => ({
  word: (name) => WORDS[name][language],
  locale: { vi: 'vi-VN', en: 'en-GB' }[language],
});

const shown = (day: string) => day.split('-').reverse().join('/');

export function subjectOf({ unitName, day, language }: DayContent): string {
  return `${tongueOf(language).word('subject')} ${shown(day)} – ${unitName}`;
}

/** The list as a mail has it. */
export function textOf({ unitName, day, language, dossiers, stuck, unbalanced }: DayContent): string {
  const tongue = tongueOf(language);
  const parts = [
    `${unitName}, ${`${tongue.word('day')} ${shown(day)}`.trim()}`,
    ...(dossiers === undefined ? [] : [dossierText(tongue, dossiers)]),
    ...(unbalanced === undefined ? [] : [moneyText(tongue, unbalanced)]),
    ...(stuck === undefined ? [] : [stuckText(tongue, stuck)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function dossierText(tongue: Tongue, { dueToday, overdue, atRisk, pointsAtRisk, warnings }: DossierFacts): string {
  const { word } = tongue;
  const risk = warnings === undefined ? named(atRisk) : atRisk.count;
  return [
    word('dossiers'),
    `- ${word('dueToday')}: ${named(dueToday)}`,
    `- ${word('overdue')}: ${named(overdue)}`,
    `- ${word('atRisk')}: ${risk}${atRisk.count === 0 ? '' : `; ${word('inAll')} ${pointsText(tongue, pointsAtRisk)}`}`,
    ...(warnings ?? []).flatMap((each) => warningLines(tongue, each)),
  ].join('\n');
}

/** The smallest number of points that is told as such: less than half of it would read as none. */
const LEAST_POINTS = 0.01;

function pointsText({ word, locale }: Tongue, points: number): string {
  const few = points > 0 && points < LEAST_POINTS / 2;
  const shownAs = (few ? LEAST_POINTS : points).toLocaleString(locale, { maximumFractionDigits: 2 });
  return `${few ? '< ' : ''}${shownAs} ${word('points')}`;
}

/** One reason: how many, what they cost, and of the nearest until when and whose turn it is. */
function warningLines(tongue: Tongue, { reason, count, points, first }: WarningsFacts): string[] {
  const { word } = tongue;
  const rest = count - first.length;
  return [
    `  + ${word(reason)}: ${count}; ${pointsText(tongue, points)}`,
    ...first.map((each) => `    ${warningText(tongue, each)}`),
    ...(rest > 0 ? [`    … ${rest} ${word('more')}`] : []),
  ];
}

function warningText({ word }: Tongue, { code, at, turnUnitName }: WarningFacts): string {
  return `${code}: ${instantText(at)}, ${word('turn')} ${turnUnitName ?? word('applicant')}`;
}

/** An instant (RFC 3339) as 17:00 02/10/2025. */
function instantText(at: string): string {
  const time = toLocalIso(new Date(at));
  return `${time.slice(11, 16)} ${shown(time.slice(0, 10))}`;
}

function named({ count, codes }: SomeDossiers): string {
  if (count === 0) return '0';
  return `${count} (${codes.join(', ')}${count > codes.length ? ', …' : ''})`;
}

function moneyText(tongue: Tongue, unbalanced: readonly UnbalancedFacts[]): string {
  const { word } = tongue;
  if (unbalanced.length === 0) return `${word('money')}\n- ${word('balanced')}`;
  return [
    word('money'),
    ...unbalanced.map((each) => `- ${shown(each.businessDate)} ${each.provider} ${each.merchantCode}: ${whyOpen(tongue, each)}`),
  ].join('\n');
}

function whyOpen({ word }: Tongue, { statementMissing, status, discrepancies }: UnbalancedFacts): string {
  if (statementMissing) return word('noStatement');
  if (status === null) return word('notRun');
  return { DISCREPANT: `${discrepancies} ${word('differences')}`, REJECTED: word('rejected'), FAILED: word('failed') }[status] ?? status;
}

function stuckText({ word }: Tongue, { causes, parked, waiting, oldestWaitingAt }: StuckContent): string {
  const oldest = oldestWaitingAt === null ? '' : `, ${word('oldest')} ${instantText(oldestWaitingAt)}`;
  return [
    word('stuck'),
    `- ${word('parked')}: ${parked}; ${word('waiting')}: ${waiting}${oldest}`,
    ...causes.map(({ errorCode, count, message, advice }) => `- ${errorCode} (${count}): ${message} ${advice}`),
  ].join('\n');
}
