import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { Message } from '../../../platform/language.ts';
import { isStorable } from '../dossier.row.ts';
import { dateProblem } from './calendar.validate.ts';
import type { DeadlineRuleInput } from './rule.type.ts';

const STOPPING = new Set(['SUPPLEMENT_REQUESTED', 'PAYMENT_REQUESTED', 'WITHDRAWAL_REQUESTED']);
const MOST_SUPPLEMENTS = 10;
const MOST_DAYS = 1_000;
const LONGEST_REASON = 2_000;
/** What the province's rule must say, because nothing stands above it. */
const WHOLE = ['counting', 'cutoff', 'afterSupplement', 'stoppingStates', 'supplements'] as const;
const DAYS = ['committedDays', 'statutoryDays'] as const;

const invalid = (field: string, text: Message): UserErrorValue => userError('INVALID', text, ['input', field]);

/** Why a rule can't be kept whatever others there are; undefined: it can. */
export function ruleProblem(input: DeadlineRuleInput): UserErrorValue | undefined {
  return periodProblem(input) ?? extentProblem(input) ?? valueProblem(input);
}

function periodProblem({ validFrom, validTo }: DeadlineRuleInput): UserErrorValue | undefined {
  const problem = dateProblem('validFrom', validFrom) ?? (validTo == null ? undefined : dateProblem('validTo', validTo));
  if (problem !== undefined || validTo == null || validTo > validFrom) return problem;
  return invalid('validTo', { vi: 'validTo: phải sau validFrom.', en: 'validTo must come after validFrom.' });
}

function extentProblem(input: DeadlineRuleInput): UserErrorValue | undefined {
  if (input.procedure != null) return undefined;
  const open = WHOLE.find((field) => input[field] == null);
  if (open !== undefined)
    return invalid(open, { vi: `${open}: quy tắc chung của tỉnh phải nêu.`, en: `${open}: the province's rule must say it.` });
  const own = DAYS.find((field) => input[field] != null);
  if (own === undefined) return undefined;
  return invalid(own, { vi: `${own}: chỉ nêu cho từng thủ tục.`, en: `${own} is for a procedure's own rule alone.` });
}

function valueProblem(input: DeadlineRuleInput): UserErrorValue | undefined {
  const { stoppingStates, supplements, committedDays, statutoryDays, reason } = input;
  if (reason.trim() === '' || reason.length > LONGEST_REASON || !isStorable(reason)) {
    return invalid('reason', { vi: `reason: từ 1 đến ${LONGEST_REASON} ký tự.`, en: `reason: 1 to ${LONGEST_REASON} characters.` });
  }
  if (stoppingStates?.some((state) => !STOPPING.has(state)) === true) {
    const names = [...STOPPING].join(', ');
    return invalid('stoppingStates', { vi: `stoppingStates: chỉ gồm ${names}.`, en: `stoppingStates: of ${names} alone.` });
  }
  if (supplements != null && (supplements < 0 || supplements > MOST_SUPPLEMENTS)) {
    return invalid('supplements', { vi: `supplements: từ 0 đến ${MOST_SUPPLEMENTS}.`, en: `supplements: 0 to ${MOST_SUPPLEMENTS}.` });
  }
  const wrong = DAYS.find((field) => input[field] != null && !isDays(input[field] ?? 0));
  if (wrong !== undefined) return invalid(wrong, { vi: `${wrong}: từ 0 đến ${MOST_DAYS} ngày.`, en: `${wrong}: 0 to ${MOST_DAYS} days.` });
  if (committedDays == null || statutoryDays == null || committedDays <= statutoryDays) return undefined;
  return invalid('committedDays', {
    vi: 'committedDays: không được dài hơn thời hạn theo luật.',
    en: 'committedDays must not be longer than what the law allows.',
  });
}

function isDays(days: number): boolean {
  return Number.isFinite(days) && days >= 0 && days <= MOST_DAYS;
}
