import type { IncomingMessage, ServerResponse } from 'node:http';

/** Nothing comes from elsewhere and nothing goes elsewhere; no script or style stands in the page itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'content-security-policy': POLICY };

export interface Answer {
  status: number;
  type: 'text/html' | 'text/plain' | 'text/css' | 'text/javascript' | 'application/json';
  body: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}

/** Sends what is never kept, unless its headers say otherwise. */
export function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...COMMON,
    'content-type': `${type}; charset=utf-8`,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(bytes);
}

/** After a form: the browser asks for the page anew, so that a reload repeats nothing. */
export function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...COMMON, location, 'cache-control': 'no-store', 'content-length': 0 }).end();
}

/** Whether the page's script asks, and not a form or a person. */
export function wantsJson(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').includes('application/json');
}
