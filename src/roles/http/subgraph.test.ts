import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRemoteExecutors } from '../../gateway/remote/remote-executor.ts';
import { PEER_HEADER, PeerProof } from '../../platform/auth/peer-proof.ts';
import { NOBODY } from '../../platform/auth/viewer.ts';
import { createLocalExecutor } from '../../platform/graphql/local-executor.ts';
import type { SubgraphRequest } from '../../platform/graphql/subgraph-executor.ts';
import { type HttpServer, listen } from './server.ts';
import { createSubgraphHandler } from './subgraph.ts';

const KEY = Buffer.alloc(32, 'k');
const proof = new PeerProof({ derive: () => KEY });

const schema = makeExecutableSchema({
  typeDefs: 'type Query { fromPeer: Boolean } type Subscription { count: Int refused: Int }',
  resolvers: {
    Query: { fromPeer: (_: unknown, __: unknown, context: SubgraphRequest['context']) => context.fromPeer },
    Subscription: {
      count: {
        async *subscribe() {
          yield { count: 1 };
          yield { count: 2 };
        },
      },
      refused: {
        subscribe: () => {
          throw new Error('connect ECONNREFUSED 10.0.0.1:5432');
        },
      },
    },
  },
});

let server: HttpServer;
let stop: () => Promise<void>;
beforeAll(async () => {
  const log = pino({ level: 'silent' });
  server = await listen({ host: '127.0.0.1', port: 0, variable: 'SUBGRAPH_PORT', log });
  const executor = createLocalExecutor(schema, ({ context }) => context);
  const graph = await createSubgraphHandler({
    schema,
    executor,
    authenticator: { viewer: async () => NOBODY },
    proof,
    introspection: false,
  });
  stop = graph.stop;
  server.serve([graph.handler]);
});
afterAll(async () => {
  await server.stop();
  await stop();
});

async function post(body: string, headers: Record<string, string> = {}): Promise<{ type: string; text: string }> {
  const sent = { 'content-type': 'application/json', accept: 'application/json', ...headers };
  const response = await fetch(`${server.url}/graphql`, { method: 'POST', headers: sent, body });
  return { type: response.headers.get('content-type') ?? '', text: await response.text() };
}

const text = (query: string) => JSON.stringify({ query });

describe('a subscription', () => {
  async function subscribe(query: string): Promise<unknown> {
    const remote = createRemoteExecutors({ urls: new Map([['own', `${server.url}/graphql`]]), timeoutMs: 5_000 });
    const context = { authorization: undefined, acceptLanguage: 'en', language: 'en' as const, requestId: 'test' };
    const answer = await remote.executorFor('own')({
      ...{ subgraph: 'own', document: parse(query), query, operationType: 'subscription', variables: undefined },
      ...{ context, signal: undefined },
    });
    const events: unknown[] = [];
    if (Symbol.asyncIterator in answer) for await (const event of answer) events.push(event);
    remote.stop();
    return Symbol.asyncIterator in answer ? events : answer;
  }

  it('comes to the gateway as a stream', async () => {
    expect(await subscribe('subscription { count }')).toEqual([{ data: { count: 1 } }, { data: { count: 2 } }]);
  });

  it('that could not be opened is a plain answer, which tells nothing of the inside', async () => {
    const errors = [{ message: 'Internal error', path: ['refused'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
    expect(await subscribe('subscription { refused }')).toEqual({ errors });
    expect(await subscribe('subscription { nothing }')).toMatchObject({ errors: [{ message: expect.stringContaining('nothing') }] });
    const broken = await post(text('subscription {'), { accept: 'text/event-stream' });
    expect(JSON.parse(broken.text)).toMatchObject({ errors: [{ message: expect.stringContaining('Syntax Error') }] });
  });

  it('needs a stream, and a stream needs a subscription', async () => {
    const refused = { errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'accept' } }] };
    expect(JSON.parse((await post(text('subscription { count }'))).text)).toMatchObject(refused);
    expect(await subscribe('{ fromPeer }')).toMatchObject(refused);
  });
});

describe('the proof of a peer', () => {
  const ask = async (body: string, headers: Record<string, string>) =>
    (JSON.parse((await post(body, headers)).text) as { data: { fromPeer: boolean } }).data.fromPeer;
  const body = text('{ fromPeer }');

  it('holds for its own call alone', async () => {
    const authorization = 'Bearer a';
    const signed = proof.sign({ authorization, body });
    expect(await ask(body, { authorization, [PEER_HEADER]: signed })).toBe(true);
    expect(await ask(body, { authorization })).toBe(false);
    expect(await ask(body, { authorization: 'Bearer b', [PEER_HEADER]: signed })).toBe(false);
    expect(await ask(`${body} `, { authorization, [PEER_HEADER]: signed })).toBe(false);
    for (const forged of ['', 'x', '1.', `${Date.now()}.AAAA`, `${signed}A`, signed.replace(/^\d+/, String(Date.now() + 1))]) {
      expect(await ask(body, { authorization, [PEER_HEADER]: forged })).toBe(false);
    }
  });

  it('holds for some minutes, made with the key of the hub', async () => {
    const old = new PeerProof({ derive: () => KEY }, () => Date.now() - 6 * 60_000);
    const other = new PeerProof({ derive: () => Buffer.alloc(32, 'x') });
    for (const made of [old, other]) expect(await ask(body, { [PEER_HEADER]: made.sign({ authorization: undefined, body }) })).toBe(false);
  });
});

it('shows no page, no traces and no schema to whoever finds its address', async () => {
  const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toContain('<html');
  const traced = await post(text('{ fromPeer }'), { 'apollo-federation-include-trace': 'ftv1' });
  expect(JSON.parse(traced.text)).toEqual({ data: { fromPeer: false } });
  expect((await post(text('{ __schema { types { name } } }'))).text).toContain('introspection');
});
