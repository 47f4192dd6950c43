import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Viewer } from '../../src/platform/auth/viewer.ts';
import { createContext, type HubContext } from '../../src/platform/graphql/context.ts';
import { createPeers } from '../../src/platform/graphql/peers.ts';
import { createLocalGraph } from '../../src/roles/local-graph.ts';
import { type Imported, importExport, keepMapping, type Mapping, parseMapping } from '../../src/subgraphs/dossiers/index.ts';
import { createDossiersHub, type DossiersHub, SOURCE } from './dossiers.ts';

/** The columns of an export by `one-stop.dossiers.json`. */
export const HEADING =
  'Số hồ sơ,Mã thủ tục,Đơn vị tiếp nhận,Người nộp,Số định danh,Ngày sinh,Hình thức nộp,Trạng thái,Trích yếu,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả,Cán bộ,Lệ phí,Đã đồng bộ';
export const PAYMENT_HEADING = 'Số hồ sơ,Kênh,Mã giao dịch,Số tiền,Kết quả,Thời điểm,Biên lai';

/** The cells of one row; what is given replaces the rest, by heading. */
export function exportRow(number: number, over: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    'Số hồ sơ': `H12.64-250930-${String(number).padStart(5, '0')}`,
    'Mã thủ tục': '1.001193',
    'Đơn vị tiếp nhận': '32248',
    'Người nộp': 'Nguyễn Văn Đạt',
    'Số định danh': '096885123456',
    'Ngày sinh': '03/02/1985',
    'Hình thức nộp': 'Trực tiếp',
    'Trạng thái': 'Đang xử lý',
    'Ngày nộp': '30/09/2025 08:00:00',
    'Ngày tiếp nhận': '30/09/2025 08:05',
    'Cán bộ': 'Lê Thị Cán Bộ',
    ...over,
  };
  return HEADING.split(',').map((name) => cells[name] ?? '');
}

/** A mapping of `tests/import`. */
export function sampleMapping(name: 'dossiers' | 'payments'): Mapping {
  return parseMapping(readFileSync(new URL(`../import/one-stop.${name}.json`, import.meta.url), 'utf8'));
}

/** A hub and what tests of imports do with it. */
export interface ImportHub extends DossiersHub {
  dir: string;
  /** Writes a file of the test's own; answers its path. */
  file(name: string, content: string | Buffer): string;
  /** Takes a file over with the sample mapping of that kind, or with another. */
  take(path: string, how?: { kind?: 'dossiers' | 'payments'; mapping?: Mapping; dryRun?: boolean }): Promise<Imported>;
  /** How many rows each table of the database has. */
  tableCounts(): Promise<Record<string, number>>;
  /** Rows of an SQL query. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
}

export async function createImportHub(): Promise<ImportHub> {
  return importingWith(await createDossiersHub());
}

/** The same on a hub that a test has already; stopping it stops that one. */
export function importingWith<Hub extends DossiersHub>(hub: Hub): Hub & ImportHub {
  const { platform } = hub;
  const dir = mkdtempSync(join(tmpdir(), 'hub-import-'));
  const context = contextsOf(hub);
  return {
    ...hub,
    dir,
    file(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    async take(path, { kind = 'dossiers', mapping: content = sampleMapping(kind), dryRun = false } = {}) {
      const mapping = dryRun ? { version: 0, content } : await keepMapping(platform, { source: SOURCE, content, by: 'test' });
      return importExport(platform, { path, source: SOURCE, mapping, report: `${path}.report.csv`, dryRun, by: 'test', context });
    },
    async tableCounts() {
      const tables = await platform.db.query<{ name: string }>(
        `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
      );
      const counts: Record<string, number> = {};
      for (const { name } of tables) {
        const [row] = await platform.db.query<{ n: number }>(`SELECT count(*) AS n FROM ${name}`);
        counts[name] = row?.n ?? 0;
      }
      return counts;
    },
    rows: (sql) => platform.db.query(sql),
    async stop() {
      await hub.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function contextsOf({ platform }: DossiersHub): () => HubContext {
  const viewer: Viewer = { subject: 'import', roles: ['SYSTEM'], unit: undefined, nationalId: undefined, source: SOURCE, token: 'import' };
  const peers = createPeers(createLocalGraph(platform, { as: viewer }).transport, {});
  return () => createContext({ hub: platform, viewer, language: 'vi', peers });
}
