import type { TypedDocumentString } from '../../schema/generated/graphql.ts';
import { type Asker, ask, type GraphQuery } from './graph.ts';
import { PAUSE, RESUME, RETRY, STOP } from './operations.ts';
import type { TextKey } from './texts.ts';

/** What an operator can change from the console. */
export type Action = { kind: 'pause' | 'resume'; connector: string } | { kind: 'retry' } | { kind: 'stop'; resend: string };

/** What was done, in words that an address can carry: nothing in it is shown but by these names. */
export type Done = { notice: 'paused' | 'resumed'; subject: string } | { notice: 'retried'; count: string } | { notice: 'stopped' };

/** Not done: the HTTP status, and the reason as the console or the graph gives it. */
export type Refusal = { status: number; text: TextKey } | { status: number; message: string };

const CONNECTOR_PATH = /^\/console\/connectors\/([^/]+)\/(pause|resume)$/;

const RESEND_PATH = /^\/console\/resends\/([^/]+)\/stop$/;

/** The change that a path stands for; undefined: none. */
export function actionAt(pathname: string): Action | undefined {
  if (pathname === '/console/synchronizations/retry') return { kind: 'retry' };
  const resend = decoded(RESEND_PATH.exec(pathname)?.[1] ?? '');
  if (resend !== undefined && resend !== '') return { kind: 'stop', resend };
  const [, id, kind] = CONNECTOR_PATH.exec(pathname) ?? [];
  const connector = id === undefined ? undefined : decoded(id);
  if (connector === undefined || (kind !== 'pause' && kind !== 'resume')) return undefined;
  return { kind, connector };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Has the graph do it, with the asker's rights. */
export async function perform(
  query: GraphQuery,
  asker: Asker,
  request: { action: Action; form: URLSearchParams },
): Promise<Done | Refusal> {
  const { action, form } = request;
  if (action.kind === 'retry') {
    const errorCode = form.get('errorCode') ?? '';
    if (errorCode === '') return { status: 422, text: 'refusal.errorCode' };
    const answer = await change(query, RETRY, { ...asker, variables: { errorCode } });
    return 'status' in answer ? answer : { notice: 'retried', count: String(answer.retried) };
  }
  if (action.kind === 'stop') {
    const answer = await change(query, STOP, { ...asker, variables: { id: action.resend } });
    return 'status' in answer ? answer : { notice: 'stopped' };
  }
  const operation = action.kind === 'pause' ? PAUSE : RESUME;
  const answer = await change(query, operation, { ...asker, variables: { id: action.connector } });
  if ('status' in answer) return answer;
  return { notice: action.kind === 'pause' ? 'paused' : 'resumed', subject: action.connector };
}

const STATUSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 422 };

async function change<T extends { userErrors: { message: string }[] }, V extends Record<string, unknown>>(
  query: GraphQuery,
  document: TypedDocumentString<{ change: T }, V>,
  request: Asker & { variables: V },
): Promise<T | Refusal> {
  const { data, problem } = await ask(query, document, request);
  if (data?.change === undefined) {
    return { status: STATUSES[problem?.code ?? ''] ?? 502, message: problem?.message ?? 'the graph gave neither data nor an error' };
  }
  const [refused] = data.change.userErrors;
  return refused === undefined ? data.change : { status: 422, message: refused.message };
}
