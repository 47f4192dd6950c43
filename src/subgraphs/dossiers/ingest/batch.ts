import type { Transaction } from '../../../platform/database/database.ts';
import { type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { appendEvents, type OutboxEvent } from '../../../platform/outbox/outbox.ts';
import { COLUMNS } from '../dossier.list.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import type { UnitDirectory } from '../units.ts';
import { contentHash, type Held, newSteps, nextRow, type Registered, standingOf, stateStep } from './apply.ts';
import { changedEvent, type DeliveryNames, deliveries, paymentsReported } from './events.ts';
import type { DossierIngestInput } from './ingest.input.ts';
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
  registered: Registered | undefined;
}

/** The procedures of a batch, by code. */
export type ProcedureNames = ReadonlyMap<string, { name: string; field: string; reportedBy: string }>;

/**
 * Works a batch through in one transaction: rows, steps, events and what must be delivered. The number of statements is
 * the same for one dossier and for a thousand.
 */
export async function applyBatch(
  context: HubContext,
  sql: Transaction,
  batch: { candidates: readonly Candidate[]; directory: UnitDirectory; procedures: ProcedureNames },
): Promise<Map<number, Applied>> {
  const codes = [...new Set(batch.candidates.map(({ input }) => input.code))].sort();
  const held = await readHeld(sql, codes);
  const work: Work = { context, directory: batch.directory, procedures: batch.procedures, rows: new Map(), events: [], outbox: [] };
  const applied = new Map<number, Applied>();
  for (const candidate of batch.candidates) {
    const state = held.get(candidate.input.code) ?? { row: undefined, steps: [] };
    applied.set(candidate.at, applyOne(work, candidate, state));
    held.set(candidate.input.code, state);
  }
  await writeProvisional(sql, provisional(batch));
  await writeDossiers(sql, [...work.rows.values()]);
  await writeEvents(sql, work.events);
  await appendEvents(sql, context.hub.cipher, work.outbox);
  return applied;
}

interface Work {
  context: HubContext;
  directory: UnitDirectory;
  procedures: ProcedureNames;
  /** Rows to write, by code. */
  rows: Map<string, DossierRow>;
  events: EventRow[];
  outbox: OutboxEvent[];
}

async function readHeld(sql: Transaction, codes: readonly string[]): Promise<Map<string, Held>> {
  const rows = await sql.query<DossierRow>(
    `SELECT ${COLUMNS} FROM dossiers.dossier d WHERE d.code = ANY($1::text[]) ORDER BY d.code FOR UPDATE`,
    [codes],
  );
  const steps = await sql.query<{ dossier_id: string; key: string; at: Date; status: EventRow['status'] }>(
    `SELECT dossier_id, step_key AS key, at, status FROM dossiers.event WHERE dossier_id = ANY($1::uuid[]) ORDER BY at, recorded_at, id`,
    [rows.map((row) => row.id)],
  );
  const held = new Map(rows.map((row): [string, Held] => [row.code, { row, steps: [] }]));
  const byId = new Map(rows.map((row) => [row.id, held.get(row.code)]));
  for (const { dossier_id: id, ...step } of steps) byId.get(id)?.steps.push(step);
  return held;
}

function applyOne(work: Work, candidate: Candidate, state: Held): Applied {
  const { input } = candidate;
  const hash = contentHash(input);
  switch (standingOf(input, hash, state.row)) {
    case 'FOREIGN':
      return rejected(ownedByOther(state.row?.source_system ?? ''));
    case 'REUSED':
      return rejected(versionReused(input.sourceVersion));
    case 'SAME':
      return keepVersion(work, input, state);
    case 'STALE':
      return joinSteps(work, input, state);
    default:
      // An input that looked stale before the lock and is not any more has no registered applicant: it is sent again by its source.
      return candidate.registered === undefined
        ? joinSteps(work, input, state)
        : takeVersion(work, { ...candidate, registered: candidate.registered }, { state, hash });
  }
}

const rejected = (error: UserErrorValue): Applied => ({ outcome: 'REJECTED', id: undefined, errors: [error] });

function ownedByOther(owner: string): UserErrorValue {
  return userError('OWNED_BY_OTHER_SOURCE', { vi: `Mã hồ sơ này thuộc nguồn ${owner}.`, en: `This code belongs to the source ${owner}.` }, [
    'code',
  ]);
}

function versionReused(version: number): UserErrorValue {
  return userError(
    'SOURCE_VERSION_REUSED',
    {
      vi: `Phiên bản ${version} đã gửi với nội dung khác: hãy tăng sourceVersion.`,
      en: `Version ${version} was sent with other content: raise sourceVersion.`,
    },
    ['sourceVersion'],
  );
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

/** An older version changes nothing of the dossier, but its steps happened. */
function joinSteps(work: Work, input: DossierIngestInput, state: Held): Applied {
  const row = state.row as DossierRow;
  const { events, steps } = newSteps(state, input);
  if (events.length > 0) {
    remember(work, state, events);
    work.outbox.push(
      ...deliveries(work.context.hub.clock.business(), { row, input, events, steps, snapshot: false, names: namesOf(work, row) }),
    );
    work.rows.set(row.code, row);
  }
  return { outcome: 'STALE', id: row.id, errors: [] };
}

function takeVersion(work: Work, candidate: Candidate & { registered: Registered }, made: { state: Held; hash: Buffer }): Applied {
  const { input, registered } = candidate;
  const { state, hash } = made;
  const units = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
  const scope = [...new Set(units.flatMap((code) => work.directory.scope(code)))];
  const outcome = state.row === undefined ? 'CREATED' : 'UPDATED';
  const row = nextRow(input, state, { hash, registered, scope, now: work.context.hub.clock.business() });
  const names = namesOf(work, row);
  const { events, steps } = newSteps(state, input);
  for (const event of events) event.dossier_id = row.id;
  if (input.steps == null || input.steps.length === 0) {
    const step = stateStep(row, state, names.unit);
    if (step !== undefined) events.push(step);
  }
  state.row = row;
  remember(work, state, events);
  work.outbox.push(
    changedEvent(row),
    ...paymentsReported(row, input),
    ...deliveries(work.context.hub.clock.business(), { row, input, events, steps, snapshot: true, names }),
  );
  work.rows.set(row.code, row);
  return { outcome, id: row.id, errors: [] };
}

function remember(work: Work, state: Held, events: readonly EventRow[]): void {
  work.events.push(...events);
  state.steps.push(...events.map((event) => ({ key: event.step_key, at: event.at, status: event.status })));
  state.steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What a delivery calls things, and whether there is one: what a ministry or the police reports is not the hub's to report. */
export function namesOf(known: Pick<Work, 'procedures' | 'directory'>, row: DossierRow): DeliveryNames {
  const procedure = known.procedures.get(row.procedure);
  return {
    procedure: procedure?.name ?? row.procedure,
    field: procedure?.field ?? '',
    unit: known.directory.get(row.handling_unit)?.name ?? row.handling_unit,
    reported: (procedure?.reportedBy ?? 'PROVINCE') === 'PROVINCE' && row.origin !== 'MINISTRY_SYSTEM',
  };
}

function provisional(batch: { candidates: readonly Candidate[]; procedures: ProcedureNames }): { code: string; name: string }[] {
  const missing = batch.candidates.filter(({ input }) => !batch.procedures.has(input.procedure));
  return [
    ...new Map(
      missing.map(({ input }) => [input.procedure, { code: input.procedure, name: input.procedureName ?? input.procedure }]),
    ).values(),
  ];
}
