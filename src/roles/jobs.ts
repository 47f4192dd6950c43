import type { JobDefinition } from '../platform/jobs/job.ts';
import { SUBGRAPHS } from './subgraphs.ts';

/** Every background job of the hub. A job's own input type is checked where it is declared; the queue only knows JSON. */
export const ALL_JOBS: readonly JobDefinition[] = SUBGRAPHS.flatMap((subgraph) => subgraph.jobs);
