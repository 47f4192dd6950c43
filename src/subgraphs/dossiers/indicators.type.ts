import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';

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

  @Field(() => Float, { nullable: true, description: 'Numerator; null: not known.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Denominator; null: not known.' })
  denominator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Points; null: not known.' })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'The most points; null: does not apply.' })
  max!: number | null;

  @Field(() => Float, { nullable: true, description: 'What the national portal published; null: nothing.' })
  published!: number | null;

  @Field(() => String, { description: 'Where the figure comes from.' })
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

  @Field(() => Float, { description: 'The most points.' })
  max!: number;

  @Field(() => [IndicatorComponent], { description: 'Its rows.' })
  components!: IndicatorComponent[];
}

@ObjectType({
  description:
    'Figures of the dossiers filed in a period and received by this unit or one below it (chỉ số phục vụ). Payment facts reach it as events, see asOf.',
})
export class ServiceIndicators {
  unitCode!: string;

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

  @Field(() => Float, {
    nullable: true,
    description: 'Points of Decision 766/QĐ-TTg out of applicableMax; null until every group that applies is known.',
  })
  score!: number | null;

  @Field(() => Float, { description: 'The most points that can be reached.' })
  applicableMax!: number;

  @Field(() => [IndicatorGroup], { description: 'The six groups.' })
  groups!: IndicatorGroup[];

  @Field(() => Int, { nullable: true, description: 'Place among siblings of the same class; null: not known.' })
  rank!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many siblings there are; null: not known.' })
  ofUnits!: number | null;
}
