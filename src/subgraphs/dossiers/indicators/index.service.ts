import type { HubContext } from '../../../platform/graphql/context.ts';
import { isCommuneLevel, type Unit, unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { indexCounts, onlineProcedures, toIndexCounts } from './count.read.ts';
import { addUp, keyOf, partsOf, unitsBelow } from './indicators.service.ts';
import { type Measures, measuresOf } from './measures.ts';
import { publishedOf } from './published.read.ts';
import { rulesOn } from './rules.ts';
import { type Scored, scoreOf } from './score.ts';

/** The index of a unit over a period; reckoned together for all units of a request that ask for the same. */
export function indexOf(context: HubContext, asked: Asked): Promise<Scored> {
  return indexLoader(context, asked).load(asked.unit);
}

function indexLoader(context: HubContext, asked: Asked) {
  return context.loader<string, Scored>(`index ${keyOf(asked)}`, async (codes) => {
    const directory = await unitDirectory(context.hub);
    const [rules, measures, published] = await Promise.all([
      rulesOn(context.hub, asked.to),
      measuresLoader(context, asked).loadMany([...codes]),
      publishedOf(context, codes, asked),
    ]);
    return codes.map((code, at) => {
      const own = measures[at];
      if (own === undefined || own instanceof Error) return own ?? new Error('nothing was counted');
      const kind = directory.get(code)?.kind;
      return scoreOf({
        ...{ rules, measures: own, published: published.get(code) ?? new Map(), language: context.language },
        communeLevel: kind !== undefined && isCommuneLevel(kind),
        ofOneProcedure: asked.procedure !== undefined,
      });
    });
  });
}

/** What the hub itself counts of a unit for the index. */
export function measuresFor(context: HubContext, asked: Asked): Promise<Measures> {
  return measuresLoader(context, asked).load(asked.unit);
}

function measuresLoader(context: HubContext, asked: Asked) {
  return context.loader<string, Measures>(`measures ${keyOf(asked)}`, async (codes) => {
    const directory = await unitDirectory(context.hub);
    const request = { ...asked, units: unitsBelow(directory, codes) };
    const [counts, procedures] = await Promise.all([indexCounts(context, request), onlineProcedures(context, request)]);
    const proceduresOf = Map.groupBy(procedures, ({ unit }) => unit);
    return codes.map((code) => {
      const units = partsOf(directory, code, counts);
      const own = units.map((unit) => counts.get(unit) ?? counts.nothing);
      const online = units.flatMap((unit) => proceduresOf.get(unit) ?? []);
      return measuresOf(toIndexCounts(addUp(own, counts.nothing), online));
    });
  });
}

/** A unit's place among its siblings of the same class whose score is known; null: its own is not, or it has no siblings. */
export interface Placing {
  rank: number;
  ofUnits: number;
}

const classOf = ({ kind }: Unit) => (isCommuneLevel(kind) ? 'COMMUNE' : kind);

/** Ranks a unit by its score; equal scores share a place. */
export async function placingOf(context: HubContext, asked: Asked): Promise<Placing | null> {
  const directory = await unitDirectory(context.hub);
  const unit = directory.get(asked.unit);
  if (unit === undefined || unit.parent === null) return null;
  const own = classOf(unit);
  const siblings = directory.children(unit.parent).filter((each) => classOf(each) === own);
  const loader = indexLoader(context, asked);
  const scores = await Promise.all(siblings.map(async ({ code }) => ({ code, score: (await loader.load(code)).score })));
  const mine = scores.find(({ code }) => code === unit.code)?.score ?? null;
  if (mine === null) return null;
  // Sums of the same points in another order differ in their last digits.
  const better = scores.filter(({ score }) => score !== null && score > mine + 1e-9);
  return { rank: better.length + 1, ofUnits: scores.filter(({ score }) => score !== null).length };
}
