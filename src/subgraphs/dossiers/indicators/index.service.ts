import type { HubContext } from '../../../platform/graphql/context.ts';
import { isCommuneLevel, type Unit, unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { indexCounts, onlineProcedures, toIndexCounts } from './count.read.ts';
import { addUp, keyOf, partsOf, unitsBelow } from './indicators.service.ts';
import { measuresOf } from './measures.ts';
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
    const request = { ...asked, units: unitsBelow(directory, codes) };
    const [rules, counts, procedures, published] = await Promise.all([
      rulesOn(context.hub, asked.to),
      indexCounts(context, request),
      onlineProcedures(context, request),
      publishedOf(context, codes, asked),
    ]);
    const proceduresOf = Map.groupBy(procedures, ({ unit }) => unit);
    return codes.map((code) => {
      const units = partsOf(directory, code, counts);
      const sums = addUp(
        units.map((unit) => counts.get(unit) ?? counts.nothing),
        counts.nothing,
      );
      const kind = directory.get(code)?.kind;
      return scoreOf({
        rules,
        measures: measuresOf(
          toIndexCounts(
            sums,
            units.flatMap((unit) => proceduresOf.get(unit) ?? []),
          ),
        ),
        published: published.get(code) ?? new Map(),
        communeLevel: kind !== undefined && isCommuneLevel(kind),
        ofOneProcedure: asked.procedure !== undefined,
        language: context.language,
      });
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
