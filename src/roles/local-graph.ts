import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphName } from '../platform/config/config.ts';
import { HubError } from '../platform/errors.ts';
import { createContext, type HubContext, type RequestHead } from '../platform/graphql/context.ts';
import { createPeers, type PeerTransport } from '../platform/graphql/peers.ts';
import { buildSubgraph } from '../platform/graphql/subgraph.ts';
import { languageOf } from '../platform/language.ts';
import { Lru } from '../platform/lru.ts';
import type { Platform } from '../platform/platform.ts';
import { SUBGRAPHS } from './subgraphs.ts';

/** The subgraphs of this process, run without an HTTP hop. */
export interface LocalGraph {
  schemas: ReadonlyMap<SubgraphName, { schema: GraphQLSchema; sdl: string }>;
  context(head: RequestHead): Promise<HubContext>;
  transport: PeerTransport;
}

/** Builds the schemas of all subgraphs; peers are asked through `remote` where it is given, else in this process. */
export function createLocalGraph(hub: Platform, remote?: PeerTransport): LocalGraph {
  const schemas = new Map(SUBGRAPHS.map((subgraph) => [subgraph.name, buildSubgraph(subgraph)] as const));
  const documents = new Lru<string, DocumentNode>(500);
  const documentOf = (query: string) => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    documents.set(query, document);
    return document;
  };
  const context = async (head: RequestHead): Promise<HubContext> => {
    const viewer = await hub.authenticator.viewer(head.authorization);
    return createContext({ hub, viewer, language: languageOf(head.acceptLanguage), peers: createPeers(remote ?? transport, head) });
  };
  const transport: PeerTransport = async (name, { query, variables, head }) => {
    const built = schemas.get(name);
    if (built === undefined) throw new Error(`no subgraph ${name}`);
    const contextValue = await context(head);
    const result = await execute({ schema: built.schema, document: documentOf(query), variableValues: variables, contextValue });
    return speak(result, contextValue, hub);
  };
  return { schemas, context, transport };
}

/** Errors in the caller's language; what the hub did not mean to say goes to the log instead. */
export function speak(result: ExecutionResult, context: Pick<HubContext, 'language'>, hub: Pick<Platform, 'log'>): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    const cause = error.originalError;
    if (cause instanceof HubError)
      return Object.assign(cause.toGraphQL(context.language), { path: error.path, locations: error.locations });
    if (cause !== undefined && error.extensions['code'] === undefined) hub.log.error({ err: cause, path: error.path }, 'a resolver failed');
    return error;
  });
  return { ...result, errors };
}
