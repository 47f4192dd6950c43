import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { PEER_HEADER, type PeerProof } from '../../platform/auth/peer-proof.ts';
import type { Authenticator } from '../../platform/auth/tokens.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { HubError, limitExceeded } from '../../platform/errors.ts';
import { type CallContext, isAsyncIterable, type SubgraphExecutor } from '../../platform/graphql/subgraph-executor.ts';
import { languageOf } from '../../platform/language.ts';
import { readBody } from '../../platform/read-body.ts';
import type { Handler } from './server.ts';
import { acceptRefusal, answerStream } from './subgraph-stream.ts';

/** Room for the representations of an ingest of 1,000 dossiers. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

interface Parts {
  schema: GraphQLSchema;
  executor: SubgraphExecutor;
  authenticator: Authenticator;
  proof: PeerProof;
  introspection: boolean;
}

/**
 * A subgraph on its own: Apollo Server takes requests as GraphQL over HTTP, and hands each operation to the executor that the
 * one-process form uses, so that both forms answer the same.
 */
export async function createSubgraphHandler(parts: Parts): Promise<{ handler: Handler; stop(): Promise<void> }> {
  const apollo = new ApolloServer<CallContext>({
    introspection: parts.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // No page from another's server, no traces to whoever asks for them, no reports to a third party.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginUsageReportingDisabled()],
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: parts.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({ executor: executorOf(parts.executor) }),
      stop: async () => undefined,
    },
  });
  await apollo.start();
  const handler: Handler = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://subgraph');
    if (url.pathname !== '/graphql') return false;
    try {
      await answer(parts, { apollo, request, response, search: url.search });
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      const status = error.code === 'UNAUTHENTICATED' ? 401 : 413;
      const body = { errors: [error.toGraphQL(languageOf(request.headers['accept-language']))] };
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    }
    return true;
  };
  return { handler, stop: () => apollo.stop() };
}

type ApolloExecutor = NonNullable<
  Awaited<ReturnType<NonNullable<ConstructorParameters<typeof ApolloServer>[0]['gateway']>['load']>>['executor']
>;

function executorOf(executor: SubgraphExecutor): ApolloExecutor {
  return async ({ document, source, operation, request, context }) => {
    const result = await executor({
      subgraph: 'own',
      document,
      query: source,
      operationType: operation.operation,
      variables: request.variables,
      context: context as CallContext,
      signal: (context as CallContext).signal,
    });
    return isAsyncIterable(result) ? { errors: [acceptRefusal(context as CallContext)] } : result;
  };
}

async function answer(
  parts: Parts,
  exchange: { apollo: ApolloServer<CallContext>; request: IncomingMessage; response: ServerResponse; search: string },
): Promise<void> {
  const { apollo, request, response, search } = exchange;
  const { authenticator, proof } = parts;
  const principal = await authenticator.viewer(request.headers.authorization);
  const text = await readBody(request, { maxBytes: MAX_BODY_BYTES, tooLong });
  const given = request.headers[PEER_HEADER];
  const signed = { authorization: request.headers.authorization, body: text };
  const fromPeer = proof.verify(signed, typeof given === 'string' ? given : undefined);
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const call = { ...callOf(request, principal, gone.signal), fromPeer };
  if (request.method === 'POST' && request.headers.accept === 'text/event-stream') {
    await answerStream(parts, { response, body: parse(text), call });
    return;
  }
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? 'GET').toUpperCase(), headers, search, body: parse(text) },
    context: async () => call,
  });
  await send(response, answered);
}

function callOf(request: IncomingMessage, principal: Viewer, signal: AbortSignal): CallContext {
  const { authorization, 'accept-language': acceptLanguage, 'x-request-id': given } = request.headers;
  const requestId = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  return { authorization, acceptLanguage, language: languageOf(acceptLanguage), requestId, principal, signal };
}

function tooLong(): HubError {
  return limitExceeded({ vi: `Yêu cầu lớn hơn ${MAX_BODY_BYTES} byte.`, en: `The request is larger than ${MAX_BODY_BYTES} bytes.` });
}

/** What is no JSON is left to Apollo Server, which says so. */
function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): Promise<void> {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status ?? 200;
  if (body.kind === 'complete') {
    response.end(body.string);
    return;
  }
  for await (const chunk of body.asyncIterator) response.write(chunk);
  response.end();
}
