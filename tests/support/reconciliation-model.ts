import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';

/** A payment as the hub has it; days are YYYY-MM-DD. */
export interface ModelPayment {
  reference: string;
  amount: number;
  /** Null: not paid. */
  paidOn: string | null;
  refund: { amount: number; on: string } | null;
  /** Paid although nothing was due any more. */
  exceeds: boolean;
}

export interface ModelDay {
  day: string;
  payments: readonly ModelPayment[];
  rows: readonly StatementRowInput[];
  /** Rows of the statements of the days around. */
  around: readonly StatementRowInput[];
}

/** Kind, reference, what the hub holds of it, what the statement holds of it. */
export type Found = [kind: string, reference: string, hub: number | null, statement: number | null];

type Row = StatementRowInput & { no: number };

/** What the definitions say of a day, one row and one payment after the other: slow, and plain to see. */
export function judgeDay({ day, payments, rows, around }: ModelDay): { found: Found[]; statementTotal: number; hubTotal: number } {
  const found: Found[] = [];
  const add = (kind: string, reference: string, hub: number | null, statement: number | null) =>
    found.push([kind, reference, hub, statement]);
  const known = new Map(payments.map((payment) => [payment.reference, payment]));
  const numbered: Row[] = rows.map((row, at) => ({ ...row, no: at + 1 }));
  const repeats = numbered.filter((row) => firstOf(numbered.filter((other) => sameTransaction(row, other))) !== row);
  for (const row of repeats) add('DUPLICATE_ROW', row.merchantRef, null, signed(row));
  const single = numbered.filter((row) => !repeats.includes(row));
  const agreedPayments = new Set<string>();
  let hubTotal = 0;
  for (const payment of payments) {
    const own = single.filter((row) => row.type === 'PAY' && row.merchantRef === payment.reference);
    const main = firstOf(own);
    for (const row of own) if (row !== main && row.status === 'SUCCESS') add('DUPLICATE_PAYMENT', row.merchantRef, null, row.gross);
    const held = payment.paidOn === day ? payment.amount : null;
    hubTotal += held ?? 0;
    const kind = main === undefined ? missing(payment, { day, around }) : compare(payment, main, day);
    if (kind !== undefined) add(kind, payment.reference, held, main === undefined ? null : signed(main));
    if (kind === undefined && held !== null) agreedPayments.add(payment.reference);
    if (main?.status !== 'SUCCESS') continue;
    if (kind === 'CUTOFF' && main.gross !== payment.amount) add('AMOUNT_MISMATCH', payment.reference, null, null);
    const agreed = kind === undefined;
    if (feeWrong(main)) add('FEE_MISMATCH', payment.reference, agreed ? held : null, agreed ? main.gross : null);
  }
  for (const row of single) {
    const payment = known.get(row.merchantRef);
    if (payment === undefined) add('MISSING_AT_HUB', row.merchantRef, null, signed(row));
    else if (row.status === 'SUCCESS' && (row.type === 'ADJUST' || (row.type === 'REFUND' && feeWrong(row)))) {
      add('FEE_MISMATCH', row.merchantRef, null, null);
    }
  }
  for (const payment of payments) {
    const refund = payment.refund;
    const here = refund?.on === day ? refund.amount : null;
    hubTotal -= here ?? 0;
    const back = single.filter((row) => row.type === 'REFUND' && row.status === 'SUCCESS' && row.merchantRef === payment.reference);
    const twin = back.find((row) => row.gross === here);
    const rest = back.filter((row) => row !== twin);
    const alone = here !== null && twin === undefined;
    rest.forEach((row, at) => {
      if (alone && at === 0) add('AMOUNT_MISMATCH', payment.reference, -here, -row.gross);
      else add(refund?.on !== day && refund?.amount === row.gross ? 'CUTOFF' : 'REFUND_UNMATCHED', payment.reference, null, -row.gross);
    });
    if (alone && rest.length === 0) {
      const elsewhere = around.some(
        (row) => row.type === 'REFUND' && row.status === 'SUCCESS' && row.merchantRef === payment.reference && row.gross === here,
      );
      add(elsewhere ? 'CUTOFF' : 'REFUND_UNMATCHED', payment.reference, -here, null);
    }
    const disputed = found.some(([, reference, hub]) => reference === payment.reference && hub !== null && hub < 0);
    if (payment.exceeds && payment.paidOn === day && (refund?.amount ?? 0) < payment.amount) {
      const agreed = agreedPayments.has(payment.reference) && !disputed;
      add('DUPLICATE_PAYMENT', payment.reference, agreed ? payment.amount : null, agreed ? payment.amount : null);
    }
  }
  return { found, hubTotal, statementTotal: rows.reduce((sum, row) => sum + (signed(row) ?? 0), 0) };
}

/** Of rows for one thing the first that says paid, else the first. */
function firstOf(rows: readonly Row[]): Row | undefined {
  return rows.find((row) => row.status === 'SUCCESS') ?? rows[0];
}

function sameTransaction(row: Row, other: Row): boolean {
  return row.type === other.type && row.providerTransactionId === other.providerTransactionId;
}

function missing({ reference, paidOn }: ModelPayment, { day, around }: Pick<ModelDay, 'day' | 'around'>): string | undefined {
  if (paidOn !== day) return undefined;
  return around.some((row) => row.type === 'PAY' && row.status === 'SUCCESS' && row.merchantRef === reference)
    ? 'CUTOFF'
    : 'MISSING_AT_PROVIDER';
}

function compare({ amount, paidOn }: ModelPayment, row: Row, day: string): string | undefined {
  if ((row.status === 'SUCCESS') !== (paidOn !== null)) return 'STATUS_MISMATCH';
  if (row.status !== 'SUCCESS') return undefined;
  if (paidOn !== day) return 'CUTOFF';
  return row.gross === amount ? undefined : 'AMOUNT_MISMATCH';
}

function signed({ type, status, gross }: StatementRowInput): number | null {
  if (status !== 'SUCCESS' || type === 'ADJUST') return null;
  return type === 'PAY' ? gross : -gross;
}

function feeWrong({ type, gross, fee, feeVat, net }: StatementRowInput): boolean {
  return net !== undefined && net !== (type === 'PAY' ? gross - fee - feeVat : -(gross + fee + feeVat));
}
