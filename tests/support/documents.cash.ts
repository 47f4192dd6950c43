import { graphql } from '../../schema/generated/gql.ts';

export const CASH_DRAWERS = graphql(`
  query DrawersOfCash($states: [CashDrawerState!]) {
    cashDrawers(first: 50, states: $states) {
      nodes { id officer day state payments expected counted difference note acceptedBy unit { code } deposit { slipNumber amount arrivedAt } }
    }
  }
`);
export const COUNT_DRAWER = graphql(`
  mutation CountTheDrawer($drawer: ID!, $pieces: [CashPieces!]!, $note: String) {
    countCashDrawer(drawer: $drawer, pieces: $pieces, note: $note) { drawer { state counted difference } userErrors { code field message } }
  }
`);
export const ACCEPT_DRAWER = graphql(`
  mutation AcceptTheDrawer($drawer: ID!) { acceptCashDrawer(drawer: $drawer) { drawer { state } userErrors { code field message } } }
`);
export const DEPOSIT_CASH = graphql(`
  mutation DepositTheCash($drawers: [ID!]!, $slip: String!, $account: String!, $day: LocalDate!) {
    depositCash(drawers: $drawers, account: $account, slipNumber: $slip, depositedOn: $day) { deposit { id amount arrivedAt } userErrors { code field message } }
  }
`);
export const CASH_ON_THE_WAY = graphql(`
  query CashOnTheWay($arrived: Boolean) { cashDeposits(arrived: $arrived) { id slipNumber amount } }
`);
export const ASSIGN_CASH_CREDIT = graphql(`
  mutation CreditOfTheDeposit($credit: ID!, $deposit: ID!) {
    assignCreditToDeposit(credit: $credit, deposit: $deposit, note: "theo sổ phụ") { deposit { arrivedAt } userErrors { code field } }
  }
`);
export const CASH_CREDITS = graphql(`
  query CreditsBesideCash { accountCredits(first: 50) { nodes { id amount state bankReference } } }
`);

export const REFUND_CASH = graphql(`
  mutation GiveCashBack($payment: ID!, $key: ID!) {
    refundPayment(payment: $payment, reason: "nộp nhầm hồ sơ", idempotencyKey: $key) { userErrors { code message } }
  }
`);
export const CASH_REFUNDS = graphql(`
  query CashToGiveBack { refunds(states: [READY], first: 50) { nodes { id amount state } } }
`);
export const CONCLUDE_CASH_REFUND = graphql(`
  mutation CashGivenBack($refund: ID!) { concludeRefund(refund: $refund, paid: true, note: "đã trả tại quầy") { userErrors { code message } } }
`);
