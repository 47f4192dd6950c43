import {
  type ArgumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** How many objects an operation may answer with, for the page sizes that these variables give. */
export type Cost = (values: Values) => number;

/** A list without pages is reckoned with this many items. */
const PLAIN_LIST = 5;
/** A page whose size is not given. */
const DEFAULT_PAGE = 20;

interface Within {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The document must be valid for the schema: no circles of fragments. */
export function compileCost(root: GraphQLNamedType, set: SelectionSetNode, within: Within): Cost {
  const parts = set.selections.map((selection): Cost => {
    if (selection.kind === Kind.FIELD) return fieldCost(root, selection, within);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : within.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    const type = (condition === undefined ? undefined : within.schema.getType(condition)) ?? root;
    return fragment === undefined ? () => 0 : compileCost(type, fragment.selectionSet, within);
  });
  return (values) => parts.reduce((sum, part) => sum + part(values), 0);
}

function fieldCost(parent: GraphQLNamedType, node: FieldNode, within: Within): Cost {
  const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  const type = definition && getNamedType(definition.type);
  if (definition === undefined || !isCompositeType(type) || node.selectionSet === undefined) return () => 0;
  const inner = compileCost(type, node.selectionSet, within);
  const declared = isNonNullType(definition.type) ? definition.type.ofType : definition.type;
  const paged = definition.args.some(({ name }) => name === 'first' || name === 'last');
  if (!paged) {
    // The page's size stands at the connection; its own lists are those items.
    const times = isListType(declared) && !parent.name.endsWith('Connection') ? PLAIN_LIST : 1;
    return (values) => times * (1 + inner(values));
  }
  const size = pageSize(node.arguments ?? []);
  return (values) => 1 + size(values) * (1 + inner(values));
}

function pageSize(args: readonly ArgumentNode[]): Cost {
  const given = args.filter(({ name }) => name.value === 'first' || name.value === 'last').map(({ value }) => value);
  return (values) => {
    const sizes = given.map((value) => {
      if (value.kind === Kind.INT) return Number(value.value);
      const found = value.kind === Kind.VARIABLE ? values[value.name.value] : undefined;
      return typeof found === 'number' ? found : undefined;
    });
    const known = sizes.filter((size) => size !== undefined);
    return known.length === 0 ? DEFAULT_PAGE : Math.max(0, ...known);
  };
}
