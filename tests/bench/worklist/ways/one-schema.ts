import type { IncomingMessage } from 'node:http';
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { createContext, type HubContext } from '../../../../src/platform/graphql/context.ts';
import { languageOf } from '../../../../src/platform/language.ts';
import type { Platform } from '../../../../src/platform/platform.ts';
import { readBody } from '../../../../src/platform/read-body.ts';
import { sendJson, type Way } from './contract.ts';
import { mergeSubgraphs } from './merged-schema.ts';
import { openWay } from './open.ts';

type Run = (context: HubContext, variables: Record<string, unknown>) => ExecutionResult | Promise<ExecutionResult>;

/** The resolvers of all subgraphs as one plain schema, run by graphql-js, or compiled. Each document is checked once. */
export async function oneSchema(options: { compiled: boolean }): Promise<Way> {
  const platform = await openWay();
  const schema = mergeSubgraphs();
  const runs = new Map<string, Run>();
  const runOf = (query: string): Run => {
    const known = runs.get(query);
    if (known !== undefined) return known;
    const document = parse(query);
    const [error] = validate(schema, document);
    if (error !== undefined) throw error;
    const run = options.compiled ? compile(document) : interpret(document);
    runs.set(query, run);
    return run;
  };
  const interpret =
    (document: DocumentNode): Run =>
    (contextValue, variableValues) =>
      execute({ schema, document, contextValue, variableValues });
  const compile = (document: DocumentNode): Run => {
    const compiled = compileQuery(schema, document);
    if (!isCompiledQuery(compiled)) throw new Error(JSON.stringify(compiled.errors));
    return (context, variables) => compiled.query(undefined, context, variables);
  };
  return {
    listener: (request, response) => {
      answer(request, platform, runOf)
        .then((result) => sendJson(response, 200, JSON.stringify(result)))
        .catch((error: unknown) => {
          console.error(error);
          response.destroy();
        });
    },
  };
}

async function answer(request: IncomingMessage, hub: Platform, runOf: (query: string) => Run): Promise<ExecutionResult> {
  const text = await readBody(request, { maxBytes: 1_000_000, tooLong: () => new Error('too long') });
  const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
  const viewer = await hub.authenticator.viewer(request.headers.authorization);
  const peers = { ask: () => Promise.reject(new Error('nobody is asked here')) };
  return runOf(query)(createContext({ hub, viewer, language: languageOf(request.headers['accept-language']), peers }), variables);
}
