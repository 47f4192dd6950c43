import { normalizeTaxCode } from '../../platform/domain/tax-code.ts';
import type { ApplicantInput } from '../../platform/graphql/applicant-input.ts';
import type { Person } from './citizen.record.ts';

/** The version of a dossier that data came with. */
export interface Writer {
  source: string;
  dossier: string;
  version: number;
}

/** One applicant of one dossier, with the organization whose matter it is. */
export interface Registration {
  writer: Writer;
  person: Person;
  organization: { name: string; taxCode: string | null; kind: string } | undefined;
}

/** Whether what `known` wrote is at least as new as what `next` brings: only of one dossier can that be said. */
export function isNotNewer(next: Writer, known: Writer): boolean {
  return next.source === known.source && next.dossier === known.dossier && next.version <= known.version;
}

/** An applicant as it is kept: trimmed, composed (NFC), an empty text as none. */
export function toPerson(applicant: ApplicantInput): Person {
  const number = textOrNull(applicant.identityDocument?.number);
  return {
    fullName: textOrNull(applicant.fullName) ?? '',
    nationalId: applicant.nationalId ?? null,
    identityDocument: applicant.identityDocument == null || number === null ? null : { kind: applicant.identityDocument.kind, number },
    technicalId: textOrNull(applicant.technicalId),
    dateOfBirth: applicant.dateOfBirth ?? null,
    phone: textOrNull(applicant.phone),
    email: textOrNull(applicant.email),
    address: textOrNull(applicant.address),
  };
}

/** An organization as it is kept. */
export function toOrganization(given: { name: string; taxCode?: string | null; kind: string }): Registration['organization'] {
  const taxCode = textOrNull(given.taxCode);
  return { name: textOrNull(given.name) ?? '', taxCode: taxCode === null ? null : normalizeTaxCode(taxCode), kind: given.kind };
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
