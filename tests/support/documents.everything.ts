import { graphql } from '../../schema/generated/gql.ts';

/** A page of dossiers with every field of each, from all four subgraphs. */
export const EVERYTHING_IN_PAGES = graphql(`
  query EverythingInPages($first: Int) {
    dossiers(first: $first) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ...Everything } } }
  }
  fragment Everything on Dossier {
    id code nationalCode origin ownerKind ownerName channel status timeliness submittedAt acceptedAt dueAt resolvedAt returnedAt voidedAt
    summary version rating unidentified feesSettled amountDue amountPaid
    procedure { code name field workingDays fee active provisional }
    receivingUnit { code name kind agencyCode latitude longitude parent { code } receptionPoints { code name address } }
    handlingUnit { code name parent { name units { code } } }
    applicant { id fullName nationalId maskedNationalId dateOfBirth assuranceLevel verifiedAt identified }
    organization { id name taxCode }
    events { id at status actor title department note unusual }
    supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }
    documents { id name componentCode url digitized reused isResult sha256 }
    fees { code name kind amount exemptedAmount collection }
    payments {
      id reference provider external amount refundedAmount status checkoutUrl qrPayload providerTransactionId createdAt expiresAt paidAt
      merchant { id code provider name unit { code name } }
      payer { id fullName } receipt { number } entries { id account debit credit memo } dossier { id code status }
    }
    synchronizations {
      id connector { id kind state } dossier { code } subject unit { code name } operation sequence state attempts
      requestedAt deliveredAt errorCode lastError
    }
  }
`);

/** The same as a list; its fragment stands above. */
export const EVERYTHING_IN_A_LIST = graphql(`
  query EverythingInAList($first: Int) {
    dossiers(first: $first) { totalCount nodes { ...Everything } }
  }
`);
