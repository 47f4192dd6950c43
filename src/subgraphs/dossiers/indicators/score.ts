import type { Language, Message } from '../../../platform/language.ts';
import { localDateOf } from '../../../platform/time.ts';
import { maxOf, pointsOf } from './formula.ts';
import type { IndicatorComponent, IndicatorGroup } from './indicators.type.ts';
import type { Measures } from './measures.ts';
import type { Published, PublishedRow } from './published.read.ts';
import type { IndicatorRule } from './rules.ts';

/** What a unit's index is reckoned from. */
export interface ScoreBasis {
  rules: readonly IndicatorRule[];
  measures: Measures;
  published: Published;
  communeLevel: boolean;
  ofOneProcedure: boolean;
  language: Language;
}

/** The index of a unit over a period. Points are not rounded. */
export interface Scored {
  groups: IndicatorGroup[];
  /** Null until every group that applies is known. */
  score: number | null;
  applicableMax: number;
}

const COUNTED: Message = { vi: 'trục tích hợp đếm từ hồ sơ', en: 'counted by the hub' };
const UNKNOWN: Message = { vi: 'trục tích hợp không biết', en: 'not known to the hub' };
const NOT_APPLICABLE: Message = { vi: 'không áp dụng', en: 'does not apply' };
const published = (row: PublishedRow): Message => {
  const day = localDateOf(row.read_at);
  return row.origin === 'FILE'
    ? { vi: `Cổng DVCQG công bố, theo tệp nạp ngày ${day}`, en: `published by the national portal, from a file taken in on ${day}` }
    : { vi: `Cổng DVCQG công bố, đọc ngày ${day}`, en: `published by the national portal, read on ${day}` };
};

/** Reckons the index: the hub's own counts where they suffice, else what the portal published, and both beside each other. */
export function scoreOf(basis: ScoreBasis): Scored {
  const groups = [...Map.groupBy(basis.rules, ({ group }) => group.code).values()].map((rules) => groupOf(rules, basis));
  const apply = groups.filter(({ max }) => max > 0);
  return {
    groups,
    score: apply.length === 0 ? null : sumOf(apply.map(({ score }) => score)),
    applicableMax: apply.reduce((sum, { max }) => sum + max, 0),
  };
}

/** The sum of what is all known; null where one is not. */
function sumOf(points: readonly (number | null)[]): number | null {
  return points.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
}

function groupOf(rules: readonly IndicatorRule[], basis: ScoreBasis): IndicatorGroup {
  const components = rules.map((rule) => componentOf(rule, basis));
  const { code = '', name = '' } = rules[0]?.group ?? {};
  const pointed = components.filter(({ max }) => (max ?? 0) > 0);
  return {
    code,
    name,
    score: pointed.length === 0 ? null : sumOf(pointed.map(({ score }) => score)),
    max: pointed.reduce((sum, { max }) => sum + (max ?? 0), 0),
    published: basis.published.get(code)?.score ?? null,
    components,
  };
}

/** Whether a row says anything of such a unit, or of one procedure. */
function applies(rule: IndicatorRule, { communeLevel, ofOneProcedure }: ScoreBasis): boolean {
  return (rule.communeLevel || !communeLevel) && (rule.perProcedure || !ofOneProcedure);
}

function componentOf(rule: IndicatorRule, basis: ScoreBasis): IndicatorComponent {
  const theirs = basis.published.get(rule.code);
  const shown = {
    code: rule.code,
    name: rule.name,
    publishedNumerator: theirs?.numerator ?? null,
    publishedDenominator: theirs?.denominator ?? null,
    publishedAt: theirs?.read_at ?? null,
    published: theirs === undefined ? null : (theirs.score ?? pointsOf(rule.formula, theirs.numerator, theirs.denominator)),
  };
  if (!applies(rule, basis)) {
    const points = rule.notApplicable === 'GRANT' && rule.perProcedure ? maxOf(rule.formula) : null;
    const nothing = { numerator: null, denominator: null, difference: null, flags: theirs?.flags ?? [] };
    return { ...shown, ...nothing, score: points, max: points, source: NOT_APPLICABLE[basis.language] };
  }
  const max = maxOf(rule.formula);
  const numerator = rule.numerator === null ? null : (basis.measures[rule.numerator] ?? null);
  const denominator = rule.denominator === null ? null : (basis.measures[rule.denominator] ?? null);
  const own = pointsOf(rule.formula, numerator, denominator);
  // Where the hub can't give the points itself, the portal's row stands as a whole: halves of two counts make no ratio.
  if (own === null && theirs !== undefined) {
    const taken = { numerator: theirs.numerator, denominator: theirs.denominator, score: shown.published };
    return { ...shown, ...taken, max, difference: null, flags: theirs.flags, source: published(theirs)[basis.language] };
  }
  const known = numerator !== null || denominator !== null;
  const difference = own === null || shown.published === null ? null : own - shown.published;
  const flags = [...new Set([...(known || own === null ? rule.flags : []), ...(theirs?.flags ?? [])])];
  return { ...shown, numerator, denominator, score: own, max, difference, flags, source: (known ? COUNTED : UNKNOWN)[basis.language] };
}
