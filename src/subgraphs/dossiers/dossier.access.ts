import { accessToDossier, type DossierAccess } from '../../platform/auth/access.ts';
import { boundOf, hasRole, type Role, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { ShownRow } from './dossier.row.ts';
import type { UnitDirectory } from './units.ts';

/** Roles that may see dossiers at all. */
const READERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];
/** Roles that see more of a dossier than where it is, its state and its fees. */
const CONTENT_READERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];

/** Refuses who has no valid token, and whose role may never do this. */
export function requireRole(viewer: Viewer, roles: readonly Role[]): void {
  if (viewer.token === undefined) throw unauthenticated();
  if (!hasRole(viewer, ...roles)) throw forbidden();
}

/** Refuses who may never see a dossier. */
export function requireReader(viewer: Viewer): void {
  requireRole(viewer, READERS);
}

/** Whether the viewer sees the content of any dossier: who does not must learn nothing of it by narrowing or ordering either. */
export function readsContent(viewer: Viewer): boolean {
  return hasRole(viewer, ...CONTENT_READERS);
}

/** The blind index of the viewer's own number; undefined for who has none. */
function ownIndex(context: HubContext): Buffer | undefined {
  return context.once('own index', () => {
    const { nationalId } = context.viewer;
    return nationalId === undefined ? undefined : context.hub.cipher.blindIndex('nationalId', nationalId);
  });
}

/** Whether the viewer is who filed the dossier. */
export function isOwn(context: HubContext, row: Pick<ShownRow, 'applicant_index'>): boolean {
  return row.applicant_index !== null && ownIndex(context)?.equals(row.applicant_index) === true;
}

/** What the viewer may see of a dossier; undefined: nothing. */
export function accessTo(context: HubContext, row: ShownRow): DossierAccess | undefined {
  return accessToDossier(context.viewer, {
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    sourceSystem: row.source_system,
    own: isOwn(context, row),
  });
}

/** Dossiers by who received or handles them and who filed them: everything, or any of these. */
export interface Sight {
  all: boolean;
  units: ReadonlySet<string>;
  applicantIndex: Buffer | undefined;
}

/** What bounds the dossiers that a viewer may list. */
export interface Visibility extends Sight {
  source: string | undefined;
  sourceUnits: ReadonlySet<string> | 'ALL';
}

/** The dossiers within the bounds of roles that see all below their unit, and those of the viewer's unit itself and of their own. */
function sightOf(context: HubContext, directory: UnitDirectory, wide: readonly Role[]): Sight {
  const { viewer } = context;
  const units = new Set<string>();
  let all = false;
  for (const role of wide) {
    const bound = boundOf(viewer, role);
    if (bound === 'ALL' || (bound !== undefined && directory.isRoot(bound))) all = true;
    else if (bound !== undefined) for (const code of directory.below(bound)) units.add(code);
  }
  if (hasRole(viewer, 'OFFICER', 'UNIT_LEADER') && viewer.unit !== undefined) units.add(viewer.unit);
  return { all, units, applicantIndex: hasRole(viewer, 'CITIZEN') ? ownIndex(context) : undefined };
}

/** The same rules as the role table of access, as bounds of a query. Every row that it lets through is still checked by itself. */
export function visibilityOf(context: HubContext, directory: UnitDirectory): Visibility {
  const { viewer } = context;
  const system = hasRole(viewer, 'SYSTEM') && viewer.source !== undefined ? boundOf(viewer, 'SYSTEM') : undefined;
  const everywhere = system !== undefined && (system === 'ALL' || directory.isRoot(system));
  return {
    ...sightOf(context, directory, ['UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS']),
    source: system === undefined ? undefined : viewer.source,
    sourceUnits: everywhere ? 'ALL' : new Set(system === undefined ? [] : directory.below(system)),
  };
}

/** The dossiers whose people the viewer sees in clear, by the same table. */
export function clearSightOf(context: HubContext, directory: UnitDirectory): Sight {
  return sightOf(context, directory, ['BREAK_GLASS']);
}
