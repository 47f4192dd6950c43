import { faultOf, sameAnswer } from './answer.ts';
import { Connection, postOf } from './connection.ts';
import type { WorklistRequest } from './requests.ts';
import { median } from './rounds.ts';

/** What the load generator's process is asked. */
export type LoadCommand =
  | { do: 'know'; name: string; url: string; requests: WorklistRequest[] }
  | { do: 'once'; name: string; url: string; request: WorklistRequest }
  | { do: 'run'; name: string; milliseconds: number; connections: number };

/** What it answers. `texts`: each request's first answer, whole. */
export type LoadReport = { texts: string[] } | { answers: number; seconds: number; median: number; p99: number } | { failed: string };

interface Exchange {
  request: WorklistRequest;
  bytes: Buffer;
  /** The last answer that was looked at as a whole: one that equals it byte for byte needs no second look. */
  seen: Buffer;
}

interface Known {
  url: URL;
  exchanges: Exchange[];
  next: number;
}

const known = new Map<string, Known>();

async function know({ name, url: address, requests }: Extract<LoadCommand, { do: 'know' }>): Promise<LoadReport> {
  const url = new URL(address);
  const connection = await Connection.open(url);
  const exchanges: Exchange[] = [];
  for (const request of requests) {
    const bytes = postOf(url, request);
    const exchange = { request, bytes, seen: Buffer.alloc(0) };
    await ask(connection, exchange);
    exchanges.push(exchange);
  }
  connection.close();
  known.set(name, { url, exchanges, next: 0 });
  return { texts: exchanges.map(({ seen }) => seen.toString()) };
}

/** One request whose page is of another size: its answer counts as one where it holds dossiers. */
async function once({ url: address, request }: Extract<LoadCommand, { do: 'once' }>): Promise<LoadReport> {
  const url = new URL(address);
  const connection = await Connection.open(url);
  const { body } = await connection.exchange(postOf(url, request));
  connection.close();
  return { texts: [body.toString()] };
}

async function ask(connection: Connection, exchange: Exchange): Promise<void> {
  const { status, body } = await connection.exchange(exchange.bytes);
  if (status === 200 && body.equals(exchange.seen)) return;
  const text = body.toString();
  const fault = status === 200 ? faultOf(text, exchange.request.expected) : `HTTP ${status}: ${text.slice(0, 300)}`;
  if (fault !== undefined) throw new Error(fault);
  if (exchange.seen.length > 0 && !sameAnswer(text, exchange.seen.toString())) throw new Error('the same request, another answer');
  exchange.seen = Buffer.from(body);
}

async function run({ name, milliseconds, connections }: Extract<LoadCommand, { do: 'run' }>): Promise<LoadReport> {
  const on = known.get(name);
  if (on === undefined) throw new Error(`${name} is not known`);
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(on.url)));
  const times: number[] = [];
  const start = performance.now();
  const end = start + milliseconds;
  const work = async (connection: Connection): Promise<void> => {
    while (performance.now() < end) {
      const exchange = on.exchanges[on.next++ % on.exchanges.length] as Exchange;
      const began = performance.now();
      await ask(connection, exchange);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(opened.map(work));
  const seconds = (performance.now() - start) / 1_000;
  for (const connection of opened) connection.close();
  const sorted = times.toSorted((a, b) => a - b);
  return { answers: times.length, seconds, median: median(times), p99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
}

process.on('disconnect', () => process.exit());
process.on('message', (command: LoadCommand) => {
  const work = command.do === 'know' ? know(command) : command.do === 'once' ? once(command) : run(command);
  work.then(
    (report) => process.send?.(report),
    (error: Error) => process.send?.({ failed: `${command.name}: ${error.message}` } satisfies LoadReport),
  );
});
