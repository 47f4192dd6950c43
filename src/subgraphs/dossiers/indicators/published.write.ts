import type { PublishedUnit } from '../../../../connectors/contract/reporting.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Asked } from './asked.ts';
import type { IndicatorRule } from './rules.ts';

/** What is kept of a unit's row, group (by its code) or whole (''). */
export interface PublishedValue {
  unit: string;
  code: string;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
  max: number | null;
  flags: readonly string[];
}

/** The rows of a unit in one group: its metrics, or what its parameters say of the rows of the index, and the group itself. */
export function valuesOf(unit: string, published: PublishedUnit, rules: readonly IndicatorRule[]): PublishedValue[] {
  const [first] = rules;
  const group =
    first === undefined ? [] : [{ unit, code: first.group.code, ...NO_RATIO, score: published.score, max: published.max, flags: [] }];
  const metrics = published.metrics.map(({ flags, ...metric }) => ({ unit, ...metric, flags }));
  const reckoned = rules.flatMap(({ code, portal }): PublishedValue[] => {
    if (portal === null) return [];
    const [numerator, denominator] = [sumOf(published, portal.numerator), sumOf(published, portal.denominator)];
    if (numerator === null && denominator === null) return [];
    return [{ unit, code, numerator, denominator, score: null, max: null, flags: [] }];
  });
  return [...group, ...metrics, ...reckoned];
}

const NO_RATIO = { numerator: null, denominator: null };

/** A parameter, or the sum of several; null where one is not given. */
function sumOf({ parameters }: PublishedUnit, names: string): number | null {
  return names.split('+').reduce<number | null>((sum, name) => {
    const value = parameters[name] ?? null;
    return sum === null || value === null ? null : sum + value;
  }, 0);
}

/** Keeps what was read beside what was read before. Later values of the same instant replace earlier ones. */
export async function keepPublished(
  sql: Transaction,
  { from, to, procedure, origin, at }: Omit<Asked, 'unit'> & { origin: 'PORTAL' | 'FILE'; at: Date },
  values: readonly PublishedValue[],
): Promise<void> {
  const unique = [...new Map(values.map((value) => [`${value.unit} ${value.code}`, value])).values()];
  await sql.query(
    `INSERT INTO dossiers.indicator_published (unit, procedure, from_day, to_day, code, numerator, denominator, score, max, flags, origin, read_at)
     SELECT v.unit, $2, $3, $4, v.code, v.numerator, v.denominator, v.score, v.max, coalesce(v.flags, '{}'), $5, $6
     FROM jsonb_to_recordset($1::jsonb) AS v(unit text, code text, numerator float, denominator float, score float, max float, flags text[])
     ON CONFLICT (from_day, to_day, procedure, unit, code, read_at) DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator,
       score = excluded.score, max = excluded.max, flags = excluded.flags, origin = excluded.origin`,
    [JSON.stringify(unique), procedure ?? '', from, to, origin, at],
  );
}
