import { execute as executeGraphql, type GraphQLFormattedError, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { mapStream } from '../platform/graphql/map-stream.ts';
import { type CallContext, isAsyncIterable, type SubgraphExecutor } from '../platform/graphql/subgraph-executor.ts';
import { checkVariables } from '../platform/graphql/variables.ts';
import { type GatewayLogger, publicErrors, requestErrors } from './errors.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { Operations, type Prepared } from './operation/prepare.ts';
import { sensitiveInputs } from './operation/sensitive.ts';
import { INTROSPECTION_PREFIX } from './operation/shape.ts';
import { splitSubscription } from './plan/compile.ts';
import type { Json } from './plan/paths.ts';
import { type PlanEnvironment, PlanRun } from './plan/run.ts';
import { createRemoteExecutors } from './remote/remote-executor.ts';
import { readSupergraph } from './supergraph.ts';

export interface GatewayOptions {
  readonly supergraphSdl: string;
  /** An executor inside this process for a subgraph; undefined: it is reached over HTTP at the supergraph's url. */
  readonly executorFor?: (subgraph: string) => SubgraphExecutor | undefined;
  /** Other addresses than the supergraph's, by subgraph name. */
  readonly urls?: Readonly<Record<string, string>>;
  /** How custom scalars are read, so that bad values are refused with the field's name before any subgraph is asked. */
  readonly scalars?: readonly GraphQLScalarType[];
  /** false: none; otherwise what differs from the default. */
  readonly limits?: boolean | Partial<Limits>;
  /** Input types that carry personal data and so never stand in a URL. */
  readonly sensitiveInputs?: readonly string[];
  /** How long a subgraph may take for one call, in milliseconds · 30,000 */
  readonly timeoutMs?: number;
  readonly logger?: GatewayLogger;
}

export interface GatewayRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

export interface GatewayAnswer {
  /** Absent where the request was refused before anything ran. */
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface Gateway {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly logger: GatewayLogger;
  /** Parses, checks and plans without running; throws what `answerError` explains. */
  prepare(request: GatewayRequest): Promise<Prepared>;
  /** Runs one operation; a stream for a subscription. Never throws: refusals and faults are errors of the answer. */
  execute(request: GatewayRequest, context: CallContext): Promise<GatewayAnswer | AsyncGenerator<GatewayAnswer>>;
  answerError(error: unknown, context: Pick<CallContext, 'language' | 'requestId'>): GatewayAnswer;
  /** Closes the connections to subgraphs. */
  stop(): void;
}

const SILENT: GatewayLogger = { warn: () => undefined, error: () => undefined };

/** The one core of both forms: plans over the supergraph, executors in this process or over HTTP. */
export function createGateway(options: GatewayOptions): Gateway {
  const { publicSchema: schema, planning, types, urls } = readSupergraph(options.supergraphSdl, options.scalars);
  const logger = options.logger ?? SILENT;
  const limits =
    options.limits === false ? undefined : { ...DEFAULT_LIMITS, ...(typeof options.limits === 'object' ? options.limits : {}) };
  const sensitive = sensitiveInputs(schema, options.sensitiveInputs ?? ['NationalId', 'ApplicantInput']);
  const operations = new Operations({ schema, types, planning, limits, sensitiveInputs: sensitive });
  const timeoutMs = options.timeoutMs ?? 30_000;
  const remote = createRemoteExecutors({ urls: new Map([...urls, ...Object.entries(options.urls ?? {})]), timeoutMs });
  const executors = new Map<string, SubgraphExecutor>();
  for (const subgraph of urls.keys()) executors.set(subgraph, options.executorFor?.(subgraph) ?? remote.executorFor(subgraph));
  const environment: PlanEnvironment = {
    types,
    timeoutMs,
    executorFor: (subgraph) => executors.get(subgraph) ?? remote.executorFor(subgraph),
    onUnavailable: (subgraph, reason) =>
      logger.warn({ subgraph, reason: reason instanceof Error ? reason.message : String(reason) }, 'A subgraph does not answer.'),
  };
  const run = new Runner({ schema, environment, logger });
  const prepare = (request: GatewayRequest): Promise<Prepared> => operations.prepare(request.query, request.operationName);
  const answerError: Gateway['answerError'] = (error, context) => ({ errors: requestErrors(error, { ...context, logger }) });
  return {
    schema,
    logger,
    prepare,
    answerError,
    execute: async (request, context) => {
      try {
        const prepared = await prepare(request);
        const variables = checkVariables(schema, prepared.operation, request.variables ?? {});
        prepared.checkCost(variables);
        return await run.start(prepared, { variables, context });
      } catch (error) {
        return answerError(error, context);
      }
    },
    stop: () => remote.stop(),
  };
}

interface Call {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: CallContext;
}

class Runner {
  readonly #schema: GraphQLSchema;
  readonly #environment: PlanEnvironment;
  readonly #logger: GatewayLogger;

  constructor(parts: { schema: GraphQLSchema; environment: PlanEnvironment; logger: GatewayLogger }) {
    this.#schema = parts.schema;
    this.#environment = parts.environment;
    this.#logger = parts.logger;
  }

  async start(prepared: Prepared, call: Call): Promise<GatewayAnswer | AsyncGenerator<GatewayAnswer>> {
    if (prepared.type === 'subscription') return this.#subscribe(prepared, call);
    const run = new PlanRun(this.#environment, call);
    if (prepared.introspection !== undefined) await this.#introspect(prepared, { run, call });
    if (prepared.plan !== undefined) await run.run(prepared.plan);
    return this.#answer(prepared, { run, call });
  }

  async #subscribe(prepared: Prepared, call: Call): Promise<GatewayAnswer | AsyncGenerator<GatewayAnswer>> {
    if (prepared.plan === undefined) throw new Error('A subscription has no plan.');
    const { primary, rest } = splitSubscription(prepared.plan);
    const opening = new PlanRun(this.#environment, call);
    const events = await opening.subscribe(primary);
    // A stream that could not be opened has no data at all, only the reason.
    if (events === undefined) return { errors: this.#errors(prepared, { run: opening, call }) };
    return mapStream(events, async (event) => {
      // A request of its own for each event: whatever an earlier one has loaded is old by now.
      const own = { ...call, context: { ...call.context } };
      const run = new PlanRun(this.#environment, own);
      run.takeRoot(primary, event);
      if (rest !== undefined) await run.run(rest);
      return this.#answer(prepared, { run, call: own });
    });
  }

  #answer(prepared: Prepared, at: { run: PlanRun; call: Call }): GatewayAnswer {
    const data = prepared.completer(at.call.variables)(at.run.data);
    return at.run.errors.length === 0 ? { data } : { data, errors: this.#errors(prepared, at) };
  }

  #errors(prepared: Prepared, at: { run: PlanRun; call: Call }): GraphQLFormattedError[] {
    const { language, requestId } = at.call.context;
    return publicErrors(at.run.errors, { keys: prepared.keys, language, requestId, logger: this.#logger });
  }

  async #introspect(prepared: Prepared, at: { run: PlanRun; call: Call }): Promise<void> {
    if (prepared.introspection === undefined) return;
    const result = await executeGraphql({ schema: this.#schema, document: prepared.introspection, variableValues: at.call.variables });
    if (isAsyncIterable(result) || result.data === null || result.data === undefined)
      throw new Error('Introspection failed.', { cause: result });
    const data: Json = at.run.data;
    for (const [key, value] of Object.entries(result.data)) data[INTROSPECTION_PREFIX + key] = value;
  }
}
