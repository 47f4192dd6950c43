import { buildSubgraphSchema } from '@apollo/subgraph';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { composeServices } from '@theguild/federation-composition';
import DataLoader from 'dataloader';
import { execute, type GraphQLSchema, parse } from 'graphql';
import { createGateway } from '../../src/gateway/gateway.ts';
import { createLocalExecutor } from '../../src/platform/graphql/local-executor.ts';
import type { CallContext, SubgraphExecutor } from '../../src/platform/graphql/subgraph-executor.ts';

/** How many times as fast as the plain schema each way is; the median of alternating rounds. */
export interface GatewayRatios {
  /** The gateway over subgraphs in this process / the same resolvers as one schema, run by graphql-js. */
  readonly toPlain: number;
  /** The same / one schema, compiled. */
  readonly toCompiled: number;
}

interface Loading {
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}
type Row = { id: string };

const ROWS = Array.from({ length: 20 }, (_, index) => String(index));
const QUERY = `{ dossiers { nodes { id code status applicant { id fullName } payments { id reference amount status } synchronizations { id state attempts } } } }`;
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@requires", "@external", "@inaccessible"])\n';
const TYPES = {
  dossier: 'id: ID! code: String! status: String!',
  applicant: 'type Citizen { id: ID! fullName: String }',
  payments: 'type Payment { id: ID! reference: String! amount: Int! status: String! }',
  synchronizations: 'type Sync { id: ID! state: String! attempts: Int! }',
};
const QUERY_TYPE = 'type Page { nodes: [Dossier!]! } type Query { dossiers: Page! }';
const FIELDS = { applicant: 'Citizen', payments: '[Payment!]', synchronizations: '[Sync!]' };
const VALUES: Record<keyof typeof FIELDS, (id: string) => unknown> = {
  applicant: (id) => ({ id, fullName: `Nguyễn Văn ${id}` }),
  payments: (id) => [0, 1, 2].map((n) => ({ id: `${id}-${n}`, reference: `ref-${id}-${n}`, amount: n * 1000, status: 'SUCCEEDED' })),
  synchronizations: (id) => [{ id, state: 'DELIVERED', attempts: 1 }],
};
const dossierOf = (id: string): object => ({
  __typename: 'Dossier',
  id,
  code: `H12.1-250701-${id}`,
  status: 'ACCEPTED',
  grant: `grant-${id}`,
});
const rootResolvers = { dossiers: () => ({ nodes: ROWS.map(dossierOf) }) };

function load(name: keyof typeof FIELDS): (row: Row, _: unknown, context: Loading) => Promise<unknown> {
  return ({ id }, _, { loaders }) => {
    const loader = loaders.get(name) ?? new DataLoader((ids: readonly string[]) => Promise.resolve(ids.map(VALUES[name])));
    loaders.set(name, loader);
    return loader.load(id);
  };
}

const resolvers = { applicant: load('applicant'), payments: load('payments'), synchronizations: load('synchronizations') };
const freshContext = (): Loading => ({ loaders: new Map() });

function plainSchema(): GraphQLSchema {
  const fields = Object.entries(FIELDS)
    .map(([name, type]) => `${name}: ${type}`)
    .join(' ');
  const typeDefs = `${TYPES.applicant} ${TYPES.payments} ${TYPES.synchronizations} ${QUERY_TYPE} type Dossier { ${TYPES.dossier} ${fields} }`;
  return makeExecutableSchema({ typeDefs, resolvers: { Query: rootResolvers, Dossier: resolvers } });
}

function subgraphs(): Map<string, { sdl: string; resolvers: object }> {
  const parts = new Map<string, { sdl: string; resolvers: object }>();
  parts.set('dossiers', {
    sdl: `${LINK} type Dossier @key(fields: "id") { ${TYPES.dossier} grant: String @inaccessible } ${QUERY_TYPE}`,
    resolvers: { Query: rootResolvers, Dossier: { __resolveReference: ({ id }: Row) => dossierOf(id) } },
  });
  for (const name of Object.keys(FIELDS) as Array<keyof typeof FIELDS>) {
    const sdl = `${LINK} ${TYPES[name]} type Dossier @key(fields: "id") { id: ID! grant: String @external ${name}: ${FIELDS[name]} @requires(fields: "grant") }`;
    parts.set(name, { sdl, resolvers: { Dossier: { [name]: resolvers[name] } } });
  }
  return parts;
}

/** Measures for about `rounds` × 3 × `milliseconds`; the first round of each is not counted. */
export async function benchGateway({ rounds = 5, milliseconds = 700 } = {}): Promise<GatewayRatios> {
  const parts = subgraphs();
  const { supergraphSdl } = composeServices(
    [...parts].map(([name, { sdl }]) => ({ name, url: 'http://127.0.0.1:9', typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error('The benchmark graph does not compose.');
  const executors = new Map<string, SubgraphExecutor>();
  for (const [name, { sdl, resolvers: own }] of parts) {
    executors.set(name, createLocalExecutor(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: own as never }]), freshContext));
  }
  const gateway = createGateway({ supergraphSdl, executorFor: (name) => executors.get(name) });
  const schema = plainSchema();
  const document = parse(QUERY);
  const compiled = createLocalExecutor(schema, freshContext);
  const context: CallContext = { authorization: undefined, acceptLanguage: undefined, language: 'vi', requestId: 'bench' };
  const ways = [
    async () => gateway.execute({ query: QUERY, operationName: undefined, variables: undefined }, context),
    async () => execute({ schema, document, contextValue: freshContext() }),
    async () =>
      compiled({ subgraph: '', document, query: QUERY, operationType: 'query', variables: undefined, context, signal: undefined }),
  ];
  const measured: number[][] = [];
  for (let round = 0; round <= rounds; round++) {
    const speeds: number[] = [];
    for (const way of ways) speeds.push(await speedOf(way, milliseconds));
    if (round > 0) measured.push(speeds);
  }
  gateway.stop();
  return { toPlain: medianRatio(measured, 1), toCompiled: medianRatio(measured, 2) };
}

/** Answers per second, as JSON text, 16 at once. */
async function speedOf(way: () => Promise<unknown>, milliseconds: number): Promise<number> {
  const start = performance.now();
  let answers = 0;
  const work = async (): Promise<void> => {
    while (performance.now() - start < milliseconds) {
      const text = JSON.stringify(await way());
      if (!text.includes('"attempts":1')) throw new Error(`Not the expected answer: ${text.slice(0, 200)}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return (answers * 1000) / (performance.now() - start);
}

function medianRatio(measured: readonly number[][], to: number): number {
  const ratios = measured.map((speeds) => (speeds[0] ?? 0) / (speeds[to] ?? 1)).sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length / 2)] ?? 0;
}
