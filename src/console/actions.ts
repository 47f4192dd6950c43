import type { DiscrepancyResolution, PaymentProvider, ReportingMode } from '../../schema/generated/graphql.ts';
import { MONEY_CHANGES } from './actions.money.ts';
import { RULE_CHANGES } from './actions.rules.ts';
import { dayAfter } from './business-time.ts';
import { type Change, type Done, type Refusal, send, type Told, type Wanted } from './change.ts';
import type { Asker, GraphQuery } from './graph.ts';
import { APPROVE, CLOSE_DAY, PAUSE, RECONCILE, RESOLVE, RESUME, RETRY, SET_REPORTING, STOP } from './operations.ts';

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
  ...MONEY_CHANGES,
  ...RULE_CHANGES,
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
): Promise<Done | Told | Refusal> {
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
