import type { Transaction } from '../../../platform/database/database.ts';
import { procedures } from '../reference/procedures.ts';
import { units } from '../reference/units.ts';
import { REFERENCE } from './calendar.ts';

/** The first day of what comes with the hub; it holds for older days too. */
export const ALWAYS = '2010-01-01';
const { opening, cutoff, holidays, makeUpDays } = REFERENCE;
const CLOSED: typeof opening = [];

/** What the files say of calendars and time limits, as it goes into the database. */
export const deadlineReference = {
  province: units.find(({ kind }) => kind === 'PROVINCE')?.code ?? '',
  week: [opening, opening, opening, opening, opening, CLOSED, CLOSED],
  cutoff,
  days: [...holidays.map((each) => ({ ...each, kind: 'HOLIDAY' })), ...makeUpDays.map((each) => ({ ...each, kind: 'MAKE_UP_DAY' }))],
  rules: procedures.flatMap(({ code, committedDays, statutoryDays }) =>
    committedDays === null ? [] : [{ code, committed: committedDays, statutory: statutoryDays }],
  ),
};

/** Brings the files' calendar and time limits into the database. What an administrator changed or removed stays as they left it. */
export async function loadDeadlineReference(sql: Transaction): Promise<void> {
  const { province, week, days, rules } = deadlineReference;
  await sql.query(
    `INSERT INTO dossiers.opening_hours AS h (unit, valid_from, week, cutoff, reference) VALUES ($1, $2, $3, $4, true)
     ON CONFLICT (unit, valid_from) DO UPDATE SET week = excluded.week, cutoff = excluded.cutoff WHERE h.reference`,
    [province, ALWAYS, JSON.stringify(week), cutoff],
  );
  await sql.query('DELETE FROM dossiers.calendar_day WHERE reference AND unit = $1 AND NOT day = ANY($2::date[])', [
    province,
    days.map(({ date }) => date),
  ]);
  await sql.query(
    `INSERT INTO dossiers.calendar_day AS c (unit, day, kind, name, reference)
     SELECT $1, date, kind, name, true FROM jsonb_to_recordset($2::jsonb) AS d(date date, kind text, name text)
     ON CONFLICT (unit, day) DO UPDATE SET kind = excluded.kind, name = excluded.name WHERE c.reference`,
    [province, JSON.stringify(days)],
  );
  await sql.query(
    `INSERT INTO dossiers.deadline_rule AS r (procedure, valid_from, committed_days, statutory_days, reference)
     SELECT code, $1, committed, statutory, true FROM jsonb_to_recordset($2::jsonb) AS p(code text, committed float, statutory float)
     ON CONFLICT (procedure, valid_from) DO UPDATE SET committed_days = excluded.committed_days, statutory_days = excluded.statutory_days
     WHERE r.reference`,
    [ALWAYS, JSON.stringify(rules)],
  );
}
