import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphql } from '../../schema/generated/gql.ts';
import { readSftpSources } from '../../src/platform/config/sftp.ts';
import { lookOut } from '../../src/subgraphs/integration/alert.job.ts';
import { fetchStatements, takeStatementFiles } from '../../src/subgraphs/payments/index.ts';
import { createPaymentsHub, type PaymentsHub, row, statement } from '../support/payments.ts';
import { keyPair, SFTP_PASSWORD, SFTP_USER, type SftpServer, startSftpServer } from '../support/sftp-server.ts';

const ALERTS = graphql(`query FetchAlerts { alerts(first: 100) { kind target message recoveredAt } }`);
const RUNNING_S = 600;
/** Of a busy machine. */
const PATIENCE = { timeout: 20_000 };
const DAY = '2026-03-10';
const LIMITS = { connectMs: 2_000, idleMs: 2_000, wholeMs: 10_000, mostBytes: 400_000, mostNames: 40 };

let files: string;
let key: { private: string; public: string };
let hub: PaymentsHub;
let root: string;
beforeAll(async () => {
  files = await mkdtemp(join(tmpdir(), 'sftp-'));
  key = keyPair();
  await writeFile(join(files, 'id'), key.private);
  hub = await createPaymentsHub();
  root = join(hub.platform.config.dataDir, 'statements');
});
afterAll(async () => {
  await hub.stop();
  await rm(files, { recursive: true });
});

let server: SftpServer;
let other: SftpServer;
let at: number;
beforeEach(async () => {
  [server, other] = [await startSftpServer(), await startSftpServer({ userKey: key.public })];
  at = Date.parse('2026-03-11T08:00:00+07:00');
  const now = () => new Date(at);
  Object.assign(hub.platform.clock, { now, business: now });
  Object.assign(hub.platform.config, { statementsDir: root, ownStatementsDir: true });
  await name({});
});
afterEach(async () => {
  for (const table of [
    'payments.sftp_source',
    'payments.sftp_file',
    'payments.statement_file',
    'integration.statement_source',
    'integration.alert',
  ])
    await hub.platform.db.query(`DELETE FROM ${table}`);
  await rm(root, { recursive: true, force: true });
  await Promise.all([server.stop(), other.stop()]);
});

/** Has the settings name both servers, the first one with these changes. */
async function name(changes: object, password = SFTP_PASSWORD): Promise<void> {
  const common = { host: '127.0.0.1', user: SFTP_USER, folder: '/out', pattern: '*.csv' };
  const sources = [
    { ...common, name: 'vnpay', provider: 'VNPAY', port: server.port, hostKeys: [server.fingerprint], passwordFrom: 'SFTP_PW', ...changes },
    { ...common, name: 'vietqr', provider: 'VIETQR', port: other.port, hostKeys: [other.fingerprint], keyFile: 'id' },
  ];
  await writeFile(join(files, 'sources.json'), JSON.stringify(sources));
  const { sources: sftpSources, problems } = readSftpSources({ STATEMENT_SFTP: 'sources.json', SFTP_PW: password }, files);
  expect(problems).toEqual([]);
  Object.assign(hub.platform.config, { sftpSources });
}

async function bytes(refs: string[], day = DAY): Promise<Buffer> {
  const rows = refs.map((ref) => row({ merchantRef: ref, providerTransactionId: `T${ref}`, time: `${day}T09:00:00+07:00` }));
  const parts: Uint8Array[] = [];
  for await (const part of statement(rows, { day })) parts.push(part);
  return Buffer.concat(parts);
}

/** One look, after whatever rest the server was given. */
async function look(source = 'vnpay', restMs = 31 * 60_000): Promise<void> {
  at += restMs;
  await fetchStatements(hub.platform, source, { limits: LIMITS });
}
const fetched = async (folder = 'vnpay') => (await readdir(join(root, folder)).catch(() => [])).sort();
const parts = async () => readdir(join(root, '.sftp'));
const problem = async (source = 'vnpay') =>
  (await hub.platform.db.query<{ problem: string | null }>('SELECT problem FROM payments.sftp_source WHERE name = $1', [source]))[0]
    ?.problem;
