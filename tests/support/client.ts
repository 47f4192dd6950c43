import type { TypedDocumentString } from '../../schema/generated/graphql.ts';

/** An operation: a document of the public graph, which brings its types, or the text of one that is no client's to write. */
export type Query<Data, Variables> = TypedDocumentString<Data, Variables> | string;

/** An error of an answer as a client reads it. */
export interface ClientError {
  message: string;
  path?: readonly (string | number)[];
  extensions: { code: string } & Record<string, unknown>;
}

export interface Answer<Data> {
  status: number;
  data: Data | null;
  errors: readonly ClientError[];
}

/** A front end's client of the graph at `url`: what it asks and is answered is typed by the documents themselves. */
export function createClient(url: string) {
  const send = async <Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    token?: string,
  ): Promise<Answer<Data>> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data | null; errors?: ClientError[] };
    return { status: response.status, data: data ?? null, errors: errors ?? [] };
  };
  return {
    send,
    /** The answer's data; throws where it has errors. */
    async ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, token?: string): Promise<Data> {
      const { data, errors } = await send(document, variables, token);
      if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

export type Client = ReturnType<typeof createClient>;
