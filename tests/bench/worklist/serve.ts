import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Way } from './ways/contract.ts';

/** What a contender's process tells the one that started it. */
export type ContenderMessage = { ready: string } | { statements: number };

const WAYS: Record<string, () => Promise<Way>> = {
  hub: async () => (await import('./ways/hub.ts')).hub(),
  'hand-written': async () => (await import('./ways/hand-written.ts')).handWritten(),
  'one-schema': async () => (await import('./ways/one-schema.ts')).oneSchema({ compiled: false }),
  'one-schema-compiled': async () => (await import('./ways/one-schema.ts')).oneSchema({ compiled: true }),
};

/** Every statement that this process sends, whatever sends it. */
function countStatements(): () => number {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    count += 1;
    return Reflect.apply(query, this, args);
  } as typeof query;
  return () => count;
}

const statements = countStatements();
const way = WAYS[process.argv[2] ?? ''];
if (way === undefined) throw new Error(`ways: ${Object.keys(WAYS).join(', ')}`);
const server = createServer((await way()).listener);
server.keepAliveTimeout = 72_000;
const tell = (message: ContenderMessage) => process.send?.(message);
server.listen(0, '127.0.0.1', () => tell({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` }));
process.on('message', () => tell({ statements: statements() }));
// An orderly end, so that Node writes the profile that it was asked for.
process.on('SIGTERM', () => process.exit(0));
