import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../../src/roles/settings.ts';

const LEAVING = ['--import', 'tsx', '--import', './src/leave-with-parent.mjs'];
/** Of Linux's clock in /proc. */
const TICKS_PER_SECOND = 100;
const PORTAL = fileURLToPath(new URL('./portal-process.ts', import.meta.url));

/** The simulated portal in its own process. */
export interface PortalProcess {
  url: string;
  environment: Record<string, string>;
  stop(): Promise<void>;
}

export async function startPortal(): Promise<PortalProcess> {
  const child = fork(PORTAL, [], { cwd: ROOT, execArgv: LEAVING });
  const [told] = (await once(child, 'message')) as [Pick<PortalProcess, 'url' | 'environment'>];
  return { ...told, stop: () => end(child) };
}

/** One `hub worker`. */
export interface WorkerProcess {
  /** Resident memory, megabytes; not a number where /proc does not tell. */
  memory(): number;
  /** Seconds of CPU so far, which a busy machine changes little; not a number likewise. */
  cpu(): number;
  stop(): Promise<void>;
}

/**
 * Where there is memory, Node lets garbage lie, and resident memory tells nothing; within this, megabytes, what is there is what is needed, and who
 * needs more and more of it ends.
 */
const HEAP_MB = 256;

/** BENCH_NODE_OPTIONS reach it: `--cpu-prof --cpu-prof-dir=DIR` shows where its time goes. */
export function startWorker(environment: Record<string, string>): WorkerProcess {
  const options = [`--max-old-space-size=${HEAP_MB}`, ...(process.env['BENCH_NODE_OPTIONS'] ?? '').split(' ').filter(Boolean)];
  const child = spawn(process.execPath, [...LEAVING, ...options, 'src/hub.ts', 'worker'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return { memory: () => residentOf(child.pid), cpu: () => cpuOf(child.pid), stop: () => end(child) };
}

function residentOf(pid: number | undefined): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readProc(pid, 'status')) ?? [];
  return Number(kilobytes) / 1_024;
}

function cpuOf(pid: number | undefined): number {
  const text = readProc(pid, 'stat');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Empty where there is no such thing. */
function readProc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return '';
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
