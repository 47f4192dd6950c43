import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks 1.0: the secret's form, and what of a message is signed. */
const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const TOLERANCE_S = 300;

/** What a message is signed with. */
export interface SignedHeaders {
  'webhook-id': string;
  /** Whole seconds since 1970. */
  'webhook-timestamp': string;
  /** One `v1,<base64>` for each secret, spaces between. */
  'webhook-signature': string;
}

/** The headers of a message, one signature for each secret. Throws where a secret has not the form `whsec_<base64>`. */
export function signedHeaders(secrets: readonly string[], message: { id: string; at: Date; body: string }): SignedHeaders {
  const timestamp = String(Math.floor(message.at.getTime() / 1_000));
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signature(secret, { id: message.id, timestamp, body: message.body })).join(' '),
  };
}

function signature(secret: string, { id, timestamp, body }: { id: string; timestamp: string; body: string }): string {
  const key = SECRET.exec(secret)?.[1];
  if (key === undefined) throw new Error('a secret of a webhook has the form whsec_<base64>');
  const mac = createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64');
  return `v1,${mac}`;
}

/** Whether a message was signed by the secret, not long ago: how a receiver tells. */
export function isGenuine(
  secret: string,
  headers: Record<string, string | undefined>,
  { body, now }: { body: string; now: Date },
): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': given } = headers;
  if (id === undefined || timestamp === undefined || given === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_S) return false;
  const wanted = Buffer.from(signature(secret, { id, timestamp, body }));
  return given.split(' ').some((each) => each.length === wanted.length && timingSafeEqual(Buffer.from(each), wanted));
}
