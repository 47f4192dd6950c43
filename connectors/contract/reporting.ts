import type { ConnectorManifest } from './manifest.ts';

/** The six groups of Decision 766, by the last part of their address at the national portal. */
export const EVALUATION_GROUPS = [
  'transparency',
  'dvc-progress-tree',
  'provide-online-tree',
  'formality-online-payment-tree',
  'dossier-digitized',
  'handling-satisfaction',
] as const;
export type EvaluationGroup = (typeof EVALUATION_GROUPS)[number];

/** A month, quarter or year that the portal publishes figures of. */
export type EvaluationPeriod =
  | { timeType: 'month'; year: number; month: number }
  | { timeType: 'quarter'; year: number; quarter: number }
  | { timeType: 'year'; year: number };

/** One row of a unit. Null is the portal's own null and never 0. */
export interface PublishedMetric {
  code: string;
  numerator: number | null;
  denominator: number | null;
  score: number | null;
  max: number | null;
  /** What the portal says of the quality of the row, e.g. NO_NATIONAL_REPORT_DATA. */
  flags: string[];
}

/** What the portal published of one unit in one group. */
export interface PublishedUnit {
  /** The agency code, where the portal names one. */
  code: string | null;
  name: string;
  score: number | null;
  max: number | null;
  metrics: PublishedMetric[];
  /** Numbers that the group gives instead of rows, under the portal's names. */
  parameters: Readonly<Record<string, number | null>>;
}

/** The portal's public reports as the hub reads them. */
export interface ReportingPort {
  /**
   * What is published of the province and each of its units, of one procedure or of all. Empty where the group says nothing of one
   * procedure alone. Throws UpstreamError where it can't be read whole.
   */
  evaluation(group: EvaluationGroup, period: EvaluationPeriod, procedure?: string): Promise<PublishedUnit[]>;
}

/** Gives a reporting connector's manifest its type. */
export function defineReportingConnector<Config>(
  manifest: ConnectorManifest<Config, ReportingPort>,
): ConnectorManifest<Config, ReportingPort> {
  return manifest;
}
