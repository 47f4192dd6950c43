import type { GatewayLogger } from '../../src/gateway/errors.ts';
import { createGateway, type Gateway, type GatewayAnswer } from '../../src/gateway/gateway.ts';
import { createLocalExecutor } from '../../src/platform/graphql/local-executor.ts';
import type { CallContext, SubgraphExecutor } from '../../src/platform/graphql/subgraph-executor.ts';
import { languageOf } from '../../src/platform/language.ts';
import { serveToy, type ToyServer } from './toy-server.ts';
import { buildToySchema, composeToys, TOY_NAMES, type ToyContext, type ToySubgraph } from './toy-subgraphs.ts';

export type FormName = 'one process' | 'over HTTP';
export const FORM_NAMES: readonly FormName[] = ['one process', 'over HTTP'];

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  readonly authorization?: string;
  readonly acceptLanguage?: string;
}

/** The toy graph behind a gateway, in one of the two forms. */
export interface Form {
  readonly gateway: Gateway;
  readonly supergraphSdl: string;
  readonly logged: Array<{ details: object; message: string }>;
  ask(query: string, options?: AskOptions): Promise<GatewayAnswer>;
  subscribe(query: string, options?: AskOptions): Promise<GatewayAnswer[]>;
  /** From now on the subgraph does not answer. */
  breakDown(name: ToySubgraph): Promise<void>;
  stop(): Promise<void>;
}

export async function startForm(name: FormName): Promise<Form> {
  const logged: Form['logged'] = [];
  const log = (details: object, message: string): void => void logged.push({ details, message });
  return name === 'one process' ? inProcess({ warn: log, error: log }, logged) : overHttp({ warn: log, error: log }, logged);
}

async function inProcess(logger: GatewayLogger, logged: Form['logged']): Promise<Form> {
  const broken = new Set<string>();
  const executors = new Map<string, SubgraphExecutor>();
  for (const name of TOY_NAMES) {
    const execute = createLocalExecutor(buildToySchema(name), ({ context }): ToyContext => context);
    executors.set(name, (request) => {
      if (broken.has(name)) throw new Error('connect ECONNREFUSED 10.0.0.1:5432');
      return execute(request);
    });
  }
  const unused = Object.fromEntries(TOY_NAMES.map((name) => [name, 'http://127.0.0.1:9/graphql'])) as Record<ToySubgraph, string>;
  const supergraphSdl = composeToys(unused);
  const gateway = createGateway({ supergraphSdl, logger, executorFor: (name) => executors.get(name) });
  return { ...asking(gateway), supergraphSdl, logged, breakDown: async (name) => void broken.add(name), stop: async () => gateway.stop() };
}

async function overHttp(logger: GatewayLogger, logged: Form['logged']): Promise<Form> {
  const servers = new Map<ToySubgraph, ToyServer>();
  for (const name of TOY_NAMES) servers.set(name, await serveToy(buildToySchema(name)));
  const urls = Object.fromEntries([...servers].map(([name, server]) => [name, server.url])) as Record<ToySubgraph, string>;
  const supergraphSdl = composeToys(urls);
  const gateway = createGateway({ supergraphSdl, logger });
  return {
    ...asking(gateway),
    supergraphSdl,
    logged,
    breakDown: async (name) => {
      await servers.get(name)?.stop();
      servers.delete(name);
    },
    stop: async () => {
      gateway.stop();
      for (const server of servers.values()) await server.stop();
    },
  };
}

let requests = 0;

export function contextOf(options: AskOptions = {}): CallContext {
  const { authorization, acceptLanguage } = options;
  requests += 1;
  return { authorization, acceptLanguage, language: languageOf(acceptLanguage), requestId: `test-${requests}` };
}

function asking(gateway: Gateway): Pick<Form, 'gateway' | 'ask' | 'subscribe'> {
  const execute = (query: string, options: AskOptions = {}): ReturnType<Gateway['execute']> =>
    gateway.execute({ query, operationName: undefined, variables: options.variables }, contextOf(options));
  return {
    gateway,
    ask: async (query, options) => {
      const answer = await execute(query, options);
      if (Symbol.asyncIterator in answer) throw new Error('A stream came where one answer was expected.');
      // As it goes over the wire: without prototypes and undefined values.
      return JSON.parse(JSON.stringify(answer)) as GatewayAnswer;
    },
    subscribe: async (query, options) => {
      const answer = await execute(query, options);
      const answers: GatewayAnswer[] = [];
      if (Symbol.asyncIterator in answer) for await (const each of answer) answers.push(each);
      else answers.push(answer);
      return JSON.parse(JSON.stringify(answers)) as GatewayAnswer[];
    },
  };
}
