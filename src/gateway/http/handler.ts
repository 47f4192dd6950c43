import type { IncomingMessage, ServerResponse } from 'node:http';
import { HubError } from '../../platform/errors.ts';
import { isAsyncIterable } from '../../platform/graphql/subgraph-executor.ts';
import { languageOf } from '../../platform/language.ts';
import { type Authenticate, type Caller, identifyCaller } from '../access.ts';
import type { Explorer } from '../explorer/explorer.ts';
import type { Gateway, GatewayAnswer, GatewayRequest } from '../gateway.ts';
import { HttpRefusal, readGet, readPost, refuse } from './read-request.ts';
import { streamAnswers } from './sse.ts';

export interface HandlerOptions {
  readonly gateway: Gateway;
  readonly authenticate: Authenticate;
  /** Where the graph is served · /graphql */
  readonly path?: string;
  /** The longest body, in bytes · 20 MiB, room for an ingest of 1,000 dossiers */
  readonly maxBodyBytes?: number;
  readonly explorer?: Explorer | undefined;
}

/** Answers whether the request was for the graph; where not, nothing was touched. */
export type GraphHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** GraphQL over HTTP for plain node:http. Source: the GraphQL-over-HTTP specification; multipart never. */
export function createGraphHandler(options: HandlerOptions): GraphHandler {
  const path = options.path ?? '/graphql';
  return async (request, response) => {
    const [pathname, search] = splitUrl(request.url ?? '/');
    if (pathname !== path) return (await options.explorer?.serveAsset(pathname, response)) ?? false;
    if (request.method === 'GET' && options.explorer !== undefined && wantsPage(request, search)) {
      options.explorer.servePage(response);
      return true;
    }
    await answerGraph({ request, response, search, options });
    return true;
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly search: string;
  readonly options: HandlerOptions;
}

async function answerGraph(exchange: Exchange): Promise<void> {
  const { request, response, options } = exchange;
  const language = languageOf(request.headers['accept-language']);
  try {
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const asked = await readGraphRequest(exchange);
    const caller = await identifyCaller(
      {
        authorization: request.headers.authorization,
        acceptLanguage: request.headers['accept-language'],
        requestId: requestIdOf(request),
        signal: gone.signal,
      },
      options.authenticate,
    );
    if (request.method === 'GET') await checkGet(options.gateway, asked);
    await execute(exchange, { asked, caller });
  } catch (error) {
    const refusal = error instanceof HttpRefusal ? error : undefined;
    const answer = options.gateway.answerError(refusal?.reason ?? error, { language, requestId: requestIdOf(request) ?? '' });
    send(exchange, { answer, status: refusal?.status ?? statusOf(error), headers: refusal?.headers ?? challenge(error) });
  }
}

async function execute(exchange: Exchange, call: { asked: GatewayRequest; caller: Caller }): Promise<void> {
  const { context, expiresAt } = call.caller;
  const answer = await exchange.options.gateway.execute(call.asked, context);
  const stream = wantsStream(exchange.request);
  if (stream) {
    await streamAnswers(exchange.response, { answer, expiresAt });
  } else if (isAsyncIterable(answer)) {
    await (answer as AsyncGenerator<GatewayAnswer>).return(undefined);
    throw refuse(406, 'accept', {
      vi: 'Đăng ký nhận tin cần Accept: text/event-stream hoặc WebSocket.',
      en: 'A subscription needs Accept: text/event-stream or a WebSocket.',
    });
  } else {
    send(exchange, { answer: answer as GatewayAnswer, status: undefined, headers: {} });
  }
}

async function readGraphRequest(exchange: Exchange): Promise<GatewayRequest> {
  const { request } = exchange;
  if (request.method === 'POST') return readPost(request, exchange.options.maxBodyBytes ?? MAX_BODY_BYTES);
  if (request.method !== 'GET') {
    throw new HttpRefusal(405, refuse(405, 'method', { vi: 'Chỉ nhận GET và POST.', en: 'Use GET or POST.' }).reason, {
      allow: 'GET, POST',
    });
  }
  // Tokens are never ambient, so a foreign page can do no more than cost time; a browser says when it is one.
  if (request.headers['sec-fetch-site'] === 'cross-site' && request.headers['apollo-require-preflight'] === undefined) {
    throw refuse(403, 'apollo-require-preflight', {
      vi: 'Yêu cầu GET từ trang khác phải có tiêu đề Apollo-Require-Preflight.',
      en: 'A GET from another site needs the header Apollo-Require-Preflight.',
    });
  }
  return readGet(new URLSearchParams(exchange.search));
}

/** A URL ends in logs and histories: no changes by it, no personal data in it. */
async function checkGet(gateway: Gateway, asked: GatewayRequest): Promise<void> {
  const prepared = await gateway.prepare(asked);
  if (prepared.type === 'mutation') {
    throw new HttpRefusal(
      405,
      refuse(405, 'method', { vi: 'Thao tác thay đổi dữ liệu phải gửi bằng POST.', en: 'Send mutations by POST.' }).reason,
      { allow: 'POST' },
    );
  }
  if (prepared.sensitive) {
    throw new HttpRefusal(
      405,
      refuse(405, 'query', {
        vi: 'Truy vấn có số định danh hoặc thông tin người nộp phải gửi bằng POST.',
        en: 'An operation that carries a NationalId or an ApplicantInput must be sent by POST.',
      }).reason,
      { allow: 'POST' },
    );
  }
}

function send(
  exchange: Exchange,
  message: { answer: GatewayAnswer; status: number | undefined; headers: Readonly<Record<string, string>> },
): void {
  const { request, response } = exchange;
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const modern = (request.headers.accept ?? '').includes('application/graphql-response+json');
  const refused = !('data' in message.answer);
  const status = message.status ?? (refused && modern ? 400 : 200);
  const body = Buffer.from(JSON.stringify(message.answer));
  response.writeHead(status, {
    ...message.headers,
    'content-type': `${modern ? 'application/graphql-response+json' : 'application/json'}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HubError) return error.code === 'UNAUTHENTICATED' ? 401 : undefined;
  return undefined;
}

/** RFC 6750 §3: says which kind of credentials would do. */
function challenge(error: unknown): Record<string, string> {
  return statusOf(error) === 401 ? { 'www-authenticate': 'Bearer' } : {};
}

function requestIdOf(request: IncomingMessage): string | undefined {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : undefined;
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function wantsPage(request: IncomingMessage, search: string): boolean {
  return (request.headers.accept ?? '').includes('text/html') && !new URLSearchParams(search).has('query');
}

function wantsStream(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').includes('text/event-stream');
}
