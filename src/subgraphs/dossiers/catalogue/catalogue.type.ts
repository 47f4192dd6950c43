import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { VndScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';

export const CataloguePullOutcome = defineEnum(
  'CataloguePullOutcome',
  'How a look at the national catalogue ended (kết quả cập nhật danh mục).',
  {
    DONE: 'The list was taken (đã cập nhật).',
    GUARDED: 'The list was empty or much shorter: nothing was taken out of use (danh sách thiếu bất thường, giữ nguyên).',
  },
);

export const CatalogueChangeKind = defineEnum('CatalogueChangeKind', 'What changed of a procedure (thay đổi thủ tục).', {
  ADDED: 'It is new (thêm mới).',
  CONFIRMED: 'It was met in a dossier before, and is known now (xác nhận).',
  CHANGED: 'Name, field, fee or time changed (thay đổi).',
  WITHDRAWN: 'It is listed no more and out of use; it stays (ngừng áp dụng).',
  RETURNED: 'It is listed again (áp dụng lại).',
});

@ObjectType({ description: 'A look at the national catalogue of procedures (một lần cập nhật danh mục thủ tục).' })
export class CataloguePull {
  @Field(() => Date, { description: 'When it was made.' })
  pulledAt!: Date;

  @Field(() => String, { description: 'Who asked for it; `schedule`: the night.' })
  askedBy!: string;

  @Field(() => CataloguePullOutcome, { description: 'How it ended (kết quả).' })
  outcome!: keyof typeof CataloguePullOutcome;

  @Field(() => Int, { description: 'National procedures in the list.' })
  listed!: number;

  @Field(() => Int, { description: 'New ones (thêm mới).' })
  added!: number;

  @Field(() => Int, { description: 'Changed ones (thay đổi).' })
  changed!: number;

  @Field(() => Int, { description: 'Ones taken out of use (ngừng áp dụng).' })
  withdrawn!: number;

  @Field(() => Int, { description: 'Ones that were asked for in vain; they are asked for again.' })
  failed!: number;
}

@ObjectType({ description: 'A procedure as it was at one time (nội dung thủ tục).' })
export class CatalogueState {
  @Field(() => String, { description: 'Name (tên thủ tục).' })
  name!: string;

  @Field(() => String, { description: 'Field (lĩnh vực).' })
  field!: string;

  @Field(() => ID, { nullable: true, description: 'National code of the field (mã lĩnh vực); null: not known.' })
  fieldCode?: string | null;

  @Field(() => Float, { nullable: true, description: 'Working days (thời hạn); null: not known.' })
  workingDays!: number | null;

  @Field(() => VndScalar, { nullable: true, description: 'Fee in whole đồng (phí, lệ phí); null: not published.' })
  fee!: number | null;

  @Field(() => Boolean, { description: 'In force (còn hiệu lực).' })
  active!: boolean;
}

@ObjectType({ description: 'A change of a procedure by the national catalogue (lịch sử danh mục).' })
export class CatalogueChange {
  @Field(() => ID, { description: 'Code of the procedure (mã thủ tục).' })
  procedure!: string;

  @Field(() => Date, { description: 'When it was changed.' })
  changedAt!: Date;

  @Field(() => CatalogueChangeKind, { description: 'What changed.' })
  kind!: keyof typeof CatalogueChangeKind;

  @Field(() => CatalogueState, { nullable: true, description: 'Before; null: it was not there.' })
  before!: CatalogueState | null;

  @Field(() => CatalogueState, { description: 'After.' })
  after!: CatalogueState;
}

@ObjectType({ description: 'A look at the catalogue that was asked for.' })
export class PullCataloguePayload {
  @Field(() => Boolean, { description: 'It is under way; `cataloguePulls` tells how it ended.' })
  requested!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
