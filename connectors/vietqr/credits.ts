import { hmacHex, sameHex } from '../contract/hmac.ts';
import { dongOf, type JsonText, readJson, textOf } from '../contract/json-call.ts';
import type { CreditNotice, CreditPort, InboundReply, InboundRequest } from '../contract/payment.ts';

/** The longest notice that is taken. */
const MOST_CREDITS = 500;

/** A notice's signature: over the second in which it was sent and its data as they arrived. Banks and aggregators differ; this is what the hub asks for. */
export function signatureOf(secret: string, timestamp: string, data: string): string {
  return hmacHex(secret, `${timestamp}.${data}`);
}

interface Envelope {
  timestamp: string;
  signature: unknown;
  data: string;
  values: JsonText;
}

/**
 * Notices of credits: `{timestamp, signature, data}`, where data is the JSON text of `{merchant, credits: [{account, reference, amount, at, content, alias?}]}`.
 * The same credit may come any number of times: its reference tells it.
 */
export function creditsBy({ windowS, now }: { windowS: number; now(): Date }): CreditPort {
  return {
    path: '/payments/vietqr/credits',
    merchantOf: (request) => textOf(envelopeOf(request)?.values['merchant']) || undefined,
    read(request, merchant) {
      const envelope = envelopeOf(request);
      const secret = merchant.secrets['webhookSecret'];
      if (envelope === undefined || !secret || textOf(envelope.values['merchant']) !== merchant.code) return undefined;
      if (!sameHex(envelope.signature, signatureOf(secret, envelope.timestamp, envelope.data))) return undefined;
      if (Math.abs(now().getTime() / 1_000 - Number(envelope.timestamp)) > windowS) return undefined;
      const listed = envelope.values['credits'];
      if (!Array.isArray(listed) || listed.length > MOST_CREDITS) return undefined;
      const credits = (listed as JsonText[]).map(creditOf);
      // Who signs for one account has no word on another's.
      const [, account] = merchant.code.split('-');
      return credits.every((credit): credit is CreditNotice => credit?.account === account) ? credits : undefined;
    },
    reply: (verdict) => (verdict === 'FAULT' ? answer(500, 'error') : answer(200, verdict === 'DUPLICATE' ? 'duplicate' : 'success')),
    refuse: (reason) => (reason === 'SIGNATURE' ? answer(401, 'signature or time is not right') : answer(400, 'unreadable')),
  };
}

function envelopeOf({ body }: InboundRequest): Envelope | undefined {
  const outer = readJson(body.toString('utf8'));
  const [timestamp, data] = [textOf(outer?.['timestamp']), textOf(outer?.['data'])];
  const values = readJson(data);
  if (values === undefined || !/^\d{10}$/.test(timestamp)) return undefined;
  return { timestamp, signature: outer?.['signature'], data, values };
}

function creditOf(given: JsonText): CreditNotice | undefined {
  const [account, bankReference, content, alias] = ['account', 'reference', 'content', 'alias'].map((name) => textOf(given[name]));
  const amount = dongOf(given['amount']);
  const at = new Date(textOf(given['at']));
  if (!account || !bankReference || bankReference.length > 100 || !(amount > 0) || Number.isNaN(at.getTime())) return undefined;
  return { account, bankReference, amount, at, content: (content ?? '').slice(0, 500), ...(alias && { aliasAccount: alias }) };
}

function answer(status: number, message: string): InboundReply {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ message }) };
}
