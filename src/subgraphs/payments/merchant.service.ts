import type { FeeTerms } from '../../../connectors/contract/money.ts';
import type { MerchantAccount, PaymentPort } from '../../../connectors/contract/payment.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { HubContext } from '../../platform/graphql/context.ts';
import { PaymentProvider } from '../../platform/graphql/enums.ts';
import { newUuid, toGlobalId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { registerAccounts } from './accounts/bank-account.register.ts';
import type { Merchant } from './merchant.type.ts';

/** A row of `payments.merchant`. */
export interface MerchantRow {
  id: string;
  provider: PaymentProvider;
  code: string;
  name: string;
  unit: string;
  scope: string[];
  external: boolean;
  is_default: boolean;
  secrets: Buffer | null;
  /** Replaced, and still good for what comes in until then. */
  previous_secrets: Buffer | null;
  previous_until: Date | null;
  fee_fixed: number | null;
  fee_rate_ppm: number | null;
  fee_vat_percent: number | null;
  /** The bank account that the provider pays out to; null: not known, and its payouts are not followed. */
  settlement_account: string | null;
}

export const MERCHANT_COLUMNS =
  'm.id, m.provider, m.code, m.name, m.unit, m.scope, m.external, m.is_default, m.secrets, m.previous_secrets, m.previous_until, m.fee_fixed, m.fee_rate_ppm, m.fee_vat_percent, m.settlement_account';

/** The province's code among the administrative units (Decision 19/2025/QĐ-TTg): its own merchants belong to it. */
export const PROVINCE = '96';
export const SECRETS_PURPOSE = 'payments.merchant';

/**
 * Makes sure that every provider has the province's own merchant: the connector's where it has one, else one that
 * only keeps payments together, and that their accounts are registered. Safe at every start and in several processes at once; one that lacks a connector's settings
 * leaves the merchant alone that another has told.
 */
export async function ensureMerchants(
  hub: Pick<Platform, 'config' | 'db' | 'cipher' | 'connectors'>,
  sql: Queryable = hub.db,
): Promise<void> {
  for (const provider of Object.keys(PaymentProvider) as PaymentProvider[]) {
    const account = hub.connectors.payment(provider)?.defaultMerchant;
    if (account !== undefined) await ensureDefault(hub, sql, { provider, account });
    else if ((await defaultMerchant(sql, provider)) === undefined)
      await ensureDefault(hub, sql, { provider, account: { code: provider, name: provider, secrets: {} } });
  }
  await registerAccounts(hub, sql);
}

async function ensureDefault(
  hub: Pick<Platform, 'config' | 'cipher'>,
  sql: Queryable,
  wanted: { provider: PaymentProvider; account: NonNullable<PaymentPort['defaultMerchant']> },
): Promise<void> {
  const { provider, account } = wanted;
  const secrets = hub.cipher.seal(SECRETS_PURPOSE, JSON.stringify(account.secrets));
  await sql.query('UPDATE payments.merchant SET is_default = false WHERE provider = $1 AND is_default AND code <> $2', [
    provider,
    account.code,
  ]);
  await sql.query(
    `INSERT INTO payments.merchant AS m (id, provider, code, name, unit, scope, external, is_default, secrets, fee_fixed, fee_rate_ppm, fee_vat_percent, settlement_account)
     VALUES ($1, $2, $3, $4, $5, ARRAY[$5], false, true, $6, $7, $8, $9, $10)
     ON CONFLICT (provider, code) DO UPDATE SET name = excluded.name, external = false, is_default = true, secrets = excluded.secrets,
       fee_fixed = excluded.fee_fixed, fee_rate_ppm = excluded.fee_rate_ppm, fee_vat_percent = excluded.fee_vat_percent,
       settlement_account = excluded.settlement_account`,
    [
      ...[newUuid(), provider, account.code, account.name, PROVINCE, secrets],
      ...[...termsOf(account.fee), hub.config.settlementAccounts[provider] ?? null],
    ],
  );
}

function termsOf(fee: FeeTerms | undefined): [number | null, number | null, number | null] {
  return fee === undefined ? [null, null, null] : [fee.fixed ?? 0, fee.ratePpm, fee.vatPercent ?? 0];
}

/** A merchant's account with its secrets opened, for one call to a connector. */
export function accountOf(hub: Pick<Platform, 'cipher'>, { code, secrets }: MerchantRow): MerchantAccount {
  return { code, secrets: opened(hub, secrets) };
}

function opened({ cipher }: Pick<Platform, 'cipher'>, sealed: Buffer | null): Record<string, string> {
  return sealed === null ? {} : (JSON.parse(cipher.open(SECRETS_PURPOSE, sealed)) as Record<string, string>);
}

/** What a merchant's secrets verify of something that came in; a secret that was replaced counts for a while yet. Undefined: none does. */
export function readAs<T>(
  hub: Pick<Platform, 'cipher' | 'clock'>,
  merchant: MerchantRow | undefined,
  read: (account: MerchantAccount) => T | undefined,
): T | undefined {
  if (merchant === undefined) return undefined;
  const found = read(accountOf(hub, merchant));
  const { code, previous_secrets: previous, previous_until: until } = merchant;
  if (found !== undefined || previous === null || until === null || until <= hub.clock.now()) return found;
  return read({ code, secrets: opened(hub, previous) });
}

/** The account that a payment goes through: the receiving unit's own, or else of the next unit above it, `units` being in that order, or else the province's. */
export async function merchantFor(
  sql: Queryable,
  { provider, units }: { provider: PaymentProvider; units: readonly string[] },
): Promise<MerchantRow | undefined> {
  const [row] = await sql.query<MerchantRow>(
    `SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m
     WHERE m.provider = $1 AND NOT m.external AND m.retired_at IS NULL AND (m.is_default OR (m.unit = ANY($2::text[]) AND m.secrets IS NOT NULL))
     ORDER BY m.is_default, array_position($2::text[], m.unit), m.secrets_set_at DESC NULLS LAST, m.code LIMIT 1`,
    // For units below it the province's is the default alone: a second one of its own is for what it receives itself.
    [provider, units.filter((unit, at) => at === 0 || unit !== PROVINCE)],
  );
  return row;
}

export async function defaultMerchant(sql: Queryable, provider: PaymentProvider): Promise<MerchantRow | undefined> {
  const [row] = await sql.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE provider = $1 AND is_default`, [
    provider,
  ]);
  return row;
}

export async function merchantByCode(sql: Queryable, provider: PaymentProvider, code: string): Promise<MerchantRow | undefined> {
  const [row] = await sql.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE provider = $1 AND code = $2`, [
    provider,
    code,
  ]);
  return row;
}

