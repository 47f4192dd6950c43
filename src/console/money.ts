import { dayAfter } from './business-time.ts';
import { type Asker, ask, type GraphAnswer, type GraphQuery } from './graph.ts';
import {
  BATCHES,
  type Batches,
  CASH,
  type Cash,
  type ChosenCredit,
  CREDIT,
  CREDITS,
  type Credits,
  DEPOSITING,
  type Depositing,
  ON_ITS_WAY,
  RECEIPTS,
  REFUNDS,
  REPEATS,
  type ReceiptOrder,
  type Refunds,
  type Repeat,
  STATEMENT_FILES,
  type StatementFiles,
} from './operations.money.ts';
import type { ViewState } from './view-state.ts';

/** How many of each are listed. */
const LISTED = 50;
/** How many drawers are offered to be paid in: the most that one slip may hold. */
const OFFERED = 100;
/** How far back missing statements are looked for, days. */
const LOOKED_BACK = 14;

/** What waits for money, or for somebody to say whose it is. */
export interface Money {
  credits: GraphAnswer<Credits>;
  /** The one that is chosen; null: there is none, or it is not the reader's. */
  credit: GraphAnswer<ChosenCredit | null>;
  batches: GraphAnswer<Batches>;
  cash: GraphAnswer<Cash>;
  depositing: GraphAnswer<Depositing>;
  files: GraphAnswer<StatementFiles>;
  receipts: GraphAnswer<readonly ReceiptOrder[]>;
  refunds: GraphAnswer<Refunds>;
  repeats: GraphAnswer<readonly Repeat[]>;
}

/** Asks for the parts side by side; what one role may not see takes no other part away. */
export async function readMoney(query: GraphQuery, asker: Asker, state: ViewState): Promise<Money> {
  const unit = state.unit ?? null;
  const to = dayAfter(state.today, -1) ?? state.today;
  const from = dayAfter(state.today, -LOOKED_BACK) ?? state.today;
  const [credits, credit, batches, drawers, onItsWay, depositing, files, receipts, refunds, repeats] = await Promise.all([
    ask(query, CREDITS, { ...asker, variables: { first: LISTED } }),
    state.of === undefined ? { data: undefined, problem: undefined } : ask(query, CREDIT, { ...asker, variables: { id: state.of } }),
    ask(query, BATCHES, { ...asker, variables: { first: LISTED, unit } }),
    ask(query, CASH, { ...asker, variables: { first: LISTED, unit } }),
    ask(query, ON_ITS_WAY, { ...asker, variables: {} }),
    ask(query, DEPOSITING, { ...asker, variables: { first: OFFERED, unit } }),
    ask(query, STATEMENT_FILES, { ...asker, variables: { from, to } }),
    ask(query, RECEIPTS, { ...asker, variables: { unit } }),
    ask(query, REFUNDS, { ...asker, variables: { first: LISTED, unit } }),
    ask(query, REPEATS, { ...asker, variables: {} }),
  ]);
  return {
    credits: { data: credits.data?.accountCredits, problem: credits.problem },
    credit: { data: credit.data?.accountCredit, problem: credit.problem },
    batches: { data: batches.data?.settlementBatches, problem: batches.problem },
    cash: cashOf(drawers, onItsWay),
    depositing,
    files,
    receipts: { data: receipts.data?.receiptOrders, problem: receipts.problem },
    refunds: { data: refunds.data?.refunds, problem: refunds.problem },
    repeats: { data: repeats.data?.repeatedReports, problem: repeats.problem },
  };
}

/** Whoever takes cash sees their drawers; what became of it on its way is not theirs to see, and no gap. */
function cashOf(drawers: GraphAnswer<Pick<Cash, 'cashDrawers'>>, onItsWay: GraphAnswer<Pick<Cash, 'cashDeposits'>>): GraphAnswer<Cash> {
  const data = drawers.data === undefined ? undefined : { ...drawers.data, cashDeposits: onItsWay.data?.cashDeposits ?? [] };
  return { data, problem: drawers.problem ?? (onItsWay.problem?.code === 'FORBIDDEN' ? undefined : onItsWay.problem) };
}
