import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import type { Message } from '../../../platform/language.ts';
import type { DossierRow } from '../dossier.row.ts';
import type { Transition } from '../lifecycle/transitions.ts';
import { type MoveContent, receives } from './apply-move.ts';

/** States with which fees are set: at reception, in handling, when they are asked for, with the result. */
const WITH_FEES: ReadonlySet<DossierStatus> = new Set(['ACCEPTED', 'PROCESSING', 'PAYMENT_REQUESTED', 'RESOLVED']);
/** States that a result comes with. */
const WITH_RESULT: ReadonlySet<DossierStatus> = new Set(['RESOLVED', 'RETURNED']);

const invalid = (text: Message, ...field: string[]) => userError('INVALID', text, ['input', ...field]);

/** What a move brings along that does not go with it. */
export function contentProblems(
  row: DossierRow,
  transition: Transition,
  given: { content: MoveContent; byUnit: boolean; promised: Date | null },
): UserErrorValue[] {
  return [...feeProblems(row, transition, given), ...resultProblems(transition, given.content), ...dueDateProblems(row, transition, given)];
}

function feeProblems(
  row: DossierRow,
  { to }: Transition,
  { content, byUnit }: { content: MoveContent; byUnit: boolean },
): UserErrorValue[] {
  if (content.fees.length === 0) return [];
  if (!byUnit || !WITH_FEES.has(to)) {
    return [invalid({ vi: 'Bước này không kèm khoản thu.', en: 'No fees are set with this move.' }, 'fees')];
  }
  if (!row.fees_settled) return [];
  const text = {
    vi: 'Hệ thống nguồn đã xác nhận các khoản thu được nộp ngoài hệ thống này.',
    en: 'The source says that the fees of this dossier were settled outside the hub.',
  };
  return [invalid(text, 'fees')];
}

function resultProblems({ to }: Transition, { documents }: MoveContent): UserErrorValue[] {
  if (WITH_RESULT.has(to)) return [];
  const text = { vi: 'Kết quả chỉ đi kèm khi hồ sơ đã xử lý xong hoặc được trả.', en: 'A result comes with RESOLVED or RETURNED.' };
  return documents.flatMap(({ isResult }, at) => (isResult === true ? [invalid(text, 'documents', String(at), 'isResult')] : []));
}

/** A date is given by the procedure's own time; by an officer where that is not known, or with an apology. */
function dueDateProblems(
  row: DossierRow,
  transition: Transition,
  { content, byUnit, promised }: { content: MoveContent; byUnit: boolean; promised: Date | null },
): UserErrorValue[] {
  const { newDueAt } = content;
  if (newDueAt === undefined || transition.emits === 'RE_DATED') return [];
  if (byUnit && promised === null && row.due_at === null && receives(row, transition)) return [];
  const text = {
    vi: 'Ngày hẹn trả được tính theo thời hạn của thủ tục; chỉ hẹn lại khi giữ nguyên trạng thái và có lý do.',
    en: "The due date follows from the procedure's time; it is moved with a reason, in the same state.",
  };
  return [invalid(text, 'newDueAt')];
}
