import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { selectedFields } from '../../platform/graphql/selection.ts';
import { kindOf } from './connector.service.ts';
import { Connector } from './connector.type.ts';
import { AdministrativeUnitStub, DossierStub } from './stubs.type.ts';
import { MENDERS, READERS, requireRole } from './synchronization.access.ts';
import { SynchronizationNotes } from './synchronization.notes.ts';
import { listSynchronizations, type SynchronizationView, synchronizationsOf } from './synchronization.read.ts';
import { retrySynchronizations } from './synchronization.retry.ts';
import {
  RetrySynchronizationsPayload,
  Synchronization,
  SynchronizationConnection,
  SynchronizationsArguments,
} from './synchronization.type.ts';

@Resolver(() => Synchronization)
export class SynchronizationResolver {
  @Query(() => SynchronizationConnection, { description: 'Synchronizations that you may see, newest first (các lượt đồng bộ).' })
  synchronizations(
    @Ctx() context: HubContext,
    @Args(() => SynchronizationsArguments) wanted: SynchronizationsArguments,
  ): Promise<SynchronizationConnection> {
    requireRole(context.viewer, READERS);
    return listSynchronizations(context, wanted);
  }

  @Mutation(() => RetrySynchronizationsPayload, {
    description: 'Sends again what was refused or waits: single ones, all of a connector, or all of one cause (gửi lại).',
  })
  retrySynchronizations(
    @Ctx() context: HubContext,
    @Arg('ids', () => [ID], { nullable: true, description: 'These synchronizations, 1000 at most.' }) ids?: string[] | null,
    @Arg('connector', () => ID, { nullable: true, description: 'To this connector alone.' }) connector?: string | null,
    @Arg('errorCode', () => String, { nullable: true, description: 'With this cause alone (mã lỗi).' }) errorCode?: string | null,
  ): Promise<RetrySynchronizationsPayload> {
    requireRole(context.viewer, MENDERS);
    return retrySynchronizations(context, { ids, connector, errorCode });
  }

  @FieldResolver(() => Connector, { description: 'The outside system that is told (hệ thống nhận).' })
  connector(@Ctx() { hub }: HubContext, @Root() { connectorId }: SynchronizationView): Connector {
    return { id: connectorId, kind: kindOf(hub, connectorId) };
  }

  @FieldResolver(() => DossierStub, { nullable: true, description: 'The dossier, as far as you may see it (hồ sơ).' })
  dossier(@Root() { dossierId }: SynchronizationView): Partial<DossierStub> | null {
    return dossierId === null ? null : { id: dossierId };
  }

  @FieldResolver(() => AdministrativeUnitStub, { nullable: true, description: 'The unit that handles it (đơn vị).' })
  unit(@Root() { unitCode }: SynchronizationView): AdministrativeUnitStub | null {
    return unitCode === null ? null : { code: unitCode };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The upstream's reason, personal data masked: for OPERATOR and UNIT_LEADER alone.",
  })
  lastError(@Root() { lastError }: SynchronizationView): string | null {
    return lastError;
  }

  @FieldResolver(() => SynchronizationNotes, {
    nullable: true,
    description:
      'What is to be known of it beyond that it arrived, for OPERATOR and UNIT_LEADER alone; null: nothing, or not yours to see (ghi chú khi gửi).',
  })
  notes(@Root() { notes }: SynchronizationView): SynchronizationNotes | null {
    return notes;
  }
}

@Resolver(() => SynchronizationConnection)
export class SynchronizationConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all pages.' })
  totalCount(@Root() { totalCount }: { totalCount: () => Promise<number> }): Promise<number> {
    return totalCount();
  }
}

@Resolver(() => DossierStub)
export class DossierSynchronizationsResolver {
  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => [Synchronization], {
    nullable: true,
    description: 'What outside systems are told of it, in order (các lượt đồng bộ).',
  })
  async synchronizations(
    @Ctx() context: HubContext,
    @Root() { grant: text }: DossierStub,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Synchronization[] | null> {
    const grant = text == null ? undefined : context.hub.grants.verify(context.viewer, text);
    if (grant === undefined || !grant.aspects.has('synchronizations')) return null;
    return synchronizationsOf(context, { id: grant.subject, reasons: grant.aspects.has('reasons'), selected: selectedFields(info) });
  }
}
