import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { HubContext } from '../../../platform/graphql/context.ts';
import type { Platform } from '../../../platform/platform.ts';
import { FileProblem } from '../../../platform/workbook/file-rows.ts';
import type { ImportKind, Mapping } from './mapping.ts';
import { openCsv } from './rows.csv.ts';
import { type OpenRows, readHead } from './rows.ts';
import { openXlsx } from './rows.xlsx.ts';
import { type Imported, importFile } from './run.ts';
import { latestMapping, type StoredMapping, storeMapping } from './store.ts';
import { dossierTaker } from './take.dossiers.ts';
import { paymentTaker } from './take.payments.ts';

const ZIP = Buffer.from('PK\u0003\u0004');
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** One export to be taken over. */
export interface ExportWanted {
  path: string;
  source: string;
  /** Version 0: of a dry run, not stored. */
  mapping: StoredMapping;
  /** Where the rows that did not go in are written down. */
  report: string;
  dryRun: boolean;
  by: string;
  /** Answers a new context of the source itself for each batch. */
  context: () => HubContext;
  /** Told after each batch how many rows of the file are settled. */
  onBatch?: (rowsDone: number) => void;
}

/** Takes one export over, from where an earlier run was broken off. Throws FileProblem where the file can't be used or read to its end. */
export async function importExport(hub: Platform, wanted: ExportWanted): Promise<Imported> {
  const { path, source, mapping, report, dryRun, by, context, onBatch } = wanted;
  const { content } = mapping;
  const key = { source, kind: content.kind, sha256: await hashOf(path), mappingVersion: mapping.version };
  const file = {
    path,
    open: () => openExport(path, content),
    report,
    keep: dryRun ? undefined : { key, by },
    ...(onBatch === undefined ? {} : { onBatch }),
  };
  const taking = { source, context, dryRun };
  if (content.kind === 'payments') return importFile(hub, file, { mapping: content, takerOf: paymentTaker(content, taking) });
  return importFile(hub, file, { mapping: content, takerOf: await dossierTaker(content, taking) });
}

/** By what the file is, not by what it is called. */
async function openExport(path: string, { delimiter, sheet }: Mapping): Promise<OpenRows> {
  const head = await readHead(path, 4);
  if (head.equals(ZIP)) return openXlsx(path, sheet);
  if (head.equals(OLE)) {
    throw new FileProblem({
      vi: 'Tệp là XLS đời cũ hoặc có mật khẩu: hãy lưu lại dạng XLSX không mật khẩu hoặc CSV UTF-8.',
      en: 'The file is an old XLS or has a password: save it as XLSX without one, or as CSV UTF-8.',
    });
  }
  return openCsv(path, delimiter);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Keeps a mapping as its source's newest; the same again is no new version. */
export function keepMapping(hub: Platform, wanted: { source: string; content: Mapping; by: string }): Promise<StoredMapping> {
  return hub.db.transaction((sql) => storeMapping(sql, { ...wanted, at: hub.clock.now() }));
}

/** The mapping by which a source's exports are read now; undefined: it has none. */
export function findMapping(hub: Platform, source: string, kind: ImportKind): Promise<StoredMapping | undefined> {
  return latestMapping(hub.db, source, kind);
}
