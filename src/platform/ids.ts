import { randomFillSync } from 'node:crypto';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';

/** The prefix of every kind of id that the graph hands out. Each kind belongs to one subgraph. */
export const ID_PREFIXES = {
  dossier: 'dos',
  event: 'evt',
  document: 'doc',
  citizen: 'cit',
  organization: 'org',
  accessRecord: 'acc',
  payment: 'pay',
  merchant: 'mer',
  ledgerEntry: 'led',
  reconciliation: 'rec',
  discrepancy: 'dis',
  refund: 'rfd',
  accountCredit: 'crd',
  settlementBatch: 'sbt',
  cashDrawer: 'drw',
  cashDeposit: 'dep',
  repeatedReport: 'rpt',
  receiptSeries: 'rse',
  receiptOrder: 'ror',
  merchantChange: 'mch',
  ruleChange: 'rch',
  bankAccount: 'bac',
  bankAccountChange: 'bch',
  accountStatement: 'ast',
  synchronization: 'syn',
  resend: 'rsd',
  alert: 'alr',
  dayRecipient: 'dlr',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const RANDOM_BYTES = 16;
const pool = Buffer.alloc(RANDOM_BYTES * 256);
let drawn = pool.length;

/** Random bytes, drawn many at a time: one by one the draw costs more than all the rest of a key. */
function randomPart(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += RANDOM_BYTES;
  return pool.subarray(drawn - RANDOM_BYTES, drawn);
}

const last = { msecs: 0, seq: 0 };

/** A new key for a row: a UUID that sorts by the time it was made, also among those of one millisecond. */
export function newUuid(): string {
  const random = randomPart();
  const now = Date.now();
  // Each millisecond begins anywhere in the lower half of the counter's 32 bits, which leaves two billion keys of room.
  if (now > last.msecs) Object.assign(last, { msecs: now, seq: random.readUInt32BE(6) >>> 1 });
  else last.seq += 1;
  return uuidv7({ random, msecs: last.msecs, seq: last.seq });
}

/** The namespace of keys that are made of what they stand for; never to be changed. */
const STABLE = '6f0d2c1e-8a57-5b1c-9e43-2d1f6a7b8c90';

/** The key of something that has none of its own: the same for the same parts, always and everywhere. */
export function stableUuid(...parts: readonly string[]): string {
  return uuidv5(JSON.stringify(parts), STABLE);
}

/** The id that clients see: globally unique, stable, opaque. */
export function toGlobalId(kind: IdKind, uuid: string): string {
  return `${ID_PREFIXES[kind]}_${uuid}`;
}

/** The row's key out of a client's id; undefined where the id is not one of that kind. */
export function fromGlobalId(kind: IdKind, id: string): string | undefined {
  const prefix = `${ID_PREFIXES[kind]}_`;
  if (!id.startsWith(prefix)) return undefined;
  const uuid = id.slice(prefix.length);
  return UUID.test(uuid) ? uuid : undefined;
}

/** The kind that an id claims to be of. */
export function kindOfGlobalId(id: string): IdKind | undefined {
  const prefix = id.slice(0, id.indexOf('_'));
  const found = Object.entries(ID_PREFIXES).find(([, value]) => value === prefix);
  return found?.[0] as IdKind | undefined;
}
