import type { Transaction } from '../../../platform/database/database.ts';
import { stableUuid } from '../../../platform/ids.ts';
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
 */
export async function comparisonsOf(
  hub: Platform,
  sql: Transaction,
  { rows, resend }: { rows: readonly DossierRow[]; resend: string },
): Promise<OutboxEvent[]> {
  const at = hub.clock.business();
  const known = await namesKnown(hub, sql, rows);
  const sent = rows.filter((row) => sending(known.reporting.of(row, at)).whole !== undefined);
  const standing = rows.filter((row) => comparing(known.reporting.of(row, at)));
  const unheard = await unheardCodes(sql, sent, localDateOf(at));
  const make = (row: DossierRow, of: Pick<Compared, 'purpose' | 'absent'>) => comparison({ row, known, at, resend, ...of });
  return [
    ...sent.map((row) => make(row, { purpose: 'NIGHTLY' })),
    ...[...unheard].map(([absent, row]) => make(row, { purpose: 'NIGHTLY', absent })),
    ...standing.map((row) => make(row, { purpose: 'SWITCH' })),
  ];
}

interface Compared {
  row: DossierRow;
  known: NamesKnown;
  at: Date;
  resend: string;
  /** SWITCH: it is not sent yet, so that nothing of it is set right. */
  purpose: 'NIGHTLY' | 'SWITCH';
  /** A code that the hub never heard of. */
  absent?: string;
}

function comparison({ row, known, at, resend, purpose, absent }: Compared): OutboxEvent {
  const names = namesOf(known, row, at);
  const byNotice = names.reporting.services.includes('DongBoTrangThaiHoSo');
  const subject = absent ?? row.code;
  const dossier = portalDossier(row, NO_CONTACT, names);
  const about = {
    dossierId: absent === undefined ? row.id : stableUuid('portal.unheard', absent),
    unit: row.handling_unit,
    scope: row.scope,
    byNotice,
  };
  return {
    at,
    kind: 'portal.compare',
    // Apart from what is sent, whose order must wait for nothing.
    subjectId: stableUuid('portal.nightly', resend, subject),
    subject,
    receivingUnit: row.receiving_unit,
    handlingUnit: row.handling_unit,
    scope: row.scope,
    delivery: { connector: PORTAL, operation: 'TraCuuHoSo', sequence: 1 },
    personal: {
      dossier: absent === undefined ? dossier : { code: absent, origin: 'PROVINCE', status: dossier.status, unitName: dossier.unitName },
      about: { ...about, purpose, absent: absent !== undefined },
    },
  };
}

/** The codes after those of the dossiers that no dossier has, of days that are over: one of today may be given out meanwhile. */
async function unheardCodes(sql: Transaction, rows: readonly DossierRow[], today: string): Promise<Map<string, DossierRow>> {
  const day = today.slice(2).replaceAll('-', '');
  const next = new Map(
    rows.flatMap((row): [string, DossierRow][] => {
      const [, stem, of, number] = CODE.exec(row.code) ?? [];
      if (stem === undefined || of === undefined || number === undefined || of >= day) return [];
      return [[`${stem}${String(Number(number) + 1).padStart(number.length, '0')}`, row]];
    }),
  );
  const held = await sql.query<{ code: string }>('SELECT code FROM dossiers.dossier WHERE code = ANY($1::text[])', [[...next.keys()]]);
  for (const { code } of held) next.delete(code);
  return next;
}
