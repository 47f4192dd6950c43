import { followReplaced, noteReplaced } from '../platform/outbox/replaced-index.ts';
import type { Platform } from '../platform/platform.ts';
import { type Reindexed, reindex } from '../subgraphs/identity/index.ts';
import { openFoundation, openGround } from './foundation.ts';
import { rememberIndexKey } from './key-check.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run.ts';
import { readConfig } from './settings.ts';
import { STORAGES } from './subgraphs.ts';

/**
 * `hub reindex`: seals and indexes all personal data under the present keys. Nothing may register applicants meanwhile. After a change
 * of the index key, idempotency keys of before are forgotten.
 */
export function reindexAll(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    readOptions(args, { usage: 'reindex' });
    const ground = await openGround(readConfig(), 'reindex');
    closers.add(() => ground.close());
    const foundation = await openFoundation(ground, { reindexing: true });
    closers.add(() => foundation.close());
    const { citizens, organizations } = await reindexEverything(foundation.platform);
    await rememberIndexKey(foundation.platform);
    console.log(`${citizens} công dân, ${organizations} tổ chức. / ${citizens} citizens, ${organizations} organizations.`);
    return 0;
  });
}

/** Citizens and organizations first, then the rows of every schema that are found by a citizen's index. May be run again after a kill. */
export async function reindexEverything(hub: Platform): Promise<Reindexed> {
  const done = await reindex(hub, { onReplaced: noteReplaced });
  await hub.db.transaction((sql) =>
    followReplaced(
      sql,
      STORAGES.flatMap(({ citizenIndexes = [] }) => citizenIndexes),
    ),
  );
  return done;
}
