import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { type DocumentNode, Kind } from 'graphql';

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

/**
 * Answers whether an object of one type (or an interface that stands for objects of another subgraph) satisfies a type
 * condition. It knows the whole supergraph: what is hidden from callers still takes part in plans.
 */
export class TypeConditions {
  readonly #members = new Map<string, Set<string>>();

  /** Single-field keys of interfaces that some subgraph takes for objects (`@interfaceObject`), by the interface's name. */
  readonly interfaceKeys: ReadonlyMap<string, readonly string[]>;

  constructor(supergraph: DocumentNode, interfaceKeys: ReadonlyMap<string, readonly string[]> = new Map()) {
    this.interfaceKeys = interfaceKeys;
    for (const definition of supergraph.definitions) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
        for (const { name } of definition.interfaces ?? []) this.#add(name.value, definition.name.value);
      } else if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        for (const { name } of definition.types ?? []) this.#add(definition.name.value, name.value);
      }
    }
  }

  matches(typename: string, condition: string): boolean {
    return typename === condition || this.#members.get(condition)?.has(typename) === true;
  }

  #add(abstract: string, member: string): void {
    const members = this.#members.get(abstract) ?? new Set<string>();
    members.add(member);
    this.#members.set(abstract, members);
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
