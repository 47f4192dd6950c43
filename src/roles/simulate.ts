import type { ConnectorManifest } from '../../connectors/contract/manifest.ts';
import { loadConnectors } from '../../connectors/registry.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { bindError } from './http/server.ts';
import { readOptions } from './options.ts';
import { runService, UsageError } from './run.ts';
import { readConfig } from './settings.ts';
import { publishSimulators, startSimulator } from './simulators.ts';

const USAGE = 'simulate SYSTEM [--port N] [--hub URL]';

/** `hub simulate <system>`: one simulator in its own process. It remembers in the data directory, and other processes find it there. */
export function simulate(args: string[]): Promise<number> {
  return runService(async (closers) => {
    const wish = await readWish(args, readConfig());
    const { config, manifest, port } = wish;
    const simulator = await startSimulator(manifest, config, wish).catch((error: NodeJS.ErrnoException) => {
      throw error.syscall === 'listen' ? bindError(error, { host: '127.0.0.1', port, variable: '--port' }) : error;
    });
    closers.add(() => simulator.stop());
    publishSimulators(config, simulator.environment);
    console.log(`${manifest.title.vi}: ${simulator.url}`);
    for (const [name, value] of Object.entries(simulator.environment)) console.log(`${name}=${value}`);
  });
}

interface Wish {
  config: HubConfig;
  manifest: ConnectorManifest<unknown, unknown>;
  port: number;
  hubUrl: string;
}

async function readWish(args: string[], config: HubConfig): Promise<Wish> {
  const { values, positionals } = readOptions(args, { options: ['port', 'hub'], words: 1, usage: USAGE });
  const manifests = (await loadConnectors()).filter(({ simulator }) => simulator !== undefined);
  const manifest = manifests.find(({ id }) => id === positionals[0]);
  if (manifest?.simulator === undefined) throw wrong('SYSTEM', manifests.map(({ id }) => id).join(' | '));
  const port = values.port === undefined ? manifest.simulator.defaultPort : Number(/^\d{1,5}$/.exec(values.port)?.[0]);
  if (Number.isNaN(port) || port > 65_535) throw wrong('--port', '0 … 65535');
  const hubUrl = values.hub ?? `http://${config.host}:${config.port}`;
  if (!/^https?:\/\//.test(hubUrl) || !URL.canParse(hubUrl)) throw wrong('--hub', 'http://… | https://…');
  return { config, manifest, port, hubUrl };
}

function wrong(what: string, choices: string): UsageError {
  return new UsageError(`${what}: cần ${choices}\n${what}: must be ${choices}\nnpm run hub -- ${USAGE}`);
}
