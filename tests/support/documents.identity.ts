import { graphql } from '../../schema/generated/gql.ts';

export const LOOK_UP = graphql(`
  query LookUp($id: ID, $nationalId: NationalId, $purpose: String!) {
    citizen(id: $id, nationalId: $nationalId, purpose: $purpose) { id fullName nationalId maskedNationalId dateOfBirth }
  }
`);

/** Who read the viewer's own data. */
export const OWN_ACCESS_LOG = graphql(`
  query OwnAccessLog($first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      citizen {
        accessLog(first: $first, after: $after, last: $last, before: $before) {
          totalCount
          nodes { actor purpose fields }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }
  }
`);
