import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { hasRole } from '../../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../../platform/errors.ts';
import { checkBatch } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import { checkPurpose } from '../../../platform/pii/purpose.ts';
import { PersonalPapersPayload } from './paper.type.ts';
import { findPersonalPapers } from './papers.service.ts';

const MOST_RESULTS = 50;

@Resolver()
export class PersonalPaperResolver {
  @Query(() => PersonalPapersPayload, {
    description:
      "What the national store has of a dossier's owner, for OFFICER and UNIT_LEADER of its units and for who filed it: a paper that the state has is asked of nobody again (khai thác kho dữ liệu cá nhân, tổ chức). One that is used goes with the dossier as a document with `fromPersonalStore` and its result's code.",
  })
  personalPapers(
    @Ctx() context: HubContext,
    @Arg('dossier', () => ID, { description: 'The dossier that they are for (hồ sơ).' }) dossier: string,
    @Arg('purpose', () => String, { description: 'What the look-up is for (mục đích tra cứu); never empty.' }) purpose: string,
    @Arg('results', () => [ID], {
      nullable: true,
      description:
        "Codes of results (mã kết quả), 50 at most; left out: those that may stand in for a component of the dossier's procedure.",
    })
    results?: string[] | null,
  ): Promise<PersonalPapersPayload> {
    const { viewer } = context;
    if (viewer.token === undefined) throw unauthenticated();
    if (!hasRole(viewer, 'CITIZEN', 'OFFICER', 'UNIT_LEADER')) throw forbidden();
    checkBatch('results', results?.length ?? 1, MOST_RESULTS);
    const stated = checkPurpose(purpose);
    return findPersonalPapers(context, { dossier: fromGlobalId('dossier', dossier), purpose: stated, results: results ?? undefined });
  }
}
