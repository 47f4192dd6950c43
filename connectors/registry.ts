import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { ConnectorManifest } from './contract/manifest.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const KINDS = ['NATIONAL_PORTAL', 'PAYMENT', 'IDENTITY', 'COMMUNE', 'REPORTING', 'RECEIPT'] as const;

/** A folder of `connectors/` that can't be used; the message names folder, field and fix, one line each. */
export class ConnectorRegistryError extends Error {
  override readonly name = 'ConnectorRegistryError';
}

const text = z.string('must be a text').min(1, 'must not be empty');
const callable = (signature: string) => z.custom<() => unknown>((value) => typeof value === 'function', `must be a function: ${signature}`);

const shape = z.object({
  kind: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`),
  title: z.object({ vi: text, en: text }, "must be { vi: '…', en: '…' }"),
  config: z.custom((value) => value instanceof z.ZodType, 'must be a zod schema that reads the connector’s environment variables'),
  create: callable('create(config, tools) => port'),
  sandboxOnly: callable('sandboxOnly(config) => string[], or left out').optional(),
  simulator: z
    .object(
      {
        defaultPort: z.int('must be a whole number').min(1, 'must be a port, 1 to 65535').max(65_535, 'must be a port, 1 to 65535'),
        start: callable('start({ port, host, hubUrl, now, stateDir }) => Promise of a running simulator'),
        remember: callable('remember(stateDir, world) => Promise, or left out').optional(),
      },
      'must be { defaultPort, start }, or left out',
    )
    .optional(),
});

/**
 * Finds the connectors: every folder that has a `manifest.ts`, in the order of their names. Throws
 * ConnectorRegistryError with all that is wrong in all folders, so that one run shows the whole work.
 */
export async function loadConnectors(folder = HERE): Promise<ConnectorManifest<unknown, unknown>[]> {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'contract' && existsSync(join(folder, entry.name, 'manifest.ts')))
    .map((entry) => entry.name)
    .sort();
  const problems: string[] = [];
  const manifests: ConnectorManifest<unknown, unknown>[] = [];
  for (const name of names) {
    const found = await readManifest(folder, name);
    if ('problems' in found) problems.push(...found.problems.map((problem) => `connectors/${name}/manifest.ts: ${problem}`));
    else manifests.push(found.manifest);
  }
  problems.push(...sharedPorts(manifests));
  if (problems.length > 0) throw new ConnectorRegistryError(problems.join('\n'));
  return manifests;
}

type Found = { manifest: ConnectorManifest<unknown, unknown> } | { problems: string[] };

async function readManifest(folder: string, name: string): Promise<Found> {
  let exported: { default?: unknown };
  try {
    exported = (await import(pathToFileURL(join(folder, name, 'manifest.ts')).href)) as { default?: unknown };
  } catch (error) {
    return { problems: [`can't be loaded: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const manifest = exported.default;
  if (typeof manifest !== 'object' || manifest === null) return { problems: ['default: export the manifest as the default of this file'] };
  const id: unknown = 'id' in manifest ? manifest.id : undefined;
  const wrongId = id === name ? [] : [`id: is ${JSON.stringify(id)}; write id: '${name}', the name of the folder`];
  const checked = shape.safeParse(manifest);
  const wrongShape = checked.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  const problems = [...wrongId, ...wrongShape];
  return problems.length > 0 ? { problems } : { manifest: manifest as ConnectorManifest<unknown, unknown> };
}

/** Simulators start side by side, so two of them can't have one port. */
function sharedPorts(manifests: readonly ConnectorManifest<unknown, unknown>[]): string[] {
  const owners = new Map<number, string>();
  const problems: string[] = [];
  for (const { id, simulator } of manifests) {
    if (simulator === undefined) continue;
    const owner = owners.get(simulator.defaultPort);
    if (owner === undefined) owners.set(simulator.defaultPort, id);
    else problems.push(`connectors/${id}/manifest.ts: simulator.defaultPort: ${simulator.defaultPort} belongs to ${owner}; choose another`);
  }
  return problems;
}
