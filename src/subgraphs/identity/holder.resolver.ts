import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { normalizeTaxCode } from '../../platform/domain/tax-code.ts';
import { type HubContext, requireHub, requirePeer } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { documentIndexes } from './citizen.record.ts';
import { taxCodeIndex } from './organization.record.ts';

@Directive('@inaccessible')
@ObjectType({ description: 'Whose number it is.' })
export class NumberHolders {
  @Field(() => [ID], { description: 'Citizens.' })
  citizens!: string[];

  @Field(() => [ID], { description: 'Organizations.' })
  organizations!: string[];
}

@Resolver()
export class HolderResolver {
  @Directive('@inaccessible')
  @Query(() => NumberHolders, {
    description:
      'For dossiers alone, which shows nobody more for it: who has a paper of that number, or that tax code (giấy tờ khác, mã số thuế).',
  })
  async numberHolders(
    @Ctx() context: HubContext,
    @Arg('number', () => String, { description: 'As it was typed.' }) number: string,
  ): Promise<NumberHolders> {
    if (context.viewer.token === undefined) requireHub(context);
    else requirePeer(context);
    const { db, cipher } = context.hub;
    const spellings = [...new Set([number, number.toUpperCase(), number.toLowerCase()])];
    const [citizens, organizations] = await Promise.all([
      db.query<{ id: string }>('SELECT id FROM identity.citizen WHERE identity_document_index = ANY($1::bytea[])', [
        spellings.flatMap((spelling) => documentIndexes(cipher, spelling)),
      ]),
      db.query<{ id: string }>('SELECT id FROM identity.organization WHERE tax_code_index = ANY($1::bytea[])', [
        [taxCodeIndex(cipher, normalizeTaxCode(number))],
      ]),
    ]);
    return {
      citizens: citizens.map(({ id }) => toGlobalId('citizen', id)),
      organizations: organizations.map(({ id }) => toGlobalId('organization', id)),
    };
  }
}
