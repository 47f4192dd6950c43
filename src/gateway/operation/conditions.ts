import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** The variables that decide, by @skip and @include, which parts of an operation take part. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const name = variableOf(node);
      if (name !== undefined) names.add(name);
    },
  });
  return [...names];
}

export function isIncluded(node: { readonly directives?: readonly DirectiveNode[] | undefined }, values: Values): boolean {
  for (const directive of node.directives ?? []) {
    const kind = directive.name.value;
    if (kind !== 'skip' && kind !== 'include') continue;
    const name = variableOf(directive);
    const condition = directive.arguments?.[0]?.value;
    const holds = name === undefined ? condition?.kind === Kind.BOOLEAN && condition.value : values[name] === true;
    if (holds === (kind === 'skip')) return false;
  }
  return true;
}

function variableOf(directive: DirectiveNode): string | undefined {
  if (directive.name.value !== 'skip' && directive.name.value !== 'include') return undefined;
  const value = directive.arguments?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}
