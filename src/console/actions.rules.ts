import { type Change, type Done, type NoticeName, type Refusal, send, type Wanted } from './change.ts';
import { DECIDE_RULE } from './operations.rules.ts';

/** What of rules can be changed from the console, by path. */
export const RULE_CHANGES: Readonly<Record<string, Change>> = { '/console/rules/*/decide': decide };

/** What can be decided, and what is told of it: who refuses their own change withdraws it. */
const DECISIONS: Readonly<Record<string, NoticeName>> = {
  approve: 'ruleApproved',
  refuse: 'ruleSentBack',
  withdraw: 'ruleWithdrawn',
};

async function decide(wanted: Wanted): Promise<Done | Refusal> {
  const decision = wanted.form.get('decision') ?? '';
  const notice = Object.hasOwn(DECISIONS, decision) ? DECISIONS[decision] : undefined;
  if (notice === undefined) return { status: 422, text: 'refusal.rule' };
  const answer = await send(wanted, DECIDE_RULE, { id: wanted.subject, approve: decision === 'approve' });
  return 'status' in answer ? answer : { notice };
}
