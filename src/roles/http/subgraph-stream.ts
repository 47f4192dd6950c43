import type { ServerResponse } from 'node:http';
import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { checkFormAlone } from '../../gateway/access.ts';
import { streamAnswers } from '../../gateway/http/sse.ts';
import { badUserInput } from '../../platform/errors.ts';
import { mapStream } from '../../platform/graphql/map-stream.ts';
import { type CallContext, isAsyncIterable, type SubgraphExecutor } from '../../platform/graphql/subgraph-executor.ts';

/** A subscription that asks for server-sent events. */
export interface StreamRequest {
  response: ServerResponse;
  /** The body as JSON gave it. */
  body: unknown;
  call: CallContext;
}

const ACCEPT = {
  vi: 'Đăng ký nhận tin cần Accept: text/event-stream, và chỉ đăng ký nhận tin mới dùng.',
  en: 'A subscription needs Accept: text/event-stream, and nothing else takes it.',
};

/** The refusal of a subscription without a stream, and of a stream without a subscription. */
export function acceptRefusal({ language }: Pick<CallContext, 'language'>): GraphQLError {
  return badUserInput('accept', ACCEPT).toGraphQL(language);
}

/** Opens a subscription's stream. What could not be opened is answered as plain JSON, as the one-process form does. */
export async function answerStream(
  on: { schema: GraphQLSchema; executor: SubgraphExecutor },
  { response, body, call }: StreamRequest,
): Promise<void> {
  const opened = await open(on, { body, call });
  if (!isAsyncIterable(opened)) {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(opened));
    return;
  }
  const form = await checkFormAlone(call.authorization);
  const answer = mapStream(opened, ({ data, errors }) => ({ data, ...(errors && { errors: errors.map((error) => error.toJSON()) }) }));
  await streamAnswers(response, { answer, expiresAt: form.ok ? form.expiresAt : undefined });
}

async function open(
  { schema, executor }: { schema: GraphQLSchema; executor: SubgraphExecutor },
  { body, call }: Pick<StreamRequest, 'body' | 'call'>,
): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: Record<string, unknown> | null };
  const document = read(schema, String(query));
  if (!('kind' in document)) return document;
  if (getOperationAST(document)?.operation !== 'subscription') return { errors: [acceptRefusal(call)] };
  return executor({
    subgraph: 'own',
    document,
    query: String(query),
    operationType: 'subscription',
    variables: variables ?? undefined,
    context: call,
    signal: call.signal,
  });
}

function read(schema: GraphQLSchema, query: string): DocumentNode | ExecutionResult {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length === 0 ? document : { errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
