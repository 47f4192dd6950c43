import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isJson, type Json, type TypeConditions } from './paths.ts';

/** Takes from an object what a subgraph needs to find it again; undefined where there is nothing to find it by. */
export type Projector = (entity: Json) => Json | undefined;

type Part = (entity: Json, into: Json) => void;

export function compileRequires(selections: readonly RequiresSelection[], types: TypeConditions): Projector {
  const parts = compileParts(selections, types);
  return (entity) => {
    const result: Json = {};
    for (const part of parts) part(entity, result);
    for (const key in result) {
      if (key === '__typename' || result[key] === null) continue;
      result['__typename'] ??= entity['__typename'];
      return result;
    }
    return undefined;
  };
}

function compileParts(selections: readonly RequiresSelection[], types: TypeConditions): Part[] {
  return selections.flatMap((selection): Part[] => {
    if (selection.kind === 'Field') return [compileField(selection, types)];
    if (selection.kind !== 'InlineFragment') return [];
    const parts = compileParts(selection.selections, types);
    const condition = selection.typeCondition;
    return [
      (entity, into) => {
        const typename = entity['__typename'];
        if (typeof typename === 'string' && !types.matches(typename, condition)) return;
        for (const part of parts) part(entity, into);
      },
    ];
  });
}

function compileField(selection: Extract<RequiresSelection, { kind: 'Field' }>, types: TypeConditions): Part {
  const { name } = selection;
  const key = selection.alias ?? name;
  const parts = selection.selections && selection.selections.length > 0 ? compileParts(selection.selections, types) : undefined;
  return (entity, into) => {
    const found = entity[name] === undefined ? entity[key] : entity[name];
    if (found === undefined) return;
    const value = parts === undefined ? found : projectNested(found, parts);
    const present = into[key];
    if (isJson(present) && isJson(value)) Object.assign(present, value);
    else into[key] = value;
  };
}

function projectNested(value: unknown, parts: readonly Part[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => projectNested(item, parts));
  if (!isJson(value)) return value;
  const result: Json = {};
  for (const part of parts) part(value, result);
  const fields = Object.keys(result).filter((key) => key !== '__typename');
  // An object of nothing but nulls identifies nothing: as a key it is none.
  return fields.length > 0 && fields.every((key) => result[key] === null) ? null : result;
}
