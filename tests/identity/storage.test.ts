import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOrm } from '../../src/platform/database/orm.ts';
import { newUuid } from '../../src/platform/ids.ts';
import { appendEvents } from '../../src/platform/outbox/outbox.ts';
import { createCipher } from '../../src/platform/pii/cipher.ts';
import { sweepUnconfirmed } from '../../src/subgraphs/identity/citizen.jobs.ts';
import { type CitizenToLoad, identity, loadCitizens, loadOrganizations, reindex } from '../../src/subgraphs/identity/index.ts';
import { createIdentityHub, fakePlatform, type IdentityHub, TEST_KEYS, viewer } from '../support/identity.ts';

const REGISTER =
  'mutation ($input: [ApplicantRegistrationInput!]!) { registerApplicants(input: $input) { citizen organization identified } }';
const SOURCE = viewer('SYSTEM', { source: 's' });

let hub: IdentityHub;
beforeAll(async () => {
  hub = await createIdentityHub();
});
afterAll(() => hub.stop());

async function register(applicant: object, dossierCode: string, organization?: object) {
  const input = [{ key: 'k', sourceSystem: 's', dossierCode, version: 1, applicant, organization }];
  const { data, codes } = await hub.run(SOURCE, REGISTER, { input });
  expect(codes).toEqual([]);
  return data.registerApplicants[0] as { citizen: string; organization: string | null; identified: boolean };
}

const person = (nationalId: string | null, more: Partial<CitizenToLoad['person']> = {}): CitizenToLoad['person'] => ({
  id: newUuid(),
  nationalId,
  oldId: null,
  passport: null,
  fullName: 'Lê Văn Nạp\t\\tab',
  dateOfBirth: '1985-01-01',
  phone: '0600000001',
  address: 'Ấp 1\nxã Thử',
  ...more,
});

describe('the entities', () => {
  it('describe the tables that the migrations make', async () => {
    const orm = openOrm(hub.url, identity.storage);
    const difference = await orm.schema.getUpdateSchemaSQL({ dropTables: false });
    await orm.close(true);
    expect(difference.trim()).toBe('');
  });
});

describe('the sample load', () => {
  it('is found by registration afterwards, whatever its numbers', async () => {
    const writer = { source: 's', dossier: 'loaded-1', version: 1 };
    const [numbered, foreign, unnumbered] = [person('096885000001'), person(null, { passport: 'X9900001' }), person(null)];
    const rows = [numbered, foreign, numbered].map((one) => ({ person: one, writer }));
    const loaded = await hub.platform.db.transaction((sql) =>
      loadCitizens(sql, hub.platform, [...rows, { person: unnumbered, writer: { ...writer, dossier: 'loaded-2' } }]),
    );
    expect(loaded).toBe(3);
    expect((await register({ fullName: 'x', nationalId: '096885000001' }, 'new')).citizen).toBe(`cit_${numbered.id}`);
    expect((await register({ fullName: 'x', identityDocument: { kind: 'PASSPORT', number: 'X9900001' } }, 'new')).citizen).toBe(
      `cit_${foreign.id}`,
    );
    expect(await register({ fullName: unnumbered.fullName }, 'loaded-2')).toEqual({
      citizen: `cit_${unnumbered.id}`,
      organization: null,
      identified: false,
    });
    const grant = hub.grant(SOURCE, { citizen: unnumbered.id, person: 'full' });
    const { data } = await hub.run(
      SOURCE,
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dossier { applicant { fullName } } } }',
      {
        of: [{ __typename: 'Dossier', id: 'd', grant }],
      },
    );
    expect(data._entities[0]?.applicant?.fullName).toBe('Lê Văn Nạp tab'.replace(' tab', '\t\\tab'));
  });

  it('loads organizations', async () => {
    const organization = {
      id: newUuid(),
      name: 'Hợp tác xã Nạp',
      taxCode: '9900000011',
      kind: 'ENTERPRISE',
      writer: { source: 's', dossier: 'loaded-1', version: 1 },
    };
    expect(await hub.platform.db.transaction((sql) => loadOrganizations(sql, hub.platform, [organization, organization]))).toBe(1);
    const found = await register({ fullName: 'x', nationalId: '096885000001' }, 'new', {
      name: 'x',
      taxCode: '9900000011',
      kind: 'ENTERPRISE',
    });
    expect(found.organization).toBe(`org_${organization.id}`);
  });
});

