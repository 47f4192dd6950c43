import type { DossierOrigin } from '../../../platform/graphql/enums.ts';
import { localDateOf } from '../../../platform/time.ts';

/** The portal's services by which a dossier can be reported. */
export const PORTAL_SERVICES = ['DongBoHoSoMC', 'DongBoTrangThaiHoSo', 'CapNhatTienDoHoSoMC'] as const;
export type PortalServiceName = (typeof PORTAL_SERVICES)[number];

/** Whose system reports a procedure's dossiers. */
export const REPORTERS = ['PROVINCE', 'MINISTRY', 'POLICE'] as const;
export type Reporter = (typeof REPORTERS)[number];

/**
 * Which services report the dossiers of an origin. What is null fits everything. Days are YYYY-MM-DD of filing: the first one, and
 * the first one no more.
 */
export interface ReportingRule {
  id: string;
  origin: DossierOrigin;
  procedure: string | null;
  reported_by: Reporter | null;
  profile: string | null;
  services: PortalServiceName[];
  valid_from: string;
  valid_to: string | null;
}

/** What a rule is chosen by. */
export interface ReportedSubject {
  origin: DossierOrigin;
  procedure: string;
  reportedBy: Reporter;
  submittedAt: Date;
}

/** Of two rules that fit, the more special one decides: by procedure, then by who reports, then by profile; then the later one. */
export function inOrder(rules: readonly ReportingRule[]): ReportingRule[] {
  const weight = (rule: ReportingRule) =>
    (rule.procedure === null ? 0 : 4) + (rule.reported_by === null ? 0 : 2) + (rule.profile === null ? 0 : 1);
  return [...rules].sort((a, b) => weight(b) - weight(a) || (a.valid_from < b.valid_from ? 1 : -1));
}

/** The services that report a dossier by rules in order. None where no rule fits: what nobody decided is not sent. */
export function servicesOf(rules: readonly ReportingRule[], subject: ReportedSubject): readonly PortalServiceName[] {
  const day = localDateOf(subject.submittedAt);
  const found = rules.find(
    (rule) =>
      rule.origin === subject.origin &&
      (rule.procedure === null || rule.procedure === subject.procedure) &&
      (rule.reported_by === null || rule.reported_by === subject.reportedBy) &&
      rule.valid_from <= day &&
      (rule.valid_to === null || day < rule.valid_to),
  );
  return found?.services ?? [];
}
