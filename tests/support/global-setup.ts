import { randomBytes } from 'node:crypto';
import { dropBeginnings } from './database.ts';
import { startTestServer } from './server.ts';

/** Starts one PostgreSQL for the whole run; TEST_DATABASE_URL names another (14 or newer, may create databases). */
export default async function setup(): Promise<() => Promise<void>> {
  process.env['TEST_RUN'] = randomBytes(4).toString('hex');
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return dropBeginnings;
  const server = await startTestServer();
  process.env['TEST_DATABASE_URL'] = server.url;
  return () => server.stop();
}
