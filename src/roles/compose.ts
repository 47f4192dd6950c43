import type { MikroORM } from '@mikro-orm/postgresql';
import { GrantSigner } from '../platform/auth/grant.ts';
import { PeerProof } from '../platform/auth/peer-proof.ts';
import { openSandboxIssuer, type SandboxIssuer } from '../platform/auth/sandbox-issuer.ts';
import { type Authenticator, createAuthenticator } from '../platform/auth/tokens.ts';
import type { HubConfig, SubgraphName } from '../platform/config/config.ts';
import type { ConnectorHost } from '../platform/connectors.ts';
import { openDatabase } from '../platform/database/database.ts';
import { openOrm, type StorageDefinition } from '../platform/database/orm.ts';
import { createPeers, httpPeers, type PeerTransport } from '../platform/graphql/peers.ts';
import type { WakeUps } from '../platform/jobs/wake-up.ts';
import type { Platform } from '../platform/platform.ts';
import type { Logger } from '../platform/telemetry/log.ts';
import { createClock } from '../platform/time.ts';
import type { ConnectorGround } from './connectors.ts';
import { openCipher } from './keys.ts';
import { createLocalGraph } from './local-graph.ts';
import { SUBGRAPHS } from './subgraphs.ts';

/** What a role brings along that is not the same in every process. */
export interface PlatformParts {
  config: HubConfig;
  databaseUrl: string;
  log: Logger;
  /** The connectors, or how they are made of what the platform has. */
  connectors: ConnectorHost | ((ground: ConnectorGround) => ConnectorHost);
  wakeUps: WakeUps;
  /** The business day where the configuration names none: the sample's last. */
  today?: string | undefined;
  /** Connections of the shared pool. */
  poolSize?: number;
  /** Subgraphs run in processes of their own: jobs ask them over HTTP, by SUBGRAPH_…_URL. */
  subgraphsApart?: boolean;
}

/** A platform in use, and how to put it away. */
export interface OpenPlatform {
  platform: Platform;
  /** Undefined in production. */
  sandboxIssuer: SandboxIssuer | undefined;
  close(): Promise<void>;
}

/** Wires the platform up: everything that a subgraph, a job or a role is lent. */
export async function openPlatform(parts: PlatformParts): Promise<OpenPlatform> {
  const { config, databaseUrl } = parts;
  const sandboxIssuer = config.mode === 'production' ? undefined : await openSandboxIssuer(config.dataDir);
  const authenticator: Authenticator = createAuthenticator(config, sandboxIssuer);
  const db = openDatabase(databaseUrl, { max: parts.poolSize ?? 12 });
  const cipher = openCipher(config);
  const orms = new Map<SubgraphName, MikroORM>();
  const storageOf = new Map<SubgraphName, StorageDefinition>(SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph.storage]));
  const transport = parts.subgraphsApart === true ? httpPeers(config.subgraphUrls, new PeerProof(cipher)) : inProcess(() => platform);
  const platform: Platform = {
    config,
    clock: createClock(config.today ?? parts.today),
    log: parts.log,
    db,
    orm(name) {
      const storage = storageOf.get(name);
      if (storage === undefined) throw new Error(`${name} has no storage`);
      const orm = orms.get(name) ?? openOrm(databaseUrl, storage);
      orms.set(name, orm);
      return orm;
    },
    cipher,
    grants: new GrantSigner(cipher),
    authenticator,
    wakeUps: parts.wakeUps,
    connectors: typeof parts.connectors === 'function' ? parts.connectors({ db, cipher, log: parts.log }) : parts.connectors,
    peers: createPeers(transport, {}),
  };
  return {
    platform,
    sandboxIssuer,
    async close() {
      await Promise.all([...orms.values()].map((orm) => orm.close(true)));
      await db.close();
    },
  };
}

/** Subgraphs of this process; they are built when the first of them is asked, for most roles never ask one. */
function inProcess(hub: () => Platform): PeerTransport {
  let graph: ReturnType<typeof createLocalGraph> | undefined;
  return (subgraph, request) => {
    graph ??= createLocalGraph(hub());
    return graph.transport(subgraph, request);
  };
}
