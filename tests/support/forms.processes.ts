import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../src/platform/config/config.ts';
import { ROOT } from '../../src/roles/settings.ts';

/** How long a role may take until it is ready: a process and its first statements, on a machine that does much else. */
const READY_MS = 300_000;
const POLL_MS = 50;

/** One role of the hub in a process of its own. */
export interface RoleProcess {
  /** What it wrote, for the reader of a failed test. */
  output(): string;
  /** Ends it as a crash would, and waits until it is gone. */
  kill(): Promise<void>;
}

/** The roles of one hub, each in its own process, with real HTTP between them. */
export interface RoleProcesses {
  /** The gateway's …/graphql. */
  url: string;
  /** …/graphql of each subgraph. */
  subgraphUrls: Record<SubgraphName, string>;
  killSubgraph(name: SubgraphName): Promise<void>;
  /** Starts a subgraph that was killed, at its old address, and waits until it is ready. */
  startSubgraph(name: SubgraphName): Promise<void>;
  /** What a process has written to its log. */
  logOf(role: string): string;
  stop(): Promise<void>;
}

/** Starts four subgraphs, the gateway and, where asked for, a worker. Nothing stays behind when one of them does not start. */
export async function startRoleProcesses(env: Record<string, string>, options: { worker?: boolean } = {}): Promise<RoleProcesses> {
  const [gatewayPort = 0, workerPort = 0, ...ports] = await freePorts(2 + SUBGRAPH_NAMES.length);
  const addresses = SUBGRAPH_NAMES.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`] as const);
  const subgraphUrls = Object.fromEntries(addresses) as Record<SubgraphName, string>;
  const shared = {
    ...env,
    HUB_PORT: String(gatewayPort),
    ...Object.fromEntries(addresses.map(([name, url]) => [`SUBGRAPH_${name.toUpperCase()}_URL`, url])),
  };
  const running = new Map<string, RoleProcess>();
  const start = async (role: string, args: string[], { port, ...more }: Record<string, string>): Promise<void> => {
    const child = startRole(args, { ...shared, ...more });
    running.set(role, child);
    await child.ready(`http://127.0.0.1:${port}/health/ready`);
  };
  const startSubgraph = (name: SubgraphName) => start(name, ['subgraph', name], { port: new URL(subgraphUrls[name]).port });
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((child) => child.kill()));
  };
  try {
    await Promise.all([
      ...SUBGRAPH_NAMES.map(startSubgraph),
      start('gateway', ['gateway'], { port: String(gatewayPort) }),
      ...(options.worker === true ? [start('worker', ['worker'], { port: String(workerPort), WORKER_PORT: String(workerPort) })] : []),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${gatewayPort}/graphql`,
    subgraphUrls,
    killSubgraph: async (name) => running.get(name)?.kill(),
    startSubgraph,
    logOf: (role) => running.get(role)?.output() ?? '',
    stop,
  };
}

function startRole(args: string[], env: Record<string, string>): RoleProcess & { ready(url: string): Promise<void> } {
  // The channel ends with this process, however it ends; the child then leaves too.
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', './src/leave-with-parent.mjs', 'src/hub.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collect(child);
  const exited = once(child, 'exit');
  return {
    output,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async ready(url) {
      const deadline = Date.now() + READY_MS;
      while (!(await answers(url))) {
        if (child.exitCode !== null || Date.now() > deadline) throw new Error(`hub ${args.join(' ')} is not ready:\n${output()}`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
  };
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  return () => chunks.join('');
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { headers: { connection: 'close' } });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    // Nobody listens there yet.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Ports that nobody uses, below those that the system gives to outgoing connections: they are still free a moment later. */
async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
