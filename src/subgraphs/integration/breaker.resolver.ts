import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { boundOf } from '../../platform/auth/viewer.ts';
import { forbidden, notFound, userError } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { breakerOf } from './breaker.ts';
import { BreakerState } from './breaker.type.ts';
import { DELIVERED_TO, isConnector, kindOf } from './connector.service.ts';
import { Connector, ConnectorPayload } from './connector.type.ts';
import { readSettingChanges, recordSettingChange } from './setting-change.ts';
import { IntegrationSettingChange } from './setting-change.type.ts';
import { requireRole } from './synchronization.access.ts';

const MOST_PER_SECOND = 100_000;
const MOST_CHANGES = 100;
const PROVINCE = /^\d{2}$/;

@Resolver(() => Connector)
export class BreakerResolver {
  @FieldResolver(() => BreakerState, { description: 'Whether deliveries go to it (cầu dao).' })
  async breaker(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<BreakerState> {
    return (await breakerOf(context, id)).state;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When it is tried again after it did not answer; null: it is not at rest (thử lại lúc).',
  })
  async nextAttemptAt(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<Date | null> {
    return (await breakerOf(context, id)).nextAttemptAt;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'How many deliveries a second all workers together may send; null: no limit (giới hạn tốc độ).',
  })
  async ratePerSecond(@Ctx() context: HubContext, @Root() { id }: Connector): Promise<number | null> {
    return (await breakerOf(context, id)).ratePerSecond;
  }

  @Mutation(() => ConnectorPayload, {
    description:
      'Limits how fast the portal or a commune system is sent to, from now on and for all workers (đặt giới hạn tốc độ). By a province administrator.',
  })
  async setConnectorRate(
    @Ctx() context: HubContext,
    @Arg('id', () => ID, { description: 'The connector.' }) id: string,
    @Arg('perSecond', () => Float, {
      nullable: true,
      description: "Deliveries a second, fractions too; left out or null: as the connector's own settings say.",
    })
    perSecond?: number | null,
  ): Promise<ConnectorPayload> {
    requireProvinceAdministrator(context);
    const { hub } = context;
    const kind = kindOf(hub, id);
    if (!DELIVERED_TO.includes(kind) || !(await isConnector(hub, id))) return { connector: null, userErrors: [notFound('id')] };
    if (perSecond != null && !(perSecond > 0 && perSecond <= MOST_PER_SECOND)) return { connector: null, userErrors: [OUT_OF_RANGE] };
    await setRate(context, id, perSecond ?? null);
    return { connector: { id, kind }, userErrors: [] };
  }

  @Query(() => [IntegrationSettingChange], {
    description: 'Who changed settings of connectors and alerts, newest first (nhật ký cấu hình).',
  })
  integrationSettingChanges(
    @Ctx() { hub, viewer }: HubContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 100 at most.' }) first: number,
  ): Promise<IntegrationSettingChange[]> {
    requireRole(viewer, ['ADMINISTRATOR', 'OPERATOR', 'AUDITOR']);
    checkBatch('first', first, MOST_CHANGES);
    return readSettingChanges(hub.db, Math.max(0, first));
  }
}

const OUT_OF_RANGE = userError(
  'INVALID',
  {
    vi: `perSecond: cần một số lớn hơn 0, tối đa ${MOST_PER_SECOND}.`,
    en: `perSecond must be above 0 and at most ${MOST_PER_SECOND}.`,
  },
  ['perSecond'],
);

/** Settings that hold for the whole province are not a unit's administrator's. */
export function requireProvinceAdministrator({ viewer }: HubContext): void {
  requireRole(viewer, ['ADMINISTRATOR']);
  const bound = boundOf(viewer, 'ADMINISTRATOR');
  if (bound !== 'ALL' && !PROVINCE.test(bound ?? '')) throw forbidden();
}

async function setRate({ hub, viewer }: HubContext, id: string, perSecond: number | null): Promise<void> {
  await hub.db.transaction(async (sql) => {
    await sql.query(`INSERT INTO integration.connector (id) VALUES ($1) ON CONFLICT DO NOTHING`, [id]);
    const [before] = await sql.query<{ rate: number | null }>(
      `SELECT rate_per_second AS rate FROM integration.connector WHERE id = $1 FOR UPDATE`,
      [id],
    );
    await sql.query(`UPDATE integration.connector SET rate_per_second = $2 WHERE id = $1`, [id, perSecond]);
    const what = { actor: viewer.subject, setting: 'connector.ratePerSecond', target: id };
    await recordSettingChange(sql, { ...what, at: hub.clock.now(), from: before?.rate ?? null, to: perSecond });
  });
}
