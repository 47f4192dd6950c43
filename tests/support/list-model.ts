import type { DossierFilter } from '../../schema/generated/graphql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { timelinessOf } from '../../src/subgraphs/dossiers/deadline/timeliness.ts';
import type { DossierRow } from '../../src/subgraphs/dossiers/dossier.row.ts';

export type ListOrder = 'SUBMITTED_AT_DESC' | 'SUBMITTED_AT_ASC' | 'DUE_AT_ASC' | 'DUE_AT_DESC';

/** What a list is made of, in the plainest form. */
export interface ListModel {
  rows: readonly DossierRow[];
  sees(row: DossierRow): boolean;
  /** The units of a filter's unit. */
  below(unit: string): readonly string[];
  reportedBy: ReadonlyMap<string, string>;
  now: Date;
}

/** The list in whole: every row looked at, then sorted in memory. */
export function modelList(model: ListModel, filter: DossierFilter, order: ListOrder): DossierRow[] {
  const rows = model.rows.filter((row) => row.voided_at === null && model.sees(row) && fits(model, row, filter));
  const sign = order.endsWith('DESC') ? -1 : 1;
  const key = (row: DossierRow) => (order.startsWith('DUE') ? row.due_at : row.submitted_at)?.getTime();
  return rows.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return a.id < b.id ? -sign : sign;
    if (x === undefined || y === undefined) return x === undefined ? 1 : -1;
    return sign * (x - y);
  });
}

function fits(model: ListModel, row: DossierRow, filter: DossierFilter): boolean {
  const units = filter.unit == null ? undefined : model.below(String(filter.unit));
  const day = (at: Date) => localDateOf(at);
  const reported = row.origin !== 'MINISTRY_SYSTEM' && (model.reportedBy.get(row.procedure) ?? 'PROVINCE') === 'PROVINCE';
  const differs = row.engine_due_at === null ? undefined : row.due_at === null || day(row.due_at) !== day(row.engine_due_at);
  return [
    units === undefined || units.includes(row.receiving_unit) || units.includes(row.handling_unit),
    filter.procedure == null || row.procedure === filter.procedure,
    filter.statuses == null || filter.statuses.includes(row.status),
    filter.channels == null || filter.channels.includes(row.channel),
    filter.origins == null || filter.origins.includes(row.origin),
    filter.timeliness == null || filter.timeliness.includes(timelinessOf(row, model.now)),
    filter.submittedFrom == null || row.submitted_at >= new Date(filter.submittedFrom),
    filter.submittedTo == null || row.submitted_at < new Date(filter.submittedTo),
    filter.dueBefore == null || (row.due_at !== null && row.due_at < new Date(filter.dueBefore)),
    filter.dueDateDiffers == null || differs === filter.dueDateDiffers,
    filter.unidentified == null || row.unidentified === filter.unidentified,
    filter.reported == null || reported === filter.reported,
    filter.search == null || filter.search === '' || isFound(row, filter.search),
  ].every(Boolean);
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();

function isFound(row: DossierRow, search: string): boolean {
  if (/-\d{6}-/.test(search)) return row.code === search;
  const words = fold(`${row.owner_name} ${row.applicant_name}`).split(' ');
  return fold(search)
    .split(' ')
    .every((begin) => words.some((word) => word.startsWith(begin)));
}
