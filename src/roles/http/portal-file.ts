import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { attachment } from '../../platform/attachment.ts';
import type { Platform } from '../../platform/platform.ts';
import { answerFile, type NoFile, type SentFile } from '../../subgraphs/dossiers/index.ts';
import type { Handler } from './server.ts';

const PATH = /^\/national-portal\/downloadfile\/([\w.-]{1,100})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const HUNG_UP = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);
const GUARDED = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Serves the address by which the national portal fetches a paper of a dossier. */
export function createFileHandler(hub: Platform): Handler {
  return async (request, response) => {
    const [, code, id] = PATH.exec(request.url?.split('?')[0] ?? '') ?? [];
    if (code === undefined || id === undefined) return false;
    if (request.method !== 'GET') {
      response.setHeader('allow', 'GET');
      refuse(response, 405, 'use GET');
      return true;
    }
    const calling = { authorization: request.headers.authorization, address: request.socket.remoteAddress };
    await answerFile(hub, calling, { code, id }, (reply) => send(response, reply));
    return true;
  };
}

async function send(response: ServerResponse, reply: SentFile | NoFile): Promise<void> {
  if ('status' in reply) return refuse(response, reply.status, reply.message);
  response.writeHead(200, {
    ...{ 'content-type': reply.contentType, 'content-length': reply.bytes, ...GUARDED },
    'content-disposition': attachment(reply.name),
  });
  // A portal that hangs up has what it wanted, or asks again.
  await pipeline(Readable.from(reply.content), response).catch((error: NodeJS.ErrnoException) => {
    if (!HUNG_UP.has(error.code ?? '')) throw error;
  });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...GUARDED });
  response.end(JSON.stringify({ error_code: '-1', message }));
}
