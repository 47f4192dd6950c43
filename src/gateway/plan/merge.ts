import { isJson, type Json } from './paths.ts';

/**
 * Adds a subgraph's answer to what is there, object by object and list item by list item.
 * `source` is taken over in part: it must not be used afterwards, see `copy`.
 */
export function mergeInto(target: Json, source: Json): void {
  for (const key in source) {
    const incoming = source[key];
    const present = target[key];
    if (isJson(incoming) && isJson(present)) mergeInto(present, incoming);
    else if (Array.isArray(incoming) && Array.isArray(present)) mergeLists(present, incoming);
    else if (present === undefined || present === null || (incoming !== null && incoming !== undefined)) target[key] = incoming;
  }
}

function mergeLists(target: unknown[], source: unknown[]): void {
  source.forEach((incoming, index) => {
    const present = target[index];
    if (isJson(incoming) && isJson(present)) mergeInto(present, incoming);
    else if (Array.isArray(incoming) && Array.isArray(present)) mergeLists(present, incoming);
    else if (present === undefined || present === null) target[index] = incoming;
  });
}

/** For an answer that two places of the data share: each needs its own. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => copy(item)) as T;
  if (!isJson(value)) return value;
  const result: Json = {};
  for (const key in value) result[key] = copy(value[key]);
  return result as T;
}
