import { NOBODY, type Viewer } from '../../platform/auth/viewer.ts';
import { fromGlobalId } from '../../platform/ids.ts';
import { readRecorded } from '../../platform/pii/access-record.ts';
import type { Platform } from '../../platform/platform.ts';
import { openPerson, type Person } from './citizen.record.ts';
import type { ApplicantContact, ApplicantContactWanted } from './contact.type.ts';
import { openOrganization } from './organization.record.ts';

type Hub = Pick<Platform, 'db' | 'cipher'>;

/** What a contact tells of a person, by the names under which reads are recorded. */
const FIELDS = ['nationalId', 'identityDocument', 'technicalId', 'phone', 'email'];

/** The contacts of dossiers for a job, in their order. Each is recorded, by the statement that reads, as read by the job for the dossier. */
export async function readContacts(hub: Hub, job: string, wanted: readonly ApplicantContactWanted[]): Promise<(ApplicantContact | null)[]> {
  if (wanted.length === 0) return [];
  const asked = wanted.map(({ dossier, citizen, organization }) => ({
    dossier,
    citizen: fromGlobalId('citizen', citizen),
    organization: organization == null ? undefined : fromGlobalId('organization', organization),
  }));
  const keys = [...new Set(asked.flatMap(({ citizen }) => citizen ?? []))];
  const reads = asked.map(({ dossier, citizen }) => ({ citizenId: citizen, purpose: dossier, fields: FIELDS }));
  const actor: Viewer = { ...NOBODY, subject: `hub:${job}` };
  const select = 'SELECT id, sealed FROM identity.citizen WHERE id = ANY($8::uuid[])';
  const people = await readRecorded<{ id: string; sealed: Buffer }>(hub.db, actor, { select, keys, reads });
  const byId = new Map(people.map(({ id, sealed }) => [id, openPerson(hub.cipher, sealed)]));
  const taxCodes = await readTaxCodes(hub, [...new Set(asked.flatMap(({ organization }) => organization ?? []))]);
  return asked.map(({ citizen, organization }) => {
    const person = byId.get(citizen ?? '');
    return person === undefined ? null : contactOf(person, taxCodes.get(organization ?? ''));
  });
}

/** The tax codes of organizations by their row keys; without those that have none. */
export async function readTaxCodes(hub: Hub, organizations: readonly string[]): Promise<Map<string, string>> {
  if (organizations.length === 0) return new Map();
  const rows = await hub.db.query<{ id: string; sealed: Buffer }>(
    'SELECT id, sealed FROM identity.organization WHERE id = ANY($1::uuid[])',
    [organizations],
  );
  return new Map(
    rows.flatMap(({ id, sealed }): [string, string][] => {
      const { taxCode } = openOrganization(hub.cipher, sealed);
      return taxCode === null ? [] : [[id, taxCode]];
    }),
  );
}

/** A person as an outside system is told of them. */
export function contactOf(person: Person, taxCode: string | undefined): ApplicantContact {
  const paper = person.identityDocument;
  return {
    nationalId: person.nationalId,
    oldId: paper?.kind === 'OLD_ID' ? paper.number : null,
    otherId: paper == null || paper.kind === 'OLD_ID' ? null : paper.number,
    technicalId: person.technicalId,
    phone: person.phone,
    email: person.email,
    taxCode: taxCode ?? null,
  };
}
