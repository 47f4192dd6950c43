import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vietqr from '../../connectors/vietqr/manifest.ts';
import { type Movement, tableOf, writeAccount } from '../../connectors/vietqr/simulator.account.ts';
import vnpay from '../../connectors/vnpay/manifest.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { workbookOf } from '../../src/platform/table-file.ts';
import { addDays, localDateOf } from '../../src/platform/time.ts';
import { workingDays } from '../../src/platform/working-days.ts';
import { paymentRoutes, reconcile, routeMatches, takeStatementFiles } from '../../src/subgraphs/payments/index.ts';
import { settleBatchesJob } from '../../src/subgraphs/payments/settlements/batch.job.ts';
import { createGatewayHub, type GatewayHub } from '../support/gateway.ts';
import { COMMUNE, load, loaded } from '../support/payments.ts';

const TREASURY = '37130105432100001';
const COLLECTING = '8888000000001';
const STATEMENTS = graphql(`
  query StatementsOfAnAccount($account: String!, $from: LocalDate!, $to: LocalDate!) {
    accountStatements(account: $account, from: $from, to: $to) {
      missingDays
      statements { day version isNewest broughtBy form rows opening closing openingDifference unmatchedReversals credits { count sum } debits { count sum } missingCredits { count sum } untoldCredits { count sum } }
    }
  }
`);
const CREDITS = graphql(`
  query CreditsOfAnAccount($account: String, $doubtful: Boolean) {
    accountCredits(first: 100, account: $account, doubtful: $doubtful) { nodes { bankReference amount state onStatement reversedOn payment { reference } batches { state } } }
  }
`);
const BATCHES = graphql(
  `query BatchesOfADay($from: LocalDate!) { settlementBatches(first: 10, from: $from, to: $from) { nodes { batch net state credited } } }`,
);
const FILES = graphql(`query AccountFiles { statementFiles { path provider account state businessDate version reason } }`);

let hub: GatewayHub;
let root: string;
let unitAccountant: string;
const today = localDateOf(new Date());
const ago = (days: number) => addDays(today, -days);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'accounts-'));
  hub = await createGatewayHub(vietqr, { beside: vnpay, env: { SETTLEMENT_ACCOUNTS: `VNPAY=${TREASURY}`, STATEMENTS_DIR: root } });
  await hub.configure('PUT', 'modes', { noticeDelayMs: 60_000 });
  unitAccountant = await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE });
});
afterAll(async () => {
  await hub.stop();
  await rm(root, { recursive: true });
});

const credit = (reference: string, amount: number, content: string, day: string): Movement => ({
  ...{ kind: 'CREDIT', reference, amount, content, at: new Date(`${day}T09:00:00+07:00`) },
});
async function put(bytes: string | Uint8Array, { account = TREASURY, day = ago(1), token = hub.accountant } = {}) {
  const url = `/payments/accounts/${account}/statements/${day}`;
  const route = paymentRoutes(hub.platform).find((each) => routeMatches(each, { method: 'PUT', url }));
  if (route?.kind !== 'streamed') throw new Error('no route');
  const viewer = await hub.platform.authenticator.viewer(`Bearer ${token}`);
  async function* body() {
    yield Buffer.from(bytes);
  }
  const reply = await route.handle({ method: 'PUT', url, headers: { 'accept-language': 'en' }, body: body() }, viewer);
  return { status: reply.status, body: JSON.parse(reply.body) as { rows?: number; version?: number; error?: { message: string } } };
}
async function statements(account: string, { from = ago(30), to = today, token = hub.accountant } = {}) {
  const { data, errors } = await hub.execute('payments', STATEMENTS, { account, from, to }, token);
  expect(errors).toEqual([]);
  return data?.accountStatements ?? { statements: [], missingDays: [] };
}
const credits = async (account: string, doubtful: boolean | null = null) =>
  (await hub.execute('payments', CREDITS, { account, doubtful }, hub.accountant)).data?.accountCredits.nodes ?? [];

