import { NOBODY } from '../../../platform/auth/viewer.ts';
import { upstreamUnavailable } from '../../../platform/errors.ts';
import { createContext } from '../../../platform/graphql/context.ts';
import type { Platform } from '../../../platform/platform.ts';
import { csvOf, FILE_TYPES, workbookOf } from '../../../platform/table-file.ts';
import { type ExportLink, isExportPath, readExportPath } from './export.link.ts';
import { indexTable, unitTable } from './export.table.ts';

/** An answer to a request for a file's address. */
export interface FileReply {
  status: number;
  contentType: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

const say = (status: number, text: string): FileReply => ({ status, contentType: 'text/plain; charset=utf-8', body: `${text}\n` });

/** Answers the addresses of files of figures; undefined: the request is for something else. */
export async function answerIndicatorFile(hub: Platform, request: { method: string; url: string }): Promise<FileReply | undefined> {
  const [path = ''] = request.url.split('?', 1);
  if (!isExportPath(path)) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...say(405, 'Chỉ dùng GET. / Use GET.'), headers: { allow: 'GET, HEAD' } };
  }
  const link = readExportPath(hub.cipher, path, hub.clock.now());
  if (link === undefined) return say(404, 'Không có tệp này. / There is no such file.');
  if (link === 'EXPIRED') return say(410, 'Địa chỉ đã hết hạn: hãy lấy lại. / The address has expired: ask for it again.');
  const { unit, from, to } = link.asked;
  const name = `indicators-${unit}-${from}-${to}.${link.format.toLowerCase()}`;
  return {
    status: 200,
    contentType: FILE_TYPES[link.format],
    body: await fileOf(hub, link),
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  };
}

/** The file itself. Figures are anybody's to read, so that it is made in nobody's name. */
async function fileOf(hub: Platform, { asked, format, language }: ExportLink): Promise<Buffer> {
  const peers = { ask: () => Promise.reject(upstreamUnavailable()) };
  const context = createContext({ hub, viewer: NOBODY, language, peers });
  if (format === 'CSV') return Buffer.from(csvOf(await indexTable(context, asked)));
  const tables = [await unitTable(context, asked), await indexTable(context, asked)];
  return workbookOf(tables);
}
