import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Receivers, startReceivers, textOfMail } from '../../../../tests/support/receivers.ts';
import { sendMail } from './mail.ts';

let receivers: Receivers;
beforeEach(async () => {
  receivers = await startReceivers();
});
afterEach(() => receivers.stop());

const send = (url = receivers.smtpUrl) =>
  sendMail(
    { url, from: 'truc@camau.example' },
    { id: 'day-1', to: 'lanh-dao@camau.example', subject: 'Việc hôm nay', text: 'Quá hạn: 1\n' },
  );

it('arrives as it was written, under an id that stays the same', async () => {
  expect(await send()).toEqual({ kind: 'sent' });
  expect(receivers.mails.map(({ text }) => /^message-id: (.*)$/im.exec(text)?.[1])).toEqual(['<day-1@camau.example>']);
  expect(textOfMail(receivers, 'lanh-dao@camau.example').trim()).toBe('Quá hạn: 1');
});

it('goes again where the server says not now, and no more where there is no such mailbox', async () => {
  receivers.refusal = 451;
  expect(await send()).toEqual({ kind: 'retry', code: 'SMTP_451' });
  receivers.refusal = 550;
  expect(await send()).toEqual({ kind: 'refused', code: 'SMTP_550' });
});

it('goes again where there is no server, and tells nothing of the server’s words', async () => {
  const nobody = createServer();
  const port = await new Promise<number>((resolve) =>
    nobody.listen(0, '127.0.0.1', () => resolve((nobody.address() as { port: number }).port)),
  );
  await new Promise((resolve) => nobody.close(resolve));
  expect(await send(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'retry', code: 'SMTP_ESOCKET' });
});