describe('the sweep', () => {
  const exists = async (id: string | null) => {
    const [row] = await hub.platform.db.query(
      'SELECT 1 FROM (SELECT id FROM identity.citizen UNION ALL SELECT id FROM identity.organization) known WHERE id = $1',
      [id?.slice(4)],
    );
    return row !== undefined;
  };
  const change = (data: object) =>
    appendEvents(hub.platform.db, hub.platform.cipher, [
      { at: new Date(), kind: 'dossier.changed', subjectId: newUuid(), subject: 'H12.64-250701-0001', data: { ...data } },
    ]);
  const age = () =>
    hub.platform.db
      .query(`UPDATE identity.citizen SET touched_at = now() - interval '25 hours'`)
      .then(() => hub.platform.db.query(`UPDATE identity.organization SET touched_at = now() - interval '25 hours'`));

  it('deletes after a day who has no dossier, and nobody who has one', async () => {
    const owner = (taxCode: string) => ({ name: 'Công ty Quét', taxCode, kind: 'ENTERPRISE' });
    const kept = await register({ fullName: 'x', nationalId: '096885000101' }, 'kept', owner('9900000101'));
    const lost = await register({ fullName: 'x', nationalId: '096885000102' }, 'lost', owner('9900000102'));
    await age();
    const young = await register({ fullName: 'x', nationalId: '096885000103' }, 'young');
    const seenAgain = await register({ fullName: 'x', nationalId: '096885000104' }, 'again');
    await age();
    await register({ fullName: 'x', nationalId: '096885000103' }, 'young');
    await register({ fullName: 'x', nationalId: '096885000104' }, 'again');
    await change({ version: 1, status: 'SUBMITTED', citizenId: kept.citizen.slice(4), organizationId: kept.organization?.slice(4) });
    await change({ version: 1, status: 'SUBMITTED', citizenId: null, organizationId: null });
    await sweepUnconfirmed.run(hub.platform, {}, new AbortController().signal);
    expect(await Promise.all([kept.citizen, kept.organization, young.citizen, seenAgain.citizen].map(exists))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await Promise.all([lost.citizen, lost.organization].map(exists))).toEqual([false, false]);
  });

  it('deletes nobody while a change of a dossier can not be read yet', async () => {
    const waiting = await register({ fullName: 'x', nationalId: '096885000105' }, 'waiting');
    await age();
    const holder = await hub.platform.db.pool.connect();
    try {
      // An open transaction with an id holds back every event that commits after it began.
      await holder.query('BEGIN');
      await holder.query('SELECT pg_current_xact_id()');
      await change({ citizenId: waiting.citizen.slice(4) });
      await sweepUnconfirmed.run(hub.platform, {}, new AbortController().signal);
      expect(await exists(waiting.citizen)).toBe(true);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
    await sweepUnconfirmed.run(hub.platform, {}, new AbortController().signal);
    expect(await exists(waiting.citizen)).toBe(true);
  });
});

describe('a change of keys', () => {
  it('leaves everybody found by the new keys, and nothing under the old', async () => {
    const known = await register(
      { fullName: 'Khóa Cũ', nationalId: '096885000201', identityDocument: { kind: 'OLD_ID', number: '999000201' } },
      'keys',
      {
        name: 'Công ty Khóa',
        taxCode: '9900000201',
        kind: 'ENTERPRISE',
      },
    );
    const next = createCipher([TEST_KEYS.next, TEST_KEYS.old], Buffer.alloc(32, 'd').toString('base64'));
    const rotated = fakePlatform(hub.platform.db, next);
    const counts = await hub.platform.db.query<{ count: number }>(
      'SELECT count(*) AS count FROM identity.citizen UNION ALL SELECT count(*) FROM identity.organization',
    );
    expect(await reindex(rotated, { batch: 2 })).toEqual({ citizens: counts[0]?.count, organizations: counts[1]?.count });
    const alone = createCipher([TEST_KEYS.next], Buffer.alloc(32, 'd').toString('base64'));
    const rows = await hub.platform.db.query<{ sealed: Buffer }>(
      'SELECT sealed FROM identity.citizen UNION ALL SELECT sealed FROM identity.organization',
    );
    expect(rows.every(({ sealed }) => alone.isCurrent(sealed))).toBe(true);
    const found = await hub.platform.db.query<{ id: string }>(
      'SELECT id FROM identity.citizen WHERE national_id_index = $1 AND identity_document_index = $2 UNION ALL SELECT id FROM identity.organization WHERE tax_code_index = $3',
      [
        alone.blindIndex('nationalId', '096885000201'),
        alone.blindIndex('identityDocument', 'OLD_ID:999000201'),
        alone.blindIndex('taxCode', '9900000201'),
      ],
    );
    expect(found.map(({ id }) => id)).toEqual([known.citizen.slice(4), known.organization?.slice(4)]);
  });
});
