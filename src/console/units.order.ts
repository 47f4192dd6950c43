import type { Indicators, UnitFigures } from './operations.ts';
import type { Level, Sort, ViewState } from './view-state.ts';

/** Columns that show a share. */
export type Rate = Exclude<Sort, 'name' | 'received'>;

/** A share and, where the graph tells them, the counts that it comes from. */
export interface Measure {
  /** 0 … 1; null: nothing to measure. */
  share: number | null;
  part?: number;
  whole?: number;
}

export const MEASURES: Readonly<Record<Rate, (of: Indicators) => Measure>> = {
  online: (of) => ({ share: of.onlineFilingRate, part: of.receivedOnline, whole: of.dossiersReceived }),
  paid: (of) => ({ share: of.onlinePaymentRate, part: of.paidOnline, whole: of.dossiersWithFee }),
  onTime: (of) => ({ share: of.resolvedOnTimeRate, whole: of.dossiersReceived }),
  satisfied: (of) => ({ share: of.satisfactionRate }),
};

const COMMUNE_KINDS = ['WARD', 'COMMUNE', 'SPECIAL_ZONE'];
const collator = new Intl.Collator('vi');

/** Communes, wards and special zones stand side by side; so do the provincial agencies. */
export function levelOf({ kind }: UnitFigures): Exclude<Level, 'all'> {
  return COMMUNE_KINDS.includes(kind) ? 'communes' : 'departments';
}

/** The chosen level's units in the chosen order; what can not be measured comes last, equals by name. */
export function sortUnits(
  units: readonly UnitFigures[],
  { sort, descending, level }: Pick<ViewState, 'sort' | 'descending' | 'level'>,
): UnitFigures[] {
  const direction = descending ? -1 : 1;
  const byName = (a: UnitFigures, b: UnitFigures) => collator.compare(a.name, b.name);
  return units
    .filter((unit) => level === 'all' || levelOf(unit) === level)
    .sort((a, b) => {
      if (sort === 'name') return direction * byName(a, b);
      const [left, right] = [valueIn(a, sort), valueIn(b, sort)];
      if (left === null || right === null) return Number(left === null) - Number(right === null) || byName(a, b);
      return direction * (left - right) || byName(a, b);
    });
}

function valueIn({ indicators }: UnitFigures, sort: Exclude<Sort, 'name'>): number | null {
  return sort === 'received' ? indicators.dossiersReceived : MEASURES[sort](indicators).share;
}

/**
 * Who is behind: `<code> <rate>` of every share in the lowest tenth of its level, at least one unit where
 * there are any differences. Nobody is behind where all are equal.
 */
export function laggards(units: readonly UnitFigures[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const peers of Map.groupBy(units, levelOf).values()) {
    for (const rate of Object.keys(MEASURES) as Rate[]) {
      for (const code of lowestTenth(peers, rate)) found.add(`${code} ${rate}`);
    }
  }
  return found;
}

function lowestTenth(peers: readonly UnitFigures[], rate: Rate): string[] {
  const shares = peers.flatMap(({ code, indicators }) => {
    const { share } = MEASURES[rate](indicators);
    return share === null ? [] : [{ code, share }];
  });
  const ordered = shares.map(({ share }) => share).sort((a, b) => a - b);
  const bound = ordered[Math.max(1, Math.floor(ordered.length / 10)) - 1];
  const highest = ordered.at(-1);
  return shares.filter(({ share }) => bound !== undefined && share <= bound && share !== highest).map(({ code }) => code);
}
