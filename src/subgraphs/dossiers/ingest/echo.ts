import type { DossierStatus } from '../../../platform/graphql/enums.ts';
import { DOSSIER_COLUMNS, type DossierRow } from '../dossier.row.ts';
import { isHubStep } from '../hub-source.ts';
import type { DossierStepInput } from './ingest.input.ts';
import { stepContent } from './source-content.ts';

/** What says nothing of the dossier itself: whose it is, which version, what the portal was told, when. */
const BESIDE: ReadonlySet<string> = new Set<keyof DossierRow>([
  ...(['id', 'source_system', 'source_version', 'content_hash', 'version', 'portal_sequence', 'updated_at'] as const),
]);
/** What the source says of money that came in through the hub, and was told of. */
const OF_MONEY: ReadonlySet<string> = new Set<keyof DossierRow>(['fees_settled', 'paid_online_by_source']);

/**
 * Whether the row that an input makes says of the dossier what the held one says already: the source repeats what the hub changed and
 * sent back, or changed what nobody sees. Instants count to the second, because not every system keeps more.
 */
export function isEcho(held: DossierRow, made: DossierRow): boolean {
  return DOSSIER_COLUMNS.every((column) => {
    if (BESIDE.has(column) || (held.paid_online_by_hub && OF_MONEY.has(column))) return true;
    return plain(held[column]) === plain(made[column]);
  });
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
