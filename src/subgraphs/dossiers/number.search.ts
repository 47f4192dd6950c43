import type { DossierFilter } from '../../platform/graphql/dossier-filter.ts';
import type { Peers } from '../../platform/graphql/peers.type.ts';
import { fromGlobalId } from '../../platform/ids.ts';

/** Whose number a search is for; row keys. */
export interface Holders {
  citizens: string[];
  organizations: string[];
}

interface Answer {
  numberHolders: Holders;
}

const QUERY = 'query ($number: String!) { numberHolders(number: $number) { citizens organizations } }';

/** An old card's nine digits, a passport's letters and digits, a tax code with or without its branch. The twelve digits have an index of their own here. */
const NUMBER = /^(?=(?:.*\d){5})[A-Z\d/-]{6,20}$/i;

/** A search text as somebody's number: spaces and dots are how it was typed. Undefined: it is none, or the personal identification number. */
function numberOf(text: string): string | undefined {
  const compact = text.replace(/[\s.]/g, '');
  return NUMBER.test(compact) && !/^\d{12}$/.test(compact) ? compact : undefined;
}

/** Whose number the filter's search text is, asked of who knows people; undefined: it is no number, or nobody's. */
export async function holdersOf(peers: Peers, { search }: DossierFilter): Promise<Holders | undefined> {
  const number = numberOf(search?.trim() ?? '');
  if (number === undefined) return undefined;
  const { numberHolders } = await peers.ask<Answer>('identity', QUERY, { number });
  const keys = (kind: 'citizen' | 'organization', ids: readonly string[]) => ids.flatMap((id) => fromGlobalId(kind, id) ?? []);
  const found = { citizens: keys('citizen', numberHolders.citizens), organizations: keys('organization', numberHolders.organizations) };
  return found.citizens.length + found.organizations.length === 0 ? undefined : found;
}
