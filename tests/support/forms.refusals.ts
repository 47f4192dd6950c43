import { graphql } from '../../schema/generated/gql.ts';
import type { DossierIngestInput } from '../../schema/generated/graphql.ts';
import { INGEST_OUTCOMES } from './documents.ingest.ts';
import { CONNECTOR_STATES } from './documents.integration.ts';
import { DOSSIER_CODES, PROCEDURE_CODES } from './documents.ts';
import type { Operation } from './forms.operations.ts';

const RATE = graphql(`
  mutation Rate($dossier: ID!, $rating: Int!) {
    rateDossier(dossier: $dossier, rating: $rating) { dossier { code } userErrors { code message field } }
  }
`);
const FILTERED = graphql(`query DossiersOfFilter($filter: DossierFilter) { dossiers(filter: $filter) { nodes { code } } }`);
/** Made as deep as a test needs it: no document of anybody. */
const NESTED = (levels: number): string => (levels === 0 ? 'code' : `parent { ${NESTED(levels - 1)} }`);

/** What is refused, with the code and, for bad input, the field. */
export const REFUSED: readonly (Operation & { code: string; field?: string; status?: number })[] = [
  { name: 'a token that is none', as: 'BAD', query: PROCEDURE_CODES, code: 'UNAUTHENTICATED', status: 401 },
  { name: 'an expired token', as: 'EXPIRED', query: PROCEDURE_CODES, code: 'UNAUTHENTICATED', status: 401 },
  { name: 'dossiers without a token', query: DOSSIER_CODES, code: 'UNAUTHENTICATED' },
  { name: 'a mutation without a token', query: RATE, variables: { rating: 5 }, code: 'UNAUTHENTICATED' },
  { name: 'dossiers for an administrator', as: 'ADMINISTRATOR', query: DOSSIER_CODES, code: 'FORBIDDEN' },
  {
    name: 'connectors for a citizen',
    as: 'CITIZEN',
    query: CONNECTOR_STATES,
    code: 'FORBIDDEN',
    headers: { 'accept-language': 'en' },
  },
  { name: 'a rating by an officer', as: 'OFFICER', query: RATE, variables: { rating: 5 }, code: 'FORBIDDEN' },
  {
    name: 'a page that is too long',
    as: 'OFFICER',
    query: graphql(`query PageTooLong { dossiers(first: 101) { nodes { code } } }`),
    code: 'BAD_USER_INPUT',
    field: 'first',
  },
  {
    name: 'both ends of a page',
    as: 'OFFICER',
    query: graphql(`query BothEndsOfAPage { payments(first: 1, last: 2) { nodes { id } } }`),
    code: 'BAD_USER_INPUT',
    field: 'last',
    headers: { 'accept-language': 'en' },
  },
  {
    name: 'a cursor that is none',
    as: 'OPERATOR',
    query: graphql(`query CursorThatIsNone { synchronizations(after: "x") { nodes { id } } }`),
    code: 'BAD_USER_INPUT',
    field: 'after',
  },
  {
    name: 'a number that is none',
    as: 'OFFICER',
    query: graphql(`query NumberThatIsNone { citizen(nationalId: "12", purpose: "x") { id } }`),
    code: 'BAD_USER_INPUT',
    field: 'nationalId',
  },
  {
    name: 'a look-up without a purpose',
    as: 'OFFICER',
    query: graphql(`query LookUpWithoutPurpose { citizen(nationalId: "096885123456", purpose: " ") { id } }`),
    code: 'BAD_USER_INPUT',
    field: 'purpose',
  },
  {
    name: 'a day that does not exist, in the document',
    as: 'OFFICER',
    query: graphql(`
      query DayThatIsNone { dossiers(filter: { submittedFrom: "2025-02-30T00:00:00Z" }) { nodes { code } } }
    `),
    code: 'BAD_USER_INPUT',
    field: 'filter.submittedFrom',
  },
  {
    name: 'the same in a variable',
    as: 'OFFICER',
    query: FILTERED,
    variables: { filter: { submittedFrom: '2025-02-30T00:00:00Z' } },
    code: 'BAD_USER_INPUT',
    field: 'filter.submittedFrom',
    headers: { 'accept-language': 'en' },
  },
  {
    name: 'an enum value that is none',
    as: 'OFFICER',
    query: FILTERED,
    variables: { filter: { statuses: ['NONE'] } },
    code: 'BAD_USER_INPUT',
    field: 'filter.statuses.0',
  },
  {
    name: 'two keys of a dossier',
    as: 'OFFICER',
    query: graphql(`query TwoKeys { dossier(id: "a", code: "b") { code } }`),
    code: 'BAD_USER_INPUT',
    field: 'id',
  },
  {
    name: 'an ingest of 1,001 dossiers',
    as: 'SYSTEM',
    query: INGEST_OUTCOMES,
    variables: { input: manyDossiers(1_001) },
    code: 'LIMIT_EXCEEDED',
  },
  { name: 'a query that is too deep', query: `{ administrativeUnit(code: "32248") { ${NESTED(17)} } }`, code: 'LIMIT_EXCEEDED' },
  {
    name: 'a query that asks for too much',
    as: 'AUDITOR',
    query: graphql(`
      query TooMuch {
        dossiers(first: 100) { nodes { handlingUnit { dossiers(first: 100) { nodes { events { id } payments { id } } } } } }
      }
    `),
    code: 'LIMIT_EXCEEDED',
  },
  { name: 'a field that is hidden', as: 'OFFICER', query: '{ dossiers { nodes { grant } } }', code: 'GRAPHQL_VALIDATION_FAILED' },
  { name: 'a text that is no query', query: '{ dossiers {', code: 'GRAPHQL_PARSE_FAILED' },
];

