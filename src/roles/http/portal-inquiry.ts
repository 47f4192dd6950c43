import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../../platform/platform.ts';
import { readBody } from '../../platform/read-body.ts';
import { answerInquiry, type InquiryReply, inquiryProblem, LONGEST_INQUIRY } from '../../subgraphs/dossiers/index.ts';
import type { Handler } from './server.ts';

const PATH = '/national-portal/search/call';

class TooLong extends Error {}

/** Serves the address by which the national portal asks for a dossier. */
export function createInquiryHandler(hub: Platform): Handler {
  return async (request, response) => {
    if (request.url?.split('?')[0] !== PATH) return false;
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      send(response, inquiryProblem(405, 'use POST'));
      return true;
    }
    const calling = { authorization: request.headers.authorization, address: request.socket.remoteAddress };
    const body = await bodyOf(request);
    const reply = await answerInquiry(hub, calling, body);
    // What is still sent is nobody's.
    if (body === undefined) response.setHeader('connection', 'close');
    send(response, reply);
    return true;
  };
}

/** Undefined: it is longer than a question may be. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  try {
    return await readBody(request, { maxBytes: LONGEST_INQUIRY, tooLong: () => new TooLong() });
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    request.resume();
    return undefined;
  }
}

function send(response: ServerResponse, { status, body }: InquiryReply): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
