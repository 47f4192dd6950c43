import { type Asker, ask, type GraphAnswer, type GraphQuery } from './graph.ts';
import { BALANCES, type Balance, EXCEPTIONS, type Exceptions } from './operations.ts';
import type { ViewState } from './view-state.ts';

/** How many differences of a day are listed. */
const LISTED = 100;

/** How a day's payments came out. */
export interface Reconciled {
  balances: GraphAnswer<readonly Balance[]>;
  /** Of the one that is chosen, or of the only one; null: there is none, or it is not the reader's. */
  exceptions: GraphAnswer<Exceptions | null>;
}

/** Asks for the day's reconciliations, then for the differences of one of them. */
export async function readReconciled(query: GraphQuery, asker: Asker, state: ViewState): Promise<Reconciled> {
  const { data, problem } = await ask(query, BALANCES, { ...asker, variables: { day: state.date, unit: state.unit ?? null } });
  const balances = data?.reconciliations;
  const chosen = state.of ?? (balances?.length === 1 ? balances[0]?.id : undefined);
  if (chosen === undefined) return { balances: { data: balances, problem }, exceptions: { data: undefined, problem: undefined } };
  const exceptions = await ask(query, EXCEPTIONS, { ...asker, variables: { id: chosen, first: LISTED } });
  return { balances: { data: balances, problem }, exceptions: { data: exceptions.data?.reconciliation, problem: exceptions.problem } };
}
