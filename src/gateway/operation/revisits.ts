import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Entry } from '../plan/entries.ts';

type Path = readonly FlattenNodePathSegment[];

/** A selection that is planned by itself, from the objects that the path leads to. */
export interface Revisit {
  readonly path: Path;
  readonly entry: Entry;
  readonly query: string;
}

/** Where the planner gave up: at fields with this key that come back to this type. */
export interface Place {
  readonly key: string;
  readonly type: string;
}

interface Cutting {
  readonly schema: GraphQLSchema;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly place: Place;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
  readonly revisits: Revisit[];
}

/** Parts a query at its outermost fields of that place: of each object there the first part asks the key alone. */
export function partAtRevisits(
  query: string,
  within: Pick<Cutting, 'schema' | 'entries' | 'place'>,
): { query: string; revisits: readonly Revisit[] } | undefined {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = operation && within.schema.getRootType(operation.operation);
  if (operation === undefined || root === undefined || root === null || !within.entries.has(within.place.type)) return undefined;
  const spread = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(spread.map((fragment) => [fragment.name.value, fragment]));
  const cutting: Cutting = { ...within, fragments, operation, revisits: [] };
  const selectionSet = cutSet(operation.selectionSet, { parent: root, path: [], met: false }, cutting);
  return cutting.revisits.length === 0 ? undefined : { query: print({ ...operation, selectionSet }), revisits: cutting.revisits };
}

interface At {
  readonly parent: GraphQLNamedType;
  readonly path: Path;
  /** Whether an object of the type stands above. */
  readonly met: boolean;
}

function cutSet(set: SelectionSetNode, at: At, cutting: Cutting): SelectionSetNode {
  return { ...set, selections: set.selections.map((selection) => cutSelection(selection, at, cutting)) };
}

function cutSelection(selection: SelectionNode, at: At, cutting: Cutting): SelectionNode {
  if (selection.kind === Kind.FIELD) return selection.selectionSet === undefined ? selection : cutField(selection, at, cutting);
  const named = selection.kind === Kind.FRAGMENT_SPREAD ? cutting.fragments.get(selection.name.value) : undefined;
  const { typeCondition, selectionSet } = selection.kind === Kind.INLINE_FRAGMENT ? selection : (named as FragmentDefinitionNode);
  const condition = typeCondition?.name.value;
  const parent = (condition === undefined ? undefined : cutting.schema.getType(condition)) ?? at.parent;
  const path: Path = parent.name === at.parent.name ? at.path : [...at.path, { TypeCondition: [parent.name] }];
  const inner = cutSet(selectionSet, { parent, path, met: at.met || parent.name === cutting.place.type }, cutting);
  const { directives } = selection;
  return {
    kind: Kind.INLINE_FRAGMENT,
    selectionSet: inner,
    ...(typeCondition && { typeCondition }),
    ...(directives && { directives }),
  };
}

function cutField(field: FieldNode, at: At, cutting: Cutting): FieldNode {
  const { place, entries, revisits } = cutting;
  const type = typeOf(field, at.parent, cutting);
  const [named, entry] = [type && getNamedType(type), entries.get(place.type)];
  if (type === undefined || named === undefined || field.selectionSet === undefined || entry === undefined) return field;
  const key = (field.alias ?? field.name).value;
  const path: Path = [...at.path, { Field: key }, ...listMarks(type)];
  const comesBack = named.name === place.type && at.met && key === place.key;
  if (!comesBack) {
    const inner = { parent: named, path, met: at.met || named.name === place.type };
    return { ...field, selectionSet: cutSet(field.selectionSet, inner, cutting) };
  }
  revisits.push({ path, entry, query: entryQuery(field.selectionSet, entry, cutting) });
  const selections = [plainField('__typename'), plainField(entry.key), ...aliasedKeys(field.selectionSet, entry, cutting)];
  return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

/** What nobody is asked for again: the key under the caller's own names. */
function aliasedKeys(set: SelectionSetNode, entry: Entry, cutting: Cutting): FieldNode[] {
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) {
      const { directives: _, ...field } = selection;
      return field.name.value === entry.key && field.alias !== undefined ? [field] : [];
    }
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : cutting.fragments.get(selection.name.value);
    return inner === undefined ? [] : aliasedKeys(inner.selectionSet, entry, cutting);
  });
}

function typeOf({ name }: FieldNode, parent: GraphQLNamedType, { schema, entries }: Cutting): GraphQLOutputType | undefined {
  if (isObjectType(parent) || isInterfaceType(parent)) {
    const defined = parent.getFields()[name.value];
    if (defined !== undefined) return defined.type;
  }
  // A part of a part begins at an entry, which callers' schema does not have.
  const [begun] = [...entries].find(([, { field }]) => field === name.value) ?? [];
  const type = begun === undefined ? undefined : schema.getType(begun);
  return isObjectType(type) ? type : undefined;
}

function listMarks(type: GraphQLOutputType): '@'[] {
  const nullable = getNullableType(type);
  return isListType(nullable) ? ['@', ...listMarks(nullable.ofType)] : [];
}

function entryQuery(selectionSet: SelectionSetNode, entry: Entry, { operation, fragments }: Cutting): string {
  const { variableDefinitions } = operation;
  const selections: SelectionNode[] = [{ ...plainField(entry.field), selectionSet }];
  const part: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(variableDefinitions && { variableDefinitions }),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return print({ kind: Kind.DOCUMENT, definitions: [part, ...fragments.values()] });
}

function plainField(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}
