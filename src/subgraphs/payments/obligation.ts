/** A fee as far as it decides what is due; whole đồng. */
export interface Fee {
  amount: number;
  exemptedAmount: number;
  collection: string;
}

/** Fees less exemptions. What is exempt as a whole counts for nothing, whatever its exempted amount says. */
export function totalOf(fees: readonly Fee[]): number {
  return fees.reduce((sum, fee) => sum + (fee.collection === 'EXEMPT' ? 0 : Math.max(0, fee.amount - fee.exemptedAmount)), 0);
}

/** What remains to be paid, never below 0; 0 where the source says that it is settled. */
export function dueOf(obligation: { fees: readonly Fee[]; settled: boolean; paid: number }): number {
  return obligation.settled ? 0 : Math.max(0, totalOf(obligation.fees) - obligation.paid);
}
