import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';

/** A mailbox behind a real server, and a system that takes webhooks. */
export interface Receivers {
  mails: { to: string[]; text: string }[];
  webhooks: { headers: Record<string, string>; body: string }[];
  /** What the system answers webhooks with. */
  status: number;
  /** What the mail server refuses every mailbox with; null: it takes mails. */
  refusal: number | null;
  smtpUrl: string;
  webhookUrl: string;
  stop(): Promise<void>;
}

export async function startReceivers(): Promise<Receivers> {
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(receivers.refusal === null ? null : Object.assign(new Error('not that one'), { responseCode: receivers.refusal })),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        receivers.mails.push({ to: envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  const listening = smtp.listen(0, '127.0.0.1');
  const web = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      receivers.webhooks.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(receivers.status).end();
    });
  });
  await Promise.all([opened(listening as unknown as Server), new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))]);
  const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;
  const receivers: Receivers = {
    ...{ mails: [], webhooks: [], status: 204, refusal: null },
    smtpUrl: `smtp://127.0.0.1:${portOf(listening)}`,
    webhookUrl: `http://127.0.0.1:${portOf(web)}/viec-hom-nay`,
    async stop() {
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(() => resolve())),
        new Promise<unknown>((resolve) => web.close(resolve)),
      ]);
    },
  };
  return receivers;
}

const opened = (server: Server) =>
  new Promise<void>((resolve) => (server.listening ? resolve() : server.once('listening', () => resolve())));

/** The text of the only mail to somebody, decoded; fails where there are more. */
export function textOfMail({ mails }: Receivers, to: string): string {
  const [mail, ...more] = mails.filter((each) => each.to.includes(to));
  expect(more).toEqual([]);
  const [head = '', body = ''] = (mail?.text ?? '').split(/\r\n\r\n([\s\S]*)/);
  const encoding = /content-transfer-encoding: (\S+)/i.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : body;
}
