import { graphql } from '../../schema/generated/gql.ts';

export const CONNECTOR_STATES = graphql(`
  query ConnectorStates {
    connectors { id kind state pending parked oldestPendingAt lastSuccessAt lastError }
  }
`);

export const PAUSE_CONNECTOR = graphql(`
  mutation PauseConnector($id: ID!) {
    pauseConnector(id: $id) { connector { id state pending } userErrors { code field } }
  }
`);

export const RESUME_CONNECTOR = graphql(`
  mutation ResumeConnector($id: ID!) {
    resumeConnector(id: $id) { connector { id state pending } userErrors { code field } }
  }
`);

export const SYNCHRONIZATION_LIST = graphql(`
  query SynchronizationList(
    $connector: ID, $unit: ID, $dossier: ID, $states: [SyncState!], $errorCode: String, $olderThan: DateTime
    $first: Int, $after: String, $last: Int, $before: String
  ) {
    synchronizations(
      connector: $connector, unit: $unit, dossier: $dossier, states: $states, errorCode: $errorCode, olderThan: $olderThan
      first: $first, after: $after, last: $last, before: $before
    ) {
      totalCount
      nodes { id subject state attempts lastError errorCode unit { code } dossier { id } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`);
