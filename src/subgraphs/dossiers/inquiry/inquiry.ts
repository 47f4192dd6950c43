import { nationalCodeOf } from '../../../platform/graphql/enums.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type DossierRow, isStorable } from '../dossier.row.ts';
import { OWNER_KINDS } from '../ingest/portal.ts';
import { unitDirectory } from '../units.ts';
import { type Calling, isPortal } from './caller.ts';

/** What is answered, as JSON. */
export interface InquiryReply {
  status: number;
  body: Record<string, string>;
}

type Outcome = 'FOUND' | 'NOT_FOUND' | 'REFUSED' | 'UNREADABLE';

/** Bytes of a question; some hundred are usual. */
export const LONGEST_INQUIRY = 16 * 1024;
const LONGEST_CODE = 100;
const NOT_FOUND = { error_code: '-1', message: 'masohoso not found' };

/**
 * Answers the portal's question for a dossier (`search/call`): `{madonvi, service, masohoso}` gives the dossier's state and nothing
 * of any person. An unknown one is HTTP 200 with `error_code` -1, as the portal expects it. A body that is longer than
 * `LONGEST_INQUIRY` is given as undefined. Each call is recorded.
 */
export async function answerInquiry(hub: Platform, calling: Calling, body: string | undefined): Promise<InquiryReply> {
  if (!isPortal(hub.config, calling)) return record(hub, calling, { outcome: 'REFUSED', reply: refusal(hub) });
  if (body === undefined) return record(hub, calling, { outcome: 'UNREADABLE', reply: problem(413, `at most ${LONGEST_INQUIRY} bytes`) });
  const code = codeOf(body);
  if (typeof code !== 'string') return record(hub, calling, { outcome: 'UNREADABLE', reply: problem(400, code.problem) });
  const found = await findShown(hub, code);
  const reply = { status: 200, body: found ?? NOT_FOUND };
  return record(hub, calling, { outcome: found === undefined ? 'NOT_FOUND' : 'FOUND', reply, code });
}

function refusal({ config: { portalInbound } }: Platform): InquiryReply {
  const unset = portalInbound.secret === undefined && portalInbound.addresses.length === 0;
  const how = unset ? 'NATIONAL_PORTAL_INBOUND_SECRET or NATIONAL_PORTAL_INBOUND_ADDRESSES is not set' : 'the caller is not known';
  return problem(403, how);
}

/** What is wrong with a call, in the form of the portal's own errors. */
export function problem(status: number, message: string): InquiryReply {
  return { status, body: { error_code: '-1', message } };
}

function codeOf(body: string): string | { problem: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { problem: 'the body is not JSON' };
  }
  const code = typeof parsed === 'object' && parsed !== null && 'masohoso' in parsed ? parsed.masohoso : undefined;
  if (typeof code !== 'string' || code.trim() === '') return { problem: 'masohoso: a text is needed' };
  if (code.length > LONGEST_CODE || !isStorable(code)) return { problem: `masohoso: at most ${LONGEST_CODE} characters` };
  return code.trim();
}

type Shown = Pick<DossierRow, 'code' | 'procedure' | 'owner_kind' | 'status' | 'voided_at' | 'channel' | 'handling_unit'> & {
  name: string;
  field: string;
  field_code: string | null;
};

async function findShown(hub: Platform, code: string): Promise<Record<string, string> | undefined> {
  const [row] = await hub.db.query<Shown>(
    `SELECT d.code, d.procedure, d.owner_kind, d.status, d.voided_at, d.channel, d.handling_unit, p.name, p.field, p.field_code
     FROM dossiers.dossier d JOIN dossiers.procedure p ON p.code = d.procedure
     WHERE d.code = $1 OR d.national_code = $1 ORDER BY d.code = $1 DESC LIMIT 1`,
    [code],
  );
  if (row === undefined) return undefined;
  return {
    // Under the code that the portal asked for.
    MaHoSo: code,
    MaTTHC: row.procedure,
    TenTTHC: row.name,
    MaLinhVuc: row.field_code ?? '',
    TenLinhVuc: row.field,
    LoaiDoiTuong: String(OWNER_KINDS[row.owner_kind]),
    TrangThaiHoSo: String(row.voided_at === null ? nationalCodeOf(row.status) : hub.config.voidedStatus),
    // Here it tells that it was filed online; in what is sent to the portal, how the result is returned.
    HinhThuc: row.channel === 'ONLINE' ? '1' : '0',
    DonViXuLy: (await unitDirectory(hub)).get(row.handling_unit)?.name ?? row.handling_unit,
  };
}

/** A code that is none of ours may be anything, a person's number too: it is not kept. */
async function record(
  hub: Platform,
  { address }: Calling,
  { outcome, reply, code }: { outcome: Outcome; reply: InquiryReply; code?: string },
): Promise<InquiryReply> {
  await hub.db.query('INSERT INTO dossiers.portal_inquiry (at, address, outcome, code) VALUES ($1, $2, $3, $4)', [
    hub.clock.business(),
    address ?? null,
    outcome,
    outcome === 'FOUND' ? (code ?? null) : null,
  ]);
  return reply;
}
