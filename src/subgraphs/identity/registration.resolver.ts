import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { hasRole, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../platform/errors.ts';
import { checkBatch } from '../../platform/graphql/connection.ts';
import { type HubContext, requirePeer } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import type { Trust } from './citizen.registry.ts';
import { registerAll } from './registration.service.ts';
import { type Registration, toOrganization, toPerson } from './registration.ts';
import { ApplicantRegistrationInput, RegisteredApplicant } from './registration.type.ts';

const LARGEST_BATCH = 1_000;

@Resolver()
export class RegistrationResolver {
  @Directive('@inaccessible')
  @Mutation(() => [RegisteredApplicant], {
    description:
      'Makes the applicants of dossiers known, or finds them by a number; in the order of the input. Repeating it changes nothing. At most 1,000 a call.',
  })
  async registerApplicants(
    @Ctx() context: HubContext,
    @Arg('input', () => [ApplicantRegistrationInput], { description: 'One for each dossier.' }) input: ApplicantRegistrationInput[],
  ): Promise<RegisteredApplicant[]> {
    requirePeer(context);
    const trust = trustIn(context.viewer, input);
    checkBatch('input', input.length, LARGEST_BATCH);
    const registered = await registerAll(context.hub, input.map(toRegistration), trust);
    return registered.map(({ citizenId, organizationId, identified }, at) => ({
      key: input[at]?.key ?? '',
      citizen: toGlobalId('citizen', citizenId),
      organization: organizationId === null ? null : toGlobalId('organization', organizationId),
      identified,
    }));
  }
}

/** A source speaks for itself alone, and a citizen of nobody but themselves. Throws FORBIDDEN for all else. */
function trustIn(viewer: Viewer, input: readonly ApplicantRegistrationInput[]): Trust {
  if (viewer.token === undefined) throw unauthenticated();
  if (hasRole(viewer, 'OFFICER', 'UNIT_LEADER')) return 'OFFICIAL';
  if (hasRole(viewer, 'SYSTEM') && viewer.source !== undefined && input.every((item) => item.sourceSystem === viewer.source))
    return 'OFFICIAL';
  const own = (item: ApplicantRegistrationInput) => item.applicant.nationalId != null && item.applicant.nationalId === viewer.nationalId;
  if (hasRole(viewer, 'CITIZEN') && input.every(own)) return 'OWN';
  throw forbidden();
}

function toRegistration(item: ApplicantRegistrationInput): Registration {
  return {
    writer: { source: item.sourceSystem, dossier: item.dossierCode, version: item.version },
    person: toPerson(item.applicant),
    organization: item.organization == null ? undefined : toOrganization(item.organization),
  };
}
