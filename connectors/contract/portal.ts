import type { ConnectorManifest } from './manifest.ts';
import type { PortalListRow, PortalProcedure, PortalProcedureEntry } from './portal.catalogue.ts';
import type { PersonalStore } from './portal.store.ts';

/** A file that travels as an address which the portal fetches. */
export interface PortalFile {
  id: string;
  name: string;
  componentCode?: string;
  resultCode?: string;
  url?: string;
  digitized: boolean;
  reused: boolean;
  fromPersonalStore: boolean;
  isResult: boolean;
}

/** A fee or charge as the dossier carries it; whole đồng. */
export interface PortalFee {
  code: string;
  name: string;
  kind: 'FEE' | 'CHARGE';
  amount: number;
}

/** One supplement request and its answer. Instants are RFC 3339 with offset, here and below. */
export interface PortalSupplement {
  number: number;
  requestedAt: string;
  requestedBy: string;
  content: string;
  receivedAt?: string;
  receivedBy?: string;
  previousDueAt?: string;
  newDueAt?: string;
}

/** A paper that came with a dossier and is no component of its procedure. */
export interface PortalPaper {
  name: string;
  count: number;
  /** The portal's kind of paper; its code list is not published. */
  kind?: number;
}

/** A dossier's latest state, as the hub knows it. `status` is the national code 1 … 10. */
export interface PortalDossier {
  code: string;
  nationalCode?: string;
  origin: 'NATIONAL_PORTAL' | 'PROVINCE' | 'MINISTRY_SYSTEM';
  procedureCode: string;
  procedureName: string;
  fieldCode?: string;
  fieldName: string;
  ownerKind: 1 | 2 | 3 | 4;
  ownerName: string;
  owner: {
    nationalId?: string;
    oldId?: string;
    /** The number of another paper, a foreigner's passport for one; the portal has no kind for it. */
    otherId?: string;
    technicalId?: string;
    taxCode?: string;
    phone?: string;
    email?: string;
    fax?: string;
    verified: boolean;
  };
  channel: 'IN_PERSON' | 'ONLINE' | 'PUBLIC_POST';
  status: number;
  summary?: string;
  /** What the officers noted for the portal; an annotation, not the summary. */
  note?: string;
  /** Whatever else is to be said of the owner or the case. */
  otherInformation?: string;
  /** The number of the receipt slip, where the province gives one beside the code. */
  receiptNumber?: string;
  unitName: string;
  submittedAt: string;
  acceptedAt?: string;
  dueAt?: string;
  finishedAt?: string;
  returnedAt?: string;
  /** How or to whom the result was returned. */
  returnNote?: string;
  refusedAt?: string;
  resultByPost: boolean;
  paidOnline: 'NO' | 'AT_PORTAL' | 'AT_PROVINCE';
  files: PortalFile[];
  fees: PortalFee[];
  supplements: PortalSupplement[];
  otherPapers?: PortalPaper[];
  /** Codes of the databases that handling it was connected to; the portal's list is not published. */
  databases?: string[];
}

/** One handling step. `status` is the national code 1 … 10. */
export interface PortalStep {
  at: string;
  status: number;
  officer: string;
  title?: string;
  department?: string;
  content: string;
  startedAt?: string;
  endBy?: string;
}

/**
 * What people answered to one question about one unit in one month (`DongBoDanhGia`). Counts of answers:
 * the connector makes the percentages. The same unit, month, procedure and question told again replaces what was told.
 */
export interface PortalRating {
  /** `YYYY-MM`. */
  month: string;
  unitCode: string;
  unitName: string;
  /** The national procedure code; absent: of all procedures together. */
  procedureCode?: string;
  question: string;
  veryPleased: number;
  pleased: number;
  notPleased: number;
}

/**
 * One unit's dossiers in one month (`DongBoThongKeHoSo`), counted. `received + carriedOver` must equal the sum of the
 * four that follow; the connector makes totals and percentages. The same unit and month told again replaces what was told.
 */
export interface PortalStatistics {
  /** `YYYY-MM`. */
  month: string;
  unitCode: string;
  unitName: string;
  /** Received in the month. */
  received: number;
  /** Not finished when the month began. */
  carriedOver: number;
  finishedOnTime: number;
  finishedLate: number;
  /** Not finished at the month's end and not yet due. */
  openInTime: number;
  openOverdue: number;
  note?: string;
}

