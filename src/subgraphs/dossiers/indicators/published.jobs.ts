import { z } from 'zod';
import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import {
  EVALUATION_GROUPS,
  type EvaluationPeriod,
  type PublishedUnit,
  type ReportingPort,
} from '../../../../connectors/contract/reporting.ts';
import { isPaused, reportFailure, reportSuccess } from '../../../platform/connector-report.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addDays, localDateOf, startOfLocalDate } from '../../../platform/time.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import type { Period } from './asked.ts';
import { keepPublished, type PublishedValue, valuesOf } from './published.write.ts';
import { rulesOn } from './rules.ts';

/** The connector that reads what the portal publishes. */
export const REPORTING = 'national-portal-reporting';
/** When a day's reports are read, hours after midnight: the portal has closed the day before by then. */
const HOUR = 2;
const HOUR_MS = 3_600_000;

/** The periods that are read on a day: its quarter and year, and the month that ended last. */
export function periodsOn(day: string): EvaluationPeriod[] {
  const year = Number(day.slice(0, 4));
  const before = addDays(`${day.slice(0, 7)}-01`, -1);
  return [
    { timeType: 'month', year: Number(before.slice(0, 4)), month: Number(before.slice(5, 7)) },
    { timeType: 'quarter', year, quarter: Math.ceil(Number(day.slice(5, 7)) / 3) },
    { timeType: 'year', year },
  ];
}

/** First and last day of a period. */
export function daysOf(period: EvaluationPeriod): Period {
  const [first, months] =
    period.timeType === 'month' ? [period.month - 1, 1] : period.timeType === 'quarter' ? [period.quarter * 3 - 3, 3] : [0, 12];
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(period.year, first, 1)), to: day(Date.UTC(period.year, first + months, 0)) };
}

/** What a reading brought, in numbers. */
export interface Pulled {
  values: number;
  /** Units that the hub does not know. */
  unknownUnits: number;
}

/**
 * Reads what the portal published of a period in all six groups and keeps it, whole or not at all. Throws UpstreamError where the
 * portal can't be read.
 */
export async function pullPublished(hub: Platform, port: ReportingPort, period: EvaluationPeriod, procedure?: string): Promise<Pulled> {
  const days = daysOf(period);
  const rules = Map.groupBy(await rulesOn(hub, days.to), ({ group }) => group.id);
  const directory = await unitDirectory(hub);
  const values: PublishedValue[] = [];
  const unknown = new Set<string>();
  for (const group of EVALUATION_GROUPS) {
    for (const published of await port.evaluation(group, period, procedure)) {
      const unit = unitOf(directory, published);
      if (unit === undefined) unknown.add(published.code ?? published.name);
      else values.push(...valuesOf(unit, published, rules.get(group) ?? []));
    }
  }
  const kept = { ...days, procedure, origin: 'PORTAL' as const, at: hub.clock.business() };
  await hub.db.transaction((sql) => keepPublished(sql, kept, values));
  return { values: values.length, unknownUnits: unknown.size };
}

/** The unit of that agency code, else the one of that name: names alone may belong to two. */
function unitOf(directory: UnitDirectory, { code, name }: PublishedUnit): string | undefined {
  return directory.byAgency(code ?? '') ?? directory.byName(name);
}

/** Reads all periods of today, unless that was done. Returns how many were read. */
export async function pullToday(hub: Platform): Promise<number> {
  const hosted = hub.connectors.all.find(({ id }) => id === REPORTING);
  if (hosted?.port === undefined || (await isPaused(hub.db, REPORTING))) return 0;
  const today = localDateOf(hub.clock.business());
  let read = 0;
  try {
    for (const period of periodsOn(today)) {
      if (await wasRead(hub, daysOf(period), today)) continue;
      const { unknownUnits } = await pullPublished(hub, hosted.port as ReportingPort, period);
      if (unknownUnits > 0) hub.log.warn({ unknownUnits, ...period }, 'the portal publishes figures of units that the hub does not know');
      read += 1;
    }
    if (read > 0) await reportSuccess(hub, REPORTING);
  } catch (error) {
    if (error instanceof UpstreamError) await reportFailure(hub, REPORTING, error);
    throw error;
  }
  return read;
}

async function wasRead(hub: Platform, { from, to }: Period, today: string): Promise<boolean> {
  const rows = await hub.db.query(
    `SELECT FROM dossiers.indicator_published WHERE from_day = $1 AND to_day = $2 AND procedure = '' AND origin = 'PORTAL' AND read_at >= $3 LIMIT 1`,
    [from, to, startOfLocalDate(today)],
  );
  return rows.length > 0;
}

export const pullPublishedJob = defineJob({
  name: 'dossiers.pull-published',
  input: z.object({}),
  key: () => 'all',
  attempts: 3,
  backoffMs: 60_000,
  schedule: {
    everyMs: 900_000,
    async inputs(hub) {
      const now = hub.clock.business();
      const open = startOfLocalDate(localDateOf(now)).getTime() + HOUR * HOUR_MS;
      return now.getTime() >= open ? [{}] : [];
    },
  },
  run: async (hub) => {
    await pullToday(hub);
  },
});
