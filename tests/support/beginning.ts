import type { Beginning } from './database.ts';

/** Every schema in its present form, with the reference data of the files. What makes it is loaded by the first that needs it. */
export const HUB_BEGINNING: Beginning = {
  name: 'hub',
  fill: async (databaseUrl) => (await import('./beginning.fill.ts')).fillHub(databaseUrl),
};
