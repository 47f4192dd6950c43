import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WrittenForm, WrittenStatement } from '../../connectors/vietqr/simulator.account.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { paymentRoutes, routeMatches, takeStatementFiles } from '../../src/subgraphs/payments/index.ts';
import { severalIn } from '../support/account-readers.ts';
import { createPaymentsHub, type PaymentsHub } from '../support/payments.ts';

const ACCOUNT = '37130105432100001';
const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY] = ['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'] as const;
const DAYS = graphql(`
  query DaysOfAFile($account: String!) {
    accountStatements(account: $account, from: "2026-03-01", to: "2026-03-31") {
      statements { day version opening closing openingDifference credits { count sum } missingCredits { count } unmatchedReversals }
    }
  }
`);
const CREDITS = graphql(`
  query CreditsOfAFile($account: String) { accountCredits(first: 100, account: $account) { nodes { bankReference amount onStatement reversedOn } } }
`);
const FILES = graphql(`query FilesOfDays { statementFiles { path state businessDate version reason } }`);

let hub: PaymentsHub;
let root: string;
let accountant: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'days-'));
  hub = await createPaymentsHub({ SETTLEMENT_ACCOUNTS: `VNPAY=${ACCOUNT}`, STATEMENTS_DIR: root });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
  const at = () => new Date('2026-03-20T10:00:00+07:00');
  Object.assign(hub.platform.clock, { now: at, business: at });
});
afterAll(async () => {
  await hub.stop();
  await rm(root, { recursive: true });
});

/** A day on which one credit came in, after which the balance is so much higher. */
const statement = (day: string, opening: number, amount: number): WrittenStatement => ({
  ...{ account: ACCOUNT, day, opening },
  movements: [
    { kind: 'CREDIT', reference: `KB${day.replaceAll('-', '')}`, amount, at: new Date(`${day}T09:00:00+07:00`), content: 'nop phi' },
  ],
});
const WEEK = [statement(MONDAY, 1_000, 10), statement(TUESDAY, 1_010, 20), statement(WEDNESDAY, 1_030, 30)];
/** A file in the account's folder, taken by the hub. */
async function lay(name: string, text: string) {
  const folder = join(root, 'accounts', ACCOUNT);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
  for (let look = 0; look < 2; look += 1) await takeStatementFiles(hub.platform);
  const { data } = await hub.execute('payments', FILES, {}, accountant);
  return data?.statementFiles.find(({ path }) => path === `accounts/${ACCOUNT}/${name}`);
}
const days = async () =>
  (await hub.execute('payments', DAYS, { account: ACCOUNT }, accountant)).data?.accountStatements.statements.toReversed() ?? [];
const versions = async () => (await days()).map(({ day, version }) => [day, version]);
const credits = async () => (await hub.execute('payments', CREDITS, { account: ACCOUNT }, accountant)).data?.accountCredits.nodes ?? [];

it('each day of a file is a statement of its own', async () => {
  expect(await lay('tuan.sta', severalIn('mt940', WEEK))).toMatchObject({ state: 'TAKEN', businessDate: WEDNESDAY, version: 1 });
  expect(await days()).toEqual([
    {
      ...{ day: MONDAY, version: 1, opening: 1_000, closing: 1_010, openingDifference: null },
      ...{ credits: { count: 1, sum: 10 }, missingCredits: { count: 0 }, unmatchedReversals: 0 },
    },
    {
      ...{ day: TUESDAY, version: 1, opening: 1_010, closing: 1_030, openingDifference: 0 },
      ...{ credits: { count: 1, sum: 20 }, missingCredits: { count: 0 }, unmatchedReversals: 0 },
    },
    {
      ...{ day: WEDNESDAY, version: 1, opening: 1_030, closing: 1_060, openingDifference: 0 },
      ...{ credits: { count: 1, sum: 30 }, missingCredits: { count: 0 }, unmatchedReversals: 0 },
    },
  ]);
  expect((await credits()).map(({ onStatement }) => onStatement)).toEqual([true, true, true]);
});

