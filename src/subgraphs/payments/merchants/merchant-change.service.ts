import { coversScope } from '../../../platform/auth/viewer.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { notFound, type UserErrorValue, userError } from '../../../platform/errors.ts';
import type { HubContext } from '../../../platform/graphql/context.ts';
import { fromGlobalId, newUuid } from '../../../platform/ids.ts';
import { actorOf } from '../../../platform/pii/access-record.ts';
import type { Platform } from '../../../platform/platform.ts';
import { registerAccounts } from '../accounts/bank-account.register.ts';
import { PROVINCE, SECRETS_PURPOSE } from '../merchant.service.ts';
import type { ProposedMerchant } from './merchant.type.ts';
import { CHANGE_COLUMNS, type MerchantChangeRow } from './merchant-change.row.ts';

const ACCOUNT = /^\d{4,20}$/;
const CODE = /^[A-Za-z0-9_.-]{1,64}$/;

export type ChangeDone = { change: MerchantChangeRow } | { error: UserErrorValue };
const refuse = (error: UserErrorValue): ChangeDone => ({ error });

/** The unit and the province above it: whose administrators may change its merchants. */
export function scopeOf(unit: string): string[] {
  return unit === PROVINCE ? [PROVINCE] : [unit, PROVINCE];
}

type Held = Pick<MerchantChangeRow, 'unit' | 'fee_fixed' | 'fee_rate_ppm' | 'fee_vat_percent' | 'settlement_account'> & {
  is_default: boolean;
  has: boolean;
};

/** What is left out stays as it is; null takes it away. */
function given<T>(wanted: T | null | undefined, held: T | null | undefined): T | null {
  return wanted === undefined ? (held ?? null) : wanted;
}

/** An administrator proposes a merchant of a unit, or a change of one. Nothing changes before another has approved it. */
export async function proposeMerchant(context: HubContext, wanted: ProposedMerchant): Promise<ChangeDone> {
  const { hub, viewer } = context;
  if (!coversScope(viewer, 'ADMINISTRATOR', scopeOf(wanted.unit))) return refuse(notFound('unit'));
  const [held] = await hub.db.query<Held>(
    `SELECT unit, is_default, secrets IS NOT NULL AS has, fee_fixed, fee_rate_ppm, fee_vat_percent, settlement_account
     FROM payments.merchant WHERE provider = $1 AND code = $2`,
    [wanted.provider, wanted.code],
  );
  if (held !== undefined && (held.unit !== wanted.unit || held.is_default)) return refuse(taken());
  const problem = problemOf(context, wanted, held?.has === true);
  if (problem !== undefined) return refuse(problem);
  const secrets = wanted.secrets == null ? null : hub.cipher.seal(SECRETS_PURPOSE, JSON.stringify(wanted.secrets));
  const [row] = await hub.db.query<MerchantChangeRow>(
    `INSERT INTO payments.merchant_change (id, provider, code, name, unit, secrets, fee_fixed, fee_rate_ppm, fee_vat_percent, settlement_account, retire, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (provider, code) WHERE decided_at IS NULL DO NOTHING RETURNING ${CHANGE_COLUMNS}`,
    [
      ...[newUuid(), wanted.provider, wanted.code, wanted.name, wanted.unit, secrets],
      ...[
        given(wanted.feeFixed, held?.fee_fixed),
        given(wanted.feeRatePpm, held?.fee_rate_ppm),
        given(wanted.feeVatPercent, held?.fee_vat_percent),
        given(wanted.settlementAccount, held?.settlement_account),
        wanted.retire,
        actorOf(viewer),
        hub.clock.now(),
      ],
    ],
  );
  return row === undefined ? refuse(pending()) : { change: row };
}

function problemOf({ hub }: HubContext, wanted: ProposedMerchant, hasSecrets: boolean): UserErrorValue | undefined {
  const invalid = (field: string, vi: string, en: string) => userError('INVALID', { vi, en }, ['input', field]);
  const port = hub.connectors.payment(wanted.provider);
  if (port?.merchantSecrets === undefined) {
    return invalid('provider', 'Đơn vị thanh toán này không có kết nối đang chạy.', 'No connector of this provider is running.');
  }
  if (!CODE.test(wanted.code))
    return invalid('code', 'Mã gồm 1 đến 64 chữ cái, chữ số, dấu . _ -', 'A code has 1 to 64 letters, digits, . _ or -');
  const wrongCode = port.merchantCodeProblem?.(wanted.code);
  if (wrongCode !== undefined) return invalid('code', wrongCode.vi, wrongCode.en);
  if (wanted.name.trim() === '' || wanted.name.length > 200)
    return invalid('name', 'Tên có 1 đến 200 ký tự.', 'A name has 1 to 200 characters.');
  if (wanted.settlementAccount != null && !ACCOUNT.test(wanted.settlementAccount))
    return invalid('settlementAccount', 'Số tài khoản gồm 4 đến 20 chữ số.', 'An account number has 4 to 20 digits.');
  if (wanted.secrets == null) {
    return hasSecrets || wanted.retire
      ? undefined
      : invalid('secrets', `Cần các khóa: ${port.merchantSecrets.join(', ')}.`, `Give the secrets ${port.merchantSecrets.join(', ')}.`);
  }
  const secrets = wanted.secrets as Record<string, unknown>;
  const names = typeof secrets === 'object' && secrets !== null && !Array.isArray(secrets) ? Object.keys(secrets).sort() : [];
  const usable =
    names.join() === [...port.merchantSecrets].sort().join() &&
    names.every((name) => typeof secrets[name] === 'string' && secrets[name] !== '');
  if (usable) return undefined;
  return invalid(
    'secrets',
    `Cần đúng các khóa: ${port.merchantSecrets.join(', ')}.`,
    `Give exactly the secrets ${port.merchantSecrets.join(', ')}, each a text.`,
  );
}

