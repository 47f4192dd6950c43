import { graphql } from '../../schema/generated/gql.ts';
import type { Query } from './client.ts';
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
  query: Query<unknown, never>;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Part of the data that must come. */
  shows?: object;
}

const NODES = {
  dossier: graphql(`
    query NodeOfDossier($dossier: ID!) {
      node(id: $dossier) { __typename id ... on Dossier { code applicant { fullName } amountDue } }
    }
  `),
  payment: graphql(`
    query NodeOfPayment($payment: ID!) {
      node(id: $payment) { __typename id ... on Payment { reference payer { fullName } dossier { code amountDue } } }
    }
  `),
  synchronization: graphql(`
    query NodeOfSynchronization($synchronization: ID!) {
      node(id: $synchronization) {
        __typename id ... on Synchronization { subject operation unit { name } dossier { code applicant { fullName } } }
      }
    }
  `),
  reconciliation: graphql(`
    query NodeOfReconciliation($reconciliation: ID!) {
      node(id: $reconciliation) {
        __typename id ... on Reconciliation { status merchant { code } discrepancies { nodes { kind } } }
      }
    }
  `),
  discrepancy: graphql(`
    query NodeOfDiscrepancy($discrepancy: ID!) {
      node(id: $discrepancy) { __typename id ... on Discrepancy { kind reference detail payment { id } } }
    }
  `),
  citizen: graphql(`
    query NodeOfCitizen($citizen: ID!) {
      node(id: $citizen) { __typename id ... on Citizen { fullName dossiers { nodes { code } } } }
    }
  `),
};

