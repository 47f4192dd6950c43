import { newUuid } from '../../platform/ids.ts';
import type { Cipher } from '../../platform/pii/cipher.ts';
import { dossierKey } from './citizen.record.ts';
import type { Trust } from './citizen.registry.ts';
import { type OrganizationData, type OrganizationRow, openOrganization, taxCodeIndex } from './organization.record.ts';
import { isNotNewer, type Writer } from './registration.ts';

/** An organization while a batch of registrations is worked through. */
export interface WorkingOrganization {
  id: string;
  data: OrganizationData;
  kind: string;
  taxCodeIndex: Buffer | null;
  unidentifiedKey: string | null;
  confirmed: boolean;
  writer: Writer;
  changed: boolean;
}

/** One organization of one dossier. */
export interface OrganizationRegistration {
  writer: Writer;
  organization: OrganizationData & { kind: string };
}

/** Finds or makes the organization of each registration. Joined by tax code alone; without one it belongs to its dossier. */
export class OrganizationRegistry {
  readonly #cipher: Cipher;
  readonly #byTaxCode = new Map<string, WorkingOrganization>();
  readonly #byDossier = new Map<string, WorkingOrganization>();
  readonly #all: WorkingOrganization[] = [];

  constructor(cipher: Cipher, rows: readonly OrganizationRow[]) {
    this.#cipher = cipher;
    for (const row of rows) this.#add(toWorking(cipher, row));
  }

  /** What must be written, in the order of the keys. */
  get changed(): WorkingOrganization[] {
    return this.#all.filter((organization) => organization.changed).sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  register({ writer, organization }: OrganizationRegistration, trust: Trust): WorkingOrganization {
    const index = taxCodeIndex(this.#cipher, organization.taxCode);
    const key = dossierKey(writer.source, writer.dossier);
    const known = this.#find(index, key, trust);
    if (known === undefined) return this.#create({ writer, organization }, index, key);
    if (!known.confirmed) known.changed = true;
    // What an applicant says of an organization is good for a new one only.
    if (trust === 'OWN' || isNotNewer(writer, known.writer)) return known;
    known.data = {
      name: organization.name === '' ? known.data.name : organization.name,
      taxCode: organization.taxCode ?? known.data.taxCode,
    };
    known.kind = organization.kind;
    known.writer = writer;
    known.changed = true;
    if (known.taxCodeIndex === null && index !== null) {
      known.taxCodeIndex = index;
      this.#byTaxCode.set(index.toString('base64'), known);
    }
    return known;
  }

  #find(index: Buffer | null, key: string, trust: Trust): WorkingOrganization | undefined {
    const byTaxCode = index === null ? undefined : this.#byTaxCode.get(index.toString('base64'));
    if (byTaxCode !== undefined || (trust === 'OWN' && index !== null)) return byTaxCode;
    const byDossier = this.#byDossier.get(key);
    const differs = index !== null && byDossier?.taxCodeIndex != null && !byDossier.taxCodeIndex.equals(index);
    return differs ? undefined : byDossier;
  }

  #create({ writer, organization }: OrganizationRegistration, index: Buffer | null, key: string): WorkingOrganization {
    const created: WorkingOrganization = {
      id: newUuid(),
      data: { name: organization.name, taxCode: organization.taxCode },
      kind: organization.kind,
      taxCodeIndex: index,
      unidentifiedKey: index === null && !this.#byDossier.has(key) ? key : null,
      confirmed: false,
      writer,
      changed: true,
    };
    this.#add(created);
    return created;
  }

  #add(organization: WorkingOrganization): void {
    this.#all.push(organization);
    if (organization.taxCodeIndex !== null) this.#byTaxCode.set(organization.taxCodeIndex.toString('base64'), organization);
    if (organization.unidentifiedKey !== null) this.#byDossier.set(organization.unidentifiedKey, organization);
  }
}

function toWorking(cipher: Cipher, row: OrganizationRow): WorkingOrganization {
  return {
    id: row.id,
    data: openOrganization(cipher, row.sealed),
    kind: row.kind,
    taxCodeIndex: row.tax_code_index,
    unidentifiedKey: row.unidentified_key,
    confirmed: row.confirmed,
    writer: { source: row.writer_source, dossier: row.writer_dossier, version: row.writer_version },
    changed: false,
  };
}
