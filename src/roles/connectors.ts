import type { z } from 'zod';
import type { ConnectorManifest, ConnectorTools } from '../../connectors/contract/manifest.ts';
import type { HubConfig } from '../platform/config/config.ts';
import { ConfigError } from '../platform/config/problem.ts';
import { type ConnectorHost, hostConnectors } from '../platform/connectors.ts';
import type { Database } from '../platform/database/database.ts';
import { createSharedStore } from '../platform/database/shared-store.ts';
import { noteExchange } from '../platform/exchanges.ts';
import type { Cipher } from '../platform/pii/cipher.ts';
import type { Logger } from '../platform/telemetry/log.ts';

type Manifest = ConnectorManifest<unknown, unknown>;

/** What connectors stand on. */
export interface ConnectorGround {
  db: Database;
  cipher: Cipher;
  log: Logger;
}

/** Makes the connectors out of their manifests and the environment. One without settings is hosted without a port and says which are missing. */
export function openConnectors(manifests: readonly Manifest[], config: HubConfig, ground: ConnectorGround): ConnectorHost {
  return hostConnectors(manifests, (manifest) => {
    const parsed = manifest.config.safeParse(config.env);
    if (!parsed.success) return { problem: problemOf(parsed.error) };
    return { port: manifest.create(parsed.data, toolsFor(manifest.id, ground)) };
  });
}

/** Throws ConfigError where production would talk to a simulator or a public test account, before anything is opened. */
export function refuseSandboxConnectors(manifests: readonly Manifest[], config: HubConfig): void {
  if (config.mode !== 'production') return;
  const gaps = manifests.flatMap((manifest) => {
    const parsed = manifest.config.safeParse(config.env);
    return parsed.success ? (manifest.sandboxOnly?.(parsed.data) ?? []) : [];
  });
  if (gaps.length > 0) throw new ConfigError(gaps.join('\n'));
}

function problemOf(error: z.ZodError): string {
  return error.issues.map((issue) => issue.message).join('; ');
}

function toolsFor(id: string, { log, ...hub }: ConnectorGround): ConnectorTools {
  const own = log.child({ connector: id });
  return {
    now: () => new Date(),
    log: (level, message, fields = {}) => own[level](fields, message),
    store: createSharedStore(hub, id),
    fetch: globalThis.fetch,
    exchange: noteExchange,
  };
}
