import type { AccountBatch, AccountEntry, AccountForm } from '../../../../connectors/contract/account.entry.ts';
import type { CreditNotice } from '../../../../connectors/contract/payment.ts';
import { StatementError } from '../../../../connectors/contract/statement.error.ts';
import type { Queryable } from '../../../platform/database/database.ts';

/** What each form calls the bank's number and the amount. */
const FIELDS: Readonly<Record<AccountForm, { reference: string; amount: string }>> = {
  CANONICAL: { reference: 'providerTxnId', amount: 'gross' },
  TABLE: { reference: 'reference', amount: 'amount' },
  CAMT053: { reference: 'AcctSvcrRef', amount: 'Amt' },
  MT940: { reference: '61', amount: '61' },
};

/** What takes an earlier credit back. */
export interface Reversal {
  reverses: readonly string[];
  amount: number;
}

/** What one statement has of credits. */
export interface SeenStatement {
  /** The bank's numbers of all that came in. */
  told: string[];
  reversals: Reversal[];
}

/** What was seen in a file, statement by statement, to its end. */
export class SeenEntries {
  readonly #told = new Set<string>();
  readonly #statements = new Map<number, SeenStatement>();
  readonly #account: string;
  readonly #form: AccountForm;

  constructor(account: string, form: AccountForm) {
    this.#account = account;
    this.#form = form;
  }

  /** Throws StatementError for a number that stands in the file twice, or that the bank has given to another sum before. */
  async add(sql: Queryable, { statement, entries }: AccountBatch): Promise<void> {
    const seen = this.of(statement);
    for (const entry of entries) {
      if (entry.kind === 'DEBIT' && entry.isReversal) seen.reversals.push({ reverses: entry.reverses, amount: entry.amount });
      if (!isCredit(entry)) continue;
      if (this.#told.has(entry.reference)) this.#refuse(entry, 'reference', TWICE);
      this.#told.add(entry.reference);
      seen.told.push(entry.reference);
    }
    await this.#refuseOtherAmounts(sql, entries.filter(isCredit));
  }

  /** Of the file's statement of that place, from 0. */
  of(statement: number): SeenStatement {
    const seen = this.#statements.get(statement) ?? { told: [], reversals: [] };
    this.#statements.set(statement, seen);
    return seen;
  }

  /** One of the two sums is wrong, and only the bank can say which. */
  async #refuseOtherAmounts(sql: Queryable, credits: readonly AccountEntry[]): Promise<void> {
    const held = await sql.query<{ bank_reference: string; amount: number }>(
      'SELECT bank_reference, amount FROM payments.account_credit WHERE account = $1 AND bank_reference = ANY($2::text[])',
      [this.#account, credits.map(({ reference }) => reference)],
    );
    const amounts = new Map(held.map((row) => [row.bank_reference, row.amount]));
    for (const credit of credits) {
      const known = amounts.get(credit.reference) ?? credit.amount;
      if (known === credit.amount) continue;
      this.#refuse(credit, 'amount', {
        vi: `ngân hàng đã báo ${known} đồng cho số giao dịch này, tệp nêu ${credit.amount}: hỏi ngân hàng rồi gửi tệp đúng`,
        en: `the bank told of ${known} đồng under this number before, the file says ${credit.amount}: ask the bank, and send the right file`,
      });
    }
  }

  #refuse({ line }: AccountEntry, field: 'reference' | 'amount', reason: { vi: string; en: string }): never {
    const counts = this.#form === 'CAMT053' ? 'ENTRIES' : 'LINES';
    throw new StatementError({ line, counts, field: FIELDS[this.#form][field], reason });
  }
}

const TWICE = { vi: 'số giao dịch đã có ở dòng trước', en: "the bank's number stands in an earlier line" };

/** Money that came in; an entry of nothing brought none. */
function isCredit({ kind, amount }: AccountEntry): boolean {
  return kind === 'CREDIT' && amount > 0;
}

/** The credits of entries, as a bank's notice would tell of them. */
export function creditsOf(account: string, entries: readonly AccountEntry[]): CreditNotice[] {
  return entries
    .filter(isCredit)
    .map(({ reference: bankReference, amount, at, content }) => ({ account, bankReference, amount, at, content }));
}
