import type { PersonLevel } from '../../platform/auth/access.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { toGlobalId } from '../../platform/ids.ts';
import { type PersonalDataRead, readRecorded, recordReads } from '../../platform/pii/access-record.ts';
import { maskName, maskNationalId } from '../../platform/pii/mask.ts';
import { openPerson, SHOWN_COLUMNS, type ShownCitizen } from './citizen.record.ts';
import type { Citizen } from './citizen.type.ts';

/** Fields of a citizen that tell who they are. */
const PERSONAL_FIELDS = ['fullName', 'nationalId', 'dateOfBirth'] as const;

/** One sight of one citizen. */
export interface Sight {
  citizenId: string;
  level: PersonLevel;
  /** Code of the dossier or payment through which they are seen, or what the viewer stated. */
  purpose: string;
  /** What the operation selects. */
  selected: ReadonlySet<string>;
}

/** A citizen's row by its key, one statement for all of a request. */
export function loadCitizen(context: HubContext, id: string): Promise<ShownCitizen | null> {
  const loader = context.loader<string, ShownCitizen | null>('identity.citizen', async (ids) => {
    const rows = await context.hub.db.query<ShownCitizen>(
      `SELECT ${SHOWN_COLUMNS} FROM identity.citizen WHERE id = ANY($1::uuid[])`,
      [ids],
      {
        prepared: true,
      },
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? null);
  });
  return loader.load(id);
}

/** Records a read of personal data before the answer leaves; one statement for all of a request, the same read once. */
export async function recordRead(context: HubContext, read: PersonalDataRead): Promise<void> {
  const loader = context.loader<PersonalDataRead, true>('identity.read', async (reads) => {
    await recordReads(context.hub.db, context.viewer, reads);
    return reads.map(() => true as const);
  });
  await loader.load(read);
}

/** A citizen as a dossier or payment shows them: recorded where it is in clear; null where nothing may be seen. */
export async function seeCitizen(context: HubContext, sight: Sight): Promise<Citizen | null> {
  if (sight.level === 'none') return null;
  const { citizenId, purpose } = sight;
  const inClear = sight.level === 'full' && !isOnlyCitizen(context.viewer);
  const fields = inClear ? PERSONAL_FIELDS.filter((field) => sight.selected.has(field)) : [];
  const row = await (fields.length === 0 ? loadCitizen(context, citizenId) : readCitizen(context, { citizenId, purpose, fields }));
  return row === null ? null : showCitizen(context, row, sight.level);
}

/** The row of a citizen whose data is read in clear, and the record of it: one statement for all of a request, the same read once. */
function readCitizen(context: HubContext, read: PersonalDataRead & { citizenId: string }): Promise<ShownCitizen | null> {
  const loader = context.loader<typeof read, ShownCitizen | null>('identity.citizen in clear', async (reads) => {
    const select = `SELECT ${SHOWN_COLUMNS} FROM identity.citizen WHERE id = ANY($8::uuid[])`;
    const keys = [...new Set(reads.map(({ citizenId }) => citizenId))];
    const byId = new Map(
      (await readRecorded<ShownCitizen>(context.hub.db, context.viewer, { select, keys, reads })).map((row) => [row.id, row]),
    );
    return reads.map(({ citizenId }) => byId.get(citizenId) ?? null);
  });
  return loader.load(read);
}

/** The graph's citizen out of a row. Who looks at themselves sees everything. */
export function showCitizen(context: HubContext, row: ShownCitizen, level: 'masked' | 'full'): Citizen {
  const person = openPerson(context.hub.cipher, row.sealed);
  const own = isOwn(context, row);
  const clear = own || level === 'full';
  return {
    __typename: 'Citizen',
    id: toGlobalId('citizen', row.id),
    rowKey: row.id,
    own,
    fullName: clear ? person.fullName : maskName(person.fullName),
    nationalId: clear ? person.nationalId : null,
    maskedNationalId: person.nationalId === null ? null : maskNationalId(person.nationalId),
    dateOfBirth: clear ? person.dateOfBirth : null,
    assuranceLevel: row.assurance_level,
    verifiedAt: row.verified_at,
    identified: row.national_id_index !== null || row.technical_id_index !== null || row.identity_document_index !== null,
  } as Citizen;
}

/** The viewer as a citizen; null where the hub does not know them. */
export async function ownCitizen(context: HubContext): Promise<Citizen | null> {
  const index = ownIndex(context);
  if (index === undefined) return null;
  const row = await context.once('identity.own', () => findByNationalId(context, index));
  return row === null ? null : showCitizen(context, row, 'full');
}

/** The citizen that a personal identification number finds, by its blind index. */
export async function findByNationalId(context: HubContext, index: Buffer): Promise<ShownCitizen | null> {
  const [row] = await context.hub.db.query<ShownCitizen>(`SELECT ${SHOWN_COLUMNS} FROM identity.citizen WHERE national_id_index = $1`, [
    index,
  ]);
  return row ?? null;
}

/** Whether a row is the viewer's own. */
export function isOwn(context: HubContext, row: ShownCitizen): boolean {
  const index = ownIndex(context);
  return index !== undefined && row.national_id_index?.equals(index) === true;
}

function ownIndex(context: HubContext): Buffer | undefined {
  const { nationalId } = context.viewer;
  if (nationalId === undefined) return undefined;
  return context.once('identity.own index', () => context.hub.cipher.blindIndex('nationalId', nationalId));
}

/** A citizen and nothing more is shown in full nobody but themselves: that is no read by another, and is not recorded. */
function isOnlyCitizen(viewer: Viewer): boolean {
  return viewer.roles.every((role) => role === 'CITIZEN');
}