/** Who collected: a merchant's code as a source gave it, or the unit itself where it gave none. */
export interface Collector {
  provider: PaymentProvider;
  code: string | undefined;
  unit: string;
  /** The unit and all units above it, as far as is known. */
  scope: readonly string[];
}

/** The key of `ensureCollectors`' answer. */
export function collectorKey({ provider, code, unit }: Collector): string {
  return `${provider}/${code ?? unit}`;
}

/** The merchants of one-stop systems and desks, made where they are new; two statements however many there are. */
export async function ensureCollectors(sql: Queryable, collectors: readonly Collector[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Map(collectors.map((each) => [collectorKey(each), each])).values()];
  if (wanted.length === 0) return new Map();
  await sql.query(
    `INSERT INTO payments.merchant (id, provider, code, name, unit, scope, external, is_default)
     SELECT id, provider, code, name, unit, string_to_array(scope, ','), true, false
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS t(id, provider, code, name, unit, scope)
     ORDER BY provider, code ON CONFLICT (provider, code) DO NOTHING`,
    [
      wanted.map(() => newUuid()),
      wanted.map((each) => each.provider),
      wanted.map((each) => each.code ?? each.unit),
      wanted.map((each) => each.code ?? `Thu tại đơn vị ${each.unit}`),
      wanted.map((each) => each.unit),
      wanted.map((each) => each.scope.join(',')),
    ],
  );
  const rows = await sql.query<{ id: string; provider: string; code: string }>(
    `SELECT m.id, m.provider, m.code FROM payments.merchant m
     JOIN unnest($1::text[], $2::text[]) AS t(provider, code) ON t.provider = m.provider AND t.code = m.code`,
    [wanted.map((each) => each.provider), wanted.map((each) => each.code ?? each.unit)],
  );
  return new Map(rows.map((row) => [`${row.provider}/${row.code}`, row.id]));
}

/** What is known of a receiving unit's own scope: exact where nobody else handles the dossier. */
export function scopeOfUnit(units: { receivingUnit: string; handlingUnit: string; scope: readonly string[] }): string[] {
  if (units.receivingUnit === units.handlingUnit) return [...units.scope];
  return [units.receivingUnit, PROVINCE];
}

/** A merchant by its key, one statement for all of a request. */
export function loadMerchant(context: HubContext, id: string): Promise<MerchantRow> {
  const loader = context.loader<string, MerchantRow>('payments.merchant', async (ids) => {
    const rows = await context.hub.db.query<MerchantRow>(`SELECT ${MERCHANT_COLUMNS} FROM payments.merchant m WHERE id = ANY($1::uuid[])`, [
      ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((key) => byId.get(key) ?? new Error('a payment names a merchant that is not there'));
  });
  return loader.load(id);
}

export function showMerchant(row: MerchantRow): Merchant {
  return {
    id: toGlobalId('merchant', row.id),
    code: row.code,
    provider: row.provider,
    name: row.name,
    unit: { code: row.unit },
    settlement: row.settlement_account,
  };
}
