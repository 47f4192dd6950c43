import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ExecutionResult } from 'graphql';
import type { CallContext, SubgraphExecutor, SubgraphRequest } from '../../platform/graphql/subgraph-executor.ts';
import { readBody } from '../../platform/read-body.ts';
import { readEvents } from './event-stream.ts';

export interface RemoteExecutors {
  executorFor(subgraph: string): SubgraphExecutor;
  stop(): void;
}

interface Settings {
  readonly urls: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
}

/** An answer beyond this many bytes is a fault of the subgraph. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Subgraphs over HTTP, with connections that are kept. Calls are never joined: two callers' tokens never share one. */
export function createRemoteExecutors(settings: Settings): RemoteExecutors {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 256, scheduling: 'lifo' }),
  };
  return {
    executorFor: (subgraph) => {
      const address = settings.urls.get(subgraph);
      if (!address) return () => Promise.reject(new Error(`No address is known for subgraph ${subgraph}.`));
      const url = new URL(address);
      const secure = url.protocol === 'https:';
      const send = (call: SubgraphRequest, accept: string): Promise<IncomingMessage> =>
        sendTo({ url, secure, agent: secure ? agents.https : agents.http, timeoutMs: settings.timeoutMs }, { call, accept });
      return async (call) => {
        if (call.operationType === 'subscription') return openStream(await send(call, 'text/event-stream'));
        return readAnswer(await withRetry(call, () => send(call, 'application/graphql-response+json, application/json')));
      };
    },
    stop: () => {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Peer {
  readonly url: URL;
  readonly secure: boolean;
  readonly agent: HttpAgent;
  readonly timeoutMs: number;
}

/** A kept connection that the other side closed meanwhile. */
class StaleConnection extends Error {}

/** Once more on a fresh connection, where nothing can have been done twice. */
async function withRetry<T>(call: SubgraphRequest, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof StaleConnection) || call.operationType !== 'query') throw error;
    return send();
  }
}

function sendTo(peer: Peer, message: { call: SubgraphRequest; accept: string }): Promise<IncomingMessage> {
  const { call, accept } = message;
  const body = JSON.stringify({ query: call.query, variables: call.variables });
  const headers = { ...headersFor(call.context), accept, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const send = peer.secure ? httpsRequest : httpRequest;
    const options = { method: 'POST', agent: peer.agent, headers, ...(call.signal && { signal: call.signal }) };
    const outgoing = send(peer.url, options, resolve);
    // Of the connection alone: how long the answer may take is the caller's to say.
    outgoing.setTimeout(peer.timeoutMs, () => outgoing.destroy(new Error('The connection is silent.')));
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      reject(stale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    outgoing.end(body);
  });
}

function headersFor(context: CallContext): Record<string, string> {
  const headers: Record<string, string> = { 'x-request-id': context.requestId };
  if (context.authorization !== undefined) headers['authorization'] = context.authorization;
  if (context.acceptLanguage !== undefined) headers['accept-language'] = context.acceptLanguage;
  return headers;
}

async function readAnswer(response: IncomingMessage): Promise<ExecutionResult> {
  const status = response.statusCode ?? 0;
  const text = await readBody(response, { maxBytes: MAX_ANSWER_BYTES, tooLong: () => new Error('The answer is too long.') });
  if (status >= 500) throw new Error(`The answer is HTTP ${status}.`);
  const answer: unknown = JSON.parse(text);
  if (!isResult(answer)) throw new Error(`The answer of HTTP ${status} is not a GraphQL result.`);
  return answer;
}

async function openStream(response: IncomingMessage): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const type = response.headers['content-type'] ?? '';
  if (!type.startsWith('text/event-stream')) return readAnswer(response);
  if (response.statusCode !== 200) throw new Error(`The stream is HTTP ${response.statusCode}.`);
  response.socket.setTimeout(0);
  return readEvents(response);
}

function isResult(value: unknown): value is ExecutionResult {
  if (typeof value !== 'object' || value === null) return false;
  const errors: unknown = 'errors' in value ? value.errors : undefined;
  if (errors !== undefined && errors !== null) {
    if (!Array.isArray(errors)) return false;
    return errors.every((error: unknown) => typeof error === 'object' && error !== null && 'message' in error);
  }
  return 'data' in value;
}
