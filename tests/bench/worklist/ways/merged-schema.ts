import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql';
import { SCALARS } from '../../../../src/platform/graphql/scalars.ts';
import { buildSubgraph } from '../../../../src/platform/graphql/subgraph.ts';
import { SUBGRAPHS } from '../../../../src/roles/subgraphs.ts';

type Resolve = GraphQLFieldResolver<unknown, unknown>;
type Resolvers = Record<string, Record<string, Resolve>>;

/** What other subgraphs ask of an object before they add to it, by its type: federation's `@requires`. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = { Dossier: ['grant', 'fees', 'feesSettled'], Payment: ['grant'] };

/**
 * The four subgraphs as one executable schema without federation: the same types and the same resolvers. A field that a
 * subgraph adds to another's type is handed what federation would have handed it, made once for each object.
 */
export function mergeSubgraphs(): GraphQLSchema {
  const parts = SUBGRAPHS.map((subgraph) => buildSubgraph(subgraph)).map(({ schema, sdl }) => ({ schema, document: parse(sdl) }));
  const fields = parts.flatMap(({ schema, document }) => fieldsOf(schema, document));
  const owners = Map.groupBy(fields, ({ typeName }) => typeName);
  const resolvers: Resolvers = {};
  for (const { typeName, name, schema, resolve } of fields) {
    const own = ownerOf(owners.get(typeName) ?? []) === schema;
    const ofType = resolvers[typeName] ?? {};
    resolvers[typeName] = ofType;
    if (resolve === undefined) continue;
    if (own) ofType[name] = resolve;
    else ofType[name] ??= typeName in REQUIRED ? handOver(resolve, typeName, ofType) : resolve;
  }
  return makeExecutableSchema({
    typeDefs: parts.map(({ document }) => withoutFederation(document)),
    resolvers: [resolvers, Object.fromEntries(SCALARS.map((scalar) => [scalar.name, scalar]))] as never,
    resolverValidationOptions: { requireResolversToMatchSchema: 'ignore', requireResolversForResolveType: 'ignore' },
  });
}

interface Field {
  typeName: string;
  name: string;
  schema: GraphQLSchema;
  /** Undefined: the property of that name is read. */
  resolve: Resolve | undefined;
}

/** A subgraph's own fields, not what it only reads of others. */
function fieldsOf(schema: GraphQLSchema, document: DocumentNode): Field[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const typeName = definition.name.value;
    const type = schema.getType(typeName);
    const own = definition.fields?.filter((node) => !hasDirective(node, 'external')) ?? [];
    return own.map(({ name: { value: name } }) => {
      const resolve = isObjectType(type) ? type.getFields()[name]?.resolve : undefined;
      return { typeName, name, schema, resolve };
    });
  });
}

/** The subgraph that knows most of a type; the others have stubs of it. */
function ownerOf(fields: readonly Field[]): GraphQLSchema | undefined {
  const bySchema = [...Map.groupBy(fields, ({ schema }) => schema)].sort(([, a], [, b]) => b.length - a.length);
  return bySchema[0]?.[0];
}

const representations = new WeakMap<object, object>();

function handOver(resolve: Resolve, typeName: string, fields: Record<string, Resolve>): Resolve {
  return (root, args, context, info) => {
    const owner = root as { id: unknown } & Record<string, unknown>;
    const known = representations.get(owner);
    if (known !== undefined) return resolve(known, args, context, info);
    const representation: Record<string, unknown> = { __typename: typeName, id: owner.id };
    for (const name of REQUIRED[typeName] ?? [])
      representation[name] = fields[name] === undefined ? owner[name] : fields[name](root, {}, context, info);
    representations.set(owner, representation);
    return resolve(representation, args, context, info);
  };
}

function hasDirective(node: FieldDefinitionNode, name: string): boolean {
  return node.directives?.some((directive: DirectiveNode) => directive.name.value === name) === true;
}

/** A subgraph's types without the directives that only composition reads. */
function withoutFederation(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION && kind !== Kind.DIRECTIVE_DEFINITION);
  return visit({ ...document, definitions }, { Directive: (node) => (node.name.value === 'deprecated' ? undefined : null) });
}
