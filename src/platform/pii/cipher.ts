import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_BYTES = 4;
const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** Fields that can be looked up by their blind index. */
export type IndexedField = 'nationalId' | 'identityDocument' | 'technicalId' | 'taxCode' | 'phone';

/**
 * Encrypts personal data at rest with AES-256-GCM. A sealed value names the key that sealed it, so
 * that keys can be replaced while old values stay readable; `purpose` is bound in, so that a value
 * can't be moved to another column.
 */
export interface Cipher {
  seal(purpose: string, plain: string): Buffer;
  /** Throws where the value was altered, belongs to another purpose or to a key that is not held. */
  open(purpose: string, sealed: Buffer): string;
  /** Whether the newest key sealed it. */
  isCurrent(sealed: Buffer): boolean;
  /** HMAC-SHA-256 under a key of the field's own: equal inputs give equal indexes, and tell nothing else. */
  blindIndex(field: IndexedField, value: string): Buffer;
  /** A key for another purpose of the hub, derived from the index key. */
  derive(purpose: string): Buffer;
}

function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('hub pii key id').update(key).digest().subarray(0, KEY_ID_BYTES);
}

/** Fresh random IVs, drawn many at a time: one by one the draw costs as much as the encryption. */
function ivSource(): () => Buffer {
  let pool = Buffer.alloc(0);
  let used = 0;
  return () => {
    if (used === pool.length) {
      pool = randomBytes(IV_BYTES * 256);
      used = 0;
    }
    used += IV_BYTES;
    return pool.subarray(used - IV_BYTES, used);
  };
}

/** `keys`: base64 of 32 bytes, newest first; `indexKey`: base64 of 32 bytes. */
export function createCipher(keys: string[], indexKey: string): Cipher {
  // Key objects: a key that is handed over as bytes is set up anew for every value, which costs four times the work itself.
  const held = keys.map((text) => Buffer.from(text, 'base64')).map((key) => ({ key: createSecretKey(key), id: keyId(key) }));
  const newest = held[0];
  if (newest === undefined) throw new Error('PII_KEY: at least one key is needed');
  const root = Buffer.from(indexKey, 'base64');
  const derived = new Map<string, Buffer>();
  const derive = (purpose: string): Buffer => {
    let key = derived.get(purpose);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `hub ${purpose}`, 32));
      derived.set(purpose, key);
    }
    return key;
  };
  const indexKeys = new Map<IndexedField, KeyObject>();
  const keyOf = (field: IndexedField): KeyObject => {
    const known = indexKeys.get(field) ?? createSecretKey(derive(`index ${field}`));
    indexKeys.set(field, known);
    return known;
  };
  const nextIv = ivSource();
  return {
    seal(purpose, plain) {
      const iv = nextIv();
      const cipher = createCipheriv('aes-256-gcm', newest.key, iv).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from([VERSION]), newest.id, iv, cipher.getAuthTag(), body]);
    },
    open(purpose, sealed) {
      const id = sealed.subarray(1, HEADER_BYTES);
      const holder = held.find((candidate) => candidate.id.equals(id));
      if (sealed[0] !== VERSION || holder === undefined) throw new Error('PII_KEY: no held key opens this value');
      const iv = sealed.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES);
      const tag = sealed.subarray(HEADER_BYTES + IV_BYTES, HEADER_BYTES + IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', holder.key, iv).setAAD(Buffer.from(purpose)).setAuthTag(tag);
      // A stream cipher: all of it comes at once, and the end only tells whether it is genuine.
      const plain = decipher.update(sealed.subarray(HEADER_BYTES + IV_BYTES + TAG_BYTES));
      decipher.final();
      return plain.toString('utf8');
    },
    isCurrent: (sealed) => sealed.subarray(1, HEADER_BYTES).equals(newest.id),
    blindIndex: (field, value) => createHmac('sha256', keyOf(field)).update(value.trim().toUpperCase()).digest(),
    derive,
  };
}
