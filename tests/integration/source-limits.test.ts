import { afterEach, beforeEach, expect, it } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { ADMINISTRATOR, CONNECTOR, createSourcesRig, type SourcesRig } from '../support/sources.ts';

let rig: SourcesRig;

beforeEach(async () => {
  rig = await createSourcesRig();
});

afterEach(async () => {
  await rig.stop();
});

const A = 'H12.64-250930-00001';
const B = 'H12.64-250930-00002';

const RATE = graphql(`
  mutation SetSourceRate($id: ID!, $rate: Float) {
    setConnectorRate(id: $id, perSecond: $rate) { connector { id kind ratePerSecond } userErrors { code field } }
  }
`);

it('a system is left alone for as long as it asks, and sent to no faster than an administrator lets', async () => {
  await rig.registerWebhook();
  await rig.keyed(A);
  await rig.keyed(B);
  await rig.admin('POST', 'faults', { kind: 'status', status: 429, times: 1, retryAfter: '900' });
  await rig.move(A, { to: 'PROCESSING' });
  await rig.work();
  const [rests] = await rig.rows<{ s: number }>('SELECT extract(epoch FROM open_until - now())::float8 AS s FROM integration.connector');
  expect(rests?.s).toBeGreaterThan(800);
  await rig.pass();
  const administrator = await rig.token(ADMINISTRATOR);
  const set = async (id: string, rate: number | null) => (await rig.client.ask(RATE, { id, rate }, administrator)).setConnectorRate;
  expect(await set(CONNECTOR, 5)).toEqual({ connector: { id: CONNECTOR, kind: 'COMMUNE', ratePerSecond: 5 }, userErrors: [] });
  expect(await set('commune-system:nobody', 5)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
  await rig.move(A, { to: 'RESOLVED' });
  await rig.move(B, { to: 'PROCESSING' });
  await rig.work();
  expect((await rig.received()).filter(({ status }) => status === 204)).toHaveLength(3);
  const [window] = await rig.rows<{ granted: number[] }>('SELECT granted FROM integration.rate_window WHERE connector = $1', [CONNECTOR]);
  expect(window?.granted.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
});
