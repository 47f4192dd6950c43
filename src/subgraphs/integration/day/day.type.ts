import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../../platform/errors.ts';
import { defineEnum } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { UserError } from '../../../platform/graphql/shared-types.ts';
import { SynchronizationProblem } from '../problem.type.ts';

@Directive('@key(fields: "unitCode")')
@ObjectType('DayList', { description: "A unit's day: what is due, what is at risk, what is stuck and why (việc hôm nay)." })
export class DayListStub {
  @Field(() => ID, { description: 'Code of the unit (đơn vị).' })
  unitCode!: string;
}

@ObjectType({ description: 'What of a unit does not reach the outside systems, and why (tồn đọng).' })
export class StuckDay {
  @Field(() => [SynchronizationProblem], { description: 'Causes for which a person must act, the most frequent first (nguyên nhân).' })
  causes!: SynchronizationProblem[];

  @Field(() => Int, { description: 'Synchronizations for which a person must act (cần xử lý).' })
  parked!: number;

  @Field(() => Int, { description: 'Synchronizations that still go out by themselves (đang chờ).' })
  waiting!: number;

  @Field(() => Date, { nullable: true, description: 'When the oldest of those was asked for (chờ lâu nhất từ).' })
  oldestWaitingAt!: Date | null;
}

export const DayListRole = defineEnum('DayListRole', "Whose part of a unit's day it is (vai trò nhận).", {
  UNIT_LEADER: 'The leader: dossiers, and what is stuck (lãnh đạo đơn vị).',
  ACCOUNTANT: 'The accountant: money (kế toán).',
  OPERATOR: 'The operator: what is stuck (vận hành).',
});
export type DayListRole = keyof typeof DayListRole;

export const DayListChannel = defineEnum('DayListChannel', "How somebody is told of a unit's day (kênh nhận).", {
  EMAIL: 'By e-mail (thư điện tử).',
  WEBHOOK: 'By a signed webhook, in the form of Standard Webhooks.',
});
export type DayListChannel = keyof typeof DayListChannel;

export const MessageLanguage = defineEnum('MessageLanguage', 'In which language somebody is told (ngôn ngữ nhận).', {
  VI: 'Vietnamese (tiếng Việt).',
  EN: 'English (tiếng Anh).',
});
export type MessageLanguage = keyof typeof MessageLanguage;

@ObjectType({ description: "Who is told of a unit's day at 07:00 on its working days (nơi nhận việc hôm nay)." })
export class DayListRecipient {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => DayListRole, { description: 'Whose part of the day (vai trò).' })
  role!: DayListRole;

  @Field(() => DayListChannel, { description: 'How (kênh).' })
  channel!: DayListChannel;

  @Field(() => String, { description: 'The e-mail address, or the address of the webhook (địa chỉ).' })
  address!: string;

  @Field(() => MessageLanguage, { description: 'In which language (ngôn ngữ).' })
  language!: MessageLanguage;

  @Field(() => String, {
    nullable: true,
    description: 'Why nothing can reach it as the hub is set up; null: it can (lý do chưa gửi được).',
  })
  problem!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of which there was something to tell (ngày gần nhất).' })
  lastDay!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was sent; null: it was not, or not yet (gửi lúc).' })
  lastSentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was not, e.g. TIMEOUT (mã lỗi).' })
  lastErrorCode!: string | null;
}

@InputType({ description: "Who is told of a unit's day (nơi nhận việc hôm nay)." })
export class DayListRecipientInput {
  @Field(() => ID, { description: 'Code of the unit (đơn vị).' })
  unit!: string;

  @Field(() => DayListRole, { description: 'Whose part of the day (vai trò).' })
  role!: DayListRole;

  @Field(() => DayListChannel, { description: 'How (kênh).' })
  channel!: DayListChannel;

  @Field(() => String, { description: 'The e-mail address, or the address of the webhook (địa chỉ).' })
  address!: string;

  @Field(() => MessageLanguage, {
    nullable: true,
    description: 'In which language; left out: Vietnamese, or as it was where the recipient is named already (ngôn ngữ).',
  })
  language?: MessageLanguage | null;
}

@ObjectType({ description: 'A recipient after a change.' })
export class DayListRecipientPayload {
  @Field(() => DayListRecipient, { nullable: true, description: 'The recipient; null where it was refused or removed.' })
  recipient!: DayListRecipient | null;

  @Field(() => String, { nullable: true, description: 'The secret of a new webhook, shown this once (khóa bí mật).' })
  secret!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
