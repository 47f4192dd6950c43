import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DossierStatus, defineEnum } from '../../../platform/graphql/enums.ts';
import { JsonScalar, LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import type { AfterSupplement, CutoffRule } from './engine.ts';
import type { Counting } from './working-time.ts';

export const DeadlineCounting = defineEnum('DeadlineCounting', 'From when a time limit in working days is counted (cách tính thời hạn).', {
  FROM_NEXT_DAY: 'From the working day after receipt (từ ngày làm việc tiếp theo).',
  FROM_MINUTE: 'From the minute of receipt (từ thời điểm tiếp nhận).',
});

export const DeadlineCutoff = defineEnum('DeadlineCutoff', "To what the calendar's cutoff applies (áp dụng giờ chốt tiếp nhận).", {
  ALWAYS: 'To everything (mọi thủ tục).',
  SAME_DAY_ONLY: 'To what is decided on the day of receipt alone (chỉ thủ tục giải quyết trong ngày).',
  NEVER: 'To nothing (không áp dụng).',
});

export const DeadlineAfterSupplement = defineEnum(
  'DeadlineAfterSupplement',
  'How the time goes on when the asked papers are there (thời hạn sau khi bổ sung).',
  {
    RESTART: 'It begins anew (tính lại từ đầu).',
    CONTINUE: 'With what was left of it (tính tiếp).',
  },
);

@ObjectType({
  description: "How a procedure's time is reckoned (quy tắc tính thời hạn). What a procedure's own rule leaves open is the province's.",
})
export class DeadlineRule {
  @Field(() => ID, { nullable: true, description: "The procedure (mã thủ tục); null: the province's rule, which is for all." })
  procedure!: string | null;

  @Field(() => LocalDateScalar, { description: 'For what is received on this day or later (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For what is received before this day; null: no end (đến trước ngày).' })
  validTo!: string | null;

  @Field(() => DeadlineCounting, { nullable: true, description: 'From when it is counted (cách tính).' })
  counting!: Counting | null;

  @Field(() => DeadlineCutoff, { nullable: true, description: 'To what the cutoff applies (giờ chốt).' })
  cutoff!: CutoffRule | null;

  @Field(() => DeadlineAfterSupplement, { nullable: true, description: 'How it goes on after a supplement (sau bổ sung).' })
  afterSupplement!: AfterSupplement | null;

  @Field(() => [DossierStatus], { nullable: true, description: 'States in which the clock stands (trạng thái dừng tính).' })
  stoppingStates!: DossierStatus[] | null;

  @Field(() => Int, { nullable: true, description: 'How many supplement requests stop the clock (số lần yêu cầu bổ sung).' })
  supplements!: number | null;

  @Field(() => Float, { nullable: true, description: 'Working days that the province promises (thời hạn cam kết).' })
  committedDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'Working days by law (thời hạn theo luật).' })
  statutoryDays!: number | null;
}

@ObjectType({ description: 'A change of a rule for time limits, append-only (thay đổi quy tắc tính thời hạn).' })
export class DeadlineRuleChange {
  @Field(() => ID, { nullable: true, description: "The procedure (mã thủ tục); null: the province's rule." })
  procedure!: string | null;

  @Field(() => LocalDateScalar, { description: 'The first day of the rule (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => Date, { description: 'When (thời điểm).' })
  changedAt!: Date;

  @Field(() => String, { description: 'Who proposed it (người đề nghị).' })
  changedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who let it (người duyệt); null: it was before a second person had to.',
  })
  approvedBy!: string | null;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As it was; null: there was no such rule (trước).' })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'As it is since; null: it was withdrawn (sau).' })
  after!: unknown;
}

@InputType({ description: 'A rule for time limits; it replaces the one of the same procedure and first day (quy tắc tính thời hạn).' })
export class DeadlineRuleInput {
  @Field(() => ID, { nullable: true, description: "The procedure (mã thủ tục); left out: the province's rule, which leaves nothing open." })
  procedure?: string | null;

  @Field(() => LocalDateScalar, { description: 'For what is received on this day or later (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'For what is received before this day (đến trước ngày).' })
  validTo?: string | null;

  @Field(() => DeadlineCounting, { nullable: true, description: 'From when it is counted (cách tính).' })
  counting?: Counting | null;

  @Field(() => DeadlineCutoff, { nullable: true, description: 'To what the cutoff applies (giờ chốt).' })
  cutoff?: CutoffRule | null;

  @Field(() => DeadlineAfterSupplement, { nullable: true, description: 'How it goes on after a supplement (sau bổ sung).' })
  afterSupplement?: AfterSupplement | null;

  @Field(() => [DossierStatus], {
    nullable: true,
    description: 'States in which the clock stands: SUPPLEMENT_REQUESTED, PAYMENT_REQUESTED, WITHDRAWAL_REQUESTED (trạng thái dừng tính).',
  })
  stoppingStates?: DossierStatus[] | null;

  @Field(() => Int, { nullable: true, description: 'How many supplement requests stop the clock, 0 … 10 (số lần yêu cầu bổ sung).' })
  supplements?: number | null;

  @Field(() => Float, { nullable: true, description: "Working days that the province promises, of a procedure's rule alone (cam kết)." })
  committedDays?: number | null;

  @Field(() => Float, { nullable: true, description: "Working days by law, of a procedure's rule alone (theo luật)." })
  statutoryDays?: number | null;

  @Field(() => String, { description: 'Why it is changed (lý do).' })
  reason!: string;
}
