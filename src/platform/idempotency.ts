import { createHmac } from 'node:crypto';
import type { Transaction } from './database/database.ts';
import { type UserErrorValue, userError } from './errors.ts';
import type { HubContext } from './graphql/context.ts';
import type { Platform } from './platform.ts';

const LONGEST_KEY = 200;
/** So long a key and its input give the first answer again, in days; afterwards the key is forgotten, and used again it is a new request. */
export const KEY_DAYS = 30;
const DAY_MS = 86_400_000;
const FORGOTTEN_AT_ONCE = 5_000;

/** One caller's key of one kind of request, as it is kept: nothing of who asked or what they chose can be read out of it. */
export interface RepeatKey {
  caller: string;
  key: string;
}

/**
 * The kept form of a caller's idempotency key. Callers are told apart by all that a token says of its holder: several people may share
 * a subject. The key is hashed too, because whoever chose it may have put a person's number in. `kind` keeps kinds of requests apart.
 */
export function repeatKeyOf({ viewer, hub }: Pick<HubContext, 'viewer' | 'hub'>, kind: string, key: string): RepeatKey {
  const who = JSON.stringify([viewer.subject, viewer.nationalId ?? null, viewer.unit ?? null, viewer.source ?? null]);
  return {
    caller: createHmac('sha256', hub.cipher.derive(`${kind} caller`))
      .update(who)
      .digest('hex'),
    key: createHmac('sha256', hub.cipher.derive(`${kind} idempotency`))
      .update(key)
      .digest('base64url'),
  };
}

/** What is wrong with a key that a client chose; undefined: nothing. */
export function repeatKeyProblem(key: string): UserErrorValue | undefined {
  if (key.trim() !== '' && key.length <= LONGEST_KEY) return undefined;
  const text = { vi: `Cần một khóa dài 1 đến ${LONGEST_KEY} ký tự.`, en: `Give a key of 1 to ${LONGEST_KEY} characters.` };
  return userError('INVALID', text, ['input', 'idempotencyKey']);
}

/**
 * Forgets keys that have had their time, a part at a time, so that no row is locked for long. `forget` is a statement over $1, the instant
 * before which a key is forgotten, and $2, how many at once; it returns a row for each. Returns how many were forgotten.
 */
export async function forgetKeys({ db, clock }: Pick<Platform, 'db' | 'clock'>, forget: string, signal?: AbortSignal): Promise<number> {
  const before = new Date(clock.now().getTime() - KEY_DAYS * DAY_MS);
  for (let all = 0; ; ) {
    const { length } = await db.query(forget, [before, FORGOTTEN_AT_ONCE]);
    all += length;
    if (length < FORGOTTEN_AT_ONCE || signal?.aborted === true) return all;
  }
}

/** Calls with one key take their turns until the transaction ends. Before every other lock, so that no two wait for each other. */
export async function lockRepeatKey(sql: Transaction, { caller, key }: RepeatKey): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 20250702))', [JSON.stringify([caller, key])]);
}

/** The key came before with other input. */
export function repeatKeyReused(): UserErrorValue {
  const text = { vi: 'Khóa này đã dùng cho một yêu cầu khác.', en: 'This key was used for another request.' };
  return userError('IDEMPOTENCY_CONFLICT', text, ['input', 'idempotencyKey']);
}
