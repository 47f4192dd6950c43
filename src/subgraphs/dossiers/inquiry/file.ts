import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { NOBODY } from '../../../platform/auth/viewer.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { INCOMING, withSpool } from '../../../platform/spool.ts';
import type { StoredDocument } from '../dossier.row.ts';
import { PORTAL } from '../ingest/portal.ts';
import { type Calling, isPortal } from './caller.ts';

/** A file as it is sent on. */
export interface SentFile {
  name: string;
  contentType: string;
  bytes: number;
  content: AsyncIterable<Uint8Array>;
}

/** What the portal is told of a file, where it does not get it. */
export interface NoFile {
  status: 403 | 404 | 502;
  message: string;
}

/** A file that is asked for, by its dossier's code and its own key. */
export interface FileAsked {
  code: string;
  id: string;
}

/** Hands over what is to be answered; the file lies there for as long as this takes. */
export type Answer = (reply: SentFile | NoFile) => Promise<void>;

const PATIENCE_MS = 60_000;
const NONE: NoFile = { status: 404, message: 'file not found' };

interface Found {
  applicant_id: string | null;
  document: StoredDocument;
}

/**
 * Gives the portal a paper of a dossier (`downloadfile`): fetched from where its source keeps it, whole, of no more than the size that is set, and
 * with the hash that the source told. Only from the addresses that are set: an address in a dossier is whatever a source wrote. A paper of a voided
 * dossier is nobody's. Each call is recorded, and a file that is sent as a read of its applicant's data.
 */
export async function answerFile(hub: Platform, calling: Calling, asked: FileAsked, answer: Answer): Promise<void> {
  if (!isPortal(hub.config, calling)) return refuse(hub, calling, 'REFUSED', { status: 403, message: 'the caller is not known' }, answer);
  const found = await findDocument(hub, asked);
  if (found === undefined) return refuse(hub, calling, 'NOT_FOUND', NONE, answer);
  await withSpool(join(hub.config.dataDir, INCOMING), async (spool) => {
    const fetched = await fetchInto(hub, found.document, (source) => spool.filling(source));
    if ('status' in fetched) {
      hub.log.warn({ dossier: asked.code, reason: fetched.message }, 'a paper that the portal asked for could not be fetched');
      return refuse(hub, calling, 'UNAVAILABLE', fetched, answer, asked);
    }
    const reader = { ...NOBODY, subject: PORTAL, roles: ['SYSTEM' as const] };
    const read = { citizenId: found.applicant_id ?? undefined, purpose: asked.code, fields: ['document'] };
    await recordReads(hub.db, reader, [read]);
    await record(hub, calling, 'FOUND', asked);
    await answer({ name: found.document.name, ...fetched, content: spool.again() });
  });
}

async function findDocument(hub: Platform, { code, id }: FileAsked): Promise<Found | undefined> {
  const [row] = await hub.db.query<{ applicant_id: string | null; documents: StoredDocument[] }>(
    'SELECT applicant_id, documents FROM dossiers.dossier WHERE code = $1 AND voided_at IS NULL',
    [code],
  );
  const document = row?.documents.find((each) => each.id === id);
  return row === undefined || document?.url == null ? undefined : { applicant_id: row.applicant_id, document };
}

async function fetchInto(
  hub: Platform,
  { url, sha256 }: StoredDocument,
  keep: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): Promise<Pick<SentFile, 'contentType' | 'bytes'> | NoFile> {
  const { origins, maxBytes } = hub.config.portalFiles;
  const address = URL.parse(url ?? '');
  if (address === null || !origins.includes(address.origin)) return unavailable('NATIONAL_PORTAL_FILE_ORIGINS does not name where it lies');
  try {
    // A redirection leads somewhere else than was allowed.
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return unavailable(`its source answers HTTP ${response.status}`);
    }
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of keep(response.body)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      if (bytes > maxBytes) return unavailable('it is longer than NATIONAL_PORTAL_FILE_MB allows');
    }
    if (sha256 !== null && hash.digest('hex') !== sha256)
      return unavailable('it is not the file that its source told of: its SHA-256 differs');
    return { contentType: plainType(response.headers.get('content-type')), bytes };
  } catch (error) {
    // What fetch says of a failure may hold the address, which may hold anything.
    if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) {
      return unavailable('its source does not answer');
    }
    throw error;
  }
}

const unavailable = (message: string): NoFile => ({ status: 502, message });

function plainType(given: string | null): string {
  const [type = ''] = (given ?? '').split(';', 1);
  return /^[\w.+-]+\/[\w.+-]+$/.test(type.trim()) ? type.trim() : 'application/octet-stream';
}

type Outcome = 'FOUND' | 'NOT_FOUND' | 'REFUSED' | 'UNAVAILABLE';

async function refuse(hub: Platform, calling: Calling, outcome: Outcome, reply: NoFile, answer: Answer, asked?: FileAsked): Promise<void> {
  await record(hub, calling, outcome, asked);
  await answer(reply);
}

async function record(hub: Platform, { address }: Calling, outcome: Outcome, asked: FileAsked | undefined): Promise<void> {
  await hub.db.query('INSERT INTO dossiers.portal_inquiry (at, address, outcome, code, document) VALUES ($1, $2, $3, $4, $5)', [
    ...[hub.clock.business(), address ?? null, outcome, asked?.code ?? null, asked?.id ?? null],
  ]);
}
