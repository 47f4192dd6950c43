import { type AccountEntry, type AccountReading, AccountTotals, agreeDay, type ExpectedAccount, refuse } from './account.entry.ts';
import { StatementsOfFile } from './account.statements.ts';
import type { StatementHeader, StatementRow } from './statement.rows.ts';
import { readStatement } from './statement.ts';

/** Reads an account's statement in the hub's own form: PAY rows came in, REFUND rows went out. It tells no balances. */
export async function readCanonicalAccount(source: AsyncIterable<Uint8Array>, expected: ExpectedAccount): Promise<AccountReading> {
  const reading = await readStatement(source, expected.day === undefined ? {} : { businessDate: expected.day });
  const { header } = reading;
  try {
    agreeHeader(header, expected);
  } catch (error) {
    // Nobody will read on: the source must learn it.
    await reading.batches.return();
    throw error;
  }
  const statements = new StatementsOfFile(expected);
  const { statement } = statements.begin({ line: 1, field: 'businessDate' });

  async function* batches(): AccountReading['batches'] {
    const totals = new AccountTotals();
    for await (const rows of reading.batches) {
      const entries = rows.flatMap((row) => entryOf(row) ?? []);
      for (const entry of entries) totals.add(entry, entry.line);
      yield { statement, entries };
    }
    const { credits, debits } = totals;
    const summary = { form: 'CANONICAL', day: header.businessDate, opening: null, closing: null, credits, debits } as const;
    statements.end(summary, { line: 1, field: 'businessDate' });
    statements.close(reading.summary().sha256);
  }

  return { batches: batches(), summaries: () => statements.summaries() };
}

/** A gateway's settlement file names payments that it holds itself: as credits of a bank account they would be booked a second time. */
function agreeHeader({ provider, merchantCode, businessDate }: StatementHeader, { account, day, merchant }: ExpectedAccount): void {
  agreeDay(1, 'businessDate', { told: businessDate, expected: day ?? businessDate });
  const isOurs = merchant === undefined || (merchant.provider === provider && (merchant.code === merchantCode || account === merchantCode));
  if (isOurs && (merchantCode === account || merchantCode.endsWith(`-${account}`))) return;
  refuse(1, 'merchantCode', { vi: `không phải của tài khoản ${account}`, en: `is not that of account ${account}` });
}

/** What a row did to the account; undefined: nothing, or a provider's adjustment, which is no movement of a bank's. */
function entryOf(row: StatementRow): AccountEntry | undefined {
  if (row.type === 'ADJUST' || row.status !== 'SUCCESS' || row.gross === 0) return undefined;
  return {
    line: row.rowNo + 1,
    kind: row.type === 'PAY' ? 'CREDIT' : 'DEBIT',
    isReversal: false,
    reference: row.providerTransactionId,
    reverses: [],
    amount: row.gross,
    at: new Date(row.time),
    content: row.orderInfo,
  };
}
