import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConnectors } from '../../connectors/registry.ts';
import { CONNECTOR_KINDS, connectorFiles, type NewConnectorKind } from './new-connector.templates.ts';

const FOLDER = fileURLToPath(new URL('../../connectors/', import.meta.url));
const FIRST_PORT = 4101;

/** A wish that can't be fulfilled; the message names the argument and the fix. */
export class NewConnectorError extends Error {
  override readonly name = 'NewConnectorError';
}

/**
 * Reads `NAME --kind KIND`. npm keeps options for itself where `--` is missing, and then passes the
 * kind on as a second word or in the environment.
 */
export function readWish(args: string[], environment: Record<string, string | undefined>): { name: string; kind: NewConnectorKind } {
  const { values, positionals } = parseArgs({ args, options: { kind: { type: 'string' } }, allowPositionals: true });
  const [name = '', second] = positionals;
  const wanted = values.kind ?? second ?? environment['npm_config_kind'];
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name === 'contract') {
    throw new NewConnectorError(
      `NAME: ${JSON.stringify(name)} can't be a folder of connectors/; use small letters, digits and hyphens, e.g. my-wallet`,
    );
  }
  const kind = CONNECTOR_KINDS.find((each) => each === wanted);
  if (kind === undefined) throw new NewConnectorError(`--kind: must be one of ${CONNECTOR_KINDS.join(', ')}`);
  return { name, kind };
}

/** Writes the folder of a new connector, whole or not at all, and answers its files. */
export async function writeConnector(name: string, kind: NewConnectorKind, folder = FOLDER): Promise<string[]> {
  const target = join(folder, name);
  if (existsSync(target)) throw new NewConnectorError(`NAME: connectors/${name} exists; choose another name`);
  const taken = (await loadConnectors(folder)).map((manifest) => manifest.simulator?.defaultPort ?? 0);
  const files = connectorFiles(name, kind, Math.max(FIRST_PORT - 1, ...taken) + 1);
  const fresh = join(folder, `.new-${name}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(fresh, file), text);
  renameSync(fresh, target);
  return Object.keys(files).map((file) => `connectors/${name}/${file}`);
}

async function main(): Promise<void> {
  try {
    const { name, kind } = readWish(process.argv.slice(2), process.env);
    for (const file of await writeConnector(name, kind)) console.log(file);
    console.log(`Tiếp theo / next: npm test -- connectors/${name}`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${error.message}\nnpm run new:connector -- NAME --kind ${CONNECTOR_KINDS.join('|')}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
