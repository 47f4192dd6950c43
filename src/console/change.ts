import type { TypedDocumentString } from '../../schema/generated/graphql.ts';
import { type Asker, ask, type GraphQuery } from './graph.ts';
import type { TextKey } from './texts.ts';

/** The sentences that tell what was done, each with the value that it holds. */
export const NOTICES = {
  paused: 'subject',
  resumed: 'subject',
  retried: 'count',
  stopped: undefined,
  reporting: undefined,
  reconciled: undefined,
  closed: undefined,
  resolved: undefined,
  approved: undefined,
  sentBack: undefined,
  assigned: undefined,
  accepted: undefined,
  counted: undefined,
  deposited: undefined,
  receiptRetried: undefined,
  closingProposed: undefined,
  refundPaid: undefined,
  refundNotPaid: undefined,
  ruleApproved: undefined,
  ruleSentBack: undefined,
  ruleWithdrawn: undefined,
} as const;
export type NoticeName = keyof typeof NOTICES;

/** What was done, in words that an address can carry: nothing in it is shown but by these names. */
export interface Done {
  notice: NoticeName;
  subject?: string;
  count?: string;
}

/** What was asked to be shown, once: it stands in no address and in no page that is refreshed. */
export interface Told {
  told: string;
}

/** Not done: the HTTP status, and the reason as the console or the graph gives it. */
export type Refusal = { status: number; text: TextKey } | { status: number; message: string };

/** What is to be done: who asks, what of, and what the form says. */
export interface Wanted {
  query: GraphQuery;
  asker: Asker;
  subject: string;
  form: URLSearchParams;
}

export type Change = (wanted: Wanted) => Promise<Done | Told | Refusal>;

const STATUSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 422 };

/** Has the graph do it; what it refuses is a value. */
export async function send<T extends { userErrors: { message: string }[] }, V extends Record<string, unknown>>(
  { query, asker }: Wanted,
  document: TypedDocumentString<{ change: T }, V>,
  variables: V,
): Promise<T | Refusal> {
  const { data, problem } = await ask(query, document, { ...asker, variables });
  if (data?.change === undefined) {
    return { status: STATUSES[problem?.code ?? ''] ?? 502, message: problem?.message ?? 'the graph gave neither data nor an error' };
  }
  const [refused] = data.change.userErrors;
  return refused === undefined ? data.change : { status: 422, message: refused.message };
}
