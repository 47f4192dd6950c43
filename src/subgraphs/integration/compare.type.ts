import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { PageArguments } from '../../platform/graphql/connection.ts';
import { DossierStatus, defineEnum } from '../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { PageInfo } from '../../platform/graphql/shared-types.ts';
import type { ComparisonKind } from './compare.ts';

export const ComparisonKindType = defineEnum('ComparisonKind', 'What a comparison with the national portal found (kết quả đối chiếu).', {
  MISSING: 'The portal does not know the dossier (thiếu trên Cổng).',
  EXTRA: 'The portal has a dossier that should not be there (thừa trên Cổng).',
  STATE_DIFFERS: 'The portal has it in another state (khác trạng thái).',
  UNIT_DIFFERS: 'The portal has it at another unit (khác đơn vị xử lý).',
  EQUAL: 'The portal has it as the hub has it (khớp).',
  UNKNOWN: 'The portal knows it and does not say in what state (chưa rõ).',
});

export const ComparisonPurpose = defineEnum('ComparisonPurpose', 'Why a dossier was compared (mục đích đối chiếu).', {
  SWITCH: 'The reporting switch of its unit and source is COMPARE: it is not sent yet.',
  NIGHTLY: 'It is sent, and the night looked whether it is there as it was sent.',
});

@ObjectType({ description: 'A dossier as one side has it.' })
export class ComparedSide {
  @Field(() => DossierStatus, { nullable: true, description: 'The state (trạng thái); null: it does not say, or has no such dossier.' })
  status!: DossierStatus | null;

  @Field(() => String, {
    nullable: true,
    description: "The handling unit's name (đơn vị xử lý); null: it does not say, or has no such dossier.",
  })
  unit!: string | null;
}

/** The fields that the comparison's own resolver computes are not properties here. */
@ObjectType({ description: 'What a comparison of one dossier with the national portal found (đối chiếu).' })
export class Comparison {
  @Field(() => ID, { description: 'Its id within this list.' })
  id!: string;

  @Field(() => String, { description: "The dossier's code (mã hồ sơ)." })
  subject!: string;

  @Field(() => LocalDateScalar, { description: 'The day that it belongs to (ngày đối chiếu).' })
  day!: string;

  @Field(() => ComparisonKindType, { description: 'What was found (kết quả).' })
  kind!: ComparisonKind;

  @Field(() => ComparisonPurpose, { description: 'Why it was compared (mục đích).' })
  purpose!: keyof typeof ComparisonPurpose;

  @Field(() => ComparedSide, { description: 'As the hub would have it (bên hệ thống).' })
  ours!: ComparedSide;

  @Field(() => ComparedSide, { nullable: true, description: 'As the portal has it; null: it does not know it (bên Cổng).' })
  theirs!: ComparedSide | null;

  @Field(() => Date, { description: 'When it was compared.' })
  comparedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When what differed was set right; null: not, or nothing differed.' })
  repairedAt!: Date | null;
}

@ObjectType({ description: 'A comparison and its place in the list.' })
export class ComparisonEdge {
  @Field(() => String, { description: 'Cursor of this comparison.' })
  cursor!: string;

  @Field(() => Comparison, { description: 'The comparison.' })
  node!: Comparison;
}

@ObjectType({ description: 'A page of comparisons.' })
export class ComparisonConnection {
  @Field(() => [ComparisonEdge], { description: 'The comparisons with their cursors.' })
  edges!: ComparisonEdge[];

  @Field(() => [Comparison], { description: 'The comparisons.' })
  nodes!: Comparison[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all pages.' })
  totalCount!: unknown;
}

@ArgsType()
export class ComparisonsArguments implements PageArguments {
  @Field(() => ID, { nullable: true, description: 'Of dossiers that this unit or one below it received or handles (đơn vị).' })
  unit?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of this day; left out: of all days (ngày).' })
  day?: string | null;

  @Field(() => [ComparisonKindType], { nullable: true, description: 'Any of these results; left out: all that is not EQUAL.' })
  kinds?: ComparisonKind[] | null;

  @Field(() => Int, { nullable: true, description: 'How many from the beginning; 20 where it is left out, 100 at most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Those after this cursor.' })
  after?: string | null;
}
