import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { JsonScalar, LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { AdministrativeUnit } from '../reference.type.ts';
import type { SpecialDayKind } from './book.ts';

export const CalendarDayKind = defineEnum('CalendarDayKind', 'What is special about a civil day (loại ngày).', {
  HOLIDAY: 'Closed (ngày nghỉ).',
  MAKE_UP_DAY: 'Worked instead of another day (ngày làm bù).',
  SHORT_DAY: 'Open in hours of its own; up to five of them count as half a day (ngày làm việc nửa buổi).',
  ORDINARY_DAY: 'Nothing: as every such weekday, whatever the units above say (ngày thường).',
});

@ObjectType({ description: 'A time in which desks are open (giờ làm việc).' })
export class OpeningSession {
  @Field(() => String, { description: 'HH:MM, local.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, local.' })
  to!: string;
}

@ObjectType({ description: 'A civil day of a unit (ngày trong lịch làm việc).' })
export class CalendarDay {
  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  date!: string;

  @Field(() => Boolean, { description: 'Worked, if only in part (ngày làm việc).' })
  open!: boolean;

  @Field(() => Float, { description: 'What it counts for in a time limit: 1, 0.5 or 0 (số ngày công tính hạn).' })
  countsFor!: number;

  @Field(() => CalendarDayKind, { description: 'What is special about it (loại ngày).' })
  kind!: SpecialDayKind;

  @Field(() => String, { nullable: true, description: 'Its name, where it is special (tên ngày).' })
  name!: string | null;

  @Field(() => [OpeningSession], { description: 'When desks are open, in order (giờ làm việc).' })
  sessions!: OpeningSession[];

  @Field(() => String, { description: 'HH:MM: what comes later counts as received on the next working day (giờ chốt tiếp nhận).' })
  cutoff!: string;

  @Field(() => ID, { description: 'Code of the unit whose entry decided it: its own, or of one above it (đơn vị quy định).' })
  decidedBy!: string;
}

@ObjectType({ description: 'A change of a calendar, append-only (thay đổi lịch làm việc).' })
export class CalendarChange {
  @Field(() => String, { description: 'What was changed: "day YYYY-MM-DD", or "hours YYYY-MM-DD" from that day on.' })
  what!: string;

  @Field(() => Date, { description: 'When (thời điểm).' })
  changedAt!: Date;

  @Field(() => String, { description: 'Who (người thay đổi).' })
  changedBy!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As it was; null: there was no entry (trước).' })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'As it is since; null: the entry was removed (sau).' })
  after!: unknown;
}

@InputType({ description: 'A time in which desks are open (giờ làm việc).' })
export class OpeningSessionInput {
  @Field(() => String, { description: 'HH:MM, local.' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, local; later than `from`.' })
  to!: string;
}

@InputType({ description: 'What is special about a civil day of a unit (ngày đặc biệt).' })
export class CalendarDayInput {
  @Field(() => ID, { description: "Code of the unit; the province's holds for all that have no entry of their own (đơn vị)." })
  unit!: string;

  @Field(() => LocalDateScalar, { description: 'The day (ngày).' })
  date!: string;

  @Field(() => CalendarDayKind, { description: 'What it is (loại ngày).' })
  kind!: SpecialDayKind;

  @Field(() => String, { description: 'What it is called, 1 … 200 characters (tên ngày).' })
  name!: string;

  @Field(() => [OpeningSessionInput], { nullable: true, description: 'Of a SHORT_DAY, in order; of no other (giờ làm việc).' })
  sessions?: OpeningSessionInput[] | null;
}

@InputType({ description: 'A weekday of a unit (ngày trong tuần).' })
export class OpeningDayInput {
  @Field(() => Int, { description: '1 Monday … 7 Sunday (thứ Hai … Chủ nhật).' })
  weekday!: number;

  @Field(() => [OpeningSessionInput], { description: 'When desks are open, in order (giờ làm việc).' })
  sessions!: OpeningSessionInput[];
}

@InputType({ description: "A unit's hours from a day on (giờ làm việc của đơn vị)." })
export class OpeningHoursInput {
  @Field(() => ID, { description: 'Code of the unit (đơn vị).' })
  unit!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which they hold (áp dụng từ ngày).' })
  validFrom!: string;

  @Field(() => [OpeningDayInput], { description: 'The week; a weekday that is left out is closed (các ngày trong tuần).' })
  week!: OpeningDayInput[];

  @Field(() => String, { description: 'HH:MM: what comes later counts as received on the next working day (giờ chốt tiếp nhận).' })
  cutoff!: string;
}

@ObjectType({ description: 'A calendar after a change, or why it was not made.' })
export class CalendarPayload {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit; null where nothing was changed (đơn vị).' })
  unit!: AdministrativeUnit | null;

  @Field(() => [UserError], { description: 'Why it was not changed.' })
  userErrors!: UserErrorValue[];
}
