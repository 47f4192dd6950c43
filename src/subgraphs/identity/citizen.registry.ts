import { newUuid } from '../../platform/ids.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import { type CitizenRow, dossierKey, indexesOf, NUMBERS, type NumberIndexes, openPerson, type Person } from './citizen.record.ts';
import { isNotNewer, type Registration, type Writer } from './registration.ts';

/** A citizen while a batch of registrations is worked through. */
export interface WorkingCitizen {
  id: string;
  person: Person;
  indexes: NumberIndexes;
  unidentifiedKey: string | null;
  verified: boolean;
  confirmed: boolean;
  writer: Writer;
  /** Must be written. */
  changed: boolean;
}

/** Whose word it is: a person's own says nothing about numbers that may be another's. */
export type Trust = 'OFFICIAL' | 'OWN';

/**
 * Finds or makes the citizen of each registration among the rows that hold any of a batch's numbers. People
 * are joined by a number alone, never by name, and never where a stronger number tells them apart.
 */
export class CitizenRegistry {
  readonly #cipher: Cipher;
  readonly #byNumber = new Map<string, WorkingCitizen>();
  readonly #byDossier = new Map<string, WorkingCitizen>();
  readonly #all: WorkingCitizen[] = [];

  constructor(cipher: Cipher, rows: readonly CitizenRow[]) {
    this.#cipher = cipher;
    for (const row of rows) this.#add(toWorking(cipher, row));
  }

  /** What must be written, in the order of the keys. */
  get changed(): WorkingCitizen[] {
    return this.#all.filter((citizen) => citizen.changed).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  register(registration: Registration, trust: Trust): WorkingCitizen {
    const indexes = indexesOf(this.#cipher, registration.person);
    const found = this.#find(registration, indexes, trust);
    if (found === undefined) return this.#create(registration, indexes, trust);
    // A row that no dossier holds yet must outlive the next sweep.
    if (!found.confirmed) found.changed = true;
    if (!isNotNewer(registration.writer, found.writer)) this.#absorb(found, { registration, indexes, trust });
    return found;
  }

  #find({ writer }: Registration, indexes: NumberIndexes, trust: Trust): WorkingCitizen | undefined {
    const numbers = trust === 'OWN' ? NUMBERS.slice(0, 1) : NUMBERS;
    for (const [at, number] of numbers.entries()) {
      const candidate = this.#byNumber.get(numberKey(number, indexes[number]));
      if (candidate !== undefined && agrees(candidate, indexes, NUMBERS.slice(0, at))) return candidate;
    }
    if (trust === 'OWN') return undefined;
    const candidate = this.#byDossier.get(dossierKey(writer.source, writer.dossier));
    return candidate !== undefined && agrees(candidate, indexes, NUMBERS) ? candidate : undefined;
  }

  #create(registration: Registration, indexes: NumberIndexes, trust: Trust): WorkingCitizen {
    const { writer, person } = registration;
    const key = dossierKey(writer.source, writer.dossier);
    const numbered = NUMBERS.some((number) => indexes[number] !== null);
    const created: WorkingCitizen = {
      id: newUuid(),
      person: { ...person },
      indexes: { nationalId: null, technicalId: null, identityDocument: null },
      unidentifiedKey: numbered || this.#byDossier.has(key) ? null : key,
      verified: false,
      confirmed: false,
      writer,
      changed: true,
    };
    this.#add(created);
    for (const number of NUMBERS) if (this.#mayHold(created, number, indexes, trust)) this.#hold(created, number, indexes[number]);
    return created;
  }

  #absorb(citizen: WorkingCitizen, next: { registration: Registration; indexes: NumberIndexes; trust: Trust }): void {
    const { registration, indexes, trust } = next;
    const before = citizen.person;
    const given = Object.fromEntries(
      Object.entries(registration.person).filter(([, value]) => value !== null && value !== ''),
    ) as Partial<Person>;
    const person: Person = { ...before, ...given };
    if (citizen.verified)
      Object.assign(person, { fullName: before.fullName, dateOfBirth: before.dateOfBirth, nationalId: before.nationalId });
    for (const number of NUMBERS) {
      if (this.#mayHold(citizen, number, indexes, trust)) this.#hold(citizen, number, indexes[number]);
      else if (citizen.indexes[number] !== null) Object.assign(person, { [number]: before[number] });
    }
    citizen.person = person;
    citizen.writer = registration.writer;
    citizen.changed = true;
  }

  /** Whether a number that was given becomes one that finds this citizen: not another's, and not on a person's own word. */
  #mayHold(citizen: WorkingCitizen, number: keyof NumberIndexes, indexes: NumberIndexes, trust: Trust): boolean {
    if (indexes[number] === null || (citizen.verified && number === 'nationalId')) return false;
    if (trust === 'OWN' && number !== 'nationalId') return false;
    const holder = this.#byNumber.get(numberKey(number, indexes[number]));
    return holder === undefined || holder === citizen;
  }

  #hold(citizen: WorkingCitizen, number: keyof NumberIndexes, index: Buffer | null): void {
    if (citizen.indexes[number] !== null) this.#byNumber.delete(numberKey(number, citizen.indexes[number]));
    citizen.indexes[number] = index;
    this.#byNumber.set(numberKey(number, index), citizen);
  }

  #add(citizen: WorkingCitizen): void {
    this.#all.push(citizen);
    for (const number of NUMBERS) {
      if (citizen.indexes[number] !== null) this.#byNumber.set(numberKey(number, citizen.indexes[number]), citizen);
    }
    if (citizen.unidentifiedKey !== null) this.#byDossier.set(citizen.unidentifiedKey, citizen);
  }
}

function agrees(citizen: WorkingCitizen, indexes: NumberIndexes, numbers: readonly (keyof NumberIndexes)[]): boolean {
  if (citizen.verified && citizen.indexes.nationalId === null && indexes.nationalId !== null) return false;
  return numbers.every((number) => {
    const [known, given] = [citizen.indexes[number], indexes[number]];
    return known === null || given === null || known.equals(given);
  });
}

function numberKey(number: keyof NumberIndexes, index: Buffer | null): string {
  return `${number} ${index?.toString('base64') ?? 'none'}`;
}

function toWorking(cipher: Cipher, row: CitizenRow): WorkingCitizen {
  return {
    id: row.id,
    person: openPerson(cipher, row.sealed),
    indexes: { nationalId: row.national_id_index, technicalId: row.technical_id_index, identityDocument: row.identity_document_index },
    unidentifiedKey: row.unidentified_key,
    verified: row.verified_at !== null,
    confirmed: row.confirmed,
    writer: { source: row.writer_source, dossier: row.writer_dossier, version: row.writer_version },
    changed: false,
  };
}
