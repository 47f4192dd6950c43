/** A line of the portal's list of procedures (`LayDanhSachTTHC`). */
export interface PortalProcedureEntry {
  code: string;
  name: string;
}

/** How far a public service goes online: whole (toàn trình), in part (một phần), information alone. */
export type PortalServiceLevel = 'FULL' | 'PARTIAL' | 'INFORMATION';

/**
 * A row of one of the portal's lists. `about` of PUBLIC_SERVICES: `procedure`, `publisher`, `agencies [{ code, level }]`, where the level is
 * null for one that is not known; of AGENCIES: `level`; of FIELDS: `ministry`; of any other list: the row as it came.
 */
export interface PortalListRow {
  code: string;
  name: string;
  about: Readonly<Record<string, unknown>>;
}

/** A code of the portal and what it stands for. */
export interface PortalCode {
  code: string;
  name: string;
}

/** What a procedure costs by one way of filing. */
export interface PortalProcedureFee {
  /** `FEE`: phí, `CHARGE`: lệ phí; absent where the portal's code is neither. */
  kind?: 'FEE' | 'CHARGE';
  /** The portal's own code, as it came. */
  code: string;
  /** Whole đồng; 0 where the portal says that it is free; null where it says nothing that is an amount. */
  amount: number | null;
  /** The amount as the portal writes it, e.g. `150.000` or `Không`. */
  amountText: string;
  unit: string;
  note: string;
  fileName?: string;
  url?: string;
}

/** How long handling takes by one way of filing. */
export interface PortalProcedureTime {
  /** In `unit`; null where the portal gives no number. */
  duration: number | null;
  durationText: string;
  /** The portal's words, e.g. `Ngày làm việc`. */
  unit: string;
  note: string;
  fees: PortalProcedureFee[];
}

/** A way of filing with its times and fees. */
export interface PortalProcedureWay {
  /** Absent where the portal's code is none of the three. */
  channel?: 'IN_PERSON' | 'ONLINE' | 'PUBLIC_POST';
  times: PortalProcedureTime[];
}

/** A component of the dossier that an applicant must bring. */
export interface PortalProcedurePaper {
  code: string;
  name: string;
  originals: number | null;
  copies: number | null;
  formName?: string;
  formUrl?: string;
  /** Code of the result that may stand in for it, so that nobody is asked for a paper that the state has. */
  replacedByResult?: string;
}

/** A law or decision that a procedure rests on. Days are `YYYY-MM-DD`. */
export interface PortalLegalBasis {
  number: string;
  name: string;
  issuedOn?: string;
  effectiveOn?: string;
  issuer: string;
  url?: string;
}

/** One procedure of the national catalogue (`LayThuTuc`). Lists are empty where the portal says nothing. */
export interface PortalProcedure {
  code: string;
  name: string;
  /** Whether the portal shows it as published. */
  published: boolean;
  publisherCode?: string;
  kindCode?: string;
  decisionId?: string;
  levels: ('MINISTRY' | 'PROVINCE' | 'DISTRICT' | 'COMMUNE')[];
  fields: PortalCode[];
  audiences: PortalCode[];
  ways: PortalProcedureWay[];
  /** By case (trường hợp); the case is empty where there is one alone. */
  components: { case: string; papers: PortalProcedurePaper[] }[];
  /** The order of handling, by case. */
  sequence: { case: string; steps: string[] }[];
  results: { code: string; name: string; fileName?: string; url?: string }[];
  legalBases: PortalLegalBasis[];
  agencies: { handling: PortalCode[]; competent: PortalCode[]; delegated: PortalCode[]; coordinating: PortalCode[] };
  requirements: string;
  keywords: string;
  receptionAddress: string;
  description: string;
  /** Codes of procedures that the portal calls related, and of those that it handles together with this one. */
  related: string[];
  linked: string[];
  /** All as the portal sent it, for what no field here holds. */
  raw: unknown;
}
