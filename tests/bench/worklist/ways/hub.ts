import { createGraphService } from '../../../../src/roles/graph-service.ts';
import { createMetrics } from '../../../../src/roles/http/metrics.ts';
import { createLocalGraph } from '../../../../src/roles/local-graph.ts';
import type { Way } from './contract.ts';
import { openWay } from './open.ts';

/** The hub in one process: what `npm start` puts before a client, token to answer. */
export async function hub(): Promise<Way> {
  const platform = await openWay();
  const local = createLocalGraph(platform);
  const { config, authenticator, log } = platform;
  const graph = createGraphService({ config, authenticator, log, executorFor: local.executorFor });
  const handler = createMetrics('start', platform).measured('graphql', graph.handler);
  return {
    listener: (request, response) => {
      Promise.resolve(handler(request, response)).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
    },
  };
}
