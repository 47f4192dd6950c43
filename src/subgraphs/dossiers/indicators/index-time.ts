/**
 * On time as the national index has it, which is not as the law has it: the end is the result, else its return, else the refusal or
 * stop; one supplement request counts as an end too, two make the dossier late, and time spent in supplement is left out. What the
 * portal itself does with a dossier; source: the public description of its report of Decision 766.
 */

/** When a dossier over `d` came to its end as the index has it. */
export const indexEndSql = 'coalesce(d.resolved_at, d.returned_at, d.finished_at, d.updated_at)';

/** Time spent in supplement until an instant, over `d`. */
const supplementTime = (until: string) =>
  `(SELECT coalesce(sum(least(coalesce((s->>'receivedAt')::timestamptz, ${until}), ${until}) - (s->>'requestedAt')::timestamptz), interval '0')
    FROM jsonb_array_elements(d.supplements) s WHERE (s->>'requestedAt')::timestamptz < ${until})`;

/** Whether a dossier over `d` is late whatever happens yet; one that still runs without a supplement request is not. */
export const indexLateSql = `d.due_at IS NOT NULL AND CASE
    WHEN jsonb_array_length(d.supplements) >= 2 THEN true
    WHEN d.status IN ('REFUSED', 'WITHDRAWAL_REQUESTED', 'STOPPED', 'RESOLVED', 'RETURNED') THEN
      ${indexEndSql} > d.due_at AND ${indexEndSql} - ${supplementTime(indexEndSql)} > d.due_at
    WHEN jsonb_array_length(d.supplements) = 1 THEN (d.supplements->0->>'requestedAt')::timestamptz > d.due_at
    ELSE false END`;
