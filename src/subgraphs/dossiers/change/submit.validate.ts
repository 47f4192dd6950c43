import { hasRole } from '../../../platform/auth/viewer.ts';
import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { paperProblems } from '../ingest/validate.content.ts';
import { numberRulesOf, personProblems } from '../ingest/validate.person.ts';
import { unitProblems } from '../ingest/validate.ts';
import type { UnitDirectory } from '../units.ts';
import type { SubmitDossierInput } from './change.type.ts';
import type { FiledProcedure } from './ground.ts';
import { inputErrors } from './move.service.ts';

type Facts = { directory: UnitDirectory; procedure: FiledProcedure | undefined };

const invalid = (vi: string, en: string, ...field: string[]) => userError('INVALID', { vi, en }, ['input', ...field]);

/** Everything that is wrong with a dossier that is filed through the hub, field by field; empty where it may go in. */
export function submissionErrors(context: HubContext, input: SubmitDossierInput, facts: Facts): UserErrorValue[] {
  return [
    ...filerErrors(context, input),
    ...procedureErrors(input, facts.procedure),
    ...inputErrors([
      ...unitProblems(input, { directory: facts.directory, units: 'ALL' }),
      ...personProblems(input, numberRulesOf(context.hub)),
      ...paperProblems(input),
    ]),
    ...resultErrors(input),
  ];
}

/** Online a person files for themself; what comes to the desk or by post, an officer of the unit that received it takes in. */
function filerErrors({ viewer }: HubContext, input: SubmitDossierInput): UserErrorValue[] {
  const { applicant, channel, receivingUnit } = input;
  if (channel === 'ONLINE') {
    if (!hasRole(viewer, 'CITIZEN')) {
      return [invalid('Hồ sơ trực tuyến do chính người dân nộp.', 'A citizen files online, not a desk.', 'channel')];
    }
    if (viewer.nationalId !== undefined && applicant.nationalId === viewer.nationalId) return [];
    const text = [
      'Người nộp phải là chính bạn: dùng số định danh của tài khoản.',
      'You file for yourself: with the number of your account.',
    ];
    return [invalid(text[0] as string, text[1] as string, 'applicant', 'nationalId')];
  }
  if (!hasRole(viewer, 'OFFICER', 'UNIT_LEADER')) {
    return [invalid('Người dân nộp hồ sơ trực tuyến (ONLINE).', 'A citizen files online (ONLINE).', 'channel')];
  }
  if (viewer.unit === receivingUnit) return [];
  return [invalid('Đơn vị tiếp nhận phải là đơn vị của bạn.', 'The receiving unit must be your own.', 'receivingUnit')];
}

function procedureErrors({ procedure: code }: SubmitDossierInput, procedure: FiledProcedure | undefined): UserErrorValue[] {
  if (procedure === undefined) return [invalid(`Không có thủ tục ${code}.`, `There is no procedure ${code}.`, 'procedure')];
  if (procedure.active) return [];
  return [invalid(`Thủ tục ${code} không còn hiệu lực.`, `Procedure ${code} is no longer in force.`, 'procedure')];
}

function resultErrors({ documents }: SubmitDossierInput): UserErrorValue[] {
  return (documents ?? []).flatMap(({ isResult }, at) =>
    isResult === true
      ? [invalid('Kết quả không nộp cùng hồ sơ.', 'A result is not handed in with a dossier.', 'documents', String(at), 'isResult')]
      : [],
  );
}
