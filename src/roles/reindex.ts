import { reindex } from '../subgraphs/identity/index.ts';
import { openFoundation, openGround } from './foundation.ts';
import { runCommand } from './run.ts';
import { readConfig } from './settings.ts';

/** `hub reindex`: seals and indexes all personal data under the present keys. Nothing may register applicants meanwhile. */
export function reindexAll(): Promise<number> {
  return runCommand(async (closers) => {
    const ground = await openGround(readConfig(), 'reindex');
    closers.add(() => ground.close());
    const foundation = await openFoundation(ground);
    closers.add(() => foundation.close());
    const { citizens, organizations } = await reindex(foundation.platform);
    console.log(`${citizens} công dân, ${organizations} tổ chức. / ${citizens} citizens, ${organizations} organizations.`);
    return 0;
  });
}
