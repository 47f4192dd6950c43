import type { IncomingMessage } from 'node:http';

/** The body as text. Rejects with what `tooLong` gives once it is longer than `maxBytes`, and where it is cut off. */
export function readBody(message: IncomingMessage, limit: { maxBytes: number; tooLong: () => Error }): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    // Listeners instead of `for await`: this stands on every request's way, and iterators cost several times as much.
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit.maxBytes) return void chunks.push(chunk);
      // Whoever answers reads on or cuts the connection: nothing here may stop the rest again, which would spoil the connection's next request.
      message.off('data', take).pause();
      reject(limit.tooLong());
    };
    message.on('data', take);
    message.on('end', () => resolve((chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)).toString('utf8')));
    message.on('error', reject);
    message.on('aborted', () => reject(new Error('The connection was cut.')));
  });
}
