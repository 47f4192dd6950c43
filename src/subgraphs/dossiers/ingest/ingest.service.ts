import { boundOf, hasRole } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { nationalIdError } from '../../../platform/domain/national-id.ts';
import { forbidden, unauthenticated, upstreamUnavailable, userError } from '../../../platform/errors.ts';
import { checkBatch } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { DossierRow } from '../dossier.row.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { contentHash, standingOf } from './apply.ts';
import { type Applied, applyBatch, type Candidate, type ProcedureNames } from './batch.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import { PORTAL } from './portal.ts';
import { registerPeople } from './register.ts';
import { type IngestRules, validateDossier } from './validate.ts';

const LARGEST_BATCH = 1_000;
/** Two batches may create one code at once: the second starts over and finds it there. */
const ATTEMPTS = 4;
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Takes a batch of a commune system's dossiers. Each one's outcome stands at its place; a bad one keeps no other out. */
export async function ingestDossiers(context: HubContext, inputs: readonly DossierIngestInput[]): Promise<Applied[]> {
  const { viewer } = context;
  if (viewer.roles.length === 0) throw unauthenticated();
  const source = viewer.source;
  if (!hasRole(viewer, 'SYSTEM') || source === undefined) throw forbidden();
  checkBatch('input', inputs.length, LARGEST_BATCH);
  const directory = await unitDirectory(context.hub);
  const rules = rulesOf(context, directory, source);
  const results: (Applied | undefined)[] = inputs.map((input) => {
    const errors = validateDossier(input, rules);
    return errors.length === 0 ? undefined : { outcome: 'REJECTED', id: undefined, errors };
  });
  const valid = inputs.map((input, at) => ({ input, at })).filter(({ at }) => results[at] === undefined);
  const { fresh, taken } = await readStanding(context, valid);
  for (const at of taken) {
    const error = userError(
      'INVALID',
      { vi: 'Mã hồ sơ quốc gia này đã thuộc hồ sơ khác.', en: "This national code is another dossier's." },
      ['nationalCode'],
    );
    results[at] = { outcome: 'REJECTED', id: undefined, errors: [error] };
  }
  const people = await registerPeople(
    context,
    fresh.filter(({ at }) => results[at] === undefined),
  );
  const candidates = valid
    .filter(({ at }) => results[at] === undefined)
    .map(({ input, at }): Candidate => ({ input, at, registered: people.get(at) }));
  if (candidates.length > 0) {
    const procedures = await readProcedures(context, candidates);
    const applied = await retrying(() =>
      context.hub.db.transaction((sql: Transaction) => applyBatch(context, sql, { candidates, directory, procedures })),
    );
    for (const [at, result] of applied) results[at] = result;
    await afterCommit(context, candidates, applied);
  }
  return results.map((result) => {
    if (result === undefined) throw new Error('a dossier of the batch has no outcome');
    return result;
  });
}

function rulesOf(context: HubContext, directory: UnitDirectory, source: string): IngestRules {
  const bound = boundOf(context.viewer, 'SYSTEM');
  const everywhere = bound === 'ALL' || (bound !== undefined && directory.isRoot(bound));
  const today = localDateOf(context.hub.clock.now());
  const sandbox = context.hub.config.mode !== 'production';
  return {
    directory,
    source,
    units: everywhere ? 'ALL' : new Set(bound === undefined ? [] : directory.below(bound)),
    checkNationalId: (nationalId, dateOfBirth) => nationalIdError(nationalId, { today, sandbox, origin: 'TYPED', dateOfBirth })?.text,
  };
}

/**
 * Which dossiers will go in, as far as can be told before the lock: only their applicants are registered, so that a stale or
 * refused dossier touches no citizen. `taken`: places whose national code is another dossier's.
 */
async function readStanding(
  context: HubContext,
  valid: readonly { input: DossierIngestInput; at: number }[],
): Promise<{ fresh: { input: DossierIngestInput; at: number }[]; taken: number[] }> {
  type Version = Pick<DossierRow, 'code' | 'national_code' | 'source_system' | 'source_version' | 'content_hash'>;
  const nationalCodes = valid.flatMap(({ input }) => (input.nationalCode == null ? [] : [input.nationalCode]));
  const rows = await context.hub.db.query<Version>(
    `SELECT code, national_code, source_system, source_version, content_hash FROM dossiers.dossier
     WHERE code = ANY($1::text[]) OR national_code = ANY($2::text[])`,
    [valid.map(({ input }) => input.code), nationalCodes],
  );
  const held = new Map(rows.map((row) => [row.code, row]));
  const holder = new Map(rows.map((row) => [row.national_code, row.code]));
  const taken: number[] = [];
  const fresh: { input: DossierIngestInput; at: number }[] = [];
  for (const { input, at } of valid) {
    const other = input.nationalCode == null ? undefined : (holder.get(input.nationalCode) ?? input.code);
    if (input.nationalCode != null) holder.set(input.nationalCode, other ?? input.code);
    if (other !== undefined && other !== input.code) taken.push(at);
    else {
      const hash = contentHash(input);
      const standing = standingOf(input, hash, held.get(input.code));
      if (standing !== 'NEW' && standing !== 'NEWER') continue;
      fresh.push({ input, at });
      const { code, sourceSystem, sourceVersion } = input;
      held.set(code, { code, national_code: null, source_system: sourceSystem, source_version: sourceVersion, content_hash: hash });
    }
  }
  return { fresh, taken };
}

async function readProcedures(context: HubContext, candidates: readonly Candidate[]): Promise<ProcedureNames> {
  const rows = await context.hub.db.query<{ code: string; name: string; field: string; reported_by: string }>(
    'SELECT code, name, field, reported_by FROM dossiers.procedure WHERE code = ANY($1::text[])',
    [candidates.map(({ input }) => input.procedure)],
  );
  return new Map(rows.map((row) => [row.code, { name: row.name, field: row.field, reportedBy: row.reported_by }]));
}

async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || (code !== UNIQUE_VIOLATION && code !== DEADLOCK)) throw error;
    }
  }
}

/** Wakes the delivery up, and has payments show at once what the source collected itself. */
async function afterCommit(context: HubContext, candidates: readonly Candidate[], applied: ReadonlyMap<number, Applied>): Promise<void> {
  const changed = [...applied.values()].some(({ outcome }) => outcome !== 'REJECTED' && outcome !== 'UNCHANGED');
  if (changed) await context.hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  const paying = candidates.filter(({ input, at }) => (input.payments?.length ?? 0) > 0 && applied.get(at)?.id !== undefined);
  if (paying.length === 0) return;
  const dossiers = [...new Set(paying.map(({ at }) => toGlobalId('dossier', applied.get(at)?.id as string)))];
  const { absorbReportedPayments: done } = await context.peers.ask<{ absorbReportedPayments: boolean }>(
    'payments',
    'mutation ($dossiers: [ID!]!) { absorbReportedPayments(dossiers: $dossiers) }',
    { dossiers },
  );
  if (!done) throw upstreamUnavailable();
}
