import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { PlanKeys } from './keys.ts';

/** What goes to the planner, and what this process answers itself. */
export interface PlannedDocument {
  /** One query, or one after another: the root fields of a mutation. */
  readonly queries: readonly PlannedQuery[];
  /** Undefined where nothing is asked of the schema. */
  readonly introspection: DocumentNode | undefined;
}

export interface PlannedQuery {
  readonly text: string;
  /** The key of a root field without which the whole answer is null: where it fails, nothing after it is done. */
  readonly required: string | undefined;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Planning {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly keys: PlanKeys;
  /** Keys of interfaces that some subgraph takes for objects, by name. */
  readonly interfaceKeys: ReadonlyMap<string, readonly string[]>;
}

export function planDocument(operation: OperationDefinitionNode, within: Planning): PlannedDocument {
  const { fragments } = within;
  const introspective = usesIntrospection(operation.selectionSet, fragments);
  const planned = introspective ? filterRoot(operation, { fragments, keep: ({ name }) => !name.value.startsWith('__') }) : operation;
  const asking = (planned === undefined ? [] : inTurn(planned, within)).filter(({ selectionSet }) => !onlyTypename(selectionSet));
  return {
    queries: asking.map((part) => ({ text: print(withPlanKeys(part, within)), required: requiredKey(part, within) })),
    introspection: introspective ? introspectionDocument(operation, fragments) : undefined,
  };
}

/** A plan of `{ __typename }` would ask a subgraph what is known here. */
function onlyTypename(selections: SelectionSetNode): boolean {
  return selections.selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
}

function usesIntrospection(set: SelectionSetNode, fragments: Fragments): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__schema' || selection.name.value === '__type';
    const inner = innerSet(selection, fragments);
    return inner !== undefined && usesIntrospection(inner, fragments);
  });
}

function innerSet(selection: InlineFragmentNode | FragmentSpreadNode, fragments: Fragments): SelectionSetNode | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
}

function introspectionDocument(operation: OperationDefinitionNode, fragments: Fragments): DocumentNode | undefined {
  const filtered = filterRoot(operation, { fragments, keep: ({ name }) => name.value === '__schema' || name.value === '__type' });
  return filtered && { kind: Kind.DOCUMENT, definitions: [filtered, ...fragments.values()] };
}

/**
 * The operation as parts that must run one after another. The changes that a mutation asks for are made in turn, each with all
 * that is read of it (GraphQL specification §6.2.2); one plan for all of them would read what the first changed while the next is made.
 */
function inTurn(operation: OperationDefinitionNode, { fragments }: Planning): OperationDefinitionNode[] {
  if (operation.operation !== 'mutation') return [operation];
  const names = rootFields(operation.selectionSet, fragments).map(responseName);
  return [...new Set(names)].flatMap((name) => filterRoot(operation, { fragments, keep: (field) => responseName(field) === name }) ?? []);
}

function rootFields(set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const inner = innerSet(selection, fragments);
    return inner === undefined ? [] : rootFields(inner, fragments);
  });
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function requiredKey({ operation, selectionSet }: OperationDefinitionNode, { schema, fragments, keys }: Planning): string | undefined {
  const [field] = operation === 'mutation' ? rootFields(selectionSet, fragments) : [];
  const type = field && schema.getMutationType()?.getFields()[field.name.value]?.type;
  return field !== undefined && isNonNullType(type) ? keys.of(field) : undefined;
}

/** Keeps some of the root fields; fragments at the root are unfolded on the way. */
function filterRoot(
  operation: OperationDefinitionNode,
  by: { fragments: Fragments; keep: (field: FieldNode) => boolean },
): OperationDefinitionNode | undefined {
  const filter = (set: SelectionSetNode): SelectionNode[] =>
    set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return by.keep(selection) ? [selection] : [];
      const inner = innerSet(selection, by.fragments);
      const selections = inner === undefined ? [] : filter(inner);
      if (selections.length === 0) return [];
      const { directives } = selection;
      return [{ kind: Kind.INLINE_FRAGMENT, ...(directives && { directives }), selectionSet: { kind: Kind.SELECTION_SET, selections } }];
    });
  const selections = filter(operation.selectionSet);
  return selections.length === 0 ? undefined : { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}

function withPlanKeys(operation: OperationDefinitionNode, within: Planning): DocumentNode {
  const used = usedFragments(operation, within.fragments);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
  const types = new TypeInfo(within.schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const key = within.keys.of(node);
        if (node.alias === undefined) return undefined;
        const { alias: _, ...unaliased } = node;
        return key === node.name.value ? unaliased : { ...unaliased, alias: { kind: Kind.NAME, value: key } };
      },
      SelectionSet: {
        // The planner forgets to ask for the key of such an interface below an entity call.
        leave: (node) => {
          const added = within.interfaceKeys.get(types.getParentType()?.name ?? '');
          return added === undefined ? undefined : { ...node, selections: [...node.selections, ...added.map(plainField)] };
        },
      },
    }),
  );
}

function plainField(name: string): SelectionNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}

function usedFragments(operation: OperationDefinitionNode, fragments: Fragments): FragmentDefinitionNode[] {
  const used = new Map<string, FragmentDefinitionNode>();
  const pending: Array<OperationDefinitionNode | FragmentDefinitionNode> = [operation];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    visit(node, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(name.value)) return;
        used.set(name.value, fragment);
        pending.push(fragment);
      },
    });
  }
  return [...used.values()];
}
