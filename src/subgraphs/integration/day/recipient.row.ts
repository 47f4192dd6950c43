import type { Queryable } from '../../../platform/database/database.ts';
import type { Language } from '../../../platform/language.ts';
import type { Cipher } from '../../../platform/pii/cipher.ts';
import type { Platform } from '../../../platform/platform.ts';
import { communePort } from '../source/source.connector.ts';
import type { DayListChannel, DayListRole } from './day.type.ts';

const SEAL_PURPOSE = 'integration.day-recipient';

/** A recipient with what became of its last message. */
export interface RecipientRow {
  id: string;
  unit: string;
  role: DayListRole;
  channel: DayListChannel;
  address: Buffer;
  secret: Buffer | null;
  language: Language;
  day: string | null;
  sent_at: Date | null;
  error_code: string | null;
}

/** The recipients that stand, of a unit or of all, in order of unit and role. */
export function readRecipients(sql: Queryable, { unit, only }: { unit: string | null; only?: string }): Promise<RecipientRow[]> {
  return sql.query<RecipientRow>(
    `SELECT r.id, r.unit, r.role, r.channel, r.address, r.secret, r.language, to_char(last.day, 'YYYY-MM-DD') AS day, last.sent_at, last.error_code
     FROM integration.day_recipient r
     LEFT JOIN LATERAL (SELECT day, sent_at, error_code FROM integration.day_message m WHERE m.recipient = r.id ORDER BY m.day DESC LIMIT 1) last ON true
     WHERE r.removed_at IS NULL AND ($1::text IS NULL OR r.unit = $1) AND ($2::uuid IS NULL OR r.id = $2)
     ORDER BY r.unit, r.role, r.created_at, r.id`,
    [unit, only ?? null],
  );
}

/** Encrypts an address or a secret. */
export function sealText(cipher: Cipher, text: string): Buffer {
  return cipher.seal(SEAL_PURPOSE, text);
}

/** The text of it; throws where no held key opens it. */
export function openText(cipher: Cipher, sealed: Buffer): string {
  return cipher.open(SEAL_PURPOSE, sealed);
}

/** An address as the trail of changes keeps it: of a mailbox the first letter and the domain. */
export function maskAddress(channel: DayListChannel, address: string): string {
  return channel === 'EMAIL' ? `${address.slice(0, 1)}***${address.slice(address.indexOf('@'))}` : new URL(address).origin;
}

/** Why nothing can go by a channel as the hub is set up; undefined: it can. */
export function channelProblem({ config, connectors }: Pick<Platform, 'config' | 'connectors'>, channel: DayListChannel) {
  if (channel === 'EMAIL') return config.smtp === undefined ? NO_SMTP : undefined;
  return communePort({ connectors }) === undefined ? NO_WEBHOOKS : undefined;
}

const NO_SMTP = {
  vi: 'Chưa cấu hình máy chủ thư: đặt SMTP_URL và SMTP_FROM.',
  en: 'No mail server is set: give SMTP_URL and SMTP_FROM.',
};
const NO_WEBHOOKS = { vi: 'Kết nối commune-system chưa được cài đặt.', en: 'The connector commune-system is not installed.' };
