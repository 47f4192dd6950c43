import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { hasRole } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, toGlobalId } from '../../../platform/ids.ts';
import { covers } from '../source/source.service.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import { requireRole, visibilityOf, WATCHERS } from '../synchronization.access.ts';
import { DayListRecipient, DayListRecipientInput, DayListRecipientPayload, DayListStub, StuckDay } from './day.type.ts';
import { channelProblem, openText, type RecipientRow, readRecipients } from './recipient.row.ts';
import { addRecipient, type RecipientChanged, removeRecipient } from './recipient.service.ts';
import { readStuck } from './stuck.read.ts';

/** An id that nothing has. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';
/** A recipient as its resolver is given it. */
type RecipientView = DayListRecipient & { unitCode: string };

@Resolver(() => DayListStub)
export class StuckDayResolver {
  @FieldResolver(() => StuckDay, {
    nullable: true,
    description: 'What is stuck and why, for UNIT_LEADER, OPERATOR and AUDITOR; null: not yours to see (tồn đọng).',
  })
  async stuck(@Ctx() context: HubContext, @Root() { unitCode }: DayListStub): Promise<StuckDay | null> {
    if (!hasRole(context.viewer, ...WATCHERS)) return null;
    return readStuck(context.hub.db, unitCode, visibilityOf(context, WATCHERS));
  }
}

@Resolver(() => DayListRecipient)
export class DayListRecipientResolver {
  @Query(() => [DayListRecipient], {
    description: "Who is told of a unit's day each working morning, for ADMINISTRATOR (nơi nhận việc hôm nay).",
  })
  async dayListRecipients(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { nullable: true, description: 'Those of this unit alone (mã đơn vị).' }) unit?: string | null,
  ): Promise<DayListRecipient[]> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    const rows = await readRecipients(context.hub.db, { unit: unit ?? null });
    return rows.filter((row) => covers(context, row.unit)).map((row) => toView(context, row));
  }

  @Mutation(() => DayListRecipientPayload, {
    description:
      "Has somebody told of a unit's day at 07:00 on its working days, by an administrator of the unit or the province; named again, the language alone changes (thêm nơi nhận việc hôm nay).",
  })
  async addDayListRecipient(
    @Ctx() context: HubContext,
    @Arg('input', () => DayListRecipientInput, { description: 'Who.' }) input: DayListRecipientInput,
  ): Promise<DayListRecipientPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return toPayload(context, await addRecipient(context, input));
  }

  @Mutation(() => DayListRecipientPayload, {
    description: "Has somebody told of a unit's day no more, by an administrator (bỏ nơi nhận việc hôm nay).",
  })
  async removeDayListRecipient(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The recipient.' }) id: string,
  ): Promise<DayListRecipientPayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return toPayload(context, await removeRecipient(context, fromGlobalId('dayRecipient', id) ?? NOBODYS));
  }

  @FieldResolver(() => AdministrativeUnitStub, { description: 'The unit whose day it is (đơn vị).' })
  unit(@Root() { unitCode }: RecipientView): AdministrativeUnitStub {
    return { code: unitCode };
  }
}

function toView({ hub, language }: HubContext, row: RecipientRow): RecipientView {
  const {
    id,
    unit: unitCode,
    role,
    channel,
    address,
    language: theirs,
    day: lastDay,
    sent_at: lastSentAt,
    error_code: lastErrorCode,
  } = row;
  return {
    ...{ id: toGlobalId('dayRecipient', id), unitCode, role, channel, address: openText(hub.cipher, address) },
    language: theirs === 'en' ? 'EN' : 'VI',
    ...{ problem: channelProblem(hub, channel)?.[language] ?? null, lastDay, lastSentAt, lastErrorCode },
  };
}

function toPayload(context: HubContext, { row, secret, errors }: RecipientChanged): DayListRecipientPayload {
  return { recipient: row === undefined ? null : toView(context, row), secret: secret ?? null, userErrors: errors };
}
