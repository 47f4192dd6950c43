import type { PortalDossier, PortalStep } from '../../../../connectors/contract/portal.ts';
import { nationalCodeOf } from '../../../platform/graphql/enums.ts';
import { toLocalIso } from '../../../platform/time.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { known } from '../known.ts';
import type { PortalContact } from '../portal-contact.ts';
import type { DossierStepInput } from './ingest.input.ts';
import { stepContent } from './source-content.ts';

/** The outside system that every dossier is reported to. */
export const PORTAL = 'national-portal';

/** LoaiDoiTuong. */
export const OWNER_KINDS = { CITIZEN: 1, ENTERPRISE: 2, STATE_AGENCY: 3, OTHER_ORGANIZATION: 4 } as const;

const instant = (value: Date | null | undefined) => (value == null ? undefined : toLocalIso(value));

/** A dossier as the portal must learn it. It holds personal data: only ever kept encrypted. */
export function portalDossier(
  row: DossierRow,
  contact: PortalContact,
  names: { procedure: string; field: string; fieldCode: string | null; unit: string; voidedStatus: number },
): PortalDossier {
  return known<PortalDossier>({
    ...contact.particulars,
    code: row.code,
    nationalCode: row.national_code ?? undefined,
    origin: row.origin,
    procedureCode: row.procedure,
    procedureName: names.procedure,
    fieldCode: names.fieldCode ?? undefined,
    fieldName: names.field,
    ownerKind: OWNER_KINDS[row.owner_kind],
    ownerName: row.owner_name,
    owner: contact.owner,
    channel: row.channel,
    status: row.voided_at === null ? nationalCodeOf(row.status) : names.voidedStatus,
    summary: row.summary ?? undefined,
    unitName: names.unit,
    submittedAt: toLocalIso(row.submitted_at),
    acceptedAt: instant(row.accepted_at),
    dueAt: instant(row.due_at),
    finishedAt: instant(row.finished_at),
    returnedAt: instant(row.returned_at),
    refusedAt: instant(row.refused_at),
    resultByPost: row.result_by_post,
    paidOnline: paidOnline(row, contact),
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

function paidOnline(row: DossierRow, { paidAtPortal }: PortalContact): PortalDossier['paidOnline'] {
  if (!row.paid_online_by_source && !row.paid_online_by_hub) return 'NO';
  return paidAtPortal ? 'AT_PORTAL' : 'AT_PROVINCE';
}

/** A handling step as the portal must learn it, `status` where it differs from the event's own. A step without words says what state it led to. */
export function portalStep(event: EventRow, step: DossierStepInput | undefined, status = nationalCodeOf(event.status)): PortalStep {
  return known<PortalStep>({
    at: toLocalIso(event.at),
    status,
    officer: event.actor,
    title: event.title ?? undefined,
    department: event.department ?? undefined,
    content: stepContent(event),
    startedAt: instant(step?.startedAt),
    endBy: instant(step?.endBy),
  });
}
