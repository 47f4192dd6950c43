import { boundOf, hasRole } from '../../../platform/auth/viewer.ts';
import { forbidden, HubError, unauthenticated } from '../../../platform/errors.ts';
import { checkBatch } from '../../../platform/graphql/connection.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { toGlobalId } from '../../../platform/ids.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import { reportSourceSeen } from '../../../platform/source-report.ts';
import { deadlineBook } from '../deadline/book.ts';
import { HUB_SOURCE } from '../hub-source.ts';
import { reportingDirectory } from '../reporting/directory.ts';
import { type UnitDirectory, unitDirectory } from '../units.ts';
import { type Applied, type AppliedBatch, applyBatch, type Candidate, type Imported, StandingChanged } from './batch.ts';
import { cleanDossier } from './clean.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import { PORTAL } from './portal.ts';
import { type Refused, refusalOf } from './refusal.ts';
import { registerPeople } from './register.ts';
import { contentHash, HELD_VERSION_COLUMNS, type HeldVersion, type Standing, Standings } from './standing.ts';
import { numberRulesOf } from './validate.person.ts';
import { type IngestRules, toErrors, validateDossier } from './validate.ts';

const LARGEST_BATCH = 1_000;
/** Two batches may create or change one dossier at once: the second starts over and finds what the first did. */
const ATTEMPTS = 5;
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** What became of each dossier, at its place, and how many steps came that the state machine does not foresee. */
export interface Ingested {
  results: Applied[];
  unusual: number;
}

type Valid = Omit<Candidate, 'registered'>;

/** How a batch came: `imported` where it is an export of what happened before the source was connected. */
export interface How {
  imported?: Imported;
}

/** Takes a batch of a commune system's dossiers. Each one's outcome stands at its place; a bad one keeps no other out. */
export async function ingestDossiers(context: HubContext, inputs: readonly DossierIngestInput[], how: How = {}): Promise<Ingested> {
  const { rules, results, valid } = await checkInputs(context, inputs);
  const { applied, unusual } = await applyValid(context, valid, { rules, how });
  for (const [at, result] of applied) results.set(at, result);
  await afterCommit(context, valid, applied);
  return { results: inputs.map((_, at) => results.get(at) as Applied), unusual };
}

const FORESEEN: Partial<Record<Standing, Applied['outcome']>> = { NEW: 'CREATED', NEWER: 'UPDATED', SAME: 'UNCHANGED', STALE: 'STALE' };

/** What would become of a batch, as far as can be told of it alone. Nothing is written and nobody is registered. */
export async function tryDossiers(context: HubContext, inputs: readonly DossierIngestInput[]): Promise<Applied[]> {
  const { rules, results, valid } = await checkInputs(context, inputs);
  const { standings, rows } = await standingsOf(context, valid, rules);
  for (const { at, input, hash } of valid) {
    const standing = standings.judge(input, hash);
    const outcome = FORESEEN[standing];
    const errors = outcome === undefined ? [refusalOf(standing as Refused, input, rows.get(input.code))] : [];
    results.set(at, { outcome: outcome ?? 'REJECTED', id: undefined, errors });
  }
  return inputs.map((_, at) => results.get(at) as Applied);
}

/** Who may feed what, and which inputs pass the checks that need no look at what is held. */
async function checkInputs(
  context: HubContext,
  inputs: readonly DossierIngestInput[],
): Promise<{ rules: IngestRules; results: Map<number, Applied>; valid: Valid[] }> {
  const { viewer } = context;
  if (viewer.token === undefined) throw unauthenticated();
  const source = viewer.source;
  // What is filed through the hub itself is nobody's feed.
  if (!hasRole(viewer, 'SYSTEM') || source === undefined || source === HUB_SOURCE) throw forbidden();
  checkBatch('input', inputs.length, LARGEST_BATCH);
  const directory = await unitDirectory(context.hub);
  const rules = rulesOf(context, directory, source);
  const results = new Map<number, Applied>();
  const valid = inputs.flatMap((given, at): Valid[] => {
    const { input, problems } = cleanDossier(given);
    const errors = toErrors(problems.length > 0 ? problems : validateDossier(input, rules));
    if (errors.length === 0) return [{ at, input, hash: contentHash(context.hub.cipher, input) }];
    results.set(at, { outcome: 'REJECTED', id: undefined, errors });
    return [];
  });
  return { rules, results, valid };
}

