/** The graph's `Role`. */
export const ROLES = [
  'CITIZEN',
  'OFFICER',
  'UNIT_LEADER',
  'ACCOUNTANT',
  'OPERATOR',
  'ADMINISTRATOR',
  'AUDITOR',
  'SYSTEM',
  'BREAK_GLASS',
] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Made from a verified token, or nobody. */
export interface Viewer {
  /** `sub`; "anonymous" for nobody. */
  subject: string;
  /** An officer's name as people read it; absent: the token gives none. Never who somebody is: that is `subject`. */
  name?: string;
  roles: readonly Role[];
  /** An administrative unit's code. */
  unit: string | undefined;
  nationalId: string | undefined;
  /** A citizen's account at the national portal (TechID); absent: the token gives none. */
  technicalId?: string;
  /** The commune system that a SYSTEM token speaks for. */
  source: string | undefined;
  /** The token itself, to pass on to peers; undefined for nobody. */
  token: string | undefined;
}

export const NOBODY: Viewer = {
  subject: 'anonymous',
  roles: [],
  unit: undefined,
  nationalId: undefined,
  source: undefined,
  token: undefined,
};

export function hasRole(viewer: Viewer, ...roles: Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}

/** Roles whose token means the whole province where it names no unit. */
const PROVINCE_WHEN_UNSAID: readonly Role[] = ['ACCOUNTANT', 'OPERATOR', 'ADMINISTRATOR', 'AUDITOR', 'SYSTEM', 'BREAK_GLASS'];

/**
 * Whether `unit` is within what the viewer's unit covers in that role. `scope` holds the codes of the
 * object's units and of all units above them, so the province's code covers everything.
 */
export function coversScope(viewer: Viewer, role: Role, scope: readonly string[]): boolean {
  if (viewer.unit === undefined) return PROVINCE_WHEN_UNSAID.includes(role);
  return scope.includes(viewer.unit);
}

/**
 * The unit that bounds a role's reading: a unit code, `ALL` where nothing bounds it, undefined where
 * the viewer does not have the role (or it needs a unit that the token lacks).
 */
export function boundOf(viewer: Viewer, role: Role): string | 'ALL' | undefined {
  if (!viewer.roles.includes(role)) return undefined;
  if (viewer.unit !== undefined) return viewer.unit;
  return PROVINCE_WHEN_UNSAID.includes(role) ? 'ALL' : undefined;
}
