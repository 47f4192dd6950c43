import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Asked } from './asked.ts';

/** What was published of a row, a group (by its code) or the whole (''). */
export interface PublishedRow {
  unit: string;
  code: string;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
  max: number | null;
  flags: string[];
  origin: 'PORTAL' | 'FILE';
  read_at: Date;
}

/** What was last read of a unit, by code. */
export type Published = ReadonlyMap<string, PublishedRow>;

/** What was last published of units for exactly this period and procedure. */
export async function publishedOf(
  context: HubContext,
  codes: readonly string[],
  { from, to, procedure }: Asked,
): Promise<Map<string, Published>> {
  const rows = await context.hub.db.query<PublishedRow>(
    `SELECT DISTINCT ON (unit, code) unit, code, numerator, denominator, score, max, flags, origin, read_at FROM dossiers.indicator_published
     WHERE from_day = $1 AND to_day = $2 AND procedure = $3 AND unit = ANY($4) ORDER BY unit, code, read_at DESC`,
    [from, to, procedure ?? '', codes],
  );
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  return new Map([...byUnit].map(([unit, own]) => [unit, new Map(own.map((row) => [row.code, row]))]));
}
