import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatementRowInput } from '../../connectors/contract/statement.writer.ts';
import { graphql } from '../../schema/generated/gql.ts';
import { takeStatementFiles } from '../../src/subgraphs/payments/index.ts';
import { COMMUNE, createPaymentsHub, type PaymentsHub, row, statement, TMN } from '../support/payments.ts';

const FILES = graphql(`
  query StatementFiles($state: StatementFileState) {
    statementFiles(state: $state) { path provider state businessDate version reason seenAt }
  }
`);

let root: string;
let hub: PaymentsHub;
let accountant: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'statements-'));
  hub = await createPaymentsHub({ STATEMENTS_DIR: root });
  accountant = await hub.token({ role: 'ACCOUNTANT' });
});
afterAll(async () => {
  await hub.stop();
  await rm(root, { recursive: true });
});

const look = () => takeStatementFiles(hub.platform);
const files = async (state?: 'ARRIVING' | 'TAKEN' | 'REJECTED', token = accountant) =>
  (await hub.execute('payments', FILES, { state: state ?? null }, token)).data?.statementFiles;
const stateOf = async (path: string) => (await files())?.find((each) => each.path === path)?.state;
const versions = async (day: string) =>
  (
    await hub.platform.db.query<{ version: number }>('SELECT version FROM payments.statement WHERE business_date = $1 ORDER BY version', [
      day,
    ])
  ).map(({ version }) => version);

async function bytes(day: string, rows: StatementRowInput[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of statement(rows, { day })) parts.push(part);
  return Buffer.concat(parts);
}

async function lay(path: string, content: Buffer): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), content);
}
const paid = (ref: string, day: string) => row({ merchantRef: ref, providerTransactionId: `T${ref}`, time: `${day}T09:00:00+07:00` });

describe('the folder for statements', () => {
  it('may be empty, but not missing', async () => {
    await look();
    expect(await files()).toEqual([]);
    const elsewhere = { ...hub.platform, config: { ...hub.platform.config, statementsDir: join(root, 'absent') } };
    await expect(takeStatementFiles(elsewhere)).rejects.toThrow(/STATEMENTS_DIR names a folder that is not there/);
  });

  it('has a file taken once it no longer grows, and once only', async () => {
    const path = 'vnpay/2026-03-10.csv';
    const whole = await bytes('2026-03-10', [paid('A', '2026-03-10'), paid('B', '2026-03-10')]);
    await lay(path, whole.subarray(0, 100));
    await look();
    expect([await stateOf(path), await versions('2026-03-10')]).toEqual(['ARRIVING', []]);
    await appendFile(join(root, path), whole.subarray(100));
    await look();
    expect([await stateOf(path), await versions('2026-03-10')]).toEqual(['ARRIVING', []]);
    await look();
    expect(await files('TAKEN')).toMatchObject([{ path, provider: 'VNPAY', businessDate: '2026-03-10', version: 1, reason: null }]);
    await look();
    await utimes(join(root, path), new Date(0), new Date(0));
    await look();
    await look();
    expect([await stateOf(path), await versions('2026-03-10')]).toEqual(['TAKEN', [1]]);
  });

  it('has a file taken at once that is said to be whole, and the same bytes under another name are the same', async () => {
    const whole = await bytes('2026-03-11', [paid('C', '2026-03-11')]);
    await lay(`vnpay/${TMN}/doi-soat_20260311.csv`, whole);
    await lay(`vnpay/${TMN}/doi-soat_20260311.csv.done`, Buffer.alloc(0));
    await lay('vnpay/20260311-lan-2.csv', whole);
    await lay('vnpay/20260311-lan-2.csv.done', Buffer.alloc(0));
    await lay('vnpay/2026-03-11.csv.part', whole);
    await look();
    expect(await versions('2026-03-11')).toEqual([1]);
    const taken = (await files('TAKEN'))?.filter(({ businessDate }) => businessDate === '2026-03-11');
    expect(taken?.map(({ path, version }) => [path, version]).sort()).toEqual([
      ['vnpay/20260311-lan-2.csv', 1],
      [`vnpay/${TMN}/doi-soat_20260311.csv`, 1],
    ]);
  });

  it('has a new version of a file taken as one', async () => {
    const path = 'vnpay/2026-03-10.csv';
    await lay(path, await bytes('2026-03-10', [paid('A', '2026-03-10')]));
    await look();
    await look();
    expect([await stateOf(path), await versions('2026-03-10')]).toEqual(['TAKEN', [1, 2]]);
  });

  it('has what is refused moved aside with the reason, which the graph tells, and holds up no other', async () => {
    const good = await bytes('2026-03-12', [paid('D', '2026-03-12')]);
    const cut = good.subarray(0, good.length - 30);
    await lay('vnpay/2026-03-12-cut.csv', cut);
    await lay('vnpay/no-day.csv', good);
    await lay('vnpay/OTHER001/2026-03-12.csv', good);
    await lay('vnpay/zz-2026-03-12.csv', good);
    for (const name of ['2026-03-12-cut.csv', 'no-day.csv', 'OTHER001/2026-03-12.csv', 'zz-2026-03-12.csv']) {
      await lay(`vnpay/${name}.done`, Buffer.alloc(0));
    }
    await look();
    expect(await versions('2026-03-12')).toEqual([1]);
    const rejected = await files('REJECTED');
    expect(rejected?.map(({ path }) => path).sort()).toEqual([
      'vnpay/2026-03-12-cut.csv',
      'vnpay/OTHER001/2026-03-12.csv',
      'vnpay/no-day.csv',
    ]);
    const aside = await readdir(join(root, 'vnpay/rejected'));
    expect(aside.length).toBe(6);
    const reasonFile = aside.find((name) => name.endsWith('no-day.csv.reason.txt'));
    const reason = rejected?.find(({ path }) => path === 'vnpay/no-day.csv')?.reason;
    expect(reason).toContain('Tên tệp phải có ngày đối soát');
    expect(await readFile(join(root, 'vnpay/rejected', reasonFile ?? ''), 'utf8')).toMatch(new RegExp(`^${reason}\\nThe name must have`));
    expect((await readdir(join(root, 'vnpay'))).filter((name) => /cut|no-day/.test(name))).toEqual([]);
  });

  it('takes a refused file again once it is mended and laid down anew', async () => {
    const aside = await readdir(join(root, 'vnpay/rejected'));
    const name = aside.find((each) => each.endsWith('no-day.csv')) ?? '';
    await rename(join(root, 'vnpay/rejected', name), join(root, 'vnpay/2026-03-12-mended.csv'));
    await look();
    await look();
    expect(await stateOf('vnpay/2026-03-12-mended.csv')).toBe('TAKEN');
  });

  it('is told of to who keeps those books alone', async () => {
    expect(await files(undefined, await hub.token({ role: 'ACCOUNTANT', unit: COMMUNE }))).toEqual([]);
    const ofProvince = (await files('REJECTED', await hub.token({ role: 'ACCOUNTANT', unit: '96' })))?.map(({ path }) => path);
    expect(ofProvince).toContain('vnpay/no-day.csv');
    const { errors } = await hub.execute('payments', FILES, { state: null }, await hub.token({ role: 'OFFICER', unit: COMMUNE }));
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
