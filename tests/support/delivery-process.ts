import 'reflect-metadata';
import { pino } from 'pino';
import type { PortalOutcome, PortalTask } from '../../connectors/contract/portal.ts';
import { openQueues } from '../../src/platform/jobs/queues.ts';
import { startWorkers } from '../../src/platform/jobs/workers.ts';
import { integration } from '../../src/subgraphs/integration/index.ts';
import { openHub } from './integration.ts';

/** A worker in a process of its own, which a test may kill. Its portal is an HTTP server of the test. */
const { DATABASE_URL: databaseUrl = '', PORTAL_URL: portalUrl = '', PII: pii = '', INDEX: index = '' } = process.env;

const log = pino({ level: 'silent' });
const queues = await openQueues({ databaseUrl, queueUrl: undefined, log });
const { hub } = openHub(databaseUrl, {
  keys: { pii, index },
  wakeUps: queues,
  portal: {
    batchSize: 50,
    lookUp: async () => null,
    async deliver(tasks: PortalTask[]) {
      const response = await fetch(portalUrl, { method: 'POST', body: JSON.stringify(tasks) });
      return (await response.json()) as PortalOutcome[];
    },
  },
});
await startWorkers(hub, integration.jobs, { databaseUrl, queueUrl: undefined });
