import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import { acceptsAgencyCode, parseDossierCode } from '../reference/agency-codes.ts';
import type { UnitDirectory } from '../units.ts';
import type { DossierIngestInput } from './ingest.input.ts';

const PROCEDURE_CODE = /^\d\.\d{6}(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?$/;
const SHA256 = /^[0-9a-f]{64}$/i;

/** What a feed is checked against. */
export interface IngestRules {
  directory: UnitDirectory;
  /** The SYSTEM token's source; every dossier must come from it. */
  source: string;
  /** The units that the token covers; ALL for the province. */
  units: ReadonlySet<string> | 'ALL';
  /** Why a personal identification number can't be right; undefined where it can. */
  checkNationalId(nationalId: string, dateOfBirth: string | undefined): { vi: string; en: string } | undefined;
}

type Problem = { field: string[]; vi: string; en: string };

/** Everything that is wrong with one dossier, field by field; empty where it may go in. */
export function validateDossier(input: DossierIngestInput, rules: IngestRules): UserErrorValue[] {
  const problems = [
    ...codeProblems(input, rules),
    ...unitProblems(input, rules),
    ...personProblems(input, rules),
    ...contentProblems(input),
  ];
  return problems.map(({ field, vi, en }) => userError('INVALID', { vi, en }, field));
}

function codeProblems(input: DossierIngestInput, rules: IngestRules): Problem[] {
  const problems: Problem[] = [];
  const parts = parseDossierCode(input.code);
  if (parts === undefined) {
    problems.push({
      field: ['code'],
      vi: 'Mã hồ sơ phải có dạng H12.64-250701-0001.',
      en: 'A dossier code looks like H12.64-250701-0001.',
    });
  } else if (!acceptsAgencyCode(parts.agency, parts.day)) {
    problems.push({
      field: ['code'],
      vi: `Mã định danh ${parts.agency} không thuộc tỉnh hoặc không còn dùng vào ngày ${parts.day}.`,
      en: `Agency code ${parts.agency} is not the province's, or no longer on ${parts.day}.`,
    });
  }
  if (input.sourceSystem !== rules.source) {
    problems.push({
      field: ['sourceSystem'],
      vi: `Token này chỉ nhận hồ sơ của nguồn ${rules.source}.`,
      en: `This token speaks for the source ${rules.source} alone.`,
    });
  }
  if (!PROCEDURE_CODE.test(input.procedure)) {
    problems.push({ field: ['procedure'], vi: 'Mã thủ tục phải có dạng 1.001193.', en: 'A procedure code looks like 1.001193.' });
  }
  return problems;
}

function unitProblems(input: DossierIngestInput, rules: IngestRules): Problem[] {
  const problems: Problem[] = [];
  for (const field of ['receivingUnit', 'handlingUnit'] as const) {
    const code = input[field];
    if (code == null) continue;
    const unit = rules.directory.get(code);
    if (unit === undefined) {
      problems.push({ field: [field], vi: `Không có đơn vị ${code}.`, en: `There is no unit ${code}.` });
    } else if (unit.valid_to !== null) {
      problems.push({
        field: [field],
        vi: `Đơn vị ${code} đã kết thúc ngày ${unit.valid_to}; đơn vị kế thừa: ${unit.replaced_by ?? 'không có'}.`,
        en: `Unit ${code} ended on ${unit.valid_to}; its successor is ${unit.replaced_by ?? 'not known'}.`,
      });
    }
  }
  const named = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  if (problems.length === 0 && rules.units !== 'ALL' && !named.some((code) => (rules.units as ReadonlySet<string>).has(code))) {
    problems.push({
      field: ['receivingUnit'],
      vi: 'Token này không thuộc đơn vị tiếp nhận hay giải quyết.',
      en: 'This token covers neither the receiving nor the handling unit.',
    });
  }
  const point = input.receptionPoint;
  if (point != null && problems.length === 0 && !rules.directory.points(input.receivingUnit).some((each) => each.code === point)) {
    problems.push({
      field: ['receptionPoint'],
      vi: `Đơn vị tiếp nhận không có điểm ${point}.`,
      en: `The receiving unit has no reception point ${point}.`,
    });
  }
  return problems;
}

function personProblems({ applicant, owner }: DossierIngestInput, rules: IngestRules): Problem[] {
  const problems: Problem[] = [];
  if (applicant.fullName.trim() === '')
    problems.push({ field: ['applicant', 'fullName'], vi: 'Thiếu họ tên người nộp.', en: 'The applicant has no name.' });
  const numbers: [string[], string | null | undefined, string | undefined][] = [
    [['applicant', 'nationalId'], applicant.nationalId, applicant.dateOfBirth ?? undefined],
    [['owner', 'nationalId'], owner?.nationalId, undefined],
  ];
  for (const [field, number, birth] of numbers) {
    const wrong = number == null ? undefined : rules.checkNationalId(number, birth);
    if (wrong !== undefined) problems.push({ field, ...wrong });
  }
  if (applicant.identityDocument?.kind === 'OLD_ID' && !/^\d{9}$/.test(applicant.identityDocument.number)) {
    problems.push({
      field: ['applicant', 'identityDocument', 'number'],
      vi: 'Số CMND phải có 9 chữ số.',
      en: 'An old identity card number has 9 digits.',
    });
  }
  if (owner != null && owner.name.trim() === '')
    problems.push({ field: ['owner', 'name'], vi: 'Thiếu tên chủ hồ sơ.', en: 'The owner has no name.' });
  return problems;
}

function contentProblems(input: DossierIngestInput): Problem[] {
  const problems: Problem[] = [];
  input.fees?.forEach((fee, at) => {
    if ((fee.exemptedAmount ?? 0) > fee.amount) {
      problems.push({
        field: ['fees', String(at), 'exemptedAmount'],
        vi: 'Số tiền miễn giảm lớn hơn khoản thu.',
        en: 'More is exempt than is due.',
      });
    }
  });
  input.documents?.forEach((document, at) => {
    if (document.sha256 != null && !SHA256.test(document.sha256)) {
      problems.push({
        field: ['documents', String(at), 'sha256'],
        vi: 'sha256 phải có 64 chữ số thập lục phân.',
        en: 'sha256 has 64 hex digits.',
      });
    }
  });
  input.payments?.forEach((payment, at) => {
    if (payment.reference.trim() === '')
      problems.push({ field: ['payments', String(at), 'reference'], vi: 'Thiếu mã tham chiếu.', en: 'The payment has no reference.' });
  });
  if (input.rating != null && (input.rating < 1 || input.rating > 5)) {
    problems.push({ field: ['rating'], vi: 'Đánh giá phải từ 1 đến 5.', en: 'A rating is from 1 to 5.' });
  }
  const before = (['acceptedAt', 'resolvedAt', 'returnedAt', 'refusedAt'] as const).find(
    (field) => (input[field]?.getTime() ?? Infinity) < input.submittedAt.getTime(),
  );
  if (before !== undefined) problems.push({ field: [before], vi: `${before} trước submittedAt.`, en: `${before} is before submittedAt.` });
  return problems;
}
