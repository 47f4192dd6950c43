import { request } from 'node:http';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningGateway, startGateway } from '../../src/gateway/start.ts';
import { type Form, startForm } from './toy-forms.ts';

let form: Form;
let running: RunningGateway;
const logger = { warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  form = await startForm('over HTTP');
  running = await startGateway({ supergraphSdl: form.supergraphSdl, logger });
});
afterAll(async () => {
  await running.stop();
  await form.stop();
});

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(running.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

function get(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${running.url}?${new URLSearchParams(parameters).toString()}`, { headers });
}

async function codes(response: Response): Promise<unknown[]> {
  const { errors } = (await response.json()) as { errors?: Array<{ extensions?: { code?: unknown } }> };
  return (errors ?? []).map(({ extensions }) => extensions?.code);
}

describe('POST', () => {
  it('answers, and passes Authorization and Accept-Language on', async () => {
    const response = await post({ query: '{ whoAmI language }' }, { authorization: 'Bearer abc', 'accept-language': 'en' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ data: { whoAmI: 'abc', language: 'en' } });
  });

  it('gives 200 callers at once their own answers', async () => {
    const query = '{ whoAmI dossiers { nodes { payments { seenGrant } applicant { granted } } } }';
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => (await post({ query }, { authorization: `Bearer u${index}` })).text()),
    );
    answers.forEach((answer, index) => {
      expect(answer).toContain(`"whoAmI":"u${index}"`);
      expect([...answer.matchAll(/grant:d\d:(u\d+)/g)].map((match) => match[1])).toEqual(Array.from({ length: 9 }, () => `u${index}`));
    });
  });

  it('uses the status that each media type asks for', async () => {
    const modern = { accept: 'application/graphql-response+json' };
    const refused = await post({ query: '{ nothing }' }, modern);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/graphql-response+json; charset=utf-8']);
    expect((await post({ query: '{ nothing }' })).status).toBe(200);
    expect((await post({ query: '{ crash }' }, modern)).status).toBe(200);
  });

  it.each([
    ['a body that is not JSON', { body: '{', status: 400, code: 'BAD_USER_INPUT' }],
    ['a batch', { body: '[{"query":"{ whoAmI }"}]', status: 400, code: 'LIMIT_EXCEEDED' }],
    ['no query', { body: '{}', status: 400, code: 'BAD_USER_INPUT' }],
    ['variables that are a list', { body: '{"query":"{ whoAmI }","variables":[]}', status: 400, code: 'BAD_USER_INPUT' }],
    ['a document with a slip', { body: '{"query":"{ whoAmI"}', status: 200, code: 'GRAPHQL_PARSE_FAILED' }],
    ['an unknown field', { body: '{"query":"{ nothing }"}', status: 200, code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['a hidden field', { body: '{"query":"{ dossier(id: 1) { grant } }"}', status: 200, code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'a hidden enum value',
      { body: '{"query":"{ dossiers(filter: { state: SECRET }) { total } }"}', status: 200, code: 'GRAPHQL_VALIDATION_FAILED' },
    ],
    ['an operation that is not there', { body: '{"query":"query A { whoAmI }","operationName":"B"}', status: 200, code: 'BAD_USER_INPUT' }],
  ])('refuses %s', async (_what, { body, status, code }) => {
    const response = await fetch(running.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(response.status).toBe(status);
    expect(await codes(response)).toContain(code);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses Content-Type %j',
    async (type) => {
      const response = await fetch(running.url, { method: 'POST', headers: { 'content-type': type }, body: '{"query":"{ whoAmI }"}' });
      expect(response.status).toBe(415);
    },
  );

  it('refuses a body beyond the limit before reading it', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const outgoing = request(
        running.url,
        { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 21 * 1024 * 1024 } },
        (response) => {
          resolve(response.statusCode ?? 0);
          outgoing.destroy();
        },
      );
      outgoing.on('error', reject);
      outgoing.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it.each(['Basic abc', 'Bearer', 'Bearer a b', 'token'])('refuses Authorization %j', async (authorization) => {
    const response = await post({ query: '{ whoAmI }' }, { authorization });
    expect(response.status).toBe(401);
    expect(await codes(response)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('GET', () => {
  it('answers queries, with variables and a name', async () => {
    const response = await get({
      query: 'query A { whoAmI } query B($id: ID!) { dossier(id: $id) { code } }',
      operationName: 'B',
      variables: '{"id":"d1"}',
    });
    expect(await response.json()).toEqual({ data: { dossier: { code: 'H12.1-d1' } } });
  });

  it.each([
    ['a mutation', 'mutation { renameDossier(id: "d1", code: "X") { code } }'],
    ['an identification number as a literal', '{ byNationalId(nationalId: "096885123456") { code } }'],
    ['an identification number as a variable', 'query ($n: NationalId!) { byNationalId(nationalId: $n) { code } }'],
  ])('refuses %s', async (_what, query) => {
    const response = await get({ query, variables: '{"n":"096885123456"}' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).not.toContain('096885123456');
  });

  it('refuses what a foreign page sends', async () => {
    expect((await get({ query: '{ whoAmI }' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get({ query: '{ whoAmI }' }, { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '1' })).status).toBe(200);
  });

  it('answers other methods and paths plainly', async () => {
    expect((await fetch(running.url, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(running.url.replace('/graphql', '/other'))).status).toBe(404);
    expect((await fetch(running.url.replace('/graphql', '/health/live'))).status).toBe(200);
  });
});

describe('subscriptions', () => {
  const query = 'subscription { dossierChanged { code applicant { fullName } } }';
  const event = (turn: number): object => ({ data: { dossierChanged: { code: `turn-${turn}`, applicant: { fullName: 'Người 1' } } } });
  /** A token of a given end, unsigned: the form alone is looked at here. */
  const tokenUntil = (seconds: number): string =>
    `x.${Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1000) + seconds })).toString('base64url')}.x`;

  it('come as server-sent events', async () => {
    const text = await (await post({ query }, { accept: 'text/event-stream' })).text();
    const events = [...text.matchAll(/event: next\ndata: (.*)\n/g)].map((match) => JSON.parse(match[1] ?? '') as unknown);
    expect(events).toEqual([event(0), event(1)]);
    expect(text.endsWith('event: complete\ndata: \n\n')).toBe(true);
  });

  it('need a way to stream', async () => {
    expect((await post({ query })).status).toBe(406);
  });

  it('come over graphql-transport-ws, as queries do', async () => {
    const client = createClient({
      url: running.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${tokenUntil(60)}` },
    });
    const received: unknown[] = [];
    for await (const each of client.iterate({ query })) received.push(each);
    for await (const each of client.iterate({ query: '{ whoAmI bad: crash }' })) received.push(each);
    await client.dispose();
    expect(received).toEqual([
      event(0),
      event(1),
      {
        data: { whoAmI: expect.stringMatching(/^x\./), bad: null },
        errors: [expect.objectContaining({ path: ['bad'], extensions: { code: 'INTERNAL_SERVER_ERROR' } })],
      },
    ]);
  });

  it.each([
    ['a malformed token', 'Basic abc'],
    ['a token that has ended', `Bearer ${tokenUntil(-1)}`],
  ])('close with 4403 for %s', async (_what, authorization) => {
    const socket = new WebSocket(running.url.replace('http', 'ws'), 'graphql-transport-ws');
    const code = await new Promise<number>((resolve) => {
      socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
      socket.on('close', resolve);
    });
    expect(code).toBe(4403);
  });
});

