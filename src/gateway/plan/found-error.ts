import type { ErrorPath } from './paths.ts';

/** A subgraph's own error: from another process as JSON, from this one as graphql-js made it. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: ErrorPath | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An error as a subgraph gave it, or undefined where the subgraph did not answer; the path is in the plan's own keys. */
export interface FoundError {
  readonly subgraph: string;
  readonly path: ErrorPath;
  readonly error: SubgraphError | undefined;
}
