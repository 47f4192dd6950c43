import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Platform } from '../../platform/platform.ts';
import { readBacklog } from '../../subgraphs/integration/index.ts';
import type { Handler } from './server.ts';

/** What this process counts, for `GET /metrics` in Prometheus' text form. Names and states alone, never a subject. */
export interface Metrics {
  /** Counts and times what `handler` answers. */
  measured(name: string, handler: Handler): Handler;
  jobRan(run: { job: string; ok: boolean; ms: number }): void;
  handler: Handler;
}

export function createMetrics(role: string, hub?: Platform): Metrics {
  const registers = [new Registry()] as [Registry];
  const [registry] = registers;
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'Time to answer an HTTP request',
    labelNames: ['handler', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const runs = new Counter({ name: 'hub_job_runs_total', help: 'Runs of background jobs', labelNames: ['job', 'result'], registers });
  const seconds = new Counter({ name: 'hub_job_seconds_total', help: 'Time spent in background jobs', labelNames: ['job'], registers });
  if (hub !== undefined) watchDeliveries(hub, registers);
  return {
    measured: (name, handler) => async (request, response) => {
      const began = performance.now();
      const handled = await handler(request, response);
      if (handled) requests.observe({ handler: name, status: String(response.statusCode) }, (performance.now() - began) / 1_000);
      return handled;
    },
    jobRan({ job, ok, ms }) {
      runs.inc({ job, result: ok ? 'ok' : 'failed' });
      seconds.inc({ job }, ms / 1_000);
    },
    async handler(request, response) {
      if (request.url?.split('?')[0] !== '/metrics') return false;
      response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(await registry.metrics());
      return true;
    },
  };
}

/** Read when somebody asks: how many deliveries wait, and how old the oldest is. */
function watchDeliveries(hub: Platform, registers: [Registry]): void {
  const waiting = new Gauge({
    name: 'hub_synchronizations',
    help: 'Synchronizations not delivered yet',
    labelNames: ['connector', 'state'],
    registers,
  });
  new Gauge({
    name: 'hub_synchronization_oldest_seconds',
    help: 'Age of the oldest synchronization that waits to be delivered',
    labelNames: ['connector', 'state'],
    registers,
    async collect() {
      waiting.reset();
      this.reset();
      for (const { connector, state, count, ageSeconds } of await readBacklog(hub)) {
        waiting.set({ connector, state }, count);
        this.set({ connector, state }, ageSeconds);
      }
    },
  });
}
