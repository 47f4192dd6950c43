import { fromGlobalId } from '../../src/platform/ids.ts';
import { type IdentityHub, viewer } from '../support/identity.ts';

/** Two invented people and the organizations of their dossiers. */
export const PERSON = { nationalId: '096885123456', fullName: 'Nguyễn Văn An', dateOfBirth: '1985-02-03' };
export const OTHER = { nationalId: '096990654321', fullName: 'Trần Thị Bình' };

export const officer = viewer('OFFICER', { unit: '32248' });
export const auditor = viewer('AUDITOR');
export const own = viewer('CITIZEN', { nationalId: PERSON.nationalId });
export const stranger = viewer('CITIZEN', { nationalId: OTHER.nationalId });
export const breakGlass = viewer('BREAK_GLASS');

const REGISTER = 'mutation ($input: [ApplicantRegistrationInput!]!) { registerApplicants(input: $input) { citizen organization } }';

/** Registers them. `citizen` is PERSON's id, the others are row keys. */
export async function registerPeople(hub: IdentityHub) {
  const item = (dossierCode: string, applicant: object, organization: object) => ({
    key: dossierCode,
    sourceSystem: 's',
    dossierCode,
    version: 1,
    applicant,
    organization,
  });
  const input = [
    item('d1', PERSON, { name: 'Hộ kinh doanh Thử', kind: 'OTHER_ORGANIZATION', taxCode: PERSON.nationalId }),
    item('d2', OTHER, { name: 'Công ty Thử', kind: 'ENTERPRISE', taxCode: '9900000000' }),
  ];
  const { data } = await hub.run(viewer('SYSTEM', { source: 's' }), REGISTER, { input });
  const [first, second] = data.registerApplicants;
  const citizen = first?.citizen ?? '';
  return {
    citizen,
    citizenKey: fromGlobalId('citizen', citizen) ?? '',
    household: fromGlobalId('organization', first?.organization ?? '') ?? '',
    company: fromGlobalId('organization', second?.organization ?? '') ?? '',
  };
}

interface RecordedRead {
  actor: string;
  citizen_id: string | null;
  purpose: string;
  fields: string[];
}

/** All recorded reads, the oldest first. */
export function recordedReads(hub: IdentityHub): Promise<RecordedRead[]> {
  return hub.platform.db.query<RecordedRead>('SELECT actor, citizen_id, purpose, fields FROM outbox.personal_data_read ORDER BY at, id');
}
