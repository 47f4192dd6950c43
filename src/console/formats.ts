import type { Language } from './texts.ts';

/** How figures and times are written for people, in Asia/Ho_Chi_Minh. */
export interface Formats {
  /** 88.429 / 88,429 */
  count(value: number): string;
  /** A share 0 … 1 as 76,05 % / 76.05%; never 100 while something is missing. */
  share(value: number): string;
  /** A civil day (YYYY-MM-DD): 30/09/2025 / 30 Sep 2025. */
  day(day: string): string;
  /** The same with its weekday. */
  weekday(day: string): string;
  /** 14:03, 30/09/2025 */
  instant(at: Date): string;
  /** 14:03:22 */
  clock(at: Date): string;
  /** 3 phút trước, sau 2 giờ nữa / 3 minutes ago, in 2 hours; to the minute, so that a page at rest stays as it is. */
  relative(at: Date, now: Date): string;
}

const ZONE = 'Asia/Ho_Chi_Minh';
const UNITS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const SOON: Readonly<Record<Language, { past: string; future: string }>> = {
  vi: { past: 'chưa đầy 1 phút trước', future: 'trong 1 phút tới' },
  en: { past: 'less than a minute ago', future: 'within a minute' },
};

/** The largest share below 1 that is still told apart from it. */
const ALMOST_ALL = 0.9999;

function build(language: Language): Formats {
  const locale = language === 'vi' ? 'vi-VN' : 'en-US';
  const count = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const dayLocale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const shape = { day: '2-digit', month: language === 'vi' ? '2-digit' : 'short', year: 'numeric' } as const;
  const day = new Intl.DateTimeFormat(dayLocale, { ...shape, timeZone: ZONE });
  const weekday = new Intl.DateTimeFormat(dayLocale, { ...shape, weekday: 'long', timeZone: ZONE });
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: ZONE });
  const noon = (text: string) => new Date(`${text}T12:00:00+07:00`);
  return {
    count: (value) => count.format(value),
    share: (value) => {
      const shown = value < 1 ? Math.min(value, ALMOST_ALL) : value;
      return language === 'vi' ? `${percent.format(shown * 100)} %` : `${percent.format(shown * 100)}%`;
    },
    day: (text) => day.format(noon(text)),
    weekday: (text) => weekday.format(noon(text)),
    instant: (at) => `${clock.format(at).slice(0, 5)}, ${day.format(at)}`,
    clock: (at) => clock.format(at),
    relative: (at, now) => {
      const seconds = Math.round((at.getTime() - now.getTime()) / 1_000);
      const found = UNITS.find(([, length]) => Math.abs(seconds) >= length);
      if (found === undefined) return seconds > 0 ? SOON[language].future : SOON[language].past;
      return relative.format(Math.trunc(seconds / found[1]), found[0]);
    },
  };
}

const FORMATS: Readonly<Record<Language, Formats>> = { vi: build('vi'), en: build('en') };

export function formatsIn(language: Language): Formats {
  return FORMATS[language];
}
