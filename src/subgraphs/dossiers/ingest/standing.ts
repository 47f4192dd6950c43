import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { DossierRow } from '../dossier.row.ts';
import { HUB_SOURCE } from '../hub-source.ts';
import { contactOf } from '../portal-contact.ts';
import type { DossierIngestInput } from './ingest.input.ts';

/**
 * How an input stands to what is held. OUTSIDE: the source's own dossier, but of units that the token does not cover; TAKEN: its
 * national code is another dossier's.
 */
export type Standing = 'NEW' | 'NEWER' | 'SAME' | 'STALE' | 'REUSED' | 'FOREIGN' | 'OUTSIDE' | 'TAKEN';

/** What must be known of a dossier to tell how an input stands to it. */
export type HeldVersion = Pick<DossierRow, 'code' | 'national_code' | 'source_system' | 'source_version' | 'content_hash' | 'scope'>;

/** The columns of a HeldVersion. */
export const HELD_VERSION_COLUMNS = 'code, national_code, source_system, source_version, content_hash, scope';

const KEY_ID_BYTES = 4;
const MARK_BYTES = KEY_ID_BYTES + 32;
const PEOPLE_BYTES = 8;

/**
 * A mark of everything that the source said, its version aside: equal content has an equal mark whatever the order of keys. It is
 * keyed, because a plain hash of a number among things that are known gives the number away; the key's own mark stands before it.
 */
export function contentHash(cipher: Pick<Cipher, 'derive'>, input: DossierIngestInput): Buffer {
  const { sourceVersion: _version, ...content } = input;
  return Buffer.concat([contentMark(cipher, content), peopleMark(cipher, input)]);
}

/** A short mark of what a dossier's row does not hold and the portal is told: who it is about, whether they paid there, and what it alone is told. */
function peopleMark(cipher: Pick<Cipher, 'derive'>, { applicant, owner, payments, particulars }: DossierIngestInput): Buffer {
  const { paidAtPortal } = contactOf({ applicant, owner: null, payments: payments ?? null });
  return contentMark(cipher, { applicant, owner, paidAtPortal, particulars }).subarray(KEY_ID_BYTES, KEY_ID_BYTES + PEOPLE_BYTES);
}

/** Whether two marks are of the same people; false where one of them does not tell. */
export function samePeople(held: Buffer, given: Buffer): boolean {
  const keyed = held.subarray(0, KEY_ID_BYTES).equals(given.subarray(0, KEY_ID_BYTES));
  return keyed && held.length === given.length && held.subarray(MARK_BYTES).equals(given.subarray(MARK_BYTES));
}

/** The same mark of any content. */
export function contentMark(cipher: Pick<Cipher, 'derive'>, content: object): Buffer {
  const { key, id } = markingKey(cipher);
  return Buffer.concat([id, createHmac('sha256', key).update(canonical(content)).digest()]);
}

const markingKeys = new WeakMap<Pick<Cipher, 'derive'>, { key: KeyObject; id: Buffer }>();

function markingKey(cipher: Pick<Cipher, 'derive'>): { key: KeyObject; id: Buffer } {
  const known = markingKeys.get(cipher);
  if (known !== undefined) return known;
  const key = createSecretKey(cipher.derive('dossiers content'));
  const made = { key, id: createHmac('sha256', key).update('key').digest().subarray(0, KEY_ID_BYTES) };
  markingKeys.set(cipher, made);
  return made;
}

/** Of content that was marked under another key nobody can say that it differs: a version is then taken at its word. */
function sameContent(held: Buffer, given: Buffer, otherwise: boolean): boolean {
  const comparable = held.subarray(0, KEY_ID_BYTES).equals(given.subarray(0, KEY_ID_BYTES));
  return comparable ? held.subarray(0, MARK_BYTES).equals(given.subarray(0, MARK_BYTES)) : otherwise;
}

const SPECIAL = /["\\]/;

/** Every field of a feed passes here, so it builds one text, no lists on the way, and escapes only what needs it. */
function canonical(value: unknown): string {
  if (typeof value === 'string') return SPECIAL.test(value) ? JSON.stringify(value) : `"${value}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Date) return String(value.getTime());
  let text = '';
  if (Array.isArray(value)) {
    for (const each of value) text += `${canonical(each)},`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const each = (value as Record<string, unknown>)[key];
    if (each != null) text += `${key}:${canonical(each)},`;
  }
  return `{${text}}`;
}

/** Tells of each input of a batch, in order, how it stands: what goes in counts as held for those that follow. */
export class Standings {
  readonly #held: Map<string, HeldVersion>;
  readonly #nationalCodes: Map<string, string>;
  readonly #units: ReadonlySet<string> | 'ALL';

  /** `rows`: all that hold a code or a national code of the batch; `units`: what the token covers. */
  constructor(rows: readonly HeldVersion[], units: ReadonlySet<string> | 'ALL') {
    this.#held = new Map(rows.map((row) => [row.code, row]));
    this.#nationalCodes = new Map(rows.flatMap((row) => (row.national_code === null ? [] : [[row.national_code, row.code]])));
    this.#units = units;
  }

  judge(input: DossierIngestInput, hash: Buffer): Standing {
    const held = this.#held.get(input.code);
    const standing = this.#compare(input, hash, held);
    if (standing === 'SAME' && held !== undefined)
      this.#held.set(input.code, { ...held, source_version: Math.max(held.source_version, input.sourceVersion) });
    if (standing !== 'NEW' && standing !== 'NEWER') return standing;
    const { code, sourceSystem, sourceVersion } = input;
    const nationalCode = input.nationalCode ?? null;
    if (nationalCode !== null) {
      const holder = this.#nationalCodes.get(nationalCode);
      if (holder !== undefined && holder !== code) return 'TAKEN';
      this.#nationalCodes.set(nationalCode, code);
    }
    const scope = [input.receivingUnit, input.handlingUnit ?? input.receivingUnit];
    this.#held.set(code, {
      code,
      national_code: nationalCode,
      source_system: sourceSystem,
      source_version: sourceVersion,
      content_hash: hash,
      scope,
    });
    return standing;
  }

  #compare(input: DossierIngestInput, hash: Buffer, held: HeldVersion | undefined): Standing {
    const units = this.#units;
    if (held === undefined) return 'NEW';
    const adopted = held.source_system === HUB_SOURCE && input.sourceSystem !== HUB_SOURCE;
    if (held.source_system !== input.sourceSystem && !adopted) return 'FOREIGN';
    if (units !== 'ALL' && !held.scope.some((code) => units.has(code))) return adopted ? 'FOREIGN' : 'OUTSIDE';
    // What was filed through the hub has no source yet: the system of its unit takes it over, with versions of its own.
    if (adopted) return 'NEWER';
    if (input.sourceVersion < held.source_version) return 'STALE';
    if (input.sourceVersion > held.source_version) return sameContent(held.content_hash, hash, false) ? 'SAME' : 'NEWER';
    return sameContent(held.content_hash, hash, true) ? 'SAME' : 'REUSED';
  }
}
