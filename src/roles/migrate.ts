import { openFoundation, openGround } from './foundation.ts';
import { readOptions } from './options.ts';
import { runCommand } from './run.ts';
import { readConfig } from './settings.ts';

/** `hub migrate`: brings the database and its reference data to their present form, and says what ran. */
export function migrateDatabase(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    readOptions(args, { usage: 'migrate' });
    const ground = await openGround(readConfig(), 'migrate');
    closers.add(() => ground.close());
    const foundation = await openFoundation(ground);
    closers.add(() => foundation.close());
    for (const migration of ground.migrated) console.log(migration);
    console.log('Cơ sở dữ liệu đã ở cấu trúc hiện hành. / The database is up to date.');
    return 0;
  });
}
