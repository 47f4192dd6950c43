import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { gateway } from './gateway.ts';
import { importExports } from './import.ts';
import { migrateDatabase } from './migrate.ts';
import { nothingFound, reconcileDay } from './reconcile.ts';
import { reindexAll } from './reindex.ts';
import { seed } from './seed.ts';
import { simulate } from './simulate.ts';
import { start } from './start.ts';
import { subgraph } from './subgraph.ts';
import { token } from './token.ts';
import { worker } from './worker.ts';

let said: MockInstance<(...args: unknown[]) => void>;
let printed: MockInstance<(...args: unknown[]) => void>;

beforeEach(() => {
  said = vi.spyOn(console, 'error').mockReturnValue(undefined);
  printed = vi.spyOn(console, 'log').mockReturnValue(undefined);
});

afterEach(() => vi.restoreAllMocks());

const RECONCILE = ['--provider', 'vnpay', '--date', '2025-09-29'];

describe('a command that is given wrongly names what is wrong, shows how it is used, does nothing and answers 2', () => {
  it.each([
    ['start', start, ['now'], /"now"/],
    ['start', start, ['--port', '1'], /--port/],
    ['gateway', gateway, ['x'], /"x"/],
    ['worker', worker, ['x'], /"x"/],
    ['migrate', migrateDatabase, ['--down'], /--down/],
    ['reindex', reindexAll, ['x'], /"x"/],
    ['subgraph', subgraph, [], /dossiers \| payments \| identity \| integration/],
    ['subgraph', subgraph, ['people'], /dossiers \| payments \| identity \| integration/],
    ['subgraph', subgraph, ['dossiers', 'payments'], /"payments"/],
    ['seed', seed, ['--dossiers', '1e3'], /--dossiers/],
    ['seed', seed, ['--dossiers', '1000001'], /--dossiers/],
    ['seed', seed, ['--seed'], /--seed/],
    ['token', token, [], /--role: must be one of CITIZEN/],
    ['token', token, ['--role', 'KING'], /--role/],
    ['token', token, ['--role', 'OFFICER', '--ttl', '0h'], /--ttl/],
    ['token', token, ['--role', 'OFFICER', '--ttl', 'soon'], /--ttl/],
    ['token', token, ['--role', 'CITIZEN', '--national-id', '12'], /--national-id: must be 12 digits/],
    ['token', token, ['--role', 'SYSTEM'], /--source/],
    ['reconcile', reconcileDay, [], /--provider: must be one of VNPAY/],
    ['reconcile', reconcileDay, ['--provider', 'vnpay'], /--date/],
    ['reconcile', reconcileDay, ['--provider', 'vnpay', '--date', '2025-02-30'], /--date/],
    ['reconcile', reconcileDay, [...RECONCILE, '--file', '/nowhere'], /--file: must be a file that can be read/],
    ['reconcile', reconcileDay, [...RECONCILE, '--file', '/tmp'], /--file/],
    ['import', importExports, [], /one of dossiers, payments, mapping/],
    ['import', importExports, ['dossiers', 'x.csv'], /--source/],
    ['import', importExports, ['dossiers', '--source', 'old'], /file is missing/],
    ['import', importExports, ['payments', '--source', 'old', '--report', 'r', 'a.csv', 'b.csv'], /--report/],
    ['import', importExports, ['mapping', '--source', 'old', 'a.json', 'b.json'], /one file alone/],
    ['import', importExports, ['dossiers', '--source', 'old', '--fast', 'a.csv'], /--fast/],
    ['simulate', simulate, [], /SYSTEM: must be .*vnpay/],
    ['simulate', simulate, ['vnpay', '--port', '70000'], /--port/],
    ['simulate', simulate, ['vnpay', '--port', 'x'], /--port/],
    ['simulate', simulate, ['vnpay', '--hub', 'localhost'], /--hub/],
  ])('%s (case %#)', async (name, run, args, wanted) => {
    expect(await run(args)).toBe(2);
    const text = said.mock.calls.flat().join('\n');
    expect(text).toMatch(wanted);
    expect(text).toContain(`npm run hub -- ${name}`);
    expect(printed).not.toHaveBeenCalled();
  });
});

it('a reconciliation of nothing says whether it lacks the merchant or the statement', () => {
  const day = { provider: 'VNPAY', businessDate: '2026-03-14' } as const;
  expect(nothingFound(day)).toMatch(/Chưa có sao kê VNPAY nào của ngày 2026-03-14.*give the file with --file/);
  expect(nothingFound({ ...day, provider: 'CASH' })).toContain('There is no drawer of cash of 2026-03-14');
  expect(nothingFound({ ...day, merchant: 'NOBODY01' })).toMatch(/^--merchant: VNPAY không có mã NOBODY01/);
});
