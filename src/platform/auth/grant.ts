import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Cipher } from '../pii/cipher.ts';
import { ASPECTS, type Aspect, type PersonLevel } from './access.ts';
import type { Viewer } from './viewer.ts';

/**
 * What the owner of a dossier or payment lets one viewer see of it, signed, so that another subgraph
 * can honor it without asking back and no caller can make one up. It travels between subgraphs in
 * an inaccessible field and works for the token that it was made for alone, and only for a few minutes: what a viewer may see
 * changes, and an operation is over by then.
 */
export interface Grant {
  /** Row key of the dossier or payment. */
  subject: string;
  /** Its code or reference: the purpose under which a read of personal data is recorded. */
  code: string;
  citizen: string | undefined;
  organization: string | undefined;
  aspects: ReadonlySet<Aspect>;
  person: PersonLevel;
  /** Receiving unit, handling unit, then all units above them. */
  units: readonly string[];
}

const MAC_BYTES = 16;
const VALID_SECONDS = 5 * 60;

/** Makes and checks grants. `cipher` gives the key that all processes of the hub share. */
export class GrantSigner {
  readonly #key: Buffer;
  readonly #now: () => number;

  constructor(cipher: Cipher, now: () => number = Date.now) {
    this.#key = cipher.derive('grant');
    this.#now = now;
  }

  sign(viewer: Viewer, grant: Grant): string {
    const aspects = ASPECTS.reduce((bits, aspect, at) => (grant.aspects.has(aspect) ? bits | (1 << at) : bits), 0);
    const { subject, code, citizen = '', organization = '', person, units } = grant;
    const fields = [subject, code, citizen, organization, aspects, person, units, this.#seconds()];
    const body = Buffer.from(JSON.stringify(fields)).toString('base64url');
    return `${body}.${this.#mac(viewer, body).toString('base64url')}`;
  }

  /** Undefined: not signed by the hub, made for another viewer, or too old. */
  verify(viewer: Viewer, text: string): Grant | undefined {
    const [body, mac] = text.split('.');
    if (body === undefined || mac === undefined) return undefined;
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== MAC_BYTES || !timingSafeEqual(given, this.#mac(viewer, body))) return undefined;
    const [subject, code, citizen, organization, aspects, person, units, at] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      string,
      string,
      string,
      number,
      PersonLevel,
      string[],
      number,
    ];
    if (Math.abs(this.#seconds() - at) > VALID_SECONDS) return undefined;
    return {
      subject,
      code,
      citizen: citizen === '' ? undefined : citizen,
      organization: organization === '' ? undefined : organization,
      aspects: new Set(ASPECTS.filter((_, at) => (aspects & (1 << at)) !== 0)),
      person,
      units,
    };
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1_000);
  }

  #mac(viewer: Viewer, body: string): Buffer {
    const bearer = createHash('sha256')
      .update(viewer.token ?? '')
      .digest();
    return createHmac('sha256', this.#key).update(bearer).update(body).digest().subarray(0, MAC_BYTES);
  }
}
