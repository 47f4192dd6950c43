import type { ConnectorManifest } from './manifest.ts';

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
  owner: { nationalId?: string; oldId?: string; technicalId?: string; taxCode?: string; phone?: string; email?: string; verified: boolean };
  channel: 'IN_PERSON' | 'ONLINE' | 'PUBLIC_POST';
  status: number;
  summary?: string;
  unitName: string;
  submittedAt: string;
  acceptedAt?: string;
  dueAt?: string;
  finishedAt?: string;
  returnedAt?: string;
  refusedAt?: string;
  resultByPost: boolean;
  paidOnline: 'NO' | 'AT_PORTAL' | 'AT_PROVINCE';
  files: PortalFile[];
  fees: PortalFee[];
  supplements: PortalSupplement[];
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

interface TaskBase {
  /** The delivery's id: the outcome carries it back. */
  id: string;
  /** The dossier's code. */
  subject: string;
  /** An earlier attempt may have been carried out: look before repeating. */
  look: boolean;
  /** An earlier delivery of this dossier was acknowledged by the portal. */
  known: boolean;
}

/**
 * One thing that the portal must learn. `dossier` goes by insert or update, `status` is what a
 * dossier filed at the portal itself gets instead, `steps` are new handling steps, oldest first.
 */
export type PortalTask = TaskBase &
  (
    | { kind: 'dossier'; dossier: PortalDossier }
    | { kind: 'status'; dossier: PortalDossier }
    | { kind: 'steps'; steps: PortalStep[]; origin: PortalDossier['origin'] }
  );

/** What became of a task. A reason is the upstream's text with personal data masked. */
export type PortalOutcome =
  | { id: string; kind: 'delivered' }
  /** Try again later; `look` when it may have been carried out; `unreachable` when the portal as a whole is away. */
  | { id: string; kind: 'retry'; code: string; reason: string; look: boolean; unreachable: boolean }
  /** The portal refuses this item alone and will again: a person must act. */
  | { id: string; kind: 'refused'; code: string; reason: string };

/** What the portal says of one dossier. */
export interface PortalRecord {
  code: string;
  status?: number;
  raw: unknown;
}

/** The national portal as the hub uses it. */
export interface PortalPort {
  /** Delivers tasks of different dossiers, many in one call where the service allows. Never throws for an upstream's fault. */
  deliver(tasks: PortalTask[]): Promise<PortalOutcome[]>;
  /** Null: the portal does not know it. Throws UpstreamError where it can't tell. */
  lookUp(code: string): Promise<PortalRecord | null>;
  /** The most tasks that one `deliver` takes. */
  batchSize: number;
}

export type PortalManifest<Config> = ConnectorManifest<Config, PortalPort>;

/** Gives a portal connector's manifest its type. */
export function definePortalConnector<Config>(manifest: PortalManifest<Config>): PortalManifest<Config> {
  return manifest;
}
