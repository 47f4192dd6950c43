import { type CopyRows, type CopyValue, copyRows } from '../../platform/database/copy.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import type { Platform } from '../../platform/platform.ts';
import { dossierKey, indexesOf, type Person, sealPerson } from './citizen.record.ts';
import { sealOrganization, taxCodeIndex } from './organization.record.ts';
import type { Writer } from './registration.ts';

/** A citizen to load, with the first dossier that names them. The same `id` again is passed over. */
export interface CitizenToLoad {
  person: {
    id: string;
    nationalId: string | null;
    oldId: string | null;
    passport: string | null;
    fullName: string;
    dateOfBirth: string | null;
    phone: string | null;
    address: string | null;
  };
  writer: Writer;
}

/** An organization to load, with the first dossier that names it. The same `id` again is passed over. */
export interface OrganizationToLoad {
  id: string;
  name: string;
  taxCode: string | null;
  kind: string;
  writer: Writer;
}

type Source<T> = Iterable<T> | AsyncIterable<T>;

const WRITER_COLUMNS = ['writer_source', 'writer_dossier', 'writer_version'];
const STATE_COLUMNS = ['confirmed', 'touched_at', 'created_at'];

/** Loads new citizens with one COPY on the transaction's connection; confirmed, for their dossiers are loaded with them. Returns how many. */
export function loadCitizens(sql: Transaction, hub: Pick<Platform, 'cipher'>, rows: Source<CitizenToLoad>): Promise<number> {
  const columns = [
    'id',
    'sealed',
    'national_id_index',
    'identity_document_index',
    'unidentified_key',
    'assurance_level',
    ...WRITER_COLUMNS,
    ...STATE_COLUMNS,
  ];
  const now = new Date();
  return copyRows(
    sql,
    { table: 'identity.citizen', columns },
    onceEach(rows, ({ person, writer }) => ({
      id: person.id,
      values: () => [...citizenValues(hub.cipher, { person, writer }), ...stateValues(writer, now)],
    })),
  );
}

/** Loads new organizations like `loadCitizens`. Returns how many. */
export function loadOrganizations(sql: Transaction, hub: Pick<Platform, 'cipher'>, rows: Source<OrganizationToLoad>): Promise<number> {
  const columns = ['id', 'sealed', 'tax_code_index', 'unidentified_key', 'kind', ...WRITER_COLUMNS, ...STATE_COLUMNS];
  const now = new Date();
  return copyRows(
    sql,
    { table: 'identity.organization', columns },
    onceEach(rows, (row) => ({ id: row.id, values: () => [...organizationValues(hub.cipher, row), ...stateValues(row.writer, now)] })),
  );
}

function citizenValues(cipher: Cipher, { person, writer }: CitizenToLoad): CopyValue[] {
  const { id, nationalId, fullName, dateOfBirth, phone, address } = person;
  const kept: Person = {
    fullName,
    nationalId,
    identityDocument: documentOf(person),
    technicalId: null,
    dateOfBirth,
    phone,
    email: null,
    address,
  };
  const indexes = indexesOf(cipher, kept);
  const numbered = indexes.nationalId !== null || indexes.identityDocument !== null;
  const unidentified = numbered ? null : dossierKey(writer.source, writer.dossier);
  return [id, sealPerson(cipher, kept), indexes.nationalId, indexes.identityDocument, unidentified, 'NONE'];
}

function documentOf({ oldId, passport }: CitizenToLoad['person']): Person['identityDocument'] {
  if (oldId !== null) return { kind: 'OLD_ID', number: oldId };
  return passport === null ? null : { kind: 'PASSPORT', number: passport };
}

function organizationValues(cipher: Cipher, { id, name, taxCode, kind, writer }: OrganizationToLoad): CopyValue[] {
  const unidentified = taxCode === null ? dossierKey(writer.source, writer.dossier) : null;
  return [id, sealOrganization(cipher, { name, taxCode }), taxCodeIndex(cipher, taxCode), unidentified, kind];
}

function stateValues({ source, dossier, version }: Writer, now: Date): CopyValue[] {
  return [source, dossier, version, true, now, now];
}

type Read<T> = (row: T) => { id: string; values(): CopyValue[] };

/** Rows at hand are not awaited one by one, which would cost as much as half of their encryption. */
function onceEach<T>(rows: Source<T>, read: Read<T>): CopyRows {
  const seen = new Set<string>();
  return Symbol.iterator in rows ? onceEachAtHand(rows, read, seen) : onceEachComing(rows, read, seen);
}

function* onceEachAtHand<T>(rows: Iterable<T>, read: Read<T>, seen: Set<string>): Generator<CopyValue[]> {
  for (const row of rows) {
    const { id, values } = read(row);
    if (!seen.has(id)) yield values();
    seen.add(id);
  }
}

async function* onceEachComing<T>(rows: AsyncIterable<T>, read: Read<T>, seen: Set<string>): AsyncGenerator<CopyValue[]> {
  for await (const row of rows) {
    const { id, values } = read(row);
    if (!seen.has(id)) yield values();
    seen.add(id);
  }
}