function rulesOf(context: HubContext, directory: UnitDirectory, source: string): IngestRules {
  const bound = boundOf(context.viewer, 'SYSTEM');
  const everywhere = bound === 'ALL' || (bound !== undefined && directory.isRoot(bound));
  return {
    directory,
    source,
    units: everywhere ? 'ALL' : new Set(bound === undefined ? [] : directory.below(bound)),
    ...numberRulesOf(context.hub),
  };
}

/** Registers who files, then works the batch through in one transaction; from the beginning where another caller came between. */
async function applyValid(
  context: HubContext,
  valid: readonly Valid[],
  { rules, how }: { rules: IngestRules; how: How },
): Promise<AppliedBatch> {
  if (valid.length === 0) return { applied: new Map(), unusual: 0 };
  const reporting = await reportingDirectory(context.hub);
  const book = await deadlineBook(context.hub);
  for (let attempt = 1; ; attempt += 1) {
    const people = await registerPeople(context, await thoseThatGoIn(context, valid, rules));
    const candidates = valid.map((each): Candidate => ({ ...each, registered: people.get(each.at) }));
    try {
      return await context.hub.db.transaction((sql) =>
        applyBatch(context, sql, { candidates, directory: rules.directory, reporting, book, units: rules.units, ...how }),
      );
    } catch (error) {
      if (attempt === ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

function isOvertaken(error: unknown): boolean {
  const { code } = error as { code?: string };
  return error instanceof StandingChanged || code === UNIQUE_VIOLATION || code === DEADLOCK;
}

/**
 * Which dossiers will go in, as far as can be told before the lock: only their applicants are registered, so that a stale or
 * refused dossier touches no citizen.
 */
async function thoseThatGoIn(context: HubContext, valid: readonly Valid[], rules: IngestRules): Promise<Valid[]> {
  const { standings } = await standingsOf(context, valid, rules);
  return valid.filter(({ input, hash }) => {
    const standing = standings.judge(input, hash);
    return standing === 'NEW' || standing === 'NEWER';
  });
}

/** What is held of a batch now, without a lock. */
async function standingsOf(
  context: HubContext,
  valid: readonly Valid[],
  { units }: IngestRules,
): Promise<{ standings: Standings; rows: ReadonlyMap<string, HeldVersion> }> {
  const rows = await context.hub.db.query<HeldVersion>(
    `SELECT ${HELD_VERSION_COLUMNS} FROM dossiers.dossier WHERE code = ANY($1::text[]) OR national_code = ANY($2::text[])`,
    [valid.map(({ input }) => input.code), valid.flatMap(({ input }) => input.nationalCode ?? [])],
  );
  return { standings: new Standings(rows, units), rows: new Map(rows.map((row) => [row.code, row])) };
}

/** Wakes the delivery up, and has payments show at once what the source collected itself. */
async function afterCommit(context: HubContext, valid: readonly Valid[], applied: ReadonlyMap<number, Applied>): Promise<void> {
  const { hub } = context;
  await reportSourceSeen(
    hub,
    valid.map(({ input }) => input.sourceSystem),
  );
  const changed = [...applied.values()].some(({ outcome }) => outcome !== 'REJECTED' && outcome !== 'UNCHANGED');
  if (changed) await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: PORTAL });
  const paid = valid.flatMap(({ input, at }) => ((input.payments?.length ?? 0) > 0 ? (applied.get(at)?.id ?? []) : []));
  if (paid.length === 0) return;
  try {
    await context.peers.ask('payments', 'mutation ($dossiers: [ID!]!) { absorbReportedPayments(dossiers: $dossiers) }', {
      dossiers: [...new Set(paid)].map((id) => toGlobalId('dossier', id)),
    });
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    // The dossiers are in, and what was reported stands in the outbox: payments takes it from there when it is back.
    hub.log.warn({ code: error.code, dossiers: paid.length }, 'payments does not answer: what sources collected shows later');
  }
}