describe("a treasury's camt.053", () => {
  it('settles the batch that a provider paid out, and never pays by a reference', async () => {
    const day = ago(2);
    const paidAt = Date.parse(`${day}T10:00:00+07:00`);
    await load(hub, [loaded([{ reference: 'FORMS0001', amount: 80_000, createdAt: paidAt, paidAt }])]);
    const told = JSON.stringify({ reference: 'FORMS0001', amount: 80_000, paidAt: `${day}T10:00:00+07:00` });
    expect((await fetch(`${hub.otherSimulator?.url}/_simulator/transactions`, { method: 'POST', body: told })).status).toBe(201);
    await reconcile(hub.platform, { provider: 'VNPAY', businessDate: day, startedBy: 'test' });
    const batch = async () => (await hub.execute('payments', BATCHES, { from: day }, hub.accountant)).data?.settlementBatches.nodes[0];
    const due = await batch();
    expect(due).toMatchObject({ net: 79_120, credited: 0 });
    const { dossier, reference } = await hub.open('H12.64-250929-0001');
    const movements = [
      credit('KB01', 79_120, `THANH TOAN ${due?.batch}`, ago(1)),
      credit('KB02', 50_000, `NOP PHI ${reference}`, ago(1)),
      { ...credit('KB03', 20_000, 'PHI QUAN LY', ago(1)), kind: 'DEBIT' as const },
    ];
    const text = writeAccount('camt053', { account: TREASURY, day: ago(1), opening: 1_000_000, movements });
    expect(await put(text)).toEqual({ status: 201, body: { rows: 3, version: 1 } });
    expect(await put(text)).toEqual({ status: 200, body: { rows: 3, version: 1 } });
    await settleBatchesJob.run(hub.platform as never, {}, new AbortController().signal);
    expect(await batch()).toMatchObject({ state: 'SETTLED', credited: 79_120 });
    expect(await hub.paid(dossier)).toBe(0);
    expect((await credits(TREASURY)).toSorted((a, b) => a.bankReference.localeCompare(b.bankReference))).toMatchObject([
      { bankReference: 'KB01', state: 'SETTLEMENT', onStatement: true, batches: [{ state: 'SETTLED' }] },
      { bankReference: 'KB02', state: 'UNIDENTIFIED', payment: null },
    ]);
    expect((await statements(TREASURY)).statements).toMatchObject([
      {
        ...{ day: ago(1), version: 1, form: 'CAMT053', rows: 3, opening: 1_000_000, closing: 1_109_120, openingDifference: null },
        ...{
          credits: { count: 2, sum: 129_120 },
          debits: { count: 1, sum: 20_000 },
          untoldCredits: null,
          missingCredits: { count: 0, sum: 0 },
        },
      },
    ]);
  });

  it('that does not follow from the day before is taken, and says by how much', async () => {
    const text = writeAccount('mt940', { account: TREASURY, day: today, opening: 1_109_000, movements: [] });
    expect((await put(text, { day: today })).status).toBe(201);
    expect((await statements(TREASURY)).statements[0]).toMatchObject({ day: today, form: 'MT940', rows: 0, openingDifference: -120 });
  });

  it('that takes a credit back marks it, and a newer version without that takes the mark away', async () => {
    const day = ago(3);
    const came = credit('KB90', 70_000, 'NHAM', day);
    const back: Movement = { ...came, kind: 'DEBIT', isReversal: true };
    const unknown: Movement = { ...back, reference: 'KB91' };
    const write = (movements: Movement[]) => writeAccount('mt940', { account: TREASURY, day, opening: 900_000, movements });
    expect((await put(write([came, back, unknown]), { day })).status).toBe(201);
    expect((await credits(TREASURY, true)).map(({ bankReference, reversedOn }) => [bankReference, reversedOn])).toEqual([['KB90', day]]);
    expect((await statements(TREASURY, { from: day, to: day })).statements).toMatchObject([{ unmatchedReversals: 1 }]);
    expect((await put(write([came]), { day })).body).toEqual({ rows: 1, version: 2 });
    expect(await credits(TREASURY, true)).toEqual([]);
    expect((await statements(TREASURY, { from: day, to: day })).statements.map(({ version, isNewest }) => [version, isNewest])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});

describe('a collecting account', () => {
  it.each(['csv', 'xlsx', 'camt053', 'mt940'])('has its credits from what the simulated bank writes in %s', async (form) => {
    const { dossier, qrPayload } = await hub.open(`H12.64-250929-00${['csv', 'xlsx', 'camt053', 'mt940'].indexOf(form) + 10}`);
    const transfer = new URLSearchParams({ payload: qrPayload, reference: `BANK${form.toUpperCase()}` });
    expect((await fetch(`${hub.simulator.url}/transfers`, { method: 'POST', body: transfer })).status).toBe(200);
    const day = localDateOf(new Date());
    const file = await fetch(`${hub.simulator.url}/accounts/${COLLECTING}/${day}?form=${form}`);
    expect((await put(Buffer.from(await file.arrayBuffer()), { account: COLLECTING, day })).status).toBe(201);
    expect(await hub.paid(dossier)).toBe(50_000);
    const [newest] = (await statements(COLLECTING, { to: day })).statements;
    expect(newest).toMatchObject({
      form: { csv: 'TABLE', xlsx: 'TABLE', camt053: 'CAMT053', mt940: 'MT940' }[form],
      missingCredits: { count: 0 },
    });
    // Its notices have not come: the statement alone told of them.
    expect(newest?.untoldCredits).toEqual(newest?.credits);
  });
});

it('a credit that the bank books a day later than it came is missed on neither day', async () => {
  const [day, next] = [ago(10), ago(9)];
  const write = (of: string, movements: Movement[], opening: number) =>
    writeAccount('mt940', { account: TREASURY, day: of, opening, movements });
  const late = { ...credit('LATE1', 5_000, 'x', day), at: new Date(`${day}T23:59:00+07:00`) };
  expect((await put(write(day, [late], 0), { day })).status).toBe(201);
  // The bank corrects itself: the credit is of the next day.
  expect((await put(write(day, [], 0), { day })).status).toBe(201);
  expect((await credits(TREASURY, true)).map(({ bankReference }) => bankReference)).toEqual(['LATE1']);
  expect((await statements(TREASURY, { from: day, to: day })).statements[0]?.missingCredits).toEqual({ count: 1, sum: 5_000 });
  expect((await put(write(next, [{ ...late, at: new Date(`${next}T00:10:00+07:00`) }], 0), { day: next })).status).toBe(201);
  expect(await credits(TREASURY, true)).toEqual([]);
  expect((await put(write(day, [], 1), { day })).body).toEqual({ rows: 0, version: 3 });
  expect(await credits(TREASURY, true)).toEqual([]);
});

describe('an XLSX of a bank', () => {
  it('with numbers as numbers is read, and one whose numbers have lost digits is refused', async () => {
    const day = ago(4);
    const sheet = (reference: string | number) =>
      workbookOf([
        { title: 'Sao kê', columns: ['Ngày', 'Số CT', 'Ghi nợ', 'Ghi có', 'Số dư'], rows: [[day, reference, null, 1_500_000, 2_500_000]] },
      ]);
    expect(await put(await sheet('1234567890123456789'), { day })).toMatchObject({ status: 201, body: { rows: 1 } });
    const lost = await put(await sheet(Number('1234567890123456789')), { day });
    expect(lost.status).toBe(422);
    expect(lost.body.error?.message).toMatch(/line 2, reference: has lost digits in Excel/);
  });
});

describe('a file that is refused', () => {
  const day = ago(5);
  const movements = [credit('NO1', 10_000, 'x', day), credit('NO2', 20_000, 'y', day)];
  const good = () => writeAccount('mt940', { account: TREASURY, day, opening: 0, movements });
  const none = async () => expect((await credits(TREASURY)).filter(({ bankReference }) => bankReference.startsWith('NO'))).toEqual([]);

  it('for its closing balance leaves nothing behind', async () => {
    const answer = await put(good().replace('VND30000,', 'VND30001,'), { day });
    expect(answer.status).toBe(422);
    expect(answer.body.error?.message).toMatch(
      /line \d+, closingBalance: is 30001, while opening 0 and credits 30000 less debits 0 come to 30000/,
    );
    await none();
  });

  it('for a number that it has twice, or that had another amount, names entry and field', async () => {
    const twice = { account: TREASURY, day, opening: 0, movements: [movements[0], movements[0]] as Movement[] };
    expect((await put(writeAccount('camt053', twice), { day })).body.error?.message).toMatch(
      /entry 2, AcctSvcrRef: the bank's number stands/,
    );
    const other = { account: TREASURY, day, opening: 0, movements: [credit('KB01', 5, 'z', day)] };
    expect((await put(writeAccount('csv', other), { day })).body.error?.message).toMatch(/line 6, amount: the bank told of 79120/);
    await none();
  });

  it('for its account, which nobody registered or which is in use no more, says what to do', async () => {
    const answer = await put(good(), { day, account: '99998888' });
    expect(answer).toMatchObject({ status: 422, body: { error: { message: expect.stringContaining('setBankAccount') } } });
    await hub.platform.db.query('UPDATE payments.bank_account SET active = false WHERE number = $1', [TREASURY]);
    expect((await put(good(), { day })).body.error?.message).toContain('not in use');
    await hub.platform.db.query('UPDATE payments.bank_account SET active = true WHERE number = $1', [TREASURY]);
    await none();
  });

  it("for who brings it: another unit's accountant, who learns nothing of the account either", async () => {
    expect((await put(good(), { day, token: unitAccountant })).status).toBe(403);
    expect((await put(good(), { day, account: '99998888', token: unitAccountant })).status).toBe(403);
    expect(await statements(TREASURY, { token: unitAccountant })).toEqual({ statements: [], missingDays: [] });
    await none();
  });
});

it('days without a statement are told', async () => {
  const { statements: have, missingDays } = await statements(TREASURY);
  const days = new Set(have.map(({ day }) => day));
  const since = have.at(-1)?.day ?? today;
  const { isWorkingDay } = await workingDays(hub.platform);
  const working = Array.from({ length: 30 }, (_, n) => ago(n + 1)).filter((day) => day >= since && isWorkingDay(day));
  expect(missingDays).toEqual(working.filter((day) => !days.has(day)));
  const { errors } = await hub.execute('payments', STATEMENTS, { account: TREASURY, from: today, to: ago(1) }, hub.accountant);
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
});

it('files in an account’s folder are taken, by the day that they tell where their names tell none', async () => {
  const folder = join(root, 'accounts', TREASURY);
  await mkdir(folder, { recursive: true });
  const day = ago(7);
  const statement = { account: TREASURY, day, opening: 0, movements: [credit('FOLDER1', 1_000, 'x', day)] };
  await writeFile(join(folder, 'sao-ke.sta'), writeAccount('mt940', statement));
  const cells = tableOf({ ...statement, day: ago(8), movements: [] }).map((line) => line.join(';'));
  await writeFile(join(folder, `${ago(8)}.csv`), cells.join('\n'));
  await writeFile(join(folder, 'khong-ngay.csv'), cells.join('\n'));
  for (let look = 0; look < 2; look += 1) await takeStatementFiles(hub.platform);
  const { data } = await hub.execute('payments', FILES, {}, hub.accountant);
  const byName = data?.statementFiles.toSorted((a, b) => a.path.localeCompare(b.path));
  expect(byName).toMatchObject([
    { path: `accounts/${TREASURY}/${ago(8)}.csv`, provider: null, account: TREASURY, state: 'TAKEN', businessDate: ago(8), version: 1 },
    { path: `accounts/${TREASURY}/khong-ngay.csv`, state: 'REJECTED', reason: expect.stringMatching(/ngày/) },
    { path: `accounts/${TREASURY}/sao-ke.sta`, state: 'TAKEN', businessDate: day, version: 1 },
  ]);
  expect((await readdir(join(folder, 'rejected'))).filter((name) => name.endsWith('reason.txt'))).toHaveLength(1);
  expect((await statements(TREASURY, { from: day, to: day })).statements).toMatchObject([{ broughtBy: null, form: 'MT940' }]);
});
