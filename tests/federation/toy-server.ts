import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { execute, type GraphQLSchema, getOperationAST, parse, subscribe, validate } from 'graphql';
import type { ToyContext } from './toy-subgraphs.ts';

export interface ToyServer {
  readonly url: string;
  /** How many operations were asked for. */
  readonly calls: () => number;
  readonly stop: () => Promise<void>;
}

interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

/** A subgraph over HTTP that owes nothing to the gateway's own code; subscriptions as server-sent events. */
export async function serveToy(schema: GraphQLSchema): Promise<ToyServer> {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    answer(schema, { request, response }).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  const url = await listen(server);
  return { url, calls: () => calls, stop: () => close(server) };
}

/** Something on a port that does not behave as a subgraph. */
export async function serveBadly(misbehave: (response: ServerResponse) => void): Promise<ToyServer> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => misbehave(response));
  });
  const url = await listen(server);
  return { url, calls: () => 0, stop: () => close(server) };
}

async function answer(schema: GraphQLSchema, { request, response }: { request: IncomingMessage; response: ServerResponse }): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
  const document = parse(query);
  const contextValue: ToyContext = { authorization: request.headers.authorization, acceptLanguage: request.headers['accept-language'] };
  const errors = validate(schema, document);
  const call = { schema, document, contextValue, variableValues: variables };
  if (errors.length > 0) return sendJson(response, { status: 400, body: { errors } });
  if (getOperationAST(document)?.operation !== 'subscription') return sendJson(response, { status: 200, body: await execute(call) });
  const events = await subscribe(call);
  if (!(Symbol.asyncIterator in events)) return sendJson(response, { status: 200, body: events });
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for await (const event of events) response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`);
  response.end('event: complete\ndata:\n\n');
}

function sendJson(response: ServerResponse, message: { status: number; body: unknown }): void {
  response.writeHead(message.status, { 'content-type': 'application/json' }).end(JSON.stringify(message.body));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`)),
  );
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
