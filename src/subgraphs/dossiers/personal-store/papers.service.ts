import { UpstreamError } from '../../../../connectors/contract/errors.ts';
import type { StoredPaper } from '../../../../connectors/contract/portal.store.ts';
import type { PortalPort } from '../../../../connectors/contract/portal.ts';
import { attachment } from '../../../platform/attachment.ts';
import { HubError, notAvailable, notFound, type UserErrorValue, upstreamUnavailable, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { recordReads } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { publicUrl } from '../../../platform/public-url.ts';
import { moversOf } from '../change/caller.ts';
import { contactFor } from '../change/contact.ts';
import { isOwn } from '../dossier.access.ts';
import { findDossier } from '../dossier.read.ts';
import type { Dossier } from '../dossier.type.ts';
import { PORTAL } from '../ingest/portal.ts';
import { isPaperPath, paperPath, readPaperPath } from './paper.link.ts';
import type { PersonalPaper, PersonalPapersPayload } from './paper.type.ts';

/** What is looked for: the store asks for what each question is. */
export interface PapersWanted {
  /** Row key of the dossier; undefined: the id is none. */
  dossier: string | undefined;
  purpose: string;
  /** Codes of results; undefined: those that may stand in for a component of the procedure. */
  results: readonly string[] | undefined;
}

/**
 * Asks the national store what it has of a dossier's owner, in the name of who works on the dossier or filed it; recorded as a read of the owner's
 * data, also where it finds nothing. Throws UPSTREAM_UNAVAILABLE where the store does not answer.
 */
export async function findPersonalPapers(context: HubContext, wanted: PapersWanted): Promise<PersonalPapersPayload> {
  const { hub, viewer } = context;
  const dossier = wanted.dossier === undefined ? null : await findDossier(context, 'id', wanted.dossier);
  if (dossier === null || dossier.access.person !== 'full' || moversOf(context, dossier.row).size === 0) return refuse(notFound('dossier'));
  const port = hub.connectors.portal(PORTAL);
  if (port?.store === undefined) return refuse(notAvailable());
  if (viewer.nationalId === undefined) return refuse(userError('INVALID', NO_NUMBER));
  const { owner } = await contactFor(context, dossier);
  const number = owner.nationalId ?? owner.oldId ?? owner.taxCode;
  if (number === undefined) return refuse(userError('INVALID', NO_OWNER, ['dossier']));
  const own = isOwn(context, dossier.row);
  const citizenId = dossier.row.applicant_id ?? undefined;
  if (!own) await recordReads(hub.db, viewer, [{ citizenId, purpose: wanted.purpose, fields: ['personalPapers'] }]);
  const { procedure, channel, applicant_name } = dossier.row;
  const askedBy = { name: own ? applicant_name : (viewer.name ?? viewer.subject), number: viewer.nationalId };
  const papers = await answered(hub, async (store) => {
    const results = wanted.results ?? (await replaceable(port, procedure));
    return results.length === 0 ? [] : store.papers({ owner: number, askedBy, channel, procedure, results });
  });
  return { papers: papers.map((paper) => shown(context, dossier, paper)), userErrors: [] };
}

const NO_NUMBER = {
  vi: 'Kho dữ liệu cần số định danh của người hỏi, token của bạn không có.',
  en: 'The store wants the identification number of who asks; your token has none.',
};
const NO_OWNER = { vi: 'Chủ hồ sơ không có số định danh.', en: 'The owner of the dossier has no number.' };

const refuse = (error: UserErrorValue): PersonalPapersPayload => ({ papers: [], userErrors: [error] });

/** Results that may stand in for a component of a procedure, as its catalogue says. */
async function replaceable(port: PortalPort, procedure: string): Promise<string[]> {
  const known = await port.procedure?.(procedure);
  const codes = (known?.components ?? []).flatMap(({ papers }) => papers.flatMap(({ replacedByResult }) => replacedByResult ?? []));
  return [...new Set(codes)];
}

async function answered<T>(hub: Platform, ask: (store: NonNullable<PortalPort['store']>) => Promise<T>): Promise<T> {
  const store = hub.connectors.portal(PORTAL)?.store;
  if (store === undefined) throw upstreamUnavailable();
  try {
    return await ask(store);
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    hub.log.warn({ code: error.code }, 'the store of personal papers did not answer');
    throw upstreamUnavailable();
  }
}

function shown(context: HubContext, { row }: Dossier, { agency, files, ...paper }: StoredPaper): PersonalPaper {
  const { hub, viewer } = context;
  const of = { agency, dossier: row.code, citizen: row.applicant_id, reader: viewer, own: isOwn(context, row) };
  return {
    ...paper,
    agencyCode: agency,
    files: files.map(({ name, path }) => ({
      name,
      url: publicUrl(hub) + paperPath(hub.cipher, { ...of, name, path }, hub.clock.now()),
    })),
  };
}

/** An answer to a request for a file's address. */
export interface PaperReply {
  status: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const say = (status: number, text: string): PaperReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });

/** Answers the addresses of files of papers; undefined: the request is for something else. */
export async function answerPersonalPaper(hub: Platform, request: { method: string; url: string }): Promise<PaperReply | undefined> {
  const [path = ''] = request.url.split('?', 1);
  if (!isPaperPath(path)) return undefined;
  if (request.method !== 'GET') return { ...say(405, 'Chỉ dùng GET. / Use GET.'), headers: { allow: 'GET' } };
  const link = readPaperPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có tệp này. / There is no such file.');
  if (link === 'EXPIRED') return say(410, 'Địa chỉ đã hết hạn: hãy lấy lại. / The address has expired: ask for it again.');
  if (!link.own) {
    const read = { citizenId: link.citizen ?? undefined, purpose: link.dossier, fields: ['personalPaperFile'] };
    await recordReads(hub.db, link.reader, [read]);
  }
  const file = await answered(hub, (store) => store.file(link)).catch((error: unknown) => {
    if (error instanceof HubError) return undefined;
    throw error;
  });
  if (file === undefined) return say(502, 'Kho dữ liệu chưa trả lời. Xin thử lại sau. / The store does not answer. Try again later.');
  return {
    status: 200,
    contentType: 'application/octet-stream',
    body: file,
    headers: { 'content-disposition': attachment(link.name), 'referrer-policy': 'no-referrer' },
  };
}