interface TaskBase {
  /** The delivery's id: the outcome carries it back. */
  id: string;
  /** The dossier's code; of ratings and statistics, month and unit: `2025-09 32248`. */
  subject: string;
  /** An earlier attempt may have been carried out: look before repeating. */
  look: boolean;
  /** An earlier delivery of this subject was acknowledged by the portal. */
  known: boolean;
}

/**
 * One thing that the portal must learn. `dossier` goes by insert or update, `status` is what a
 * dossier filed at the portal itself gets instead, `steps` are new handling steps, oldest first.
 * `nationalCode` of steps is the portal's number of a dossier that it filed: by its own code it may not know that one.
 * `ratings` and `statistics` are a month's rows of one or more units; sent again, they replace.
 */
export type PortalTask = TaskBase &
  (
    | { kind: 'dossier'; dossier: PortalDossier }
    | { kind: 'status'; dossier: PortalDossier }
    | { kind: 'steps'; steps: PortalStep[]; origin: PortalDossier['origin']; nationalCode?: string }
    | { kind: 'ratings'; ratings: PortalRating[] }
    | { kind: 'statistics'; statistics: PortalStatistics[] }
  );

/** A text that was longer than the portal takes. `field` is the portal's name, with its place in a list; lengths in UTF-16 units. */
export interface PortalShortening {
  field: string;
  from: number;
  to: number;
}

/** What an operator should know of a delivery beyond that it arrived. Holds no personal data. */
export interface PortalNotes {
  shortened: PortalShortening[];
}

/** What became of a task. A reason is the upstream's text with personal data masked. */
export type PortalOutcome =
  | { id: string; kind: 'delivered'; notes?: PortalNotes }
  /**
   * Try again later; `look` when it may have been carried out; `unreachable` when the portal as a whole is away; `retryAfterMs`: not
   * sooner, because the system says so.
   */
  | { id: string; kind: 'retry'; code: string; reason: string; look: boolean; unreachable: boolean; retryAfterMs?: number }
  /** The portal refuses this item alone and will again: a person must act. */
  | { id: string; kind: 'refused'; code: string; reason: string };

/** What the portal says of one dossier. */
export interface PortalRecord {
  code: string;
  status?: number;
  /** The handling unit's name; absent where it does not say. */
  unitName?: string;
  raw: unknown;
}

/** The national portal as the hub uses it. */
export interface PortalPort {
  /** Delivers tasks of different subjects, many in one call where the service allows. Never throws for an upstream's fault. */
  deliver(tasks: PortalTask[]): Promise<PortalOutcome[]>;
  /** Null: the portal does not know it. Throws UpstreamError where it can't tell. */
  lookUp(code: string): Promise<PortalRecord | null>;
  /** The most tasks that one `deliver` takes. */
  batchSize: number;
  /** How many `deliver` may be under way at the same time in one worker, each with tasks of other subjects; absent: 2. */
  lanes?: number;
  /** How many tasks a second the installation may send, all workers together; absent: no limit. */
  ratePerSecond?: number;
  /**
   * Tells a month's ratings at once, outside the outbox. Absent where the installation's way to the portal has no such
   * service; then `deliver` refuses tasks of that kind. Throws UpstreamError where the portal did not take all of them.
   */
  reportRatings?(rows: PortalRating[]): Promise<void>;
  /** The same for a month's statistics. */
  reportStatistics?(rows: PortalStatistics[]): Promise<void>;
  /**
   * The codes and names of all procedures that the portal lists; absent where there is no such service. The portal pages
   * nothing, so that a shorter list may be a broken answer: whoever takes codes out of use compares the lengths first.
   */
  listProcedures?(): Promise<PortalProcedureEntry[]>;
  /** One procedure in whole; null: the portal does not know it. Throws UpstreamError where it can't tell. */
  procedure?(code: string): Promise<PortalProcedure | null>;
  /**
   * The portal's lists that others refer to, by name, each read whole: PUBLIC_SERVICES (dịch vụ công), AGENCIES (cơ quan), FIELDS (lĩnh vực), and
   * whatever else the installation asks for. Empty or absent where there is no such service. A reader throws UpstreamError for what is no list.
   */
  lists?: Readonly<Record<string, () => Promise<PortalListRow[]>>>;
  /** The store of personal papers; absent where the installation has none. */
  store?: PersonalStore;
}

export type PortalManifest<Config> = ConnectorManifest<Config, PortalPort>;

/** Gives a portal connector's manifest its type. */
export function definePortalConnector<Config>(manifest: PortalManifest<Config>): PortalManifest<Config> {
  return manifest;
}
