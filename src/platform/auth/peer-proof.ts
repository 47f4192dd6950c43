import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Cipher } from '../pii/cipher.ts';

/** One call of a subgraph to another, as it goes over the wire. */
export interface PeerCall {
  authorization: string | undefined;
  body: string;
}

/** The header that a proof travels in, from process to process and never to a client. */
export const PEER_HEADER = 'x-hub-peer';

/** Room for clocks that differ from machine to machine. */
const VALID_MS = 5 * 60_000;

/**
 * Shows a subgraph that another subgraph of the hub asks and not a client who found its address: some of what peers do for
 * each other in a caller's name is not the caller's own to do. A proof holds for one body and one token.
 */
export class PeerProof {
  readonly #key: Buffer;
  readonly #now: () => number;

  /** `cipher` gives the key that all processes of the hub share. */
  constructor(cipher: Pick<Cipher, 'derive'>, now: () => number = Date.now) {
    this.#key = cipher.derive('peer');
    this.#now = now;
  }

  sign(call: PeerCall): string {
    const at = String(this.#now());
    return `${at}.${this.#mac(call, at).toString('base64url')}`;
  }

  /** False: no proof, one of somebody without the key, for another call, or too old. */
  verify(call: PeerCall, text: string | undefined): boolean {
    const [at, mac] = text?.split('.') ?? [];
    if (at === undefined || mac === undefined || !/^\d{1,15}$/.test(at)) return false;
    if (Math.abs(this.#now() - Number(at)) > VALID_MS) return false;
    const [given, made] = [Buffer.from(mac, 'base64url'), this.#mac(call, at)];
    return given.length === made.length && timingSafeEqual(given, made);
  }

  #mac({ authorization = '', body }: PeerCall, at: string): Buffer {
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return createHmac('sha256', this.#key).update(at).update(digest(authorization)).update(digest(body)).digest();
  }
}
