import type { PaymentProvider } from '../../../connectors/contract/payment.ts';
import type { CollectionWay } from '../../subgraphs/dossiers/reference/online-payment.ts';

/** Milliseconds since 1970 UTC: a number, because a quarter holds a million of them. */
export type EpochMs = number;

/** The same names as the graph's enums. */
export type SampleStatus =
  | 'SUBMITTED'
  | 'ACCEPTED'
  | 'REFUSED'
  | 'PROCESSING'
  | 'SUPPLEMENT_REQUESTED'
  | 'PAYMENT_REQUESTED'
  | 'WITHDRAWAL_REQUESTED'
  | 'STOPPED'
  | 'RESOLVED'
  | 'RETURNED';
export type SampleChannel = 'IN_PERSON' | 'ONLINE' | 'PUBLIC_POST';
export type SampleOrigin = 'NATIONAL_PORTAL' | 'PROVINCE' | 'MINISTRY_SYSTEM';
export type SampleOwnerKind = 'CITIZEN' | 'ENTERPRISE' | 'STATE_AGENCY' | 'OTHER_ORGANIZATION';
export type SamplePaymentStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'EXPIRED' | 'REFUND_PENDING' | 'REFUNDED' | 'PARTIALLY_REFUNDED';

/**
 * Who files: an invented person. The same person in several dossiers is the same object with the same `id`.
 * A 12-digit number has 8 or 9 as its fourth digit (births in the 2300s: nobody's) and, as its fifth and sixth, the last two
 * digits of `dateOfBirth`'s year. At most one of the three numbers is set; none of them: taken over as unidentified.
 */
export interface SamplePerson {
  id: string;
  nationalId: string | null;
  /** Nine digits beginning with the unassigned 999. */
  oldId: string | null;
  /** A foreigner's. */
  passport: string | null;
  fullName: string;
  /** YYYY-MM-DD. */
  dateOfBirth: string | null;
  /** Begins with the unassigned 06. */
  phone: string | null;
  address: string | null;
}

/** Whose matter it is. `organizationId` and `taxCode` where it is an organization; the tax code's 99 is no tax office's. */
export interface SampleOwner {
  kind: SampleOwnerKind;
  name: string;
  /** The citizen whose matter it is; null for an organization. */
  citizen: SamplePerson | null;
  /** The same organization in several dossiers has the same id. */
  organizationId: string | null;
  taxCode: string | null;
}

/** One handling step as the source recorded it, in order of time. */
export interface SampleStep {
  id: string;
  /** The source's own key, unique within the dossier. */
  key: string;
  at: EpochMs;
  status: SampleStatus;
  officer: string;
  title: string | null;
  department: string | null;
  content: string;
}

export interface SampleSupplement {
  number: number;
  requestedAt: EpochMs;
  requestedBy: string;
  content: string;
  receivedAt: EpochMs | null;
  receivedBy: string | null;
  previousDueAt: EpochMs | null;
  newDueAt: EpochMs | null;
}

export interface SampleDocument {
  id: string;
  name: string;
  componentCode: string | null;
  resultCode: string | null;
  url: string | null;
  digitized: boolean;
  reused: boolean;
  isResult: boolean;
}

export interface SampleFee {
  code: string;
  name: string;
  kind: 'FEE' | 'CHARGE';
  /** Whole đồng. */
  amount: number;
  exemptedAmount: number;
  collection: 'BEFORE' | 'AFTER' | 'EXEMPT';
}

export interface SamplePayment {
  id: string;
  provider: PaymentProvider;
  /** Unique for ever, letters and digits alone. */
  reference: string;
  providerTransactionId: string | null;
  /** Whole đồng. */
  amount: number;
  refundedAmount: number;
  status: SamplePaymentStatus;
  createdAt: EpochMs;
  expiresAt: EpochMs | null;
  paidAt: EpochMs | null;
  /** When the last refund was asked for or made. */
  refundedAt: EpochMs | null;
  /** True where the one-stop system collected it itself. */
  external: boolean;
  way: CollectionWay;
}

/** One dossier of the sample quarter with all that a loader writes of it. Codes are the reference data's. */
export interface SampleDossier {
  /** A UUID (version 7 layout) that sorts by `submittedAt`; so do those of steps, payments and documents by their time. */
  id: string;
  code: string;
  sourceSystem: string;
  sourceVersion: number;
  nationalCode: string | null;
  origin: SampleOrigin;
  procedure: string;
  receivingUnit: string;
  handlingUnit: string;
  receptionPoint: string | null;
  applicant: SamplePerson;
  /** Null: the applicant's own matter. */
  owner: SampleOwner | null;
  channel: SampleChannel;
  status: SampleStatus;
  summary: string;
  submittedAt: EpochMs;
  acceptedAt: EpochMs | null;
  dueAt: EpochMs | null;
  resolvedAt: EpochMs | null;
  returnedAt: EpochMs | null;
  refusedAt: EpochMs | null;
  resultByPost: boolean;
  steps: SampleStep[];
  supplements: SampleSupplement[];
  documents: SampleDocument[];
  fees: SampleFee[];
  payments: SamplePayment[];
  /** The source knows no more than that it was paid online; no payment is kept. Implies `feesSettled`. */
  paidOnline: boolean;
  /** Paid outside the hub; no payment is kept. */
  feesSettled: boolean;
  /** 1 … 5. */
  rating: number | null;
  /** The last change in the source: never later than the quarter's end. */
  changedAt: EpochMs;
  /** Deliveries of steps before this instant are acknowledged by the portal; the rest still waits. The same for all dossiers. */
  syncedThrough: EpochMs;
}
