import type { PaymentProvider } from '../../platform/graphql/enums.ts';
import type { Message } from '../../platform/language.ts';

/** The graph's `ReconciliationStatus`. */
export type ReconciliationStatusName = 'RUNNING' | 'BALANCED' | 'DISCREPANT' | 'REJECTED' | 'FAILED';

/** A reconciliation with its merchant's code and scope. Totals are whole đồng. */
export interface ReconciliationRow {
  id: string;
  provider: PaymentProvider;
  merchant_id: string;
  merchant_code: string;
  merchant_scope: string[];
  /** YYYY-MM-DD. */
  business_date: string;
  status: ReconciliationStatusName;
  statement_version: number | null;
  statement_rows: number;
  matched: number;
  discrepancy_count: number;
  statement_total: number;
  hub_total: number;
  rejection: Message | null;
  started_at: Date;
  finished_at: Date | null;
  closed_at: Date | null;
  closed_by: string | null;
  reopened_at: Date | null;
  confirmed_by_query: number;
}

/** The columns of a ReconciliationRow, of the tables under the aliases `r` and `m`. */
export const RECONCILIATION_COLUMNS = `r.id, r.provider, r.merchant_id, m.code AS merchant_code, m.scope AS merchant_scope, r.business_date, r.status,
  r.statement_version, r.statement_rows, r.matched, r.discrepancy_count, r.statement_total, r.hub_total, r.rejection, r.started_at, r.finished_at, r.closed_at,
  r.closed_by, r.reopened_at, r.confirmed_by_query`;

/** Begins the reference of a credit that paid nothing, in a statement that is made of credits. */
export const UNIDENTIFIED_PREFIX = 'CREDIT-';

/** What a discrepancy's sentence is made of. */
export interface DiscrepancyFacts {
  row?: number;
  type?: 'PAY' | 'REFUND' | 'ADJUST';
  rowStatus?: string;
  gross?: number;
  net?: number;
  amount?: number;
  hubStatus?: string;
  hubDay?: string;
  statementDay?: string;
  first?: number;
  dossier?: string;
  /** The key of a settlement batch; beside it `net`, and what has come of it. */
  batch?: string;
  credited?: number;
  writtenOff?: number;
  /** YYYY-MM-DD. */
  dueOn?: string;
  /** How far the cash of a drawer had come; beside it `net`, what should be there, and `credited`, what is. */
  drawerState?: string;
}

export interface DiscrepancyRow {
  id: string;
  reconciliation_id: string;
  position: number;
  kind: DiscrepancyKindName;
  reference: string | null;
  payment_id: string | null;
  hub_amount: number | null;
  statement_amount: number | null;
  facts: DiscrepancyFacts;
  resolution: 'ACCEPT_PROVIDER' | 'ACCEPT_HUB' | 'REFUND' | 'WRITE_OFF' | 'CARRY_OVER' | null;
  resolved_by: string | null;
  resolved_at: Date | null;
  approved_by: string | null;
  note: string | null;
  owner: string | null;
  needs_approval: boolean;
  approved_at: Date | null;
}

/** The graph's `DiscrepancyKind`. */
export type DiscrepancyKindName =
  | 'MISSING_AT_PROVIDER'
  | 'MISSING_AT_HUB'
  | 'AMOUNT_MISMATCH'
  | 'STATUS_MISMATCH'
  | 'DUPLICATE_PAYMENT'
  | 'DUPLICATE_ROW'
  | 'FEE_MISMATCH'
  | 'REFUND_UNMATCHED'
  | 'CUTOFF'
  | 'SETTLEMENT_MISMATCH'
  | 'UNIDENTIFIED_CREDIT'
  | 'CASH_NOT_COUNTED'
  | 'CASH_OVER_SHORT'
  | 'CASH_NOT_ARRIVED';
