import { boundOf, coversScope, hasRole, type Role, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';

/** Roles that may read synchronizations on their own, each within its bounds. */
export const READERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];
/** Roles that may read connectors and what holds synchronizations up. */
export const WATCHERS: readonly Role[] = ['UNIT_LEADER', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];
/** Roles that may have synchronizations sent again. */
export const MENDERS: readonly Role[] = ['UNIT_LEADER', 'OPERATOR'];
/** Roles that read the upstream's own text. */
const REASON_READERS: readonly Role[] = ['UNIT_LEADER', 'OPERATOR'];

/** Throws where no held role may ever do this. */
export function requireRole(viewer: Viewer, roles: readonly Role[]): void {
  if (viewer.token === undefined) throw unauthenticated();
  if (!hasRole(viewer, ...roles)) throw forbidden();
}

/** The condition under which a row of `integration.synchronization` is the viewer's to see, over `$1` … `$4`. Each part but the first two has its index. */
export const VISIBLE = `($1::boolean OR scope && $2::text[] OR receiving_unit = ANY($3::text[])
  OR (handling_unit = ANY($3::text[]) AND handling_unit IS DISTINCT FROM receiving_unit) OR citizen_index = $4::bytea)`;

/**
 * The values of `VISIBLE`: everything, units with all below them, units alone, the viewer's own. What does
 * not apply is null, so that the planner drops its part and finds an index for the rest.
 */
export type Visibility = readonly [boolean | null, string[] | null, string[] | null, Buffer | null];

/** What of the synchronizations the viewer may see in any of `roles`. */
export function visibilityOf({ hub, viewer }: Pick<HubContext, 'hub' | 'viewer'>, roles: readonly Role[]): Visibility {
  const bounds = roles.filter((role) => role !== 'CITIZEN' && role !== 'OFFICER').map((role) => boundOf(viewer, role));
  const units = bounds.filter((bound): bound is string => bound !== undefined && bound !== 'ALL');
  const officer = roles.includes('OFFICER') ? boundOf(viewer, 'OFFICER') : undefined;
  const citizen = roles.includes('CITIZEN') && hasRole(viewer, 'CITIZEN') ? viewer.nationalId : undefined;
  return [
    bounds.includes('ALL') ? true : null,
    units.length === 0 ? null : units,
    officer === undefined ? null : [officer],
    citizen === undefined ? null : hub.cipher.blindIndex('nationalId', citizen),
  ];
}

/** Whether the viewer reads the upstream's text at a row of that scope. */
export function seesReasons(viewer: Viewer, scope: readonly string[]): boolean {
  return REASON_READERS.some((role) => hasRole(viewer, role) && coversScope(viewer, role, scope));
}
