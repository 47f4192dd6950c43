import { isJson, type Json } from './paths.ts';

/** Longer values take no part in telling representations apart at a glance. */
const SHORT = 64;

/** What one subgraph is asked about in one list, each once, in the order in which it was met. */
export class DistinctRepresentations {
  readonly list: Json[] = [];
  readonly #alike = new Map<string, number[]>();

  /** The place in the list of what stands for it. */
  add(representation: Json): number {
    // They are long and nearly always different, so they are compared as a whole only where their short values are the same.
    const mark = markOf(representation);
    const alike = this.#alike.get(mark);
    const known = alike?.find((index) => isSame(this.list[index], representation));
    if (known !== undefined) return known;
    const index = this.list.push(representation) - 1;
    if (alike === undefined) this.#alike.set(mark, [index]);
    else alike.push(index);
    return index;
  }
}

function markOf(representation: Json): string {
  let mark = '';
  for (const key in representation) {
    const value = representation[key];
    if (typeof value === 'object' || (typeof value === 'string' && value.length > SHORT)) continue;
    mark += `${key} ${String(value)} `;
  }
  return mark;
}

/** Whether two JSON values are equal, whatever the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  if (!isJson(one) || !isJson(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]));
}
