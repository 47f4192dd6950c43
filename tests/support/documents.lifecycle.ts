import { graphql } from '../../schema/generated/gql.ts';

export const SUBMIT = graphql(`
  mutation SubmitDossier($input: SubmitDossierInput!) {
    submitDossier(input: $input) {
      dossier {
        id code version status origin channel submittedAt acceptedAt dueAt ownerKind ownerName summary
        procedure { code }
        receivingUnit { code }
        handlingUnit { code }
        applicant { fullName identified }
        organization { name taxCode }
        documents { name sha256 isResult }
        fees { code name kind amount collection }
        events { status actor department note unusual }
        amountDue
      }
      userErrors { code message field }
    }
  }
`);

export const MOVE = graphql(`
  mutation MoveDossier($input: MoveDossierInput!) {
    moveDossier(input: $input) {
      dossier {
        id version status acceptedAt dueAt resolvedAt returnedAt
        supplements { number requestedAt requestedBy content receivedAt previousDueAt newDueAt }
        documents { name isResult }
        fees { code amount }
        events { status actor department note }
      }
      userErrors { code message field }
    }
  }
`);

export const VOID = graphql(`
  mutation VoidDossier($dossier: ID!, $reason: String!, $expectedVersion: Int) {
    voidDossier(dossier: $dossier, reason: $reason, expectedVersion: $expectedVersion) {
      dossier { id version status voidedAt timeliness events { status actor note } }
      userErrors { code message field }
    }
  }
`);
