import type { ExecutionResult } from 'graphql';
import {
  type CallContext,
  isAsyncIterable,
  type SubgraphExecutor,
  type SubgraphRequest,
} from '../../platform/graphql/subgraph-executor.ts';
import type { EntityStep, RootStep, Step } from './compile.ts';
import type { FoundError } from './found-error.ts';
import { LookupRun } from './lookup.ts';
import { mergeInto } from './merge.ts';
import { type ErrorPath, isJson, type Json, type TypeConditions } from './paths.ts';

export interface PlanEnvironment {
  readonly types: TypeConditions;
  readonly executorFor: (subgraph: string) => SubgraphExecutor;
  /** How long one subgraph may take for one call, in milliseconds. */
  readonly timeoutMs: number;
  /** Told of every call that got no answer. */
  readonly onUnavailable: (subgraph: string, reason: unknown) => void;
}

/** One run of a plan for one caller. `data` grows while the steps run; a step that fails leaves its part out. */
export class PlanRun {
  data: Json = {};
  readonly errors: FoundError[] = [];
  readonly #environment: PlanEnvironment;
  readonly #context: CallContext;
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(environment: PlanEnvironment, call: { context: CallContext; variables: Readonly<Record<string, unknown>> }) {
    this.#environment = environment;
    this.#context = call.context;
    this.#variables = call.variables;
  }

  async run(step: Step): Promise<void> {
    switch (step.kind) {
      case 'sequence':
        for (const child of step.steps) await this.run(child);
        return;
      case 'turns':
        for (const { step: turn, required } of step.turns) {
          const errors = this.errors.length;
          await this.run(turn);
          if (required !== undefined && this.data[required] == null && this.errors.length > errors) return;
        }
        return;
      case 'parallel':
        await Promise.all(step.steps.map((child) => this.run(child)));
        return;
      case 'condition': {
        const branch = this.#variables[step.variable] === true ? step.whenTrue : step.whenFalse;
        if (branch !== undefined) await this.run(branch);
        return;
      }
      case 'root':
        return this.#runRoot(step);
      case 'entities':
        return this.#runEntities(step);
    }
  }

  /** Opens a subscription; undefined, with the error noted, where its subgraph refuses or does not answer. */
  async subscribe(step: RootStep): Promise<AsyncIterable<ExecutionResult> | undefined> {
    const answer = await this.#send(step, this.#select(step.variables));
    if (answer !== undefined && isAsyncIterable(answer)) return answer;
    this.takeRoot(step, answer);
    return undefined;
  }

  /** Takes what the first fetch answered: a query's root fields or one event of a subscription. */
  takeRoot(step: RootStep, result: ExecutionResult | undefined): void {
    if (result === undefined) {
      for (const key of step.keys) this.errors.push({ subgraph: step.subgraph, path: [key], error: undefined });
      return;
    }
    for (const error of result.errors ?? []) {
      const paths: ErrorPath[] = error.path && error.path.length > 0 ? [error.path] : step.keys.map((key) => [key]);
      for (const path of paths) this.errors.push({ subgraph: step.subgraph, path, error });
    }
    if (!isJson(result.data)) return;
    step.output?.(result.data);
    mergeInto(this.data, result.data);
  }

  async #runRoot(step: RootStep): Promise<void> {
    this.takeRoot(step, await this.#call(step, this.#select(step.variables)));
  }

  async #runEntities(step: EntityStep): Promise<void> {
    const lookups = new LookupRun(step, { data: this.data, types: this.#environment.types });
    if (lookups.empty) return;
    const variables = Object.assign(this.#select(step.variables), lookups.variables);
    const result = await this.#call(step, variables);
    lookups.take(result, this.errors);
  }

  #select(names: readonly string[]): Record<string, unknown> {
    const selected: Record<string, unknown> = {};
    for (const name of names) if (name in this.#variables) selected[name] = this.#variables[name];
    return selected;
  }

  async #call(step: RootStep | EntityStep, variables: Record<string, unknown>): Promise<ExecutionResult | undefined> {
    const answer = await this.#send(step, variables);
    if (answer === undefined) return undefined;
    const malformed = isAsyncIterable(answer) || (!isJson(answer.data) && (answer.errors?.length ?? 0) === 0);
    if (!malformed) return answer;
    this.#environment.onUnavailable(step.subgraph, new Error('The answer holds neither data nor errors.'));
    return undefined;
  }

  async #send(
    step: RootStep | EntityStep,
    variables: Record<string, unknown>,
  ): Promise<ExecutionResult | AsyncIterable<ExecutionResult> | undefined> {
    const { executorFor, timeoutMs, onUnavailable } = this.#environment;
    const { subgraph, document, query, operationType } = step;
    const request: SubgraphRequest = {
      subgraph,
      document,
      query,
      operationType,
      variables,
      context: this.#context,
      signal: this.#context.signal,
    };
    try {
      return await withTimeout(executorFor(subgraph)(request), timeoutMs);
    } catch (reason) {
      // Where the caller went away, it is not the subgraph that failed.
      if (request.signal?.aborted !== true) onUnavailable(subgraph, reason);
      return undefined;
    }
  }
}

function withTimeout<T>(work: T | Promise<T>, timeoutMs: number): T | Promise<T> {
  if (!(work instanceof Promise)) return work;
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms.`)), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
