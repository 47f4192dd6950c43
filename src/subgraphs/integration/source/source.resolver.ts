import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { notFound } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { Connector } from '../connector.type.ts';
import { AdministrativeUnitStub } from '../stubs.type.ts';
import { requireRole } from '../synchronization.access.ts';
import { replayChanges } from './change.replay.ts';
import { connectorOf } from './source.connector.ts';
import { findSource, type SourceRow } from './source.registry.ts';
import { covers, DEFAULT_HOURS, disableSource, registerSource, replaceSecret, type SourceChanged } from './source.service.ts';
import { RegisterSourceInput, ReplayPayload, Source, SourcePayload } from './source.type.ts';

/** A source as its resolver is given it. */
type SourceView = Source & { unitCode: string };

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => [Source], { description: 'The commune systems that you may see, by name (các hệ thống nguồn).' })
  async sources(
    @Ctx() context: HubContext,
    @Arg('unit', () => ID, { nullable: true, description: 'Those of this unit alone (mã đơn vị).' }) unit?: string | null,
  ): Promise<Source[]> {
    requireRole(context.viewer, ['ADMINISTRATOR', 'OPERATOR', 'AUDITOR']);
    const rows = await context.hub.db.query<SourceRow>(
      'SELECT * FROM integration.source WHERE $1::text IS NULL OR unit = $1 ORDER BY name',
      [unit ?? null],
    );
    return rows.filter((row) => covers(context, row.unit)).map(toView);
  }

  @Mutation(() => SourcePayload, {
    description:
      'Registers a commune system, or changes and enables the one of that name (đăng ký hệ thống nguồn). By an administrator of its unit or the province.',
  })
  async registerSource(
    @Ctx() context: HubContext,
    @Arg('input', () => RegisterSourceInput, { description: 'The system.' }) input: RegisterSourceInput,
  ): Promise<SourcePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return toPayload(await registerSource(context, input));
  }

  @Mutation(() => SourcePayload, {
    description:
      'Gives a commune system a new secret for its webhooks; both are valid for a while (thay khóa bí mật). By an administrator.',
  })
  async replaceSourceSecret(
    @Ctx() context: HubContext,
    @Arg('name', () => String, { description: 'The system.' }) name: string,
    @Arg('keepPreviousHours', () => Int, {
      defaultValue: DEFAULT_HOURS,
      description: 'For how many hours webhooks are signed with the secret before it too; 0: it is known to others and ends at once.',
    })
    keepPreviousHours: number,
  ): Promise<SourcePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return toPayload(await replaceSecret(context, name, keepPreviousHours));
  }

  @Mutation(() => SourcePayload, {
    description: 'Calls a commune system no more; what the hub learns waits for it (ngừng gọi hệ thống nguồn). By an administrator.',
  })
  async disableSource(
    @Ctx() context: HubContext,
    @Arg('name', () => String, { description: 'The system.' }) name: string,
  ): Promise<SourcePayload> {
    requireRole(context.viewer, ['ADMINISTRATOR']);
    return toPayload(await disableSource(context, name));
  }

  @Mutation(() => ReplayPayload, {
    description: 'Sends a commune system once more what the hub learned from an instant on, in order (gửi lại thay đổi).',
  })
  async replaySourceChanges(
    @Ctx() context: HubContext,
    @Arg('source', () => String, { description: 'The system.' }) source: string,
    @Arg('from', () => Date, { description: 'From this instant on.' }) from: Date,
  ): Promise<ReplayPayload> {
    requireRole(context.viewer, ['OPERATOR', 'ADMINISTRATOR']);
    const row = await findSource(context.hub.db, source);
    if (row === undefined || !covers(context, row.unit)) return { replayed: 0, userErrors: [notFound('source')] };
    return replayChanges(context, source, from);
  }

  @FieldResolver(() => AdministrativeUnitStub, { description: 'The unit whose system it is (đơn vị).' })
  unit(@Root() { unitCode }: SourceView): AdministrativeUnitStub {
    return { code: unitCode };
  }

  @FieldResolver(() => Connector, { description: 'The connector under which deliveries to it stand (kết nối).' })
  connector(@Root() { name }: SourceView): Connector {
    return { id: connectorOf(name), kind: 'COMMUNE' };
  }
}

function toView(row: SourceRow): SourceView {
  const { name, mode, url, active } = row;
  return {
    ...{ name, mode, url, active, unitCode: row.unit, previousSecretUntil: row.previous_until },
    ...{ createdAt: row.created_at, createdBy: row.created_by, changedAt: row.changed_at, changedBy: row.changed_by },
  };
}

function toPayload({ row, secret, errors }: SourceChanged): SourcePayload {
  return { source: row === undefined ? null : toView(row), secret: secret ?? null, userErrors: errors };
}
