import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import type { Asked } from './asked.ts';

@ObjectType({ description: 'What became of a file of published figures (tệp số liệu công bố).' })
export class PublishedFilePayload {
  @Field(() => Int, { description: 'How many rows were taken in; 0 where one was refused.' })
  rows!: number;

  @Field(() => [UserError], { description: 'What was refused, and why.' })
  userErrors!: UserErrorValue[];
}

@ObjectType({ description: 'A row of the index on which the hub and the national portal do not agree (chênh lệch với số công bố).' })
export class IndicatorDifference {
  asked!: Asked;

  @Field(() => String, { description: 'The row (chỉ số thành phần).' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: "The hub's numerator less the portal's; null: one is not known." })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "The hub's denominator less the portal's; null: one is not known." })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: "The hub's points less the portal's; null: one is not known." })
  points!: number | null;
}

@ObjectType({ description: 'Dossiers that may explain why the portal counts otherwise (hồ sơ giải thích chênh lệch).' })
export class ExplainingDossiers {
  @Field(() => Int, { description: 'How many there are that were never told to the portal, or whose telling waits or failed.' })
  count!: number;

  @Field(() => [String], { description: 'The codes of the first 100 (mã hồ sơ).' })
  codes!: string[];

  @Field(() => Boolean, { description: 'Whether the deliveries could be asked too; without them only dossiers never told are named.' })
  complete!: boolean;
}
