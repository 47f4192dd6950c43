import { type UserErrorValue, userError } from '../../platform/errors.ts';
import type { DiscrepancyKindName, DiscrepancyRow } from './reconciliation.row.ts';

export type ResolutionName = NonNullable<DiscrepancyRow['resolution']>;

const EITHER: readonly ResolutionName[] = ['ACCEPT_HUB', 'ACCEPT_PROVIDER'];

/**
 * How each kind of difference may be settled. Nothing here moves money to make numbers agree: a refund gives back what came in too much, a
 * write-off is a ledger entry of its own, the rest records whose word stands.
 */
const ALLOWED: Record<DiscrepancyKindName, readonly ResolutionName[]> = {
  MISSING_AT_PROVIDER: [...EITHER, 'CARRY_OVER', 'WRITE_OFF'],
  MISSING_AT_HUB: [...EITHER, 'CARRY_OVER', 'REFUND', 'WRITE_OFF'],
  AMOUNT_MISMATCH: [...EITHER, 'REFUND', 'WRITE_OFF'],
  STATUS_MISMATCH: [...EITHER, 'CARRY_OVER', 'REFUND', 'WRITE_OFF'],
  DUPLICATE_PAYMENT: [...EITHER, 'REFUND'],
  DUPLICATE_ROW: [...EITHER, 'CARRY_OVER'],
  FEE_MISMATCH: [...EITHER, 'WRITE_OFF'],
  REFUND_UNMATCHED: [...EITHER, 'CARRY_OVER', 'WRITE_OFF'],
  CUTOFF: [...EITHER, 'CARRY_OVER'],
  SETTLEMENT_MISMATCH: [...EITHER, 'CARRY_OVER', 'WRITE_OFF'],
  UNIDENTIFIED_CREDIT: [...EITHER, 'CARRY_OVER', 'REFUND', 'WRITE_OFF'],
  // What is over or short is booked when the drawer is taken over, and cash that is on its way is nobody's loss: nothing is written off here.
  CASH_NOT_COUNTED: [...EITHER, 'CARRY_OVER'],
  CASH_OVER_SHORT: EITHER,
  CASH_NOT_ARRIVED: [...EITHER, 'CARRY_OVER'],
};

/** Kinds whose totals hold nothing: what is at stake is what has not come. */
const OPEN_AMOUNTS: readonly DiscrepancyKindName[] = ['SETTLEMENT_MISMATCH', 'CASH_OVER_SHORT', 'CASH_NOT_ARRIVED'];

/** Why a difference of that kind is not settled in that way; undefined: it may be. */
export function notAllowed(kind: DiscrepancyKindName, resolution: ResolutionName): UserErrorValue | undefined {
  const allowed = ALLOWED[kind];
  if (allowed.includes(resolution)) return undefined;
  const text = {
    vi: `Chênh lệch loại ${kind} chỉ xử lý được bằng: ${allowed.join(', ')}.`,
    en: `A difference of kind ${kind} can be settled by: ${allowed.join(', ')}.`,
  };
  return userError('INVALID', text, ['resolution']);
}

/** What is at stake, whole đồng: decides whether a second person must approve. */
export function stakeOf({ kind, hub_amount: hub, statement_amount: statement, facts }: DiscrepancyRow): number {
  if (OPEN_AMOUNTS.includes(kind)) return Math.abs((facts.net ?? 0) - (facts.credited ?? 0) - (facts.writtenOff ?? 0));
  return Math.max(Math.abs(hub ?? 0), Math.abs(statement ?? 0), Math.abs(facts.amount ?? 0), Math.abs(facts.gross ?? 0));
}

/** Resolved, and approved where that is needed. As a condition on `payments.discrepancy d`. */
export const SETTLED_SQL = '(d.resolution IS NOT NULL AND (NOT d.needs_approval OR d.approved_by IS NOT NULL))';
