import { createTransport } from 'nodemailer';
import type { HubConfig } from '../../../platform/config/config.ts';

/** What became of one message to a recipient. */
export type Told = { kind: 'sent' } | { kind: 'retry' | 'refused'; code: string; retryAfterMs?: number };

export interface Mail {
  /** The same however often it is sent: a mail program shows it once. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

const TIMEOUTS = { connectionTimeout: '10000', greetingTimeout: '10000', socketTimeout: '20000' };

/** Sends one mail. Never throws for the server's fault, and keeps nothing of its words, which may hold an address. */
export async function sendMail({ url, from }: NonNullable<HubConfig['smtp']>, { id, ...mail }: Mail): Promise<Told> {
  const address = new URL(url);
  for (const [name, value] of Object.entries(TIMEOUTS)) if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  const transport = createTransport(address.href);
  try {
    await transport.sendMail({ ...mail, from, messageId: `<${id}@${domainOf(from)}>`, disableFileAccess: true, disableUrlAccess: true });
    return { kind: 'sent' };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

function domainOf(from: string): string {
  return from.slice(from.lastIndexOf('@') + 1);
}

function failureOf(error: unknown): Told {
  const { code = 'UNKNOWN', responseCode } = (error instanceof Error ? error : {}) as { code?: string; responseCode?: number };
  // A mailbox that does not exist will not exist in a minute; a login that is refused may be mended in the settings.
  const final = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 500;
  return { kind: final ? 'refused' : 'retry', code: responseCode === undefined ? `SMTP_${code}` : `SMTP_${responseCode}` };
}
