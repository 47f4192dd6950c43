import type { Queryable } from '../../platform/database/database.ts';

/** A setting of this subgraph that someone changed. */
export interface SettingChange {
  at: Date;
  /** Subject of the token. */
  actor: string;
  /** `<noun>.<setting>`, e.g. `connector.ratePerSecond`. */
  setting: string;
  /** Of which connector or rule. */
  target: string;
  from: unknown;
  to: unknown;
}

/** Keeps who changed what, in the transaction that changes it. */
export async function recordSettingChange(sql: Queryable, change: SettingChange): Promise<void> {
  await sql.query(
    `INSERT INTO integration.setting_change (at, actor, setting, target, before, after) VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`,
    [change.at, change.actor, change.setting, change.target, JSON.stringify(change.from), JSON.stringify(change.to)],
  );
}

/** The newest changes first. */
export function readSettingChanges(sql: Queryable, limit: number): Promise<SettingChange[]> {
  return sql.query<SettingChange>(
    `SELECT at, actor, setting, target, before AS "from", after AS "to" FROM integration.setting_change ORDER BY id DESC LIMIT $1`,
    [limit],
  );
}
