import type { Language } from '../../../platform/language.ts';
import type { DossierRow, StoredDocument, StoredFee } from '../dossier.row.ts';
import type { SlipFacts } from './slip.facts.ts';
import { CLOSINGS, FORMS, OPENINGS, TITLES, WORDS } from './slip.words.ts';

/** What a paper shows, in one language: lines of text and nothing about how they look. */
export interface SlipContent {
  form: string;
  /** The unit, then its desk. */
  office: [string, string];
  state: [string, string];
  number: string;
  /** Where and when. */
  dated: string;
  title: string;
  opening: string;
  facts: { label: string; value: string }[];
  /** A list below the facts, where the form has one. */
  list: { label: string; items: string[] } | undefined;
  closing: string;
  /** Left and right; the name stands below where it is known. */
  signatures: { title: string; note: string; name: string }[];
  /** Printed across: the paper is worth nothing. */
  stamp: string | undefined;
}

/** What a paper is made of. */
export interface SlipSource {
  facts: SlipFacts;
  row: Pick<
    DossierRow,
    | 'code'
    | 'national_code'
    | 'applicant_name'
    | 'owner_name'
    | 'summary'
    | 'submitted_at'
    | 'accepted_at'
    | 'due_at'
    | 'result_by_post'
    | 'fees'
    | 'receiving_unit'
    | 'handling_unit'
  >;
  documents: readonly Pick<StoredDocument, 'name' | 'isResult'>[];
  procedure: { code: string; name: string };
  receivingUnit: { name: string; isCentre: boolean };
  handlingUnit: { name: string };
  contact: { phone?: string | undefined; email?: string | undefined };
  mode: 'sandbox' | 'training' | 'production';
  language: Language;
}

/** The words of one paper. */
export function slipContent(source: SlipSource): SlipContent {
  const { facts, row, language, receivingUnit } = source;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const desk = receivingUnit.isCentre ? say('centre') : say('desk');
  const officer = facts.officer === receivingUnit.name ? '' : (facts.officer ?? '');
  return {
    form: `${say('form')} ${FORMS[facts.kind]}`,
    office: [receivingUnit.name.toLocaleUpperCase('vi'), desk.toLocaleUpperCase('vi')],
    state: [say('country'), say('motto')],
    number: `${say('number')}: ${row.code}${facts.number > 1 ? `/${facts.number}` : ''}`,
    dated: `${receivingUnit.name}, ${longDate(facts.issuedAt, language)}`,
    title: TITLES[facts.kind][language].toLocaleUpperCase('vi'),
    opening: `${desk} ${receivingUnit.name} ${OPENINGS[facts.kind][language]}`,
    facts: [...who(source), ...what(source)].map(([word, value]) => ({ label: say(word), value })),
    list: listOf(source),
    closing: CLOSINGS[facts.kind][language],
    signatures: [
      { title: say('person'), note: say('sign'), name: row.applicant_name },
      facts.kind === 'APPOINTMENT' || facts.kind === 'SUPPLEMENT_REQUEST'
        ? { title: say('officer'), note: say('sign'), name: officer }
        : { title: say('head'), note: say('sign'), name: '' },
    ],
    stamp: source.mode === 'production' ? undefined : say(source.mode),
  };
}

type Line = [keyof typeof WORDS, string];

function who({ row, contact }: SlipSource): Line[] {
  return [
    ['applicant', row.applicant_name],
    ...(row.owner_name === row.applicant_name ? [] : [['owner', row.owner_name] satisfies Line]),
    ...(contact.phone === undefined ? [] : [['phone', contact.phone] satisfies Line]),
    ...(contact.email === undefined ? [] : [['email', contact.email] satisfies Line]),
  ];
}

function what(source: SlipSource): Line[] {
  const { facts, row, procedure, language } = source;
  const lines: Line[] = [
    ['code', row.code],
    ...(row.national_code === null ? [] : [['nationalCode', row.national_code] satisfies Line]),
    ['procedure', `${procedure.name} (${procedure.code})`],
    ...(row.summary === null ? [] : [['summary', row.summary] satisfies Line]),
    ['filedAt', time(row.submitted_at, language)],
  ];
  switch (facts.kind) {
    case 'APPOINTMENT':
      return [
        ...lines,
        ...(row.accepted_at === null ? [] : [['acceptedAt', time(row.accepted_at, language)] satisfies Line]),
        ['due', facts.newDueAt === null ? WORDS.noDue[language] : time(facts.newDueAt, language)],
        ['returnedAt', placeOfReturn(source)],
        ['fees', money(row.fees, language)],
      ];
    case 'APOLOGY':
      return [
        ...lines,
        ['previousDue', facts.previousDueAt === null ? '' : time(facts.previousDueAt, language)],
        ['newDue', facts.newDueAt === null ? '' : time(facts.newDueAt, language)],
        ['reason', facts.reason ?? ''],
      ];
    case 'REFUSAL':
      return [...lines, ['reason', facts.reason ?? '']];
    case 'SUPPLEMENT_REQUEST':
      return [
        ...lines,
        ['asked', facts.reason ?? ''],
        ...(facts.newDueAt === null ? [] : [['newDue', time(facts.newDueAt, language)] satisfies Line]),
      ];
  }
}

/** Filed here and handled there, it is handed over at either. */
function placeOfReturn({ row, receivingUnit, handlingUnit, language }: SlipSource): string {
  if (row.result_by_post) return WORDS.byPost[language];
  const names = row.handling_unit === row.receiving_unit ? [receivingUnit.name] : [receivingUnit.name, handlingUnit.name];
  return names.join(` ${WORDS.or[language]} `);
}

function listOf({ facts, documents, language }: SlipSource): SlipContent['list'] {
  if (facts.kind !== 'APPOINTMENT') return undefined;
  const items = documents.filter(({ isResult }) => !isResult).map(({ name }) => name);
  return { label: WORDS.papers[language], items: items.length === 0 ? [WORDS.noPapers[language]] : items };
}

function money(fees: readonly StoredFee[], language: Language): string {
  const total = fees.reduce((sum, { amount, exemptedAmount }) => sum + amount - exemptedAmount, 0);
  return total === 0 ? WORDS.noFees[language] : `${total.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-US')} đồng`;
}

const ZONE = 'Asia/Ho_Chi_Minh';
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });

function partsOf(instant: Date): { day: string; month: string; year: string } {
  const [day = '', month = '', year = ''] = PARTS.format(instant).split('/');
  return { day, month, year };
}

function longDate(instant: Date, language: Language): string {
  const { day, month, year } = partsOf(instant);
  return language === 'vi' ? `ngày ${day} tháng ${month} năm ${year}` : `${day}/${month}/${year}`;
}

function time(instant: Date, language: Language): string {
  const { day, month, year } = partsOf(instant);
  const [hour = '', minute = ''] = CLOCK.format(instant).split(':');
  return language === 'vi' ? `${hour} giờ ${minute} phút, ngày ${day}/${month}/${year}` : `${hour}:${minute}, ${day}/${month}/${year}`;
}
