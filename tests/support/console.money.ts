import type {
  Batch,
  Cash,
  ChosenCredit,
  Credit,
  Depositing,
  ReceiptOrder,
  Refund,
  Repeat,
  StatementFiles,
  TakenOver,
} from '../../src/console/operations.money.ts';

/** What the page of money is answered with. */
export interface FakeMoney {
  credits: Credit[];
  /** Of each credit: what it may be meant for. */
  suggestions: ChosenCredit['suggestions'];
  /** A credit's text, for whoever may read it. */
  text: string | null;
  batches: Batch[];
  cash: Cash;
  depositing: Depositing;
  files: StatementFiles;
  receipts: ReceiptOrder[];
  refunds: Refund[];
  repeats: Repeat[];
}

export function noMoney(): FakeMoney {
  return {
    ...{ credits: [], suggestions: [], text: null, batches: [], receipts: [], refunds: [], repeats: [] },
    cash: { cashDrawers: { pageInfo: { hasNextPage: false }, nodes: [] }, cashDeposits: [] },
    depositing: { cashDrawers: { pageInfo: { hasNextPage: false }, nodes: [] }, depositAccounts: [] },
    files: { statementFiles: [], missingStatements: [] },
  };
}

export function credit(over: Partial<Credit> = {}): Credit {
  return {
    ...{ id: 'c1', account: '8888000000001', bankReference: 'FT01', amount: 105_000, bookedAt: '2025-09-30T08:15:00+07:00' },
    ...{ reference: null, disputedAmount: null, onStatement: null, proposedBy: null, proposedAs: null, proposedPayment: null },
    proposedBatches: [],
    ...over,
  };
}

export function batch(over: Partial<Batch> = {}): Batch {
  return {
    ...{ id: 'b1', provider: 'VNPAY', merchant: { code: 'CAMAU01', unit: { name: 'Tỉnh Cà Mau' } }, batch: 'CAMAU01-20250929' },
    ...{ firstDay: '2025-09-29', lastDay: '2025-09-29', net: 1_000_000, credited: 900_000, open: 100_000, dueOn: '2025-09-30' },
    state: 'SHORT',
    ...over,
  };
}

export function takenOver(over: Partial<TakenOver> = {}): TakenOver {
  return { id: 'd1', unit: { code: '32248', name: 'Xã Đất Mũi' }, officer: 'can-bo-01', day: '2025-09-29', counted: 44_000, ...over };
}

export function receiptOrder(over: Partial<ReceiptOrder> = {}): ReceiptOrder {
  return {
    ...{ id: 'o1', action: 'ISSUE', state: 'FAILED', paymentReference: '250930HAAAA', unit: { name: 'Xã Đất Mũi' }, code: 'ERR_20' },
    ...{ reason: 'the provider answered ERR:20', advice: 'Nhà cung cấp từ chối.', attempts: 3, nextAttemptAt: null },
    ...{ wantedAt: '2025-09-30T08:00:00+07:00', closingBy: null, closingNote: null },
    ...over,
  };
}

export function refund(over: Partial<Refund> = {}): Refund {
  return {
    ...{ id: 'f1', reference: 'R1', amount: 50_000, state: 'REQUESTED', cause: 'PAID_TWICE', way: 'GATEWAY', reason: 'nộp hai lần' },
    ...{ requestedBy: 'hub', requestedAt: '2025-09-30T08:00:00+07:00', providerCode: null, note: null, awaitsConclusion: false },
    payment: { provider: 'VNPAY', reference: '250929HBBBB', dossier: { code: 'H12.64-250929-0003' } },
    ...over,
  };
}

/** The answer to one of the page's queries; undefined: it is none of them. */
export function answerMoney(money: FakeMoney, operation: string, variables: Record<string, unknown>): object | undefined {
  const counted = <T>(nodes: T[]) => ({ totalCount: nodes.length, nodes });
  const found = money.credits.find(({ id }) => id === variables['id']);
  const answers: Record<string, () => object> = {
    Credits: () => ({ accountCredits: counted(money.credits) }),
    Credit: () => ({ accountCredit: found === undefined ? null : { ...found, state: 'UNIDENTIFIED', suggestions: money.suggestions } }),
    CreditText: () => ({ accountCredit: { content: money.text } }),
    Batches: () => ({ settlementBatches: counted(money.batches) }),
    Cash: () => ({ cashDrawers: money.cash.cashDrawers }),
    OnItsWay: () => ({ cashDeposits: money.cash.cashDeposits }),
    Depositing: () => money.depositing,
    StatementFiles: () => money.files,
    Receipts: () => ({ receiptOrders: money.receipts }),
    Refunds: () => ({ refunds: counted(money.refunds) }),
    Repeats: () => ({ repeatedReports: money.repeats }),
  };
  return answers[operation]?.();
}
