import type { Transaction } from '../../../platform/database/database.ts';
import type { UserErrorValue } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';

export const RULE_CHANGE_KINDS = ['DEADLINE_RULE', 'DEADLINE_RULE_REMOVAL', 'INDEX_RULES', 'INDEX_RULES_REMOVAL'] as const;
export type RuleChangeKind = (typeof RULE_CHANGE_KINDS)[number];

/** A row of `dossiers.rule_change`. */
export interface RuleChangeRow {
  id: string;
  kind: RuleChangeKind;
  /** What it is a change of; only one change of it may wait. */
  target: string;
  content: unknown;
  before: unknown;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  approved: boolean | null;
}

/** Who asked for a change that holds now, who let it, why and when. */
export interface Decision {
  proposedBy: string;
  approvedBy: string;
  reason: string;
  at: Date;
}

/** What a change would do to the rules as they are: the rules that it replaces, and the doing. */
export interface RulePlan {
  before: unknown;
  apply(decision: Decision): Promise<void>;
}

/** One kind of change. It is planned when it is proposed, and anew when it is approved, since other rules may have changed meanwhile. */
export interface RuleKind<Content> {
  plan(on: { hub: Platform; sql: Transaction }, content: Content): Promise<RulePlan | { error: UserErrorValue }>;
  /** After the rules have changed: what was kept of them is read anew. */
  applied(hub: Platform): Promise<void>;
}
