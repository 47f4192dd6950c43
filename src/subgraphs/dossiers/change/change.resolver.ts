import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Role } from '../../../platform/auth/viewer.ts';
import { notAvailable, notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { isOwn, requireRole } from '../dossier.access.ts';
import { findDossier } from '../dossier.read.ts';
import { rateOwnDossier } from '../rating.service.ts';
import { DossierPayload, MoveDossierInput, SubmitDossierInput } from './change.type.ts';

/** Who files a dossier or moves one: the applicant and the units that handle it. */
const FILERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER'];
/** What a person says of a desk, not a book. */
const LONGEST_COMMENT = 2_000;

const refused = (error: UserErrorValue): DossierPayload => ({ dossier: null, userErrors: [error as UserError] });

@Resolver()
export class ChangeResolver {
  @Mutation(() => DossierPayload, { description: 'Files a dossier (nộp hồ sơ).' })
  submitDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => SubmitDossierInput, { description: 'The dossier.' }) _input: SubmitDossierInput,
  ): DossierPayload {
    requireRole(context.viewer, FILERS);
    return refused(notAvailable());
  }

  @Mutation(() => DossierPayload, { description: 'Moves a dossier to another state (chuyển trạng thái).' })
  moveDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => MoveDossierInput, { description: 'The move.' }) _input: MoveDossierInput,
  ): DossierPayload {
    requireRole(context.viewer, FILERS);
    return refused(notAvailable());
  }

  @Mutation(() => DossierPayload, { description: 'The applicant says how satisfied they are (đánh giá).' })
  async rateDossier(
    @Ctx() context: HubContext,
    @Arg('dossier', () => ID, { description: 'The dossier.' }) id: string,
    @Arg('rating', () => Int, { description: '1 … 5.' }) rating: number,
    @Arg('comment', () => String, { nullable: true, description: 'In their own words; kept encrypted.' }) comment?: string | null,
  ): Promise<DossierPayload> {
    requireRole(context.viewer, ['CITIZEN']);
    const uuid = fromGlobalId('dossier', id);
    const seen = uuid === undefined ? null : await findDossier(context, 'id', uuid);
    // Who sees it in another role is not its applicant.
    if (uuid === undefined || seen === null || !isOwn(context, seen.row)) return refused(notFound('dossier'));
    if (rating < 1 || rating > 5) {
      return refused(userError('INVALID', { vi: 'Đánh giá phải từ 1 đến 5.', en: 'A rating is from 1 to 5.' }, ['rating']));
    }
    const words = comment?.normalize('NFC').trim() ?? '';
    if (words.length > LONGEST_COMMENT) {
      const text = { vi: `Ý kiến dài quá ${LONGEST_COMMENT} ký tự.`, en: `The comment is longer than ${LONGEST_COMMENT} characters.` };
      return refused(userError('INVALID', text, ['comment']));
    }
    return { dossier: await rateOwnDossier(context, uuid, { rating, comment: words === '' ? undefined : words }), userErrors: [] };
  }
}
