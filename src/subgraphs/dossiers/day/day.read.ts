import type { HubContext } from '../../../platform/graphql/context.ts';
import type { SomeDossiers } from '../../../platform/outbox/day-list.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../../platform/time.ts';
import { timelinessSql } from '../deadline/timeliness.ts';
import { businessInstant } from '../dossier.filter.ts';
import { runningSql } from '../indicators/counters.ts';
import { unitsBelow } from '../indicators/indicators.service.ts';
import { summarizeWarnings, type WarningSummary } from '../indicators/warning.service.ts';
import { unitDirectory } from '../units.ts';
import type { DossierDay } from './day.type.ts';

/** How many codes a list names. */
const NAMED = 10;
/** How many warnings of each reason are told one by one. */
const TOLD = 5;

interface Row extends SomeDossiers {
  standing: 'OVERDUE' | 'DUE_SOON';
}

/** What runs of $1 and is due before $3, by how it stands at $2; a clock that stands costs the desk nothing. */
const DUE_SQL = `
  SELECT standing, count(*)::int AS count, (array_agg(code ORDER BY due_at, code))[1:${NAMED}] AS codes
  FROM (SELECT d.code, d.due_at, ${timelinessSql('$2', '$3')} AS standing FROM dossiers.dossier d
        WHERE ${runningSql} AND d.due_at < $3 AND ($1::text[] IS NULL OR d.receiving_unit = ANY($1) OR d.handling_unit = ANY($1))) due
  WHERE standing IN ('OVERDUE', 'DUE_SOON') GROUP BY standing`;

/** What is due, overdue and at risk at a unit and those below it, for who may read their early warnings. */
export async function dossiersOfToday(context: HubContext, unit: string): Promise<DossierDay> {
  const now = businessInstant(context);
  const end = startOfLocalDate(addDays(localDateOf(now), 1));
  const units = unitsBelow(await unitDirectory(context.hub), [unit]);
  const rows = await context.hub.db.query<Row>(DUE_SQL, [units, now, end]);
  const of = (wanted: Row['standing']): SomeDossiers => {
    const { count, codes } = rows.find(({ standing }) => standing === wanted) ?? { count: 0, codes: [] };
    return { count, codes };
  };
  const warned = await summarizeWarnings(context, { unit, first: NAMED });
  return {
    dueToday: of('DUE_SOON'),
    overdue: of('OVERDUE'),
    atRisk: { count: warned.dossiers, codes: nearestOf(warned) },
    pointsAtRisk: warned.points,
    warnings: warned.reasons.map(({ first, ...all }) => ({ ...all, first: first.slice(0, TOLD) })),
  };
}

/** The nearest dossiers, whatever they are warned of for: the first so many of each reason hold the first so many of all. */
function nearestOf({ reasons }: WarningSummary): string[] {
  const all = reasons.flatMap(({ first }) => first);
  all.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.dossierId < b.dossierId ? -1 : 1));
  return [...new Set(all.map(({ code }) => code))].slice(0, NAMED);
}
