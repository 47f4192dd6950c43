import { recordReads } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { DossierRow, EventRow } from '../dossier.row.ts';
import { lastToldContact } from '../portal-contact.ts';
import { unitDirectory } from '../units.ts';
import { slipContent } from './slip.content.ts';
import { slipsOf } from './slip.facts.ts';
import type { SlipLink } from './slip.link.ts';
import { slipPdf } from './slip.pdf.ts';

/** A paper as a file. */
export interface SlipFile {
  name: string;
  pdf: Buffer;
}

const COLUMNS = [
  ...(['id', 'code', 'national_code', 'applicant_id', 'applicant_name', 'owner_name', 'summary', 'submitted_at', 'accepted_at'] as const),
  ...(['due_at', 'status', 'voided_at', 'result_by_post', 'fees', 'documents', 'supplements'] as const),
  ...(['receiving_unit', 'handling_unit'] as const),
] as const;
type Row = Pick<DossierRow, (typeof COLUMNS)[number]> & { procedure: string; procedure_name: string | null };

/** The paper that an address stands for, as it is by now; null: the dossier has no such paper (any more). The read of its people is recorded. */
export async function slipFile(hub: Platform, link: SlipLink): Promise<SlipFile | null> {
  const [row] = await hub.db.query<Row>(
    `SELECT ${COLUMNS.map((column) => `d.${column}`).join(', ')}, d.procedure, p.name AS procedure_name
     FROM dossiers.dossier d LEFT JOIN dossiers.procedure p ON p.code = d.procedure WHERE d.id = $1::uuid`,
    [link.dossierId],
  );
  if (row === undefined) return null;
  const events = await hub.db.query<EventRow>(
    'SELECT step_key, at, status, actor, note FROM dossiers.event WHERE dossier_id = $1::uuid ORDER BY at, recorded_at, id',
    [link.dossierId],
  );
  const facts = slipsOf({ row, events, supplements: row.supplements }).find(
    ({ kind, number }) => kind === link.kind && number === link.number,
  );
  if (facts === undefined) return null;
  const [directory, contact] = await Promise.all([unitDirectory(hub), lastToldContact(hub, hub.db, row.id)]);
  const unit = (code: string) => directory.get(code);
  const receiving = unit(row.receiving_unit);
  const content = slipContent({
    facts,
    row,
    documents: row.documents,
    procedure: { code: row.procedure, name: row.procedure_name ?? row.procedure },
    receivingUnit: {
      name: receiving?.name ?? row.receiving_unit,
      // Communes and the province have a centre, a department's or branch's one-stop desk is a part of one.
      isCentre: receiving?.kind !== 'DEPARTMENT' && receiving?.kind !== 'BRANCH',
    },
    handlingUnit: { name: unit(row.handling_unit)?.name ?? row.handling_unit },
    contact: { phone: contact?.owner.phone, email: contact?.owner.email },
    mode: hub.config.mode,
    language: link.language,
  });
  if (!link.own) {
    const fields = ['applicantName', 'ownerName', ...Object.keys(contact?.owner ?? {}).filter((key) => key === 'phone' || key === 'email')];
    await recordReads(hub.db, link.reader, [{ citizenId: row.applicant_id ?? undefined, purpose: row.code, fields }]);
  }
  const suffix = link.number > 1 ? `-${link.number}` : '';
  return { name: `${row.code}-${link.kind.toLowerCase()}${suffix}.pdf`, pdf: await slipPdf(content, link.language) };
}
