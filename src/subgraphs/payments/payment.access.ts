import { accessToDossier, type PersonLevel } from '../../platform/auth/access.ts';
import { boundOf, coversScope, hasRole, type Role, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { PaymentRow } from './payment.row.ts';

/** Roles that read payments on their own, each within its bounds. */
export const PAYMENT_READERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'ACCOUNTANT', 'AUDITOR', 'BREAK_GLASS'];
/** Roles that read the ledger, statements and reconciliations. */
export const BOOK_READERS: readonly Role[] = ['ACCOUNTANT', 'AUDITOR', 'BREAK_GLASS'];

/** Throws where no held role may ever do this. */
export function requireRole(viewer: Viewer, roles: readonly Role[]): void {
  if (viewer.token === undefined) throw unauthenticated();
  if (!hasRole(viewer, ...roles)) throw forbidden();
}

/** The blind index of the viewer's own number; undefined for who has none. */
function ownIndex(context: HubContext): Buffer | undefined {
  return context.once('payments own index', () => {
    const { nationalId } = context.viewer;
    return nationalId === undefined ? undefined : context.hub.cipher.blindIndex('nationalId', nationalId);
  });
}

/** How the viewer may see who pays; undefined: the payment is not theirs to see. The rules are those of its dossier. */
export function accessToPayment(context: HubContext, row: PaymentRow): { person: PersonLevel } | undefined {
  const own = ownIndex(context);
  const access = accessToDossier(context.viewer, {
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    sourceSystem: undefined,
    own: own !== undefined && row.citizen_index !== null && own.equals(row.citizen_index),
  });
  return access?.aspects.has('payments') ? { person: access.person } : undefined;
}

/** Whether the viewer may read what is kept in the books of that scope. */
export function readsBooks(viewer: Viewer, scope: readonly string[]): boolean {
  return BOOK_READERS.some((role) => hasRole(viewer, role) && coversScope(viewer, role, scope));
}

/** Values of a statement that is being put together. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** The condition under which a payment `p` is the viewer's to see: the same rules as `accessToPayment`, as bounds of a query. */
export function visibleTo(context: HubContext, values: Values): string {
  const { viewer } = context;
  const bounds = (['UNIT_LEADER', 'ACCOUNTANT', 'AUDITOR', 'BREAK_GLASS'] as const).map((role) => boundOf(viewer, role));
  if (bounds.includes('ALL')) return 'TRUE';
  const conditions: string[] = [];
  const wide = bounds.find((bound) => bound !== undefined);
  if (wide !== undefined) conditions.push(`p.scope @> ARRAY[${values.add(wide)}::text]`);
  if (hasRole(viewer, 'OFFICER') && viewer.unit !== undefined) {
    const unit = values.add(viewer.unit);
    // Each side has its index; nearly all payments have one unit for both.
    conditions.push(`p.receiving_unit = ${unit} OR (p.handling_unit = ${unit} AND p.handling_unit <> p.receiving_unit)`);
  }
  const own = hasRole(viewer, 'CITIZEN') ? ownIndex(context) : undefined;
  if (own !== undefined) conditions.push(`p.citizen_index = ${values.add(own)}::bytea`);
  return conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`;
}

/** The condition under which books of a scope, by default those of a merchant `m`, are the viewer's to read. */
export function booksVisibleTo(viewer: Viewer, values: Values, scope = 'm.scope'): string {
  const bounds = BOOK_READERS.map((role) => boundOf(viewer, role));
  if (bounds.includes('ALL')) return 'TRUE';
  const unit = bounds.find((bound) => bound !== undefined);
  return unit === undefined ? 'FALSE' : `${scope} @> ARRAY[${values.add(unit)}::text]`;
}
