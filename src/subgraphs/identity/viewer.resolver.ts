import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { HubContext } from '../../platform/graphql/context.ts';
import { Citizen } from './citizen.type.ts';
import { ownCitizen } from './citizen.view.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who asks; null without a token.' })
  viewer(@Ctx() { viewer }: HubContext): ViewerType | null {
    if (viewer.token === undefined) return null;
    return { subject: viewer.subject, roles: [...viewer.roles], unit: viewer.unit === undefined ? null : { code: viewer.unit } };
  }

  @FieldResolver(() => Citizen, {
    nullable: true,
    description: 'The holder as a citizen, where the hub knows them by the number in the token.',
  })
  citizen(@Ctx() context: HubContext): Promise<Citizen | null> {
    return ownCitizen(context);
  }
}
