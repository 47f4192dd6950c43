import { graphql } from '../../schema/generated/gql.ts';

export const PAYOUT_BATCHES = graphql(`
  query BatchesOfTheProvince($from: LocalDate, $to: LocalDate) {
    settlementBatches(first: 50, from: $from, to: $to) {
      totalCount
      nodes { id batch provider lastDay dueOn gross refunded fees adjustments net credited writtenOff open state merchant { code settlementAccount } credits { amount credit { amount state } } }
    }
  }
`);
export const PAYOUT_DAY = graphql(`
  query DayWithPayouts($id: ID!) {
    reconciliation(id: $id) {
      status statementTotal hubTotal closedAt
      discrepancies(first: 50) { nodes { id kind reference hubAmount statementAmount detail resolution needsApproval } }
      steps { action note }
    }
  }
`);
export const PAYOUT_CREDITS = graphql(`
  query CreditsOfPayouts { accountCredits(first: 100) { nodes { id amount state } } }
`);
export const ASSIGN_PAYOUT = graphql(`
  mutation PayoutOfBatches($credit: ID!, $batches: [ID!]!) {
    assignCreditToBatches(credit: $credit, batches: $batches, note: "đã hỏi VNPAY") { credit { state proposedBy proposedBatches { id } batches { id } } userErrors { code field } }
  }
`);
export const RESOLVE_PAYOUT = graphql(`
  mutation ResolvePayout($id: ID!, $resolution: DiscrepancyResolution!) {
    resolveDiscrepancy(discrepancy: $id, resolution: $resolution, note: "phí chuyển tiền") { discrepancy { resolution } userErrors { code } }
  }
`);
export const OWN_PAYOUT = graphql(`
  mutation OwnPayout($id: ID!) {
    assignDiscrepancy(discrepancy: $id, owner: "ke-toan-01", note: "theo dõi") { userErrors { code } }
  }
`);
export const CLOSE_PAYOUT_DAY = graphql(`
  mutation ClosePayoutDay($id: ID!) { closeReconciliation(id: $id) { reconciliation { closedAt } userErrors { code } } }
`);
