import type { Queryable } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { localDateOf, startOfLocalDate } from '../../platform/time.ts';
import { latestWorkingDays } from '../../platform/working-days.ts';
import { isWorkingDay, minuteOf, workingMinutesBetween } from './alert.hours.ts';
import { type AlertKind, type AlertRule, countParameters, owingParameters, silenceParameters } from './alert.rule.ts';

/** Something that is so at this moment and should be told. No personal data. */
export interface Finding {
  kind: AlertKind;
  /** The connector, source, provider, server or account. */
  target: string;
  details: Record<string, string | number>;
}

type Find = (hub: Platform, rule: AlertRule, sql: Queryable) => Promise<Finding[]>;

/** All that holds now by the rules that are switched on. */
export async function findAlerts(hub: Platform, sql: Queryable, rules: readonly AlertRule[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) if (rule.enabled) found.push(...(await FINDERS[rule.kind](hub, rule, sql)));
  return found;
}

const FINDERS: Record<AlertKind, Find> = {
  CONNECTOR_DOWN: async (_hub, { kind, threshold }, sql) => {
    const rows = await sql.query<{ target: string; minutes: number }>(
      `SELECT id AS target, floor(extract(epoch FROM now() - down_since) / 60)::int AS minutes FROM integration.connector
       WHERE down_since <= now() - $1 * interval '1 minute' AND NOT paused
       UNION ALL
       SELECT id, floor(extract(epoch FROM now() - last_success_at) / 60)::int FROM outbox.connector
       WHERE failures > 0 AND NOT paused AND last_success_at <= now() - $1 * interval '1 minute'`,
      [threshold],
    );
    return rows.map(({ target, minutes }) => ({ kind, target, details: { minutes } }));
  },

  // History that is sent again may wait for long: it is today's that must not.
  OLDEST_PENDING: async (hub, { kind, threshold }, sql) => {
    const rows = await sql.query<{ target: string; minutes: number; count: number }>(
      `SELECT connector AS target, floor(extract(epoch FROM $2::timestamptz - min(requested_at)) / 60)::int AS minutes, count(*)::int AS count
       FROM integration.delivery WHERE state IN ('PENDING', 'RETRYING') AND priority = 0
       GROUP BY connector HAVING min(requested_at) <= $2::timestamptz - $1 * interval '1 minute'`,
      [threshold, hub.clock.business()],
    );
    return rows.map(({ target, minutes, count }) => ({ kind, target, details: { minutes, count } }));
  },

  SOURCE_SILENT: async (hub, { kind, threshold, parameters }, sql) => {
    const hours = silenceParameters.parse(parameters);
    const now = hub.clock.business();
    const sources = await sql.query<{ source: string; seen_at: Date }>('SELECT source, seen_at FROM outbox.source');
    return sources.flatMap(({ source, seen_at: seenAt }) => {
      const minutes = Math.floor(workingMinutesBetween(seenAt, now, hours));
      return minutes >= threshold ? [{ kind, target: source, details: { minutes } }] : [];
    });
  },

  SENT_NOT_RECEIVED: async (hub, { kind, threshold, parameters }, sql) => {
    const { at } = countParameters.parse(parameters);
    const now = hub.clock.business();
    const [open] = await sql.query<{ day: string }>(
      `SELECT details->>'day' AS day FROM integration.alert WHERE kind = $1 AND recovered_at IS NULL LIMIT 1`,
      [kind],
    );
    // A day that did not come out even is looked at until it does, the next morning too.
    const day = open?.day ?? localDateOf(now);
    const start = startOfLocalDate(day);
    const counted = new Date(start.getTime() + minuteOf(at) * 60_000);
    if (now < counted) return [];
    const rows = await sql.query<{ target: string; asked: number; missing: number }>(
      `SELECT connector AS target, count(*)::int AS asked, count(*) FILTER (WHERE state <> 'DELIVERED')::int AS missing
       FROM integration.synchronization WHERE requested_at >= $1 AND requested_at < $2 AND kind <> 'portal.compare'
       GROUP BY connector HAVING count(*) FILTER (WHERE state <> 'DELIVERED') > $3`,
      [start, counted, threshold],
    );
    return rows.map(({ target, asked, missing }) => ({ kind, target, details: { day, asked, missing } }));
  },

  // What was raised stays until the statements are there, at night and on days off too.
  STATEMENT_MISSING: async (hub, { kind, threshold, parameters }, sql) => {
    const rows = await sql.query<{ target: string; missing: number; day: string }>(
      `SELECT provider AS target, missing, to_char(oldest_day, 'YYYY-MM-DD') AS day FROM integration.statement_gap g
       WHERE missing > $1 AND ($2 OR EXISTS (SELECT FROM integration.alert a WHERE a.kind = $3 AND a.target = g.provider AND recovered_at IS NULL))
       ORDER BY provider`,
      [threshold, isOwed(hub, parameters), kind],
    );
    return rows.map(({ target, missing, day }) => ({ kind, target, details: { day, missing } }));
  },

  ACCOUNT_STATEMENT_MISSING: async (hub, { kind, threshold, parameters }, sql) => {
    const rows = await sql.query<{ target: string; days: string[] }>(
      `SELECT account AS target, days FROM integration.account_gap g
       WHERE cardinality(days) > $1 AND ($2 OR EXISTS (SELECT FROM integration.alert a WHERE a.kind = $3 AND a.target = g.account AND recovered_at IS NULL))
       ORDER BY account`,
      [threshold, isOwed(hub, parameters), kind],
    );
    return rows.map(({ target, days }) => ({ kind, target, details: { days: days.toReversed().join(', '), missing: days.length } }));
  },

  // A server with another key than was agreed may be an impostor: that waits for nobody.
  STATEMENTS_NOT_FETCHED: async (hub, { kind, threshold }, sql) => {
    const rows = await sql.query<{ target: string; provider: string; problem: string; minutes: number }>(
      `SELECT source AS target, provider, problem, floor(extract(epoch FROM $1::timestamptz - since) / 60)::int AS minutes
       FROM integration.statement_source
       WHERE problem IS NOT NULL AND (problem = 'HOST_KEY' OR since <= $1::timestamptz - $2 * interval '1 minute') ORDER BY source`,
      [hub.clock.now(), threshold],
    );
    return rows.map(({ target, ...details }) => ({ kind, target, details }));
  },
};

/** Whether it is so late on a working day that statements should be there. */
function isOwed(hub: Platform, parameters: unknown): boolean {
  const { at, ...hours } = owingParameters.parse(parameters);
  const now = hub.clock.business();
  const today = localDateOf(now);
  const { known, isWorkingDay: provinceWorks } = latestWorkingDays(hub);
  const works = known ? provinceWorks(today) && !hours.closed.includes(today) : isWorkingDay(today, hours);
  return works && now.getTime() >= startOfLocalDate(today).getTime() + minuteOf(at) * 60_000;
}
