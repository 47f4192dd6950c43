import { randomUUID } from 'node:crypto';
import type { Platform } from '../../../platform/platform.ts';
import { localDateOf } from '../../../platform/time.ts';
import { communePort } from '../source/source.connector.ts';
import type { DayListChannel } from './day.type.ts';
import { sendMail, type Told } from './mail.ts';
import { type DayContent, subjectOf, textOf } from './message.ts';
import { channelProblem, openText } from './recipient.row.ts';

/** No other process sends the same message meanwhile. */
const CLAIM_MINUTES = 5;
const AT_ONCE = 20;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 900;

interface Claimed {
  recipient: string;
  day: string;
  content: DayContent;
  attempts: number;
  channel: DayListChannel;
  address: Buffer;
  secret: Buffer | null;
}

/** Sends what waits; what does not get through goes again until the day is over. Returns how many were tried. */
export async function sendDays(hub: Platform, signal?: AbortSignal): Promise<number> {
  const today = localDateOf(hub.clock.business());
  await hub.db.query(`UPDATE integration.day_message SET state = 'EXPIRED', next_attempt_at = NULL WHERE state = 'PENDING' AND day < $1`, [
    today,
  ]);
  const channels = (['EMAIL', 'WEBHOOK'] as const).filter((channel) => channelProblem(hub, channel) === undefined);
  const claimed = await hub.db.query<Claimed>(CLAIM, [channels]);
  for (const message of claimed) {
    if (signal?.aborted === true) break;
    await settle(hub, message, await send(hub, message));
  }
  return claimed.length;
}

const CLAIM = `
  UPDATE integration.day_message m SET next_attempt_at = now() + interval '${CLAIM_MINUTES} minutes', attempts = m.attempts + 1
  FROM integration.day_recipient r
  WHERE r.id = m.recipient AND (m.recipient, m.day) IN (
    SELECT w.recipient, w.day FROM integration.day_message w JOIN integration.day_recipient of ON of.id = w.recipient
    WHERE w.state = 'PENDING' AND (w.next_attempt_at IS NULL OR w.next_attempt_at <= now()) AND of.removed_at IS NULL AND of.channel = ANY($1)
    ORDER BY w.recipient, w.day LIMIT ${AT_ONCE} FOR UPDATE OF w SKIP LOCKED)
  RETURNING m.recipient, to_char(m.day, 'YYYY-MM-DD') AS day, m.content, m.attempts, r.channel, r.address, r.secret`;

async function send(hub: Platform, message: Claimed): Promise<Told> {
  const { recipient, day, content, channel } = message;
  const address = openText(hub.cipher, message.address);
  const id = `day-${recipient}-${day}`;
  if (channel === 'WEBHOOK') return post(hub, { ...message, url: address, id });
  const { smtp } = hub.config;
  if (smtp === undefined) return { kind: 'retry', code: 'SMTP_UNSET' };
  return sendMail(smtp, { id, to: address, subject: subjectOf(content), text: textOf(content) });
}

async function post(hub: Platform, { content, secret, url, id: messageId }: Claimed & { url: string; id: string }): Promise<Told> {
  const port = communePort(hub);
  if (port === undefined || secret === null) return { kind: 'retry', code: 'WEBHOOK_UNSET' };
  const body = JSON.stringify({
    type: 'day.list',
    timestamp: hub.clock.business().toISOString(),
    data: { ...content, text: textOf(content) },
  });
  const message = { id: randomUUID(), messageId, subject: content.unit, type: 'day.list', body };
  const [outcome] = await port.deliver({ url, secrets: [openText(hub.cipher, secret)] }, [message]);
  if (outcome === undefined) return { kind: 'retry', code: 'CONNECTOR_FAULT' };
  if (outcome.kind === 'delivered') return { kind: 'sent' };
  if (outcome.kind !== 'retry') return { kind: 'refused', code: outcome.code };
  const { code, retryAfterMs } = outcome;
  return { kind: 'retry', code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

async function settle(hub: Platform, { recipient, day, attempts }: Claimed, told: Told): Promise<void> {
  const state = { sent: 'SENT', retry: 'PENDING', refused: 'REFUSED' }[told.kind];
  const asked = told.kind === 'sent' ? 0 : (told.retryAfterMs ?? 0) / 1_000;
  const wait = Math.max(asked, Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (attempts - 1)));
  await hub.db.query(
    `UPDATE integration.day_message SET state = $3, error_code = $4, sent_at = CASE WHEN $3 = 'SENT' THEN $5::timestamptz END,
       next_attempt_at = CASE WHEN $3 = 'PENDING' THEN now() + $6 * interval '1 second' END
     WHERE recipient = $1 AND day = $2`,
    [recipient, day, state, told.kind === 'sent' ? null : told.code, hub.clock.business(), wait],
  );
  if (told.kind !== 'sent') hub.log.warn({ recipient, day, code: told.code }, "a unit's day could not be told");
}
