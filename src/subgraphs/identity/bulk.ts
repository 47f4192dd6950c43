import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
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

/** Loads new citizens with one COPY on the transaction's connection; confirmed, for their dossiers are loaded with them. Returns how many. */
export function loadCitizens(sql: Transaction, hub: Pick<Platform, 'cipher'>, rows: Source<CitizenToLoad>): Promise<number> {
  return copy(sql, {
    target: `identity.citizen (id, sealed, national_id_index, identity_document_index, unidentified_key, writer_source, writer_dossier, writer_version,
      assurance_level, confirmed, touched_at, created_at)`,
    rows,
    idOf: (row) => row.person.id,
    line: (row) => citizenLine(hub.cipher, row),
  });
}

/** Loads new organizations like `loadCitizens`. Returns how many. */
export function loadOrganizations(sql: Transaction, hub: Pick<Platform, 'cipher'>, rows: Source<OrganizationToLoad>): Promise<number> {
  const { cipher } = hub;
  return copy(sql, {
    target: `identity.organization (id, sealed, tax_code_index, unidentified_key, kind, writer_source, writer_dossier, writer_version, confirmed, touched_at, created_at)`,
    rows,
    idOf: (row) => row.id,
    line: ({ id, name, taxCode, kind, writer }) =>
      toLine([
        id,
        sealOrganization(cipher, { name, taxCode }),
        taxCodeIndex(cipher, taxCode),
        taxCode === null ? dossierKey(writer.source, writer.dossier) : null,
        kind,
        ...writerColumns(writer),
        't',
        'now',
        'now',
      ]),
  });
}

function citizenLine(cipher: Cipher, { person, writer }: CitizenToLoad): string {
  const { oldId, passport } = person;
  const document: Person['identityDocument'] = oldId !== null ? { kind: 'OLD_ID', number: oldId } : passport !== null ? { kind: 'PASSPORT', number: passport } : null;
  const kept: Person = {
    fullName: person.fullName,
    nationalId: person.nationalId,
    identityDocument: document,
    technicalId: null,
    dateOfBirth: person.dateOfBirth,
    phone: person.phone,
    email: null,
    address: person.address,
  };
  const indexes = indexesOf(cipher, kept);
  const numbered = indexes.nationalId !== null || indexes.identityDocument !== null;
  return toLine([
    person.id,
    sealPerson(cipher, kept),
    indexes.nationalId,
    indexes.identityDocument,
    numbered ? null : dossierKey(writer.source, writer.dossier),
    ...writerColumns(writer),
    'NONE',
    't',
    'now',
    'now',
  ]);
}

function writerColumns({ source, dossier, version }: Writer): string[] {
  return [source, dossier, String(version)];
}

/** One line of COPY's text format: backslashes, tabs and line ends are escaped, bytes are hex. */
function toLine(values: readonly (string | Buffer | null)[]): string {
  const fields = values.map((value) => {
    if (value === null) return '\\N';
    if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
    return value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
  });
  return `${fields.join('\t')}\n`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Bytes that are handed to the connection at a time: small pieces cost more than they carry. */
const CHUNK = 256 * 1_024;

async function copy<T>(sql: Transaction, job: { target: string; rows: Source<T>; idOf(row: T): string; line(row: T): string }): Promise<number> {
  const seen = new Set<string>();
  async function* chunks() {
    let chunk = '';
    for await (const row of job.rows) {
      const id = job.idOf(row);
      if (seen.has(id)) continue;
      seen.add(id);
      chunk += job.line(row);
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    if (chunk !== '') yield chunk;
  }
  await pipeline(Readable.from(chunks()), sql.client.query(copyFrom(`COPY ${job.target} FROM STDIN`)));
  return seen.size;
}
