import type { Transaction } from '../../../platform/database/database.ts';
import { limitExceeded } from '../../../platform/errors.ts';
import { localDateOf } from '../../../platform/time.ts';

/** A day's numbers have four digits, five when they overflow; the form of a code has no more. */
const LAST = 99_999;

/**
 * The next code of an agency on the business day of an instant, as Circular 01/2018/TT-VPCP Art. 19 forms it: `H12.64-250930-0001`.
 * The counter stays locked until the caller's transaction ends, so that codes come without gap or repeat, and one that fails gives its
 * code back. A code that a source brought already is passed over. Throws LIMIT_EXCEEDED when the day has no number left.
 */
export async function nextDossierCode(sql: Transaction, agencyCode: string, at: Date): Promise<string> {
  const day = localDateOf(at);
  const prefix = `${agencyCode}-${day.slice(2).replaceAll('-', '')}-`;
  await sql.query('INSERT INTO dossiers.code_counter (agency_code, day, last) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING', [
    agencyCode,
    day,
  ]);
  const [counter] = await sql.query<{ last: number }>(
    'SELECT last FROM dossiers.code_counter WHERE agency_code = $1 AND day = $2 FOR UPDATE',
    [agencyCode, day],
  );
  const number = await firstFree(sql, prefix, (counter?.last ?? 0) + 1);
  await sql.query('UPDATE dossiers.code_counter SET last = $3 WHERE agency_code = $1 AND day = $2', [agencyCode, day, number]);
  return prefix + digits(number);
}

const CHUNK = 500;
const digits = (number: number) => String(number).padStart(4, '0');

async function firstFree(sql: Transaction, prefix: string, from: number): Promise<number> {
  for (let first = from; first <= LAST; first += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, LAST - first + 1) }, (_, at) => first + at);
    const taken = await sql.query<{ code: string }>('SELECT code FROM dossiers.dossier WHERE code = ANY($1::text[])', [
      numbers.map((number) => prefix + digits(number)),
    ]);
    const codes = new Set(taken.map(({ code }) => code));
    const free = numbers.find((number) => !codes.has(prefix + digits(number)));
    if (free !== undefined) return free;
  }
  throw limitExceeded({
    vi: 'Đơn vị này đã dùng hết mã hồ sơ của ngày hôm nay.',
    en: 'This unit has used up the dossier codes of today.',
  });
}
