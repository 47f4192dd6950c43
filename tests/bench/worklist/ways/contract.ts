import type { RequestListener } from 'node:http';

/** One way to answer the worklist, in a process of its own. */
export interface Way {
  /** Answers every POST with the worklist as GraphQL over HTTP has it. */
  listener: RequestListener;
}

/** Answers in one piece, as every contender must: what is measured is not how an answer is sent. */
export function sendJson(response: Parameters<RequestListener>[1], status: number, text: string): void {
  const body = Buffer.from(text);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
}
