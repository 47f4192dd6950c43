import type { HubContext } from '../../../platform/graphql/context.ts';
import { isCommuneLevel, type UnitDirectory } from '../units.ts';
import { pointsOf } from './formula.ts';
import { measuresFor } from './index.service.ts';
import type { Measures } from './measures.ts';
import { type IndicatorRule, rulesOn } from './rules.ts';
import type { Losing, WarningTotals } from './warning.find.ts';

/** What is lost when `own` comes to pass too, the last part of `soFar`. */
export interface Losses {
  by(own: Losing, soFar: Losing): { points: number; components: readonly string[] };
}

/** Sums of the same points in another order differ in their last digits. */
const ALMOST = 1e-12;

/**
 * What warnings cost a unit in a quarter's index, against a quarter in which all that is warned of is put right: every dossier of the
 * window ends by its due date, with its papers digitized, its result attached and its fees paid online.
 */
export async function lossesOf(
  context: HubContext,
  {
    directory,
    unit,
    quarter,
    totals,
  }: { directory: UnitDirectory; unit: string; quarter: { from: string; to: string }; totals: WarningTotals },
): Promise<Losses> {
  const right = putRight(await measuresFor(context, { unit, ...quarter, procedure: undefined }), totals);
  const kind = directory.get(unit)?.kind;
  const communeLevel = kind !== undefined && isCommuneLevel(kind);
  const rules = (await rulesOn(context.hub, quarter.to)).filter((rule) => rule.communeLevel || !communeLevel);
  return {
    by(own, soFar) {
      const [before, after] = [without(right, differenceOf(soFar, own)), without(right, soFar)];
      const lost = rules.map((rule) => ({ rule, points: (pointsWith(rule, before) ?? 0) - (pointsWith(rule, after) ?? 0) }));
      return {
        points: lost.reduce((sum, { points }) => sum + points, 0),
        components: lost.filter(({ points }) => points > ALMOST).map(({ rule }) => rule.code),
      };
    },
  };
}

function putRight(measures: Measures, { ending, digitizing, payments }: WarningTotals): Measures {
  return {
    ...measures,
    finished: measures.finished + ending,
    electronicResult: measures.electronicResult + ending,
    digitized: measures.digitized + digitizing,
    paidOnline: measures.paidOnline + payments,
  };
}

function without(measures: Measures, { late, results, papers, payments }: Losing): Measures {
  return {
    ...measures,
    onTime: Math.max(0, measures.onTime - late),
    content: Math.max(0, measures.content - late),
    electronicResult: measures.electronicResult - results,
    digitized: measures.digitized - papers,
    paidOnline: measures.paidOnline - payments,
  };
}

/** What is lost when both come to pass. */
export function together(a: Losing, b: Losing): Losing {
  return { late: a.late + b.late, results: a.results + b.results, papers: a.papers + b.papers, payments: a.payments + b.payments };
}

function differenceOf(a: Losing, b: Losing): Losing {
  return { late: a.late - b.late, results: a.results - b.results, papers: a.papers - b.papers, payments: a.payments - b.payments };
}

function pointsWith({ formula, numerator, denominator }: IndicatorRule, measures: Measures): number | null {
  if (numerator === null || denominator === null) return null;
  return pointsOf(formula, measures[numerator] ?? 0, measures[denominator] ?? null);
}
