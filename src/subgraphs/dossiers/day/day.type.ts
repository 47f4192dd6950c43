import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { EarlyWarning, WarningReason } from '../indicators/warning.type.ts';

@ObjectType({ description: 'How many dossiers, and which are first (số hồ sơ).' })
export class DayDossiers {
  @Field(() => Int, { description: 'How many (số lượng).' })
  count!: number;

  @Field(() => [String], { description: 'The codes of the first 10, the nearest due date first (mã hồ sơ).' })
  codes!: string[];
}

@ObjectType({ description: 'The early warnings of one reason (cảnh báo sớm theo nguyên nhân).' })
export class DayWarnings {
  @Field(() => WarningReason, { description: 'Why points will be lost (nguyên nhân).' })
  reason!: WarningReason;

  @Field(() => Int, { description: 'How many dossiers (số hồ sơ).' })
  count!: number;

  @Field(() => Float, {
    description: 'The points that they cost where those of the reasons before come to pass too; of all reasons pointsAtRisk (số điểm).',
  })
  points!: number;

  @Field(() => [EarlyWarning], { description: 'The nearest 5; earlyWarnings has the rest (gần nhất).' })
  first!: EarlyWarning[];
}

@ObjectType({ description: 'What a unit has to do with its dossiers today (hồ sơ cần xử lý trong ngày).' })
export class DossierDay {
  @Field(() => DayDossiers, { description: 'Due until the end of the day and not overdue yet (đến hạn hôm nay).' })
  dueToday!: DayDossiers;

  @Field(() => DayDossiers, { description: 'Past their due date and not finished (quá hạn).' })
  overdue!: DayDossiers;

  @Field(() => DayDossiers, {
    description: 'Those that cost points of the index within three working days, for whatever reason (sắp mất điểm).',
  })
  atRisk!: DayDossiers;

  @Field(() => Float, { description: 'The points that these cost together (số điểm sẽ mất).' })
  pointsAtRisk!: number;

  @Field(() => [DayWarnings], {
    description: 'The same by reason, as earlyWarnings tells them; a reason that there is none of is absent (theo nguyên nhân).',
  })
  warnings!: DayWarnings[];
}

@Directive('@key(fields: "unitCode")')
@ObjectType({ description: "A unit's day: what is due, what is at risk, what is stuck and why (việc hôm nay)." })
export class DayList {
  @Field(() => ID, { description: 'Code of the unit (đơn vị).' })
  unitCode!: string;

  @Field(() => LocalDateScalar, { description: 'The day, of business time (ngày).' })
  day!: string;

  @Field(() => Boolean, { description: "Whether the unit's calendar has it as a working day (ngày làm việc)." })
  workingDay!: boolean;
}
