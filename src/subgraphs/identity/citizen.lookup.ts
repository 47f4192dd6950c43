import type { PersonLevel } from '../../platform/auth/access.ts';
import { boundOf, hasRole } from '../../platform/auth/viewer.ts';
import { badUserInput, forbidden, unauthenticated } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { fromGlobalId, toGlobalId } from '../../platform/ids.ts';
import { checkPurpose } from '../../platform/pii/purpose.ts';
import type { ShownCitizen } from './citizen.record.ts';
import type { Citizen } from './citizen.type.ts';
import { findByNationalId, isOwn, loadCitizen, recordRead, showCitizen } from './citizen.view.ts';

/** What `Query.citizen` is asked. */
export interface LookUp {
  id: string | null | undefined;
  nationalId: string | null | undefined;
  purpose: string;
  selected: ReadonlySet<string>;
}

/** How a field is named in the record where it was shown masked. */
const MASKED_NAMES: Record<string, string> = { fullName: 'maskedFullName', maskedNationalId: 'maskedNationalId' };
const CLEAR_NAMES: Record<string, string> = { fullName: 'fullName', nationalId: 'nationalId', dateOfBirth: 'dateOfBirth' };

/**
 * Looks a citizen up on its own, for a stated purpose. Every look-up is recorded, also one that finds nothing or
 * shows nothing, except of the viewer themself. Throws FORBIDDEN for roles that may never, BAD_USER_INPUT for
 * a missing purpose or not exactly one key.
 */
export async function lookUpCitizen(context: HubContext, lookUp: LookUp): Promise<Citizen | null> {
  const { viewer } = context;
  if (viewer.token === undefined) throw unauthenticated();
  if (!hasRole(viewer, 'CITIZEN', 'OFFICER', 'UNIT_LEADER', 'AUDITOR', 'BREAK_GLASS')) throw forbidden();
  const purpose = checkPurpose(lookUp.purpose);
  const row = await find(context, lookUp);
  if (row !== null && isOwn(context, row)) return showCitizen(context, row, 'full');
  const level = row === null ? 'none' : await levelOf(context, row.id);
  await recordRead(context, { citizenId: row?.id, purpose, fields: shownFields(lookUp.selected, level) });
  return row === null || level === 'none' ? null : showCitizen(context, row, level);
}

async function find(context: HubContext, { id, nationalId }: LookUp): Promise<ShownCitizen | null> {
  if ((id == null) === (nationalId == null)) {
    const field = id == null ? 'id' : 'nationalId';
    throw badUserInput(field, { vi: 'Cho đúng một trong hai tham số: id, nationalId.', en: 'Give exactly one of id and nationalId.' });
  }
  if (nationalId != null) return findByNationalId(context, indexOf(context, nationalId));
  const key = fromGlobalId('citizen', id ?? '');
  return key === undefined ? null : loadCitizen(context, key);
}

function indexOf(context: HubContext, nationalId: string): Buffer {
  if (/^\d{12}$/.test(nationalId)) return context.hub.cipher.blindIndex('nationalId', nationalId);
  throw badUserInput('nationalId', { vi: 'nationalId: cần đủ 12 chữ số.', en: 'nationalId: expected 12 digits.' });
}

/** The most that any role of the viewer may see. What hangs on a unit, only the owner of the dossiers can tell. */
async function levelOf(context: HubContext, citizenId: string): Promise<PersonLevel> {
  const { viewer } = context;
  if (boundOf(viewer, 'BREAK_GLASS') === 'ALL') return 'full';
  const everywhere: PersonLevel = boundOf(viewer, 'AUDITOR') === 'ALL' ? 'masked' : 'none';
  const bounded = hasRole(viewer, 'OFFICER', 'UNIT_LEADER') || (everywhere === 'none' && hasRole(viewer, 'AUDITOR', 'BREAK_GLASS'));
  if (!bounded) return everywhere;
  const answer = await context.peers.ask<{ citizenGrant: string | null }>(
    'dossiers',
    'query CitizenGrant($citizen: ID!) { citizenGrant(citizen: $citizen) }',
    { citizen: toGlobalId('citizen', citizenId) },
  );
  const grant = answer.citizenGrant === null ? undefined : context.hub.grants.verify(viewer, answer.citizenGrant);
  return grant === undefined || grant.citizen !== citizenId || grant.person === 'none' ? everywhere : grant.person;
}

function shownFields(selected: ReadonlySet<string>, level: PersonLevel): string[] {
  if (level === 'none') return [];
  const names = level === 'full' ? CLEAR_NAMES : MASKED_NAMES;
  return [...selected].flatMap((field) => names[field] ?? []);
}