/** As many dossiers of one source, all well. */
export function manyDossiers(count: number): DossierIngestInput[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ sourceSystem: 'test', sourceVersion: 1, code: `H12.64-250929-${String(at + 1).padStart(4, '0')}`, procedure: '1.001193' },
    ...({ receivingUnit: '32248', channel: 'ONLINE', status: 'PROCESSING', submittedAt: '2025-09-29T09:00:00+07:00' } as const),
    applicant: { nationalId: `0968850${String(at).padStart(5, '0')}`, fullName: 'Lê Thị Thử Nghiệm' },
  }));
}

/** Refusals that a caller can act on, and what is not open yet: values of the payload. */
export const USER_ERRORS: readonly (Operation & { code: string })[] = [
  {
    name: 'a rating out of range',
    as: 'CITIZEN',
    query: RATE,
    variables: { rating: 9 },
    code: 'INVALID',
    headers: { 'accept-language': 'en' },
  },
  {
    name: 'a payment of an unknown dossier',
    as: 'OFFICER',
    query: graphql(`
      mutation PaymentOfUnknown {
        createPayment(input: { dossier: "x", provider: CASH, idempotencyKey: "1" }) { payment { id } userErrors { code message field } }
      }
    `),
    code: 'NOT_FOUND',
  },
  {
    name: 'a connector that is none',
    as: 'OPERATOR',
    query: graphql(`
      mutation PauseOfNone { pauseConnector(id: "x") { connector { id state } userErrors { code message field } } }
    `),
    code: 'NOT_FOUND',
  },
  {
    name: 'a refund of more than came in',
    as: 'ACCOUNTANT',
    query: graphql(`
      mutation Refund($payment: ID!) {
        refundPayment(payment: $payment, reason: "x", amount: 999999999, idempotencyKey: "1") { payment { id } userErrors { code message field } }
      }
    `),
    code: 'INVALID',
  },
  {
    name: 'a verification',
    as: 'OFFICER',
    query: graphql(`
      mutation Verify($citizen: ID!) {
        verifyCitizen(citizen: $citizen, purpose: "x") { citizen { id } userErrors { code message field } }
      }
    `),
    code: 'NOT_AVAILABLE',
  },
  {
    name: 'a move',
    as: 'CITIZEN',
    query: graphql(`
      mutation Move($dossier: ID!) {
        moveDossier(input: { dossier: $dossier, to: REFUSED }) { dossier { id } userErrors { code message field } }
      }
    `),
    code: 'ILLEGAL_TRANSITION',
  },
];
