import type { SubgraphName } from '../config/config.ts';

/**
 * Asks another subgraph in the caller's name: one batched call, outside any transaction. Throws
 * UPSTREAM_UNAVAILABLE where it does not answer, and the peer's own HubError-coded errors as they are.
 */
export interface Peers {
  ask<T>(subgraph: SubgraphName, query: string, variables: Record<string, unknown>): Promise<T>;
}
