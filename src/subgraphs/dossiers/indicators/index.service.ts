import type { HubContext } from '../../../platform/graphql/context.ts';
import { isCommuneLevel, type Unit, type UnitDirectory, unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { indexCounts, onlineProcedures, toIndexCounts } from './count.read.ts';
import { addUp, keyOf, partsOf, unitsBelow } from './indicators.service.ts';
import type { IndicatorGroup } from './indicators.type.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type Published, publishedOf } from './published.read.ts';
import { rulesOn } from './rules.ts';
import { type Scored, scoreOf } from './score.ts';

/** The points of a unit over a period; reckoned together for all units of a request that ask for the same. */
export function indexOf(context: HubContext, asked: Asked): Promise<Omit<Scored, 'groups'>> {
  return indexLoader(context, asked).load(asked.unit);
}

/** The index of a unit with all its rows. */
export async function groupsOf(context: HubContext, asked: Asked): Promise<IndicatorGroup[]> {
  const directory = await unitDirectory(context.hub);
  const [rules, measures, procedures, published] = await Promise.all([
    rulesOn(context.hub, asked.to),
    measuresFor(context, asked),
    onlineProcedures(context, { ...asked, units: unitsBelow(directory, [asked.unit]) }),
    publishedLoader(context, asked).load(asked.unit),
  ]);
  const all = { ...measures, proceduresOnline: procedures.i_online, proceduresPaidOnline: procedures.i_paid_online };
  return scoreOf({ rules, measures: all, published, ...traits(context, directory, asked) }).groups;
}

const traits = (context: HubContext, directory: UnitDirectory, { unit, procedure }: Asked) => {
  const kind = directory.get(unit)?.kind;
  const communeLevel = kind !== undefined && isCommuneLevel(kind);
  return { communeLevel, ofOneProcedure: procedure !== undefined, language: context.language };
};

function indexLoader(context: HubContext, asked: Asked) {
  return context.loader<string, Scored>(`index ${keyOf(asked)}`, async (codes) => {
    const directory = await unitDirectory(context.hub);
    const [rules, measures, published] = await Promise.all([
      rulesOn(context.hub, asked.to),
      measuresLoader(context, asked).loadMany([...codes]),
      publishedLoader(context, asked).loadMany([...codes]),
    ]);
    return codes.map((unit, at) => {
      const [own, theirs] = [measures[at], published[at]];
      if (own === undefined || own instanceof Error) return own ?? new Error('nothing was counted');
      if (theirs === undefined || theirs instanceof Error) return theirs ?? new Error('nothing was read');
      return scoreOf({ rules, measures: own, published: theirs, ...traits(context, directory, { ...asked, unit }) });
    });
  });
}

function publishedLoader(context: HubContext, asked: Asked) {
  return context.loader<string, Published>(`published ${keyOf(asked)}`, async (codes) => {
    const byUnit = await publishedOf(context, codes, asked);
    return codes.map((code) => byUnit.get(code) ?? new Map());
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
    const counts = await indexCounts(context, request);
    return codes.map((code) => {
      const units = partsOf(directory, code, counts);
      const own = units.map((unit) => counts.get(unit) ?? counts.nothing);
      return measuresOf(toIndexCounts(addUp(own, counts.nothing)));
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
