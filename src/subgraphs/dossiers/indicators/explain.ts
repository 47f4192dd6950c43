import { boundOf, type Role } from '../../../platform/auth/viewer.ts';
import { HubError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { startOfLocalDate } from '../../../platform/time.ts';
import { unitDirectory } from '../units.ts';
import type { Asked } from './asked.ts';
import { groupsOf } from './index.service.ts';
import { unitsBelow } from './indicators.service.ts';
import type { ExplainingDossiers, IndicatorDifference } from './published.type.ts';

const SHOWN = 100;
const DAY_MS = 86_400_000;
const READERS: readonly Role[] = ['OFFICER', 'UNIT_LEADER', 'OPERATOR', 'AUDITOR', 'BREAK_GLASS'];

/** The rows that the hub counts itself and the portal published otherwise. */
export async function differencesOf(context: HubContext, asked: Asked): Promise<IndicatorDifference[]> {
  const groups = await groupsOf(context, asked);
  const less = (own: number | null, theirs: number | null) => (own === null || theirs === null ? null : own - theirs);
  return groups
    .flatMap(({ components }) => components)
    .filter(({ difference, publishedAt }) => publishedAt !== null && difference !== null)
    .map(({ code, name, numerator, denominator, publishedNumerator, publishedDenominator, difference }) => ({
      ...{ asked, code, name, points: difference },
      numerator: less(numerator, publishedNumerator),
      denominator: less(denominator, publishedDenominator),
    }))
    .filter((each) => [each.numerator, each.denominator, each.points].some((value) => value !== null && Math.abs(value) > 1e-9));
}

/** Whether the viewer may learn codes of the dossiers of a unit and those below it. */
function maySee({ viewer }: HubContext, scope: readonly string[]): boolean {
  return READERS.some((role) => {
    const bound = boundOf(viewer, role);
    return bound === 'ALL' || (bound !== undefined && (role === 'OFFICER' ? scope[0] === bound : scope.includes(bound)));
  });
}

/** Dossiers of the period that the portal can't count as the hub does: never told, or told in vain so far. Null: not the viewer's to know. */
export async function explainingDossiers(context: HubContext, asked: Asked): Promise<ExplainingDossiers | null> {
  const directory = await unitDirectory(context.hub);
  if (!maySee(context, directory.scope(asked.unit))) return null;
  const untold = await untoldCodes(context, asked, unitsBelow(directory, [asked.unit]));
  const stuck = await stuckCodes(context, asked.unit);
  const counted = stuck === undefined ? [] : await within(context, asked, { units: unitsBelow(directory, [asked.unit]), codes: stuck });
  const codes = [...new Set([...untold, ...counted])].sort();
  return { count: codes.length, codes: codes.slice(0, SHOWN), complete: stuck !== undefined };
}

const PERIOD = `d.voided_at IS NULL AND coalesce(d.accepted_at, d.submitted_at) >= $1 AND coalesce(d.accepted_at, d.submitted_at) < $2
  AND ($3::text IS NULL OR d.procedure = $3) AND ($4::text[] IS NULL OR d.receiving_unit = ANY($4))`;

const bounds = ({ from, to, procedure }: Asked, units: string[] | null) => [
  ...[startOfLocalDate(from), new Date(startOfLocalDate(to).getTime() + DAY_MS)],
  ...[procedure ?? null, units],
];

async function untoldCodes(context: HubContext, asked: Asked, units: string[] | null): Promise<string[]> {
  const sql = `SELECT d.code FROM dossiers.dossier d WHERE ${PERIOD} AND d.portal_sequence = 0 AND d.origin = 'PROVINCE'`;
  return (await context.hub.db.query<{ code: string }>(sql, bounds(asked, units))).map(({ code }) => code);
}

async function within(context: HubContext, asked: Asked, { units, codes }: { units: string[] | null; codes: string[] }): Promise<string[]> {
  const sql = `SELECT d.code FROM dossiers.dossier d WHERE ${PERIOD} AND d.code = ANY($5)`;
  return (await context.hub.db.query<{ code: string }>(sql, [...bounds(asked, units), codes])).map(({ code }) => code);
}

const STUCK = `query ($unit: ID!) {
  synchronizations(connector: "national-portal", unit: $unit, states: [PENDING, RETRYING, PARKED], first: 100) { nodes { subject } }
}`;

/** Dossiers whose deliveries wait or are parked, the first hundred; undefined: the deliveries' keeper does not answer, or not this viewer. */
async function stuckCodes(context: HubContext, unit: string): Promise<string[] | undefined> {
  try {
    const answer = await context.peers.ask<{ synchronizations: { nodes: { subject: string }[] } }>('integration', STUCK, { unit });
    return answer.synchronizations.nodes.map(({ subject }) => subject);
  } catch (error) {
    if (error instanceof HubError) return undefined;
    throw error;
  }
}
