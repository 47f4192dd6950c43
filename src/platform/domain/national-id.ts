import provinces from './birth-province-codes.json' with { type: 'json' };
import type { Finding } from './finding.ts';

export type Sex = 'MALE' | 'FEMALE';

/** What a personal identification number (số định danh cá nhân) says: PPP G YY NNNNNN. */
export interface NationalIdParts {
  /** Province or country where the birth was registered. */
  prefix: string;
  sex: Sex;
  /** As written: the sandbox's invented people are "born" from 2300 to 2399. */
  birthYear: number;
  /** Century digit 8 or 9: belongs to nobody. */
  invented: boolean;
}

/** What a number is judged by. */
export interface NationalIdContext {
  /** The present civil day, YYYY-MM-DD. */
  today: string;
  /** Whether numbers of invented people are taken: never in production. */
  sandbox: boolean;
  /** The national population database may hold what nobody may type. */
  origin: 'TYPED' | 'NATIONAL_DATABASE';
  /** As declared: YYYY-MM-DD, or the year alone. */
  dateOfBirth?: string | null | undefined;
  sex?: Sex | undefined;
}

const ASSIGNED: ReadonlySet<string> = new Set(Object.keys(provinces.codes));
const LAST_PROVINCE = 96;

/** Takes a number apart; undefined where it is not 12 digits. It has no check digit. */
export function parseNationalId(nationalId: string): NationalIdParts | undefined {
  if (!/^\d{12}$/.test(nationalId)) return undefined;
  const century = Number(nationalId[3]);
  return {
    prefix: nationalId.slice(0, 3),
    sex: century % 2 === 0 ? 'MALE' : 'FEMALE',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(nationalId.slice(4, 6)),
    invented: century >= 8,
  };
}

/** The province of birth registration by the 63 codes in force before 1 July 2025; undefined for a country or an unassigned code. */
export function provinceOfPrefix(prefix: string): string | undefined {
  return (provinces.codes as Record<string, string>)[prefix];
}

/** Everything that is wrong or odd about a number; empty where it is in order. Structure by Circular 59/2021/TT-BCA. */
export function checkNationalId(nationalId: string, context: NationalIdContext): Finding[] {
  const parts = parseNationalId(nationalId);
  if (parts === undefined) {
    return [
      {
        code: 'FORMAT',
        severity: 'error',
        text: { vi: 'Số định danh cá nhân phải có 12 chữ số.', en: 'A personal identification number has 12 digits.' },
      },
    ];
  }
  return [checkPrefix(parts, context), checkBirthYear(parts, context), checkDeclaredYear(parts, context), checkSex(parts, context)].filter(
    (finding) => finding !== undefined,
  );
}

/** The first thing that refuses a number; undefined where it may be taken. */
export function nationalIdError(nationalId: string, context: NationalIdContext): Finding | undefined {
  return checkNationalId(nationalId, context).find((finding) => finding.severity === 'error');
}

function checkPrefix({ prefix }: NationalIdParts, { origin }: NationalIdContext): Finding | undefined {
  if (ASSIGNED.has(prefix)) return undefined;
  if (Number(prefix) > LAST_PROVINCE) {
    return {
      code: 'COUNTRY_PREFIX',
      severity: 'warning',
      text: { vi: 'Ba số đầu là mã quốc gia nơi đăng ký khai sinh.', en: 'The first three digits are a country of birth registration.' },
    };
  }
  return {
    code: 'UNASSIGNED_PREFIX',
    severity: origin === 'TYPED' ? 'error' : 'warning',
    text: { vi: 'Ba số đầu không phải mã tỉnh nào: hãy kiểm tra lại.', en: 'The first three digits are no province: check them.' },
  };
}

function checkBirthYear({ birthYear, invented }: NationalIdParts, { today, sandbox }: NationalIdContext): Finding | undefined {
  if ((invented && sandbox) || birthYear <= Number(today.slice(0, 4))) return undefined;
  return {
    code: 'BORN_IN_THE_FUTURE',
    severity: 'error',
    text: {
      vi: 'Theo số này, năm sinh ở tương lai: hãy kiểm tra số thứ 4 đến thứ 6.',
      en: 'By this number the birth is in the future: check the 4th to 6th digits.',
    },
  };
}

function checkDeclaredYear({ birthYear, invented }: NationalIdParts, { dateOfBirth }: NationalIdContext): Finding | undefined {
  if (dateOfBirth == null) return undefined;
  const declared = Number(dateOfBirth.slice(0, 4));
  // An invented number tells no century of a living person: its two digits of the year are all that can agree.
  const agrees = invented ? birthYear % 100 === declared % 100 : birthYear === declared;
  if (agrees) return undefined;
  return {
    code: 'BIRTH_YEAR_DIFFERS',
    severity: 'error',
    text: {
      vi: 'Năm sinh trong số định danh khác năm sinh đã khai.',
      en: 'The birth year in the number differs from the declared date of birth.',
    },
  };
}

function checkSex(parts: NationalIdParts, { sex }: NationalIdContext): Finding | undefined {
  if (sex === undefined || sex === parts.sex) return undefined;
  // Only a warning: sex can be re-determined while the number stays.
  return {
    code: 'SEX_DIFFERS',
    severity: 'warning',
    text: { vi: 'Giới tính trong số định danh khác giới tính đã khai.', en: 'The sex in the number differs from the declared one.' },
  };
}
