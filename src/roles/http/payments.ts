import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InboundReply } from '../../../connectors/contract/payment.ts';
import { NOBODY, type Viewer } from '../../platform/auth/viewer.ts';
import { HubError } from '../../platform/errors.ts';
import { languageOf } from '../../platform/language.ts';
import type { Platform } from '../../platform/platform.ts';
import { readBody } from '../../platform/read-body.ts';
import { type PaymentRoute, paymentRoutes, routeMatches } from '../../subgraphs/payments/index.ts';
import type { Handler } from './server.ts';

/** A notice is some hundred bytes; nobody needs more. */
const NOTICE_BYTES = 64 * 1024;
/** How long a sender may take to notice that its upload is refused. */
const LINGER_MS = 10_000;

class TooLong extends Error {}

/** Serves the addresses that gateways, payers' browsers and accountants reach the hub by. */
export function createPaymentHandler(hub: Platform): Handler {
  const routes = paymentRoutes(hub);
  return async (request, response) => {
    const asked = { method: request.method ?? 'GET', url: request.url ?? '/' };
    if (!asked.url.startsWith('/payments/')) return false;
    const route = routes.find((each) => routeMatches(each, asked));
    if (route === undefined) {
      const other = routes.filter((each) => routeMatches(each, { ...asked, method: each.method })).map((each) => each.method);
      if (other.length === 0) return false;
      response.setHeader('allow', [...new Set(other)].join(', '));
      send(response, problem(405, 'METHOD_NOT_ALLOWED', `Use ${other.join(' or ')}.`));
      return true;
    }
    const reply = await answer(hub, route, request);
    if (!request.complete) linger(request);
    send(response, reply);
    return true;
  };
}

/**
 * What a refused upload still sends is nobody's. It is read for a while all the same: a connection that is closed under a sender's
 * hands takes the answer with it.
 */
function linger(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), LINGER_MS);
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

type Reply = Omit<InboundReply, 'body'> & { body: string | Buffer; headers?: Record<string, string> };

async function answer(hub: Platform, route: PaymentRoute, request: IncomingMessage): Promise<Reply> {
  const { method = 'GET', url = '/', headers } = request;
  if (route.kind === 'streamed') {
    const viewer = await viewerOf(hub, request);
    if (viewer instanceof HubError) {
      const status = viewer.code === 'UNAUTHENTICATED' ? 401 : 503;
      return problem(status, viewer.code, viewer.text[languageOf(headers['accept-language'])]);
    }
    // Whoever stops reading must still be able to answer.
    return route.handle({ method, url, headers, body: request.iterator({ destroyOnReturn: false }) }, viewer);
  }
  try {
    const body = await readBody(request, { maxBytes: NOTICE_BYTES, tooLong: () => new TooLong() });
    return await route.handle({ method, url, headers, body: Buffer.from(body) }, NOBODY);
  } catch (error) {
    if (error instanceof TooLong) return problem(413, 'LIMIT_EXCEEDED', `At most ${NOTICE_BYTES} bytes.`);
    throw error;
  }
}

async function viewerOf(hub: Platform, request: IncomingMessage): Promise<Viewer | HubError> {
  try {
    return await hub.authenticator.viewer(request.headers.authorization);
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

function problem(status: number, code: string, message: string): InboundReply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ error: { code, message } }) };
}

function send(response: ServerResponse, { status, contentType, body, headers }: Reply): void {
  response
    .writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers })
    .end(body);
}
