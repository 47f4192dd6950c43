import type { Platform } from '../../src/platform/platform.ts';
import { localDateOf } from '../../src/platform/time.ts';
import type { DossierRow } from '../../src/subgraphs/dossiers/dossier.row.ts';

/** What figures are asked of, in the plainest form. */
export interface ModelAsked {
  /** The receiving units that count. */
  units: ReadonlySet<string>;
  from: string;
  to: string;
  procedure?: string | undefined;
  now: Date;
}

const OVER = ['REFUSED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED'];
const WITH_RESULT = ['RESOLVED', 'RETURNED'];

/** All dossiers as they are stored. */
export const allRows = (hub: Platform) => hub.db.query<DossierRow>('SELECT * FROM dossiers.dossier');

const paid = (row: DossierRow) => row.fee_total > 0 && (row.paid_online_by_source || row.paid_online_by_hub);
const ratio = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);
const count = (rows: readonly DossierRow[], is: (row: DossierRow) => boolean) => rows.filter(is).length;

/** The figures of dossiers by the day on which they were filed: slow, and nothing but what their descriptions say. */
export function modelFigures(all: readonly DossierRow[], { units, from, to, procedure, now }: ModelAsked) {
  const rows = all.filter((row) => {
    const day = localDateOf(row.submitted_at);
    const fits = procedure === undefined || row.procedure === procedure;
    return row.voided_at === null && units.has(row.receiving_unit) && fits && from <= day && day <= to;
  });
  const inTime = (row: DossierRow) => {
    if (row.due_at === null) return true;
    return OVER.includes(row.status) ? row.finished_at === null || row.finished_at <= row.due_at : row.due_at >= now;
  };
  const withFee = count(rows, (row) => row.fee_total > 0);
  const finished = count(rows, (row) => WITH_RESULT.includes(row.status));
  return {
    dossiersReceived: rows.length,
    receivedOnline: count(rows, (row) => row.channel === 'ONLINE'),
    dossiersWithFee: withFee,
    paidOnline: count(rows, paid),
    onlineFilingRate: ratio(
      count(rows, (row) => row.channel === 'ONLINE'),
      rows.length,
    ),
    onlinePaymentRate: ratio(count(rows, paid), withFee),
    resolvedOnTimeRate: ratio(count(rows, inTime), rows.length),
    digitizedResultRate: ratio(
      count(rows, (row) => WITH_RESULT.includes(row.status) && row.digitized_result),
      finished,
    ),
    satisfactionRate: ratio(
      count(rows, (row) => (row.rating ?? 0) >= 3),
      count(rows, (row) => row.rating !== null),
    ),
  };
}

/** When a dossier ended as the index has it; null: it runs. */
function endOf(row: DossierRow): Date | null {
  return OVER.includes(row.status) ? (row.resolved_at ?? row.returned_at ?? row.finished_at ?? row.updated_at) : null;
}

/** Whether a dossier is late as the index has it. */
function isLate(row: DossierRow, now: Date): boolean {
  if (row.due_at === null) return false;
  if (row.supplements.length >= 2) return true;
  const end = endOf(row);
  const [supplement] = row.supplements;
  if (end === null) return (supplement === undefined ? now : new Date(supplement.requestedAt)) > row.due_at;
  const begun = supplement === undefined ? end : new Date(supplement.requestedAt);
  const back = supplement?.receivedAt == null ? end : new Date(supplement.receivedAt);
  const waited = Math.max(0, Math.min(back.getTime(), end.getTime()) - begun.getTime());
  return end.getTime() - waited > row.due_at.getTime();
}

/** Numerators and denominators of the index that the hub counts, by the row's code. */
export function modelIndex(all: readonly DossierRow[], { units, from, to, procedure, now }: ModelAsked): Record<string, [number, number]> {
  const own = all.filter(
    (row) => row.voided_at === null && units.has(row.receiving_unit) && (procedure === undefined || row.procedure === procedure),
  );
  const dayOf = (row: DossierRow) => localDateOf(row.accepted_at ?? row.submitted_at);
  const ended = (row: DossierRow) => {
    const end = endOf(row);
    return end === null ? null : localDateOf(end);
  };
  const received = own.filter((row) => from <= dayOf(row) && dayOf(row) <= to);
  const atAnEnd = own.filter((row) => {
    const day = ended(row);
    return day !== null && from <= day && day <= to;
  });
  // Sums over all that was received less all that ended before: a dossier that ended before it was received counts as ended too.
  const before = own.filter((row) => (ended(row) ?? '9') < from);
  const upTo = own.filter((row) => dayOf(row) <= to);
  const less = (is: (row: DossierRow) => boolean) => count(upTo, is) - count(before, is);
  const handled = less(() => true);
  const late = less((row) => isLate(row, now));
  const disliked = less((row) => row.rating !== null && row.rating <= 2);
  const result = (row: DossierRow) => row.documents.some((paper) => paper.isResult && paper.url !== null);
  const done = (row: DossierRow) => WITH_RESULT.includes(row.status);
  const seconds = atAnEnd.reduce((sum, row) => {
    const spent = (endOf(row)?.getTime() ?? 0) - (row.accepted_at ?? row.submitted_at).getTime();
    return sum + Math.max(0, spent) / 1_000;
  }, 0);
  return {
    ON_TIME: [handled - late, handled],
    AVG_DAYS: [seconds / 86_400, atAnEnd.length],
    ONLINE_FILING: [count(received, (row) => row.channel === 'ONLINE'), received.length],
    PAY_DOSSIERS: [count(received, paid), count(received, (row) => row.fee_total > 0)],
    ORIGINAL_RESULT_AVAILABLE: [count(received, (row) => done(row) && result(row)), count(received, done)],
    SO_HOA_GIAY_TO_GIAI_QUYET: [
      count(received, (row) => row.documents.some((paper) => !paper.isResult && paper.digitized) && (!done(row) || result(row))),
      received.length,
    ],
    REUSED_DIGITIZED_DATA: [count(received, (row) => row.documents.some((paper) => paper.reused)), received.length],
    SYNCED_WITH_DVCQG_PERSONAL_STORAGE: [count(received, (row) => row.documents.some((paper) => paper.fromPersonalStore)), received.length],
    DOSSIER_RECEIVING_SATISFACTION: [Math.max(0, handled - late - disliked), handled],
  };
}
