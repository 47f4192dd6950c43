import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parseConstValue,
  print,
} from 'graphql';

/** A field of the root that stands for an object which is known by its key. */
export interface Entry {
  readonly field: string;
  readonly key: string;
}

/** The subgraph that no plan calls: what it would answer is known already. */
export const ENTRY_SUBGRAPH = 'entry';
const GRAPH = 'ENTRY__';

/** The types whose objects can be found again by one field that callers see too. */
export function findEntries(supergraph: DocumentNode, schema: GraphQLSchema): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const definition of objectTypes(supergraph)) {
    const type = schema.getType(definition.name.value);
    const keys = joins(definition, 'join__type')
      .filter(isResolvable)
      .flatMap((join) => textOf(join, 'key') ?? []);
    const key = keys.find((each) => isObjectType(type) && type.getFields()[each] !== undefined);
    if (key !== undefined) entries.set(definition.name.value, { field: `_entry_${definition.name.value}`, key });
  }
  return entries;
}

/** The supergraph with a subgraph more, where plans may begin at an object of each of these types. */
export function withEntries(supergraph: DocumentNode, entries: ReadonlyMap<string, Entry>): string {
  const definitions = supergraph.definitions.map((definition) => {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      const value = {
        kind: Kind.ENUM_VALUE_DEFINITION,
        name: nameOf(GRAPH),
        directives: [directive('join__graph', { name: `"${ENTRY_SUBGRAPH}"`, url: '""' })],
      } as const;
      return { ...definition, values: [...(definition.values ?? []), value] };
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    if (definition.name.value === 'Query') return withRootFields(definition, entries);
    const entry = entries.get(definition.name.value);
    return entry === undefined ? definition : withKey(definition, entry);
  });
  return print({ ...supergraph, definitions });
}

function withRootFields(query: ObjectTypeDefinitionNode, entries: ReadonlyMap<string, Entry>): ObjectTypeDefinitionNode {
  const own = owned(query);
  const added = [...entries].map(
    ([type, { field }]): FieldDefinitionNode => ({
      kind: Kind.FIELD_DEFINITION,
      name: nameOf(field),
      type: { kind: Kind.NAMED_TYPE, name: nameOf(type) },
      directives: [directive('join__field', { graph: GRAPH })],
    }),
  );
  const directives = [...(own.directives ?? []), directive('join__type', { graph: GRAPH })];
  return { ...own, directives, fields: [...(own.fields ?? []), ...added] };
}

function withKey(type: ObjectTypeDefinitionNode, { key }: Entry): ObjectTypeDefinitionNode {
  const own = owned(type);
  const fields = own.fields?.map((field) =>
    field.name.value === key ? { ...field, directives: [...(field.directives ?? []), directive('join__field', { graph: GRAPH })] } : field,
  );
  const directives = [...(own.directives ?? []), directive('join__type', { graph: GRAPH, key: `"${key}"`, resolvable: 'false' })];
  return { ...own, directives, ...(fields && { fields }) };
}

/** A field that names no subgraph is in all that have its type: each is named, before there is one more. */
function owned(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const graphs = [...new Set(joins(type, 'join__type').flatMap((join) => textOf(join, 'graph') ?? []))];
  const named = graphs.map((graph) => directive('join__field', { graph }));
  const fields = type.fields?.map((field) =>
    field.directives?.some(({ name }) => name.value === 'join__field')
      ? field
      : { ...field, directives: [...(field.directives ?? []), ...named] },
  );
  return { ...type, ...(fields && { fields }) };
}

function objectTypes({ definitions }: DocumentNode): ObjectTypeDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

function joins({ directives }: ObjectTypeDefinitionNode, name: string): ConstDirectiveNode[] {
  return directives?.filter((each) => each.name.value === name) ?? [];
}

function textOf(join: ConstDirectiveNode, name: string): string | undefined {
  const value = join.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function isResolvable(join: ConstDirectiveNode): boolean {
  return !join.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value);
}

function nameOf(value: string): { kind: Kind.NAME; value: string } {
  return { kind: Kind.NAME, value };
}

function directive(name: string, args: Readonly<Record<string, string>>): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: nameOf(name),
    arguments: Object.entries(args).map(([argument, text]) => ({
      kind: Kind.ARGUMENT,
      name: nameOf(argument),
      value: parseConstValue(text, { noLocation: true }),
    })),
  };
}
