import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../platform/errors.ts';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/graphql/shared-types.ts';
import type { AlertKind as Kind } from './alert.rule.ts';

export const AlertKind = defineEnum('AlertKind', 'What an alert is about (loại cảnh báo).', {
  CONNECTOR_DOWN: 'An outside system has not answered for some time (mất kết nối).',
  OLDEST_PENDING: 'The oldest synchronization of today waits for too long (tồn đọng lâu).',
  SOURCE_SILENT: 'A source system has sent nothing in working time (hệ thống nguồn im lặng).',
  SENT_NOT_RECEIVED: 'At the end of the day not all of it had reached the outside system (số gửi khác số nhận).',
  STATEMENT_MISSING: "A provider's statement has not come by the morning of a working day (thiếu sao kê).",
  ACCOUNT_STATEMENT_MISSING:
    'The statement of an account at a bank or the treasury has not come by the morning of a working day (thiếu sao kê tài khoản).',
  STATEMENTS_NOT_FETCHED:
    "A server with a provider's statements can't be read for some time, or is not the one that was agreed (không lấy được sao kê).",
});

/** The message is made by the resolver, in the language of who asks. */
@ObjectType({ description: 'Something that operators must know of, raised once, with its recovery (cảnh báo).' })
export class Alert {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => AlertKind, { description: 'What it is about (loại).' })
  kind!: Kind;

  @Field(() => String, { description: 'The connector, source, provider, server or account (đối tượng).' })
  target!: string;

  @Field(() => Date, { description: 'When it was raised (phát hiện lúc).' })
  raisedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was over; null: it holds on (khắc phục lúc).' })
  recoveredAt!: Date | null;

  details!: Record<string, string | number>;
}

@ObjectType({ description: 'When an alert is raised (ngưỡng cảnh báo).' })
export class AlertRuleType {
  @Field(() => AlertKind, { description: 'Of which alert (loại).' })
  kind!: Kind;

  @Field(() => Int, {
    description:
      'Minutes; of SENT_NOT_RECEIVED, synchronizations; of STATEMENT_MISSING and ACCOUNT_STATEMENT_MISSING, statements (ngưỡng).',
  })
  threshold!: number;

  @Field(() => Boolean, { description: 'Whether it is raised at all (đang bật).' })
  enabled!: boolean;

  @Field(() => JsonScalar, {
    description:
      'Of SOURCE_SILENT the working hours, of SENT_NOT_RECEIVED the time of the count, of STATEMENT_MISSING and ACCOUNT_STATEMENT_MISSING both (tham số).',
  })
  parameters!: unknown;
}

@ObjectType({ description: 'A rule for alerts after a change.' })
export class AlertRulePayload {
  @Field(() => AlertRuleType, { nullable: true, description: 'The rule; null where it was refused.' })
  rule!: AlertRuleType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
