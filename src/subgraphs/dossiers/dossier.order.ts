import { badUserInput } from '../../platform/errors.ts';
import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Values } from './dossier.filter.ts';

export type DossierOrder = 'SUBMITTED_AT_DESC' | 'SUBMITTED_AT_ASC' | 'DUE_AT_ASC' | 'DUE_AT_DESC';

/** How rows are read: in stretches that an index gives in order, put together by one order over all of them. */
export interface Sort {
  direction: 'ASC' | 'DESC';
  /** The expression over `d` by which rows of all stretches are ordered, before their keys. */
  by: string;
  stretches: readonly Stretch[];
}

/** Rows that lie together in a list. */
export interface Stretch {
  /** Which rows, over `d`. */
  condition: string | undefined;
  /** The columns of `d` by which they are ordered, as an index has them. */
  columns: readonly string[];
  /** How a cursor of this order narrows it. */
  kind: 'BY_INSTANT' | 'DATED' | 'UNDATED';
}

/** Rows without a due date come last in both directions; no one index has them so, therefore they are read apart. */
const BY_DUE: readonly Stretch[] = [
  { condition: 'd.due_at IS NOT NULL', columns: ['d.due_at', 'd.id'], kind: 'DATED' },
  { condition: 'd.due_at IS NULL', columns: ['d.due_at', 'd.id'], kind: 'UNDATED' },
];
const BY_SUBMITTED: readonly Stretch[] = [{ condition: undefined, columns: ['d.submitted_at', 'd.id'], kind: 'BY_INSTANT' }];
/** For who sees no due date: none tells by its place what it is. */
const BY_KEY: readonly Stretch[] = [{ condition: undefined, columns: ['d.id'], kind: 'UNDATED' }];

/** The order of a page's rows as they are read; `dated`: the viewer sees due dates. */
export function sortOf(order: DossierOrder, { backward }: PageRequest, dated: boolean): Sort {
  const descending = order.endsWith('DESC');
  const direction = descending === backward ? 'ASC' : 'DESC';
  if (order.startsWith('SUBMITTED')) return { by: 'd.submitted_at', direction, stretches: BY_SUBMITTED };
  const due = dated ? 'd.due_at' : 'NULL::timestamptz';
  return { by: `coalesce(${due}, '${descending ? '-' : ''}infinity')`, direction, stretches: dated ? BY_DUE : BY_KEY };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in a list, and on which side of it a page lies. */
interface Edge {
  /** Null: among the rows without a due date. */
  at: string | null;
  id: string;
  side: 'after' | 'before';
  /** Rows beyond it have greater values. */
  greater: boolean;
}

/** What lies beyond a page's cursors in a stretch, over `d`. Throws BAD_USER_INPUT for a cursor of anything else. */
export function beyondCursors(stretch: Stretch, order: DossierOrder, page: { request: PageRequest; values: Values }): string[] {
  return edgesOf(order, page.request).flatMap((edge) => beyond(stretch, edge, page.values));
}

function beyond({ kind }: Stretch, { at, id, side, greater }: Edge, values: Values): string[] {
  const than = greater ? '>' : '<';
  if (kind === 'UNDATED') {
    if (at === null) return [`d.id ${than} ${values.add(id)}::uuid`];
    return side === 'before' ? ['FALSE'] : [];
  }
  if (at === null) return side === 'after' ? ['FALSE'] : [];
  const column = kind === 'DATED' ? 'd.due_at' : 'd.submitted_at';
  return [`(${column}, d.id) ${than} (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`];
}

/** Cursors hold the order, the value that it sorts by and the row's key; one of another order would lie somewhere else. */
function edgesOf(order: DossierOrder, request: PageRequest): Edge[] {
  const read = (side: Edge['side'], cursor: PageRequest['after']): Edge[] => {
    if (cursor === undefined) return [];
    const [of, at, id] = cursor;
    const wellFormed = at == null ? order.startsWith('DUE') : isInstant(at);
    if (cursor.length !== 3 || of !== order || !wellFormed || id == null || !UUID.test(id)) {
      throw badUserInput(side, { vi: `${side}: con trỏ không thuộc danh sách này.`, en: `${side} is not a cursor of this list.` });
    }
    return [{ at: at ?? null, id, side, greater: (side === 'after') !== order.endsWith('DESC') }];
  };
  return [...read('after', request.after), ...read('before', request.before)];
}

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
