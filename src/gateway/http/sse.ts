import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { GatewayAnswer } from '../gateway.ts';

/** Proxies close what is silent for longer. */
const HEARTBEAT_MS = 12_000;
/** The longest time that setTimeout can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Sends answers as server-sent events: `next` for each, then `complete`. It ends when the token does.
 * Source: the GraphQL-SSE protocol, "distinct connections mode".
 */
export async function streamAnswers(
  response: ServerResponse,
  stream: { answer: GatewayAnswer | AsyncGenerator<GatewayAnswer>; expiresAt: number | undefined },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  response.write(':\n\n');
  const answers = Symbol.asyncIterator in stream.answer ? stream.answer : undefined;
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  const end = (): void => void answers?.return(undefined);
  const expiry = stream.expiresAt === undefined ? undefined : setTimeout(() => finish(response), untilExpiry(stream.expiresAt));
  response.on('close', end);
  try {
    for await (const answer of answers ?? [stream.answer as GatewayAnswer]) {
      if (response.writableEnded) break;
      if (!response.write(`event: next\ndata: ${JSON.stringify(answer)}\n\n`))
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
  } finally {
    clearInterval(heartbeat);
    clearTimeout(expiry);
    finish(response);
  }
}

function finish(response: ServerResponse): void {
  if (!response.writableEnded) response.end('event: complete\ndata: \n\n');
}

/** Milliseconds from now that a timer can hold. */
export function untilExpiry(expiresAt: number): number {
  return Math.min(Math.max(0, expiresAt - Date.now()), LONGEST_TIMER_MS);
}
