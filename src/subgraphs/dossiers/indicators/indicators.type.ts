import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import type { Asked } from './asked.ts';

@InputType({ description: 'A period of civil days, both included (kỳ).' })
export class PeriodInput {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to!: string;
}

@ObjectType({ description: 'One row of a group of the index (chỉ số thành phần).' })
export class IndicatorComponent {
  @Field(() => String, { description: 'Code.' })
  code!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Numerator (tử số); null: not known.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Denominator (mẫu số); null: not known.' })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points; null: not known.' })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'The most points; null: does not apply.' })
  max!: number | null;

  @Field(() => Float, { nullable: true, description: 'The points that the national portal published (điểm công bố); null: nothing.' })
  published!: number | null;

  @Field(() => Float, { nullable: true, description: "The portal's numerator; null: nothing published." })
  publishedNumerator!: number | null;

  @Field(() => Float, { nullable: true, description: "The portal's denominator; null: nothing published." })
  publishedDenominator!: number | null;

  @Field(() => Date, { nullable: true, description: 'When that was read at the portal, or its file was; null: nothing published.' })
  publishedAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: "The hub's own points less the published ones (chênh lệch); null: one of the two is not known.",
  })
  difference!: number | null;

  @Field(() => [String], {
    description:
      'What one should know of the figure (cờ chất lượng dữ liệu), e.g. NO_NATIONAL_REPORT_DATA, TEMP_NATIONAL_REPORT_DENOMINATOR.',
  })
  flags!: readonly string[];

  @Field(() => String, { description: 'Where the figure comes from (nguồn), in words.' })
  source!: string;
}

@ObjectType({ description: 'One of the six groups of Decision 766/QĐ-TTg (nhóm chỉ số).' })
export class IndicatorGroup {
  @Field(() => String, { description: 'Code at the national portal.' })
  code!: string;

  @Field(() => String, { description: 'Name, Vietnamese.' })
  name!: string;

  @Field(() => Float, { nullable: true, description: 'Points; null until every component that applies is known.' })
  score!: number | null;

  @Field(() => Float, { description: 'The most points that its rows which apply give.' })
  max!: number;

  @Field(() => Float, { nullable: true, description: 'The points that the national portal published of it (điểm công bố); null: nothing.' })
  published!: number | null;

  @Field(() => [IndicatorComponent], { description: 'Its rows.' })
  components!: IndicatorComponent[];
}

@ObjectType({
  description:
    'Figures of the dossiers filed in a period and received by this unit or one below it (chỉ số phục vụ). Payment facts reach it as events, see asOf.',
})
export class ServiceIndicators {
  asked!: Asked;

  @Field(() => LocalDateScalar, { description: 'First day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  to!: string;

  @Field(() => Date, { description: 'Up to when payments are known to these figures.' })
  asOf!: Date;

  @Field(() => Int, { description: 'Dossiers received (hồ sơ tiếp nhận).' })
  dossiersReceived!: number;

  @Field(() => Int, { description: 'Of those, received by communes, wards and special zones (cấp xã).' })
  dossiersReceivedAtCommunes!: number;

  @Field(() => Int, { description: 'Of those received, filed online (nộp trực tuyến).' })
  receivedOnline!: number;

  @Field(() => Int, { description: 'Dossiers whose fees less exemptions add up to more than 0 (có nghĩa vụ tài chính).' })
  dossiersWithFee!: number;

  @Field(() => Int, { description: 'Of those with a fee, paid in a way that counts as online (thanh toán trực tuyến).' })
  paidOnline!: number;

  @Field(() => Float, { nullable: true, description: 'receivedOnline / dossiersReceived, 0 … 1; null: none received.' })
  onlineFilingRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'paidOnline / dossiersWithFee, 0 … 1; null: none with a fee.' })
  onlinePaymentRate!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '(finished on time + still within time) / dossiersReceived, 0 … 1; null: none received.',
  })
  resolvedOnTimeRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'With a digitized result / resolved or returned, 0 … 1; null: none.' })
  digitizedResultRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Rated 3, 4 or 5 / rated, 0 … 1; null: none rated.' })
  satisfactionRate!: number | null;
}
