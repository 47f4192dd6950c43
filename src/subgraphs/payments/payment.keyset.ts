import { badUserInput } from '../../platform/errors.ts';
import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Values } from './payment.access.ts';

const UUID = /^[0-9a-f-]{36}$/;

/** What a list is ordered by: columns of an instant and, for ties, of an id. */
export interface Keyset {
  at: string;
  id: string;
  ascending: boolean;
}

/** The order in which a page is read: that of the list, or backwards. */
export function keysetOrder(page: PageRequest, { at, id, ascending }: Keyset): string {
  const direction = ascending === page.backward ? 'DESC' : 'ASC';
  return `ORDER BY ${at} ${direction}, ${id} ${direction}`;
}

/** What lies beyond a page's cursors. Throws BAD_USER_INPUT for a cursor of another list. */
export function keysetConditions(page: PageRequest, { at, id, ascending }: Keyset, values: Values): string[] {
  const beyond = (field: 'after' | 'before', cursor: readonly (string | null)[] | undefined) => {
    if (cursor === undefined) return [];
    const [instant, key] = cursor;
    if (instant == null || key == null || Number.isNaN(Date.parse(instant)) || !UUID.test(key)) {
      throw badUserInput(field, { vi: `${field}: con trỏ không thuộc danh sách này.`, en: `${field} is not a cursor of this list.` });
    }
    const later = (field === 'after') === ascending;
    // To the millisecond, as the cursor is: the columns hold nothing finer.
    return [`(${at}, ${id}) ${later ? '>' : '<'} (${values.add(instant)}::timestamptz, ${values.add(key)}::uuid)`];
  };
  return [...beyond('after', page.after), ...beyond('before', page.before)];
}
