import { coversScope, type Role, type Viewer } from './viewer.ts';

/**
 * The parts of a dossier that roles see apart. `content`: events, supplements, documents, summary and
 * times; `reasons`: the upstream's text at a synchronization.
 */
export const ASPECTS = ['core', 'content', 'fees', 'payments', 'synchronizations', 'reasons'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How personal data of the applicant and owner is shown. */
export type PersonLevel = 'none' | 'masked' | 'full';

/** What a viewer may see of one dossier. */
export interface DossierAccess {
  aspects: ReadonlySet<Aspect>;
  person: PersonLevel;
}

/** What decides over access to a dossier. `scope`: its units and all units above them. */
export interface DossierFacts {
  receivingUnit: string;
  handlingUnit: string;
  scope: readonly string[];
  sourceSystem: string | undefined;
  /** Whether the viewer is the applicant (by the blind index of the token's number). */
  own: boolean;
}

const ALL: readonly Aspect[] = ['core', 'content', 'fees', 'payments', 'synchronizations', 'reasons'];
const WITHOUT_REASONS: readonly Aspect[] = ['core', 'content', 'fees', 'payments', 'synchronizations'];

interface Rule {
  role: Role;
  applies(viewer: Viewer, dossier: DossierFacts): boolean;
  aspects: readonly Aspect[];
  person: PersonLevel;
}

const inUnit = (viewer: Viewer, dossier: DossierFacts) =>
  viewer.unit !== undefined && (dossier.receivingUnit === viewer.unit || dossier.handlingUnit === viewer.unit);

/** The role table for dossiers: the one place that says who sees what of them. The most that any held role gives counts. */
const RULES: readonly Rule[] = [
  { role: 'CITIZEN', applies: (_, dossier) => dossier.own, aspects: WITHOUT_REASONS, person: 'full' },
  { role: 'OFFICER', applies: inUnit, aspects: WITHOUT_REASONS, person: 'full' },
  { role: 'UNIT_LEADER', applies: inUnit, aspects: ALL, person: 'full' },
  { role: 'UNIT_LEADER', applies: (viewer, dossier) => coversScope(viewer, 'UNIT_LEADER', dossier.scope), aspects: ALL, person: 'masked' },
  {
    role: 'ACCOUNTANT',
    applies: (viewer, dossier) => coversScope(viewer, 'ACCOUNTANT', dossier.scope),
    aspects: ['core', 'fees', 'payments'],
    person: 'masked',
  },
  {
    role: 'OPERATOR',
    applies: (viewer, dossier) => coversScope(viewer, 'OPERATOR', dossier.scope),
    aspects: ['core', 'synchronizations', 'reasons'],
    person: 'none',
  },
  {
    role: 'AUDITOR',
    applies: (viewer, dossier) => coversScope(viewer, 'AUDITOR', dossier.scope),
    aspects: WITHOUT_REASONS,
    person: 'masked',
  },
  {
    role: 'BREAK_GLASS',
    applies: (viewer, dossier) => coversScope(viewer, 'BREAK_GLASS', dossier.scope),
    aspects: WITHOUT_REASONS,
    person: 'full',
  },
  {
    role: 'SYSTEM',
    applies: (viewer, dossier) =>
      viewer.source !== undefined && viewer.source === dossier.sourceSystem && coversScope(viewer, 'SYSTEM', dossier.scope),
    aspects: WITHOUT_REASONS,
    person: 'masked',
  },
];

const PERSON_ORDER: readonly PersonLevel[] = ['none', 'masked', 'full'];

/** What the viewer may see of a dossier; undefined: nothing, not even that it exists. */
export function accessToDossier(viewer: Viewer, dossier: DossierFacts): DossierAccess | undefined {
  const aspects = new Set<Aspect>();
  let person: PersonLevel = 'none';
  for (const rule of RULES) {
    if (!viewer.roles.includes(rule.role) || !rule.applies(viewer, dossier)) continue;
    for (const aspect of rule.aspects) aspects.add(aspect);
    if (PERSON_ORDER.indexOf(rule.person) > PERSON_ORDER.indexOf(person)) person = rule.person;
  }
  return aspects.size === 0 ? undefined : { aspects, person };
}
