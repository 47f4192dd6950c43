import { graphql } from '../../schema/generated/gql.ts';

/** What became of each dossier of a feed, with the fields that one subgraph alone can answer. */
export const INGEST_OUTCOMES = graphql(`
  mutation IngestOutcomes($input: [DossierIngestInput!]!) {
    ingestDossiers(input: $input) {
      created
      results { outcome dossier { id } userErrors { code message field } }
    }
  }
`);
