import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLScalarType,
  type GraphQLSchema,
  isInterfaceType,
  isScalarType,
  Kind,
  type NamedTypeNode,
  parse,
  specifiedDirectives,
} from 'graphql';
import { TypeConditions } from './plan/paths.ts';
import { createPlanning, type Planning } from './plan/planning.ts';

/** A supergraph, read once at the start. */
export interface Supergraph {
  /** What clients see: without `@inaccessible` parts and without federation's own types. */
  readonly publicSchema: GraphQLSchema;
  readonly planning: Planning;
  readonly types: TypeConditions;
  /** Where each subgraph is reached, by the name that plans use for it. */
  readonly urls: ReadonlyMap<string, string>;
}

const BUILT_IN_SCALARS = new Set(['Boolean', 'Float', 'Int', 'ID', 'String']);
const BUILT_IN_DIRECTIVES = new Set([...specifiedDirectives.map((directive) => directive.name), 'oneOf', 'defer', 'stream']);

/**
 * Throws where the text is not a supergraph that a Federation 2 composition made. With `scalars`, values of those
 * are checked before any subgraph is asked.
 */
export function readSupergraph(supergraphSdl: string, scalars: readonly GraphQLScalarType[] = []): Supergraph {
  const planner = new QueryPlanner(supergraphSdl);
  const document = parse(planner.consumerSchema, { noLocation: true });
  const shown = document.definitions.flatMap((definition) => withoutIntrospection(definition));
  const names = new Set(shown.flatMap((definition) => ('name' in definition && definition.name ? [definition.name.value] : [])));
  const definitions = shown.map((definition) => withoutHidden(definition, names));
  const publicSchema = buildASTSchema({ ...document, definitions }, { assumeValidSDL: true });
  for (const { name, parseValue, parseLiteral } of scalars) {
    const type = publicSchema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral: locating(parseLiteral) });
  }
  const supergraph = parse(supergraphSdl, { noLocation: true });
  return {
    publicSchema,
    planning: createPlanning(planner, { supergraphSdl, schema: publicSchema }),
    types: new TypeConditions(supergraph, interfaceKeys(supergraph, publicSchema)),
    urls: subgraphUrls(supergraph),
  };
}

/** A refusal of a literal tells which one it was. */
function locating(parseLiteral: GraphQLScalarType['parseLiteral']): GraphQLScalarType['parseLiteral'] {
  return (nodes, variables) => {
    try {
      return parseLiteral(nodes, variables);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new GraphQLError(error.message, { nodes, extensions: error.extensions, originalError: error });
    }
  };
}

/** The planner spells out introspection; graphql-js brings its own. */
function withoutIntrospection(definition: DefinitionNode): DefinitionNode[] {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION && BUILT_IN_DIRECTIVES.has(definition.name.value)) return [];
  if ('name' in definition && definition.name?.value.startsWith('__')) return [];
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION && BUILT_IN_SCALARS.has(definition.name.value)) return [];
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition];
  const fields = definition.fields?.filter((field) => !field.name.value.startsWith('__')) ?? [];
  return [{ ...definition, fields }];
}

/** The planner leaves the names of hidden types in unions and behind `implements`. */
function withoutHidden(definition: DefinitionNode, names: ReadonlySet<string>): DefinitionNode {
  const shown = (types: readonly NamedTypeNode[] | undefined): NamedTypeNode[] => types?.filter(({ name }) => names.has(name.value)) ?? [];
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) return { ...definition, types: shown(definition.types) };
  const implementing = definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return implementing ? { ...definition, interfaces: shown(definition.interfaces) } : definition;
}

function interfaceKeys(supergraph: DocumentNode, schema: GraphQLSchema): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = definition.directives?.filter((directive) => directive.name.value === 'join__type') ?? [];
    const objects = joins.filter((join) =>
      join.arguments?.some(({ name, value }) => name.value === 'isInterfaceObject' && value.kind === Kind.BOOLEAN && value.value),
    );
    const type = schema.getType(definition.name.value);
    const found = objects.flatMap(
      (join) =>
        join.arguments?.flatMap(({ name, value }) => (name.value === 'key' && value.kind === Kind.STRING ? [value.value] : [])) ?? [],
    );
    const visible = found.filter((key) => isInterfaceType(type) && type.getFields()[key] !== undefined);
    if (visible.length > 0) keys.set(definition.name.value, [...new Set(visible)]);
  }
  return keys;
}

function subgraphUrls(document: DocumentNode): Map<string, string> {
  const urls = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      const argument = (name: string): string => {
        const node = graph?.arguments?.find((candidate) => candidate.name.value === name)?.value;
        return node?.kind === Kind.STRING ? node.value : '';
      };
      urls.set(argument('name') || value.name.value, argument('url'));
    }
  }
  return urls;
}
