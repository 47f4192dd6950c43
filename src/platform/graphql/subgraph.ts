import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import type { SubgraphName } from '../config/config.ts';
import type { StorageDefinition } from '../database/orm.ts';
import type { JobDefinition } from '../jobs/job.ts';
import type { HubContext } from './context.ts';
import { DateTimeScalar, SCALARS } from './scalars.ts';

type Class = abstract new (...parameters: never[]) => unknown;

/** Finds an entity by what another subgraph knows of it; null where the viewer may not see it. */
export type ReferenceResolver = (
  reference: Record<string, unknown> & { __typename: string },
  context: HubContext,
) => Promise<object | null>;

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
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const fields of Object.values(resolvers)) {
    // The library answers with a promise, which compiled operations take for the type itself.
    if ('__resolveType' in fields) fields['__resolveType'] = (value: { __typename?: string }) => value.__typename;
  }
  for (const [typeName, resolve] of Object.entries(definition.references)) {
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: resolve };
  }
  for (const scalar of SCALARS) {
    if (plain.getType(scalar.name) !== undefined) resolvers[scalar.name] = scalar as unknown as Record<string, unknown>;
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]), sdl };
}