describe('limits', () => {
  const nested = (levels: number): string => `{ dossier(id: "d1") ${'{ parts '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;

  it.each([
    ['depth', nested(30)],
    ['aliases', `{ ${Array.from({ length: 200 }, (_, index) => `a${index}: whoAmI`).join(' ')} }`],
    ['tokens', `{ ${'whoAmI '.repeat(20_000)} }`],
    ['pages', '{ dossiers(first: 1000) { nodes { payments(first: 1000) { amount dossier { code } } } } }'],
    [
      'unfolded fragments',
      `{ ...F0 } ${Array.from({ length: 20 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} a: __typename ...F${n + 1} }`).join(' ')} fragment F20 on Query { whoAmI }`,
    ],
  ])('refuse too much: %s', async (_what, query) => {
    const response = await post({ query }, { 'accept-language': 'en' });
    const { errors } = (await response.json()) as { errors: Array<{ message: string; extensions: { code: string } }> };
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    expect(errors[0]?.message).toMatch(/limit|longer/);
  });

  it('look at page sizes in variables', async () => {
    const query = 'query ($n: Int) { dossiers(first: $n) { nodes { payments(first: $n) { amount } } } }';
    expect(await codes(await post({ query, variables: { n: 20 } }))).toEqual([]);
    expect(await codes(await post({ query, variables: { n: 1000 } }))).toEqual(['LIMIT_EXCEEDED']);
  });

  it('can be switched off', async () => {
    const open = await startGateway({ supergraphSdl: form.supergraphSdl, limits: false, accessControl: false, logger });
    const response = await fetch(open.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic abc' },
      body: JSON.stringify({ query: nested(30) }),
    });
    expect(await codes(response)).toEqual([]);
    await open.stop();
  });
});
