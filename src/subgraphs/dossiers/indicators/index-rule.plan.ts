import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { Message } from '../../../platform/language.ts';
import { type Formula, maxOf } from './formula.ts';
import type { IndexFormula, IndexRuleInput } from './index-rule.type.ts';
import { type IndicatorRule, validOn } from './rules.ts';

/** The points of the whole index: no set of rules may give more. */
const WHOLE_INDEX = 100;
/** Sums of the same points in another order differ in their last digits. */
const ALMOST = 1e-9;

export const SHAPES: Readonly<Record<IndexFormula, Formula['shape']>> = {
  RATIO: 'ratio',
  RATIO_TO_TARGET: 'ratio-to-target',
  REFERENCE: 'reference',
  UNSETTLED: 'unsettled',
};

/** What rows are to be from a day on, as it is proposed. */
export interface WantedRules {
  validFrom: string;
  rules: readonly IndexRuleInput[];
}

type Refused = { error: UserErrorValue };
const invalid = (field: string, text: Message): Refused => ({ error: userError('INVALID', text, ['input', field]) });

/** The rows as they are to be, with those that they follow or replace; or why they can't be. */
export function planRules(
  all: readonly IndicatorRule[],
  { validFrom, rules }: WantedRules,
): { after: IndicatorRule[]; before: IndicatorRule[] } | Refused {
  const codes = rules.map(({ code }) => code);
  if (codes.length === 0 || new Set(codes).size < codes.length)
    return invalid('rules', { vi: 'rules: ít nhất một dòng, mỗi chỉ số một lần.', en: 'rules: at least one row, each once.' });
  const before: IndicatorRule[] = [];
  const after: IndicatorRule[] = [];
  for (const wanted of rules) {
    const own = all.filter(({ code }) => code === wanted.code);
    const newest = own.at(-1);
    if (newest === undefined)
      return invalid('rules', { vi: `rules: không có chỉ số ${wanted.code}.`, en: `rules: there is no row ${wanted.code}.` });
    if (newest.validFrom > validFrom)
      return invalid('validFrom', {
        vi: `validFrom: ${wanted.code} đã có quy tắc từ ${newest.validFrom}; hãy rút quy tắc đó trước.`,
        en: `validFrom: ${wanted.code} has a rule from ${newest.validFrom} already; withdraw that first.`,
      });
    const formula = formulaOf(newest.formula, wanted);
    if ('error' in formula) return formula;
    before.push(newest);
    after.push({
      ...newest,
      ...{ validFrom, validTo: null, formula: formula.formula },
      communeLevel: wanted.communeLevel ?? newest.communeLevel,
      notApplicable: wanted.notApplicable ?? newest.notApplicable,
    });
  }
  const then = [...validOn(all, validFrom).filter(({ code }) => !codes.includes(code)), ...after];
  return tooMany(then) ?? { after, before };
}

/** Why rules of one day can't stand beside each other; undefined: they can. */
export function tooMany(rules: readonly IndicatorRule[]): Refused | undefined {
  const sum = rules.reduce((points, { formula }) => points + (maxOf(formula) ?? 0), 0);
  if (sum <= WHOLE_INDEX + ALMOST) return undefined;
  const points = Number(sum.toFixed(4));
  return invalid('rules', {
    vi: `rules: tổng điểm tối đa sẽ là ${points}, không được quá ${WHOLE_INDEX}.`,
    en: `rules: the most points would add up to ${points}, they must not exceed ${WHOLE_INDEX}.`,
  });
}

function formulaOf(given: Formula, { code, formula, ...wanted }: IndexRuleInput): { formula: Formula } | Refused {
  const shape = formula == null ? given.shape : SHAPES[formula];
  const max = wanted.max ?? ('max' in given ? given.max : undefined);
  const target = wanted.targetPercent == null ? ('target' in given ? given.target : undefined) : wanted.targetPercent / 100;
  const whenNone = wanted.whenNone ?? ('whenNone' in given ? given.whenNone : 'UNKNOWN');
  const wrong = (vi: string, en: string) => invalid('rules', { vi: `rules, ${code}: ${vi}`, en: `rules, ${code}: ${en}` });
  if (wanted.targetPercent != null && shape !== 'ratio-to-target')
    return wrong('targetPercent chỉ dùng với RATIO_TO_TARGET.', 'targetPercent is for RATIO_TO_TARGET alone.');
  if (shape === 'reference') {
    return wanted.max == null ? { formula: { shape } } : wrong('REFERENCE không có điểm (max).', 'REFERENCE has no points (max).');
  }
  if (max === undefined || !isWithin(max)) return wrong('max: trên 0, nhiều nhất 100 điểm.', 'max: more than 0, 100 points at most.');
  if (shape === 'unsettled') return { formula: { shape, max } };
  if (shape === 'ratio') return { formula: { shape, max, whenNone } };
  if (target === undefined || !isWithin(target * 100))
    return wrong('targetPercent: trên 0, nhiều nhất 100.', 'targetPercent: more than 0, 100 at most.');
  return { formula: { shape, max, target, whenNone } };
}

function isWithin(value: number): boolean {
  return value > 0 && value <= 100;
}