/** Another administrator approves a change, which then holds at once, or refuses it. */
export function approveMerchantChange(context: HubContext, { id, approve }: { id: string; approve: boolean }): Promise<ChangeDone> {
  const { hub, viewer } = context;
  const key = fromGlobalId('merchantChange', id);
  if (key === undefined) return Promise.resolve(refuse(notFound('change')));
  return hub.db.transaction(async (sql): Promise<ChangeDone> => {
    const [change] = await sql.query<MerchantChangeRow>(`SELECT ${CHANGE_COLUMNS} FROM payments.merchant_change WHERE id = $1 FOR UPDATE`, [
      key,
    ]);
    if (change === undefined || !coversScope(viewer, 'ADMINISTRATOR', scopeOf(change.unit))) return refuse(notFound('change'));
    if (change.decided_at !== null) return refuse(decided());
    const actor = actorOf(viewer);
    if (change.proposed_by === actor) return refuse(needsAnother());
    if (approve) {
      await apply(hub, sql, change);
      await registerAccounts(hub, sql);
    }
    const [after] = await sql.query<MerchantChangeRow>(
      `UPDATE payments.merchant_change SET decided_by = $2, decided_at = $3, approved = $4, secrets = NULL WHERE id = $1 RETURNING ${CHANGE_COLUMNS}`,
      [change.id, actor, hub.clock.now(), approve],
    );
    return { change: after ?? change };
  });
}

/** A replaced secret is still good for a while for what comes in: a gateway changes over when it does. */
async function apply({ clock, config }: Pick<Platform, 'clock' | 'config'>, sql: Transaction, change: MerchantChangeRow): Promise<void> {
  const now = clock.now();
  await sql.query(
    `INSERT INTO payments.merchant AS m (id, provider, code, name, unit, scope, external, is_default, secrets, secrets_set_at, fee_fixed, fee_rate_ppm, fee_vat_percent, retired_at, settlement_account)
     VALUES ($1, $2, $3, $4, $5, $6, false, false, $7, $8, $9, $10, $11, CASE WHEN $12 THEN $8::timestamptz END, $13)
     ON CONFLICT (provider, code) DO UPDATE SET name = excluded.name, external = false,
       previous_secrets = CASE WHEN excluded.secrets IS NULL THEN m.previous_secrets ELSE m.secrets END,
       previous_until = CASE WHEN excluded.secrets IS NULL THEN m.previous_until ELSE $8::timestamptz + $14 * interval '1 day' END,
       secrets = coalesce(excluded.secrets, m.secrets),
       secrets_set_at = CASE WHEN excluded.secrets IS NULL THEN m.secrets_set_at ELSE $8 END,
       fee_fixed = excluded.fee_fixed, fee_rate_ppm = excluded.fee_rate_ppm, fee_vat_percent = excluded.fee_vat_percent, retired_at = excluded.retired_at,
       settlement_account = excluded.settlement_account`,
    [
      ...[newUuid(), change.provider, change.code, change.name, change.unit, scopeOf(change.unit), change.secrets, now],
      ...[
        change.fee_fixed,
        change.fee_rate_ppm,
        change.fee_vat_percent,
        change.retire,
        change.settlement_account,
        config.replacedSecretDays,
      ],
    ],
  );
}

function taken(): UserErrorValue {
  const text = {
    vi: 'Mã này đã thuộc đơn vị khác hoặc là tài khoản chung của tỉnh (đặt bằng cấu hình).',
    en: "This code belongs to another unit, or is the province's own, which is set by configuration.",
  };
  return userError('INVALID', text, ['input', 'code']);
}

function pending(): UserErrorValue {
  const text = { vi: 'Đã có một đề nghị khác đang chờ duyệt.', en: 'Another change of it waits for approval.' };
  return userError('ILLEGAL_TRANSITION', text, ['input', 'code']);
}

function decided(): UserErrorValue {
  const text = { vi: 'Đề nghị này đã được quyết định.', en: 'This change has been decided already.' };
  return userError('ILLEGAL_TRANSITION', text, ['change']);
}

function needsAnother(): UserErrorValue {
  const text = { vi: 'Cần một quản trị viên khác duyệt.', en: 'Another administrator must approve it.' };
  return userError('ILLEGAL_TRANSITION', text, ['change']);
}
