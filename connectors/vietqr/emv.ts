/** A field of an EMVCo payload: two digits of name, two of length, the value. */
export interface Field {
  id: string;
  value: string;
}

/** What a VietQR code says (NAPAS, quick transfer to an account or a card). */
export interface TransferCode {
  /** The bank's BIN, six digits. */
  bin: string;
  /** Account or card number, at most 19 characters. */
  account: string;
  service: 'QRIBFTTA' | 'QRIBFTTC';
  /** Whole đồng; left out: a static code. */
  amount?: number;
  /** The transfer's text, at most 25 characters. */
  purpose?: string;
  /** The number of a bill. */
  bill?: string;
}

const NAPAS = 'A000000727';
const LONGEST_PURPOSE = 25;
/** Letters, digits and signs of ASCII: lengths are counted in characters, checksums in bytes, and so the two agree. */
const PLAIN = /^[\x20-\x7e]*$/;

/** CRC-16/CCITT-FALSE in four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Writes a code. Throws RangeError where a value does not fit: a scanner would read something else. */
export function encode({ bin, account, service, amount, purpose, bill }: TransferCode): string {
  if (!/^\d{6}$/.test(bin)) throw new RangeError('bin: six digits');
  if (!/^[A-Za-z0-9]{1,19}$/.test(account)) throw new RangeError('account: 1 to 19 letters and digits');
  if (amount !== undefined && (!Number.isSafeInteger(amount) || amount < 1 || String(amount).length > 13))
    throw new RangeError('amount: whole đồng');
  if (purpose !== undefined && purpose.length > LONGEST_PURPOSE) throw new RangeError(`purpose: at most ${LONGEST_PURPOSE} characters`);
  const beneficiary = write('00', bin) + write('01', account);
  const additional = optional('01', bill) + optional('08', purpose);
  const text =
    write('00', '01') +
    write('01', amount === undefined ? '11' : '12') +
    write('38', write('00', NAPAS) + write('01', beneficiary) + write('02', service)) +
    write('53', '704') +
    optional('54', amount === undefined ? undefined : String(amount)) +
    write('58', 'VN') +
    optional('62', additional === '' ? undefined : additional);
  return `${text}6304${crc16(`${text}6304`)}`;
}

function optional(id: string, value: string | undefined): string {
  return value === undefined ? '' : write(id, value);
}

function write(id: string, value: string): string {
  if (!PLAIN.test(value)) throw new RangeError(`field ${id}: ASCII alone`);
  if (value.length < 1 || value.length > 99) throw new RangeError(`field ${id}: 1 to 99 characters`);
  return `${id}${String(value.length).padStart(2, '0')}${value}`;
}

/** Reads a code; undefined: it is damaged, or none of quick transfers. */
export function decode(text: string): TransferCode | undefined {
  if (!PLAIN.test(text) || !/6304[0-9A-Fa-f]{4}$/.test(text) || crc16(text.slice(0, -4)) !== text.slice(-4).toUpperCase()) return undefined;
  const fields = parts(text);
  if (fields?.[0]?.id !== '00' || fields.at(-1)?.id !== '63') return undefined;
  const napas = parts(fieldOf(fields, '38') ?? '');
  const beneficiary = parts(fieldOf(napas, '01') ?? '');
  const [bin, account, service] = [fieldOf(beneficiary, '00'), fieldOf(beneficiary, '01'), fieldOf(napas, '02')];
  if (fieldOf(napas, '00') !== NAPAS || bin === undefined || account === undefined) return undefined;
  if (service !== 'QRIBFTTA' && service !== 'QRIBFTTC') return undefined;
  const amount = fieldOf(fields, '54');
  if (amount !== undefined && !/^[1-9]\d{0,12}$/.test(amount)) return undefined;
  const additional = parts(fieldOf(fields, '62') ?? '');
  const [purpose, bill] = [fieldOf(additional, '08'), fieldOf(additional, '01')];
  return {
    ...{ bin, account, service },
    ...(amount !== undefined && { amount: Number(amount) }),
    ...(purpose !== undefined && { purpose }),
    ...(bill !== undefined && { bill }),
  };
}

/** The fields of a text; undefined: lengths do not add up. */
function parts(text: string): Field[] | undefined {
  const fields: Field[] = [];
  for (let at = 0; at < text.length; ) {
    const [, id = '', length = ''] = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4)) ?? [];
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (id === '' || Number(length) === 0 || value.length !== Number(length)) return undefined;
    fields.push({ id, value });
    at += 4 + value.length;
  }
  return fields;
}

function fieldOf(fields: readonly Field[] | undefined, id: string): string | undefined {
  return fields?.find((field) => field.id === id)?.value;
}
