import type { Constructor, EntitySchema, MigrationObject } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';

/** What a subgraph owns in the database: one PostgreSQL schema with its entities and migrations. */
export interface StorageDefinition {
  /** The PostgreSQL schema; its `migration` table keeps what has run. */
  schema: string;
  entities: EntitySchema[];
  /** In the order in which they run; never edited once released, never reversed. */
  migrations: { name: string; class: Constructor<Migration> }[];
  /** Columns (`schema.table.column`) that keep the blind index of a citizen's number, to follow it when its key is replaced. */
  citizenIndexes?: readonly string[];
}

/** Opens MikroORM for one schema. It connects at the first query. */
export function openOrm(url: string, storage: StorageDefinition): MikroORM {
  return new MikroORM({
    clientUrl: url,
    // MikroORM reads no more of the address than host, port, user, password and name; TLS and sockets are in its query.
    driverOptions: { connectionString: url, application_name: 'hub-orm' },
    entities: storage.entities,
    schema: storage.schema,
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    allowGlobalContext: false,
    pool: { min: 0, max: 5 },
    migrations: {
      tableName: `${storage.schema}.migration`,
      migrationsList: storage.migrations as MigrationObject[],
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
    // What ran is the caller's to tell.
    logger: () => undefined,
    extensions: [Migrator],
  });
}
