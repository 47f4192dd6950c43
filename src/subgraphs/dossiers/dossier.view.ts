import type { DossierAccess } from '../../platform/auth/access.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { recordReads } from '../../platform/pii/access-record.ts';
import { maskName } from '../../platform/pii/mask.ts';
import { accessTo, ownIndex } from './dossier.access.ts';
import type { DossierRow } from './dossier.row.ts';
import type { Dossier } from './dossier.type.ts';
import { timelinessOf } from './timeliness.ts';

/** A dossier as this viewer may see it; null: not at all. */
export function toDossier(context: HubContext, row: DossierRow): Dossier | null {
  const access = accessTo(context, row);
  if (access === undefined) return null;
  const now = context.once('business instant', () => context.hub.clock.business());
  const content = access.aspects.has('content');
  return {
    __typename: 'Dossier',
    row,
    access,
    id: toGlobalId('dossier', row.id),
    code: row.code,
    nationalCode: row.national_code,
    origin: row.origin,
    ownerKind: row.owner_kind,
    channel: row.channel,
    status: row.status,
    timeliness: timelinessOf(row, now),
    submittedAt: row.submitted_at,
    acceptedAt: content ? row.accepted_at : null,
    dueAt: content ? row.due_at : null,
    resolvedAt: content ? row.resolved_at : null,
    returnedAt: content ? row.returned_at : null,
    voidedAt: row.voided_at,
    summary: content && access.person === 'full' ? row.summary : null,
    version: row.version,
    fees: access.aspects.has('fees') ? row.fees : [],
    feesSettled: access.aspects.has('fees') ? row.fees_settled : null,
    rating: content ? row.rating : null,
    unidentified: content ? row.unidentified : null,
  } as Dossier;
}

/** The signed statement of what other subgraphs may show of the dossier to this viewer. */
export function grantOf(context: HubContext, row: DossierRow, access: DossierAccess): string {
  return context.hub.grants.sign(context.viewer, {
    subject: row.id,
    code: row.code,
    citizen: row.applicant_id ?? undefined,
    organization: row.organization_id ?? undefined,
    aspects: access.aspects,
    person: access.person,
    units: [row.receiving_unit, row.handling_unit, ...row.scope],
  });
}

/**
 * The owner's name as the viewer may see it. Reading it in clear is recorded before it is given, once for all
 * the names of a request; a person's own dossiers are not recorded.
 */
export function ownerNameOf(context: HubContext, dossier: Dossier): Promise<string | null> | string | null {
  const { row, access } = dossier;
  if (access.person === 'none') return null;
  if (access.person === 'masked') return row.owner_kind === 'CITIZEN' ? maskName(row.owner_name) : row.owner_name;
  const own = ownIndex(context);
  if (row.owner_kind !== 'CITIZEN' || (own !== undefined && row.applicant_index !== null && own.equals(row.applicant_index)))
    return row.owner_name;
  return context
    .loader<string, string>('names read', async (keys) => {
      const rows = keys.map((key) => JSON.parse(key) as [string | null, string, string]);
      const reads = rows.map(([citizen, code]) => ({ citizenId: citizen ?? undefined, purpose: code, fields: ['ownerName'] }));
      await recordReads(context.hub.db, context.viewer, reads);
      return rows.map(([, , name]) => name);
    })
    .load(JSON.stringify([row.owner_name === row.applicant_name ? row.applicant_id : null, row.code, row.owner_name]));
}
