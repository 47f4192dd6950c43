import { afterAll, beforeAll, expect, it } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { localDateOf } from '../../src/platform/time.ts';
import { paymentRoutes, routeMatches } from '../../src/subgraphs/payments/index.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE, row, statement as statementOf } from '../support/payments.ts';

const ACCOUNT = '8888000000001';
const CREDITS = graphql(`
  query CreditsOfTheAccount { accountCredits(first: 100) { nodes { bankReference amount state disputedAmount onStatement payment { reference } } } }
`);

let hub: GatewayHub;
let serial = 0;
beforeAll(async () => {
  hub = await createGatewayHub(vietqr);
  await hub.configure('PUT', 'modes', { noticeDelayMs: 60_000 });
});
afterAll(() => hub.stop());

const today = () => localDateOf(new Date());
const open = () => {
  serial += 1;
  return hub.open(`H12.64-250929-${String(serial).padStart(4, '0')}`);
};
const transfer = (fields: Record<string, string>) =>
  fetch(`${hub.simulator.url}/transfers`, { method: 'POST', body: new URLSearchParams(fields) });
/** What the bank wrote of the account today. */
const statement = async () => {
  const [merchant] = await hub.platform.db.query<{ code: string }>(`SELECT code FROM payments.merchant WHERE provider = 'VIETQR'`);
  return (await fetch(`${hub.simulator.url}/_statements/${merchant?.code}/${today()}`)).text();
};
async function put(text: string, { token = hub.accountant, account = ACCOUNT, day = today() } = {}) {
  const url = `/payments/accounts/${account}/statements/${day}`;
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, { method: 'PUT', url }));
  if (route?.kind !== 'streamed') throw new Error('no route');
  const viewer = await hub.platform.authenticator.viewer(token === '' ? undefined : `Bearer ${token}`);
  async function* body() {
    yield Buffer.from(text);
  }
  const reply = await route.handle({ method: 'PUT', url, headers: { 'accept-language': 'en' }, body: body() }, viewer);
  return { status: reply.status, body: JSON.parse(reply.body) as { rows?: number; version?: number; error?: { message: string } } };
}
/** Such rows as a statement of the account, as its bank would write it. */
async function textOf(rows: Parameters<typeof statementOf>[0]): Promise<string> {
  const [merchant] = await hub.platform.db.query<{ code: string }>(`SELECT code FROM payments.merchant WHERE provider = 'VIETQR'`);
  let text = '';
  for await (const part of statementOf(rows, { day: today(), provider: 'VIETQR', merchantCode: merchant?.code ?? '' }))
    text += Buffer.from(part);
  return text;
}
const credits = async () => (await hub.execute('payments', CREDITS, {}, hub.accountant)).data?.accountCredits.nodes ?? [];

it('tells of credits whose notices were lost: they pay what they name, once, whatever comes afterwards', async () => {
  const first = await open();
  await transfer({ payload: first.qrPayload, reference: 'LOST1' });
  await transfer({ payload: first.qrPayload, reference: 'LOST2', change: 'MISSING' });
  expect(await hub.paid(first.dossier)).toBe(0);
  const told = await statement();
  expect(await put(told)).toEqual({ status: 201, body: { rows: 2, version: 1 } });
  expect(await hub.paid(first.dossier)).toBe(50_000);
  const seen = await credits();
  expect(seen).toHaveLength(2);
  expect(seen.find(({ bankReference }) => bankReference === 'LOST1')).toMatchObject({
    state: 'MATCHED',
    payment: { reference: first.reference },
  });
  expect(seen.find(({ bankReference }) => bankReference === 'LOST2')).toMatchObject({ state: 'UNIDENTIFIED', amount: 50_000 });
  expect(await put(told)).toEqual({ status: 200, body: { rows: 2, version: 1 } });

  const second = await open();
  await transfer({ payload: second.qrPayload, reference: 'LOST3' });
  expect(await put(await statement())).toEqual({ status: 201, body: { rows: 3, version: 2 } });
  expect([await hub.paid(first.dossier), await hub.paid(second.dossier), (await credits()).length]).toEqual([50_000, 50_000, 3]);
});