const alerts = async () => {
  await lookOut(hub.platform, RUNNING_S);
  const { data } = await hub.execute('integration', ALERTS, {}, await hub.token({ role: 'OPERATOR' }));
  return (data?.alerts ?? []).filter(({ kind }) => kind === 'STATEMENTS_NOT_FETCHED');
};

describe('statements on a server', () => {
  it('are fetched once they are the same at two looks, taken from the folder, and left where they were', async () => {
    const whole = await bytes(['A', 'B']);
    server.lay(`${DAY}.csv`, whole);
    server.lay('readme.txt', 'not wanted');
    server.lay('2026-03-09.csv.part', 'not whole');
    await look();
    expect(await fetched()).toEqual([]);
    await look();
    expect(await fetched()).toEqual([`${DAY}.csv`]);
    expect(await readFile(join(root, 'vnpay', `${DAY}.csv`))).toEqual(whole);
    await takeStatementFiles(hub.platform);
    await takeStatementFiles(hub.platform);
    expect(await hub.platform.db.query('SELECT version, rows FROM payments.statement')).toEqual([{ version: 1, rows: 2 }]);
    await look();
    expect([server.opened, server.forbidden, [...server.files.keys()].length, await parts()]).toEqual([[`${DAY}.csv`], [], 3, []]);
    expect(await problem()).toBeNull();
  });

  it('are fetched anew where they changed, and the same bytes at another time are nothing', async () => {
    server.lay(`${DAY}.csv`, await bytes(['A']), 100);
    await look();
    await look();
    await rm(join(root, 'vnpay', `${DAY}.csv`));
    server.lay(`${DAY}.csv`, await bytes(['A']), 200);
    await look();
    await look();
    expect([server.opened.length, await fetched()]).toEqual([2, []]);
    server.lay(`${DAY}.csv`, await bytes(['A', 'B']), 300);
    await look();
    await look();
    await look();
    expect([server.opened.length, await fetched()]).toEqual([3, [`${DAY}.csv`]]);
  });

  it('wait while they grow, also while they are read', async () => {
    const whole = await bytes(['A', 'B', 'C']);
    server.lay(`${DAY}.csv`, whole.subarray(0, 50), 100);
    await look();
    server.lay(`${DAY}.csv`, whole.subarray(0, 90), 200);
    await look();
    expect(server.opened).toEqual([]);
    server.faults.onRead = () => server.lay(`${DAY}.csv`, whole, 300);
    await look();
    expect([server.opened.length, await fetched(), await parts(), await problem()]).toEqual([1, [], [], null]);
    await look();
    await look();
    expect(await readFile(join(root, 'vnpay', `${DAY}.csv`))).toEqual(whole);
  });

  it('come by a key as by a password', async () => {
    other.lay(`${DAY}.csv`, 'x');
    await look('vietqr');
    await look('vietqr');
    expect([await fetched('vietqr'), await problem('vietqr')]).toEqual([[`${DAY}.csv`], null]);
  });

  it('of a merchant come into its own folder', async () => {
    await name({ merchant: 'DATMUI01' });
    server.lay(`${DAY}.csv`, 'x');
    await look();
    await look();
    expect(await fetched('vnpay/DATMUI01')).toEqual([`${DAY}.csv`]);
  });

  it('never leave their folder, whatever a server calls them', async () => {
    server.faults.lie = ['../../evil.csv', '..\\evil.csv', '/etc/evil.csv', 'a\u0000b.csv', '.hidden.csv'];
    await look();
    await look();
    expect([server.opened, await fetched(), await problem()]).toEqual([[], [], null]);
  });
});

