import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, send } from './answers.ts';

const TYPES = {
  'page.js': 'text/javascript',
  'morph.js': 'text/javascript',
  'refusals.js': 'text/javascript',
  'console.css': 'text/css',
} as const;

/** The files of the page, read once. Answers false, with nothing touched, where the name is none of them. */
export function createAssets(): (name: string, request: IncomingMessage, response: ServerResponse) => boolean {
  const assets = new Map<string, Answer>();
  for (const [name, type] of Object.entries(TYPES)) {
    const body = readFileSync(new URL(`browser/${name}`, import.meta.url));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    // Always asked for again, seldom sent again: an update of the hub is seen at once.
    assets.set(name, { status: 200, type, body, headers: { etag, 'cache-control': 'no-cache' } });
  }
  return (name, request, response) => {
    const asset = assets.get(name);
    if (asset === undefined) return false;
    if (request.headers['if-none-match'] === asset.headers?.['etag']) response.writeHead(304, asset.headers).end();
    else send(response, asset);
    return true;
  };
}
