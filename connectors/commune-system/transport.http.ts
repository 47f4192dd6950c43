import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { type AddressRules, guardedLookup, literalOf, refused } from './address.ts';

/** As much of an answer as a reason needs. */
const MOST_READ = 2_048;

/** What a system answered. Redirects are answers like any other: they are not followed. */
export interface Answered {
  status: number;
  /** The beginning of the body. */
  text: string;
  /** The header Retry-After as it came. */
  retryAfter?: string | undefined;
}

/** Sends one body to an address that the rules let through. Rejects with the system's own error, ADDRESS_REFUSED or TimeoutError. */
export type Post = (url: URL, sent: { headers: Record<string, string>; body: string }) => Promise<Answered>;

/** Connections are kept for a while, each made by the rules alone. */
export function createPost(rules: AddressRules, timeoutMs: number): Post {
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };
  return (url, { headers, body }) => {
    const encrypted = url.protocol === 'https:';
    const literal = literalOf(url);
    // A plain address is never looked up.
    if (literal !== undefined && !rules.mayReach(literal, encrypted)) return Promise.reject(refused(url.host));
    return new Promise((resolve, reject) => {
      const start = encrypted ? httpsRequest : httpRequest;
      const outgoing = start(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: encrypted ? agents['https:'] : agents['http:'],
        lookup: guardedLookup(rules, encrypted),
        signal: AbortSignal.timeout(timeoutMs),
      });
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        const { statusCode: status = 0, headers: answered } = response;
        const done = () =>
          resolve({ status, text: Buffer.concat(parts).toString('utf8').slice(0, MOST_READ), retryAfter: answered['retry-after'] });
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size <= MOST_READ) return;
          done();
          response.destroy();
        });
        response.on('end', done);
        response.on('error', reject);
      });
      outgoing.end(body);
    });
  };
}