it('sent several times at once is taken once', async () => {
  const { dossier, qrPayload } = await open();
  await transfer({ payload: qrPayload, reference: 'ATONCE' });
  const told = await statement();
  const answers = await Promise.all([1, 2, 3].map(() => put(told)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
  expect(await hub.paid(dossier)).toBe(50_000);
});

it('with another amount for a number that is known is refused whole, and says which line', async () => {
  const { dossier, qrPayload } = await open();
  await transfer({ payload: qrPayload, reference: 'AMOUNT1' });
  expect((await put(await statement())).status).toBe(201);
  const before = await credits();
  const time = `${today()}T08:00:00+07:00`;
  const rows = [
    row({ merchantRef: 'x', providerTransactionId: 'AMOUNT2', time, gross: 70_000 }),
    row({ merchantRef: 'x', providerTransactionId: 'AMOUNT1', time, gross: 40_000 }),
  ];
  const answer = await put(await textOf(rows));
  expect(answer.status).toBe(422);
  expect(answer.body.error?.message).toMatch(/line 3, gross: the bank told of 50000 đồng under this number before, the file says 40000/);
  const twice = await put(await textOf([rows[0], rows[0]].flatMap((each) => each ?? [])));
  expect(twice.body.error?.message).toMatch(/line 3, providerTxnId: the bank's number stands in an earlier line/);
  expect([await credits(), await hub.paid(dossier)]).toEqual([before, 50_000]);
});

it('that no longer has a credit marks it, and one that has it again takes the mark away', async () => {
  const whole = await statement();
  await put(whole);
  const marks = async () => [...new Set((await credits()).map(({ onStatement }) => onStatement))];
  expect(await marks()).toEqual([true]);
  const fewer = [row({ merchantRef: 'x', providerTransactionId: 'AMOUNT1', time: `${today()}T08:00:00+07:00`, gross: 50_000 })];
  expect((await put(await textOf(fewer))).status).toBe(201);
  expect((await credits()).filter(({ onStatement }) => onStatement === true).map(({ bankReference }) => bankReference)).toEqual([
    'AMOUNT1',
  ]);
  const { qrPayload } = await open();
  await transfer({ payload: qrPayload, reference: 'AGAIN1' });
  expect((await put(await statement())).status).toBe(201);
  expect(await marks()).toEqual([true]);
});

it('that is damaged, of another day or of another account is refused whole, and by whom it does not concern', async () => {
  const { dossier, qrPayload } = await open();
  await transfer({ payload: qrPayload, reference: 'REFUSED' });
  const told = await statement();
  const before = await credits();
  const unit = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
  const answers = [
    await put(told.slice(0, -20)),
    await put(told.replace(/50000/, '90000')),
    await put(told, { day: '2026-01-05' }),
    await put(told, { day: '2026-02-30' }),
    await put(told, { account: '8888000000002' }),
    await put(told, { token: unit }),
    await put(told, { token: hub.citizen }),
    await put(told, { token: '' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 403, 403, 401]);
  expect(answers[4]?.body.error?.message).toContain('8888000000002');
  expect([await credits(), await hub.paid(dossier)]).toEqual([before, 0]);
});

it("is not a gateway's settlement file, though its merchant code stands in the address", async () => {
  const { dossier, reference } = await open();
  const time = `${today()}T08:00:00+07:00`;
  const rows = [row({ merchantRef: reference, time, gross: 50_000 })];
  let text = '';
  for await (const part of statementOf(rows, { day: today(), merchantCode: 'VNPAY' })) text += Buffer.from(part);
  const before = await credits();
  const answer = await put(text, { account: 'VNPAY' });
  expect(answer.status).toBe(422);
  expect(answer.body.error?.message).toContain('Account VNPAY is not registered');
  const ours = await put(text);
  expect(ours.status).toBe(422);
  expect(ours.body.error?.message).toContain(`merchantCode: is not that of account ${ACCOUNT}`);
  expect([await credits(), await hub.paid(dossier)]).toEqual([before, 0]);
});
