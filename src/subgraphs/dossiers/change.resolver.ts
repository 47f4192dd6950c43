import { Arg, Ctx, ID, Int, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import { hasRole, type Role } from '../../platform/auth/viewer.ts';
import { forbidden, HubError, notAvailable, notFound, type UserErrorValue, unauthenticated, userError } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { UserError } from '../../platform/graphql/shared-types.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { DossierPayload, MoveDossierInput, SubmitDossierInput } from './change.type.ts';
import { findDossier } from './dossier.read.ts';
import { Dossier } from './dossier.type.ts';
import { rateOwnDossier } from './rating.service.ts';

function requireRole(context: HubContext, ...roles: Role[]): void {
  if (context.viewer.roles.length === 0) throw unauthenticated();
  if (!hasRole(context.viewer, ...roles)) throw forbidden();
}

const refused = (error: UserErrorValue): DossierPayload => ({ dossier: null, userErrors: [error as UserError] });

@Resolver()
export class ChangeResolver {
  @Mutation(() => DossierPayload, { description: 'Files a dossier (nộp hồ sơ).' })
  submitDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => SubmitDossierInput, { description: 'The dossier.' }) _input: SubmitDossierInput,
  ): DossierPayload {
    requireRole(context, 'CITIZEN', 'OFFICER');
    return refused(notAvailable());
  }

  @Mutation(() => DossierPayload, { description: 'Moves a dossier to another state (chuyển trạng thái).' })
  moveDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => MoveDossierInput, { description: 'The move.' }) _input: MoveDossierInput,
  ): DossierPayload {
    requireRole(context, 'CITIZEN', 'OFFICER');
    return refused(notAvailable());
  }

  @Mutation(() => DossierPayload, { description: 'The applicant says how satisfied they are (đánh giá).' })
  async rateDossier(
    @Ctx() context: HubContext,
    @Arg('dossier', () => ID, { description: 'The dossier.' }) id: string,
    @Arg('rating', () => Int, { description: '1 … 5.' }) rating: number,
    @Arg('comment', () => String, { nullable: true, description: 'In their own words.' }) _comment?: string | null,
  ): Promise<DossierPayload> {
    requireRole(context, 'CITIZEN');
    const uuid = fromGlobalId('dossier', id);
    const seen = uuid === undefined ? null : await findDossier(context, 'id', uuid);
    if (uuid === undefined || seen === null) return refused(notFound('dossier'));
    if (rating < 1 || rating > 5) {
      return refused(userError('INVALID', { vi: 'Đánh giá phải từ 1 đến 5.', en: 'A rating is from 1 to 5.' }, ['rating']));
    }
    return { dossier: await rateOwnDossier(context, uuid, rating), userErrors: [] };
  }

  @Subscription(() => Dossier, {
    description: 'A dossier that you may see has changed. Not available yet.',
    subscribe: () => {
      throw new HubError('UPSTREAM_UNAVAILABLE', notAvailable().text, { reason: 'NOT_AVAILABLE' });
    },
  })
  dossierChanged(
    @Root() dossier: Dossier,
    @Arg('unit', () => ID, { nullable: true, description: 'Of this unit.' }) _unit?: string | null,
    @Arg('dossier', () => ID, { nullable: true, description: 'This one.' }) _dossier?: string | null,
  ): Dossier {
    return dossier;
  }
}
