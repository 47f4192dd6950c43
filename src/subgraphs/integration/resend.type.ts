import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../platform/errors.ts';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { JsonScalar } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/graphql/shared-types.ts';

export const ResendState = defineEnum('ResendState', 'Where a request to send dossiers again stands (tình trạng đồng bộ lại).', {
  RUNNING: 'Dossiers are being sent, after those of today (đang gửi).',
  STOPPED: 'Someone stopped it: what was not sent by then is not sent (đã dừng).',
  DONE: 'All of them were told, or were refused (đã xong).',
});
export type ResendState = keyof typeof ResendState;

export const ResendPurpose = defineEnum('ResendPurpose', 'What a request does with dossiers (mục đích).', {
  SEND: 'Tells the portal of them once more (gửi lại).',
  COMPARE: 'Looks them up at the portal and compares (đối chiếu).',
});
export type ResendPurpose = keyof typeof ResendPurpose;

@ObjectType({ description: 'Dossiers that outside systems are told of once more, and how far that is (yêu cầu đồng bộ lại).' })
export class Resend {
  @Field(() => ID, { description: 'Globally unique, stable and opaque.' })
  id!: string;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;

  @Field(() => String, { description: 'Who asked for it: the subject of the token, or the nightly comparison (người yêu cầu).' })
  requestedBy!: string;

  @Field(() => Date, { description: 'When (thời điểm).' })
  requestedAt!: Date;

  @Field(() => JsonScalar, { description: 'Which dossiers, as it was asked; a search text is left out (bộ lọc).' })
  filter!: unknown;

  @Field(() => ResendPurpose, { description: 'What is done with them (mục đích).' })
  purpose!: ResendPurpose;

  @Field(() => ResendState, { description: 'Where it stands (tình trạng).' })
  state!: ResendState;

  @Field(() => Int, { description: 'How many dossiers it meant when it was asked (dự kiến).' })
  expected!: number;

  @Field(() => Int, { description: 'How many were put in line so far (đã xếp hàng).' })
  appended!: number;

  @Field(() => Int, { description: 'How many were left out because the hub does not report them (bỏ qua).' })
  skipped!: number;

  @Field(() => Int, { description: 'Synchronizations of it that were acknowledged (đã đồng bộ).' })
  delivered!: number;

  @Field(() => Int, { description: 'Synchronizations of it that wait (đang chờ).' })
  waiting!: number;

  @Field(() => Int, { description: 'Synchronizations of it that were refused and wait for a person (cần xử lý).' })
  parked!: number;

  @Field(() => Date, { nullable: true, description: 'When it ended or was stopped (kết thúc).' })
  finishedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who stopped it (người dừng).' })
  stoppedBy!: string | null;
}

@ObjectType({ description: 'A request to send dossiers again after a change.' })
export class ResendPayload {
  @Field(() => Resend, { nullable: true, description: 'The request; null where it was refused.' })
  resend!: Resend | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}
