import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { type HubContext, requirePeer } from '../../platform/graphql/context.ts';
import { openPerson } from './citizen.record.ts';
import { loadCitizen } from './citizen.view.ts';
import { openOrganization } from './organization.record.ts';

@Directive('@inaccessible')
@ObjectType({ description: "What an outside system is told of a dossier's applicant and organization (thông tin liên hệ)." })
export class ApplicantContact {
  @Field(() => String, { nullable: true, description: 'Personal identification number (số định danh cá nhân).' })
  nationalId!: string | null;

  @Field(() => String, { nullable: true, description: 'The former 9-digit number (số CMND).' })
  oldId!: string | null;

  @Field(() => String, { nullable: true, description: 'Key at the identity provider (TechID).' })
  technicalId!: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number (số điện thoại).' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address (thư điện tử).' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: "The organization's tax code (mã số thuế)." })
  taxCode!: string | null;
}

@Resolver()
export class ContactResolver {
  @Directive('@inaccessible')
  @Query(() => ApplicantContact, {
    nullable: true,
    description: 'For dossiers alone, which tells it to nobody but the outside systems; null where the grant names nobody.',
  })
  async applicantContact(
    @Ctx() context: HubContext,
    @Arg('grant', () => String, { description: 'What the owner of the dossier signed for this caller.' }) text: string,
  ): Promise<ApplicantContact | null> {
    requirePeer(context);
    const grant = context.hub.grants.verify(context.viewer, text);
    if (grant?.citizen === undefined || grant.person !== 'full') return null;
    const row = await loadCitizen(context, grant.citizen);
    if (row === null) return null;
    const person = openPerson(context.hub.cipher, row.sealed);
    return {
      nationalId: person.nationalId,
      oldId: person.identityDocument?.kind === 'OLD_ID' ? person.identityDocument.number : null,
      technicalId: person.technicalId,
      phone: person.phone,
      email: person.email,
      taxCode: await taxCodeOf(context, grant.organization),
    };
  }
}

async function taxCodeOf({ hub }: HubContext, organization: string | undefined): Promise<string | null> {
  if (organization === undefined) return null;
  const [row] = await hub.db.query<{ sealed: Buffer }>('SELECT sealed FROM identity.organization WHERE id = $1', [organization]);
  return row === undefined ? null : openOrganization(hub.cipher, row.sealed).taxCode;
}
