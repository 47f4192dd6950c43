import type { Transaction } from '../../../platform/database/database.ts';
import type { UserErrorValue } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { appendEvents, type OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { DeadlineBook } from '../deadline/book.ts';
import { engineDatesOf } from '../deadline/dossier-dates.ts';
import { COLUMNS } from '../dossier.list.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { IS_HUB_STEP } from '../hub-source.ts';
import { reDatingsAmong } from '../lifecycle/re-dating.ts';
import { contactOf } from '../portal-contact.ts';
import type { ReportingDirectory } from '../reporting/directory.ts';
import type { Reporter } from '../reporting/rule.ts';
import type { UnitDirectory } from '../units.ts';
import { type Held, newSteps, nextRow, type Registered, stateStep } from './apply.ts';
import { isEcho, paidThroughHub, saysPaid } from './echo.ts';
import { type Change, changedEvent, type DeliveryNames, deliveries, lookUpOnly, paymentsReported } from './events.ts';
import type { DossierIngestInput } from './ingest.input.ts';
import { refusalOf } from './refusal.ts';
import { type Standing, Standings, samePeople } from './standing.ts';
import { writeDossiers, writeEvents, writeProvisional } from './write.ts';

export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'STALE' | 'REJECTED';

/** What became of one dossier of a batch. */
export interface Applied {
  outcome: Outcome;
  /** Row key of the dossier; undefined where it did not go in. */
  id: string | undefined;
  errors: UserErrorValue[];
}

/** One dossier of a batch that passed its checks. */
export interface Candidate {
  at: number;
  input: DossierIngestInput;
  hash: Buffer;
  registered: Registered | undefined;
}

/** The procedures of a batch, by code. */
export type ProcedureNames = ReadonlyMap<string, ProcedureName>;
type ProcedureName = { name: string; field: string; fieldCode: string | null; reportedBy: Reporter };

/** What became of a batch, by the place of each dossier, and how many steps came that the state machine does not foresee. */
export interface AppliedBatch {
  applied: Map<number, Applied>;
  unusual: number;
}

/** A batch of an export: what happened before its source was connected. */
export interface Imported {
  /** Codes of dossiers that the portal has, as the source says. */
  known: ReadonlySet<string>;
}

/** Another caller changed a dossier meanwhile: an input goes in whose people were not registered. The batch is to begin anew. */
export class StandingChanged extends Error {}

/**
 * Works a batch through in one transaction: rows, steps, events and what must be delivered. The number of statements is
 * the same for one dossier and for a thousand.
 */
export async function applyBatch(
  context: HubContext,
  sql: Transaction,
  batch: {
    candidates: readonly Candidate[];
    directory: UnitDirectory;
    reporting: ReportingDirectory;
    book: DeadlineBook;
    units: ReadonlySet<string> | 'ALL';
    imported?: Imported;
  },
): Promise<AppliedBatch> {
  const { candidates, directory, reporting, book, units, imported } = batch;
  const rows = await lockRows(sql, candidates);
  const held = await readHeld(sql, rows);
  const procedures = await readProcedures(sql, [...candidates.map(({ input }) => input.procedure), ...rows.map((row) => row.procedure)]);
  const { voidedStatus } = context.hub.config;
  const known: NamesKnown = { directory, procedures, voidedStatus, reporting };
  const work: Work = {
    ...known,
    context,
    imported,
    paidHere: await readPaid(sql, candidates, held),
    book,
    procedures,
    provisional: new Map(),
    rows: new Map(),
    events: [],
    outbox: [],
  };
  const standings = new Standings(rows, units);
  const applied = new Map<number, Applied>();
  for (const candidate of candidates) {
    const state = held.get(candidate.input.code) ?? { row: undefined, steps: [] };
    held.set(candidate.input.code, state);
    applied.set(candidate.at, applyOne(work, candidate, { state, standing: standings.judge(candidate.input, candidate.hash) }));
  }
  await writeProvisional(sql, work.provisional);
  await writeDossiers(sql, [...work.rows.values()]);
  await writeEvents(sql, work.events);
  await appendEvents(sql, context.hub.cipher, work.outbox);
  return { applied, unusual: work.events.filter((event) => event.unusual).length };
}

interface Work extends NamesKnown {
  context: HubContext;
  imported: Imported | undefined;
  /** What came in through the hub, where a source says that it is paid. */
  paidHere: ReadonlyMap<string, number>;
  book: DeadlineBook;
  procedures: Map<string, ProcedureName>;
  /** Names of procedures that the catalogue lacks, by code. */
  provisional: Map<string, string>;
  /** Rows to write, by code. */
  rows: Map<string, DossierRow>;
  events: EventRow[];
  outbox: OutboxEvent[];
}

/** Every dossier that holds a code or a national code of the batch, locked in one order for all callers. */
function lockRows(sql: Transaction, candidates: readonly Candidate[]): Promise<DossierRow[]> {
  return sql.query<DossierRow>(
    `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.code = ANY($1::text[]) OR d.national_code = ANY($2::text[]) ORDER BY d.code FOR UPDATE`,
    [candidates.map(({ input }) => input.code), candidates.flatMap(({ input }) => input.nationalCode ?? [])],
  );
}

async function readHeld(sql: Transaction, rows: readonly DossierRow[]): Promise<Map<string, Held>> {
  const steps = await sql.query<{ dossier_id: string; key: string; at: Date; status: EventRow['status']; note: string | null }>(
    `SELECT dossier_id, step_key AS key, at, status, CASE WHEN ${IS_HUB_STEP} THEN note END AS note FROM dossiers.event WHERE dossier_id = ANY($1::uuid[]) ORDER BY at, recorded_at, id`,
    [rows.map((row) => row.id)],
  );
  const held = new Map(rows.map((row): [string, Held] => [row.code, { row, steps: [] }]));
  const byId = new Map(rows.map((row) => [row.id, held.get(row.code)]));
  for (const { dossier_id: id, ...step } of steps) byId.get(id)?.steps.push(step);
  return held;
}

function readPaid(sql: Transaction, candidates: readonly Candidate[], held: ReadonlyMap<string, Held>): Promise<Map<string, number>> {
  const told = candidates.flatMap(({ input }) => {
    const row = held.get(input.code)?.row;
    return row !== undefined && saysPaid(row, input) ? [row.id] : [];
  });
  return paidThroughHub(sql, told);
}

/** The procedures of those codes. */
export async function readProcedures(sql: Transaction, codes: readonly string[]): Promise<Map<string, ProcedureName>> {
  const rows = await sql.query<{ code: string; name: string; field: string; field_code: string | null; reported_by: Reporter }>(
    'SELECT code, name, field, field_code, reported_by FROM dossiers.procedure WHERE code = ANY($1::text[])',
    [codes],
  );
  return new Map(
    rows.map((row) => [row.code, { name: row.name, field: row.field, fieldCode: row.field_code, reportedBy: row.reported_by }]),
  );
}

function applyOne(work: Work, candidate: Candidate, { state, standing }: { state: Held; standing: Standing }): Applied {
  const { input, registered } = candidate;
  switch (standing) {
    case 'NEW':
    case 'NEWER':
      if (registered === undefined) throw new StandingChanged('a dossier goes in whose people are not registered');
      return takeVersion(work, { ...candidate, registered }, state);
    case 'SAME':
      return keepVersion(work, input, state);
    case 'STALE':
      return joinSteps(work, input, state);
    default:
      return { outcome: 'REJECTED', id: undefined, errors: [refusalOf(standing, input, state.row)] };
  }
}

/** The same content again: nothing changes but, where it grew, the version that later ones are compared with. */
function keepVersion(work: Work, input: DossierIngestInput, state: Held): Applied {
  const row = state.row as DossierRow;
  if (input.sourceVersion > row.source_version) {
    row.source_version = input.sourceVersion;
    work.rows.set(row.code, row);
  }
  return { outcome: 'UNCHANGED', id: row.id, errors: [] };
}

/** The source repeats what the hub changed and sent back: the dossier stays as it is, only what later versions are compared with moves on. */
function keepEcho(work: Work, { input, hash }: Candidate, { held, made }: { held: DossierRow; made: DossierRow }): Applied {
  const { source_system, source_version, fees_settled, paid_online_by_source, hub_additions } = made;
  const moved = { source_system, source_version, content_hash: hash, fees_settled, paid_online_by_source, hub_additions };
  work.rows.set(held.code, Object.assign(held, moved));
  work.outbox.push(...paymentsReported(held, input));
  return { outcome: 'UNCHANGED', id: held.id, errors: [] };
}

/** An older version changes nothing of the dossier, but its steps happened. */
function joinSteps(work: Work, input: DossierIngestInput, state: Held): Applied {
  const row = state.row as DossierRow;
  const now = work.context.hub.clock.business();
  const names = namesOf(work, row, now);
  const { events, steps } = newSteps(state, input, names.unit);
  if (events.length > 0) {
    remember(work, state, events);
    Object.assign(row, engineDatesOf(work.book, row, { ...state, redatings: reDatingsAmong(state.steps) }));
    row.version += 1;
    row.updated_at = now;
    work.outbox.push(changedEvent(row), ...told(work, now, { row, contact: contactOf(input), events, steps, snapshot: false, names }));
    work.rows.set(row.code, row);
  }
  return { outcome: 'STALE', id: row.id, errors: [] };
}

function takeVersion(work: Work, { at, input, hash, registered }: Candidate & { registered: Registered }, state: Held): Applied {
  const now = work.context.hub.clock.business();
  const units = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  const scope = [...new Set(units.flatMap((code) => work.directory.scope(code)))];
  const outcome = state.row === undefined ? 'CREATED' : 'UPDATED';
  const row = nextRow(input, state, { hash, registered, scope, now });
  knowProcedure(work, input);
  const names = namesOf(work, row, now);
  const { events, steps } = newSteps(state, input, names.unit);
  for (const event of events) event.dossier_id = row.id;
  if (input.steps == null || input.steps.length === 0) {
    const step = stateStep(row, state, names.unit);
    if (step !== undefined) events.push(step);
  }
  const held = state.row;
  if (held !== undefined && events.length === 0 && samePeople(held.content_hash, hash)) {
    const made = { ...row, ...engineDatesOf(work.book, row, { ...state, redatings: reDatingsAmong(state.steps) }) };
    if (isEcho(held, made, work.paidHere.get(held.id))) return keepEcho(work, { at, input, hash, registered }, { held, made });
  }
  state.row = row;
  remember(work, state, events);
  Object.assign(row, engineDatesOf(work.book, row, { ...state, redatings: reDatingsAmong(state.steps) }));
  work.outbox.push(
    changedEvent(row),
    ...paymentsReported(row, input),
    ...told(work, now, { row, contact: contactOf(input), events, steps, snapshot: true, names }),
  );
  work.rows.set(row.code, row);
  return { outcome, id: row.id, errors: [] };
}

/**
 * What the portal is told of a change. Nothing is inserted there because it was imported: what the hub never told it is looked up at
 * most, and what it has already counts as told once, by the source, so that the next change goes as an update.
 */
function told({ imported }: Work, at: Date, change: Change): OutboxEvent[] {
  const { row } = change;
  // What happens of a void one must not take it up again at the portal.
  if (imported === undefined || row.portal_sequence > 0) return deliveries(at, { ...change, voids: row.voided_at !== null });
  if (!imported.known.has(row.code)) return lookUpOnly(at, change);
  row.portal_sequence = 1;
  return [];
}

/** A procedure that the catalogue lacks is known from now on by the name that its first dossier gave it. */
function knowProcedure(work: Work, { procedure, procedureName }: DossierIngestInput): void {
  if (work.procedures.has(procedure)) return;
  const name = procedureName ?? procedure;
  work.procedures.set(procedure, { name, field: '', fieldCode: null, reportedBy: 'PROVINCE' });
  work.provisional.set(procedure, name);
}

function remember(work: Work, state: Held, events: readonly EventRow[]): void {
  work.events.push(...events);
  state.steps.push(...events.map((event) => ({ key: event.step_key, at: event.at, status: event.status })));
  state.steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What deliveries take their names and settings from. */
export interface NamesKnown {
  procedures: ProcedureNames;
  directory: UnitDirectory;
  voidedStatus: number;
  reporting: ReportingDirectory;
}

/** What a delivery calls things, and how it is reported at that instant, if at all. */
export function namesOf(known: NamesKnown, row: DossierRow, at: Date): DeliveryNames {
  const procedure = known.procedures.get(row.procedure);
  return {
    procedure: procedure?.name ?? row.procedure,
    field: procedure?.field ?? '',
    fieldCode: procedure?.fieldCode ?? null,
    unit: known.directory.get(row.handling_unit)?.name ?? row.handling_unit,
    reporting: known.reporting.of(row, at, procedure?.reportedBy),
    voidedStatus: known.voidedStatus,
  };
}
