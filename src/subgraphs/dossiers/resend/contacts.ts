import type { Queryable } from '../../../platform/database/database.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow } from '../dossier.row.ts';
import { sending } from '../ingest/events.ts';
import { contactKnown, type IdentityContact, NO_CONTACT, openContact, type PortalContact } from '../portal-contact.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import { readDossiers } from './choose.ts';

const QUERY = `query ($job: String!, $wanted: [ApplicantContactWanted!]!) {
  applicantContacts(job: $job, wanted: $wanted) { nationalId oldId otherId technicalId phone email taxCode }
}`;

/**
 * What identity knows of the people of dossiers that are reported and that the portal was never told of in a form that can still be
 * read: those of an import or of the sample. One call, recorded there as a read by that job; nobody is asked about who need not be known.
 */
export async function contactsFromIdentity(hub: Platform, ids: readonly string[], job: string): Promise<Map<string, PortalContact>> {
  const reporting = await reportingDirectory(hub);
  const at = hub.clock.business();
  const rows = (await readDossiers(hub.db, ids)).filter((row) => sending(reporting.of(row, at)).whole !== undefined);
  const told = await lastToldContacts(hub, hub.db, rows);
  const wanted = rows.flatMap((row) => (row.applicant_id === null || told.has(row.id) ? [] : [{ row, citizen: row.applicant_id }]));
  if (wanted.length === 0) return new Map();
  const { applicantContacts } = await hub.peers.ask<{ applicantContacts: (IdentityContact | null)[] }>('identity', QUERY, {
    job,
    wanted: wanted.map(({ row, citizen }) => ({
      dossier: row.code,
      citizen: toGlobalId('citizen', citizen),
      organization: row.organization_id === null ? null : toGlobalId('organization', row.organization_id),
    })),
  });
  return new Map(
    wanted.map(({ row }, place): [string, PortalContact] => {
      const contact = applicantContacts[place];
      return [row.id, contact == null ? NO_CONTACT : contactKnown(row, contact)];
    }),
  );
}

/** What the portal was last told of the people of dossiers, out of the outbox, by row key. */
export async function lastToldContacts(hub: Platform, sql: Queryable, rows: readonly DossierRow[]): Promise<Map<string, PortalContact>> {
  const told = await sql.query<{ id: string; sealed: Buffer }>(
    `SELECT t.id, last.sealed FROM unnest($1::uuid[]) AS t(id), LATERAL (
       SELECT e.sealed FROM outbox.event e WHERE e.subject_id = t.id AND e.kind IN ('portal.dossier', 'portal.status') AND e.sealed IS NOT NULL
       ORDER BY e.id DESC LIMIT 1) last`,
    [rows.map(({ id }) => id)],
  );
  return new Map(
    told.flatMap(({ id, sealed }): [string, PortalContact][] => {
      const contact = openContact(hub, id, sealed);
      return contact === undefined ? [] : [[id, contact]];
    }),
  );
}
