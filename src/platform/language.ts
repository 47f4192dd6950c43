/** The languages that people are answered in; Vietnamese unless they ask for English. */
export type Language = 'vi' | 'en';

/** A message in both languages. */
export interface Message {
  vi: string;
  en: string;
}

/** The language that an Accept-Language header asks for first of the two. */
export function languageOf(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('en')) return 'en';
    if (tag.startsWith('vi')) return 'vi';
  }
  return 'vi';
}
