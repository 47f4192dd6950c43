import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import type { WhenNone } from './formula.ts';
import type { NotApplicable } from './rules.ts';

export const IndexFormula = defineEnum('IndexFormula', 'How points come out of a ratio (cách chấm điểm).', {
  RATIO: 'The most points times the ratio (điểm tối đa × tỷ lệ).',
  RATIO_TO_TARGET: 'All points from the target on, less in proportion below it (đạt mục tiêu thì đủ điểm).',
  REFERENCE: 'Shown without points (chỉ tham khảo).',
  UNSETTLED: 'It has points, but nobody outside the portal knows how they are given (chưa rõ cách chấm).',
});
export type IndexFormula = keyof typeof IndexFormula;

export const IndexWhenNone = defineEnum('IndexWhenNone', 'What a ratio of nothing to nothing is worth (khi mẫu số bằng 0).', {
  UNKNOWN: 'Not known (chưa rõ).',
  FULL: 'All points (đủ điểm).',
  ZERO: 'None (không điểm).',
});

export const IndexNotApplicable = defineEnum('IndexNotApplicable', 'What a row that does not apply to a unit does (khi không áp dụng).', {
  LEAVE_OUT: 'It leaves the sum and its maximum (bỏ khỏi tổng và điểm tối đa).',
  GRANT: 'It gives all its points (cho đủ điểm).',
});

@ObjectType({
  description: 'How a row of the index (Decision 766) gives points while it is valid (quy tắc chấm điểm một chỉ số thành phần).',
})
export class IndexRule {
  @Field(() => ID, { description: 'The row (mã chỉ số thành phần).' })
  code!: string;

  @Field(() => String, { description: 'Its name (tên).' })
  name!: string;

  @Field(() => ID, { description: 'The group that it belongs to (nhóm chỉ số).' })
  group!: string;

  @Field(() => LocalDateScalar, { description: 'For periods that end on this day or later (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For periods that end on this day or before; null: no end (đến hết ngày).' })
  validTo!: string | null;

  @Field(() => IndexFormula, { description: 'How points are given (cách chấm).' })
  formula!: IndexFormula;

  @Field(() => Float, { nullable: true, description: 'The most points; null: it gives none (điểm tối đa).' })
  max!: number | null;

  @Field(() => Float, { nullable: true, description: 'The target in percent, of RATIO_TO_TARGET alone (mục tiêu, %).' })
  targetPercent!: number | null;

  @Field(() => IndexWhenNone, { nullable: true, description: 'What nothing to nothing is worth; null: it gives no points of its own.' })
  whenNone!: WhenNone | null;

  @Field(() => Boolean, { description: 'Whether it applies to communes (áp dụng cho cấp xã).' })
  communeLevel!: boolean;

  @Field(() => IndexNotApplicable, { description: 'What it does where it does not apply (khi không áp dụng).' })
  notApplicable!: NotApplicable;
}

@InputType({ description: 'How a row of the index is to give points; what is left out stays as it is (thay đổi một chỉ số thành phần).' })
export class IndexRuleInput {
  @Field(() => ID, { description: 'The row (mã chỉ số thành phần).' })
  code!: string;

  @Field(() => IndexFormula, { nullable: true, description: 'How points are given (cách chấm).' })
  formula?: IndexFormula | null;

  @Field(() => Float, { nullable: true, description: 'The most points, more than 0 and 100 at most (điểm tối đa).' })
  max?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The target in percent, more than 0 and 100 at most; of RATIO_TO_TARGET alone (mục tiêu, %).',
  })
  targetPercent?: number | null;

  @Field(() => IndexWhenNone, { nullable: true, description: 'What nothing to nothing is worth (khi mẫu số bằng 0).' })
  whenNone?: WhenNone | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it applies to communes (áp dụng cho cấp xã).' })
  communeLevel?: boolean | null;

  @Field(() => IndexNotApplicable, { nullable: true, description: 'What it does where it does not apply (khi không áp dụng).' })
  notApplicable?: NotApplicable | null;
}

@InputType({
  description: 'A change of the index from a day on, of one row or of several that belong together (thay đổi quy tắc chấm điểm).',
})
export class IndexRulesInput {
  @Field(() => LocalDateScalar, { description: 'For periods that end on this day or later (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => [IndexRuleInput], { description: 'The rows that change; all others stay.' })
  rules!: IndexRuleInput[];

  @Field(() => String, { description: 'Why it is changed, e.g. the decision that says so (lý do, căn cứ).' })
  reason!: string;
}
