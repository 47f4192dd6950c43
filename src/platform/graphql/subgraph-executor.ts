import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Language } from '../language.ts';

/** What belongs to one caller's request and travels to every subgraph that takes part in it. */
export interface CallContext {
  /** The `Authorization` header as it came, undefined for nobody. */
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly language: Language;
  /** Joins the log lines of one request across processes; never shown as a fact. */
  readonly requestId: string;
  /** Whatever the gateway's `authenticate` handed over, so that a token is verified once in the one-process form. */
  readonly principal?: unknown;
  /** Another subgraph of the hub asks and has proven it; never set for what a gateway passes on. */
  readonly fromPeer?: boolean;
  /** Aborted when the caller goes away. */
  readonly signal?: AbortSignal;
}

/** One operation for one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  /** The same object for every run of the same step of a plan: safe as a cache key. */
  readonly document: DocumentNode;
  /** The document's text, for executors that send it on. */
  readonly query: string;
  readonly operationType: 'query' | 'mutation' | 'subscription';
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** The same object for all calls of one caller's request: safe as the key of a WeakMap that holds loaders. */
  readonly context: CallContext;
  readonly signal: AbortSignal | undefined;
}

export type SubgraphAnswer = ExecutionResult | AsyncIterable<ExecutionResult>;

/**
 * Runs an operation on one subgraph. It answers a result, or a stream of results for a subscription.
 * Throwing means that the subgraph does not answer; a refusal is an error inside the result.
 * The `data` of a result belongs to the caller, which may change it in place.
 */
export type SubgraphExecutor = (request: SubgraphRequest) => SubgraphAnswer | Promise<SubgraphAnswer>;

export function isAsyncIterable(value: unknown): value is AsyncIterable<ExecutionResult> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
