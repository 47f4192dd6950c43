import { badUserInput } from '../../platform/errors.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { addDays, startOfLocalDate } from '../../platform/time.ts';
import type { IndicatorGroup, ServiceIndicators } from './indicators.type.ts';
import indicatorSet from './reference/indicators-766.json' with { type: 'json' };
import { FINISHED } from './timeliness.ts';
import { isCommuneLevel, unitDirectory } from './units.ts';

interface Counts {
  received: number;
  at_communes: number;
  online: number;
  with_fee: number;
  paid_online: number;
  in_time: number;
  finished: number;
  digitized: number;
  rated: number;
  satisfied: number;
}

const finished = [...FINISHED].map((status) => `'${status}'`).join(', ');

const COUNT_SQL = `
  SELECT count(*)::int AS received,
         count(*) FILTER (WHERE receiving_unit = ANY($4))::int AS at_communes,
         count(*) FILTER (WHERE channel = 'ONLINE')::int AS online,
         count(*) FILTER (WHERE fee_total > 0)::int AS with_fee,
         count(*) FILTER (WHERE fee_total > 0 AND (paid_online_by_source OR paid_online_by_hub))::int AS paid_online,
         count(*) FILTER (WHERE due_at IS NULL OR CASE WHEN status IN (${finished}) THEN finished_at IS NULL OR finished_at <= due_at ELSE due_at >= $5 END)::int AS in_time,
         count(*) FILTER (WHERE status IN ('RESOLVED', 'RETURNED'))::int AS finished,
         count(*) FILTER (WHERE status IN ('RESOLVED', 'RETURNED') AND digitized_result)::int AS digitized,
         count(rating)::int AS rated,
         count(*) FILTER (WHERE rating >= 3)::int AS satisfied
  FROM dossiers.dossier
  WHERE voided_at IS NULL AND submitted_at >= $1 AND submitted_at < $2 AND ($3::text[] IS NULL OR receiving_unit = ANY($3))`;

const rate = (numerator: number, denominator: number) => (denominator === 0 ? null : numerator / denominator);

/** The figures of a unit and of all below it over a period, both days included, counted from the dossiers themselves. */
export async function indicatorsOf(
  context: HubContext,
  unitCode: string,
  period: { from: string; to: string },
): Promise<ServiceIndicators> {
  if (period.to < period.from) {
    throw badUserInput('period.to', { vi: 'Ngày cuối không được trước ngày đầu.', en: 'The last day must not be before the first.' });
  }
  const directory = await unitDirectory(context.hub);
  const below = directory.below(unitCode);
  const communes = below.filter((code) => isCommuneLevel(directory.get(code)?.kind ?? 'PROVINCE'));
  const [counts] = await context.hub.db.query<Counts>(COUNT_SQL, [
    startOfLocalDate(period.from),
    startOfLocalDate(addDays(period.to, 1)),
    directory.isRoot(unitCode) ? null : below,
    communes,
    context.hub.clock.business(),
  ]);
  if (counts === undefined) throw new Error('an aggregate without a row');
  return {
    unitCode,
    from: period.from,
    to: period.to,
    asOf: await paymentsKnownUntil(context),
    dossiersReceived: counts.received,
    dossiersReceivedAtCommunes: counts.at_communes,
    receivedOnline: counts.online,
    dossiersWithFee: counts.with_fee,
    paidOnline: counts.paid_online,
    onlineFilingRate: rate(counts.online, counts.received),
    onlinePaymentRate: rate(counts.paid_online, counts.with_fee),
    resolvedOnTimeRate: rate(counts.in_time, counts.received),
    digitizedResultRate: rate(counts.digitized, counts.finished),
    satisfactionRate: rate(counts.satisfied, counts.rated),
    score: null,
    applicableMax: indicatorSet.meta.total,
    groups: indicatorSet.groups.map(
      (group): IndicatorGroup => ({ code: group.portalCode, name: group.nameVi, score: null, max: group.max, components: [] }),
    ),
    rank: null,
    ofUnits: null,
  };
}

/** Up to when payment events have reached these figures: now, where none waits. */
async function paymentsKnownUntil(context: HubContext): Promise<Date> {
  const [waiting] = await context.hub.db.query<{ at: Date | null }>(
    `SELECT min(e.at) AS at FROM outbox.event e
     LEFT JOIN outbox.cursor c ON c.consumer = 'dossiers.payments'
     WHERE e.kind IN ('payment.settled', 'payment.refunded') AND (e.tx, e.id) > (coalesce(c.tx, '0'::xid8), coalesce(c.id, 0))`,
  );
  return waiting?.at ?? context.hub.clock.now();
}
