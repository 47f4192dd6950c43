import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Directive, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Grant } from '../../platform/auth/grant.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { selectedFields } from '../../platform/graphql/selection.ts';
import { Citizen } from './citizen.type.ts';
import { seeCitizen } from './citizen.view.ts';
import { Organization } from './organization.type.ts';
import { seeOrganization } from './organization.view.ts';
import { DossierStub, PaymentStub } from './stubs.type.ts';

@Resolver(() => DossierStub)
export class DossierPeopleResolver {
  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => Citizen, { nullable: true, description: 'Who files (người nộp).' })
  async applicant(@Ctx() context: HubContext, @Root() dossier: DossierStub, @Info() info: GraphQLResolveInfo): Promise<Citizen | null> {
    return citizenOf(context, grantOf(context, dossier), info);
  }

  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The organization whose matter it is (tổ chức); null where it is a person.',
  })
  async organization(
    @Ctx() context: HubContext,
    @Root() dossier: DossierStub,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organization | null> {
    const grant = grantOf(context, dossier);
    return grant === undefined ? null : seeOrganization(context, grant, selectedFields(info));
  }
}

@Resolver(() => PaymentStub)
export class PaymentPeopleResolver {
  @Directive('@requires(fields: "grant")')
  @FieldResolver(() => Citizen, { nullable: true, description: 'Who pays (người nộp tiền): the applicant of the dossier.' })
  async payer(@Ctx() context: HubContext, @Root() payment: PaymentStub, @Info() info: GraphQLResolveInfo): Promise<Citizen | null> {
    return citizenOf(context, grantOf(context, payment), info);
  }
}

function grantOf(context: HubContext, { grant }: { grant?: string | null }): Grant | undefined {
  return grant == null ? undefined : context.hub.grants.verify(context.viewer, grant);
}

async function citizenOf(context: HubContext, grant: Grant | undefined, info: GraphQLResolveInfo): Promise<Citizen | null> {
  if (grant?.citizen === undefined) return null;
  return seeCitizen(context, { citizenId: grant.citizen, level: grant.person, purpose: grant.code, selected: selectedFields(info) });
}
