import type { PortalDossier, PortalStep } from '../../../../connectors/contract/portal.ts';
import { nationalCodeOf } from '../../../platform/graphql/enums.ts';
import { toLocalIso } from '../../../platform/time.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { DossierIngestInput, DossierStepInput } from './ingest.input.ts';

/** The outside system that every dossier is reported to. */
export const PORTAL = 'national-portal';

/** The national state that closes a voided dossier at the portal: stopped. */
const VOIDED_STATUS = 8;

const OWNER_KINDS = { CITIZEN: 1, ENTERPRISE: 2, STATE_AGENCY: 3, OTHER_ORGANIZATION: 4 } as const;

const instant = (value: Date | null | undefined) => (value == null ? undefined : toLocalIso(value));

/** Leaves out what is not known, so that absence stays absence on the wire. */
function known<T extends object>(value: { [K in keyof T]: T[K] | undefined | null }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each != null)) as T;
}

/** A dossier as the portal must learn it. It holds personal data: only ever kept encrypted. */
export function portalDossier(
  row: DossierRow,
  input: DossierIngestInput,
  names: { procedure: string; field: string; unit: string },
): PortalDossier {
  const { applicant, owner } = input;
  const ownerIsApplicant = owner == null;
  return known<PortalDossier>({
    code: row.code,
    nationalCode: row.national_code ?? undefined,
    origin: row.origin,
    procedureCode: row.procedure,
    procedureName: names.procedure,
    fieldName: names.field,
    ownerKind: OWNER_KINDS[row.owner_kind],
    ownerName: row.owner_name,
    owner: known<PortalDossier['owner']>({
      nationalId: (ownerIsApplicant ? applicant.nationalId : owner.nationalId) ?? undefined,
      oldId: ownerIsApplicant && applicant.identityDocument?.kind === 'OLD_ID' ? applicant.identityDocument.number : undefined,
      technicalId: ownerIsApplicant ? (applicant.technicalId ?? undefined) : undefined,
      taxCode: owner?.taxCode ?? undefined,
      phone: applicant.phone ?? undefined,
      email: applicant.email ?? undefined,
      verified: false,
    }),
    channel: row.channel,
    status: row.voided_at === null ? nationalCodeOf(row.status) : VOIDED_STATUS,
    summary: row.summary ?? undefined,
    unitName: names.unit,
    submittedAt: toLocalIso(row.submitted_at),
    acceptedAt: instant(row.accepted_at),
    dueAt: instant(row.due_at),
    finishedAt: instant(row.finished_at),
    returnedAt: instant(row.returned_at),
    refusedAt: instant(row.refused_at),
    resultByPost: row.result_by_post,
    paidOnline: paidOnline(row, input),
    files: row.documents.map((each) =>
      known<PortalDossier['files'][number]>({
        ...each,
        componentCode: each.componentCode ?? undefined,
        resultCode: each.resultCode ?? undefined,
        url: each.url ?? undefined,
      }),
    ),
    fees: row.fees.map(({ code, name, kind, amount }) => ({ code, name, kind, amount })),
    supplements: row.supplements.map((each) => known<PortalDossier['supplements'][number]>({ ...each })),
  });
}

function paidOnline(row: DossierRow, input: DossierIngestInput): PortalDossier['paidOnline'] {
  if (!row.paid_online_by_source && !row.paid_online_by_hub) return 'NO';
  const atPortal = (input.payments ?? []).some((payment) => payment.status === 'SUCCEEDED' && payment.provider === 'NATIONAL_PLATFORM');
  return atPortal ? 'AT_PORTAL' : 'AT_PROVINCE';
}

/** A handling step as the portal must learn it. A step without words says what state it led to. */
export function portalStep(event: EventRow, step: DossierStepInput | undefined): PortalStep {
  return known<PortalStep>({
    at: toLocalIso(event.at),
    status: nationalCodeOf(event.status),
    officer: event.actor,
    title: event.title ?? undefined,
    department: event.department ?? undefined,
    content: event.note ?? event.status,
    startedAt: instant(step?.startedAt),
    endBy: instant(step?.endBy),
  });
}
