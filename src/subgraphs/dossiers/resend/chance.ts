import type { Queryable } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Values } from '../dossier.filter.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import { OTHER_SOURCES } from '../reporting/switch.ts';

/** Over `d`: dossiers that the portal was told of. */
export const SENT = 'd.portal_sequence > 0';

/** Over `d`: dossiers whose unit and source are at COMPARE now, whether they change or stand still; undefined: there is no such unit. */
export async function compared(hub: Platform, values: Values): Promise<string | undefined> {
  const directory = await reportingDirectory(hub);
  const switches = directory.inMode('COMPARE', hub.clock.business());
  if (switches.length === 0) return undefined;
  const units = values.add([...new Set(switches.map(({ unit }) => unit))]);
  const pairs = [switches.map(({ unit }) => unit), switches.map(({ source }) => source)].map((each) => `${values.add(each)}::text[]`);
  const source = `CASE WHEN d.source_system = ANY(${values.add([...directory.switches.sources])}::text[]) THEN d.source_system ELSE '${OTHER_SOURCES}' END`;
  // The units by themselves are what an index can find.
  return `(d.receiving_unit = ANY(${units}::text[]) AND (d.receiving_unit, ${source}) IN (SELECT * FROM unnest(${pairs.join(', ')})))`;
}

/** So many dossiers that the portal was told of, and as many that would be told if a switch were ON, by their row keys. */
export async function chooseByChance(hub: Platform, limit: number): Promise<string[]> {
  const part = await partOf(hub.db, limit);
  const pick = (condition: string, values: Values, from = part) =>
    hub.db.query<{ id: string }>(
      `SELECT d.id FROM dossiers.dossier d ${from} WHERE ${condition} ORDER BY random() LIMIT ${limit}`,
      values.list,
    );
  const sent = await pick(SENT, new Values());
  const values = new Values();
  const condition = await compared(hub, values);
  if (condition === undefined) return sent.map(({ id }) => id);
  const some = await pick(condition, values);
  // Of a few units any part of the province holds too few: theirs are looked through in whole.
  const comparing = some.length === limit ? some : await pick(condition, values, '');
  return [...new Set([...sent, ...comparing].map(({ id }) => id))];
}

/** Twice as many as are wanted, so that chance rarely leaves too few; a table that was never counted is read in whole. */
async function partOf(sql: Queryable, wanted: number): Promise<string> {
  const [table] = await sql.query<{ rows: number }>(
    `SELECT reltuples::float8 AS rows FROM pg_class WHERE oid = 'dossiers.dossier'::regclass`,
  );
  const percent = (table?.rows ?? 0) > 0 ? Math.min(100, (200 * wanted) / (table?.rows ?? 1)) : 100;
  return `TABLESAMPLE BERNOULLI (${percent})`;
}
