import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { isJson, type Json, type TypeConditions } from '../plan/paths.ts';
import type { PlanKeys } from './keys.ts';

export interface ShapeEnvironment {
  readonly schema: GraphQLSchema;
  readonly types: TypeConditions;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly keys: PlanKeys;
  /** Whether a selection takes part, by its @skip and @include and the variables of this variant. */
  readonly included: (node: { readonly directives?: FieldNode['directives'] }) => boolean;
}

/** Turns what the plan gathered into what the caller asked for; a null where something non-null is missing below. */
export type Completer = (value: unknown) => unknown;

/** Returned upwards in place of a value that must not be null: the nearest nullable parent becomes null. */
const MISSING = Symbol('missing');

interface FieldShape {
  readonly key: string;
  readonly out: string;
  readonly complete: Completer;
}

/** Where the answer of introspection fields is found, beside the keys of the plan. */
export const INTROSPECTION_PREFIX = '__introspection:';

export function compileShape(root: GraphQLOutputType, within: { selections: SelectionSetNode; environment: ShapeEnvironment }): Completer {
  return nullable(root, [within.selections], within.environment);
}

function compileType(type: GraphQLOutputType, sets: readonly SelectionSetNode[], environment: ShapeEnvironment): Completer {
  if (!isNonNullType(type)) return nullable(type, sets, environment);
  const complete = nullable(type.ofType, sets, environment);
  return (value) => complete(value) ?? MISSING;
}

function nullable(type: GraphQLOutputType, sets: readonly SelectionSetNode[], environment: ShapeEnvironment): Completer {
  if (isListType(type)) return list(compileType(type.ofType, sets, environment));
  if (isEnumType(type)) return (value) => (typeof value === 'string' && type.getValue(value) !== undefined ? value : null);
  if (isLeafType(type)) return (value) => value ?? null;
  return object(type as GraphQLNamedType, sets, environment);
}

function list(complete: Completer): Completer {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const result = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      const item = complete(value[index]);
      if (item === MISSING) return null;
      result[index] = item;
    }
    return result;
  };
}

function object(declared: GraphQLNamedType, sets: readonly SelectionSetNode[], environment: ShapeEnvironment): Completer {
  const shapes = new Map<string, readonly FieldShape[]>();
  const shapeOf = (typename: string): readonly FieldShape[] | undefined => {
    const known = shapes.get(typename);
    if (known !== undefined) return known;
    const type = environment.schema.getType(typename);
    // A type that the public schema lacks is hidden from callers, and so is the object.
    if (!isObjectType(type) && !isInterfaceType(type) && !isAbstractType(type)) return undefined;
    const shape = compileFields(type, sets, environment);
    shapes.set(typename, shape);
    return shape;
  };
  return (value) => {
    if (!isJson(value)) return null;
    const typename = value['__typename'];
    const shape = shapeOf(typeof typename === 'string' ? typename : declared.name);
    if (shape === undefined) return null;
    const result: Json = {};
    for (const field of shape) {
      const completed = field.complete(value[field.key]);
      if (completed === MISSING) return null;
      result[field.out] = completed;
    }
    return result;
  };
}

function compileFields(type: GraphQLNamedType, sets: readonly SelectionSetNode[], environment: ShapeEnvironment): FieldShape[] {
  const collected = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) collect(type, { set, collected, seen }, environment);
  return [...collected].map(([out, nodes]) => compileField(type, { out, nodes }, environment));
}

function collect(
  type: GraphQLNamedType,
  into: { set: SelectionSetNode; collected: Map<string, FieldNode[]>; seen: Set<string> },
  environment: ShapeEnvironment,
): void {
  for (const selection of into.set.selections) {
    if (!environment.included(selection)) continue;
    if (selection.kind === Kind.FIELD) {
      const out = selection.alias?.value ?? selection.name.value;
      const nodes = into.collected.get(out);
      if (nodes === undefined) into.collected.set(out, [selection]);
      else nodes.push(selection);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      if (into.seen.has(selection.name.value)) continue;
      into.seen.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? environment.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment === undefined || (condition !== undefined && !environment.types.matches(type.name, condition))) continue;
    collect(type, { ...into, set: fragment.selectionSet }, environment);
  }
}

function compileField(
  type: GraphQLNamedType,
  field: { out: string; nodes: readonly FieldNode[] },
  environment: ShapeEnvironment,
): FieldShape {
  const [node] = field.nodes;
  const name = node?.name.value ?? '';
  if (name === '__typename') return { key: name, out: field.out, complete: (value) => value ?? type.name };
  if (name === '__schema' || name === '__type') {
    return { key: INTROSPECTION_PREFIX + field.out, out: field.out, complete: (value) => value ?? null };
  }
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (node === undefined || definition === undefined) return { key: name, out: field.out, complete: () => null };
  const sets = field.nodes.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  return { key: environment.keys.of(node), out: field.out, complete: compileType(definition.type, sets, environment) };
}
