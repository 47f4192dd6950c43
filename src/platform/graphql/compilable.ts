import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  isInputType,
  isNonNullType,
  typeFromAST,
} from 'graphql';

/**
 * Whether the compiler reads the operation's variables as the interpreter does. It takes a field of an input that must not be null for one that
 * must be given, even where it has a default: the same call would be refused from its third time on.
 */
export function readsVariables(schema: GraphQLSchema, document: DocumentNode): boolean {
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  const seen = new Set<GraphQLInputType>();
  return !definitions.some(({ type: node }) => {
    const type = typeFromAST(schema, node);
    return isInputType(type) && hasRequiredDefault(type, seen);
  });
}

function hasRequiredDefault(type: GraphQLInputType, seen: Set<GraphQLInputType>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some(
    (field) => (isNonNullType(field.type) && field.defaultValue !== undefined) || hasRequiredDefault(field.type, seen),
  );
}
