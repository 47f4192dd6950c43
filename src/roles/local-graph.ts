import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, parse } from 'graphql';
import { NOBODY, type Viewer } from '../platform/auth/viewer.ts';
import type { SubgraphName } from '../platform/config/config.ts';
import { HubError } from '../platform/errors.ts';
import { createContext, type HubContext, type RequestHead } from '../platform/graphql/context.ts';
import { type ContextFactory, createLocalExecutor } from '../platform/graphql/local-executor.ts';
import { createPeers, type PeerTransport } from '../platform/graphql/peers.ts';
import { buildSubgraph } from '../platform/graphql/subgraph.ts';
import type { CallContext, SubgraphExecutor, SubgraphRequest } from '../platform/graphql/subgraph-executor.ts';
import { languageOf } from '../platform/language.ts';
import { Lru } from '../platform/lru.ts';
import type { Platform } from '../platform/platform.ts';
import { SUBGRAPHS } from './subgraphs.ts';

/** The subgraphs of this process, run without an HTTP hop. */
export interface LocalGraph {
  schemas: ReadonlyMap<SubgraphName, { schema: GraphQLSchema; sdl: string }>;
  /** How one subgraph asks another. */
  transport: PeerTransport;
  /** How a gateway runs its plans here; undefined: there is no such subgraph. */
  executorFor(subgraph: string): SubgraphExecutor | undefined;
}

/** Builds the schemas of the subgraphs named, or of all; peers are asked through `remote` where it is given, else in this process. */
export function createLocalGraph(
  hub: Platform,
  options: {
    remote?: PeerTransport;
    only?: readonly SubgraphName[];
    /** Who asks, where a command does and no token is sent. */
    as?: Viewer;
  } = {},
): LocalGraph {
  const definitions = SUBGRAPHS.filter(({ name }) => options.only === undefined || options.only.includes(name));
  const schemas = new Map(definitions.map((subgraph) => [subgraph.name, buildSubgraph(subgraph)] as const));
  const documents = new Lru<string, DocumentNode>(500);
  const documentOf = (query: string) => {
    const known = documents.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    documents.set(query, document);
    return document;
  };
  const contextFor: ContextMaker = (viewer, head, fromPeer) => {
    const peers = createPeers(options.remote ?? transport, head);
    return createContext({ hub, viewer, language: languageOf(head.acceptLanguage), peers, fromPeer });
  };
  const peerContext = async (head: RequestHead): Promise<HubContext> =>
    contextFor(options.as ?? (await hub.authenticator.viewer(head.authorization)), head, true);
  const transport: PeerTransport = async (name, { query, variables, head }) => {
    const built = schemas.get(name);
    if (built === undefined) throw new Error(`no subgraph ${name}`);
    const contextValue = await peerContext(head);
    const result = await execute({ schema: built.schema, document: documentOf(query), variableValues: variables, contextValue });
    return speak(result, contextValue, hub);
  };
  const executors = new Map<string, SubgraphExecutor>();
  const factoryOf = contextFactory(hub, contextFor);
  for (const [name, { schema }] of schemas) {
    executors.set(name, createLocalExecutor(schema, factoryOf(name), { onFault: faultLogger(hub, name) }));
  }
  return { schemas, transport, executorFor: (name) => executors.get(name) };
}

type ContextMaker = (viewer: Viewer, head: RequestHead, fromPeer: boolean) => HubContext;

/**
 * All reading steps of an operation share one context for each subgraph, so that what one step has loaded no other loads again.
 * A change has a context of its own, and what follows it anywhere begins with a new one: what was changed must be read anew.
 */
function contextFactory(hub: Platform, contextFor: ContextMaker): (subgraph: string) => ContextFactory {
  const kept = new WeakMap<CallContext, Map<string, HubContext>>();
  return (subgraph) =>
    async ({ context: call, operationType }: SubgraphRequest): Promise<HubContext> => {
      if (operationType !== 'query') kept.delete(call);
      const known = kept.get(call)?.get(subgraph);
      if (known !== undefined) return known;
      const viewer = isViewer(call.principal) ? call.principal : await hub.authenticator.viewer(call.authorization);
      const made = contextFor(viewer, call, call.fromPeer === true);
      if (operationType === 'query') kept.set(call, (kept.get(call) ?? new Map<string, HubContext>()).set(subgraph, made));
      return made;
    };
}

/** A gateway in this process has verified the token already. */
function isViewer(principal: unknown): principal is Viewer {
  return typeof principal === 'object' && principal !== null && Object.keys(NOBODY).every((key) => key in principal);
}

function faultLogger(hub: Pick<Platform, 'log'>, subgraph: string) {
  return ({ error, path, request }: { error: Error; path: ReadonlyArray<string | number> | undefined; request: SubgraphRequest }): void =>
    hub.log.error({ subgraph, path, requestId: request.context.requestId, ...describe(error) }, 'a resolver failed');
}

/** An error as the log may keep it: a message of the database may quote a value. */
function describe(error: Error): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  const quotes = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return { error: error.name, code, ...(quotes ? {} : { message: error.message }), at: frames?.map((line) => line.trim()) };
}

/** Errors in the caller's language; what the hub did not mean to say goes to the log instead. */
export function speak(result: ExecutionResult, context: Pick<HubContext, 'language'>, hub: Pick<Platform, 'log'>): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map((error) => {
    const cause = error.originalError;
    if (cause instanceof HubError) {
      return Object.assign(cause.toGraphQL(context.language), { path: error.path, locations: error.locations });
    }
    if (cause !== undefined && error.extensions['code'] === undefined) {
      hub.log.error({ path: error.path, ...describe(cause) }, 'a resolver failed');
    }
    return error;
  });
  return { ...result, errors };
}
