/** The graph's `CashDrawerState`. */
export type DrawerState = 'OPEN' | 'COUNTED' | 'ACCEPTED' | 'DEPOSITED';

/** A drawer with what its payments come to now. Whole đồng. */
export interface DrawerRow {
  id: string;
  merchant_id: string;
  merchant_code: string;
  merchant_scope: string[];
  unit: string;
  officer: string;
  /** YYYY-MM-DD. */
  day: string;
  state: DrawerState;
  expected: number | null;
  counted: number | null;
  note: string | null;
  counted_at: Date | null;
  accepted_by: string | null;
  accepted_at: Date | null;
  deposit_id: string | null;
  /** What its payments come to, less what went back of them. */
  taken: number;
  payments: number;
}

export const DRAWER_COLUMNS = `d.id, d.merchant_id, m.code AS merchant_code, m.scope AS merchant_scope, d.unit, d.officer, d.day, d.state, d.expected, d.counted, d.note,
  d.counted_at, d.accepted_by, d.accepted_at, d.deposit_id, t.taken, t.payments`;
export const DRAWER_FROM = `payments.cash_drawer d JOIN payments.merchant m ON m.id = d.merchant_id, LATERAL (
  SELECT coalesce(sum(p.amount - p.refunded_amount), 0)::bigint AS taken, count(*)::int AS payments
  FROM payments.cash_taking k JOIN payments.payment p ON p.id = k.payment_id WHERE k.drawer_id = d.id) t`;

export interface DepositRow {
  id: string;
  unit: string;
  scope: string[];
  account: string;
  slip_number: string;
  amount: number;
  /** YYYY-MM-DD. */
  deposited_on: string;
  deposited_by: string;
  credit_id: string | null;
  arrived_at: Date | null;
}

export const DEPOSIT_COLUMNS =
  'd.id, d.unit, d.scope, d.account, d.slip_number, d.amount, d.deposited_on, d.deposited_by, d.credit_id, d.arrived_at';
