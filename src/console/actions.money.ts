import type { CreditClosing } from '../../schema/generated/graphql.ts';
import { dayAfter } from './business-time.ts';
import { type Change, type Done, type NoticeName, type Refusal, send, type Told, type Wanted } from './change.ts';
import { NOTES, pieceField } from './count.view.ts';
import { ask } from './graph.ts';
import {
  ACCEPT_DRAWER,
  APPROVE_CLOSING,
  APPROVE_REFUND,
  ASSIGN_CREDIT,
  ASSIGN_TO_BATCHES,
  ASSIGN_TO_DEPOSIT,
  CLOSE_CREDIT,
  CONCLUDE_REFUND,
  COUNT_DRAWER,
  CREDIT_TEXT,
  DEPOSIT_CASH,
  PROPOSE_CLOSING,
  RETRY_RECEIPT,
} from './operations.money.ts';
import { textsIn } from './texts.ts';

/** What can be changed from the page of money, by path. */
export const MONEY_CHANGES: Readonly<Record<string, Change>> = {
  '/console/credits/*/text': showText,
  '/console/credits/*/assign': assign,
  '/console/credits/*/batches': assignToBatches,
  '/console/credits/*/deposit': assignToDeposit,
  '/console/credits/*/close': close,
  '/console/drawers/*/accept': (wanted) => done(send(wanted, ACCEPT_DRAWER, { id: wanted.subject }), 'accepted'),
  '/console/drawers/*/count': countDrawer,
  '/console/drawers/deposit': depositCash,
  '/console/receipts/*/retry': (wanted) => done(send(wanted, RETRY_RECEIPT, { id: wanted.subject }), 'receiptRetried'),
  '/console/receipts/*/propose': proposeClosing,
  '/console/receipts/*/approve': approveClosing,
  '/console/refunds/*/approve': approveRefund,
  '/console/refunds/*/conclude': concludeRefund,
};

async function done(answer: Promise<object>, notice: NoticeName): Promise<Done | Refusal> {
  const answered = await answer;
  return 'status' in answered ? (answered as Refusal) : { notice };
}

const fieldOf = ({ form }: Wanted, name: string) => form.get(name)?.trim() ?? '';
const noteOf = (wanted: Wanted) => fieldOf(wanted, 'note');

/** What of a transfer's text may be read, which the graph records. */
async function showText({ query, asker, subject }: Wanted): Promise<Told | Refusal> {
  const { data, problem } = await ask(query, CREDIT_TEXT, { ...asker, variables: { id: subject } });
  if (problem !== undefined) return { status: 422, message: problem.message };
  return { told: data?.accountCredit?.content ?? textsIn(asker.language)('credits.noText') };
}

async function assign(wanted: Wanted): Promise<Done | Refusal> {
  const [payment, note] = [wanted.form.get('payment'), noteOf(wanted)];
  if (!payment || note === '') return { status: 422, text: 'refusal.assign' };
  return done(send(wanted, ASSIGN_CREDIT, { id: wanted.subject, payment, note }), 'assigned');
}

async function assignToBatches(wanted: Wanted): Promise<Done | Refusal> {
  const [batches, note] = [wanted.form.getAll('batch'), noteOf(wanted)];
  if (batches.length === 0 || note === '') return { status: 422, text: 'refusal.assign' };
  return done(send(wanted, ASSIGN_TO_BATCHES, { id: wanted.subject, batches, note }), 'assigned');
}

async function assignToDeposit(wanted: Wanted): Promise<Done | Refusal> {
  const [deposit, note] = [wanted.form.get('deposit'), noteOf(wanted)];
  if (!deposit || note === '') return { status: 422, text: 'refusal.assign' };
  return done(send(wanted, ASSIGN_TO_DEPOSIT, { id: wanted.subject, deposit, note }), 'assigned');
}

const CLOSINGS: readonly CreditClosing[] = ['RETURNED', 'NOT_FEES'];

async function close(wanted: Wanted): Promise<Done | Refusal> {
  const [as, note] = [CLOSINGS.find((each) => each === wanted.form.get('as')), noteOf(wanted)];
  if (as === undefined || note === '') return { status: 422, text: 'refusal.assign' };
  return done(send(wanted, CLOSE_CREDIT, { id: wanted.subject, as, note }), 'assigned');
}

async function depositCash(wanted: Wanted): Promise<Done | Refusal> {
  const drawers = wanted.form.getAll('drawer');
  const [account, slip, day] = [fieldOf(wanted, 'account'), fieldOf(wanted, 'slip'), fieldOf(wanted, 'day')];
  const whole = drawers.length > 0 && account !== '' && slip !== '' && dayAfter(day, 0) !== undefined;
  if (!whole) return { status: 422, text: 'refusal.deposit' };
  return done(send(wanted, DEPOSIT_CASH, { drawers, account, slip, day }), 'deposited');
}

/** An empty field is no note of that kind; all empty is an empty drawer only where somebody says so. */
async function countDrawer(wanted: Wanted): Promise<Done | Refusal> {
  const told = NOTES.map((denomination) => ({ denomination, text: fieldOf(wanted, pieceField(denomination)) })).filter(
    ({ text }) => text !== '',
  );
  const pieces = told.map(({ denomination, text }) => ({ denomination, pieces: /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN }));
  if (pieces.length === 0 || pieces.some(({ pieces: count }) => Number.isNaN(count))) return { status: 422, text: 'refusal.count' };
  return done(send(wanted, COUNT_DRAWER, { id: wanted.subject, pieces, note: noteOf(wanted) || null }), 'counted');
}

async function proposeClosing(wanted: Wanted): Promise<Done | Refusal> {
  const note = noteOf(wanted);
  if (note === '') return { status: 422, text: 'refusal.note' };
  return done(send(wanted, PROPOSE_CLOSING, { id: wanted.subject, note }), 'closingProposed');
}

/** What the pressed button says, e.g. of another's proposal; undefined: neither yes nor no. */
const verdictOf = ({ form }: Wanted, name = 'approve') => ({ true: true, false: false })[form.get(name) ?? ''];

async function approveClosing(wanted: Wanted): Promise<Done | Refusal> {
  const approve = verdictOf(wanted);
  if (approve === undefined) return { status: 422, text: 'refusal.verdict' };
  return done(send(wanted, APPROVE_CLOSING, { id: wanted.subject, approve }), approve ? 'approved' : 'sentBack');
}

async function approveRefund(wanted: Wanted): Promise<Done | Refusal> {
  const [approve, note] = [verdictOf(wanted), noteOf(wanted)];
  if (approve === undefined || note === '') return { status: 422, text: 'refusal.approve' };
  return done(send(wanted, APPROVE_REFUND, { id: wanted.subject, approve, note }), approve ? 'approved' : 'sentBack');
}

async function concludeRefund(wanted: Wanted): Promise<Done | Refusal> {
  const [paid, note] = [verdictOf(wanted, 'paid'), noteOf(wanted)];
  if (paid === undefined || note === '') return { status: 422, text: 'refusal.conclude' };
  return done(send(wanted, CONCLUDE_REFUND, { id: wanted.subject, paid, note }), paid ? 'refundPaid' : 'refundNotPaid');
}
