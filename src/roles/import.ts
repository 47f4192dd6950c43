import { access, constants, readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Viewer } from '../platform/auth/viewer.ts';
import { createContext, type HubContext } from '../platform/graphql/context.ts';
import { createPeers } from '../platform/graphql/peers.ts';
import type { Platform } from '../platform/platform.ts';
import {
  FileProblem,
  findMapping,
  type ImportKind,
  importExport,
  keepMapping,
  type Mapping,
  MappingError,
  parseMapping,
  type StoredMapping,
} from '../subgraphs/dossiers/index.ts';
import { openFoundation, openGround } from './foundation.ts';
import { type ImportOptions, readImportOptions } from './import.options.ts';
import { showImported } from './import.text.ts';
import { createLocalGraph } from './local-graph.ts';
import { runCommand, UsageError } from './run.ts';
import { readSharedConfig } from './settings.ts';

/** `hub import`: exit 0 where every row went in, 1 where one did not, 2 where the command or the mapping is wrong. */
export function importExports(args: string[]): Promise<number> {
  return runCommand(async (closers) => {
    const options = readImportOptions(args);
    for (const file of [...options.files, ...(options.mapping === undefined ? [] : [options.mapping])]) await checkReadable(file);
    const given = options.mapping === undefined ? undefined : await readMapping(options.mapping);
    const ground = await openGround(readSharedConfig(), 'import');
    closers.add(() => ground.close());
    const { platform, close } = await openFoundation(ground, { poolSize: 4 });
    closers.add(close);
    const by = `hub import (${userInfo().username})`;
    if (options.what === 'mapping') return storeGiven(platform, { ...options, by, content: given as Mapping });
    const mapping = await mappingFor(platform, { ...options, kind: options.what, by, given });
    const context = contextsOf(platform, options.source);
    let code = 0;
    for (const path of options.files) code = Math.max(code, await importOne(platform, { path, by, mapping, context, options }));
    return code;
  });
}

async function importOne(
  platform: Platform,
  wanted: { path: string; by: string; mapping: StoredMapping; context: () => HubContext; options: ImportOptions },
): Promise<number> {
  const { path, by, mapping, context, options } = wanted;
  const { source, dryRun } = options;
  const report = options.report ?? `${path}.report.csv`;
  try {
    const done = await importExport(platform, { path, source, mapping, report, dryRun, by, context, onBatch: sayEvery(path) });
    console.log(showImported(done, { path, dryRun }));
    return (done.counts['REJECTED'] ?? 0) > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    console.error(`${path}: ${error.message}`);
    return 1;
  }
}

const SAID_EVERY = 10_000;

function sayEvery(path: string): (rows: number) => void {
  let said = 0;
  return (rows) => {
    if (rows - said < SAID_EVERY) return;
    said = rows;
    console.log(`  ${path}: ${new Intl.NumberFormat('vi-VN').format(rows)} dòng / rows`);
  };
}

async function storeGiven(platform: Platform, { source, by, content }: { source: string; by: string; content: Mapping }): Promise<number> {
  const { version } = await keepMapping(platform, { source, content, by });
  console.log(`Ánh xạ ${content.kind} của nguồn ${source}: phiên bản ${version}. / The mapping is version ${version}.`);
  return 0;
}

/** The mapping given, else the source's newest. A dry run stores none. */
async function mappingFor(
  platform: Platform,
  { source, kind, by, given, dryRun }: { source: string; kind: ImportKind; by: string; given: Mapping | undefined; dryRun: boolean },
): Promise<StoredMapping> {
  if (given !== undefined && given.kind !== kind) {
    throw new UsageError(
      `--mapping: tệp ánh xạ dành cho ${given.kind}, không phải ${kind}. / The mapping is for ${given.kind}, not ${kind}.`,
    );
  }
  if (given !== undefined) return dryRun ? { version: 0, content: given } : keepMapping(platform, { source, content: given, by });
  const kept = await findMapping(platform, source, kind);
  if (kept !== undefined) return kept;
  throw new UsageError(
    `--mapping: nguồn ${source} chưa có ánh xạ cho ${kind}; hãy thêm --mapping TỆP.\n--mapping: the source ${source} has no mapping for ${kind} yet; add --mapping FILE.`,
  );
}

/** Contexts in which the source itself feeds the hub, as it does over the graph. */
function contextsOf(hub: Platform, source: string): () => HubContext {
  const viewer: Viewer = {
    subject: `import ${source}`,
    roles: ['SYSTEM'],
    unit: undefined,
    nationalId: undefined,
    source,
    token: 'import',
  };
  const peers = createPeers(createLocalGraph(hub, { as: viewer }).transport, {});
  return () => createContext({ hub, viewer, language: 'vi', peers });
}

async function checkReadable(file: string): Promise<void> {
  const readable = await access(file, constants.R_OK).then(
    async () => (await stat(file)).isFile(),
    () => false,
  );
  if (!readable) throw new UsageError(`Không đọc được tệp ${file}.\nThe file ${file} can't be read.`);
}

async function readMapping(file: string): Promise<Mapping> {
  try {
    return parseMapping(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof MappingError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
