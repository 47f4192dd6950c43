import { boundOf } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { DELIVER_WAKE_UP } from '../../../platform/jobs/deliver-wakeup.ts';
import type { Message } from '../../../platform/language.ts';
import { recordSettingChange } from '../setting-change.ts';
import { HUB_SOURCE, handOver } from './change.handover.ts';
import { communePort, connectorOf } from './source.connector.ts';
import { findSource, newSecret, type SourceRow, sealSecret } from './source.registry.ts';
import type { RegisterSourceInput } from './source.type.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;
const PROVINCE = /^\d{2}$/;
const LONGEST_URL = 2_000;
/** A receiver has so long to take the new secret up. */
export const DEFAULT_HOURS = 24;
const MOST_HOURS = 24 * 30;

/** What became of a change to the registry. */
export interface SourceChanged {
  row?: SourceRow;
  /** Shown once. */
  secret?: string;
  errors: UserErrorValue[];
}

/** Registers a system, or changes the one of that name; one that is called for the first time gets a secret. */
export async function registerSource(context: HubContext, input: RegisterSourceInput): Promise<SourceChanged> {
  const errors = await problemsOf(context, input);
  if (errors.length > 0) return { errors };
  const { hub, viewer } = context;
  const changed = await hub.db.transaction(async (sql): Promise<SourceChanged> => {
    // Two administrators who register one name at the same time come one after the other.
    await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 20251126))`, [input.name]);
    const before = await findSource(sql, input.name, 'FOR UPDATE');
    if (before !== undefined && !covers(context, before.unit)) return { errors: [notFound('name')] };
    const secret = input.mode === 'WEBHOOK' && before?.secret == null ? newSecret() : undefined;
    const url = input.mode === 'WEBHOOK' ? (input.url ?? null) : null;
    const sealed = secret === undefined ? (before?.secret ?? null) : sealSecret(hub.cipher, secret);
    await sql.query(
      `INSERT INTO integration.source (name, unit, mode, url, secret, created_at, created_by, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $7)
       ON CONFLICT (name) DO UPDATE SET unit = excluded.unit, mode = excluded.mode, url = excluded.url, active = true,
         secret = excluded.secret, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [input.name, input.unit, input.mode, url, sealed, hub.clock.now(), viewer.subject],
    );
    await handOver(sql, hub, input);
    const row = await recorded(context, sql, { setting: 'source.registered', before, name: input.name });
    return { ...(row === undefined ? {} : { row }), ...(secret === undefined ? {} : { secret }), errors: [] };
  });
  if (changed.row?.mode === 'WEBHOOK') await hub.wakeUps.wake(DELIVER_WAKE_UP, { connector: connectorOf(input.name) });
  return changed;
}

/** Gives a source a new secret; the one before stays valid beside it for so many hours. */
export async function replaceSecret(context: HubContext, name: string, hours: number): Promise<SourceChanged> {
  if (!Number.isInteger(hours) || hours < 0 || hours > MOST_HOURS) return { errors: [INVALID_HOURS] };
  const { hub } = context;
  return hub.db.transaction(async (sql): Promise<SourceChanged> => {
    const before = await findSource(sql, name, 'FOR UPDATE');
    if (before === undefined || !covers(context, before.unit)) return { errors: [notFound('name')] };
    if (before.mode !== 'WEBHOOK') return { errors: [NO_SECRET] };
    const secret = newSecret();
    const now = hub.clock.now();
    await sql.query(
      `UPDATE integration.source SET secret = $2, previous_secret = CASE WHEN $3::timestamptz IS NULL THEN NULL ELSE secret END, previous_until = $3,
         changed_at = $4, changed_by = $5 WHERE name = $1`,
      [name, sealSecret(hub.cipher, secret), hours === 0 ? null : new Date(now.getTime() + hours * 3_600_000), now, context.viewer.subject],
    );
    const row = await recorded(context, sql, { setting: 'source.secret', before, name });
    return { ...(row === undefined ? {} : { row }), secret, errors: [] };
  });
}

/** Calls a source no more; what the hub learns goes on waiting for it. */
export async function disableSource(context: HubContext, name: string): Promise<SourceChanged> {
  const { hub, viewer } = context;
  return hub.db.transaction(async (sql): Promise<SourceChanged> => {
    const before = await findSource(sql, name, 'FOR UPDATE');
    if (before === undefined || !covers(context, before.unit)) return { errors: [notFound('name')] };
    await sql.query('UPDATE integration.source SET active = false, changed_at = $2, changed_by = $3 WHERE name = $1', [
      name,
      hub.clock.now(),
      viewer.subject,
    ]);
    const row = await recorded(context, sql, { setting: 'source.active', before, name });
    return { ...(row === undefined ? {} : { row }), errors: [] };
  });
}

