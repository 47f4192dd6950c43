import type { Queryable } from '../../../platform/database/database.ts';
import { addDays } from '../../../platform/time.ts';
import type { WorkingDays } from '../../../platform/working-days.ts';

/** Days of accounts; both ends belong to it, and both are over. */
export interface GapSpan {
  accounts: readonly string[];
  from: string;
  to: string;
  calendar: WorkingDays;
}

/**
 * The days of which an account's statement has not come, the newest first: since the first credit or statement of the account, every working
 * day of the province, and every other day on which a credit of it is known.
 */
export function missingDaysOf(sql: Queryable, { accounts, from, to, calendar }: GapSpan): Promise<{ account: string; day: string }[]> {
  return sql.query<{ account: string; day: string }>(
    `SELECT a.number AS account, to_char(d.day, 'YYYY-MM-DD') AS day
     FROM unnest($1::text[]) AS a(number)
       CROSS JOIN LATERAL (SELECT least(
         (SELECT min(booked_on) FROM payments.account_credit WHERE account = a.number),
         (SELECT min(business_date) FROM payments.account_statement WHERE account = a.number)) AS day) AS begun
       CROSS JOIN LATERAL (SELECT day::date FROM generate_series($2::date, $3::date, interval '1 day') AS day) AS d
     WHERE d.day >= begun.day
       AND (d.day = ANY($4::date[]) OR EXISTS (SELECT FROM payments.account_credit k WHERE k.account = a.number AND k.booked_on = d.day))
       AND NOT EXISTS (SELECT FROM payments.account_statement s WHERE s.account = a.number AND s.business_date = d.day)
     ORDER BY a.number, d.day DESC`,
    [accounts, from, to, daysOf({ from, to }).filter((day) => calendar.isWorkingDay(day))],
  );
}

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
