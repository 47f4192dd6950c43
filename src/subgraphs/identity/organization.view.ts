import type { Grant } from '../../platform/auth/grant.ts';
import { isPersonalTaxCode } from '../../platform/domain/tax-code.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { recordRead } from './citizen.view.ts';
import { openOrganization } from './organization.record.ts';
import type { Organization } from './organization.type.ts';

interface OrganizationRow {
  id: string;
  sealed: Buffer;
}

/** The organization of a dossier; null where the viewer may not see the dossier's content. */
export async function seeOrganization(context: HubContext, grant: Grant, selected: ReadonlySet<string>): Promise<Organization | null> {
  if (grant.organization === undefined || grant.person === 'none' || !grant.aspects.has('content')) return null;
  const row = await load(context, grant.organization);
  if (row === null) return null;
  const { name, taxCode } = openOrganization(context.hub.cipher, row.sealed);
  const personal = taxCode !== null && isPersonalTaxCode(taxCode) && !isOwnNumber(context, taxCode);
  if (personal && grant.person === 'full' && selected.has('taxCode')) {
    await recordRead(context, { citizenId: undefined, purpose: grant.code, fields: ['organization.taxCode'] });
  }
  const shown = personal && grant.person !== 'full' ? null : taxCode;
  return { __typename: 'Organization', id: toGlobalId('organization', row.id), name, taxCode: shown } as unknown as Organization;
}

function isOwnNumber(context: HubContext, taxCode: string): boolean {
  return context.viewer.nationalId === taxCode;
}

function load(context: HubContext, id: string): Promise<OrganizationRow | null> {
  const loader = context.loader<string, OrganizationRow | null>('identity.organization', async (ids) => {
    const rows = await context.hub.db.query<OrganizationRow>('SELECT id, sealed FROM identity.organization WHERE id = ANY($1)', [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
  return loader.load(id);
}
