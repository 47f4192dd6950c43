import { z } from 'zod';

/** How the connector reads the portal's public reports. */
export interface ReportingConfig {
  /** Without a slash at the end. */
  url: string;
  /** The portal's id of the province (`rootDepartmentId`). */
  root: string;
  timeoutMs: number;
  /** The rest between two calls: it is a public address, not the province's own. */
  pauseMs: number;
}

const settings = z.object({
  NATIONAL_PORTAL_REPORTING_URL: z.url({
    protocol: /^https?$/,
    error: 'NATIONAL_PORTAL_REPORTING_URL: set it to the address of the portal’s public reports, https://dichvucong.gov.vn',
  }),
  NATIONAL_PORTAL_REPORTING_ROOT: z
    .string({ error: 'NATIONAL_PORTAL_REPORTING_ROOT: set it to the portal’s id of the province (rootDepartmentId)' })
    .min(1, 'NATIONAL_PORTAL_REPORTING_ROOT: set it to the portal’s id of the province (rootDepartmentId)'),
  NATIONAL_PORTAL_REPORTING_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1, 'NATIONAL_PORTAL_REPORTING_TIMEOUT_MS: a whole number of milliseconds')
    .default(30_000),
  NATIONAL_PORTAL_REPORTING_PAUSE_MS: z.coerce
    .number()
    .int()
    .min(0, 'NATIONAL_PORTAL_REPORTING_PAUSE_MS: a whole number of milliseconds')
    .default(1_000),
});

/** What is empty counts as left out. */
const told = (environment: unknown) =>
  Object.fromEntries(Object.entries(environment as Record<string, string | undefined>).filter(([, value]) => (value ?? '').trim() !== ''));

/** Reads `NATIONAL_PORTAL_REPORTING_*`; every issue names the variable and what to write there. */
export const reportingConfig = z.preprocess(told, settings).transform(
  (read): ReportingConfig => ({
    url: read.NATIONAL_PORTAL_REPORTING_URL.replace(/\/+$/, ''),
    root: read.NATIONAL_PORTAL_REPORTING_ROOT,
    timeoutMs: read.NATIONAL_PORTAL_REPORTING_TIMEOUT_MS,
    pauseMs: read.NATIONAL_PORTAL_REPORTING_PAUSE_MS,
  }),
);
