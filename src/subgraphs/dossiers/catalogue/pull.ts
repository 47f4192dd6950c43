import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { PortalProcedure } from '../../../../connectors/contract/portal.catalogue.ts';
import type { PortalPort } from '../../../../connectors/contract/portal.ts';
import type { Queryable, Transaction } from '../../../platform/database/database.ts';
import { stableUuid } from '../../../platform/ids.ts';
import { appendEvents } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { forgetProcedures } from '../dossier.read.ts';
import { PORTAL } from '../ingest/portal.ts';
import { forgetReporting } from '../reporting/directory.ts';
import { type CatalogueEntry, followed, type HeldProcedure, isSame } from './entry.ts';
import { type CataloguePlan, planPull } from './plan.ts';

const LOCK = 7_202_511_27;
/** Procedures that are asked for at the same time. */
const LANES = 2;

/** What a look at the national catalogue did. */
export interface Pulled {
  outcome: 'DONE' | 'GUARDED';
  listed: number;
  added: number;
  changed: number;
  withdrawn: number;
  /** Procedures that were asked for in vain; they are asked for again. */
  failed: number;
}

/** Who asks for a look at the catalogue, and whether a list that is much shorter than the last one is to be believed. */
export interface PullRequest {
  askedBy: string;
  acceptLoss: boolean;
}

/**
 * Brings the procedures to what the national catalogue says and records each change. Local codes stay untouched and nothing is ever
 * deleted. Undefined: the installation's way to the portal has no catalogue. Throws UpstreamError where the list can't be had.
 */
export async function pullCatalogue(hub: Platform, { askedBy, acceptLoss }: PullRequest): Promise<Pulled | undefined> {
  const port = hub.connectors.portal(PORTAL);
  const ask = port?.procedure?.bind(port);
  const list = await port?.listProcedures?.();
  if (ask === undefined || list === undefined) return undefined;
  const [guard] = await hub.db.query<{ largest_loss_percent: number }>('SELECT largest_loss_percent FROM dossiers.catalogue_guard');
  const plan = planPull({
    list,
    held: await readHeld(hub.db),
    before: await lastListed(hub.db),
    largestLossPercent: acceptLoss ? 100 : (guard?.largest_loss_percent ?? 0),
    now: hub.clock.business(),
  });
  const { found, failed } = await askForAll(ask, plan.ask);
  const pulled = await hub.db.transaction((sql) => apply(hub, sql, { plan, found, failed, askedBy }));
  forgetProcedures(hub);
  forgetReporting(hub);
  return pulled;
}

type Ask = NonNullable<PortalPort['procedure']>;

