import { graphql } from '../../schema/generated/gql.ts';

/** The main query: a unit's worklist with everything that an officer's page shows of a dossier. */
export const WORKLIST = graphql(`
  query Worklist($filter: DossierFilter, $first: Int, $after: String) {
    dossiers(filter: $filter, first: $first, after: $after) {
      nodes {
        id
        code
        status
        timeliness
        submittedAt
        dueAt
        procedure { code name }
        receivingUnit { code name }
        applicant { id fullName maskedNationalId }
        amountDue
        amountPaid
        payments { reference provider status amount }
        synchronizations { operation sequence state }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const INGEST = graphql(`
  mutation Ingest($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) {
      created updated unchanged stale rejected
      results {
        code
        outcome
        userErrors { code message field }
        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }
      }
    }
  }
`);

export const SYNCHRONIZATIONS = graphql(`
  query Synchronizations($code: String!) {
    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }
  }
`);

export const CREATE_PAYMENT = graphql(`
  mutation CreatePayment($input: CreatePaymentInput!) {
    createPayment(input: $input) {
      payment { id reference status amount checkoutUrl merchant { code } }
      userErrors { code message field }
    }
  }
`);

export const PAYMENT = graphql(`
  query Payment($reference: String!) {
    payment(reference: $reference) {
      status
      paidAt
      providerTransactionId
      entries { account debit credit }
      dossier { code amountDue amountPaid }
    }
  }
`);

export const RECONCILE = graphql(`
  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {
    startReconciliation(provider: $provider, businessDate: $day) {
      reconciliations {
        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection
        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }
      }
      userErrors { code message field }
    }
  }
`);

export const CONNECTORS = graphql(`
  query Connectors {
    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }
    synchronizationProblems { errorCode message advice count units oldest }
  }
`);

export const FIGURES = graphql(`
  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {
    administrativeUnit(code: $unit) {
      name
      indicators(period: { from: $from, to: $to }) {
        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline
        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate
      }
    }
  }
`);

export const DOSSIER_CODES = graphql(`
  query DossierCodes {
    dossiers { nodes { code } }
  }
`);

/** How many dossiers the caller sees. */
export const DOSSIER_COUNT = graphql(`
  query DossierCount {
    dossiers(first: 1) { totalCount }
  }
`);

/** What anybody may ask. */
export const PROCEDURE_CODES = graphql(`
  query ProcedureCodes {
    procedures { code }
  }
`);
