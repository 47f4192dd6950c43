import type { DossierAccess } from '../../platform/auth/access.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { recordReads } from '../../platform/pii/access-record.ts';
import { maskName, maskText } from '../../platform/pii/mask.ts';
import { soonOf } from './deadline/soon.ts';
import { timelinessOf } from './deadline/timeliness.ts';
import { accessTo, isOwn } from './dossier.access.ts';
import { businessInstant } from './dossier.filter.ts';
import type { EventRow, Papers, ShownRow } from './dossier.row.ts';
import type { Dossier, DossierDocument, DossierEvent, DossierSupplement } from './dossier.type.ts';

/** A dossier as this viewer may see it; null: not at all. */
export function toDossier(context: HubContext, row: ShownRow, access = accessTo(context, row)): Dossier | null {
  if (access === undefined) return null;
  const content = access.aspects.has('content');
  const now = businessInstant(context);
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
    timeliness: timelinessOf(row, now, soonOf(context, now)),
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
export function grantOf(context: HubContext, row: ShownRow, access: DossierAccess): string {
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
  // Who keeps the money sees who pays, and that is the applicant.
  if (!access.aspects.has('content') && row.owner_name !== row.applicant_name) return null;
  if (access.person === 'masked') return isPersons(row) ? maskName(row.owner_name) : textFor(dossier, row.owner_name);
  if (!isPersons(row) || isOwn(context, row)) return row.owner_name;
  return context
    .loader<string, string>('names read', async (keys) => {
      const rows = keys.map((key) => JSON.parse(key) as [string | null, string, string]);
      const reads = rows.map(([citizen, code]) => ({ citizenId: citizen ?? undefined, purpose: code, fields: ['ownerName'] }));
      await recordReads(context.hub.db, context.viewer, reads);
      return rows.map(([, , name]) => name);
    })
    .load(JSON.stringify([row.owner_name === row.applicant_name ? row.applicant_id : null, row.code, row.owner_name]));
}

/** Whether the owner's name is a person's: a household business often bears its holder's. */
function isPersons(row: Pick<ShownRow, 'owner_kind' | 'owner_name' | 'applicant_name'>): boolean {
  return row.owner_kind === 'CITIZEN' || row.owner_name === row.applicant_name;
}

/** Free text as the viewer may see it: where people are masked, without their names and what looks like a number or an address. */
function textFor({ row, access }: Dossier, text: string): string {
  if (access.person === 'full') return text;
  const names = new Set([row.applicant_name, ...(isPersons(row) ? [row.owner_name] : [])]);
  return [...names].reduce((masked, name) => masked.replace(anyCase(name), (found) => maskName(found)), maskText(text));
}

const anyCase = (text: string) => new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'giu');

/** A handling step as the viewer may see it. The applicant acts in some of them, and is no officer. */
export function toEvent(dossier: Dossier, event: EventRow): DossierEvent {
  return {
    ...event,
    id: toGlobalId('event', event.id),
    actor: textFor(dossier, event.actor),
    note: event.note === null ? null : textFor(dossier, event.note),
  };
}

/** The supplement requests as the viewer may see them. */
export function toSupplements(dossier: Dossier, { supplements }: Papers): DossierSupplement[] {
  return supplements.map((supplement) => ({ ...supplement, content: textFor(dossier, supplement.content) }));
}

/** The papers as the viewer may see them: a scan of an identity card masks nobody, so its address goes with the right to see people. */
export function toDocuments(dossier: Dossier, { documents }: Papers): DossierDocument[] {
  return documents.map((document) => ({
    ...document,
    id: toGlobalId('document', document.id),
    name: textFor(dossier, document.name),
    url: dossier.access.person === 'full' ? document.url : null,
  }));
}