/** What is answered in full. */
export const OPERATIONS: readonly Operation[] = [
  { name: 'the worklist of a unit', as: 'OFFICER', query: WORKLIST, variables: { first: 20 } },
  {
    name: 'the next page, narrowed and in another order',
    as: 'UNIT_LEADER',
    query: graphql(`
      query FormsLastPage {
        dossiers(filter: { channels: [ONLINE], statuses: [RETURNED, RESOLVED] }, orderBy: DUE_AT_ASC, last: 7) {
          totalCount
          pageInfo { hasNextPage hasPreviousPage }
          nodes { code dueAt amountDue }
        }
      }
    `),
    shows: { dossiers: { pageInfo: { hasPreviousPage: true } } },
  },
  {
    name: 'aliases, fragments on an interface and @include and @skip by variables and defaults',
    as: 'AUDITOR',
    query: graphql(`
      query FormsConditions($dossier: ID!, $payment: ID!, $yes: Boolean!, $no: Boolean = false) {
        first: node(id: $dossier) {
          ...Any
          ... on Dossier { due: amountDue paid: amountPaid @include(if: $yes) payments @include(if: $no) { id } }
        }
        second: node(id: $payment) {
          ...Any
          ... on Payment { of: dossier { number: code who: applicant @skip(if: $yes) { fullName } due: amountDue } }
        }
        third: dossier(id: $dossier) { ...One @skip(if: $no) ...Two @include(if: $no) }
      }
      fragment Any on Node { __typename id }
      fragment One on Dossier { synchronizations { connector { id } state } }
      fragment Two on Dossier { applicant { fullName } }
    `),
    variables: { yes: true },
    shows: { first: { __typename: 'Dossier' }, second: { __typename: 'Payment' } },
  },
  {
    name: 'payments with what dossiers and identity know of them',
    as: 'ACCOUNTANT',
    query: graphql(`
      query FormsPayments {
        payments(first: 30, orderBy: CREATED_AT_ASC) {
          totalCount
          nodes {
            reference status amount merchant { code unit { name kind } } payer { fullName nationalId } entries { account debit credit }
            dossier { code status procedure { name } handlingUnit { name } fees { amount } amountDue summary }
          }
        }
      }
    `),
  },
  {
    name: 'reconciliations with their discrepancies',
    as: 'ACCOUNTANT',
    query: graphql(`
      query FormsReconciliation($reconciliation: ID!) {
        reconciliation(id: $reconciliation) {
          provider businessDate status statementRows matched discrepancyCount statementTotal hubTotal
          merchant { code unit { name } }
          discrepancies(open: true) { totalCount nodes { id kind reference hubAmount statementAmount detail payment { id } } }
        }
      }
    `),
    shows: { reconciliation: { status: 'DISCREPANT' } },
  },
  {
    name: 'connectors, synchronizations and what holds them up',
    as: 'OPERATOR',
    query: graphql(`
      query FormsConnectors {
        connectors { id kind state pending parked oldestPendingAt lastError }
        synchronizations(states: [PENDING, RETRYING, PARKED], first: 20) {
          totalCount
          nodes { subject operation state unit { name } dossier { code status procedure { name } applicant { fullName } } }
        }
        synchronizationProblems { errorCode count units }
      }
    `),
  },
  {
    name: 'a citizen looked up for a purpose, with their dossiers and payments',
    as: 'AUDITOR',
    query: graphql(`
      query FormsCitizen($citizen: ID!) {
        citizen(id: $citizen, purpose: "đối chiếu") {
          id fullName nationalId maskedNationalId
          dossiers(first: 3) { totalCount nodes { code amountDue applicant { fullName } } }
          payments { totalCount nodes { reference dossier { code } } }
        }
      }
    `),
    shows: { citizen: { nationalId: null } },
  },
  {
    name: 'the viewer as a citizen, with who read their data',
    as: 'CITIZEN',
    query: graphql(`
      query FormsViewer {
        viewer {
          subject roles unit { code }
          citizen {
            fullName nationalId
            accessLog { totalCount nodes { id actor purpose fields at } }
            dossiers { nodes { code amountDue payments { reference } } }
            payments { nodes { reference status } }
          }
        }
      }
    `),
    shows: { viewer: { roles: ['CITIZEN'] } },
  },
  {
    name: 'the viewer of a unit',
    as: 'OFFICER',
    query: graphql(`query FormsOfficer { viewer { subject roles unit { name } citizen { id } } }`),
    shows: { viewer: { citizen: null } },
  },
  {
    name: 'what nobody in particular may see',
    query: graphql(`
      query FormsNobody {
        viewer { subject }
        node(id: "dos_x") { id }
        procedures(search: "khai sinh") { code name fee workingDays }
        administrativeUnit(code: "96") {
          name units { code kind receptionPoints { name } } dossiers { totalCount }
          indicators(period: { from: "2025-07-01", to: "2025-09-30" }) {
            dossiersReceived receivedOnline dossiersWithFee paidOnline onlinePaymentRate groups { code score }
          }
        }
      }
    `),
    shows: { viewer: null, node: null, administrativeUnit: { dossiers: { totalCount: 0 }, indicators: { dossiersReceived: 300 } } },
  },
  {
    name: 'changes for a source',
    as: 'SYSTEM',
    query: graphql(`query FormsChanges { sourceChanges(source: "test") { cursor kind dossierCode } }`),
    shows: { sourceChanges: [] },
  },
  {
    name: 'what comes back to dossiers through their payments and synchronizations',
    as: 'UNIT_LEADER',
    query: graphql(`
      query FormsThereAndBack {
        dossiers(first: 12) {
          nodes {
            code amountDue
            payments { reference dossier { key: id amountDue amountPaid payments { status dossier { code amountDue } } } }
            synchronizations { state dossier { code synchronizations { sequence } } }
          }
        }
      }
    `),
  },
  {
    name: 'an unknown dossier',
    as: 'OFFICER',
    query: graphql(`query FormsUnknown { dossier(code: "H12.1-250701-9999") { code amountDue } }`),
    shows: { dossier: null },
  },
  { name: 'node of a dossier', as: 'AUDITOR', query: NODES.dossier, shows: { node: { __typename: 'Dossier' } } },
  { name: 'node of a payment', as: 'AUDITOR', query: NODES.payment, shows: { node: { __typename: 'Payment' } } },
  { name: 'node of a synchronization', as: 'AUDITOR', query: NODES.synchronization, shows: { node: { __typename: 'Synchronization' } } },
  { name: 'node of a reconciliation', as: 'ACCOUNTANT', query: NODES.reconciliation, shows: { node: { __typename: 'Reconciliation' } } },
  { name: 'node of a discrepancy', as: 'ACCOUNTANT', query: NODES.discrepancy, shows: { node: { __typename: 'Discrepancy' } } },
  { name: 'node of a citizen', as: 'CITIZEN', query: NODES.citizen, shows: { node: { __typename: 'Citizen' } } },
  { name: 'node of a citizen who is another', as: 'AUDITOR', query: NODES.citizen, shows: { node: null } },
  { name: 'node of what is not theirs', as: 'OFFICER', query: NODES.discrepancy, shows: { node: null } },
];
