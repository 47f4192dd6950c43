import type { MikroORM } from '@mikro-orm/postgresql';
import type { GrantSigner } from './auth/grant.ts';
import type { Authenticator } from './auth/tokens.ts';
import type { HubConfig, SubgraphName } from './config/config.ts';
import type { ConnectorHost } from './connectors.ts';
import type { Database } from './database/database.ts';
import type { Peers } from './graphql/peers.type.ts';
import type { WakeUps } from './jobs/wake-up.ts';
import type { Cipher } from './pii/cipher.ts';
import type { Logger } from './telemetry/log.ts';
import type { Clock } from './time.ts';

/** What the platform lends every subgraph, job and role. */
export interface Platform {
  config: HubConfig;
  clock: Clock;
  log: Logger;
  db: Database;
  /** The entity managers of the schemas; fork one for each piece of work: `hub.orm('payments').em.fork()`. */
  orm(subgraph: SubgraphName): MikroORM;
  cipher: Cipher;
  grants: GrantSigner;
  authenticator: Authenticator;
  wakeUps: WakeUps;
  connectors: ConnectorHost;
  /** Asks subgraphs in nobody's name, as jobs must: they answer the hub alone, see `requireHub`. */
  peers: Peers;
}
