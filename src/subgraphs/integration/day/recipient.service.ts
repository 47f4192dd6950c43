import { z } from 'zod';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { newUuid } from '../../../platform/ids.ts';
import type { Language, Message } from '../../../platform/language.ts';
import { recordSettingChange } from '../setting-change.ts';
import { communePort } from '../source/source.connector.ts';
import { newSecret } from '../source/source.registry.ts';
import { covers } from '../source/source.service.ts';
import type { DayListRecipientInput } from './day.type.ts';
import { channelProblem, maskAddress, openText, type RecipientRow, readRecipients, sealText } from './recipient.row.ts';

/** Administrators take turns: the same address is named once. */
const LOCK = 7_460_003;
const LONGEST = 320;

/** What became of a change to the recipients. */
export interface RecipientChanged {
  row?: RecipientRow | undefined;
  /** Shown once. */
  secret?: string;
  errors: UserErrorValue[];
}

/** Names somebody who is told of a unit's day; named again, nothing changes but the language. */
export async function addRecipient(context: HubContext, input: DayListRecipientInput): Promise<RecipientChanged> {
  const errors = await problemsOf(context, input);
  if (errors.length > 0) return { errors };
  const { hub, viewer } = context;
  const { unit, role, channel } = input;
  const address = input.address.trim();
  return hub.db.transaction(async (sql): Promise<RecipientChanged> => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const there = (await readRecipients(sql, { unit })).find(
      (row) => row.role === role && row.channel === channel && openText(hub.cipher, row.address) === address,
    );
    const language = languageOf(input) ?? there?.language ?? 'vi';
    if (there !== undefined) return { row: await speak(context, sql, { row: there, language }), errors: [] };
    const id = newUuid();
    const secret = channel === 'WEBHOOK' ? newSecret() : undefined;
    const sealed = secret === undefined ? null : sealText(hub.cipher, secret);
    await sql.query(
      `INSERT INTO integration.day_recipient (id, unit, role, channel, address, secret, language, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, unit, role, channel, sealText(hub.cipher, address), sealed, language, hub.clock.now(), viewer.subject],
    );
    await record(context, sql, { unit, from: null, to: { role, channel, address: maskAddress(channel, address), language } });
    const [row] = await readRecipients(sql, { unit, only: id });
    return { row, ...(secret === undefined ? {} : { secret }), errors: [] };
  });
}

function languageOf({ language }: DayListRecipientInput): Language | undefined {
  return language == null ? undefined : LANGUAGES[language];
}

const LANGUAGES = { VI: 'vi', EN: 'en' } as const satisfies Record<string, Language>;

/** From the next day's list on. */
async function speak(
  context: HubContext,
  sql: Transaction,
  { row, language }: { row: RecipientRow; language: Language },
): Promise<RecipientRow> {
  if (row.language === language) return row;
  await sql.query('UPDATE integration.day_recipient SET language = $2 WHERE id = $1', [row.id, language]);
  const { role, channel } = row;
  const shown = { role, channel, address: maskAddress(channel, openText(context.hub.cipher, row.address)) };
  await record(context, sql, { unit: row.unit, from: { ...shown, language: row.language }, to: { ...shown, language } });
  return { ...row, language };
}

/** Tells somebody no more; what waits for them goes nowhere. */
export async function removeRecipient(context: HubContext, id: string): Promise<RecipientChanged> {
  const { hub } = context;
  return hub.db.transaction(async (sql): Promise<RecipientChanged> => {
    await sql.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const [row] = await readRecipients(sql, { unit: null, only: id });
    if (row === undefined || !covers(context, row.unit)) return { errors: [notFound('id')] };
    const { unit, role, channel, language } = row;
    await sql.query('UPDATE integration.day_recipient SET removed_at = $2 WHERE id = $1', [id, hub.clock.now()]);
    const address = maskAddress(channel, openText(hub.cipher, row.address));
    await record(context, sql, { unit, from: { role, channel, address, language }, to: null });
    return { errors: [] };
  });
}

function record(
  { hub, viewer }: HubContext,
  sql: Transaction,
  { unit, from, to }: { unit: string; from: unknown; to: unknown },
): Promise<void> {
  return recordSettingChange(sql, { at: hub.clock.now(), actor: viewer.subject, setting: 'dayList.recipient', target: unit, from, to });
}

async function problemsOf(context: HubContext, { unit, channel, address }: DayListRecipientInput): Promise<UserErrorValue[]> {
  if (!covers(context, unit)) return [notFound('unit')];
  const { administrativeUnit } = await context.peers.ask<{ administrativeUnit: unknown }>(
    'dossiers',
    'query ($code: ID!) { administrativeUnit(code: $code) { code } }',
    { code: unit },
  );
  if (administrativeUnit === null) return [notFound('unit')];
  const text = address.trim();
  if (channel === 'EMAIL') return text.length <= LONGEST && z.email().safeParse(text).success ? [] : [invalid(NO_MAILBOX)];
  const problem = channelProblem(context.hub, channel);
  if (problem !== undefined) return [userError('NOT_AVAILABLE', problem, ['input', 'channel'])];
  const refused = text.length > LONGEST ? 'NOT_AN_ADDRESS' : await communePort(context.hub)?.problemOf(text);
  return refused === undefined ? [] : [invalid(NO_ADDRESS)];
}

const invalid = (text: Message) => userError('INVALID', text, ['input', 'address']);
const NO_MAILBOX: Message = { vi: 'address: cần một địa chỉ thư điện tử.', en: 'address must be an e-mail address.' };
const NO_ADDRESS: Message = {
  vi: 'address: cần một địa chỉ https://… công khai, hoặc địa chỉ nội bộ mà COMMUNE_SYSTEM_PRIVATE_ADDRESSES cho phép.',
  en: 'address must be a public https://… address, or a private one that COMMUNE_SYSTEM_PRIVATE_ADDRESSES allows.',
};
