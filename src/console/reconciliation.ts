import { type Asker, ask, type GraphAnswer, type GraphQuery } from './graph.ts';
import { BALANCES, type DayOfMoney, EXCEPTIONS, type Exceptions } from './operations.ts';
import type { ViewState } from './view-state.ts';

/** How many differences of a day are listed. */
const LISTED = 100;

/** How a day's payments came out. */
export interface Reconciled {
  balances: GraphAnswer<DayOfMoney>;
  /** Of the one that is chosen, or of the only one; null: there is none, or it is not the reader's. */
  exceptions: GraphAnswer<Exceptions | null>;
}

/** Asks for the day's reconciliations, then for the differences of one of them. */
export async function readReconciled(query: GraphQuery, asker: Asker, state: ViewState): Promise<Reconciled> {
  const { data, problem } = await ask(query, BALANCES, { ...asker, variables: { day: state.date, unit: state.unit ?? null } });
  const [only, another] = data?.reconciliations ?? [];
  const chosen = state.of ?? (another === undefined ? only?.id : undefined);
  if (chosen === undefined) return { balances: { data, problem }, exceptions: { data: undefined, problem: undefined } };
  const exceptions = await ask(query, EXCEPTIONS, { ...asker, variables: { id: chosen, first: LISTED } });
  return { balances: { data, problem }, exceptions: { data: exceptions.data?.reconciliation, problem: exceptions.problem } };
}
