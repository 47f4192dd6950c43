import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Dossier } from '../dossier.type.ts';
import { grantOf } from '../dossier.view.ts';
import { contactKnown, type IdentityContact, lastToldContact, NO_CONTACT, type PortalContact } from '../portal-contact.ts';

const QUERY = `query ($grant: String!) { applicantContact(grant: $grant) { nationalId oldId otherId technicalId phone email taxCode } }`;

/**
 * What the portal is told of a dossier's people where the hub itself changes it: what it was last told, else what identity knows. To
 * be asked before the transaction opens; throws UPSTREAM_UNAVAILABLE where identity is needed and does not answer.
 */
export async function contactFor(context: HubContext, { row, access }: Dossier): Promise<PortalContact> {
  const told = await lastToldContact(context.hub, context.hub.db, row.id);
  if (told !== undefined) return told;
  const grant = grantOf(context, row, access);
  const { applicantContact } = await context.peers.ask<{ applicantContact: IdentityContact | null }>('identity', QUERY, { grant });
  return applicantContact === null ? NO_CONTACT : contactKnown(row, applicantContact);
}
