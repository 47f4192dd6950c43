import { definePortalConnector } from '../contract/portal.ts';
import { type PortalConfig, portalConfig } from './config.ts';
import { createPortal } from './portal.ts';
import { rememberDossiers } from './simulator.memory.ts';
import { SIMULATOR_USERNAME, startPortalSimulator } from './simulator.ts';

/** Cổng Dịch vụ công quốc gia, by what is publicly known of its integration interface. */
export default definePortalConnector<PortalConfig>({
  id: 'national-portal',
  kind: 'NATIONAL_PORTAL',
  title: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
  config: portalConfig,
  // The simulator takes no other account, so this tells.
  sandboxOnly: ({ accounts }) =>
    accounts.includes(SIMULATOR_USERNAME)
      ? ["NATIONAL_PORTAL_USERNAME, _CLIENT_ID or _TOKEN is the simulator's; set what the portal or the LGSP gave the province"]
      : [],
  create: createPortal,
  simulator: { defaultPort: 4101, start: startPortalSimulator, remember: rememberDossiers },
});
