import type { DiscrepancyResolution, PaymentProvider, ReportingMode, TypedDocumentString } from '../../schema/generated/graphql.ts';
import { dayAfter } from './business-time.ts';
import { type Asker, ask, type GraphQuery } from './graph.ts';
import { APPROVE, CLOSE_DAY, PAUSE, RECONCILE, RESOLVE, RESUME, RETRY, SET_REPORTING, STOP } from './operations.ts';
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
} as const;
export type NoticeName = keyof typeof NOTICES;

/** What was done, in words that an address can carry: nothing in it is shown but by these names. */
export interface Done {
  notice: NoticeName;
  subject?: string;
  count?: string;
}

/** Not done: the HTTP status, and the reason as the console or the graph gives it. */
export type Refusal = { status: number; text: TextKey } | { status: number; message: string };

/** What is to be done: who asks, what of, and what the form says. */
interface Wanted {
  query: GraphQuery;
  asker: Asker;
  subject: string;
  form: URLSearchParams;
}

type Change = (wanted: Wanted) => Promise<Done | Refusal>;

/** What can be changed from the console, by path; what stands for the one `*` is the subject. */
const CHANGES: Readonly<Record<string, Change>> = {
  '/console/connectors/*/pause': pause,
  '/console/connectors/*/resume': resume,
  '/console/resends/*/stop': stop,
  '/console/synchronizations/retry': retry,
  '/console/reporting': setReporting,
  '/console/reconciliations/run': reconcile,
  '/console/reconciliations/*/close': closeDay,
  '/console/discrepancies/*/resolve': resolve,
  '/console/discrepancies/*/approve': approve,
};

/** A change at a path, with its subject. */
export interface Action {
  change: Change;
  subject: string;
}

/** The change that a path stands for; undefined: none. */
export function actionAt(pathname: string): Action | undefined {
  for (const [pattern, change] of Object.entries(CHANGES)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined && pathname === pattern) return { change, subject: '' };
    if (after === undefined || !pathname.startsWith(before) || !pathname.endsWith(after)) continue;
    const subject = decoded(pathname.slice(before.length, -after.length));
    if (subject !== undefined) return { change, subject };
  }
  return undefined;
}

/** One segment of a path in clear; undefined: it is none. */
function decoded(segment: string): string | undefined {
  if (segment === '' || segment.includes('/')) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Has the graph do it, with the asker's rights. */
export function perform(
  query: GraphQuery,
  asker: Asker,
  { action, form }: { action: Action; form: URLSearchParams },
): Promise<Done | Refusal> {
  return action.change({ query, asker, form, subject: action.subject });
}

async function pause(wanted: Wanted): Promise<Done | Refusal> {
  const answer = await send(wanted, PAUSE, { id: wanted.subject });
  return 'status' in answer ? answer : { notice: 'paused', subject: wanted.subject };
}

async function resume(wanted: Wanted): Promise<Done | Refusal> {
  const answer = await send(wanted, RESUME, { id: wanted.subject });
  return 'status' in answer ? answer : { notice: 'resumed', subject: wanted.subject };
}

async function stop(wanted: Wanted): Promise<Done | Refusal> {
  const answer = await send(wanted, STOP, { id: wanted.subject });
  return 'status' in answer ? answer : { notice: 'stopped' };
}

async function retry(wanted: Wanted): Promise<Done | Refusal> {
  const errorCode = wanted.form.get('errorCode') ?? '';
  if (errorCode === '') return { status: 422, text: 'refusal.errorCode' };
  const answer = await send(wanted, RETRY, { errorCode });
  return 'status' in answer ? answer : { notice: 'retried', count: String(answer.retried) };
}

const MODES: readonly ReportingMode[] = ['OFF', 'COMPARE', 'ON'];

async function setReporting(wanted: Wanted): Promise<Done | Refusal> {
  const [unit, reason] = ['unit', 'reason'].map((name) => wanted.form.get(name)?.trim() ?? '');
  const mode = MODES.find((each) => each === wanted.form.get('mode'));
  if (!unit || !reason || mode === undefined) return { status: 422, text: 'refusal.reporting' };
  const answer = await send(wanted, SET_REPORTING, { unit, mode, reason, source: wanted.form.get('source') });
  return 'status' in answer ? answer : { notice: 'reporting' };
}

async function reconcile(wanted: Wanted): Promise<Done | Refusal> {
  const { form } = wanted;
  const provider = form.get('provider') as PaymentProvider | null;
  const day = form.get('day') ?? '';
  if (!provider || dayAfter(day, 0) === undefined) return { status: 422, text: 'refusal.reconcile' };
  const answer = await send(wanted, RECONCILE, { provider, day, merchant: form.get('merchant') });
  return 'status' in answer ? answer : { notice: 'reconciled' };
}

async function closeDay(wanted: Wanted): Promise<Done | Refusal> {
  const answer = await send(wanted, CLOSE_DAY, { id: wanted.subject });
  return 'status' in answer ? answer : { notice: 'closed' };
}

async function resolve(wanted: Wanted): Promise<Done | Refusal> {
  const { form, subject: id } = wanted;
  const resolution = form.get('resolution') as DiscrepancyResolution | null;
  const note = form.get('note')?.trim() ?? '';
  if (!resolution || note === '') return { status: 422, text: 'refusal.resolve' };
  const answer = await send(wanted, RESOLVE, { id, resolution, note });
  return 'status' in answer ? answer : { notice: 'resolved' };
}

async function approve(wanted: Wanted): Promise<Done | Refusal> {
  const { form, subject: id } = wanted;
  const said = form.get('approve') ?? '';
  const note = form.get('note')?.trim() ?? '';
  if (!['true', 'false'].includes(said) || note === '') return { status: 422, text: 'refusal.approve' };
  const answer = await send(wanted, APPROVE, { id, approve: said === 'true', note });
  if ('status' in answer) return answer;
  return { notice: said === 'true' ? 'approved' : 'sentBack' };
}

const STATUSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, BAD_USER_INPUT: 422 };

async function send<T extends { userErrors: { message: string }[] }, V extends Record<string, unknown>>(
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
