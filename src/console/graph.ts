import type { TypedDocumentString } from '../../schema/generated/graphql.ts';
import type { Language } from './texts.ts';

/** Runs a query of the public graph for whoever holds the token. */
export type GraphQuery = (request: {
  query: string;
  variables?: Record<string, unknown>;
  token?: string;
  language: Language;
}) => Promise<{ data?: unknown; errors?: readonly { message: string; extensions?: Record<string, unknown> }[] }>;

/** For whom the graph is asked, and in which language it is to answer. */
export interface Asker {
  token: string | undefined;
  language: Language;
}

/** Why the graph did not answer, or not in full: its own words, fit to be shown. */
export interface GraphProblem {
  code: string;
  message: string;
}

/** Data without a problem is the whole answer, both together are an answer with gaps. */
export interface GraphAnswer<T> {
  data: T | undefined;
  problem: GraphProblem | undefined;
}

/** Asks the graph; refusals are a value, and only a fault of the hub itself rejects. */
export async function ask<T, V extends Record<string, unknown>>(
  query: GraphQuery,
  document: TypedDocumentString<T, V>,
  request: Asker & { variables: V },
): Promise<GraphAnswer<T>> {
  const { token, variables, language } = request;
  const answer = await query({ query: document.toString(), variables, language, ...(token === undefined ? {} : { token }) });
  const [error] = answer.errors ?? [];
  return {
    data: (answer.data ?? undefined) as T | undefined,
    problem: error && { code: String(error.extensions?.['code'] ?? 'ERROR'), message: error.message },
  };
}
