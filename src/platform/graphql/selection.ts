import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Surroundings = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues'>;

/** The names of the fields that an operation selects right below the field that is being resolved. */
export function selectedFields(info: Pick<GraphQLResolveInfo, 'fieldNodes'> & Surroundings): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of info.fieldNodes) collect(node.selectionSet, info, names);
  return names;
}

function collect(selections: SelectionSetNode | undefined, surroundings: Surroundings, names: Set<string>): void {
  for (const selection of selections?.selections ?? []) {
    if (isLeftOut(selection, surroundings)) continue;
    if (selection.kind === Kind.FIELD) names.add((selection satisfies FieldNode).name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, surroundings, names);
    else collect(surroundings.fragments[selection.name.value]?.selectionSet, surroundings, names);
  }
}

function isLeftOut(selection: SelectionNode, { variableValues }: Surroundings): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return false;
  const skipped = getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true;
  return skipped || getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] === false;
}
