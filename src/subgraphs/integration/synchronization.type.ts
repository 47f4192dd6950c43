import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserErrorValue } from '../../platform/errors.ts';
import type { PageArguments } from '../../platform/graphql/connection.ts';
import { defineEnum } from '../../platform/graphql/enums.ts';
import { Node, PageInfo, UserError } from '../../platform/graphql/shared-types.ts';

export const SyncState = defineEnum('SyncState', 'Where a synchronization stands (trạng thái đồng bộ).', {
  PENDING: 'Not yet sent (đang chờ).',
  RETRYING: 'Sent without success; it will be sent again (đang thử lại).',
  DELIVERED: 'Acknowledged by the outside system (đã đồng bộ).',
  PARKED: 'Refused by the outside system: a person must act (cần xử lý).',
});
export type SyncState = keyof typeof SyncState;

/** Unit, dossier, connector and error are resolved from the row that stands behind it. */
@Directive('@key(fields: "id")')
@ObjectType({ implements: Node, description: 'One thing that an outside system must learn, and whether it has (lượt đồng bộ).' })
export class Synchronization extends Node {
  @Field(() => String, { description: "The dossier's code, the payment's reference, …" })
  subject!: string;

  @Field(() => String, { description: 'The upstream service, e.g. DongBoHoSoMC (dịch vụ).' })
  operation!: string;

  @Field(() => Int, { description: 'Order within its subject and connector, from 1 (thứ tự).' })
  sequence!: number;

  @Field(() => SyncState, { description: 'Where it stands (trạng thái).' })
  state!: SyncState;

  @Field(() => Int, { description: 'How often it was tried (số lần gửi).' })
  attempts!: number;

  @Field(() => Date, { description: 'When it was to be told (thời điểm yêu cầu).' })
  requestedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the outside system acknowledged it (thời điểm hoàn tất).' })
  deliveredAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is sent again; null: as soon as its turn comes, or never.' })
  nextAttemptAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Groups what has one cause (mã lỗi).' })
  errorCode!: string | null;
}

@ObjectType({ description: 'A synchronization in a list.' })
export class SynchronizationEdge {
  @Field(() => String, { description: 'Where it stands in the list.' })
  cursor!: string;

  @Field(() => Synchronization, { description: 'The synchronization.' })
  node!: Synchronization;
}

@ObjectType({ description: 'A page of synchronizations, newest first.' })
export class SynchronizationConnection {
  @Field(() => [SynchronizationEdge], { description: 'The synchronizations with their cursors.' })
  edges!: SynchronizationEdge[];

  @Field(() => [Synchronization], { description: 'The synchronizations.' })
  nodes!: Synchronization[];

  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many there are in all pages.' })
  totalCount!: unknown;
}

@ObjectType({ description: 'How many synchronizations will be sent again.' })
export class RetrySynchronizationsPayload {
  @Field(() => Int, { description: 'How many were put back in line.' })
  retried!: number;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done.' })
  userErrors!: UserErrorValue[];
}

@ArgsType()
export class SynchronizationsArguments implements PageArguments {
  @Field(() => ID, { nullable: true, description: 'To this connector alone.' })
  connector?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this unit and the units below it (đơn vị).' })
  unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this dossier (hồ sơ).' })
  dossier?: string | null;

  @Field(() => [SyncState], { nullable: true, description: 'In any of these states (trạng thái).' })
  states?: SyncState[] | null;

  @Field(() => String, { nullable: true, description: 'With this cause (mã lỗi).' })
  errorCode?: string | null;

  @Field(() => Date, { nullable: true, description: 'Asked for before this instant.' })
  olderThan?: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many from the beginning; 20 where neither first nor last is given, 100 at most.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Those after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many from the end, 100 at most.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Those before this cursor.' })
  before?: string | null;
}