/** Whether the viewer, in a role that watches or changes sources, may see one of that unit: its own unit's, or all of the province. */
export function covers({ viewer }: Pick<HubContext, 'viewer'>, unit: string): boolean {
  const bounds = (['ADMINISTRATOR', 'OPERATOR', 'AUDITOR'] as const).map((role) => boundOf(viewer, role));
  return bounds.some((bound) => bound === 'ALL' || bound === unit || (bound !== undefined && PROVINCE.test(bound)));
}

/** Records a change with what it was and is, secrets aside, and gives the row as it is now. */
async function recorded(
  { hub, viewer }: HubContext,
  sql: Transaction,
  { setting, before, name }: { setting: string; before: SourceRow | undefined; name: string },
): Promise<SourceRow | undefined> {
  const row = await findSource(sql, name);
  const what = { at: hub.clock.now(), actor: viewer.subject, setting, target: name };
  await recordSettingChange(sql, { ...what, from: shown(before), to: shown(row) });
  return row;
}

function shown(row: SourceRow | undefined): Record<string, unknown> | null {
  if (row === undefined) return null;
  const { unit, mode, url, active, previous_until: previousSecretUntil } = row;
  return { unit, mode, url, active, previousSecretUntil };
}

async function problemsOf(context: HubContext, { name, unit, mode, url }: RegisterSourceInput): Promise<UserErrorValue[]> {
  if (!NAME.test(name) || name === HUB_SOURCE) return [invalid('name', TEXTS.name)];
  if (!covers(context, unit)) return [notFound('unit')];
  const { administrativeUnit } = await context.peers.ask<{ administrativeUnit: unknown }>(
    'dossiers',
    'query ($code: ID!) { administrativeUnit(code: $code) { code } }',
    { code: unit },
  );
  if (administrativeUnit === null) return [notFound('unit')];
  if (mode === 'POLL') return [];
  if (url == null || url.length > LONGEST_URL) return [invalid('url', TEXTS.NOT_AN_ADDRESS)];
  const port = communePort(context.hub);
  if (port === undefined) return [userError('NOT_AVAILABLE', TEXTS.port, ['mode'])];
  const problem = await port.problemOf(url);
  return problem === undefined ? [] : [invalid('url', TEXTS[problem])];
}

const invalid = (field: string, text: Message) => userError('INVALID', text, [field]);

const TEXTS = {
  name: {
    vi: 'name: 1 đến 80 chữ cái, chữ số, dấu chấm, gạch nối, gạch dưới; không dùng "hub".',
    en: 'name: 1 to 80 letters, digits, dots, dashes and underscores; not "hub".',
  },
  NOT_AN_ADDRESS: { vi: 'url: cần một địa chỉ https://… không kèm tài khoản.', en: 'url must be an https://… address without an account.' },
  NOT_ENCRYPTED: {
    vi: 'url: cần https; http chỉ dùng cho địa chỉ nội bộ mà COMMUNE_SYSTEM_PRIVATE_ADDRESSES cho phép.',
    en: 'url must be https; http is for private addresses that COMMUNE_SYSTEM_PRIVATE_ADDRESSES allows.',
  },
  PRIVATE_ADDRESS: {
    vi: 'url: địa chỉ nội bộ; chỉ dùng được khi COMMUNE_SYSTEM_PRIVATE_ADDRESSES cho phép.',
    en: 'url is a private address: COMMUNE_SYSTEM_PRIVATE_ADDRESSES does not allow it.',
  },
  port: { vi: 'Kết nối commune-system chưa được cài đặt.', en: 'The connector commune-system is not installed.' },
} satisfies Record<string, Message>;

const INVALID_HOURS = invalid('keepPreviousHours', {
  vi: `keepPreviousHours: số nguyên từ 0 đến ${MOST_HOURS}.`,
  en: `keepPreviousHours must be a whole number from 0 to ${MOST_HOURS}.`,
});
const NO_SECRET = invalid('name', {
  vi: 'Hệ thống này tự lấy thay đổi, không có khóa bí mật.',
  en: 'This system polls: it has no secret.',
});
