import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { hasRole } from '../../platform/auth/viewer.ts';
import { forbidden, notAvailable, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { NationalIdScalar } from '../../platform/graphql/scalars.ts';
import { selectedFields } from '../../platform/graphql/selection.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { checkPurpose } from '../../platform/pii/purpose.ts';
import { accessLogOf } from './access-log.service.ts';
import { lookUpCitizen } from './citizen.lookup.ts';
import { AccessLogConnection, Citizen, CitizenPayload } from './citizen.type.ts';

@ArgsType()
class AccessLogArguments {
  @Field(() => Int, { nullable: true, description: 'The first so many, 0 … 100; neither first nor last: the first 20.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'The last so many, 0 … 100.' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  before?: string | null;
}

@Resolver(() => Citizen)
export class CitizenResolver {
  @Query(() => Citizen, {
    nullable: true,
    description:
      'One citizen by exactly one of id and nationalId, for a purpose that is recorded (tra cứu công dân); null: unknown, or not yours to see.',
  })
  citizen(
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('purpose', () => String, { description: 'What the look-up is for (mục đích tra cứu); never empty.' }) purpose: string,
    @Arg('id', () => ID, { nullable: true, description: 'The citizen.' }) id?: string | null,
    @Arg('nationalId', () => NationalIdScalar, { nullable: true, description: 'Personal identification number (số định danh cá nhân).' })
    nationalId?: string | null,
  ): Promise<Citizen | null> {
    return lookUpCitizen(context, { id, nationalId, purpose, selected: selectedFields(info) });
  }

  @Mutation(() => CitizenPayload, {
    description: 'Has name, birth date and number confirmed by the identity services (xác thực công dân).',
  })
  verifyCitizen(
    @Ctx() { viewer }: HubContext,
    @Arg('citizen', () => ID, { description: 'The citizen.' }) _citizen: string,
    @Arg('purpose', () => String, { description: 'What it is for (mục đích); never empty.' }) purpose: string,
  ): CitizenPayload {
    if (viewer.token === undefined) throw unauthenticated();
    if (!hasRole(viewer, 'CITIZEN', 'OFFICER', 'UNIT_LEADER')) throw forbidden();
    checkPurpose(purpose);
    return { citizen: null, userErrors: [notAvailable()] };
  }

  @FieldResolver(() => AccessLogConnection, {
    nullable: true,
    description: 'Who read their data, newest first (nhật ký truy cập): for the citizen themself and for auditors.',
  })
  async accessLog(
    @Ctx() context: HubContext,
    @Root() citizen: Citizen,
    @Args(() => AccessLogArguments) page: AccessLogArguments,
  ): Promise<AccessLogConnection | null> {
    if (!citizen.own && !hasRole(context.viewer, 'AUDITOR', 'BREAK_GLASS')) return null;
    const { edges, pageInfo, totalCount } = await accessLogOf(context, citizen.rowKey, page);
    const shown = edges.map(({ cursor, node }) => ({ cursor, node: { ...node, id: toGlobalId('accessRecord', node.id) } }));
    return { edges: shown, nodes: shown.map((edge) => edge.node), pageInfo, count: totalCount };
  }
}

@Resolver(() => AccessLogConnection)
export class AccessLogConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are in all; counted only when asked for.' })
  totalCount(@Root() connection: AccessLogConnection): Promise<number> {
    return connection.count();
  }
}
