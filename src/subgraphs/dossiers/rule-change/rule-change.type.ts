import { Field, ID, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { JsonScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import type { RuleChangeKind } from './rule-change.row.ts';

export const RuleChangeKindType = defineEnum('RuleChangeKind', 'What is changed (loại thay đổi quy tắc).', {
  DEADLINE_RULE: 'How time limits are reckoned (quy tắc tính thời hạn).',
  DEADLINE_RULE_REMOVAL: 'A rule for time limits that is not in force yet is withdrawn (rút quy tắc tính thời hạn).',
  INDEX_RULES: 'How points of the index are given (quy tắc chấm điểm Bộ chỉ số 766).',
  INDEX_RULES_REMOVAL: 'Rules of the index that are not in force yet are withdrawn (rút quy tắc chấm điểm).',
});

@ObjectType({
  description: 'A change of rules that one administrator proposes and another decides; kept as the trail (đề nghị thay đổi quy tắc).',
})
export class RuleChange {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => RuleChangeKindType, { description: 'What is changed (loại).' })
  kind!: RuleChangeKind;

  @Field(() => JsonScalar, { description: 'As it is to be, or what is withdrawn (nội dung đề nghị).' })
  content!: unknown;

  @Field(() => JsonScalar, {
    description: 'The rules that it replaces, as they stood when it was proposed; an empty list: none (hiện hành).',
  })
  before!: unknown;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;

  @Field(() => String, { description: 'Who proposed it (người đề nghị).' })
  proposedBy!: string;

  @Field(() => Date, { description: 'When (thời điểm đề nghị).' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided, or who withdrew it (người quyết định); null: it waits.' })
  decidedBy!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided; null: it waits (thời điểm quyết định).' })
  decidedAt!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'What was decided; null: nothing yet (kết quả).' })
  approved!: boolean | null;
}

@ObjectType({ description: 'A change of rules, or why it was refused.' })
export class RuleChangePayload {
  @Field(() => RuleChange, { nullable: true, description: 'The change; null where it was refused.' })
  change!: RuleChange | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was not.' })
  userErrors!: UserErrorValue[];
}
