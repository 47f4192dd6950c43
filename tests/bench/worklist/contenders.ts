import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../src/roles/settings.ts';
import { startRoleProcesses } from '../../support/forms.processes.ts';
import type { ContenderMessage } from './serve.ts';

/** One form that answers the worklist, up and waiting. */
export interface Contender {
  name: string;
  title: string;
  url: string;
  /** Statements that it has sent to PostgreSQL so far; undefined: several processes, not counted. */
  statements?: () => Promise<number>;
  stop(): Promise<void>;
}

const READY_MS = 120_000;
const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));

export const TITLES = {
  hub: 'the hub in one process (npm start)',
  'hand-written': '(a) one hand-written SQL over node:http, no access control, no records',
  processes: '(b) the hub, a process for each role, over HTTP',
  'one-schema': '(c) the same resolvers as one plain schema, graphql-js',
  'one-schema-compiled': '    the same, compiled by graphql-jit (for information)',
} as const;
export type ContenderName = keyof typeof TITLES;

/**
 * Starts one contender in processes of its own, which end with this one. BENCH_NODE_OPTIONS reach each that answers in one
 * process: `--cpu-prof --cpu-prof-dir=DIR` shows where its time goes.
 */
export async function startContender(name: ContenderName, env: Record<string, string>): Promise<Contender> {
  if (name === 'processes') {
    const { url, stop } = await startRoleProcesses(env);
    return { name, title: TITLES[name], url, stop };
  }
  const child = fork(SERVE, [name], {
    cwd: ROOT,
    execArgv: [
      '--import',
      'tsx',
      '--import',
      './src/leave-with-parent.mjs',
      ...(process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean),
    ],
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  try {
    const url = await readyUrl(child, name);
    return { name, title: TITLES[name], url, statements: () => askStatements(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyUrl(child: ChildProcess, name: string): Promise<string> {
  const signal = AbortSignal.timeout(READY_MS);
  const ended = once(child, 'exit', { signal }).then(() => Promise.reject(new Error(`${name} ended before it was ready`)));
  const [message] = (await Promise.race([once(child, 'message', { signal }), ended])) as [ContenderMessage];
  if ('ready' in message) return message.ready;
  throw new Error(`${name} said something else than that it is ready`);
}

async function askStatements(child: ChildProcess): Promise<number> {
  child.send('statements');
  const [message] = (await once(child, 'message')) as [ContenderMessage];
  if ('statements' in message) return message.statements;
  throw new Error('no number of statements');
}
