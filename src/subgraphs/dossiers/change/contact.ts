import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Dossier } from '../dossier.type.ts';
import { grantOf } from '../dossier.view.ts';
import { known } from '../known.ts';
import { lastToldContact, type PortalContact } from '../portal-contact.ts';

interface Answer {
  applicantContact: {
    nationalId: string | null;
    oldId: string | null;
    technicalId: string | null;
    phone: string | null;
    email: string | null;
    taxCode: string | null;
  } | null;
}

const QUERY = `query ($grant: String!) { applicantContact(grant: $grant) { nationalId oldId technicalId phone email taxCode } }`;

/** Nothing but the row is known of a dossier's people. */
export const UNKNOWN_CONTACT: PortalContact = { owner: { verified: false }, paidAtPortal: false };

/**
 * What the portal is told of a dossier's people where the hub itself changes it: what it was last told, else what identity knows. To
 * be asked before the transaction opens; throws UPSTREAM_UNAVAILABLE where identity is needed and does not answer.
 */
export async function contactFor(context: HubContext, { row, access }: Dossier): Promise<PortalContact> {
  const told = await lastToldContact(context.hub, context.hub.db, row.id);
  if (told !== undefined) return told;
  const { applicantContact } = await context.peers.ask<Answer>('identity', QUERY, { grant: grantOf(context, row, access) });
  if (applicantContact === null) return UNKNOWN_CONTACT;
  const { nationalId, oldId, technicalId, phone, email, taxCode } = applicantContact;
  // Whose matter it is has the applicant's numbers only where they are one.
  const own = row.organization_id === null && row.owner_name === row.applicant_name;
  const numbers = own ? { nationalId, oldId, technicalId } : { taxCode };
  return { owner: known<PortalContact['owner']>({ ...numbers, phone, email, verified: false }), paidAtPortal: false };
}
