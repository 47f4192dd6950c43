import type { DossierOrigin, DossierStatus, FilingChannel } from '../../platform/graphql/enums.ts';

export type OwnerKind = 'CITIZEN' | 'ENTERPRISE' | 'STATE_AGENCY' | 'OTHER_ORGANIZATION';

/** A document as a dossier keeps it; `id` is a row key. */
export interface StoredDocument {
  id: string;
  name: string;
  componentCode: string | null;
  resultCode: string | null;
  url: string | null;
  digitized: boolean;
  reused: boolean;
  fromPersonalStore: boolean;
  isResult: boolean;
  sha256: string | null;
}

/** A fee or charge; whole đồng. */
export interface StoredFee {
  code: string;
  name: string;
  kind: 'FEE' | 'CHARGE';
  amount: number;
  exemptedAmount: number;
  collection: 'BEFORE' | 'AFTER' | 'EXEMPT';
}

/** A supplement request; instants as RFC 3339 text. */
export interface StoredSupplement {
  number: number;
  requestedAt: string;
  requestedBy: string;
  content: string;
  receivedAt: string | null;
  receivedBy: string | null;
  previousDueAt: string | null;
  newDueAt: string | null;
}

/**
 * What the hub itself added to a dossier and its source did not say yet: it survives the source's next versions, see `keepAdditions`.
 * What is empty is left out.
 */
export interface HubAdditions {
  /** The hub voided it. */
  voided?: true;
  /** Row keys of papers that the hub added. */
  documents?: string[];
  /** Numbers of supplements that the hub asked for. */
  requests?: number[];
  /** Numbers of supplements that the hub received. */
  receptions?: number[];
}

/** A row of `dossiers.dossier`, by its column names. */
export interface DossierRow {
  id: string;
  code: string;
  source_system: string;
  source_version: number;
  content_hash: Buffer;
  national_code: string | null;
  origin: DossierOrigin;
  procedure: string;
  receiving_unit: string;
  handling_unit: string;
  reception_point: string | null;
  scope: string[];
  applicant_id: string | null;
  applicant_index: Buffer | null;
  applicant_name: string;
  /** The applicant came without any number. */
  unidentified: boolean;
  organization_id: string | null;
  owner_kind: OwnerKind;
  owner_name: string;
  name_folded: string;
  channel: FilingChannel;
  status: DossierStatus;
  summary: string | null;
  submitted_at: Date;
  accepted_at: Date | null;
  due_at: Date | null;
  resolved_at: Date | null;
  returned_at: Date | null;
  refused_at: Date | null;
  finished_at: Date | null;
  voided_at: Date | null;
  void_reason: string | null;
  result_by_post: boolean;
  documents: StoredDocument[];
  fees: StoredFee[];
  supplements: StoredSupplement[];
  fee_total: number;
  fees_settled: boolean;
  paid_online_by_source: boolean;
  paid_online_by_hub: boolean;
  digitized_result: boolean;
  rating: number | null;
  version: number;
  portal_sequence: number;
  updated_at: Date;
  /** The hub's own due date, by the time that the province promises; null: not reckoned. */
  engine_due_at: Date | null;
  /** The due date by the time of the law; null: not reckoned. */
  statutory_due_at: Date | null;
  /** Since when the clock of its time limit stands; null: it runs, or has ended. */
  clock_stopped_at: Date | null;
  hub_additions: HubAdditions;
}

/** The columns of `dossiers.dossier`, in the order in which rows are written. */
export const DOSSIER_COLUMNS = [
  'id',
  'code',
  'source_system',
  'source_version',
  'content_hash',
  'national_code',
  'origin',
  'procedure',
  'receiving_unit',
  'handling_unit',
  'reception_point',
  'scope',
  'applicant_id',
  'applicant_index',
  'applicant_name',
  'unidentified',
  'organization_id',
  'owner_kind',
  'owner_name',
  'name_folded',
  'channel',
  'status',
  'summary',
  'submitted_at',
  'accepted_at',
  'due_at',
  'resolved_at',
  'returned_at',
  'refused_at',
  'finished_at',
  'voided_at',
  'void_reason',
  'result_by_post',
  'documents',
  'fees',
  'supplements',
  'fee_total',
  'fees_settled',
  'paid_online_by_source',
  'paid_online_by_hub',
  'digitized_result',
  'rating',
  'version',
  'portal_sequence',
  'updated_at',
  'engine_due_at',
  'statutory_due_at',
  'clock_stopped_at',
  'hub_additions',
] as const satisfies readonly (keyof DossierRow)[];

/** The columns that a dossier is shown by. Its papers fill most of a row and lists show none of them: they are read where they are asked for. */
const SHOWN = [
  ...(['id', 'code', 'source_system', 'national_code', 'origin', 'procedure', 'receiving_unit', 'handling_unit', 'scope'] as const),
  ...(['applicant_id', 'applicant_index', 'applicant_name', 'unidentified', 'organization_id', 'owner_kind', 'owner_name'] as const),
  ...(['channel', 'status', 'summary', 'submitted_at', 'accepted_at', 'due_at', 'resolved_at', 'returned_at', 'finished_at'] as const),
  ...(['voided_at', 'fees', 'fees_settled', 'rating', 'version', 'clock_stopped_at'] as const),
] as const satisfies readonly (keyof DossierRow)[];

/** A row as far as a dossier is shown by it. */
export type ShownRow = Pick<DossierRow, (typeof SHOWN)[number]>;

/** The columns of a ShownRow, of the table under the alias `d`. */
export const SHOWN_COLUMNS = SHOWN.map((column) => `d.${column}`).join(', ');

/** What a dossier holds beside its row as it is shown. */
export type Papers = Pick<DossierRow, 'id' | 'documents' | 'supplements'>;

/** A row of `dossiers.event`. */
export interface EventRow {
  id: string;
  dossier_id: string;
  step_key: string;
  at: Date;
  status: DossierStatus;
  actor: string;
  title: string | null;
  department: string | null;
  note: string | null;
  unusual: boolean;
}

/** A name without diacritics, in lower case, single-spaced: how names are searched. */
export function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Of names that are searched: they stand in an index, which takes 2,700 bytes. */
const LONGEST_FOLDED = 500;

/** A dossier's people as they are searched, folded; beyond 500 characters nothing is found. */
export function searchedNames(ownerName: string, applicantName: string): string {
  const names = ownerName === applicantName ? ownerName : `${ownerName} | ${applicantName}`;
  return foldName(names).slice(0, LONGEST_FOLDED).toWellFormed();
}

/** Whether PostgreSQL can hold, or even compare, a text: nothing that it keeps has a NUL in it. */
export function isStorable(text: string): boolean {
  return !text.includes('\0');
}
