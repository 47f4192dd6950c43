import { badUserInput } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { startOfLocalDate } from '../../platform/time.ts';
import { FINISHED } from './deadline/timeliness.ts';
import { businessInstant } from './dossier.filter.ts';
import { PAYMENT_EVENTS } from './dossiers.jobs.ts';
import type { IndicatorGroup, ServiceIndicators } from './indicators.type.ts';
import indicatorSet from './reference/indicators-766.json' with { type: 'json' };
import { isCommuneLevel, type UnitDirectory, unitDirectory } from './units.ts';

const COUNTS = ['received', 'online', 'with_fee', 'paid_online', 'in_time', 'finished', 'digitized', 'rated', 'satisfied'] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

/** Both days included, YYYY-MM-DD. */
interface Period {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;
const finished = [...FINISHED].map((status) => `'${status}'`).join(', ');

/** What each receiving unit received in a period; one row for each that received anything. */
const COUNT_SQL = `
  SELECT receiving_unit, count(*)::int AS received,
         count(*) FILTER (WHERE channel = 'ONLINE')::int AS online,
         count(*) FILTER (WHERE fee_total > 0)::int AS with_fee,
         count(*) FILTER (WHERE fee_total > 0 AND (paid_online_by_source OR paid_online_by_hub))::int AS paid_online,
         count(*) FILTER (WHERE due_at IS NULL OR CASE WHEN status IN (${finished}) THEN finished_at IS NULL OR finished_at <= due_at ELSE due_at >= $4 END)::int AS in_time,
         count(*) FILTER (WHERE status IN ('RESOLVED', 'RETURNED'))::int AS finished,
         count(*) FILTER (WHERE status IN ('RESOLVED', 'RETURNED') AND digitized_result)::int AS digitized,
         count(rating)::int AS rated,
         count(*) FILTER (WHERE rating >= 3)::int AS satisfied
  FROM dossiers.dossier
  WHERE voided_at IS NULL AND submitted_at >= $1 AND submitted_at < $2 AND ($3::text[] IS NULL OR receiving_unit = ANY($3))
  GROUP BY receiving_unit`;

const rate = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);

/** The figures of a unit and of all below it over a period, both days included, counted from the dossiers themselves. */
export async function indicatorsOf(context: HubContext, unitCode: string, period: Period): Promise<ServiceIndicators> {
  if (period.to < period.from) {
    throw badUserInput('period.to', { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not be before the first.' });
  }
  const { own, atCommunes } = await countsOf(context, unitCode, period);
  return {
    unitCode,
    from: period.from,
    to: period.to,
    asOf: await context.once('payments known until', () => paymentsKnownUntil(context)),
    dossiersReceived: own.received,
    dossiersReceivedAtCommunes: atCommunes,
    receivedOnline: own.online,
    dossiersWithFee: own.with_fee,
    paidOnline: own.paid_online,
    onlineFilingRate: rate(own.online, own.received),
    onlinePaymentRate: rate(own.paid_online, own.with_fee),
    resolvedOnTimeRate: rate(own.in_time, own.received),
    digitizedResultRate: rate(own.digitized, own.finished),
    satisfactionRate: rate(own.satisfied, own.rated),
    score: null,
    applicableMax: indicatorSet.meta.total,
    groups: indicatorSet.groups.map(
      (group): IndicatorGroup => ({ code: group.portalCode, name: group.nameVi, score: null, max: group.max, components: [] }),
    ),
    rank: null,
    ofUnits: null,
  };
}

interface UnitCounts {
  own: Counts;
  atCommunes: number;
}

/** The counts of a unit with all below it; one statement for all units of a request that ask for the same period. */
function countsOf(context: HubContext, unitCode: string, period: Period): Promise<UnitCounts> {
  const loader = context.loader<string, UnitCounts>(`indicators ${period.from} ${period.to}`, async (codes) => {
    const directory = await unitDirectory(context.hub);
    const everywhere = codes.some((code) => directory.isRoot(code));
    const rows = await context.hub.db.query<Counts & { receiving_unit: string }>(COUNT_SQL, [
      startOfLocalDate(period.from),
      new Date(startOfLocalDate(period.to).getTime() + DAY_MS),
      everywhere ? null : [...new Set(codes.flatMap((code) => directory.below(code)))],
      businessInstant(context),
    ]);
    const byUnit = new Map(rows.map((row) => [row.receiving_unit, row]));
    return codes.map((code) => sum(directory, code, byUnit));
  });
  return loader.load(unitCode);
}

function sum(directory: UnitDirectory, code: string, byUnit: ReadonlyMap<string, Counts>): UnitCounts {
  // Whatever a dossier names, the province received it.
  const units = directory.isRoot(code) ? [...byUnit.keys()] : directory.below(code);
  const own = Object.fromEntries(COUNTS.map((name) => [name, 0])) as Counts;
  let atCommunes = 0;
  for (const unit of units) {
    const counts = byUnit.get(unit);
    if (counts === undefined) continue;
    for (const name of COUNTS) own[name] += counts[name];
    const kind = directory.get(unit)?.kind;
    if (kind !== undefined && isCommuneLevel(kind)) atCommunes += counts.received;
  }
  return { own, atCommunes };
}

/** Up to when payment events have reached these figures: now, where none waits. */
async function paymentsKnownUntil(context: HubContext): Promise<Date> {
  const [waiting] = await context.hub.db.query<{ at: Date | null }>(
    `SELECT min(e.at) AS at FROM outbox.event e
     WHERE e.kind = '${PAYMENT_EVENTS.kind}' AND (e.tx, e.id) > (
       coalesce((SELECT tx FROM outbox.cursor WHERE consumer = $1), '0'), coalesce((SELECT id FROM outbox.cursor WHERE consumer = $1), 0))`,
    [PAYMENT_EVENTS.consumer],
  );
  return waiting?.at ?? context.hub.clock.now();
}
