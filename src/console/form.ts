import type { IncomingMessage } from 'node:http';

/** The largest form that the console's own pages send, a slip for a hundred drawers, is a third of this. */
const MAX_BYTES = 16_384;

/** Reads a posted form; undefined: it is none, or too large. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const type = (request.headers['content-type'] ?? 'application/x-www-form-urlencoded').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read on to the end without keeping it, so that the refusal can still be sent.
    if (bytes <= MAX_BYTES) chunks.push(chunk);
  }
  return bytes <= MAX_BYTES ? new URLSearchParams(Buffer.concat(chunks).toString('utf8')) : undefined;
}
