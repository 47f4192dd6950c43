import { z } from 'zod';
import type { Queryable } from '../../platform/database/database.ts';
import { workingHours } from './alert.hours.ts';

export const ALERT_KINDS = [
  'CONNECTOR_DOWN',
  'OLDEST_PENDING',
  'SOURCE_SILENT',
  'SENT_NOT_RECEIVED',
  'STATEMENT_MISSING',
  'ACCOUNT_STATEMENT_MISSING',
  'STATEMENTS_NOT_FETCHED',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** When an alert is raised. `threshold` is in minutes, of SENT_NOT_RECEIVED in synchronizations, of both kinds of missing statements in statements. */
export interface AlertRule {
  kind: AlertKind;
  threshold: number;
  enabled: boolean;
  /** Of SOURCE_SILENT: working hours; of SENT_NOT_RECEIVED: the civil time of the count; of both kinds of missing statements: both. */
  parameters: unknown;
}

export const silenceParameters = workingHours;
export const countParameters = z.object({ at: z.string() });
export const owingParameters = workingHours.extend({ at: z.string() });

/** The rules, in the order of their names. */
export function readAlertRules(sql: Queryable): Promise<AlertRule[]> {
  return sql.query<AlertRule>('SELECT kind, threshold, enabled, parameters FROM integration.alert_rule ORDER BY kind');
}
