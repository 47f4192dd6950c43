import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { isJson, type Json, type TypeConditions } from './paths.ts';

/** Changes one object in place, as the planner asks: an alias back to its name, or another `__typename`. */
export type Rewrite = (value: unknown) => void;

export function compileRewrites(rewrites: readonly FetchRewrite[] | undefined, types: TypeConditions): Rewrite | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const apply of compiled) apply(value);
  };
}

function compileRewrite(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return compileWalk(path, types, (owner, key) => {
      if (!(key in owner)) return;
      owner[renameKeyTo] = owner[key];
      delete owner[key];
    });
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return compileWalk(path, types, (owner, key) => {
    owner[key] = setValueTo;
  });
}

function compileWalk(path: readonly FetchNodePathSegment[], types: TypeConditions, change: (owner: Json, key: string) => void): Rewrite {
  return (value) => step(value, 0);

  function step(value: unknown, index: number): void {
    if (Array.isArray(value)) {
      for (const item of value) step(item, index);
      return;
    }
    const segment = path[index];
    if (!isJson(value) || segment === undefined) return;
    if ('TypenameEquals' in segment) {
      const typename = value['__typename'];
      if (typeof typename !== 'string' || segment.TypenameEquals.some((name) => types.matches(typename, name))) step(value, index + 1);
      return;
    }
    if (index === path.length - 1) change(value, segment.Key);
    else step(value[segment.Key], index + 1);
  }
}
