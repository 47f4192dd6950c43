import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createImportHub, exportRow, HEADING, type ImportHub } from '../support/imports.ts';

const ROWS = 20_000;
const PER_DAY = 4_000;
const PEOPLE = 400;
/** Rows that can't go in, spread over the whole file. */
const BAD_EVERY = 1_000;
const MAPPING = fileURLToPath(new URL('one-stop.dossiers.json', import.meta.url));

let hub: ImportHub;
let path: string;

beforeAll(async () => {
  hub = await createImportHub();
  path = hub.file('quarter.csv', wholeExport());
});
afterAll(() => hub?.stop());

function wholeExport(): string {
  const lines = [HEADING];
  for (let at = 0; at < ROWS; at += 1) {
    const day = String(10 + Math.floor(at / PER_DAY)).padStart(2, '0');
    const person = String(at % PEOPLE).padStart(6, '0');
    const cells = exportRow(at, {
      'Số hồ sơ': `H12.64-2509${day}-${String(at % PER_DAY).padStart(5, '0')}`,
      'Số định danh': `096885${person}`,
      'Người nộp': `Nguyễn Văn ${person}`,
      'Ngày nộp': `${day}/09/2025 08:00`,
      'Ngày tiếp nhận': `${day}/09/2025 08:05`,
      ...(at % BAD_EVERY === BAD_EVERY - 1 ? { 'Đơn vị tiếp nhận': 'Phường Không Có' } : {}),
    });
    lines.push(cells.join(','));
  }
  return lines.join('\n');
}

function importCommand() {
  const line = ['--import', 'tsx', 'src/hub.ts', 'import', 'dossiers', '--source', 'old-system', '--mapping', MAPPING, path];
  const child = spawn(process.execPath, line, {
    env: { ...process.env, DATABASE_URL: hub.databaseUrl, HUB_DATA_DIR: hub.platform.config.dataDir, HUB_TODAY: '2025-09-30' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  return { child, said: () => said.join('') };
}

async function rowsDone(): Promise<number> {
  const [run] = await hub.rows('SELECT rows_done FROM dossiers.import_run');
  return Number(run?.['rows_done'] ?? 0);
}

describe('an import that is killed', () => {
  it('goes on where it was with the same command, and has every row in the end, once', async () => {
    const first = importCommand();
    const ended = once(first.child, 'exit');
    while ((await rowsDone()) < 5 * BAD_EVERY && first.child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    first.child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    const settled = await rowsDone();
    expect(settled).toBeGreaterThanOrEqual(5 * BAD_EVERY);
    expect(settled).toBeLessThan(ROWS);

    const second = importCommand();
    expect(await once(second.child, 'exit'), second.said()).toEqual([1, null]);
    const bad = ROWS / BAD_EVERY;
    expect(await hub.rows('SELECT count(*) AS n, count(DISTINCT code) AS codes, max(version) AS version FROM dossiers.dossier')).toEqual([
      { n: ROWS - bad, codes: ROWS - bad, version: 1 },
    ]);
    expect(await hub.rows('SELECT count(*) AS n FROM dossiers.event')).toEqual([{ n: ROWS - bad }]);
    expect(await hub.rows(`SELECT count(*) AS n FROM outbox.event WHERE kind = 'dossier.changed'`)).toEqual([{ n: ROWS - bad }]);
    expect(await hub.rows('SELECT count(*) AS n FROM identity.citizen')).toEqual([{ n: PEOPLE }]);
    const [run] = await hub.rows('SELECT state, rows_done, counts, report FROM dossiers.import_run');
    expect(run).toMatchObject({ state: 'DONE', rows_done: ROWS, counts: { REJECTED: bad } });
    const report = readFileSync(String(run?.['report']), 'utf8').trim().split('\r\n').slice(1);
    expect(report.map((line) => line.split(',')[0])).toEqual(Array.from({ length: bad }, (_, at) => `"${(at + 1) * BAD_EVERY + 1}"`));
    expect(second.said()).toMatch(/tiếp tục sau dòng/);
  }, 600_000);
});
