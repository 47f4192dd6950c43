import { graphql } from '../../schema/generated/gql.ts';

export const RECONCILIATION_IDS = graphql(`
  query ReconciliationIds {
    reconciliations { id }
  }
`);
