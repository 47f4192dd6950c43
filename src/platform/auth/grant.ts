import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
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
/** Grants that are remembered at least: those of some hundred pages. */
const KNOWN = 2_500;

/** A grant that this process has signed or checked, and for whom. */
interface Known {
  token: string | undefined;
  at: number;
  grant: Grant;
}

/** Makes and checks grants. `cipher` gives the key that all processes of the hub share. */
export class GrantSigner {
  // A key object: a key that is handed over as bytes is set up anew for every grant.
  readonly #key: KeyObject;
  readonly #now: () => number;
  /** By their text: each is shown several times on the way of one operation, to one subgraph for each of its fields. */
  #known = new Map<string, Known>();
  #knownBefore = this.#known;
  readonly #bearers = new WeakMap<Viewer, Buffer>();

  constructor(cipher: Cipher, now: () => number = Date.now) {
    this.#key = createSecretKey(cipher.derive('grant'));
    this.#now = now;
  }

  sign(viewer: Viewer, grant: Grant): string {
    const aspects = ASPECTS.reduce((bits, aspect, at) => (grant.aspects.has(aspect) ? bits | (1 << at) : bits), 0);
    const { subject, code, citizen = '', organization = '', person, units } = grant;
    const at = this.#seconds();
    const body = Buffer.from(JSON.stringify([subject, code, citizen, organization, aspects, person, units, at])).toString('base64url');
    const text = `${body}.${this.#mac(viewer, body).toString('base64url')}`;
    this.#remember(text, { token: viewer.token, at, grant });
    return text;
  }

  /** Undefined: not signed by the hub, made for another viewer, or too old. */
  verify(viewer: Viewer, text: string): Grant | undefined {
    const known = this.#known.get(text) ?? this.#knownBefore.get(text);
    const found = known?.token === viewer.token ? known : this.#check(viewer, text);
    return found === undefined || Math.abs(this.#seconds() - found.at) > VALID_SECONDS ? undefined : found.grant;
  }

  #check(viewer: Viewer, text: string): Known | undefined {
    const [body, mac] = text.split('.');
    if (body === undefined || mac === undefined) return undefined;
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== MAC_BYTES || !timingSafeEqual(given, this.#mac(viewer, body))) return undefined;
    const checked = { token: viewer.token, ...read(body) };
    this.#remember(text, checked);
    return checked;
  }

  /** The older half is forgotten as a whole: nothing has to be put in order at each use. */
  #remember(text: string, known: Known): void {
    if (this.#known.size >= KNOWN) {
      this.#knownBefore = this.#known;
      this.#known = new Map();
    }
    this.#known.set(text, known);
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1_000);
  }

  #mac(viewer: Viewer, body: string): Buffer {
    const bearer =
      this.#bearers.get(viewer) ??
      createHash('sha256')
        .update(viewer.token ?? '')
        .digest();
    this.#bearers.set(viewer, bearer);
    return createHmac('sha256', this.#key).update(bearer).update(body).digest().subarray(0, MAC_BYTES);
  }
}

function read(body: string): Pick<Known, 'at' | 'grant'> {
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
  const grant: Grant = {
    subject,
    code,
    citizen: citizen === '' ? undefined : citizen,
    organization: organization === '' ? undefined : organization,
    aspects: new Set(ASPECTS.filter((_, bit) => (aspects & (1 << bit)) !== 0)),
    person,
    units,
  };
  return { at, grant };
}
