import { Field, Float, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { PageInfo } from '../../../platform/graphql/shared-types.ts';

export const WarningReason = defineEnum('EarlyWarningReason', 'Why a dossier will cost points (nguyên nhân mất điểm).', {
  DUE: 'It becomes late unless it ends by its due date (sắp quá hạn).',
  PAPERS_NOT_DIGITIZED: 'None of its papers is digitized (chưa số hóa thành phần hồ sơ).',
  RESULT_FILE_MISSING: 'It has no electronic result, and ends by its due date (chưa có kết quả điện tử).',
  NOT_PAID_ONLINE: 'Its fees are not paid yet, and could be paid online (chưa thanh toán trực tuyến).',
});
export type WarningReason = keyof typeof WarningReason;
export const WARNING_REASONS = Object.keys(WarningReason) as readonly WarningReason[];

export const WarningTurn = defineEnum('EarlyWarningTurn', 'Whose turn it is (đến lượt ai).', {
  RECEIVING_UNIT: 'The desk that received it: accept or refuse (nơi tiếp nhận).',
  HANDLING_UNIT: 'The unit that handles it (nơi giải quyết).',
  APPLICANT: 'The applicant: papers or money are awaited (người nộp).',
});
export type WarningTurn = keyof typeof WarningTurn;

@ObjectType({ description: 'A dossier that will cost points of the index soon (cảnh báo sớm mất điểm).' })
export class EarlyWarning {
  dossierId!: string;
  turnUnitCode!: string | null;

  @Field(() => String, { description: "The dossier's code (mã hồ sơ)." })
  code!: string;

  @Field(() => Date, { description: 'When the points are lost at the latest: its due date (thời điểm mất điểm).' })
  at!: Date;

  @Field(() => WarningReason, { description: 'Why (nguyên nhân).' })
  reason!: WarningReason;

  @Field(() => String, { description: 'The same in words.' })
  message!: string;

  @Field(() => Float, {
    description:
      "Points that the unit asked for loses in this quarter's index where this one comes to pass as all before it in the list do, and what follows is put right (số điểm sẽ mất).",
  })
  points!: number;

  @Field(() => [String], { description: 'The rows of the index that lose them (chỉ số thành phần).' })
  components!: readonly string[];

  @Field(() => WarningTurn, { description: 'Whose turn it is (đến lượt ai).' })
  turn!: WarningTurn;

  @Field(() => String, {
    nullable: true,
    description: 'Who made its last step, in that unit (cán bộ); null: not known, of another unit, or it is the applicant’s turn.',
  })
  officer!: string | null;
}

@ObjectType({ description: 'A warning and its cursor.' })
export class EarlyWarningEdge {
  @Field(() => String, { description: 'Cursor.' })
  cursor!: string;

  @Field(() => EarlyWarning, { description: 'The warning.' })
  node!: EarlyWarning;
}

@ObjectType({ description: 'A page of warnings, the nearest first.' })
export class EarlyWarningConnection {
  @Field(() => [EarlyWarningEdge], { description: 'The warnings with their cursors.' })
  edges!: EarlyWarningEdge[];

  @Field(() => [EarlyWarning], { description: 'The warnings.' })
  nodes!: EarlyWarning[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;

  @Field(() => Float, { description: 'The points of all of them together (tổng số điểm sẽ mất).' })
  totalPoints!: number;

  @Field(() => Date, { description: 'Until when it looks ahead: the close of the third working day (đến thời điểm).' })
  until!: Date;
}
