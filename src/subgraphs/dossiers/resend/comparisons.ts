import type { Transaction } from '../../../platform/database/database.ts';
import { stableUuid } from '../../../platform/ids.ts';
import type { LookAgain } from '../../../platform/jobs/resend-wakeup.ts';
import type { OutboxEvent } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import type { DossierRow } from '../dossier.row.ts';
import { type NamesKnown, namesOf } from '../ingest/batch.ts';
import { comparing, sending } from '../ingest/events.ts';
import { PORTAL, portalDossier } from '../ingest/portal.ts';
import { NO_CONTACT } from '../portal-contact.ts';
import { namesKnown } from './names.ts';

/** `H12.64-250930-0001`: unit, day, number. */
const CODE = /^(.+-(\d{6})-)(\d{4,6})$/;

/**
 * Look-ups of dossiers as they are now, sent or at COMPARE, to be compared with what the portal says, and of the codes that follow
 * those that are sent and that the hub never heard of: what was made at the portal behind its back is most likely to stand there.
 * `again`: codes that stood there before, which are looked up with those that follow them; those that are a dossier's by now are `ours`.
 */
export async function comparisonsOf(
  hub: Platform,
  sql: Transaction,
  { rows, resend, again }: { rows: readonly DossierRow[]; resend: string; again: readonly LookAgain[] },
): Promise<{ told: OutboxEvent[]; ours: string[] }> {
  const at = hub.clock.business();
  const known = await namesKnown(hub, sql, rows);
  const sent = rows.filter((row) => sending(known.reporting.of(row, at)).whole !== undefined);
  const standing = rows.filter((row) => comparing(known.reporting.of(row, at)));
  const told = sent.map(({ code, receiving_unit: unit, scope }) => ({ code, unit, scope: [...scope] }));
  const today = localDateOf(at);
  const looks = [...because('next', nextCodes(told, today)), ...because('after', nextCodes(again, today)), ...because('again', again)];
  const suspected = new Map(looks.map((look) => [look.code, look]));
  const held = await heldCodes(sql, [...suspected.keys()]);
  const unheard = [...suspected.values()].filter(({ code }) => !held.has(code));
  const make = (row: DossierRow, purpose: Compared['purpose']) => comparison({ row, known, at, resend, purpose });
  const events = [
    ...sent.map((row) => make(row, 'NIGHTLY')),
    ...unheard.map((each) => lookUpOf(each, { at, resend })),
    ...standing.map((row) => make(row, 'SWITCH')),
  ];
  return { told: events, ours: again.filter(({ code }) => held.has(code)).map(({ code }) => code) };
}

/** Why a code is looked up: it follows a dossier's, it follows one that stood there before, or it did so itself. */
type Why = 'next' | 'after' | 'again';
const because = (why: Why, looks: readonly LookAgain[]) => looks.map((look) => ({ ...look, why }));

interface Compared {
  row: DossierRow;
  known: NamesKnown;
  at: Date;
  resend: string;
  /** SWITCH: it is not sent yet, so that nothing of it is set right. */
  purpose: 'NIGHTLY' | 'SWITCH';
}

function comparison({ row, known, at, resend, purpose }: Compared): OutboxEvent {
  const names = namesOf(known, row, at);
  const byNotice = names.reporting.services.includes('DongBoTrangThaiHoSo');
  return {
    ...lookUp(row.code, { at, key: stableUuid('portal.nightly', resend, row.code) }),
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    personal: {
      dossier: portalDossier(row, NO_CONTACT, names),
      about: { dossierId: row.id, unit: row.handling_unit, scope: row.scope, byNotice, purpose },
    },
  };
}

/** A look whether the portal has a code that the hub never heard of. */
function lookUpOf({ code, unit, scope, why }: LookAgain & { why: Why }, { at, resend }: Pick<Compared, 'at' | 'resend'>): OutboxEvent {
  return {
    // Another batch of the same comparison may look for another reason, or find it a dossier's by then: each is a delivery of its own.
    ...lookUp(code, { at, key: stableUuid('portal.nightly', resend, code, why) }),
    receivingUnit: unit,
    handlingUnit: unit,
    scope,
    personal: {
      dossier: { code, origin: 'PROVINCE' },
      about: { dossierId: stableUuid('portal.unheard', code), unit, scope, byNotice: false, purpose: 'NIGHTLY', absent: true },
    },
  };
}

/** Apart from what is sent, whose order must wait for nothing. */
function lookUp(subject: string, { at, key: subjectId }: { at: Date; key: string }): OutboxEvent {
  return { at, kind: 'portal.compare', subjectId, subject, delivery: { connector: PORTAL, operation: 'TraCuuHoSo', sequence: 1 } };
}

/** The codes after those, of days that are over: one of today may be given out meanwhile. A code is the receiving unit's. */
function nextCodes(codes: readonly LookAgain[], today: string): LookAgain[] {
  const day = today.slice(2).replaceAll('-', '');
  return codes.flatMap(({ code, ...of }) => {
    const [, stem, date, number] = CODE.exec(code) ?? [];
    if (stem === undefined || date === undefined || number === undefined || date >= day) return [];
    return [{ ...of, code: `${stem}${String(Number(number) + 1).padStart(number.length, '0')}` }];
  });
}

/** Those of the codes that a dossier has. */
async function heldCodes(sql: Transaction, codes: readonly string[]): Promise<Set<string>> {
  const held = await sql.query<{ code: string }>('SELECT code FROM dossiers.dossier WHERE code = ANY($1::text[])', [codes]);
  return new Set(held.map(({ code }) => code));
}
