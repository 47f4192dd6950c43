import { reindex } from '../subgraphs/identity/index.ts';
import { openFoundation, openGround } from './foundation.ts';
import { rememberIndexKey } from './key-check.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run.ts';
import { readConfig } from './settings.ts';

/** `hub reindex`: seals and indexes all personal data under the present keys. Nothing may register applicants meanwhile. */
export function reindexAll(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    readOptions(args, { usage: 'reindex' });
    const ground = await openGround(readConfig(), 'reindex');
    closers.add(() => ground.close());
    const foundation = await openFoundation(ground, { reindexing: true });
    closers.add(() => foundation.close());
    const { citizens, organizations } = await reindex(foundation.platform);
    await rememberIndexKey(foundation.platform);
    console.log(`${citizens} công dân, ${organizations} tổ chức. / ${citizens} citizens, ${organizations} organizations.`);
    return 0;
  });
}
