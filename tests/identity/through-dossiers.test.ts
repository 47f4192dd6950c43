import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import type { ApplicantInput, DossierIngestInput } from '../../schema/generated/graphql.ts';
import { sweepUnconfirmed } from '../../src/subgraphs/identity/citizen.jobs.ts';
import { OWN_ACCESS_LOG } from '../support/documents.identity.ts';
import { INGEST_OUTCOMES } from '../support/documents.ingest.ts';
import { createTestHub, type TestHub } from '../support/hub.ts';

const PERSON = { nationalId: '096885123456', fullName: 'Nguyễn Văn An', dateOfBirth: '1985-02-03' };
const LOOK_UP = graphql(`
  query LookUpByNumber($nationalId: NationalId!) { citizen(nationalId: $nationalId, purpose: "Đối chiếu") { id fullName } }
`);

let hub: TestHub;
let unit: string;
let otherUnit: string;
let code: string;

beforeAll(async () => {
  hub = await createTestHub();
  const units = await hub.platform.db.query<{ code: string; agency_code: string }>(
    `SELECT code, agency_code FROM dossiers.unit WHERE kind = 'COMMUNE' AND valid_to IS NULL ORDER BY code LIMIT 2`,
  );
  unit = units[0]?.code ?? '';
  otherUnit = units[1]?.code ?? '';
  code = `${units[0]?.agency_code}-250701-0001`;
});
afterAll(() => hub.stop());

async function ingest(version: number, applicant: ApplicantInput) {
  const [procedure] = await hub.platform.db.query<{ code: string }>('SELECT code FROM dossiers.procedure ORDER BY code LIMIT 1');
  const input: DossierIngestInput = {
    sourceSystem: 'one-stop',
    sourceVersion: version,
    code,
    procedure: procedure?.code ?? '',
    receivingUnit: unit,
    channel: 'ONLINE',
    status: 'ACCEPTED',
    submittedAt: '2025-07-01T08:00:00+07:00',
    applicant,
    owner: { kind: 'ENTERPRISE', name: 'Công ty Thử' },
  };
  const token = await hub.token({ role: 'SYSTEM', source: 'one-stop', unit: '96' });
  const { data, errors } = await hub.execute('dossiers', INGEST_OUTCOMES, { input: [input] }, token);
  expect(errors).toEqual([]);
  return data?.ingestDossiers.results[0]?.outcome;
}

/** As the gateway asks subgraphs: what it hands from one to the other is hidden from clients. */
async function applicantSeenBy(token: string) {
  const list = await hub.execute<{ dossiers: { nodes: { id: string; grant: string }[] } }>(
    'dossiers',
    '{ dossiers { nodes { id grant } } }',
    {},
    token,
  );
  const of = (list.data?.dossiers.nodes ?? []).map((dossier) => ({ __typename: 'Dossier', ...dossier }));
  const query =
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dossier { applicant { fullName nationalId } organization { name } } } }';
  const { data } = await hub.execute<{ _entities: unknown[] }>('identity', query, { of }, token);
  return data?._entities;
}

describe('an applicant of an ingested dossier', () => {
  it('is shown by identity the moment the ingest has answered, to whom the dossier may be shown', async () => {
    expect(await ingest(2, PERSON)).toBe('CREATED');
    const clear = { applicant: { fullName: PERSON.fullName, nationalId: PERSON.nationalId }, organization: { name: 'Công ty Thử' } };
    const masked = { applicant: { fullName: 'N***** V** A*', nationalId: null }, organization: { name: 'Công ty Thử' } };
    expect(await applicantSeenBy(await hub.token({ role: 'OFFICER', unit }))).toEqual([clear]);
    expect(await applicantSeenBy(await hub.token({ role: 'CITIZEN', nationalId: PERSON.nationalId }))).toEqual([clear]);
    expect(await applicantSeenBy(await hub.token({ role: 'AUDITOR' }))).toEqual([masked]);
    expect(await applicantSeenBy(await hub.token({ role: 'OFFICER', unit: otherUnit }))).toEqual([]);
  });

  it('is not touched by a stale or a rejected dossier', async () => {
    const sealed = () => hub.platform.db.query('SELECT id, sealed FROM identity.citizen ORDER BY id');
    const known = await sealed();
    expect(await ingest(1, { ...PERSON, fullName: 'Tên Cũ' })).toBe('STALE');
    expect(await ingest(3, { ...PERSON, dateOfBirth: '1990-01-01' })).toBe('REJECTED');
    expect(await sealed()).toEqual(known);
  });

  it('is found by an officer of the unit alone, and learns who looked', async () => {
    const look = async (of: string) => {
      const token = await hub.token({ role: 'OFFICER', unit: of, subject: `officer ${of}` });
      return (await hub.execute('identity', LOOK_UP, { nationalId: PERSON.nationalId }, token)).data?.citizen;
    };
    expect(await look(unit)).toMatchObject({ fullName: PERSON.fullName });
    expect(await look(otherUnit)).toBeNull();
    const citizen = await hub.token({ role: 'CITIZEN', nationalId: PERSON.nationalId });
    const { data } = await hub.execute('identity', OWN_ACCESS_LOG, { first: 2 }, citizen);
    expect(JSON.parse(JSON.stringify(data?.viewer?.citizen?.accessLog?.nodes))).toEqual([
      { actor: `officer ${otherUnit}`, purpose: 'Đối chiếu', fields: [] },
      { actor: `officer ${unit}`, purpose: 'Đối chiếu', fields: ['fullName'] },
    ]);
  });

  it('is confirmed by the dossier, and so outlives every sweep', async () => {
    await sweepUnconfirmed.run(hub.platform, {}, new AbortController().signal);
    const rows = await hub.platform.db.query(
      'SELECT confirmed FROM identity.citizen UNION ALL SELECT confirmed FROM identity.organization',
    );
    expect(rows).toEqual([{ confirmed: true }, { confirmed: true }]);
  });
});
