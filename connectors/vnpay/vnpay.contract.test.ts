import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type NoticeCatcher, paymentContract } from '../../tests/contract/payment.ts';
import type { InboundRequest } from '../contract/payment.ts';
import manifest from './manifest.ts';

/** A hub that confirms every notice and keeps it. */
async function catchNotices(): Promise<NoticeCatcher> {
  const waiting: ((notice: InboundRequest) => void)[] = [];
  const kept: InboundRequest[] = [];
  const server = createServer((request, response) => {
    const notice = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.alloc(0) };
    const taker = waiting.shift();
    if (taker === undefined) kept.push(notice);
    else taker(notice);
    response.end('{"RspCode":"00","Message":"Confirm Success"}');
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

paymentContract(
  manifest,
  {
    async pay(checkoutUrl, outcome) {
      const body = new URLSearchParams({ outcome: outcome === 'success' ? '00' : '51' });
      const response = await fetch(checkoutUrl, { method: 'POST', body, redirect: 'manual' });
      if (response.status !== 302) throw new Error(`the pay page answered ${response.status}`);
    },
    withoutSignature: (notice) => ({ ...notice, url: notice.url.replace(/&vnp_SecureHash=\w+/, '') }),
    tampered: (notice) => ({ ...notice, url: notice.url.replace(/vnp_Amount=\d+/, 'vnp_Amount=100') }),
  },
  catchNotices,
);
