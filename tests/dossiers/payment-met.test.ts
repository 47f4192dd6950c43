import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { concludePaidRequests } from '../../src/subgraphs/dossiers/change/payment-met.ts';
import { CREATE_PAYMENT } from '../support/documents.ts';
import { createDossiersHub, type DossiersHub } from '../support/dossiers.ts';
import { type Lifecycle, lifecycleOf, OFFICER, stepsOf } from '../support/lifecycle.ts';

let hub: DossiersHub;
let life: Lifecycle;
beforeAll(async () => {
  hub = await createDossiersHub();
  life = lifecycleOf(hub);
});
afterAll(() => hub.stop());

let keys = 0;
async function pay(dossier: string, amount: number): Promise<void> {
  keys += 1;
  const input = { dossier, provider: 'CASH', amount, idempotencyKey: `cash ${keys}` } as const;
  const { data } = await hub.graphql(CREATE_PAYMENT, { variables: { input }, as: OFFICER });
  expect(data?.createPayment.payment?.status).toBe('SUCCEEDED');
}

/** An event can be read once no older transaction of the hub's database is open. */
const concluded = (count: number) =>
  vi.waitFor(async () => expect(await concludePaidRequests(hub.platform)).toBe(count), { timeout: 30_000, interval: 100 });
/** Until all that was settled has been read. */
const read = () =>
  vi.waitFor(
    async () => {
      await concludePaidRequests(hub.platform);
      const [left] = await hub.platform.db.query<{ count: number }>(
        `SELECT count(*) AS count FROM outbox.event e WHERE e.kind = 'payment.settled'
         AND (e.tx, e.id) > (SELECT tx, id FROM outbox.cursor WHERE consumer = 'dossiers.payment-requests')`,
      );
      expect(left?.count).toBe(0);
    },
    { timeout: 30_000, interval: 100 },
  );

it('a dossier that waits for money goes on by itself once all of it has come in, and once only', async () => {
  const { id: dossier, code } = await life.filed(OFFICER);
  await life.moved(OFFICER, { dossier, to: 'PROCESSING' });
  await life.moved(OFFICER, { dossier, to: 'PAYMENT_REQUESTED', fees: [{ code: 'THEM', name: 'Bản thứ hai', amount: 2_000 }] });
  await pay(dossier, 4_000);
  await read();
  expect(stepsOf(await life.told(code)).map((step) => step['status'])).toEqual([2, 4, 6]);
  await pay(dossier, 6_000);
  await concluded(1);
  const told = await life.told(code);
  expect(told.slice(-3).map(({ kind, data }) => [kind, data['madeBy'], data['change']])).toEqual([
    ['dossier.changed', 'hub', 'PAYMENT_CONCLUDED'],
    ['portal.dossier', undefined, undefined],
    ['portal.steps', undefined, undefined],
  ]);
  expect(stepsOf(told).at(-1)).toMatchObject({ status: 4, officer: 'Hệ thống', content: 'Đã thực hiện nghĩa vụ tài chính' });
  expect(await concludePaidRequests(hub.platform)).toBe(0);
  expect((await life.move(OFFICER, { dossier, to: 'RESOLVED' })).dossier).toMatchObject({ status: 'RESOLVED', version: 5 });
});

it('a dossier that waits for nothing is left where it is', async () => {
  const { id: dossier, code } = await life.filed(OFFICER);
  await pay(dossier, 8_000);
  await read();
  expect((await life.told(code)).filter(({ kind }) => kind === 'dossier.changed').length).toBe(1);
});
