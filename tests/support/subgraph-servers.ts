import { pino } from 'pino';
import { PeerProof } from '../../src/platform/auth/peer-proof.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../src/platform/config/config.ts';
import { httpPeers } from '../../src/platform/graphql/peers.ts';
import { readSupergraphSdl } from '../../src/roles/graph-service.ts';
import { type HttpServer, listen } from '../../src/roles/http/server.ts';
import { createSubgraphHandler } from '../../src/roles/http/subgraph.ts';
import { createLocalGraph } from '../../src/roles/local-graph.ts';
import type { TestHub } from './hub.ts';

/** The four subgraphs of a hub, each behind its own HTTP server as its role serves it; they ask each other over HTTP. */
export interface SubgraphServers {
  urls: Record<SubgraphName, string>;
  /** The committed supergraph with these addresses in it. */
  supergraphSdl: string;
  stop(): Promise<void>;
}

export async function serveSubgraphs({ platform }: TestHub): Promise<SubgraphServers> {
  const log = pino({ level: 'silent' });
  const servers = new Map<SubgraphName, HttpServer>();
  for (const name of SUBGRAPH_NAMES) servers.set(name, await listen({ host: '127.0.0.1', port: 0, variable: 'SUBGRAPH_PORT', log }));
  const urls = Object.fromEntries([...servers].map(([name, { url }]) => [name, `${url}/graphql`])) as Record<SubgraphName, string>;
  const proof = new PeerProof(platform.cipher);
  const stops: (() => Promise<void>)[] = [];
  for (const [name, server] of servers) {
    const graph = createLocalGraph(platform, { only: [name], remote: httpPeers(urls, proof) });
    const [schema, executor] = [graph.schemas.get(name)?.schema, graph.executorFor(name)];
    if (schema === undefined || executor === undefined) throw new Error(`no subgraph ${name}`);
    const handler = await createSubgraphHandler({ schema, executor, authenticator: platform.authenticator, proof, introspection: true });
    server.serve([handler.handler]);
    stops.push(() => server.stop(), handler.stop);
  }
  return {
    urls,
    supergraphSdl: withAddresses(urls),
    async stop() {
      for (const stop of stops) await stop();
    },
  };
}

function withAddresses(urls: Record<SubgraphName, string>): string {
  return SUBGRAPH_NAMES.reduce((sdl, name, at) => sdl.replace(`http://127.0.0.1:${4001 + at}/graphql`, urls[name]), readSupergraphSdl());
}