it('a file of the last days brings what is new alone, and a correction a version of its own day', async () => {
  const next = statement(THURSDAY, 1_060, 40);
  expect(await lay('cuon.sta', severalIn('mt940', [...WEEK.slice(1), next]))).toMatchObject({ state: 'TAKEN', businessDate: THURSDAY });
  expect(await versions()).toEqual([
    [MONDAY, 1],
    [TUESDAY, 1],
    [WEDNESDAY, 1],
    [THURSDAY, 1],
  ]);
  const corrected = {
    ...next,
    movements: [...next.movements, { ...(next.movements[0] as (typeof next.movements)[0]), reference: 'KBX', amount: 5 }],
  };
  expect(await lay('sua.sta', severalIn('mt940', [...WEEK, corrected]))).toMatchObject({ state: 'TAKEN', version: 2 });
  expect((await versions()).filter(([, version]) => version === 2)).toEqual([[THURSDAY, 2]]);
});

it('a reversal takes back what came on an earlier day of the same file', async () => {
  const came = statement('2026-03-09', 0, 70);
  const back = { ...came, day: '2026-03-10', opening: 70 };
  const movements = came.movements.map((each) => ({
    ...each,
    kind: 'DEBIT' as const,
    isReversal: true,
    at: new Date('2026-03-10T09:00:00+07:00'),
  }));
  // The newest day stands first.
  expect(await lay('huy.xml', severalIn('camt053', [{ ...back, movements }, came]))).toMatchObject({
    state: 'TAKEN',
    businessDate: '2026-03-10',
  });
  expect((await credits()).find(({ amount }) => amount === 70)).toMatchObject({ reversedOn: '2026-03-10', onStatement: true });
  expect((await days()).map(({ unmatchedReversals }) => unmatchedReversals)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

it.each<[string, WrittenForm, WrittenStatement[], RegExp]>([
  [
    'whose last day has another sum for a number',
    'mt940',
    [statement('2026-03-02', 0, 1), statement(MONDAY, 1_000, 11)],
    /dòng \d+, cột 61/,
  ],
  [
    'with a number twice',
    'camt053',
    [statement('2026-03-02', 0, 1), { ...statement('2026-03-02', 1, 1), day: '2026-03-03' }],
    /bút toán 2/,
  ],
  ['with a day twice', 'mt940', [statement('2026-03-02', 0, 1), statement('2026-03-02', 1, 1)], /ngày 2026-03-02 có hai sao kê/],
])('of a file %s nothing is kept', async (name, form, statements, reason) => {
  const before = [await days(), await credits()];
  const file = `${name.replaceAll(' ', '-')}.txt`;
  expect(await lay(file, severalIn(form, statements))).toMatchObject({ state: 'REJECTED', reason: expect.stringMatching(reason) });
  expect([await days(), await credits()]).toEqual(before);
});

it('a file of several days is refused where its name or its address tells of one', async () => {
  const text = severalIn('mt940', WEEK);
  expect(await lay('sao-ke-20260316.sta', text)).toMatchObject({ state: 'REJECTED' });
  const rejected = join(root, 'accounts', ACCOUNT, 'rejected');
  const note = (await readdir(rejected)).find((name) => name.endsWith('sao-ke-20260316.sta.reason.txt')) ?? '';
  expect(await readFile(join(rejected, note), 'utf8')).toContain('under a name without a day');
  const url = `/payments/accounts/${ACCOUNT}/statements/${MONDAY}`;
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, { method: 'PUT', url }));
  if (route?.kind !== 'streamed') throw new Error('no route');
  async function* body() {
    yield Buffer.from(text);
  }
  const viewer = await hub.platform.authenticator.viewer(`Bearer ${accountant}`);
  const reply = await route.handle({ method: 'PUT', url, headers: { 'accept-language': 'en' }, body: body() }, viewer);
  expect(reply.status).toBe(422);
  expect(reply.body).toContain('the file has several statements');
});
