import type { DossierAccess } from '../../platform/auth/access.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { keptFor } from '../../platform/kept.ts';
import type { Platform } from '../../platform/platform.ts';
import { knowCalendar } from './deadline/soon.ts';
import { type EventRow, foldName, isStorable, type Papers, SHOWN_COLUMNS, type ShownRow } from './dossier.row.ts';
import type { Dossier } from './dossier.type.ts';
import { toDossier } from './dossier.view.ts';
import type { Procedure } from './reference.type.ts';

type Key = 'id' | 'code' | 'national_code';

/** A dossier by one of its keys, as the viewer may see it; null: unknown or not to be seen, which look the same. */
export async function findDossier(context: HubContext, by: Key, value: string): Promise<Dossier | null> {
  if (!isStorable(value)) return null;
  const row = await rowsBy(context, by).load(value);
  if (row === null) return null;
  await knowCalendar(context);
  return toDossier(context, row);
}

/** What is to be paid for a dossier, asked for in nobody's name by its own code or the portal's: nothing of any person. */
const PAYABLE: DossierAccess = { aspects: new Set(['core', 'fees', 'payments']), person: 'none' };

export async function findPayable(context: HubContext, code: string): Promise<Dossier | null> {
  if (!isStorable(code)) return null;
  const row = (await rowsBy(context, 'code').load(code)) ?? (await rowsBy(context, 'national_code').load(code));
  if (row === null) return null;
  await knowCalendar(context);
  return toDossier(context, row, PAYABLE);
}

function rowsBy(context: HubContext, by: Key) {
  return context.loader<string, ShownRow | null>(`dossier by ${by}`, async (keys) => {
    const type = by === 'id' ? 'uuid' : 'text';
    const sql = `SELECT ${SHOWN_COLUMNS} FROM dossiers.dossier d WHERE d.${by} = ANY($1::${type}[])`;
    const rows = await context.hub.db.query<ShownRow>(sql, [keys], { prepared: true });
    const found = new Map(rows.map((each) => [each[by], each]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** The papers and supplement requests of a dossier, one statement for all of a request. */
export function papersOf(context: HubContext, dossierId: string): Promise<Papers> {
  return papers(context).load(dossierId);
}

function papers(context: HubContext) {
  return context.loader<string, Papers>('papers', async (ids) => {
    const rows = await context.hub.db.query<Papers>('SELECT id, documents, supplements FROM dossiers.dossier WHERE id = ANY($1::uuid[])', [
      ids,
    ]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? { id, documents: [], supplements: [] });
  });
}

/** The steps of a dossier, oldest first. */
export function eventsOf(context: HubContext, dossierId: string): Promise<EventRow[]> {
  return events(context).load(dossierId);
}

function events(context: HubContext) {
  return context.loader<string, EventRow[]>('events', async (ids) => {
    const rows = await context.hub.db.query<EventRow>(
      `SELECT id, dossier_id, step_key, at, status, actor, title, department, note, unusual
       FROM dossiers.event WHERE dossier_id = ANY($1::uuid[]) ORDER BY at, recorded_at, id`,
      [ids],
    );
    const byDossier = new Map<string, EventRow[]>();
    for (const row of rows) byDossier.set(row.dossier_id, [...(byDossier.get(row.dossier_id) ?? []), row]);
    return ids.map((id) => byDossier.get(id) ?? []);
  });
}

/** Forgets what this request has read of a dossier, after it was changed. */
export function forgetDossier(context: HubContext, id: string): void {
  rowsBy(context, 'id').clear(id);
  papers(context).clear(id);
  events(context).clear(id);
}

const PROCEDURE_COLUMNS = 'code, name, field, working_days AS "workingDays", fee, active, provisional';

const KEPT_MS = 60_000;
/** The catalogue as of a minute ago at most: its entries change with a release alone, and only new ones come in between. */
const catalogues = keptFor(KEPT_MS, async (hub: Platform) => {
  const rows = await hub.db.query<Procedure>(`SELECT ${PROCEDURE_COLUMNS} FROM dossiers.procedure`);
  return new Map(rows.map((row) => [row.code, row]));
});

/** Forgets the kept catalogue, after it was changed. */
export function forgetProcedures(hub: Platform): void {
  catalogues.forget(hub);
}

/** A procedure by its code; null: not in the catalogue. */
export async function findProcedure(context: HubContext, code: string): Promise<Procedure | null> {
  const known = (await catalogues.of(context.hub)).get(code);
  return known ?? (isStorable(code) ? findNewProcedure(context, code) : null);
}

/** One that the kept catalogue does not hold: taken as provisional a moment ago, or unknown. */
function findNewProcedure(context: HubContext, code: string): Promise<Procedure | null> {
  return context
    .loader<string, Procedure | null>('procedure', async (codes) => {
      const rows = await context.hub.db.query<Procedure>(
        `SELECT ${PROCEDURE_COLUMNS} FROM dossiers.procedure WHERE code = ANY($1::text[])`,
        [codes],
      );
      const found = new Map(rows.map((row) => [row.code, row]));
      return codes.map((each) => found.get(each) ?? null);
    })
    .load(code);
}

/** A procedure's code and name as people type them: without diacritics, in lower case. */
const FOLDED = `lower(translate(regexp_replace(normalize(code || ' ' || name, NFD), '[\u0300-\u036F]', '', 'g'), 'đĐ', 'dd'))`;

/** The catalogue, narrowed by part of a code or name (with or without diacritics), field and validity, in order of code. */
export function listProcedures(
  context: HubContext,
  wanted: { search: string | null; field: string | null; active: boolean | null },
): Promise<Procedure[]> {
  const search = foldName(wanted.search ?? '');
  if (![search, wanted.field ?? ''].every(isStorable)) return Promise.resolve([]);
  return context.hub.db.query<Procedure>(
    `SELECT ${PROCEDURE_COLUMNS} FROM dossiers.procedure
     WHERE ($1::text IS NULL OR ${FOLDED} LIKE $1) AND ($2::text IS NULL OR field = $2) AND ($3::boolean IS NULL OR active = $3)
     ORDER BY code`,
    [search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`, wanted.field?.normalize('NFC').trim() ?? null, wanted.active],
  );
}
