import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job.ts';
import type { Message } from '../../../platform/language.ts';
import type { Platform } from '../../../platform/platform.ts';
import { takeAccountStatement } from '../accounts/account-statement.service.ts';
import { plainNumber } from '../accounts/bank-account.row.ts';
import { takeStatement } from '../statement.service.ts';
import { dayOf, type FoundFile, findFiles, isAbsent, openFolder, putAside } from './file.folder.ts';

const EVERY_MS = 60_000;

/** What became of a file. */
type Outcome =
  | { state: 'ARRIVING' }
  | { state: 'TAKEN'; day: string; merchantId: string | undefined; version: number }
  | { state: 'REJECTED'; day: string | undefined; merchantId: string | undefined; reason: Message };

interface KnownFile {
  path: string;
  size: number;
  modifiedMs: number;
  state: Outcome['state'];
}

/**
 * Looks once at the folder for statements. A file is taken when it is the same as at the look before, or is said to be whole; one that was
 * taken and has not changed since is left alone, and the same bytes under another name are the same statement. One file's fault holds
 * up no other.
 */
export async function takeStatementFiles(hub: Platform, signal?: AbortSignal): Promise<void> {
  const root = await openFolder(hub.config);
  if (root === undefined) return;
  const rows = await hub.db.query<KnownFile>('SELECT path, size, modified_ms AS "modifiedMs", state FROM payments.statement_file');
  const known = new Map(rows.map((row) => [row.path, row]));
  for (const file of await findFiles(root)) {
    if (signal?.aborted === true) return;
    const before = known.get(file.path);
    const isSame = before?.size === file.size && before.modifiedMs === file.modifiedMs;
    if (isSame && before.state === 'TAKEN') continue;
    try {
      const outcome = isSame || file.isDone ? await takeFile(hub, root, file) : ({ state: 'ARRIVING' } as const);
      await remember(hub, file, outcome);
      if (outcome.state === 'REJECTED') await putAside(root, file, { reason: outcome.reason, at: hub.clock.business() });
    } catch (error) {
      // Whoever laid it there took it away again.
      if (!isAbsent(error))
        hub.log.error({ file: file.path, error: (error as Error).name }, 'a statement could not be taken from its folder');
    }
  }
}

async function takeFile(hub: Platform, root: string, file: FoundFile): Promise<Outcome> {
  const day = dayOf(file.name);
  if (file.account !== undefined) return takeAccountFile(hub, root, { ...file, account: file.account, day });
  if (file.provider === null || day === undefined) return { state: 'REJECTED', day, merchantId: undefined, reason: NO_DAY };
  const taken = await takeStatement(hub, {
    provider: file.provider,
    businessDate: day,
    ...(file.merchantCode !== undefined && { merchantCode: file.merchantCode }),
    body: createReadStream(join(root, file.path)),
    uploadedBy: null,
  });
  if (taken.outcome === 'FORBIDDEN') throw new Error('nobody asked whether a file of the folder may be brought');
  if (taken.outcome === 'REFUSED') return { state: 'REJECTED', day, merchantId: taken.merchantId, reason: taken.reason };
  return { state: 'TAKEN', day, merchantId: taken.merchantId, version: taken.version };
}

/** A file of an account may tell its days itself; a day in the name must then be the only one. What is remembered is the newest. */
async function takeAccountFile(
  hub: Platform,
  root: string,
  { account, day, path }: FoundFile & { account: string; day: string | undefined },
): Promise<Outcome> {
  const body = createReadStream(join(root, path));
  const offered = { account, businessDate: day, body, uploadedBy: null, mayBring: () => true };
  const taken = await takeAccountStatement(hub, offered).finally(() => body.destroy());
  if (taken.outcome === 'FORBIDDEN') throw new Error('nobody asked whether a file of the folder may be brought');
  if (taken.outcome === 'REFUSED') return { state: 'REJECTED', day, merchantId: undefined, reason: taken.reason };
  const { day: newest, version } = taken.newest;
  return { state: 'TAKEN', day: newest, merchantId: undefined, version };
}

const NO_DAY = {
  vi: 'Tên tệp phải có ngày đối soát, ví dụ 2026-03-14.csv. Hãy đổi tên và đặt lại.',
  en: 'The name must have the business day, e.g. 2026-03-14.csv. Rename the file and lay it down again.',
};

async function remember(hub: Platform, { path, provider, account, size, modifiedMs }: FoundFile, outcome: Outcome): Promise<void> {
  const { day, merchantId, version, reason } = { day: null, merchantId: null, version: null, reason: null, ...outcome };
  await hub.db.query(
    `INSERT INTO payments.statement_file AS f (path, provider, size, modified_ms, state, business_date, merchant_id, version, reason, seen_at, account)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)
     ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ms = excluded.modified_ms, state = excluded.state,
       business_date = excluded.business_date, merchant_id = excluded.merchant_id, version = excluded.version, reason = excluded.reason,
       seen_at = excluded.seen_at`,
    [
      ...[path, provider, size, modifiedMs, outcome.state, day ?? null, merchantId ?? null, version],
      ...[reason === null ? null : JSON.stringify(reason), hub.clock.business()],
      account === undefined ? null : plainNumber(account),
    ],
  );
}

/** Takes statements from the folder that providers lay them into. */
export const takeStatementFilesJob = defineJob({
  name: 'payments.statement-files',
  input: z.object({}),
  key: () => 'all',
  attempts: 2,
  backoffMs: 10_000,
  schedule: { everyMs: EVERY_MS, inputs: async ({ config }) => (config.statementsDir === undefined ? [] : [{}]) },
  run: (hub, _, signal) => takeStatementFiles(hub, signal),
});
