import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { HubError } from '../errors.ts';
import { readsVariables } from './compilable.ts';
import { mapStream } from './map-stream.ts';
import { isAsyncIterable, type SubgraphExecutor, type SubgraphRequest } from './subgraph-executor.ts';
import { checkVariables } from './variables.ts';

export interface LocalExecutorOptions {
  /** Told of every fault that no caller may read, with the original error. */
  readonly onFault?: (fault: { error: Error; path: ReadonlyArray<string | number> | undefined; request: SubgraphRequest }) => void;
  /** How often a document runs before it is compiled; compiling costs more than a few runs · 2 */
  readonly runsBeforeCompiling?: number;
}

/** Makes the resolvers' context for one operation or one event. `request.context` is the same object for all calls of one caller's request. */
export type ContextFactory = (request: SubgraphRequest) => unknown;

type Run = (context: unknown, variables: Readonly<Record<string, unknown>>) => ExecutionResult | Promise<ExecutionResult>;

/**
 * Runs a subgraph's operations inside this process, without a hop and without validating again what a plan made.
 * A refusal (HubError) becomes an error in the caller's language; other faults go to `onFault` and tell the caller nothing.
 */
export function createLocalExecutor(
  schema: GraphQLSchema,
  makeContext: ContextFactory,
  options: LocalExecutorOptions = {},
): SubgraphExecutor {
  const runs = new WeakMap<DocumentNode, { count: number; compiled: Run | undefined }>();
  const patience = options.runsBeforeCompiling ?? 2;

  const runOf = (document: DocumentNode): Run => {
    const known = runs.get(document) ?? { count: 0, compiled: undefined };
    runs.set(document, known);
    known.count += 1;
    if (known.compiled !== undefined) return known.compiled;
    const interpret: Run = (contextValue, variableValues) => execute({ schema, document, contextValue, variableValues });
    if (known.count <= patience) return interpret;
    known.compiled = compile(schema, document) ?? interpret;
    return known.compiled;
  };

  return async (request) => {
    request.signal?.throwIfAborted();
    const context = await makeContext(request);
    const variables = request.variables ?? {};
    const finish = (result: ExecutionResult): ExecutionResult => finishResult(result, { schema, request, options });
    if (request.operationType !== 'subscription')
      return finish(await untilAborted(runOf(request.document)(context, variables), request.signal));
    const on = { schema, document: request.document, variableValues: variables };
    const events: unknown = await createSourceEventStream({ ...on, contextValue: context });
    if (!isAsyncIterable(events)) return finish(events as ExecutionResult);
    // Each event is answered like a request of its own: what an earlier one has loaded is old by now.
    return mapStream(events, async (rootValue) => finish(await execute({ ...on, rootValue, contextValue: await makeContext(request) })));
  };
}

/** undefined where the compiler cannot take the document: the interpreter then says why, or simply runs it. */
function compile(schema: GraphQLSchema, document: DocumentNode): Run | undefined {
  if (!readsVariables(schema, document)) return undefined;
  try {
    const compiled = compileQuery(schema, document, undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(compiled)) return undefined;
    return (context, variables) => compiled.query(undefined, context, variables);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The caller is gone: nobody waits for the resolvers, which see the signal too. */
function untilAborted<T>(work: T | Promise<T>, signal: AbortSignal | undefined): T | Promise<T> {
  if (signal === undefined || !(work instanceof Promise)) return work;
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted.'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

interface Finished {
  readonly schema: GraphQLSchema;
  readonly request: SubgraphRequest;
  readonly options: LocalExecutorOptions;
}

function finishResult(result: ExecutionResult, run: Finished): ExecutionResult {
  if (result.errors === undefined || result.errors.length === 0) return result;
  if (!('data' in result)) return { errors: [variableError(run) ?? speak(unquoted(result.errors[0]), run)] };
  return { ...result, errors: result.errors.map((error) => speak(error, run)) };
}

/** What refuses a variable quotes it whole, secrets and people too, and a fault's text is logged. */
export function unquoted(error: GraphQLError | undefined): GraphQLError | undefined {
  const variable = /^Variable "\$\w+"/.exec(error?.message ?? '')?.[0];
  return variable === undefined ? error : new GraphQLError(`${variable} was refused though the schema allows it.`);
}

/** Nothing ran: in a planned document only the caller's variables can be at fault. */
function variableError({ schema, request }: Finished): GraphQLError | undefined {
  const operation = getOperationAST(request.document);
  try {
    if (operation) checkVariables(schema, operation, request.variables ?? {});
    return undefined;
  } catch (error) {
    if (error instanceof HubError) return error.toGraphQL(request.context.language);
    throw error;
  }
}

function speak(error: GraphQLError | undefined, run: Finished): GraphQLError {
  const { request, options } = run;
  const path = error?.path;
  const cause = rootCause(error);
  const refusal = cause instanceof HubError ? cause : badLiteral(cause);
  if (refusal !== undefined) return at(refusal.toGraphQL(request.context.language), path);
  // The compiler's errors have no extensions where graphql-js has empty ones.
  const code = (error as Partial<GraphQLError> | undefined)?.extensions?.['code'];
  if (error !== undefined && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return error;
  options.onFault?.({ error: cause ?? new Error('The operation failed without an error.'), path, request });
  return at(new GraphQLError('Internal error', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }), path);
}

function at(error: GraphQLError, path: ReadonlyArray<string | number> | undefined): GraphQLError {
  return new GraphQLError(error.message, { path: path ?? null, extensions: error.extensions });
}

function rootCause(error: GraphQLError | undefined): Error | undefined {
  let cause: Error | undefined = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause ?? error;
}

/** graphql-js reports a literal that its scalar refuses by this text alone; it quotes the value. */
function badLiteral(error: Error | undefined): HubError | undefined {
  const name = /^Argument "(\w+)" (?:has invalid value|of required type|of non-null type)/.exec(error?.message ?? '')?.[1];
  if (name === undefined || !(error instanceof GraphQLError)) return undefined;
  return new HubError('BAD_USER_INPUT', { vi: `Tham số "${name}" không hợp lệ.`, en: `Argument "${name}" is not valid.` }, { field: name });
}
