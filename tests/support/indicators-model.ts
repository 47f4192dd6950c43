import type { DossierStatus } from '../../src/platform/graphql/enums.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { indexTimelinessOf } from '../../src/subgraphs/dossiers/deadline/index-timeliness.ts';
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

/** A dossier as it is stored, with its steps, oldest first. */
export type ModelRow = DossierRow & { steps: { at: Date; status: DossierStatus }[] };

/** All dossiers as they are stored. */
export async function allRows(hub: Platform): Promise<ModelRow[]> {
  const rows = await hub.db.query<DossierRow>('SELECT * FROM dossiers.dossier');
  const steps = await hub.db.query<{ dossier_id: string; at: Date; status: DossierStatus }>(
    'SELECT dossier_id, at, status FROM dossiers.event ORDER BY at, recorded_at, id',
  );
  const byDossier = Map.groupBy(steps, (step) => step.dossier_id);
  return rows.map((row) => ({ ...row, steps: byDossier.get(row.id) ?? [] }));
}

const paid = (row: DossierRow) => row.fee_total > 0 && (row.paid_online_by_source || row.paid_online_by_hub);
const ratio = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);
const count = <Row>(rows: readonly Row[], is: (row: Row) => boolean) => rows.filter(is).length;

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

const NO_STEP_TELLS = ['REFUSED', 'STOPPED', 'RESOLVED', 'RETURNED'];

const readingOf = (row: ModelRow, now: Date) => indexTimelinessOf({ dueAt: row.due_at, voided: false, steps: row.steps }, now);

/** When a dossier ended as the index has it, by its steps or where they tell nothing by its dates; null: it runs. */
function endOf(row: ModelRow, now: Date): Date | null {
  return readingOf(row, now).endedAt ?? (NO_STEP_TELLS.includes(row.status) ? row.finished_at : null);
}

/** Whether a dossier is late as the index has it. */
function isLate(row: ModelRow, now: Date): boolean {
  const { timeliness, endedAt } = readingOf(row, now);
  const end = endOf(row, now);
  if (endedAt !== null || end === null || row.due_at === null) return timeliness === 'LATE';
  return end > row.due_at;
}

/** Numerators and denominators of the index that the hub counts, by the row's code. */
export function modelIndex(
  all: readonly ModelRow[],
  { units, from, to, procedure, now }: ModelAsked,
): Record<string, [number, number | null]> {
  const own = all.filter(
    (row) => row.voided_at === null && units.has(row.receiving_unit) && (procedure === undefined || row.procedure === procedure),
  );
  const dayOf = (row: ModelRow) => localDateOf(row.accepted_at ?? row.submitted_at);
  const end = (row: ModelRow) => (OVER.includes(row.status) ? (endOf(row, now) ?? row.finished_at) : null);
  const ended = (row: ModelRow) => {
    const at = end(row);
    return at === null ? null : localDateOf(at);
  };
  const received = own.filter((row) => from <= dayOf(row) && dayOf(row) <= to);
  const atAnEnd = own.filter((row) => {
    const day = ended(row);
    return day !== null && from <= day && day <= to;
  });
  // Sums over all that was received less all that ended before: a dossier that ended before it was received counts as ended too.
  const before = own.filter((row) => (ended(row) ?? '9') < from);
  const upTo = own.filter((row) => dayOf(row) <= to);
  const less = (is: (row: ModelRow) => boolean) => upTo.filter(is).length - before.filter(is).length;
  const handled = less(() => true);
  const late = less((row) => isLate(row, now));
  const disliked = less((row) => row.rating !== null && row.rating <= 2);
  const result = (row: ModelRow) => row.documents.some((paper) => paper.isResult && paper.url !== null);
  const done = (row: ModelRow) => WITH_RESULT.includes(row.status);
  const seconds = atAnEnd.reduce((sum, row) => {
    const spent = (end(row)?.getTime() ?? 0) - (row.accepted_at ?? row.submitted_at).getTime();
    return sum + Math.max(0, spent) / 1_000;
  }, 0);
  return {
    ON_TIME: [handled - late, handled],
    AVG_DAYS: [seconds / 86_400, atAnEnd.length],
    ONLINE_USED: [new Set(received.filter((row) => row.channel === 'ONLINE').map((row) => row.procedure)).size, null],
    PAY_USED: [new Set(received.filter(paid).map((row) => row.procedure)).size, null],
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
