import type { StorageDefinition } from '../platform/database/orm.ts';
import type { SubgraphDefinition } from '../platform/graphql/subgraph.ts';
import { OUTBOX_MIGRATIONS } from '../platform/outbox/outbox.migrations.ts';
import { dossiers } from '../subgraphs/dossiers/index.ts';
import { identity } from '../subgraphs/identity/index.ts';
import { integration } from '../subgraphs/integration/index.ts';
import { payments } from '../subgraphs/payments/index.ts';

/** The four subgraphs of the hub. */
export const SUBGRAPHS: readonly SubgraphDefinition[] = [dossiers, payments, identity, integration];

/** Every schema that migrations keep, in the order in which they run: the shared outbox first. */
export const STORAGES: readonly StorageDefinition[] = [
  { schema: 'outbox', entities: [], migrations: OUTBOX_MIGRATIONS, citizenIndexes: ['outbox.event.citizen_index'] },
  ...SUBGRAPHS.map((subgraph) => subgraph.storage),
];
