import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import { isLocalDate } from '../../../platform/time.ts';
import { acceptsAgencyCode, parseDossierCode } from '../reference/agency-codes.ts';
import type { UnitDirectory } from '../units.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import type { Problem } from './problem.ts';
import { contentProblems } from './validate.content.ts';
import { type NumberRules, personProblems } from './validate.person.ts';

const PROCEDURE_CODE = /^\d\.\d{6}(?:\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2})?$/;

/** What a feed is checked against. */
export interface IngestRules extends NumberRules {
  directory: UnitDirectory;
  /** The SYSTEM token's source; every dossier must come from it. */
  source: string;
  /** The units that the token covers; ALL for the province. */
  units: ReadonlySet<string> | 'ALL';
}

/** Everything that is wrong with one dossier, field by field; empty where it may go in. */
export function validateDossier(input: DossierIngestInput, rules: IngestRules): Problem[] {
  return [
    ...codeProblems(input),
    ...sourceProblems(input, rules),
    ...unitProblems(input, rules),
    ...personProblems(input, rules),
    ...contentProblems(input),
  ];
}

/** Problems as the caller is told them. */
export function toErrors(problems: readonly Problem[]): UserErrorValue[] {
  return problems.map(({ field, vi, en }) => userError('INVALID', { vi, en }, field));
}

function codeProblems(input: DossierIngestInput): Problem[] {
  const field = ['code'];
  const parts = parseDossierCode(input.code);
  if (parts === undefined) {
    return [{ field, vi: 'Mã hồ sơ phải có dạng H12.64-250701-0001.', en: 'A dossier code looks like H12.64-250701-0001.' }];
  }
  const { agency, day } = parts;
  if (!isLocalDate(day)) return [{ field, vi: `Không có ngày ${day}.`, en: `There is no day ${day}.` }];
  if (acceptsAgencyCode(agency, day)) return [];
  return [
    {
      field,
      vi: `Mã định danh ${agency} không thuộc tỉnh hoặc không còn dùng vào ngày ${day}.`,
      en: `Agency code ${agency} is not the province's, or no longer on ${day}.`,
    },
  ];
}

function sourceProblems(input: DossierIngestInput, { source }: IngestRules): Problem[] {
  const problems: Problem[] = [];
  if (input.sourceSystem !== source) {
    problems.push({
      field: ['sourceSystem'],
      vi: `Token này chỉ nhận hồ sơ của nguồn ${source}.`,
      en: `This token speaks for the source ${source} alone.`,
    });
  }
  if (!PROCEDURE_CODE.test(input.procedure)) {
    problems.push({ field: ['procedure'], vi: 'Mã thủ tục phải có dạng 1.001193.', en: 'A procedure code looks like 1.001193.' });
  }
  return problems;
}

/** What is wrong with the units that a dossier names. */
export function unitProblems(
  input: Pick<DossierIngestInput, 'receivingUnit' | 'handlingUnit' | 'receptionPoint'>,
  rules: Pick<IngestRules, 'directory' | 'units'>,
): Problem[] {
  const problems = (['receivingUnit', 'handlingUnit'] as const).flatMap((field) => unitProblem(input[field], field, rules) ?? []);
  if (problems.length > 0) return problems;
  const named = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  const { units } = rules;
  if (units !== 'ALL' && !named.some((code) => units.has(code))) {
    problems.push({
      field: ['receivingUnit'],
      vi: 'Token này không thuộc đơn vị tiếp nhận hay giải quyết.',
      en: 'This token covers neither the receiving nor the handling unit.',
    });
  }
  const point = input.receptionPoint;
  if (point != null && !rules.directory.points(input.receivingUnit).some((each) => each.code === point)) {
    problems.push({
      field: ['receptionPoint'],
      vi: `Đơn vị tiếp nhận không có điểm ${point}.`,
      en: `The receiving unit has no reception point ${point}.`,
    });
  }
  return problems;
}

function unitProblem(code: string | null | undefined, field: string, { directory }: Pick<IngestRules, 'directory'>): Problem | undefined {
  if (code == null) return undefined;
  const unit = directory.get(code);
  if (unit === undefined) return { field: [field], vi: `Không có đơn vị ${code}.`, en: `There is no unit ${code}.` };
  if (unit.valid_to === null) return undefined;
  return {
    field: [field],
    vi: `Đơn vị ${code} đã kết thúc ngày ${unit.valid_to}; đơn vị kế thừa: ${unit.replaced_by ?? 'không có'}.`,
    en: `Unit ${code} ended on ${unit.valid_to}; its successor is ${unit.replaced_by ?? 'not known'}.`,
  };
}
