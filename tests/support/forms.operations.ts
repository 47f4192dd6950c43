import { WORKLIST } from './documents.ts';

export type Who =
  | 'CITIZEN'
  | 'OFFICER'
  | 'UNIT_LEADER'
  | 'ACCOUNTANT'
  | 'OPERATOR'
  | 'ADMINISTRATOR'
  | 'AUDITOR'
  | 'SYSTEM'
  | 'BREAK_GLASS'
  | 'BAD'
  | 'EXPIRED';

/** One operation that both forms are asked; `$dossier`, `$payment` … are of objects that the citizen of the tests may see. */
export interface Operation {
  name: string;
  as?: Who;
  query: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Part of the data that must come. */
  shows?: object;
}

/** A fragment with every field of a dossier, from all four subgraphs. */
export const EVERYTHING = `fragment Everything on Dossier {
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
}`;

const node = (type: string, fields: string) => `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${fields} } } }`;

/** What is answered in full. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'the worklist of a unit', as: 'OFFICER', query: WORKLIST.toString(), variables: { first: 20 } },
  {
    name: 'the next page, narrowed and in another order',
    as: 'UNIT_LEADER',
    query: `{ dossiers(filter: { channels: [ONLINE], statuses: [RETURNED, RESOLVED] }, orderBy: DUE_AT_ASC, last: 7) {
      totalCount pageInfo { hasNextPage hasPreviousPage } nodes { code dueAt amountDue } } }`,
    shows: { dossiers: { pageInfo: { hasPreviousPage: true } } },
  },
  {
    name: 'aliases, fragments on an interface and @include and @skip by variables and defaults',
    as: 'AUDITOR',
    query: `query ($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {
      first: node(id: $dossier) { ...Any ... on Dossier { due: amountDue paid: amountPaid @include(if: $yes) payments @include(if: $no) { id } } }
      second: node(id: $payment) { ...Any ... on Payment { of: dossier { number: code who: applicant @skip(if: $yes) { fullName } due: amountDue } } }
      third: dossier(id: $dossier) { ...One @skip(if: $no) ...Two @include(if: $no) }
    }
    fragment Any on Node { __typename id }
    fragment One on Dossier { synchronizations { connector { id } state } }
    fragment Two on Dossier { applicant { fullName } }`,
    variables: { yes: true },
    shows: { first: { __typename: 'Dossier' }, second: { __typename: 'Payment' } },
  },
  {
    name: 'payments with what dossiers and identity know of them',
    as: 'ACCOUNTANT',
    query: `{ payments(first: 30, orderBy: CREATED_AT_ASC) { totalCount nodes { reference status amount merchant { code unit { name kind } }
      payer { fullName nationalId } entries { account debit credit }
      dossier { code status procedure { name } handlingUnit { name } fees { amount } amountDue summary } } } }`,
  },
  {
    name: 'reconciliations with their discrepancies',
    as: 'ACCOUNTANT',
    query: `query ($reconciliation: ID!) { reconciliation(id: $reconciliation) { provider businessDate status statementRows matched discrepancyCount
      statementTotal hubTotal merchant { code unit { name } } discrepancies(open: true) { totalCount nodes { id kind reference hubAmount statementAmount detail payment { id } } } } }`,
    shows: { reconciliation: { status: 'DISCREPANT' } },
  },
  {
    name: 'connectors, synchronizations and what holds them up',
    as: 'OPERATOR',
    query: `{ connectors { id kind state pending parked oldestPendingAt lastError }
      synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) { totalCount nodes { subject operation state unit { name } dossier { code status procedure { name } applicant { fullName } } } }
      synchronizationProblems { errorCode count units } }`,
  },
  {
    name: 'a citizen looked up for a purpose, with their dossiers and payments',
    as: 'AUDITOR',
    query: `query ($citizen: ID!) { citizen(id: $citizen, purpose: "đối chiếu") { id fullName nationalId maskedNationalId
      dossiers(first: 3) { totalCount nodes { code amountDue applicant { fullName } } } payments { totalCount nodes { reference dossier { code } } } } }`,
    shows: { citizen: { nationalId: null } },
  },
  {
    name: 'the viewer as a citizen, with who read their data',
    as: 'CITIZEN',
    query: `{ viewer { subject roles unit { code } citizen { fullName nationalId accessLog { totalCount nodes { id actor purpose fields at } }
      dossiers { nodes { code amountDue payments { reference } } } payments { nodes { reference status } } } } }`,
    shows: { viewer: { roles: ['CITIZEN'] } },
  },
  {
    name: 'the viewer of a unit',
    as: 'OFFICER',
    query: '{ viewer { subject roles unit { name } citizen { id } } }',
    shows: { viewer: { citizen: null } },
  },
  {
    name: 'what nobody in particular may see',
    query: `{ viewer { subject } node(id: "dos_x") { id } procedures(search: "khai sinh") { code name fee workingDays }
      administrativeUnit(code: "96") { name units { code kind receptionPoints { name } } dossiers { totalCount }
        indicators(period: { from: "2025-07-01", to: "2025-09-30" }) { dossiersReceived receivedOnline dossiersWithFee paidOnline onlinePaymentRate groups { code score } } } }`,
    shows: { viewer: null, node: null, administrativeUnit: { dossiers: { totalCount: 0 }, indicators: { dossiersReceived: 300 } } },
  },
  {
    name: 'changes for a source',
    as: 'SYSTEM',
    query: '{ sourceChanges(source: "test") { cursor kind dossierCode } }',
    shows: { sourceChanges: [] },
  },
  {
    name: 'what comes back to dossiers through their payments and synchronizations',
    as: 'UNIT_LEADER',
    query: `{ dossiers(first: 12) { nodes { code amountDue
      payments { reference dossier { key: id amountDue amountPaid payments { status dossier { code amountDue } } } }
      synchronizations { state dossier { code synchronizations { sequence } } } } } }`,
  },
  {
    name: 'an unknown dossier',
    as: 'OFFICER',
    query: '{ dossier(code: "H12.1-250701-9999") { code amountDue } }',
    shows: { dossier: null },
  },
  ...(
    [
      ['dossier', 'AUDITOR', 'Dossier', 'code applicant { fullName } amountDue'],
      ['payment', 'AUDITOR', 'Payment', 'reference payer { fullName } dossier { code amountDue }'],
      ['synchronization', 'AUDITOR', 'Synchronization', 'subject operation unit { name } dossier { code applicant { fullName } }'],
      ['reconciliation', 'ACCOUNTANT', 'Reconciliation', 'status merchant { code } discrepancies { nodes { kind } }'],
      ['discrepancy', 'ACCOUNTANT', 'Discrepancy', 'kind reference detail payment { id }'],
      ['citizen', 'CITIZEN', 'Citizen', 'fullName dossiers { nodes { code } }'],
    ] as const
  ).map(([kind, as, type, fields]) => ({
    ...{ name: `node of a ${kind}`, as, query: node(type, fields).replaceAll('$id', `$${kind}`), shows: { node: { __typename: type } } },
  })),
  {
    name: 'node of a citizen who is another',
    as: 'AUDITOR',
    query: node('Citizen', 'fullName').replaceAll('$id', '$citizen'),
    shows: { node: null },
  },
  {
    name: 'node of what is not theirs',
    as: 'OFFICER',
    query: node('Discrepancy', 'kind').replaceAll('$id', '$discrepancy'),
    shows: { node: null },
  },
];
