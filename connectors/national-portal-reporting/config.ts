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

/** Reads `NATIONAL_PORTAL_REPORTING_*`; every issue names the variable and what to write there. What is empty counts as left out. */
export const reportingConfig = z.record(z.string(), z.string().optional()).transform((environment, context): ReportingConfig => {
  const told = Object.fromEntries(Object.entries(environment).filter(([, value]) => (value ?? '').trim() !== ''));
  const read = settings.safeParse(told);
  if (!read.success) {
    for (const { path, message } of read.error.issues) context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  }
  return {
    url: read.data.NATIONAL_PORTAL_REPORTING_URL.replace(/\/+$/, ''),
    root: read.data.NATIONAL_PORTAL_REPORTING_ROOT,
    timeoutMs: read.data.NATIONAL_PORTAL_REPORTING_TIMEOUT_MS,
    pauseMs: read.data.NATIONAL_PORTAL_REPORTING_PAUSE_MS,
  };
});
