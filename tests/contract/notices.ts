import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { InboundRequest } from '../../connectors/contract/payment.ts';
import type { NoticeCatcher } from './payment.ts';

/** A hub that answers every notice with the same and keeps it. */
export async function catchNotices(answer: { status: number; body: string }): Promise<NoticeCatcher> {
  const waiting: ((notice: InboundRequest) => void)[] = [];
  const kept: InboundRequest[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const notice = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
    const taker = waiting.shift();
    if (taker === undefined) kept.push(notice);
    else taker(notice);
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next() {
      const notice = kept.shift();
      return notice === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(notice);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A driver's payer: chooses an outcome on the page of a simulated gateway. */
export function payerChoosing(codes: { success: string; refused: string }) {
  return async (checkoutUrl: string, outcome: 'success' | 'refused'): Promise<void> => {
    const response = await fetch(checkoutUrl, {
      method: 'POST',
      body: new URLSearchParams({ outcome: codes[outcome] }),
      redirect: 'manual',
    });
    if (response.status !== 302) throw new Error(`the pay page answered ${response.status}`);
  };
}

/** A notice with another body. */
export function withBody(notice: InboundRequest, change: (body: string) => string): InboundRequest {
  return { ...notice, body: Buffer.from(change(notice.body.toString('utf8'))) };
}
