import { PeerProof } from '../platform/auth/peer-proof.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../platform/config/config.ts';
import { httpPeers } from '../platform/graphql/peers.ts';
import { openFoundation, openGround } from './foundation.ts';
import { createHealthHandler, hubChecks } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { createPaymentHandler } from './http/payments.ts';
import { createFileHandler } from './http/portal-file.ts';
import { createInquiryHandler } from './http/portal-inquiry.ts';
import { listen } from './http/server.ts';
import { createSlipHandler } from './http/slips.ts';
import { createSubgraphHandler } from './http/subgraph.ts';
import { createLocalGraph } from './local-graph.ts';
import { readOptions } from './options.ts';
import { runService, UsageError } from './run.ts';
import { readSharedConfig } from './settings.ts';

/** `hub subgraph <name>`: one subgraph in its own process; it reaches its peers over HTTP. */
export function subgraph(args: string[]): Promise<number> {
  return runService(async (closers, signal) => {
    const name = readName(args);
    const config = readSharedConfig();
    const ground = await openGround(config, `subgraph-${name}`, { signal });
    closers.add(() => ground.close());
    const port = config.subgraphPort ?? Number(new URL(config.subgraphUrls[name]).port || 80);
    const server = await listen({ host: config.host, port, variable: 'SUBGRAPH_PORT', log: ground.log });
    closers.add(() => server.stop());
    const foundation = await openFoundation(ground, { subgraphsApart: true });
    closers.add(() => foundation.close());
    await serve(name, { ...foundation, closers, server });
    ground.log.info({ url: `${server.url}/graphql` }, 'ready');
  });
}

function readName(args: string[]): SubgraphName {
  const choices = SUBGRAPH_NAMES.join(' | ');
  const usage = `subgraph ${choices}`;
  const { positionals } = readOptions(args, { words: 1, usage });
  const name = SUBGRAPH_NAMES.find((each) => each === positionals[0]);
  if (name === undefined)
    throw new UsageError(`subgraph: cần một trong ${choices}\nsubgraph: must be one of ${choices}\nnpm run hub -- ${usage}`);
  return name;
}

type Serving = Awaited<ReturnType<typeof openFoundation>> & {
  closers: { add(step: () => Promise<unknown>): void };
  server: Awaited<ReturnType<typeof listen>>;
};

async function serve(name: SubgraphName, { platform, queues, closers, server }: Serving): Promise<void> {
  const proof = new PeerProof(platform.cipher);
  const local = createLocalGraph(platform, { only: [name], remote: httpPeers(platform.config.subgraphUrls, proof) });
  const built = local.schemas.get(name);
  const executor = local.executorFor(name);
  if (built === undefined || executor === undefined) throw new Error(`no subgraph ${name}`);
  const introspection = platform.config.mode !== 'production';
  const { authenticator } = platform;
  const graph = await createSubgraphHandler({ schema: built.schema, executor, authenticator, proof, introspection });
  closers.add(() => graph.stop());
  const metrics = createMetrics(`subgraph-${name}`, name === 'integration' ? platform : undefined);
  server.serve([
    metrics.measured('graphql', graph.handler),
    // Gateways' notices and statements come where payments are.
    ...(name === 'payments' ? [metrics.measured('payments', createPaymentHandler(platform))] : []),
    ...(name === 'dossiers' ? [metrics.measured('slips', createSlipHandler(platform))] : []),
    ...(name === 'dossiers'
      ? [metrics.measured('inquiries', createInquiryHandler(platform)), metrics.measured('portal_files', createFileHandler(platform))]
      : []),
    createHealthHandler(hubChecks(platform.db, queues)),
    metrics.handler,
  ]);
}
