import nationalPortal from '../../../connectors/national-portal/manifest.ts';

/** The simulated portal in a process of its own, so that its time is not the hub's. Tells its environment; ends with its parent. */
const simulator = await nationalPortal.simulator?.start({ port: 0 });
process.send?.({ url: simulator?.url, environment: simulator?.environment });
process.on('SIGTERM', () => process.exit(0));
