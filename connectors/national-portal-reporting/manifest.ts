import { defineReportingConnector } from '../contract/reporting.ts';
import { type ReportingConfig, reportingConfig } from './config.ts';
import { createReporting } from './reporting.ts';
import { SIMULATOR_ROOT, startReportingSimulator } from './simulator.ts';

/** What the National Public Service Portal publishes of Decision 766: a public address of its own, without an account. */
export default defineReportingConnector<ReportingConfig>({
  id: 'national-portal-reporting',
  kind: 'REPORTING',
  title: { vi: 'Số liệu công bố của Cổng DVCQG', en: 'Figures published by the national portal' },
  config: reportingConfig,
  sandboxOnly: ({ root }) =>
    root === SIMULATOR_ROOT ? ["NATIONAL_PORTAL_REPORTING_ROOT is the simulator's; set the portal's own id of the province"] : [],
  create: createReporting,
  simulator: { defaultPort: 4108, start: startReportingSimulator },
});