/** One after the other, until the portal is away: the others wait for the next night. */
async function askForAll(ask: Ask, codes: readonly string[]): Promise<{ found: PortalProcedure[]; failed: number }> {
  const waiting = [...codes];
  const found: PortalProcedure[] = [];
  let away = false;
  const lane = async () => {
    for (let code = waiting.shift(); code !== undefined && !away; code = waiting.shift()) {
      try {
        const procedure = await ask(code);
        if (procedure !== null) found.push({ ...procedure, code });
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        away ||= error.unreachable;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { found, failed: codes.length - found.length };
}

interface Gathered {
  plan: CataloguePlan;
  found: readonly PortalProcedure[];
  failed: number;
  askedBy: string;
}

interface Change {
  code: string;
  kind: 'ADDED' | 'CONFIRMED' | 'CHANGED' | 'WITHDRAWN' | 'RETURNED';
  before: CatalogueEntry | null;
  after: CatalogueEntry;
}

async function apply(hub: Platform, sql: Transaction, { plan, found, failed, askedBy }: Gathered): Promise<Pulled> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const held = await readHeld(sql);
  const changes = [
    ...found.flatMap((national) => changeOf(held.get(national.code), national)),
    ...(plan.guarded ? [] : withdrawals(held, plan)),
  ];
  const at = hub.clock.business();
  await write(sql, changes, at);
  await sql.query('UPDATE dossiers.procedure SET national_at = $2 WHERE code = ANY($1::text[])', [found.map(({ code }) => code), at]);
  const count = (...kinds: Change['kind'][]) => changes.filter(({ kind }) => kinds.includes(kind)).length;
  const pulled: Pulled = {
    outcome: plan.guarded ? 'GUARDED' : 'DONE',
    listed: plan.listed.size,
    ...{ added: count('ADDED'), changed: count('CHANGED', 'CONFIRMED', 'RETURNED'), withdrawn: count('WITHDRAWN'), failed },
  };
  await sql.query(
    `INSERT INTO dossiers.catalogue_pull (pulled_at, day, asked_by, listed, outcome, added, changed, withdrawn, failed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [at, localDateOf(at), askedBy, pulled.listed, pulled.outcome, pulled.added, pulled.changed, pulled.withdrawn, failed],
  );
  if (plan.guarded) await alert(hub, sql, { at, listed: pulled.listed, missing: plan.gone.length });
  return pulled;
}

function changeOf(held: HeldProcedure | undefined, national: PortalProcedure): Change[] {
  const after = followed(held, national);
  if (held === undefined) return [{ code: national.code, kind: 'ADDED', before: null, after }];
  const before = entryOf(held);
  if (isSame(before, after)) return [];
  return [{ code: national.code, kind: held.provisional ? 'CONFIRMED' : held.active ? 'CHANGED' : 'RETURNED', before, after }];
}

function withdrawals(held: ReadonlyMap<string, HeldProcedure>, { gone }: CataloguePlan): Change[] {
  return gone.flatMap((code) => {
    const procedure = held.get(code);
    if (procedure?.active !== true) return [];
    const before = entryOf(procedure);
    return [{ code, kind: 'WITHDRAWN', before, after: { ...before, active: false } }];
  });
}

function entryOf({ name, field, fieldCode, workingDays, fee, active, provisional }: HeldProcedure): CatalogueEntry {
  return { name, field, fieldCode, workingDays, fee, active, provisional };
}

async function write(sql: Transaction, changes: readonly Change[], at: Date): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.map(({ code, after }) => ({ code, ...after })));
  await sql.query(
    `INSERT INTO dossiers.procedure (code, name, field, field_code, working_days, fee, active, provisional, reported_by)
     SELECT code, name, field, "fieldCode", "workingDays", fee, active, provisional, 'PROVINCE'
     FROM jsonb_to_recordset($1::jsonb) AS p(code text, name text, field text, "fieldCode" text, "workingDays" float, fee bigint, active boolean, provisional boolean)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, field = excluded.field, field_code = excluded.field_code, working_days = excluded.working_days, fee = excluded.fee,
       active = excluded.active, provisional = excluded.provisional`,
    [rows],
  );
  await sql.query(
    `INSERT INTO dossiers.catalogue_change (procedure, changed_at, kind, before, after)
     SELECT code, $2, kind, nullif(before, 'null'::jsonb), after FROM jsonb_to_recordset($1::jsonb) AS c(code text, kind text, before jsonb, after jsonb)`,
    [JSON.stringify(changes), at],
  );
}

/** Tells whoever watches that a list was too short to be believed, once a day. */
async function alert(hub: Platform, sql: Transaction, { at, ...data }: { at: Date; listed: number; missing: number }): Promise<void> {
  const day = localDateOf(at);
  await appendEvents(sql, hub.cipher, [
    { at, kind: 'catalogue.guarded', subjectId: stableUuid('catalogue.guarded', day), subject: `catalogue ${day}`, data },
  ]);
}

async function lastListed(sql: Queryable): Promise<number | undefined> {
  const [row] = await sql.query<{ listed: number }>(
    `SELECT listed FROM dossiers.catalogue_pull WHERE outcome = 'DONE' ORDER BY id DESC LIMIT 1`,
  );
  return row?.listed;
}

async function readHeld(sql: Queryable): Promise<Map<string, HeldProcedure>> {
  const rows = await sql.query<HeldProcedure>(
    `SELECT code, name, field, field_code AS "fieldCode", working_days AS "workingDays", fee, active, provisional, national_at AS "nationalAt",
            EXISTS (SELECT 1 FROM dossiers.deadline_rule r WHERE r.procedure = p.code) AS "ownTime"
     FROM dossiers.procedure p ORDER BY code`,
  );
  return new Map(rows.map((row) => [row.code, row]));
}
