import { z } from 'zod';
import { defineJob } from '../../../../platform/jobs/job.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { fetchFrom } from './fetch.ts';
import { SftpProblem, type SftpProblemCode } from './problem.ts';
import { forgetSource, isDue, notedSources, noteVisit } from './state.ts';
import { SFTP_LIMITS } from './transport.ts';

const EVERY_MS = 5 * 60_000;

/**
 * Visits one server and notes how that went; one that failed is left alone for a while, and one that the settings name no more is forgotten.
 * A fault of the network or the server is noted and never thrown.
 */
export async function fetchStatements(
  hub: Platform,
  name: string,
  { limits = SFTP_LIMITS, signal = new AbortController().signal } = {},
): Promise<void> {
  const source = hub.config.sftpSources.find((each) => each.name === name);
  if (source === undefined) return forgetSource(hub, name);
  if (!(await isDue(hub, source))) return;
  let problem: SftpProblemCode | null;
  try {
    problem = await fetchFrom(hub, source, { limits, signal });
  } catch (error) {
    if (!(error instanceof SftpProblem)) throw error;
    problem = error.code;
    if (problem === 'STOPPED') return;
    const cause = error.cause instanceof Error ? error.cause.message : undefined;
    hub.log.warn({ source: name, problem, cause }, 'statements could not be fetched');
  }
  await noteVisit(hub, source, problem);
}

/** Fetches statements from the servers that providers lay them on. */
export const fetchStatementsJob = defineJob({
  name: 'payments.sftp',
  input: z.object({ source: z.string() }),
  key: ({ source }) => source,
  attempts: 2,
  backoffMs: 10_000,
  schedule: {
    everyMs: EVERY_MS,
    async inputs(hub) {
      const names = new Set([...hub.config.sftpSources.map(({ name }) => name), ...(await notedSources(hub))]);
      return [...names].map((source) => ({ source }));
    },
  },
  run: (hub, { source }, signal) => fetchStatements(hub, source, { signal }),
});
