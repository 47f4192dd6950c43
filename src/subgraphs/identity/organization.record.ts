import type { Cipher } from '../../platform/pii/cipher.ts';

/** What the hub knows of an organization: kept sealed, for a household business is a person. */
export interface OrganizationData {
  name: string;
  taxCode: string | null;
}

/** A row of `identity.organization`, by its column names. */
export interface OrganizationRow {
  id: string;
  sealed: Buffer;
  tax_code_index: Buffer | null;
  unidentified_key: string | null;
  kind: string;
  writer_source: string;
  writer_dossier: string;
  writer_version: number;
  confirmed: boolean;
}

/** The columns that make an `OrganizationRow`. */
export const ORGANIZATION_COLUMNS =
  'id, sealed, tax_code_index, unidentified_key, kind, writer_source, writer_dossier, writer_version, confirmed';

const PURPOSE = 'identity.organization';

export function sealOrganization(cipher: Cipher, data: OrganizationData): Buffer {
  return cipher.seal(PURPOSE, JSON.stringify(data));
}

export function openOrganization(cipher: Cipher, sealed: Buffer): OrganizationData {
  return JSON.parse(cipher.open(PURPOSE, sealed)) as OrganizationData;
}

export function taxCodeIndex(cipher: Cipher, taxCode: string | null): Buffer | null {
  return taxCode === null ? null : cipher.blindIndex('taxCode', taxCode);
}
