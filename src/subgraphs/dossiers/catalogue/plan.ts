import type { PortalProcedureEntry } from '../../../../connectors/contract/portal.catalogue.ts';
import { type HeldProcedure, isNational } from './entry.ts';

/** So many procedures are asked for in one night; the portal gives them one by one. */
const ASKED_AT_ONCE = 1_000;
/** The list names codes and names alone, so what else changed shows when a procedure is asked for again. */
const FRESH_MS = 7 * 86_400_000;

/** What a list of the portal's procedures comes to. */
export interface CataloguePlan {
  /** National codes of the list. */
  listed: ReadonlySet<string>;
  /** Codes to be asked for in whole, the most urgent first. */
  ask: string[];
  /** Held codes that are listed no more. */
  gone: string[];
  /** The list, or what would be lost by it, is too short to be believed: nothing is taken out of use. */
  guarded: boolean;
}

interface Asked {
  list: readonly PortalProcedureEntry[];
  held: ReadonlyMap<string, HeldProcedure>;
  /** How many codes the last list that was believed had; undefined: there was none. */
  before: number | undefined;
  largestLossPercent: number;
  now: Date;
}

/** What is to be done by a list. */
export function planPull({ list, held, before, largestLossPercent, now }: Asked): CataloguePlan {
  const entries = new Map(list.filter(({ code }) => isNational(code)).map((entry) => [entry.code, entry]));
  const inUse = [...held.values()].filter(({ code, active, provisional }) => active && !provisional && isNational(code));
  const gone = inUse.filter(({ code }) => !entries.has(code)).map(({ code }) => code);
  const keeps = (count: number, of: number) => count >= of * (1 - largestLossPercent / 100);
  const believed = entries.size > 0 && keeps(entries.size, before ?? 0) && keeps(inUse.length - gone.length, inUse.length);
  return { listed: new Set(entries.keys()), ask: askFor([...entries.values()], held, now), gone, guarded: !believed };
}

function askFor(entries: readonly PortalProcedureEntry[], held: ReadonlyMap<string, HeldProcedure>, now: Date): string[] {
  const urgency = ({ code, name }: PortalProcedureEntry) => {
    const known = held.get(code);
    if (known === undefined || known.provisional || !known.active) return 3;
    if (known.name !== name.normalize('NFC').trim()) return 2;
    if (known.nationalAt === null) return 1;
    return now.getTime() - known.nationalAt.getTime() > FRESH_MS ? 0 : undefined;
  };
  const wanted = entries.map((entry) => ({ code: entry.code, urgency: urgency(entry) })).filter((each) => each.urgency !== undefined);
  wanted.sort((a, b) => (b.urgency ?? 0) - (a.urgency ?? 0) || age(held.get(a.code)) - age(held.get(b.code)));
  return wanted.slice(0, ASKED_AT_ONCE).map(({ code }) => code);
}

const age = (held: HeldProcedure | undefined) => held?.nationalAt?.getTime() ?? 0;
