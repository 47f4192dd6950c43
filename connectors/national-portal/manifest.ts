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
  // The simulator takes no other account, so this one variable tells.
  sandboxOnly: ({ username }) =>
    username === SIMULATOR_USERNAME
      ? ["NATIONAL_PORTAL_USERNAME is the simulator's; set the account that the portal gave the province"]
      : [],
  create: createPortal,
  simulator: { defaultPort: 4101, start: startPortalSimulator, remember: rememberDossiers },
});
