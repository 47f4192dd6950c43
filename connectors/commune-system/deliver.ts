import type { AddressProblem, CommuneMessage, CommuneOutcome, CommunePort, CommuneReceiver } from '../contract/commune.ts';
import type { ConnectorTools } from '../contract/manifest.ts';
import { maskUpstream } from '../contract/masking.ts';
import { ADDRESS_REFUSED, type AddressRules, literalOf, resolveAll } from './address.ts';
import type { CommuneConfig } from './config.ts';
import { type Answered, createPost, type Post } from './transport.http.ts';
import { retryAfterMs } from './wire.retry-after.ts';
import { signedHeaders } from './wire.sign.ts';

const REASON_LENGTH = 200;
/** Answers that speak of the system as a whole, so that every other message would get the same one now. */
const BUSY = new Set([429, 502, 503, 504]);
/** 4xx that say "not now" and judge no content. */
const NOT_NOW = new Set([408, 425]);

/** Commune systems by signed webhooks. */
export function createCommune({ addresses, timeoutMs, parallel }: CommuneConfig, tools: ConnectorTools): CommunePort {
  const post = createPost(addresses, timeoutMs);
  return {
    batchSize: parallel,
    problemOf: (url) => problemOf(url, addresses),
    deliver: (receiver, messages) => Promise.all(messages.map((message) => deliverOne({ post, tools }, receiver, message))),
  };
}

async function deliverOne(
  { post, tools }: { post: Post; tools: ConnectorTools },
  { url, secrets }: CommuneReceiver,
  message: CommuneMessage,
): Promise<CommuneOutcome> {
  const { id, messageId, body } = message;
  const at = tools.now();
  const done = (outcome: CommuneOutcome, received: string): CommuneOutcome => {
    const sent = new Map([
      [message.subject, `POST ${new URL(url).host}, webhook-id ${messageId}, ${message.type}, ${Buffer.byteLength(body)} bytes`],
    ]);
    // What the message says is personal: that it went, and what was answered, is all that operators need.
    tools.exchange?.({ service: 'webhook', at, ms: tools.now().getTime() - at.getTime(), sent, received });
    return outcome;
  };
  try {
    const headers = { 'content-type': 'application/json', ...signedHeaders(secrets, { id: messageId, at, body }) };
    const answered = await post(new URL(url), { headers, body });
    return done(
      outcomeOf(id, answered, tools.now()),
      `HTTP ${answered.status} ${maskUpstream(answered.text).slice(0, REASON_LENGTH)}`.trim(),
    );
  } catch (error) {
    const outcome = failureOf(id, error);
    return done(outcome, outcome.kind === 'delivered' ? '' : outcome.reason);
  }
}

function outcomeOf(id: string, { status, text, retryAfter }: Answered, now: Date): CommuneOutcome {
  if (status >= 200 && status < 300) return { id, kind: 'delivered' };
  const told = { id, code: `WEBHOOK_${status}`, reason: `HTTP ${status}: ${maskUpstream(text).slice(0, REASON_LENGTH)}` };
  if (status === 410) return { ...told, kind: 'gone' };
  if (status >= 500 || BUSY.has(status) || NOT_NOW.has(status)) {
    const asked = retryAfterMs(retryAfter, now);
    return { ...told, kind: 'retry', unreachable: BUSY.has(status), ...(asked === undefined ? {} : { retryAfterMs: asked }) };
  }
  return { ...told, kind: 'refused' };
}

function failureOf(id: string, error: unknown): CommuneOutcome {
  const { name, code = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: '' };
  if (code === ADDRESS_REFUSED) {
    return { id, kind: 'refused', code, reason: 'the address lies inside, or is not encrypted: COMMUNE_SYSTEM_PRIVATE_ADDRESSES' };
  }
  const slow = name === 'TimeoutError' || name === 'AbortError';
  const reason = slow ? 'no answer in time' : `no connection (${code === '' ? name : code})`;
  return { id, kind: 'retry', code: slow ? 'TIMEOUT' : 'UNREACHABLE', reason, unreachable: true };
}

async function problemOf(text: string, rules: AddressRules): Promise<AddressProblem | undefined> {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'NOT_AN_ADDRESS';
  }
  const literal = literalOf(url);
  const addresses = literal === undefined ? (await resolveAll(url.hostname)).map(({ address }) => address) : [literal];
  if (url.protocol === 'http:' && !addresses.some((address) => rules.isAllowed(address))) return 'NOT_ENCRYPTED';
  const shut = addresses.length > 0 && !addresses.some((address) => rules.mayReach(address, url.protocol === 'https:'));
  return shut ? 'PRIVATE_ADDRESS' : undefined;
}
