import { accessToDossier, type DossierAccess } from '../../platform/auth/access.ts';
import { boundOf, hasRole, type Role, type Viewer } from '../../platform/auth/viewer.ts';
import { forbidden, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import type { DossierRow } from './dossier.row.ts';
import type { UnitDirectory } from './units.ts';

/** Roles that may see dossiers at all. */
const READERS: readonly Role[] = ['CITIZEN', 'OFFICER', 'UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];

/** Refuses who may never see a dossier. */
export function requireReader(viewer: Viewer): void {
  if (viewer.roles.length === 0) throw unauthenticated();
  if (!hasRole(viewer, ...READERS)) throw forbidden();
}

/** The blind index of the viewer's own number; undefined for who has none. */
export function ownIndex(context: HubContext): Buffer | undefined {
  return context.once('own index', () => {
    const { nationalId } = context.viewer;
    return nationalId === undefined ? undefined : context.hub.cipher.blindIndex('nationalId', nationalId);
  });
}

/** What the viewer may see of a dossier; undefined: nothing. */
export function accessTo(context: HubContext, row: DossierRow): DossierAccess | undefined {
  const own = ownIndex(context);
  return accessToDossier(context.viewer, {
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    sourceSystem: row.source_system,
    own: own !== undefined && row.applicant_index !== null && own.equals(row.applicant_index),
  });
}

/** What bounds the dossiers that a viewer may list: everything, or any of these. */
export interface Visibility {
  all: boolean;
  units: ReadonlySet<string>;
  applicantIndex: Buffer | undefined;
  source: string | undefined;
  sourceUnits: readonly string[] | 'ALL';
}

/** The same rules as the role table of access, as bounds of a query. Every row that it lets through is still checked by itself. */
export function visibilityOf(context: HubContext, directory: UnitDirectory): Visibility {
  const { viewer } = context;
  const units = new Set<string>();
  let all = false;
  const widen = (bound: string | 'ALL' | undefined) => {
    if (bound === undefined) return;
    if (bound === 'ALL' || directory.isRoot(bound)) all = true;
    else for (const code of directory.below(bound)) units.add(code);
  };
  if (hasRole(viewer, 'OFFICER') && viewer.unit !== undefined) units.add(viewer.unit);
  for (const role of ['UNIT_LEADER', 'ACCOUNTANT', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'] as const) widen(boundOf(viewer, role));
  const system = hasRole(viewer, 'SYSTEM') && viewer.source !== undefined ? boundOf(viewer, 'SYSTEM') : undefined;
  const everywhere = system !== undefined && (system === 'ALL' || directory.isRoot(system));
  return {
    all,
    units,
    applicantIndex: hasRole(viewer, 'CITIZEN') ? ownIndex(context) : undefined,
    source: system === undefined ? undefined : viewer.source,
    sourceUnits: system === undefined ? [] : everywhere ? 'ALL' : directory.below(system),
  };
}
