import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Role } from '../../../platform/auth/viewer.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { UserError } from '../../../platform/graphql/shared-types.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { isOwn, requireRole } from '../dossier.access.ts';
import { findDossier } from '../dossier.read.ts';
import { rateOwnDossier } from '../rating.service.ts';
import { DossierPayload, MoveDossierInput, SubmitDossierInput } from './change.type.ts';
import { type Changed, moveDossier } from './move.service.ts';
import { submitDossier } from './submit.service.ts';
import { voidDossier } from './void.service.ts';

/** Who files a dossier or moves one: the applicant and the units that handle it. */
const FILERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER'];
/** What a person says of a desk, not a book. */
const LONGEST_COMMENT = 2_000;

const refused = (error: UserErrorValue): DossierPayload => ({ dossier: null, userErrors: [error as UserError] });

const answer = async (context: HubContext, changed: Changed): Promise<DossierPayload> =>
  'errors' in changed
    ? { dossier: null, userErrors: changed.errors as UserError[] }
    : { dossier: await findDossier(context, 'id', changed.id), userErrors: [] };

@Resolver()
export class ChangeResolver {
  @Mutation(() => DossierPayload, {
    description:
      'Files a dossier (nộp hồ sơ): online by the applicant, at the desk or by post through the receiving unit, which accepts it at once. It gets its code and the published fees of its procedure.',
  })
  async submitDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => SubmitDossierInput, { description: 'The dossier.' }) input: SubmitDossierInput,
  ): Promise<DossierPayload> {
    requireRole(context.viewer, FILERS);
    return answer(context, await submitDossier(context, input));
  }

  @Mutation(() => DossierPayload, {
    description:
      'Moves a dossier to another state (chuyển trạng thái), by the state machine; in the same state with a reason and a new due date: re-dated, once, with an apology (hẹn lại ngày trả).',
  })
  async moveDossier(
    @Ctx() context: HubContext,
    @Arg('input', () => MoveDossierInput, { description: 'The move.' }) input: MoveDossierInput,
  ): Promise<DossierPayload> {
    requireRole(context.viewer, FILERS);
    return answer(context, await moveDossier(context, input));
  }

  @Mutation(() => DossierPayload, {
    description:
      'A leader of one of its units voids a wrongly keyed dossier (hủy hồ sơ nhập sai): it leaves worklists and figures, stays in the trail, and is closed at the portal.',
  })
  async voidDossier(
    @Ctx() context: HubContext,
    @Arg('dossier', () => ID, { description: 'The dossier.' }) dossier: string,
    @Arg('reason', () => String, { description: 'Why it is void (lý do hủy).' }) reason: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version that the caller saw; another one: VERSION_CONFLICT.' })
    expectedVersion?: number | null,
  ): Promise<DossierPayload> {
    requireRole(context.viewer, ['UNIT_LEADER']);
    return answer(context, await voidDossier(context, { dossier, reason, expectedVersion: expectedVersion ?? undefined }));
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
