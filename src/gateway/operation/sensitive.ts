import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Names of input types that carry personal data, with every input object that contains one. */
export type SensitiveInputs = ReadonlySet<string>;

export function sensitiveInputs(schema: GraphQLSchema, names: readonly string[]): SensitiveInputs {
  const sensitive = new Set(names);
  const types = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  for (let grown = true; grown; ) {
    const before = sensitive.size;
    for (const type of types)
      if (Object.values(type.getFields()).some((field) => sensitive.has(getNamedType(field.type).name))) sensitive.add(type.name);
    grown = sensitive.size > before;
  }
  return sensitive;
}

/** Whether any argument, input field or variable of the document is of such a type. */
export function usesSensitiveInput(document: DocumentNode, within: { schema: GraphQLSchema; sensitive: SensitiveInputs }): boolean {
  let found = false;
  const info = new TypeInfo(within.schema);
  const look = (type: GraphQLNamedType | undefined): void => {
    if (type !== undefined && within.sensitive.has(type.name)) found = true;
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument: () => look(getNamedType(info.getInputType() ?? undefined)),
      ObjectField: () => look(getNamedType(info.getInputType() ?? undefined)),
      VariableDefinition: () => look(getNamedType(info.getInputType() ?? undefined)),
    }),
  );
  return found;
}
