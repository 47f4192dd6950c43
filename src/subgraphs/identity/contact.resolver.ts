import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badUserInput } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import { type HubContext, requireHub, requirePeer } from '../../platform/graphql/context.ts';
import { openPerson } from './citizen.record.ts';
import { loadCitizen } from './citizen.view.ts';
import { contactOf, readContacts, readTaxCodes } from './contact.read.ts';
import { ApplicantContact, ApplicantContactWanted } from './contact.type.ts';

const LARGEST_BATCH = 1_000;
/** `<subgraph>.<job>`, as jobs are named. */
const JOB = /^[a-z]+(\.[a-z-]+)+$/;

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
    const { cipher, grants } = context.hub;
    const grant = grants.verify(context.viewer, text);
    if (grant?.citizen === undefined || grant.person !== 'full') return null;
    const row = await loadCitizen(context, grant.citizen);
    if (row === null) return null;
    const taxCodes = await readTaxCodes(context.hub, grant.organization === undefined ? [] : [grant.organization]);
    return contactOf(openPerson(cipher, row.sealed), taxCodes.get(grant.organization ?? ''));
  }

  @Directive('@inaccessible')
  @Query(() => [ApplicantContact], {
    nullable: 'items',
    description:
      "The same for a job of the hub, which has no caller's token; every read is recorded with the job as who read. In the order of what is wanted, null: nobody is known by that id. At most 1,000 a call.",
  })
  applicantContacts(
    @Ctx() context: HubContext,
    @Arg('job', () => String, { description: 'Name of the job that asks.' }) job: string,
    @Arg('wanted', () => [ApplicantContactWanted], { description: 'The dossiers.' }) wanted: ApplicantContactWanted[],
  ): Promise<(ApplicantContact | null)[]> {
    requireHub(context);
    if (!JOB.test(job))
      throw badUserInput('job', { vi: 'job: cần tên tác vụ, ví dụ dossiers.x.', en: 'job: the name of a job, e.g. dossiers.x.' });
    checkBatch('wanted', wanted.length, LARGEST_BATCH);
    return readContacts(context.hub, job, wanted);
  }
}
