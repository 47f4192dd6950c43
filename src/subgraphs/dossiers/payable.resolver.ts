import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { type HubContext, requireHub } from '../../platform/graphql/context.ts';
import { findPayable } from './dossier.read.ts';
import { Dossier } from './dossier.type.ts';

@Resolver()
export class PayableDossierResolver {
  @Directive('@inaccessible')
  @Query(() => Dossier, {
    nullable: true,
    description: 'For payments alone, when a gateway asks by itself what is to be paid: its fees and where it is, nothing of any person.',
  })
  payableDossier(
    @Ctx() context: HubContext,
    @Arg('code', () => String, { description: "The dossier's code, or the national portal's for it (mã hồ sơ)." }) code: string,
  ): Promise<Dossier | null> {
    requireHub(context);
    return findPayable(context, code);
  }
}
