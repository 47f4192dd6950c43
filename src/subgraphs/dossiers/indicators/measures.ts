import type { Counts } from './counters.ts';

/** Counts of procedures and not of dossiers. */
const PROCEDURES = ['proceduresOnline', 'proceduresPaidOnline'] as const;

/** What the hub counts for the index. `handled`: received in the period, or before it and not at an end when it began. */
export const MEASURES = [
  ...(['received', 'online', 'withFee', 'paidOnline', 'finished', 'electronicResult', 'digitized', 'reused', 'fromStore', 'told'] as const),
  ...(['handled', 'onTime', 'content', 'ended', 'handlingDays'] as const),
  ...PROCEDURES,
] as const;
export type MeasureName = (typeof MEASURES)[number];
/** What is left out was not counted. */
export type Measures = Partial<Record<MeasureName, number>> & Record<Exclude<MeasureName, (typeof PROCEDURES)[number]>, number>;

const DAY_SECONDS = 86_400;

/** The counts that the index is reckoned from. */
export interface IndexCounts {
  /** Of dossiers received in the period, and of those that ended in it. */
  within: Counts;
  /** Of all received up to the period's end, and of all that ended before its beginning. */
  upTo: Pick<Counts, 'i_received' | 'i_late' | 'i_disliked'>;
  before: Pick<Counts, 'e_ended' | 'e_late' | 'e_disliked'>;
  /** Received up to the period's end, still running without a supplement request and past their due date. */
  overdue: number;
}

/** What the rows of the index are made of. */
export function measuresOf({ within, upTo, before, overdue }: IndexCounts): Measures {
  const handled = upTo.i_received - before.e_ended;
  const late = upTo.i_late - before.e_late + overdue;
  const disliked = upTo.i_disliked - before.e_disliked;
  return {
    received: within.i_received,
    online: within.i_online,
    withFee: within.i_with_fee,
    paidOnline: within.i_paid_online,
    finished: within.i_finished,
    electronicResult: within.i_result,
    digitized: within.i_digitized,
    reused: within.i_reused,
    fromStore: within.i_stored,
    told: within.i_told,
    handled,
    onTime: handled - late,
    content: Math.max(0, handled - late - disliked),
    ended: within.e_ended,
    handlingDays: within.e_seconds / DAY_SECONDS,
  };
}
