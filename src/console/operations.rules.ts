import { graphql } from '../../schema/generated/gql.ts';
import type { ConsoleRulesQuery } from '../../schema/generated/graphql.ts';

export type RuleChange = ConsoleRulesQuery['ruleChanges'][number];

/** Changes of rules that wait for a second administrator. */
export const RULES = graphql(`
  query ConsoleRules($first: Int!) {
    ruleChanges(waiting: true, first: $first) { id kind content before reason proposedBy proposedAt }
  }
`);

export const DECIDE_RULE = graphql(`
  mutation ConsoleDecideRule($id: ID!, $approve: Boolean!) {
    change: approveRuleChange(change: $id, approve: $approve) { userErrors { code message } }
  }
`);
