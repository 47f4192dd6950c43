import { IdentityDocumentKind } from '../../platform/graphql/applicant-input.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';

/** What the hub knows of a person: kept only sealed. */
export interface Person {
  fullName: string;
  nationalId: string | null;
  identityDocument: { kind: IdentityDocumentKind; number: string } | null;
  technicalId: string | null;
  /** YYYY-MM-DD. */
  dateOfBirth: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
}

/** The numbers that find a person, the strongest first: what a stronger one tells apart, a weaker one never joins. */
export const NUMBERS = ['nationalId', 'technicalId', 'identityDocument'] as const;
export type NumberKind = (typeof NUMBERS)[number];
/** Blind indexes; null: has no such number, or it finds another person. */
export type NumberIndexes = Record<NumberKind, Buffer | null>;

export type AssuranceLevel = 'NONE' | 'LEVEL_1' | 'LEVEL_2';

/** A row of `identity.citizen`, by its column names. */
export interface CitizenRow {
  id: string;
  sealed: Buffer;
  national_id_index: Buffer | null;
  identity_document_index: Buffer | null;
  technical_id_index: Buffer | null;
  unidentified_key: string | null;
  assurance_level: AssuranceLevel;
  verified_at: Date | null;
  writer_source: string;
  writer_dossier: string;
  writer_version: number;
  confirmed: boolean;
}

/** The columns that make a `CitizenRow`. */
export const CITIZEN_COLUMNS =
  'id, sealed, national_id_index, identity_document_index, technical_id_index, unidentified_key, assurance_level, verified_at, writer_source, writer_dossier, writer_version, confirmed';

/** A row as far as a citizen is shown by it. */
export type ShownCitizen = Pick<
  CitizenRow,
  'id' | 'sealed' | 'national_id_index' | 'identity_document_index' | 'technical_id_index' | 'assurance_level' | 'verified_at'
>;

/** The columns of a `ShownCitizen`. */
export const SHOWN_COLUMNS = 'id, sealed, national_id_index, identity_document_index, technical_id_index, assurance_level, verified_at';

const PURPOSE = 'identity.citizen';

export function sealPerson(cipher: Cipher, person: Person): Buffer {
  return cipher.seal(PURPOSE, JSON.stringify(person));
}

export function openPerson(cipher: Cipher, sealed: Buffer): Person {
  return JSON.parse(cipher.open(PURPOSE, sealed)) as Person;
}

/** The blind index of each number that a person has. */
export function indexesOf(cipher: Cipher, person: Pick<Person, NumberKind>): NumberIndexes {
  const { nationalId, technicalId, identityDocument } = person;
  return {
    nationalId: nationalId === null ? null : cipher.blindIndex('nationalId', nationalId),
    technicalId: technicalId === null ? null : cipher.blindIndex('technicalId', technicalId),
    identityDocument: identityDocument === null ? null : cipher.blindIndex('identityDocument', documentKey(identityDocument)),
  };
}

/** Kind and number: equal digits of a passport and of an old card are two people. Spaces are how it was typed. */
function documentKey({ kind, number }: { kind: IdentityDocumentKind; number: string }): string {
  return `${kind}:${number.replace(/\s/g, '')}`;
}

/** The indexes under which somebody may be found whose paper, of whatever kind, has that number. */
export function documentIndexes(cipher: Cipher, number: string): Buffer[] {
  const kinds = Object.keys(IdentityDocumentKind) as IdentityDocumentKind[];
  return kinds.map((kind) => cipher.blindIndex('identityDocument', documentKey({ kind, number })));
}

/** One dossier of one source, as the key of an applicant or organization that has no number. */
export function dossierKey(source: string, dossier: string): string {
  return JSON.stringify([source, dossier]);
}
