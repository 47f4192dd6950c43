import { hasRole } from '../../../platform/auth/viewer.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { isOwn } from '../dossier.access.ts';
import type { DossierRow } from '../dossier.row.ts';
import type { Mover } from '../lifecycle/transitions.ts';
import type { UnitDirectory } from '../units.ts';

/** Who acted, as the step of a dossier names them. */
export interface Actor {
  actor: string;
  department: string | null;
}

/** The applicant is not named: who may see the dossier's people sees them there. */
export const APPLICANT: Actor = { actor: 'Người nộp', department: null };
export const SYSTEM: Actor = { actor: 'Hệ thống', department: null };

/** An officer by the name that their token gives, else by its subject, in their unit: so papers and the portal call them. */
export function officerOf({ viewer }: Pick<HubContext, 'viewer'>, directory: UnitDirectory): Actor {
  const unit = viewer.unit === undefined ? undefined : directory.get(viewer.unit);
  return { actor: viewer.name ?? viewer.subject, department: unit?.name ?? null };
}

/** As whom the viewer may move a dossier; nobody: whoever oversees it sees it and leaves it to its units. */
export function moversOf(
  context: HubContext,
  row: Pick<DossierRow, 'applicant_index' | 'receiving_unit' | 'handling_unit'>,
): ReadonlySet<Mover> {
  const { viewer } = context;
  const movers = new Set<Mover>();
  if (hasRole(viewer, 'CITIZEN') && isOwn(context, row)) movers.add('APPLICANT');
  const atDesk = viewer.unit !== undefined && (viewer.unit === row.receiving_unit || viewer.unit === row.handling_unit);
  if (hasRole(viewer, 'OFFICER', 'UNIT_LEADER') && atDesk) movers.add('UNIT');
  return movers;
}
