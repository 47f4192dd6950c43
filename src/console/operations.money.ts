import { graphql } from '../../schema/generated/gql.ts';
import type {
  ConsoleBatchesQuery,
  ConsoleCashQuery,
  ConsoleCreditQuery,
  ConsoleCreditsQuery,
  ConsoleDepositingQuery,
  ConsoleOnItsWayQuery,
  ConsoleReceiptsQuery,
  ConsoleRefundsQuery,
  ConsoleRepeatsQuery,
  ConsoleStatementFilesQuery,
} from '../../schema/generated/graphql.ts';

export type Batches = ConsoleBatchesQuery['settlementBatches'];
export type Batch = Batches['nodes'][number];
export type Credits = ConsoleCreditsQuery['accountCredits'];
export type Credit = Credits['nodes'][number];
export type ChosenCredit = NonNullable<ConsoleCreditQuery['accountCredit']>;
/** Drawers, and slips that are on their way. */
export type Cash = ConsoleCashQuery & ConsoleOnItsWayQuery;
export type Drawer = Cash['cashDrawers']['nodes'][number];
export type Deposit = Cash['cashDeposits'][number];
export type Depositing = ConsoleDepositingQuery;
export type TakenOver = Depositing['cashDrawers']['nodes'][number];
export type Account = Depositing['depositAccounts'][number];
export type StatementFiles = ConsoleStatementFilesQuery;
export type StatementFile = StatementFiles['statementFiles'][number];
export type ReceiptOrder = ConsoleReceiptsQuery['receiptOrders'][number];
export type Refunds = ConsoleRefundsQuery['refunds'];
export type Refund = Refunds['nodes'][number];
export type Repeat = ConsoleRepeatsQuery['repeatedReports'][number];

/** What providers have still to pay out, or paid out otherwise than they said. */
export const BATCHES = graphql(`
  query ConsoleBatches($first: Int!, $unit: ID) {
    settlementBatches(states: [EXPECTED, SHORT, OVER, MISSING], first: $first, unit: $unit) {
      totalCount
      nodes { id provider merchant { code unit { name } } batch firstDay lastDay net credited open dueOn state }
    }
  }
`);

/** What came in on the accounts and is nobody's yet. */
export const CREDITS = graphql(`
  query ConsoleCredits($first: Int!) {
    accountCredits(states: [UNIDENTIFIED], first: $first) {
      totalCount
      nodes {
        id account bankReference amount bookedAt reference disputedAmount onStatement proposedBy proposedAs
        proposedPayment { reference } proposedBatches { batch }
      }
    }
  }
`);

/** One of them, with what it may be meant for. Its text is not among it: each reading of that is recorded. */
export const CREDIT = graphql(`
  query ConsoleCredit($id: ID!) {
    accountCredit(id: $id) {
      id account bankReference amount state
      suggestions { payment { id reference amount dossier { code } } score reason }
    }
  }
`);

/** Asked when somebody asks for it, and not again when the page is refreshed. */
export const CREDIT_TEXT = graphql(`
  query ConsoleCreditText($id: ID!) {
    accountCredit(id: $id) { content }
  }
`);

/** Drawers whose cash has not come to its account yet. */
export const CASH = graphql(`
  query ConsoleCash($first: Int!, $unit: ID) {
    cashDrawers(states: [OPEN, COUNTED, ACCEPTED], first: $first, unit: $unit) {
      pageInfo { hasNextPage }
      nodes { id unit { name } officer day state payments expected counted difference note }
    }
  }
`);

/** Slips of which nothing has arrived: the accountants' alone, so that an officer sees the drawers without them. */
export const ON_ITS_WAY = graphql(`
  query ConsoleOnItsWay {
    cashDeposits(arrived: false) { id unit { name } account amount slipNumber depositedOn depositedBy }
  }
`);

/** Cash that an accountant has taken over, and the accounts to which it may be paid in. */
export const DEPOSITING = graphql(`
  query ConsoleDepositing($first: Int!, $unit: ID) {
    cashDrawers(states: [ACCEPTED], first: $first, unit: $unit) {
      pageInfo { hasNextPage }
      nodes { id unit { code name } officer day counted }
    }
    depositAccounts { number bankName unit { code name } }
  }
`);

