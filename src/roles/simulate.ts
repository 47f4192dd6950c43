import { loadConnectors } from '../../connectors/registry.ts';
import { readOptions } from './options.ts';
import { runService, UsageError } from './run.ts';
import { readConfig } from './settings.ts';
import { publishSimulators, simulatorState } from './simulators.ts';

const USAGE = 'simulate SYSTEM [--port N] [--hub URL]';

/** `hub simulate <system>`: one simulator in its own process. It remembers in the data directory, and other processes find it there. */
export function simulate(args: string[]): Promise<number> {
  return runService(async (closers) => {
    const config = readConfig();
    const { values, positionals } = readOptions(args, ['port', 'hub'], USAGE);
    const manifests = (await loadConnectors()).filter(({ simulator }) => simulator !== undefined);
    const manifest = manifests.find(({ id }) => id === positionals[0]);
    if (manifest?.simulator === undefined) {
      throw new UsageError(`SYSTEM: ${manifests.map(({ id }) => id).join(' | ')}\nnpm run hub -- ${USAGE}`);
    }
    const port = values.port === undefined ? manifest.simulator.defaultPort : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port: 0 … 65535');
    const simulator = await manifest.simulator.start({
      port,
      host: '127.0.0.1',
      hubUrl: values.hub ?? `http://${config.host}:${config.port}`,
      stateDir: simulatorState(config, manifest.id),
    });
    closers.add(() => simulator.stop());
    publishSimulators(config, simulator.environment);
    console.log(`${manifest.title.vi}: ${simulator.url}`);
    for (const [name, value] of Object.entries(simulator.environment)) console.log(`${name}=${value}`);
  });
}
