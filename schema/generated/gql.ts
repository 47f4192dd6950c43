/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query ConsoleViewer {\n    viewer { subject roles }\n  }\n": typeof types.ConsoleViewerDocument,
    "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": typeof types.ConsoleConnectorsDocument,
    "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n": typeof types.ConsoleStuckDocument,
    "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n": typeof types.ConsoleFiguresDocument,
    "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsolePauseDocument,
    "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n": typeof types.ConsoleResumeDocument,
    "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n": typeof types.ConsoleRetryDocument,
    "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.WorklistDocument,
    "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n": typeof types.IngestDocument,
    "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n": typeof types.SynchronizationsDocument,
    "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n": typeof types.CreatePaymentDocument,
    "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n": typeof types.PaymentDocument,
    "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n": typeof types.ReconcileDocument,
    "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n": typeof types.ConnectorsDocument,
    "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n": typeof types.FiguresDocument,
};
const documents: Documents = {
    "\n  query ConsoleViewer {\n    viewer { subject roles }\n  }\n": types.ConsoleViewerDocument,
    "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n": types.ConsoleConnectorsDocument,
    "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n": types.ConsoleStuckDocument,
    "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n": types.ConsoleFiguresDocument,
    "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n": types.ConsolePauseDocument,
    "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n": types.ConsoleResumeDocument,
    "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n": types.ConsoleRetryDocument,
    "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.WorklistDocument,
    "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n": types.IngestDocument,
    "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n": types.SynchronizationsDocument,
    "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n": types.CreatePaymentDocument,
    "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n": types.PaymentDocument,
    "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n": types.ReconcileDocument,
    "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n": types.ConnectorsDocument,
    "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n": types.FiguresDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleViewer {\n    viewer { subject roles }\n  }\n"): typeof import('./graphql.ts').ConsoleViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleConnectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n  }\n"): typeof import('./graphql.ts').ConsoleConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleStuck($first: Int!) {\n    synchronizationProblems { errorCode message advice count units oldest }\n    parked: synchronizations(states: [PARKED], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    retrying: synchronizations(states: [RETRYING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n    pending: synchronizations(states: [PENDING], first: $first) { totalCount nodes { ...ConsoleSynchronization } }\n  }\n  fragment ConsoleSynchronization on Synchronization {\n    id\n    connector { id }\n    subject\n    unit { name }\n    operation\n    sequence\n    state\n    attempts\n    requestedAt\n    nextAttemptAt\n    errorCode\n    lastError\n  }\n"): typeof import('./graphql.ts').ConsoleStuckDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsoleFigures($province: ID!, $period: PeriodInput!) {\n    administrativeUnit(code: $province) {\n      ...ConsoleUnit\n      units { ...ConsoleUnit }\n    }\n  }\n  fragment ConsoleUnit on AdministrativeUnit {\n    code\n    name\n    kind\n    indicators(period: $period) {\n      asOf\n      dossiersReceived\n      dossiersReceivedAtCommunes\n      receivedOnline\n      dossiersWithFee\n      paidOnline\n      onlineFilingRate\n      onlinePaymentRate\n      resolvedOnTimeRate\n      satisfactionRate\n    }\n  }\n"): typeof import('./graphql.ts').ConsoleFiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsolePause($id: ID!) {\n    change: pauseConnector(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsolePauseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleResume($id: ID!) {\n    change: resumeConnector(id: $id) { userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleResumeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConsoleRetry($errorCode: String!) {\n    change: retrySynchronizations(errorCode: $errorCode) { retried userErrors { code message } }\n  }\n"): typeof import('./graphql.ts').ConsoleRetryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Worklist($filter: DossierFilter, $first: Int, $after: String) {\n    dossiers(filter: $filter, first: $first, after: $after) {\n      nodes {\n        id\n        code\n        status\n        timeliness\n        submittedAt\n        dueAt\n        procedure { code name }\n        receivingUnit { code name }\n        applicant { id fullName maskedNationalId }\n        amountDue\n        amountPaid\n        payments { reference provider status amount }\n        synchronizations { operation sequence state }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.ts').WorklistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Ingest($input: [DossierIngestInput!]!) {\n    ingestDossiers(input: $input) {\n      created updated unchanged stale rejected\n      results {\n        code\n        outcome\n        userErrors { code message field }\n        dossier { id code version amountDue amountPaid synchronizations { operation sequence state } }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IngestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Synchronizations($code: String!) {\n    dossier(code: $code) { synchronizations { operation sequence state attempts errorCode } }\n  }\n"): typeof import('./graphql.ts').SynchronizationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreatePayment($input: CreatePaymentInput!) {\n    createPayment(input: $input) {\n      payment { id reference status amount checkoutUrl merchant { code } }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').CreatePaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Payment($reference: String!) {\n    payment(reference: $reference) {\n      status\n      paidAt\n      providerTransactionId\n      entries { account debit credit }\n      dossier { code amountDue amountPaid }\n    }\n  }\n"): typeof import('./graphql.ts').PaymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reconcile($provider: PaymentProvider!, $day: LocalDate!) {\n    startReconciliation(provider: $provider, businessDate: $day) {\n      reconciliations {\n        status statementVersion statementRows matched discrepancyCount statementTotal hubTotal rejection\n        discrepancies(first: 100) { nodes { kind reference hubAmount statementAmount detail } }\n      }\n      userErrors { code message field }\n    }\n  }\n"): typeof import('./graphql.ts').ReconcileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Connectors {\n    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }\n    synchronizationProblems { errorCode message advice count units oldest }\n  }\n"): typeof import('./graphql.ts').ConnectorsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Figures($unit: ID!, $from: LocalDate!, $to: LocalDate!) {\n    administrativeUnit(code: $unit) {\n      name\n      indicators(period: { from: $from, to: $to }) {\n        dossiersReceived dossiersReceivedAtCommunes receivedOnline dossiersWithFee paidOnline\n        onlineFilingRate onlinePaymentRate resolvedOnTimeRate satisfactionRate\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FiguresDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