/** Files that were laid down for the hub, and statements that have not come. */
export const STATEMENT_FILES = graphql(`
  query ConsoleStatementFiles($from: LocalDate!, $to: LocalDate!) {
    statementFiles { path provider businessDate state reason version seenAt }
    missingStatements(from: $from, to: $to) { provider merchantCode businessDate unit { name } }
  }
`);

/** What providers of electronic receipts have not done. */
export const RECEIPTS = graphql(`
  query ConsoleReceipts($unit: ID) {
    receiptOrders(unit: $unit) {
      id action state paymentReference unit { name } code reason advice attempts nextAttemptAt wantedAt closingBy closingNote
    }
  }
`);

/** Money that is to go back. */
export const REFUNDS = graphql(`
  query ConsoleRefunds($first: Int!, $unit: ID) {
    refunds(states: [REQUESTED, READY, SENT, REFUSED], first: $first, unit: $unit) {
      totalCount
      nodes { id reference amount state cause way reason requestedBy requestedAt providerCode note awaitsConclusion payment { provider reference dossier { code } } }
    }
  }
`);

export const ASSIGN_CREDIT = graphql(`
  mutation ConsoleAssignCredit($id: ID!, $payment: ID!, $note: String!) {
    change: assignCredit(credit: $id, payment: $payment, note: $note) { userErrors { code message } }
  }
`);

export const ASSIGN_TO_BATCHES = graphql(`
  mutation ConsoleAssignToBatches($id: ID!, $batches: [ID!]!, $note: String!) {
    change: assignCreditToBatches(credit: $id, batches: $batches, note: $note) { userErrors { code message } }
  }
`);

export const ASSIGN_TO_DEPOSIT = graphql(`
  mutation ConsoleAssignToDeposit($id: ID!, $deposit: ID!, $note: String!) {
    change: assignCreditToDeposit(credit: $id, deposit: $deposit, note: $note) { userErrors { code message } }
  }
`);

export const CLOSE_CREDIT = graphql(`
  mutation ConsoleCloseCredit($id: ID!, $as: CreditClosing!, $note: String!) {
    change: closeCredit(credit: $id, as: $as, note: $note) { userErrors { code message } }
  }
`);

export const ACCEPT_DRAWER = graphql(`
  mutation ConsoleAcceptDrawer($id: ID!) {
    change: acceptCashDrawer(drawer: $id) { userErrors { code message } }
  }
`);

export const DEPOSIT_CASH = graphql(`
  mutation ConsoleDepositCash($drawers: [ID!]!, $account: String!, $slip: String!, $day: LocalDate!) {
    change: depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { userErrors { code message } }
  }
`);

export const RETRY_RECEIPT = graphql(`
  mutation ConsoleRetryReceipt($id: ID!) {
    change: retryReceiptOrder(order: $id) { userErrors { code message } }
  }
`);

export const PROPOSE_CLOSING = graphql(`
  mutation ConsoleProposeClosing($id: ID!, $note: String!) {
    change: proposeReceiptOrderClosing(order: $id, note: $note) { userErrors { code message } }
  }
`);

export const APPROVE_CLOSING = graphql(`
  mutation ConsoleApproveClosing($id: ID!, $approve: Boolean!) {
    change: approveReceiptOrderClosing(order: $id, approve: $approve) { userErrors { code message } }
  }
`);

export const APPROVE_REFUND = graphql(`
  mutation ConsoleApproveRefund($id: ID!, $approve: Boolean!, $note: String!) {
    change: approveRefund(refund: $id, approve: $approve, note: $note) { userErrors { code message } }
  }
`);

export const CONCLUDE_REFUND = graphql(`
  mutation ConsoleConcludeRefund($id: ID!, $paid: Boolean!, $note: String!) {
    change: concludeRefund(refund: $id, paid: $paid, note: $note) { userErrors { code message } }
  }
`);

/** What one-stop systems reported again, and was posted once. */
export const REPEATS = graphql(`
  query ConsoleRepeats {
    repeatedReports { id dossier { code } unit { name } provider reference providerTransactionId amount postedFor reportedAt advice }
  }
`);

export const COUNT_DRAWER = graphql(`
  mutation ConsoleCountDrawer($id: ID!, $pieces: [CashPieces!]!, $note: String) {
    change: countCashDrawer(drawer: $id, pieces: $pieces, note: $note) { userErrors { message } }
  }
`);
