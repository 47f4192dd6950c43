import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type DocumentNode, type ExecutionResult, GraphQLError, Kind } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { type Authenticate, type Caller, identifyCaller } from '../access.ts';
import type { Gateway, GatewayAnswer, GatewayRequest } from '../gateway.ts';
import { untilExpiry } from './sse.ts';

export interface SocketServer {
  /** Takes over an upgrade of the graph's path; answers false, with nothing touched, for another path. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  stop(): Promise<void>;
}

/** The protocol's own code for a caller that may not (any longer) be here. */
const FORBIDDEN = 4403;
const MAX_MESSAGE_BYTES = 1024 * 1024;

interface Extra extends Record<PropertyKey, unknown> {
  caller?: Caller;
  expiry?: NodeJS.Timeout;
}

/** Subscriptions over `graphql-transport-ws`: `connection_init` carries `{ authorization }`. */
export function createSocketServer(options: { gateway: Gateway; authenticate: Authenticate; path?: string }): SocketServer {
  const { gateway, authenticate } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const run = async (args: { contextValue?: unknown }): Promise<ExecutionResult | AsyncGenerator<ExecutionResult>> => {
    const { request, caller } = args.contextValue as { request: GatewayRequest; caller: Caller };
    const answer = await gateway.execute(request, caller.context);
    return Symbol.asyncIterator in answer ? toResults(answer) : toResult(answer);
  };
  const server = useServer<Record<string, unknown>, Extra>(
    {
      execute: run,
      subscribe: run,
      onConnect: async (context) => {
        try {
          const headers = context.extra.request.headers;
          const given = context.connectionParams ?? {};
          const text = (name: string): string | undefined => (typeof given[name] === 'string' ? given[name] : undefined);
          const authorization = text('authorization') ?? text('Authorization') ?? headers.authorization;
          const caller = await identifyCaller(
            { authorization, acceptLanguage: text('acceptLanguage') ?? headers['accept-language'] },
            authenticate,
          );
          context.extra.caller = caller;
          const { socket } = context.extra;
          if (caller.expiresAt !== undefined)
            context.extra.expiry = setTimeout(() => socket.close(FORBIDDEN, 'Token expired'), untilExpiry(caller.expiresAt));
          return true;
        } catch (error) {
          gateway.logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'A WebSocket was refused.');
          return false;
        }
      },
      onDisconnect: (context) => clearTimeout(context.extra.expiry),
      onSubscribe: async (context, _id, payload) => {
        const { caller } = context.extra;
        if (caller === undefined) return [new GraphQLError('Forbidden')];
        const request: GatewayRequest = {
          query: payload.query,
          operationName: payload.operationName ?? undefined,
          variables: payload.variables ?? undefined,
        };
        try {
          // The library only wants to know which kind of operation it is; the gateway checks everything itself.
          const { operation } = await gateway.prepare(request);
          const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation] };
          return { schema: gateway.schema, document, operationName: request.operationName, contextValue: { request, caller } };
        } catch (error) {
          return toResult(gateway.answerError(error, caller.context)).errors ?? [];
        }
      },
    },
    sockets,
  );
  const path = options.path ?? '/graphql';
  return {
    upgrade: (request, socket, head) => {
      if ((request.url ?? '').split('?')[0] !== path) return false;
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
      return true;
    },
    stop: async () => {
      await server.dispose();
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

/** The library serializes the errors itself, and only graphql-js's own. */
function toResult(answer: GatewayAnswer): ExecutionResult {
  const { data, errors } = answer;
  const list = errors?.map(
    ({ message, path, extensions }) => new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null }),
  );
  return { ...('data' in answer && { data: data as Record<string, unknown> | null }), ...(list && { errors: list }) };
}

async function* toResults(answers: AsyncGenerator<GatewayAnswer>): AsyncGenerator<ExecutionResult> {
  for await (const answer of answers) yield toResult(answer);
}
