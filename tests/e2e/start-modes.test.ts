import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { CONNECTORS, DOSSIER_COUNT } from '../support/documents.ts';
import { type RunningHub, startHub } from '../support/running-hub.ts';
import { runHub } from '../support/start.ts';

/** Each test starts a whole hub, on a machine that may do much else. */
vi.setConfig({ testTimeout: 300_000 });

let hub: RunningHub | undefined;

afterEach(async () => {
  await hub?.stop();
  hub = undefined;
});

const key = () => randomBytes(32).toString('base64');

test('production, with all that it needs: no sample, no simulator, no explorer, no token of its own making', async () => {
  hub = await startHub({
    HUB_MODE: 'production',
    HUB_SEED_DOSSIERS: '300',
    OIDC_ISSUER: 'https://id.ca-mau.invalid',
    OIDC_AUDIENCE: 'hub',
    PII_KEY: key(),
    PII_INDEX_KEY: key(),
  });
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  const UNIT = graphql(`query CodeOfUnit { administrativeUnit(code: "32248") { code } }`);
  expect(await hub.client.send(UNIT, {})).toEqual({ status: 200, data: { administrativeUnit: { code: '32248' } }, errors: [] });

  const page = await fetch(`${hub.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(await page.text()).not.toMatch(/<script/);

  const token = await hub.command('token', '--role', 'AUDITOR');
  expect([token.code, token.out]).toEqual([1, '']);
  expect(token.err).toMatch(/^HUB_MODE: /);
  const seed = await hub.command('seed', '--dossiers', '5');
  expect(seed.code).toBe(1);
  expect(seed.err).toMatch(/HUB_MODE: the sample is never loaded in production/);
  expect(await countDossiers(hub.environment['DATABASE_URL'] ?? '')).toBe(0);

  const sandbox = await runHub(['token', '--role', 'AUDITOR'], { ...hub.environment, HUB_MODE: 'sandbox' });
  const refused = await hub.client.send(DOSSIER_COUNT, {}, sandbox.out.trim());
  expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

async function countDossiers(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM dossiers.dossier')).rows[0]?.count ?? -1;
  } finally {
    await client.end();
  }
}

test('without simulators and settings each connector is down and says why, and the rest works', async () => {
  hub = await startHub({ HUB_SIMULATORS: 'off' });
  const { connectors } = await hub.client.ask(CONNECTORS, {}, await hub.token('--role', 'OPERATOR'));
  expect(connectors.map(({ state }) => state)).toEqual(connectors.map(() => 'DOWN'));
  const reasons = Object.fromEntries(connectors.map(({ id, lastError }) => [id, lastError]));
  expect(reasons['national-portal']).toContain('NATIONAL_PORTAL_URL');
  expect(reasons['vnpay']).toContain('VNPAY_URL');
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  const officer = await hub.token('--role', 'OFFICER', '--unit', '32248');
  expect(await hub.client.ask(DOSSIER_COUNT, {}, officer)).toEqual({ dossiers: { totalCount: 0 } });
});
