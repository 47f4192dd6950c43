import { defineCommuneConnector } from '../contract/commune.ts';
import { type CommuneConfig, communeConfig } from './config.ts';
import { createCommune } from './deliver.ts';
import { startCommuneSimulator } from './simulator.ts';

/** A commune's one-stop system by signed webhooks (Standard Webhooks 1.0). Which systems there are is data of the hub. */
export default defineCommuneConnector<CommuneConfig>({
  id: 'commune-system',
  kind: 'COMMUNE',
  title: { vi: 'Hệ thống một cửa cấp xã', en: "Commune's one-stop system" },
  config: communeConfig,
  create: createCommune,
  simulator: { defaultPort: 4120, start: startCommuneSimulator },
});
