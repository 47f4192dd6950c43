import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, isObjectType, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray, registerEnumType } from 'type-graphql';
import type { SubgraphName } from '../config/config.ts';
import type { StorageDefinition } from '../database/orm.ts';
import type { JobDefinition } from '../jobs/job.ts';
import type { HubContext } from './context.ts';
import { takeDefinedEnums } from './enums.ts';
import { DateTimeScalar, SCALARS } from './scalars.ts';

type Class = abstract new (...parameters: never[]) => unknown;

type Reference = Record<string, unknown> & { __typename: string };

/** Finds an entity by what another subgraph knows of it; null where the viewer may not see it. */
export type ReferenceResolver = (reference: Reference, context: HubContext) => Promise<object | null> | object | null;

/** One subgraph as its folder's `index.ts` offers it: its part of the graph, its storage, its jobs. */
export interface SubgraphDefinition {
  name: SubgraphName;
  resolvers: readonly Class[];
  /** Types that no query of this subgraph reaches: stubs of others' entities and implementations of Node. */
  orphanedTypes: readonly Class[];
  references: Record<string, ReferenceResolver>;
  storage: StorageDefinition;
  jobs: readonly JobDefinition[];
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external", "@shareable", "@inaccessible", "@provides", "@override", "@tag"])';

/** The executable Federation 2 schema of a subgraph and its SDL. */
export function buildSubgraph(definition: Pick<SubgraphDefinition, 'resolvers' | 'orphanedTypes' | 'references'>): {
  schema: GraphQLSchema;
  sdl: string;
} {
  for (const { enumeration, ...how } of takeDefinedEnums()) registerEnumType(enumeration, how);
  const plain = buildSchemaSync({
    resolvers: definition.resolvers as unknown as NonEmptyArray<new () => unknown>,
    orphanedTypes: definition.orphanedTypes as unknown as (new () => unknown)[],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    // Every subscription brings its own stream; the library only wants to see that there is one.
    pubSub: {
      publish: () => undefined,
      subscribe: () => {
        throw new Error('no topic is published in the schema');
      },
    },
    skipCheck: true,
  });
  const sdl = `${LINK}\n\n${printSchemaWithDirectives(plain)}`;
  const resolvers = withoutPlainReading(plain, definition.resolvers);
  for (const fields of Object.values(resolvers)) {
    // The library answers with a promise, which compiled operations take for the type itself.
    if ('__resolveType' in fields) fields['__resolveType'] = (value: { __typename?: string }) => value.__typename;
  }
  for (const scalar of SCALARS) {
    if (plain.getType(scalar.name) !== undefined) resolvers[scalar.name] = scalar as unknown as Record<string, unknown>;
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities !== undefined)
    entities.resolve = (_, { representations }, context) => findEntities(definition.references, representations, context);
  return { schema, sdl };
}

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
type ResolverMap = Record<string, Record<string, unknown>>;

/**
 * The resolvers of a schema without those that only read the property of their field's name: an executor does that by itself,
 * and a list has hundreds of them. What a resolver class has a method for is kept; a field is named as its property.
 */
function withoutPlainReading(schema: GraphQLSchema, classes: readonly Class[]): ResolverMap {
  const resolvers = createResolversMap(schema) as ResolverMap;
  const methods = new Set(classes.flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)));
  for (const [typeName, fields] of Object.entries(resolvers)) {
    if (!isObjectType(schema.getType(typeName)) || ROOTS.has(typeName)) continue;
    for (const name of Object.keys(fields)) if (!name.startsWith('__') && !methods.has(name)) delete fields[name];
  }
  return resolvers;
}

/** What `Query._entities` answers, in the order of what is asked: at once, where nothing has to be read for it. */
function findEntities(references: Record<string, ReferenceResolver>, asked: readonly Reference[], context: HubContext): unknown[] {
  return asked.map((reference) => {
    const find = references[reference.__typename];
    const found = find === undefined ? reference : find(reference, context);
    return found instanceof Promise ? found.then((entity) => named(entity, reference.__typename)) : named(found, reference.__typename);
  });
}

/** An entity says its type: several kinds of them are answered in one list. */
function named(entity: object | null, typename: string): object | null {
  return entity === null || '__typename' in entity ? entity : Object.assign(entity, { __typename: typename });
}
