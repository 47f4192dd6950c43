import { graphql } from '../../schema/generated/gql.ts';

export const AS_SENT = graphql(`
  query DossierAsSent($id: ID) {
    dossier(id: $id) {
      submittedAt
      events { at }
      supplements { number requestedAt newDueAt receivedAt }
      documents { name sha256 isResult digitized reused }
    }
  }
`);

export const EVERY_KEY = graphql(`
  query EveryKey($x: String, $y: ID!) {
    dossier(code: $x) { id }
    national: dossier(nationalCode: $x) { id }
    node(id: $y) { id }
    procedure(code: $y) { code }
    procedures(search: $x) { code }
    field: procedures(field: $x) { code }
    administrativeUnit(code: $y) { code }
  }
`);

export const TREE = graphql(`
  query TreeOfUnits {
    province: administrativeUnit(code: "96") { name kind agencyCode parent { code } units { code kind } replacedBy { code } }
    commune: administrativeUnit(code: "32248") {
      name kind agencyCode latitude longitude parent { code } receptionPoints { code name } units { code } validTo
    }
    former: administrativeUnit(code: "F-954") { kind validTo replacedBy { code parent { code } } }
    none: administrativeUnit(code: "x") { code }
  }
`);

export const PROCEDURES = graphql(`
  query FoundProcedures($search: String, $field: String, $active: Boolean) {
    procedures(search: $search, field: $field, active: $active) { code name }
  }
`);

export const FEES = graphql(`
  query FeesOfProcedures {
    free: procedure(code: "1.001193") { fee workingDays provisional }
    unknown: procedure(code: "1.004873") { fee }
    none: procedure(code: "9.999999") { fee }
  }
`);
