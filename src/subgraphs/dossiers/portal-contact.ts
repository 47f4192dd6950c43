import type { PortalDossier } from '../../../connectors/contract/portal.ts';
import type { Queryable } from '../../platform/database/database.ts';
import { openPersonal } from '../../platform/outbox/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { DossierRow } from './dossier.row.ts';
import type { DossierIngestInput } from './ingest/ingest.input.ts';
import type { PortalParticularsInput } from './ingest/particulars.input.ts';
import { known } from './known.ts';

/**
 * What the portal is told of a dossier beside its row: the numbers of its owner and how they are reached, which this schema never
 * keeps, and whether money came in at the portal itself.
 */
export interface PortalContact {
  owner: PortalDossier['owner'];
  paidAtPortal: boolean;
  /** What its source says to the portal alone. */
  particulars?: Particulars;
}

export type Particulars = Pick<PortalDossier, 'note' | 'otherInformation' | 'receiptNumber' | 'returnNote' | 'otherPapers'>;

/** Of whom nothing is known beside the row. */
export const NO_CONTACT: PortalContact = { owner: { verified: false }, paidAtPortal: false };

/** What identity tells dossiers of an applicant and an organization, for outside systems alone. */
export interface IdentityContact {
  nationalId: string | null;
  oldId: string | null;
  otherId: string | null;
  technicalId: string | null;
  phone: string | null;
  email: string | null;
  taxCode: string | null;
}

/** The contact of a dossier out of what identity knows of its people. */
export function contactKnown(
  row: Pick<DossierRow, 'organization_id' | 'owner_name' | 'applicant_name'>,
  { nationalId, oldId, otherId, technicalId, phone, email, taxCode }: IdentityContact,
): PortalContact {
  // Whose matter it is has the applicant's numbers only where they are one.
  const own = row.organization_id === null && row.owner_name === row.applicant_name;
  const numbers = own ? { nationalId, oldId, otherId, technicalId } : { taxCode };
  return { owner: known<PortalContact['owner']>({ ...numbers, phone, email, verified: false }), paidAtPortal: false };
}

/** The contact that a dossier brings with it. The owner's numbers are the applicant's where nobody else owns it. */
export function contactOf({
  applicant,
  owner,
  payments,
  particulars,
}: Pick<DossierIngestInput, 'applicant' | 'owner' | 'payments' | 'particulars'>): PortalContact {
  const own = owner == null;
  return {
    owner: known<PortalDossier['owner']>({
      nationalId: own ? applicant.nationalId : owner.nationalId,
      ...(own ? paperOf(applicant) : {}),
      technicalId: own ? applicant.technicalId : undefined,
      taxCode: owner?.taxCode,
      phone: applicant.phone,
      email: applicant.email,
      fax: particulars?.fax,
      verified: false,
    }),
    ...(particulars == null ? {} : { particulars: particularsOf(particulars) }),
    paidAtPortal: (payments ?? []).some(({ status, provider }) => status === 'SUCCEEDED' && provider === 'NATIONAL_PLATFORM'),
  };
}

function particularsOf({ otherPapers, note, otherInformation, receiptNumber, returnNote }: PortalParticularsInput): Particulars {
  return known<Particulars>({
    ...{ note, otherInformation, receiptNumber, returnNote },
    otherPapers: otherPapers?.map((paper) => known<NonNullable<Particulars['otherPapers']>[number]>({ ...paper })),
  });
}

/** An old card's number, or that of another paper, a passport for one. */
function paperOf({ identityDocument }: DossierIngestInput['applicant']): Pick<PortalDossier['owner'], 'oldId' | 'otherId'> {
  if (identityDocument == null) return {};
  return identityDocument.kind === 'OLD_ID' ? { oldId: identityDocument.number } : { otherId: identityDocument.number };
}

/**
 * The contact out of what the portal was last told of the dossier, which the outbox keeps sealed; undefined where it was told
 * nothing, or under a key that is not held any more. For changes that the hub makes itself: a source sends the contact anew.
 */
export async function lastToldContact(
  hub: Pick<Platform, 'cipher' | 'log'>,
  sql: Queryable,
  dossierId: string,
): Promise<PortalContact | undefined> {
  const [told] = await sql.query<{ sealed: Buffer }>(
    `SELECT sealed FROM outbox.event WHERE subject_id = $1 AND kind IN ('portal.dossier', 'portal.status') AND sealed IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
    [dossierId],
  );
  return told === undefined ? undefined : openContact(hub, dossierId, told.sealed);
}

/** The contact of a dossier out of a sealed snapshot; undefined under a key that is not held any more. */
export function openContact(hub: Pick<Platform, 'cipher' | 'log'>, dossierId: string, sealed: Buffer): PortalContact | undefined {
  let content: { dossier?: PortalDossier } | undefined;
  try {
    content = openPersonal<{ dossier?: PortalDossier }>(hub.cipher, sealed);
  } catch {
    // Whatever the cipher says of a value may hold part of it.
    hub.log.warn({ dossier: dossierId }, 'PII_KEY: no held key opens what the portal was last told of a dossier');
  }
  const dossier = content?.dossier;
  if (dossier === undefined) return undefined;
  const { owner, paidOnline, note, otherInformation, receiptNumber, returnNote, otherPapers } = dossier;
  const particulars = known<Particulars>({ note, otherInformation, receiptNumber, returnNote, otherPapers });
  return { owner, paidAtPortal: paidOnline === 'AT_PORTAL', particulars };
}
