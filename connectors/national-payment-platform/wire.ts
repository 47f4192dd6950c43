import { createHash } from 'node:crypto';
import { hmacHex, sameHex } from '../contract/hmac.ts';
import { type JsonText, textOf } from '../contract/json-call.ts';

/** How messages are signed: SHA-256 over the fields and the key behind them, or, in an earlier revision, HMAC-SHA256 over the fields. */
export const CHECKSUMS = ['sha256', 'hmac-sha256'] as const;
export type Checksum = (typeof CHECKSUMS)[number];

/** The fields that are signed of each message, in their order. Source: what is in use at provinces; the platform publishes none. */
const SIGNED = {
  init: [
    ...['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'LoaiHinhThanhToan', 'MaKenhThanhToan', 'MaThietBi', 'NgonNgu'],
    ...['MaTienTe', 'MaNganHang', 'ThongTinGiaoDich', 'ThoiGianGD', 'Ip'],
  ],
  confirm: [
    ...['LoaiBanTin', 'MaLoi', 'MaDoiTac', 'MaThamChieu', 'SoTien', 'MaTienTe', 'MaGiaoDich', 'MaNganHang', 'ThoiGianGD'],
    'ThongTinGiaoDich',
  ],
  // Of the answer nothing is known but that it has a MaXacThuc: made as the others are.
  confirmed: ['MaLoi', 'MoTaLoi', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  bill: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
} as const;

export type Signed = keyof typeof SIGNED;

/** A message's MaXacThuc, in lower-case hex. */
export function macOf(message: Signed, values: JsonText, { key, checksum }: { key: string; checksum: Checksum }): string {
  const fields = SIGNED[message].map((name) => textOf(values[name]));
  if (checksum === 'hmac-sha256') return hmacHex(key, fields.join('|'));
  return createHash('sha256')
    .update([...fields, key].join('|'), 'utf8')
    .digest('hex');
}

/** Whether a received message carries the right MaXacThuc, in constant time; without one it does not. */
export function isAuthentic(message: Signed, values: JsonText, how: { key: string; checksum: Checksum }): boolean {
  return sameHex(values['MaXacThuc'], macOf(message, values, how));
}

/** An instant as the platform writes it: yyyyMMddHHmmss, Vietnamese time. */
export function toWireTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
}

/** Undefined: no instant. */
export function fromWireTime(text: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** Text as payment systems take it: no diacritics, no symbols. */
export function plainText(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
  return bare
    .replace(/[^\w .,/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A code as it may stand in a record. */
export function shortCode(code: string): string {
  return /^[0-9A-Za-z]{1,4}$/.test(code) ? code : '-';
}
