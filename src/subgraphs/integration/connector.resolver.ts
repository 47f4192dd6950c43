import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { hasRole } from '../../platform/auth/viewer.ts';
import { notFound } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { DELIVER_WAKE_UP } from '../../platform/jobs/deliver-wakeup.ts';
import { type ConnectorHealth, connectorIds, healthOfAll, kindOf, setPaused } from './connector.service.ts';
import { Connector, ConnectorPayload, ConnectorState } from './connector.type.ts';
import { requireRole, WATCHERS } from './synchronization.access.ts';

@Resolver(() => Connector)
export class ConnectorResolver {
  @Query(() => [Connector], { description: 'All outside systems that the hub works with (các hệ thống kết nối).' })
  async connectors(@Ctx() context: HubContext): Promise<Connector[]> {
    requireRole(context.viewer, WATCHERS);
    return (await connectorIds(context)).map((id) => ({ id, kind: kindOf(context.hub, id) }));
  }

  @Mutation(() => ConnectorPayload, { description: 'Sends nothing more to a connector until it is resumed (tạm dừng kết nối).' })
  pauseConnector(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The connector.' }) id: string,
  ): Promise<ConnectorPayload> {
    return change(context, id, true);
  }

  @Mutation(() => ConnectorPayload, { description: 'Sends to a connector again, beginning at once (tiếp tục kết nối).' })
  async resumeConnector(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The connector.' }) id: string,
  ): Promise<ConnectorPayload> {
    const payload = await change(context, id, false);
    if (payload.connector !== null) await context.hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: id });
    return payload;
  }

  @FieldResolver(() => ConnectorState, { description: 'How it is doing (tình trạng).' })
  async state(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<ConnectorState> {
    return (await healthOf(context, id)).state;
  }

  @FieldResolver(() => Int, { description: 'How many synchronizations still wait to be delivered (đang chờ).' })
  async pending(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<number> {
    return (await healthOf(context, id)).pending;
  }

  @FieldResolver(() => Int, { description: 'How many were refused and wait for a person (cần xử lý).' })
  async parked(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<number> {
    return (await healthOf(context, id)).parked;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When the oldest waiting one was asked for; null: none waits.' })
  async oldestPendingAt(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<Date | null> {
    return (await healthOf(context, id)).oldestPendingAt;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When it last acknowledged a delivery; null: never.' })
  async lastSuccessAt(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<Date | null> {
    return (await healthOf(context, id)).lastSuccessAt;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The upstream's last error, personal data masked, or the setting that is missing: for OPERATOR and UNIT_LEADER alone.",
  })
  async lastError(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<string | null> {
    if (!hasRole(context.viewer, 'OPERATOR', 'UNIT_LEADER')) return null;
    return (await healthOf(context, id)).lastError;
  }
}

async function healthOf(context: HubContext, id: string): Promise<ConnectorHealth> {
  const health = (await healthOfAll(context)).get(id);
  return health ?? { state: 'DOWN', pending: 0, parked: 0, oldestPendingAt: null, lastSuccessAt: null, lastError: null };
}

async function change(context: HubContext, id: string, paused: boolean): Promise<ConnectorPayload> {
  requireRole(context.viewer, ['OPERATOR']);
  if (!(await setPaused(context.hub, id, paused))) return { connector: null, userErrors: [notFound('id')] };
  return { connector: { id, kind: kindOf(context.hub, id) }, userErrors: [] };
}
