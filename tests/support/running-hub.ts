import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HUB_BEGINNING } from './beginning.ts';
import { type Client, createClient } from './client.ts';
import { createTestDatabase } from './database.ts';

const READY_MS = 60_000;

/** A whole hub as `npm start` runs it, in a process of its own, on a database of its own. */
export interface RunningHub {
  url: string;
  client: Client;
  dataDir: string;
  environment: Record<string, string>;
  /** A token of its sandbox issuer. */
  token(...options: string[]): Promise<string>;
  /** Runs another command of the hub on the same data; answers what it said and its exit code. */
  command(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  stop(): Promise<void>;
}

/** Starts it and waits until it is ready. */
export async function startHub(given: Record<string, string> = {}): Promise<RunningHub> {
  const database = await createTestDatabase(HUB_BEGINNING);
  const dataDir = mkdtempSync(join(tmpdir(), 'hub-running-'));
  const environment = { HUB_DATA_DIR: dataDir, DATABASE_URL: database.url, HUB_PORT: '0', HUB_SEED_DOSSIERS: '0', ...given };
  const child = spawnHub(['start'], environment);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const url = await readyUrl(child, output);
  const command: RunningHub['command'] = (...args) => finish(spawnHub(args, environment));
  return {
    url,
    client: createClient(`${url}/graphql`),
    dataDir,
    environment,
    command,
    async token(...options) {
      const { code, out, err } = await command('token', ...options);
      if (code !== 0) throw new Error(err);
      return out.trim();
    },
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
      }
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function spawnHub(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'src/hub.ts', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const code = await new Promise<number>((resolve) => child.once('close', (status) => resolve(status ?? 1)));
  return { code, out: out(), err: err() };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: string[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return () => chunks.join('');
}

async function readyUrl(child: ChildProcess, output: string[]): Promise<string> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const text = output.join('');
    const found = /GraphQL\s+(http:\/\/\S+)\/graphql/.exec(text)?.[1];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the hub did not become ready:\n${output.join('')}`);
}

/** Asks again and again until the answer is what is waited for; throws with the last one after half a minute. */
export async function eventually<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`never came: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