describe('a server', () => {
  const large = Buffer.alloc(300_000, 'x');

  it('that cuts the connection leaves nothing half done, and the next look takes it whole', async () => {
    server.lay(`${DAY}.csv`, large);
    await look();
    server.faults.cutAfter = 100_000;
    await look();
    expect([await fetched(), await parts(), await problem()]).toEqual([[], [], 'UNREACHABLE']);
    server.faults = {};
    await look();
    expect([(await readFile(join(root, 'vnpay', `${DAY}.csv`))).length, await problem()]).toEqual([large.length, null]);
  });

  it('that stops answering is left', async () => {
    server.lay(`${DAY}.csv`, large);
    await look();
    server.faults.silentFrom = 3;
    at += 31 * 60_000;
    await fetchStatements(hub.platform, 'vnpay', { limits: { ...LIMITS, idleMs: 200 } });
    expect([await fetched(), await parts(), await problem()]).toEqual([[], [], 'TIMEOUT']);
  });

  it('that is not there holds up no other, and rests longer after each try', async () => {
    await server.stop();
    await look();
    other.lay(`${DAY}.csv`, 'x');
    await look('vietqr');
    await look('vietqr');
    expect([await problem(), await problem('vietqr'), await fetched('vietqr')]).toEqual(['UNREACHABLE', null, [`${DAY}.csv`]]);
    await look();
    server = await startSftpServer({ port: server.port });
    const [rest] = await hub.platform.db.query<{ s: number }>(
      'SELECT extract(epoch FROM next_at - $1::timestamptz)::int AS s FROM payments.sftp_source WHERE name = $2',
      [new Date(at), 'vnpay'],
    );
    expect(rest?.s).toBe(120);
    await look('vnpay', 119_000);
    expect([server.tries, await problem()]).toEqual([[], 'UNREACHABLE']);
  });

  it('with another key than was agreed is told nothing, and is an alert at once', async () => {
    await name({ hostKeys: [other.fingerprint] });
    await look();
    expect([server.tries, await problem()]).toEqual([[], 'HOST_KEY']);
    await vi.waitFor(
      async () =>
        expect(await alerts()).toMatchObject([
          { target: 'vnpay', recoveredAt: null, message: expect.stringContaining('khóa máy chủ khác') },
        ]),
      PATIENCE,
    );
  });

  it('that refuses the hub is an alert after an hour, and its recovery is told', async () => {
    await name({}, 'wrong');
    await look();
    expect([server.tries.length, await problem()]).toEqual([1, 'REFUSED']);
    await vi.waitFor(async () => {
      await lookOut(hub.platform, RUNNING_S);
      expect(await hub.platform.db.query('SELECT problem FROM integration.statement_source')).toEqual([{ problem: 'REFUSED' }]);
    }, PATIENCE);
    at += 59 * 60_000;
    expect(await alerts()).toEqual([]);
    at += 60_000;
    expect(await alerts()).toMatchObject([{ target: 'vnpay', recoveredAt: null, message: expect.stringContaining('60 phút') }]);
    await name({});
    await look();
    await vi.waitFor(async () => expect(await alerts()).toMatchObject([{ recoveredAt: expect.any(String) }]), PATIENCE);
  });

  it('that the settings name no more is an alert no more', async () => {
    await name({ hostKeys: [other.fingerprint] });
    await look();
    await vi.waitFor(async () => expect(await alerts()).toMatchObject([{ recoveredAt: null }]), PATIENCE);
    Object.assign(hub.platform.config, { sftpSources: [] });
    await look();
    await vi.waitFor(async () => expect(await alerts()).toMatchObject([{ recoveredAt: expect.any(String) }]), PATIENCE);
  });

  it.each([
    ['ABSENT', { folder: '/elsewhere' }, (): void => undefined],
    ['TOO_MANY', {}, () => Array.from({ length: 41 }, (_, n) => server.lay(`f${n}.csv`, 'x'))],
  ])('is told of as %s', async (code, changes, prepare) => {
    await name(changes);
    prepare();
    await look();
    expect(await problem()).toBe(code);
  });

  it('with a file that is too large is told of, and its other files come', async () => {
    server.lay(`${DAY}.csv`, Buffer.alloc(LIMITS.mostBytes + 1));
    server.lay('2026-03-11.csv', 'x');
    await look();
    await look();
    expect([await fetched(), server.opened, await problem()]).toEqual([['2026-03-11.csv'], ['2026-03-11.csv'], 'TOO_LARGE']);
  });

  it('is left at once when the hub ends, and that is no failure', async () => {
    const stop = AbortSignal.abort();
    await fetchStatements(hub.platform, 'vnpay', { limits: LIMITS, signal: stop });
    expect([server.tries, await problem()]).toEqual([[], undefined]);
  });
});
