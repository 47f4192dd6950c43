import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId } from '../../../platform/ids.ts';
import type { Registered } from './apply.ts';
import type { DossierIngestInput } from './ingest.input.ts';

interface Answer {
  registerApplicants: { key: string; citizen: string; organization: string | null; identified: boolean }[];
}

const REGISTER = `mutation ($input: [ApplicantRegistrationInput!]!) {
  registerApplicants(input: $input) { key citizen organization identified }
}`;

/** Registers the people of dossiers that will go in, with one call to identity; by the place of the dossier in the batch. */
export async function registerPeople(
  context: HubContext,
  fresh: readonly { at: number; input: DossierIngestInput }[],
): Promise<Map<number, Registered>> {
  if (fresh.length === 0) return new Map();
  const { registerApplicants: people } = await context.peers.ask<Answer>('identity', REGISTER, {
    input: fresh.map(({ at, input }) => ({
      key: String(at),
      sourceSystem: input.sourceSystem,
      dossierCode: input.code,
      version: input.sourceVersion,
      applicant: input.applicant,
      organization:
        input.owner == null || input.owner.kind === 'CITIZEN'
          ? null
          : { kind: input.owner.kind, name: input.owner.name, taxCode: input.owner.taxCode ?? null },
    })),
  });
  const inputs = new Map(fresh.map(({ at, input }) => [String(at), input]));
  return new Map(
    people.map((person): [number, Registered] => {
      const nationalId = inputs.get(person.key)?.applicant.nationalId;
      return [
        Number(person.key),
        {
          citizenId: fromGlobalId('citizen', person.citizen),
          organizationId: person.organization === null ? undefined : fromGlobalId('organization', person.organization),
          identified: person.identified,
          applicantIndex: nationalId == null ? undefined : context.hub.cipher.blindIndex('nationalId', nationalId),
        },
      ];
    }),
  );
}
