import data from './procedures.json' with { type: 'json' };

/** How a fee is set; amounts in whole đồng. */
export type FeeRule =
  | { kind: 'exempt'; amount: number }
  | { kind: 'flat'; amount: number; unit?: string }
  | { kind: 'tiered'; unit: string; tiers: { fromPage: number; toPage?: number; amount: number }[]; maxPerCopy: number }
  | { kind: 'by_channel'; inPerson: number; online: number; unit: string };

/** An administrative procedure (thủ tục hành chính) of the catalogue. */
export interface ReferenceProcedure {
  code: string;
  name: string;
  field: string;
  level: 'COMMUNE' | 'PROVINCE_AND_COMMUNE' | 'PROVINCE' | 'ANY';
  /** The department that handles it; null for commune-level ones. */
  unit: string | null;
  /** Whose system reports its dossiers to the national portal. */
  reportedBy: 'PROVINCE' | 'MINISTRY' | 'POLICE';
  /** Decided on the day it is received, on the next working day after 15:00. */
  sameDay: boolean;
  /** Working days by law; 0 where `sameDay`; null: not known. */
  statutoryDays: number | null;
  /** The shorter time that the province promises; null: the statutory one. */
  committedDays: number | null;
  /** Whole đồng; null: not published, which is not the same as 0. */
  fee: number | null;
  /** Phí or lệ phí. */
  feeKind: 'FEE' | 'CHARGE';
  feeRule: FeeRule | null;
  /** How well the fee and the time are known: SEEN, RECALLED, UNKNOWN or INVENTED. */
  feeStatus: string;
  timeStatus: string;
  invented: boolean;
}

/** The 79 published procedures of communes and the invented ones of the departments. */
export const procedures: readonly ReferenceProcedure[] = data.procedures as readonly ReferenceProcedure[];

/** The working days that a due date is reckoned with; null: not known. */
export function workingDaysOf(procedure: ReferenceProcedure): number | null {
  return procedure.committedDays ?? procedure.statutoryDays;
}
