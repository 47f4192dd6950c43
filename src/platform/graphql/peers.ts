import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { PEER_HEADER, type PeerProof } from '../auth/peer-proof.ts';
import type { SubgraphName } from '../config/config.ts';
import { HubError, upstreamUnavailable } from '../errors.ts';
import type { RequestHead } from './context.ts';
import type { Peers } from './peers.type.ts';

/** Runs one operation on a subgraph: in this process, or over HTTP. */
export type PeerTransport = (
  subgraph: SubgraphName,
  request: { query: string; variables: Record<string, unknown>; head: RequestHead },
) => Promise<ExecutionResult | { data?: unknown; errors?: readonly GraphQLFormattedError[] }>;

/** Peers that are asked in the name of one request. */
export function createPeers(transport: PeerTransport, head: RequestHead): Peers {
  return {
    async ask<T>(subgraph: SubgraphName, query: string, variables: Record<string, unknown>): Promise<T> {
      const { data, errors } = await transport(subgraph, { query, variables, head });
      const [error] = errors ?? [];
      if (error !== undefined) throw fromPeer(error);
      if (data == null) throw upstreamUnavailable();
      return data as T;
    },
  };
}

function fromPeer(error: { message: string; extensions?: Record<string, unknown> | undefined }): HubError {
  const code = error.extensions?.['code'];
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' || code === 'BAD_USER_INPUT' || code === 'LIMIT_EXCEEDED') {
    return new HubError(code, { vi: error.message, en: error.message }, { ...error.extensions });
  }
  return upstreamUnavailable();
}

/** Shorter than the gateway waits: what a subgraph can say of a silent peer must still reach the caller. */
const PEER_TIMEOUT_MS = 20_000;

/** Peers in processes of their own. */
export function httpPeers(urls: Record<SubgraphName, string>, proof: PeerProof): PeerTransport {
  return async (subgraph, { query, variables, head }) => {
    const body = JSON.stringify({ query, variables });
    let response: Response;
    try {
      response = await fetch(urls[subgraph], {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [PEER_HEADER]: proof.sign({ authorization: head.authorization, body }),
          ...(head.authorization === undefined ? {} : { authorization: head.authorization }),
          ...(head.acceptLanguage === undefined ? {} : { 'accept-language': head.acceptLanguage }),
        },
        body,
        signal: AbortSignal.timeout(PEER_TIMEOUT_MS),
      });
    } catch (cause) {
      throw Object.assign(upstreamUnavailable(), { cause });
    }
    if (!response.headers.get('content-type')?.includes('json')) throw upstreamUnavailable();
    return (await response.json()) as ExecutionResult;
  };
}
