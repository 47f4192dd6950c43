import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Data as subgraphs answer it; the executor fills it in place. */
export type Json = Record<string, unknown>;

export type ErrorPath = ReadonlyArray<string | number>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One object that a fetch adds fields to, and where it stands in the answer. */
export interface Target {
  readonly entity: Json;
  readonly path: ErrorPath;
}

export type Segment =
  | { readonly kind: 'list' }
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'cast'; readonly types: readonly string[] };

/** Answers whether an object of one type (or an interface that stands for objects of another subgraph) satisfies a type condition; remembers what it found. */
export class TypeConditions {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, Map<string, boolean>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  matches(typename: string, condition: string): boolean {
    if (typename === condition) return true;
    let byCondition = this.#known.get(typename);
    if (byCondition === undefined) {
      // An unknown name may come from a subgraph that is ahead of the supergraph: answered, but not kept.
      if (this.#schema.getType(typename) === undefined) return false;
      byCondition = new Map();
      this.#known.set(typename, byCondition);
    }
    let found = byCondition.get(condition);
    if (found === undefined) {
      const type = this.#schema.getType(typename);
      const target = this.#schema.getType(condition);
      found = (isObjectType(type) || isInterfaceType(type)) && isAbstractType(target) && this.#schema.isSubType(target, type);
      byCondition.set(condition, found);
    }
    return found;
  }
}

export function compilePath(path: readonly FlattenNodePathSegment[]): Segment[] {
  return path.map((segment) => {
    if (segment === '@') return { kind: 'list' };
    if ('Field' in segment) return { kind: 'field', name: segment.Field };
    return { kind: 'cast', types: segment.TypeCondition };
  });
}

/** Calls `found` for every object that the path leads to, with its place in the answer. */
export function visitTargets(
  root: unknown,
  walk: { segments: readonly Segment[]; types: TypeConditions; found: (target: Target) => void },
): void {
  const path: Array<string | number> = [];
  step(root, 0);

  function step(current: unknown, index: number): void {
    if (current === null || current === undefined) return;
    const segment = walk.segments[index];
    if (Array.isArray(current)) {
      current.forEach((item, position) => {
        path.push(position);
        step(item, segment?.kind === 'list' ? index + 1 : index);
        path.pop();
      });
      return;
    }
    if (!isJson(current)) return;
    if (segment === undefined) walk.found({ entity: current, path: path.slice() });
    else if (segment.kind === 'field') {
      path.push(segment.name);
      step(current[segment.name], index + 1);
      path.pop();
    } else if (segment.kind === 'cast') {
      const typename = current['__typename'];
      if (typeof typename !== 'string' || segment.types.some((type) => walk.types.matches(typename, type))) step(current, index + 1);
    }
  }
}
