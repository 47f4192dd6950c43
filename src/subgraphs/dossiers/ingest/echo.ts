import type { Queryable } from '../../../platform/database/database.ts';
import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { DOSSIER_COLUMNS, type DossierRow } from '../dossier.row.ts';
import { isHubStep } from '../hub-source.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';
import { stepContent } from './source-content.ts';

/** What says nothing of the dossier itself: whose it is, which version, what the portal was told, when. */
const BESIDE: ReadonlySet<string> = new Set<keyof DossierRow>([
  ...(['id', 'source_system', 'source_version', 'content_hash', 'version', 'portal_sequence', 'updated_at', 'hub_additions'] as const),
]);
/** What the source says of money that came in through the hub, and was told of. */
const OF_MONEY: ReadonlySet<string> = new Set<keyof DossierRow>(['fees_settled', 'paid_online_by_source']);

/**
 * Whether the row that an input makes says of the dossier what the held one says already: the source repeats what the hub changed and
 * sent back, or changed what nobody sees. Instants count to the second,
 * because not every system keeps more. `paidHere`: what came in through the hub, in đồng; that the fees are paid is then known.
 */
export function isEcho(held: DossierRow, made: DossierRow, paidHere = 0): boolean {
  const different = differences(held, made);
  const throughHub = held.paid_online_by_hub || (paidHere > 0 && paidHere >= held.fee_total);
  return different.length === 0 || (throughHub && different.every((column) => OF_MONEY.has(column)));
}

const differences = (held: DossierRow, made: DossierRow) =>
  DOSSIER_COLUMNS.filter((column) => !BESIDE.has(column) && plain(held[column]) !== plain(made[column]));

/** What came in for dossiers through the hub and stayed, cash too, by what payments told of it: whole đồng by the dossier's row key. */
export async function paidThroughHub(sql: Queryable, dossiers: readonly string[]): Promise<Map<string, number>> {
  if (dossiers.length === 0) return new Map();
  const byGlobalId = new Map(dossiers.map((id) => [toGlobalId('dossier', id), id]));
  const rows = await sql.query<{ dossier: string; kept: number }>(
    `SELECT data->>'dossierId' AS dossier,
            sum(CASE WHEN kind = 'payment.refunded' THEN -(data->>'amount')::bigint WHEN data->>'status' = 'SUCCEEDED' THEN (data->>'amount')::bigint ELSE 0 END)::bigint AS kept
     FROM outbox.event WHERE kind IN ('payment.settled', 'payment.refunded') AND data->>'external' = 'false' AND data->>'dossierId' = ANY($1::text[])
     GROUP BY data->>'dossierId'`,
    [[...byGlobalId.keys()]],
  );
  return new Map(rows.map(({ dossier, kept }) => [byGlobalId.get(dossier) ?? '', kept]));
}

/** Whether a source says of money more than is held, so that it matters what came in through the hub. */
export function saysPaid(held: DossierRow, { feesSettled, paidOnline, payments }: DossierIngestInput): boolean {
  return (feesSettled === true || paidOnline === true || payments != null) && !(held.fees_settled && held.paid_online_by_source);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/;

/** A value as text that is equal for equal content, whatever the order of keys. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return toSecond(value);
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
  if (typeof value === 'string') return JSON.stringify(INSTANT.exec(value)?.[1] ?? value);
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value).filter(([, each]) => each != null);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${key}:${plain(each)}`)
    .join()}}`;
}

const toSecond = (instant: Date) => String(Math.floor(instant.getTime() / 1_000));

/** A step as far as it can be recognized. */
interface Recognizable {
  key: string;
  at: Date;
  status: DossierStatus;
  /** Of the hub's own steps alone. */
  note?: string | null;
}

/**
 * Tells the hub's own steps among those that a source sends under keys of its own: by time, state and content. Each of the hub's
 * stands for one of the source's, so that two alike stay two.
 */
export function hubSteps(steps: readonly Recognizable[]): (step: DossierStepInput) => boolean {
  const waiting = new Map<string, number>();
  for (const step of steps) {
    if (!isHubStep(step.key)) continue;
    const mark = markOf(step.at, step.status, stepContent(step));
    waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
  }
  return (step) => {
    if (waiting.size === 0) return false;
    const mark = markOf(step.at, step.status, step.content);
    const left = waiting.get(mark) ?? 0;
    if (left > 0) waiting.set(mark, left - 1);
    return left > 0;
  };
}

const markOf = (at: Date, status: string, content: string) => `${toSecond(at)} ${status} ${content.normalize('NFC').trim()}`;
