import { nationalIdError } from '../../../platform/domain/national-id.ts';
import { isPersonalTaxCode, readTaxCode } from '../../../platform/domain/tax-code.ts';
import type { Message } from '../../../platform/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { DossierIngestInput, OwnerInput } from './ingest.input.ts';
import type { Problem } from './problem.ts';

/** What numbers of people are checked against. */
export interface NumberRules {
  /** Why a personal identification number can't be right; undefined where it can. Never quotes it. */
  checkNationalId(nationalId: string, dateOfBirth: string | undefined): Message | undefined;
}

/** The rules for numbers that are typed today; those of invented people pass in a sandbox alone. */
export function numberRulesOf({ clock, config }: Pick<Platform, 'clock' | 'config'>): NumberRules {
  const today = localDateOf(clock.now());
  const sandbox = config.mode !== 'production';
  return {
    checkNationalId: (nationalId, dateOfBirth) => nationalIdError(nationalId, { today, sandbox, origin: 'TYPED', dateOfBirth })?.text,
  };
}

/** What is wrong with who files and whose matter it is. No number of a person stands in any message. */
export function personProblems({ applicant, owner }: Pick<DossierIngestInput, 'applicant' | 'owner'>, rules: NumberRules): Problem[] {
  const problems: Problem[] = [];
  if (applicant.fullName === '')
    problems.push({ field: ['applicant', 'fullName'], vi: 'Thiếu họ tên người nộp.', en: 'The applicant has no name.' });
  const wrong = applicant.nationalId == null ? undefined : rules.checkNationalId(applicant.nationalId, applicant.dateOfBirth ?? undefined);
  if (wrong !== undefined) problems.push({ field: ['applicant', 'nationalId'], ...wrong });
  if (applicant.identityDocument?.kind === 'OLD_ID' && !/^(\d{9})?$/.test(applicant.identityDocument.number)) {
    problems.push({
      field: ['applicant', 'identityDocument', 'number'],
      vi: 'Số CMND phải có 9 chữ số.',
      en: 'An old identity card number has 9 digits.',
    });
  }
  return owner == null ? problems : [...problems, ...ownerProblems(owner, rules)];
}

function ownerProblems(owner: OwnerInput, rules: NumberRules): Problem[] {
  const problems: Problem[] = [];
  if (owner.name === '') problems.push({ field: ['owner', 'name'], vi: 'Thiếu tên chủ hồ sơ.', en: 'The owner has no name.' });
  const wrong = owner.nationalId == null ? undefined : rules.checkNationalId(owner.nationalId, undefined);
  if (wrong !== undefined) problems.push({ field: ['owner', 'nationalId'], ...wrong });
  const tax = owner.taxCode == null ? undefined : taxCodeError(owner.taxCode, rules);
  if (tax !== undefined) problems.push({ field: ['owner', 'taxCode'], ...tax });
  return problems;
}

/** A person's tax code is their identification number, and judged as that. */
function taxCodeError(given: string, rules: NumberRules): Message | undefined {
  const read = readTaxCode(given);
  if ('severity' in read) return read.text;
  return isPersonalTaxCode(read.text) ? rules.checkNationalId(read.text, undefined) : undefined;
}
