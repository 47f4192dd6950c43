import type { Platform } from '../../platform/platform.ts';
import { answerIndicatorFile, answerPersonalPaper, answerSlip } from '../../subgraphs/dossiers/index.ts';
import type { Handler } from './server.ts';

/** Serves the papers of dossiers, those of their owners, and files of their figures, at the addresses that the graph gives. */
export function createSlipHandler(hub: Platform): Handler {
  return async (request, response) => {
    const asked = { method: request.method ?? 'GET', url: request.url ?? '/' };
    const reply = (await answerSlip(hub, asked)) ?? (await answerPersonalPaper(hub, asked)) ?? (await answerIndicatorFile(hub, asked));
    if (reply === undefined) return false;
    const { status, contentType, body, headers } = reply;
    response.writeHead(status, {
      ...{ 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' },
      ...{ 'x-content-type-options': 'nosniff', ...headers },
    });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
